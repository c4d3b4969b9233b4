"""Files of watches become activities: each format by numbers known beforehand, twice as once, broken ones in words."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.imports.fitness import read
from cli.imports.fitness_shelf import folder
from cli.imports.model import CannotRead, Problem, Wish
from cli.main import app
from tests.packs.fitness.arena import Arena, F
from tests.packs.fitness.recordings import HEAD, ROWS, START, STEP_M, fit, gpx, strava, tcx
from tests.serving import KEY

ANN = Wish("ann", "Europe/Berlin")


def one(tmp_path: Path, name: str, data: bytes, wish: Wish = ANN) -> dict[str, Any]:
    """The activity of a file: its properties, with its time."""
    (tmp_path / name).write_bytes(data)
    (event,) = read(tmp_path / name, wish)
    assert isinstance(event, dict)
    assert (event["event_type"], event["user_id"]) == ("fitness.activity", "ann")
    return event["properties"] | {"started_at": event["timestamp"]}


@pytest.mark.req("S0-19")
def test_a_gpx_is_measured_along_its_track(tmp_path: Path) -> None:
    found = one(tmp_path, "a.gpx", gpx())
    assert found["distance_m"] == pytest.approx(10 * STEP_M, abs=0.01)
    assert (found["duration_s"], found["elevation_m"]) == (600, 30)
    assert (found["avg_hr"], found["max_hr"]) == (124.5, 130)
    assert (found["sport_type"], found["name"], found["timezone"]) == ("run", "To work", "Europe/Berlin")
    assert (found["started_at"], found["source"]) == (START.isoformat(), "file")


def test_a_pause_in_a_gpx_is_neither_time_nor_distance(tmp_path: Path) -> None:
    found = one(tmp_path, "a.gpx", gpx(12, pause=60))
    assert found["duration_s"] == 600
    assert found["distance_m"] == pytest.approx(10 * STEP_M, abs=0.01)


def test_a_tcx_says_what_its_laps_say(tmp_path: Path) -> None:
    found = one(tmp_path, "a.tcx", tcx())
    assert (found["duration_s"], found["distance_m"], found["calories"]) == (1800, 10000.5, 140)
    assert (found["avg_hr"], found["max_hr"], found["elevation_m"]) == (150, 171, 15)
    assert found["sport_type"] == "ride"


@pytest.mark.req("S0-19")
def test_a_fit_says_what_its_session_says(tmp_path: Path) -> None:
    found = one(tmp_path, "a.fit", fit(3599.5, 30_000.25))
    assert (found["duration_s"], found["distance_m"], found["elevation_m"]) == (3599.5, 30000.25, 410)
    assert (found["calories"], found["avg_hr"], found["max_hr"]) == (700, 142, 177)
    assert (found["sport_type"], found["started_at"]) == ("ride", START.isoformat())


def test_a_fit_with_several_sessions_is_several_activities(tmp_path: Path) -> None:
    (tmp_path / "multi.fit").write_bytes(fit(sessions=3))
    assert len({event["event_id"] for event in read(tmp_path / "multi.fit", ANN)}) == 3


def test_packed_files_and_folders_are_read(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "a.gpx.gz").write_bytes(gzip.compress(gpx()))
    (tmp_path / "below" / "b.FIT").write_bytes(fit())
    (tmp_path / "below" / "broken.fit").write_bytes(fit()[:-9])
    (tmp_path / "notes.txt").write_text("none")
    found = list(read(tmp_path, ANN))
    assert sum(isinstance(item, dict) for item in found) == 2
    (broken,) = [item for item in found if isinstance(item, Problem)]
    assert "broken.fit" in broken.where and "no whole FIT" in broken.reason


def test_the_same_recording_in_two_formats_is_one_activity(tmp_path: Path) -> None:
    for name, data in (("a.gpx", gpx()), ("a.fit", fit())):
        (tmp_path / name).write_bytes(data)
    (first,), (second,) = read(tmp_path / "a.gpx", ANN), read(tmp_path / "a.fit", ANN)
    assert first["event_id"] == second["event_id"]


@pytest.mark.req("S0-19")
@pytest.mark.parametrize("unpack", [False, True])
def test_an_export_of_strava_is_read_zipped_and_unzipped(tmp_path: Path, unpack: bool) -> None:
    path = strava(tmp_path / "export.zip")
    if unpack:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "export")
        path = tmp_path / "export"
    found = list(read(path, ANN))
    events = {e["properties"]["external_id"]: e["properties"] for e in found if isinstance(e, dict)}
    assert {name: (e["sport_type"], e["source"], e["duration_s"]) for name, e in events.items()} == {
        "101": ("ride", "strava", 3600), "102": ("weight_training", "strava", 1800), "103": ("run", "strava", 600),
    }  # fmt: skip
    assert (events["101"]["distance_m"], events["101"]["name"]) == (30000.5, "Ride, long")
    assert events["103"]["distance_m"] == pytest.approx(10 * STEP_M, abs=0.01)
    assert {p.where: p.reason.split(":")[0] for p in found if isinstance(p, Problem)} == {
        "activities.csv row 5": "Activity Date cannot be read",
        "activities.csv row 6": "it says no duration, and activities/105.gpx",
    }


def test_a_list_names_no_file_outside_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "private.gpx").write_bytes(b"<gpx/>")
    (tmp_path / "export").mkdir()
    read = folder(tmp_path / "export").read
    for name in ("../private.gpx", str(tmp_path / "private.gpx")):
        with pytest.raises(CannotRead, match="not there"):
            read(name)


def test_an_export_in_another_language_says_what_to_do(tmp_path: Path) -> None:
    path = strava(tmp_path / "export.zip", ROWS[:1], ("Aktivitäts-ID", *HEAD[1:]))
    with pytest.raises(CannotRead, match="language to English"):
        list(read(path, ANN))


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.gpx", b"<gpx", "no whole XML"), ("a.gpx", b"<kml/>", "is no gpx"), ("a.gpx", b"", "no whole XML"),
        ("a.gpx", b'<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>&a;</gpx>', "DTD"), ("a.gpx", b"<gpx></gpx>", "no activity"),
        ("a.tcx", gpx(), "is no TrainingCenterDatabase"), ("a.fit", b"not a fit file", "no whole FIT"),
        ("a.fit", fit()[:-2] + b"xx", "no whole FIT"), ("a.fit", b"", "no"), ("a.gpx.gz", b"plain", "no whole .gz"),
        ("a.fit.gz", gzip.compress(fit())[:-8], "no whole .gz"), ("a.pdf", b"%PDF", "ends with none of"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_words(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CannotRead, match=why):
        list(read(tmp_path / name, ANN))


def test_without_a_name_nobody_is_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.gpx").write_bytes(gpx())
    with pytest.raises(CannotRead, match="--user"):
        list(read(tmp_path / "a.gpx", Wish()))


def called(*arguments: str) -> tuple[int, dict[str, Any], str]:
    """(exit code, result, what was said on stderr) of the command."""
    done = CliRunner().invoke(app, ["import", *arguments, "--json"])
    return done.exit_code, json.loads(done.stdout) if done.stdout.startswith("{") else {}, done.stderr


@pytest.mark.req("S0-19")
def test_the_command_imports_twice_as_once(empty: Arena, tmp_path: Path) -> None:
    path = str(strava(tmp_path / "export.zip"))
    arguments = ("fitness", path, "--url", empty.http, "--key", KEY, "--user", "ida", "--tz", "Europe/Berlin")
    code, result, _ = called(*arguments, "--batch", "2")
    (file,) = result["files"]
    assert (code, file["accepted"], file["rejected"]) == (0, 3, 2)
    empty.pipeline.drain()
    code, result, _ = called(*arguments)
    empty.pipeline.drain()
    assert code == 0
    found = empty.get(f"{F}/activities", athlete="ida")["items"]
    assert sorted(item["external_id"] for item in found) == ["101", "102", "103"]
    ride = next(item for item in found if item["external_id"] == "101")
    assert (ride["started_at"], ride["distance_m"]) == ("2026-03-01T07:30:00+01:00", 30000.5)


def test_a_dry_run_sends_nothing_and_shows_what_it_would(empty: Arena, tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(fit())
    code, result, _ = called("fitness", str(tmp_path / "a.fit"), "--dry-run", "--user", "jan", "--set", "sport=virtual")
    (file,) = result["files"]
    assert (code, result["dry_run"], file["events"]) == (0, True, 1)
    assert file["sample"][0]["properties"]["sport_type"] == "virtual"
    assert empty.get(f"{F}/activities", athlete="jan")["items"] == []


def test_wrong_use_and_failures_end_differently(empty: Arena, tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(fit())
    (tmp_path / "b.fit").write_bytes(b"broken")
    good, bad = str(tmp_path / "a.fit"), str(tmp_path / "b.fit")
    to = ("--url", empty.http, "--user", "kim")
    for arguments, exit_code, said in (
        (("nothing", good), 2, "tidewatch import fitness"), (("fitness",), 2, "tidewatch import fitness"),
        (("fitness", good, *to), 2, "--key"),
        (("fitness", good, *to, "--key", KEY, "--set", "colour=red"), 2, "source"),
        (("fitness", good, *to, "--key", KEY, "--tz", "Mars/Olympus"), 2, "time zone"),
        (("fitness", bad, *to, "--key", KEY), 1, "no whole FIT"),
        (("fitness", good, *to, "--key", "tw_no_key"), 1, "answered 401"), (("list",), 0, "Strava"),
    ):  # fmt: skip
        code, _, stderr = called(*arguments)
        assert (code, said in stderr) == (exit_code, True), (arguments, code, stderr)
