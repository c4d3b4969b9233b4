"""GPX 1.0 and 1.1, and TCX 2, as watches and sites write them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime

from cli.imports.fitness_recorded import Recorded, sport_of, utc
from cli.imports.fitness_track import Fix, climb, heart, length, seconds
from cli.imports.model import CannotRead

_DTD = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def _root(data: bytes, wanted: str) -> ET.Element:
    if _DTD.search(data.replace(b"\0", b"")):
        raise CannotRead("it declares a DTD, which no recording needs")
    try:
        root = ET.fromstring(data.lstrip())  # noqa: S314  see above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise CannotRead(f"it is no whole XML: {error}") from error
    if _name(root) != wanted:
        raise CannotRead(f"it is no {wanted}: its root is {_name(root)[:60]}")
    return root


def _name(node: ET.Element) -> str:
    """A tag without its namespace."""
    return node.tag.rpartition("}")[2]


def _child(node: ET.Element, *path: str) -> ET.Element | None:
    found: ET.Element | None = node
    for name in path:
        found = next((child for child in found if _name(child) == name), None) if found is not None else None
    return found


def _text(node: ET.Element, *path: str) -> str | None:
    found = _child(node, *path)
    return (found.text or "").strip() or None if found is not None else None


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < 1e12 else None


def _time(text: str | None) -> datetime | None:
    try:
        return utc(datetime.fromisoformat(text)) if text else None
    except ValueError:
        return None


def read_gpx(data: bytes) -> Iterator[Recorded]:
    """An activity a track that has times. Raises `CannotRead`."""
    for track in _root(data, "gpx"):
        if _name(track) != "trk":
            continue
        segments = [[_gpx_fix(p) for p in part if _name(p) == "trkpt"] for part in track if _name(part) == "trkseg"]
        times = [fix.t for segment in segments for fix in segment if fix.t is not None]
        if times:
            yield _of_track(segments, times[0], sport_of(_text(track, "type")), _text(track, "name"))


def _gpx_fix(point: ET.Element) -> Fix:
    rate = next((node.text for node in point.iter() if _name(node).lower() in ("hr", "heartrate")), None)
    return Fix(
        _time(_text(point, "time")), _number(point.get("lat")), _number(point.get("lon")),
        _number(_text(point, "ele")), _number(rate),
    )  # fmt: skip


def _of_track(segments: list[list[Fix]], start: datetime, sport: str, name: str | None) -> Recorded:
    mean, top = heart(segments)
    return Recorded(
        sport, start, seconds(segments), length(segments), climb(segments), avg_hr=mean, max_hr=top, name=name
    )


def read_tcx(data: bytes) -> Iterator[Recorded]:
    """An activity an activity; what laps do not say follows from the track. Raises `CannotRead`."""
    for node in _root(data, "TrainingCenterDatabase").iter():
        if _name(node) != "Activity":
            continue
        laps = [lap for lap in node if _name(lap) == "Lap"]
        start = _time(_text(node, "Id")) or next((t for lap in laps if (t := _time(lap.get("StartTime")))), None)
        if start is None or not laps:
            continue
        segments = [[_tcx_fix(p) for p in track.iter() if _name(p) == "Trackpoint"] for track in _tracks(laps)]
        one = _of_track(segments, start, sport_of(node.get("Sport")), _text(node, "Notes"))
        yield _with_laps(one, laps)


def _tracks(laps: list[ET.Element]) -> list[ET.Element]:
    return [track for lap in laps for track in lap if _name(track) == "Track"]


def _tcx_fix(point: ET.Element) -> Fix:
    return Fix(
        _time(_text(point, "Time")), _number(_text(point, "Position", "LatitudeDegrees")),
        _number(_text(point, "Position", "LongitudeDegrees")), _number(_text(point, "AltitudeMeters")),
        _number(_text(point, "HeartRateBpm", "Value")),
    )  # fmt: skip


def _with_laps(one: Recorded, laps: list[ET.Element]) -> Recorded:
    """What laps say is what the watch knew."""
    times = [_number(_text(lap, "TotalTimeSeconds")) for lap in laps]
    one.duration_s = _sum(times) or one.duration_s
    one.distance_m = _sum([_number(_text(lap, "DistanceMeters")) for lap in laps]) or one.distance_m
    one.calories = _sum([_number(_text(lap, "Calories")) for lap in laps])
    rates = [_number(_text(lap, "AverageHeartRateBpm", "Value")) for lap in laps]
    weighted = [(rate, t) for rate, t in zip(rates, times, strict=True) if rate and t]
    if weighted:
        one.avg_hr = sum(rate * t for rate, t in weighted) / sum(t for _, t in weighted)
    tops = [rate for lap in laps if (rate := _number(_text(lap, "MaximumHeartRateBpm", "Value")))]
    one.max_hr = max(tops, default=one.max_hr)
    return one


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
