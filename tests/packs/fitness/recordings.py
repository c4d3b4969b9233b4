"""Files of watches that tests make themselves: GPX, TCX, FIT, and an export as Strava packs it."""

from __future__ import annotations

import csv
import gzip
import io
import struct
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2026, 3, 1, 6, 30, tzinfo=UTC)
STEP_DEG = 0.001
"""Of latitude, each minute: 111.195 m."""
STEP_M = 6_371_008.8 * 3.141592653589793 / 180 * STEP_DEG


def points(n: int, first: int = 0) -> list[tuple[str, float, float, int]]:
    """(time, latitude, height, heart rate), one a minute, going north and up 3 m each."""
    return [
        ((START + timedelta(minutes=i)).isoformat().replace("+00:00", "Z"), 52 + i * STEP_DEG, 30 + 3 * i, 120 + i)
        for i in range(first, first + n)
    ]


def gpx(n: int = 11, kind: str = "running", pause: int = 0) -> bytes:
    """A track of n points; with a pause: as many minutes before the second half, in a segment of its own."""
    half = n // 2 if pause else n
    parts = [points(half), points(n - half, half + pause)] if pause else [points(n)]
    segments = "".join(
        "<trkseg>"
        + "".join(
            f'<trkpt lat="{lat}" lon="13.4"><ele>{height}</ele><time>{t}</time><extensions><x:TrackPointExtension>'
            f"<x:hr>{rate}</x:hr></x:TrackPointExtension></extensions></trkpt>"
            for t, lat, height, rate in part
        )
        + "</trkseg>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="test" '
        'xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
        f"<trk><name>To work</name><type>{kind}</type>{segments}</trk></gpx>"
    ).encode()


def tcx() -> bytes:
    """Two laps that say what they were, the second without a track."""
    lap = (
        '<Lap StartTime="{start}"><TotalTimeSeconds>{time}</TotalTimeSeconds><DistanceMeters>{metres}</DistanceMeters>'
        "<Calories>{calories}</Calories><AverageHeartRateBpm><Value>{rate}</Value></AverageHeartRateBpm>"
        "<MaximumHeartRateBpm><Value>{top}</Value></MaximumHeartRateBpm>{track}</Lap>"
    )
    fixes = (f"<Time>{t}</Time><AltitudeMeters>{height}</AltitudeMeters>" for t, _, height, _ in points(6))
    track = "<Track>" + "".join(f"<Trackpoint>{fix}</Trackpoint>" for fix in fixes) + "</Track>"
    start = START.isoformat().replace("+00:00", "Z")
    laps = lap.format(start=start, time=600, metres=3000.5, calories=50, rate=140, top=160, track=track) + lap.format(
        start=start, time=1200, metres=7000, calories=90, rate=155, top=171, track=""
    )
    return (
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="Biking"><Id>{start}</Id>{laps}</Activity></Activities></TrainingCenterDatabase>'
    ).encode()


EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
CRC = (0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01,
       0x8801, 0x4400)  # fmt: skip


def crc(data: bytes) -> int:
    """The check sum of FIT, half a byte at a time."""
    found = 0
    for byte in data:
        for half in (byte & 15, byte >> 4):
            found = (found >> 4) ^ CRC[found & 15] ^ CRC[half]
    return found


def fit(seconds: float = 3600, distance: float = 30_000, sport: int = 2, sessions: int = 1) -> bytes:
    """A file with its id and sessions, written by the specification: sport 2 is cycling."""
    begin = int((START - EPOCH).total_seconds())
    file_id = struct.pack("<BBBHB", 0x40, 0, 0, 0, 1) + bytes([0, 1, 0x00]) + struct.pack("<BB", 0, 4)
    fields = ((253, 4, 0x86), (2, 4, 0x86), (5, 1, 0x00), (7, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (11, 2, 0x84),
              (16, 1, 0x02), (17, 1, 0x02), (22, 2, 0x84))  # fmt: skip
    definition = struct.pack("<BBBHB", 0x41, 0, 0, 18, len(fields)) + b"".join(bytes(field) for field in fields)
    row = b"".join(
        struct.pack(
            "<BIIBIIIHBBH", 1, begin + 4000 * (n + 1), begin + 4000 * n, sport, round(seconds * 1000) + 60_000,
            round(seconds * 1000), round(distance * 100), 700, 142, 177, 410,
        )
        for n in range(sessions)
    )  # fmt: skip
    body = file_id + definition + row
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    head += struct.pack("<H", crc(head))
    return head + body + struct.pack("<H", crc(head + body))


HEAD = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Elapsed Time", "Distance", "Max Heart Rate",
    "Filename", "Elapsed Time", "Moving Time", "Distance", "Elevation Gain", "Average Heart Rate", "Calories",
)  # fmt: skip
_NONE = ("",) * 6
ROWS = (
    ("101", "Mar 1, 2026, 6:30:00 AM", "Ride, long", "Ride", "3700", "30.00", "177", "activities/101.fit.gz",
     "3700.0", "3600.0", "30000.5", "410.0", "142.0", "700"),
    ("102", "Mar 2, 2026, 5:00:00 PM", "Weights", "Weight Training", "1800", "0.00", "", "",
     "1800.0", "", "0.0", "", "", ""),
    ("103", "Mar 3, 2026, 6:30:00 AM", "From the file", "Run", "", "", "", "activities/103.gpx", *_NONE),
    ("104", "1. März 2026", "No date", "Run", "60", "1", "", "", "60.0", "60.0", "1000.0", "", "", ""),
    ("105", "Mar 4, 2026, 6:30:00 AM", "Lost", "Run", "", "", "", "activities/105.gpx", *_NONE),
)  # fmt: skip


def strava(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS, head: tuple[str, ...] = HEAD) -> Path:
    """An export with three usable activities and two that are not."""
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("activities.csv", text.getvalue())
        archive.writestr("activities/101.fit.gz", gzip.compress(fit()))
        archive.writestr("activities/103.gpx", gpx())
        archive.writestr("profile.csv", "a,b\n")
    return path
