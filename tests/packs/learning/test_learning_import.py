"""`tidewatch import learning`: OneRoster CSV and xAPI statements reach the answers, twice as once."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cli.imports import importer
from cli.imports.command import Order, run
from cli.imports.learning_roster import ident, role_of, roster_of, tables
from cli.imports.model import CannotRead, Wish
from tests.packs.learning.campus import Campus, get
from tests.pipelines import drain
from tests.serving import KEY

CSV = {
    "orgs": "sourcedId,status,name,type\n"
    "d,active,District,district\ns1,active,Lakeside,school\ns2,active,Hill,school\n",
    "users": "sourcedId,status,orgSourcedIds,role,username,givenName,familyName,email\n"
    'u1,active,"d,s1",student,ada,Ada,Adler,ada@example.org\nu2,,s1,teacher,tom,Tom,Tully,\n'
    "u3,active,s1,guardian,gus,Gus,Gray,\nu4,tobedeleted,s1,student,old,Old,Oak,\n"
    "u5,active,s2,principal,pia,Pia,Pond,\n",
    "courses": 'sourcedId,status,title,subjects\nc1,active,Algebra,"Mathematics,Logic"\n',
    "classes": "sourcedId,status,title,courseSourcedId,schoolSourcedId\n"
    "k1,active,Algebra 1,c1,s1\nk2,active,Lost,c1,s9\n",
    "enrollments": "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role\n"
    "e1,active,k1,s1,u1,student\ne2,active,k1,s1,u2,teacher\ne3,active,k2,s1,u1,student\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An export of OneRoster 1.1, as a spreadsheet program would save it."""
    for name, text in CSV.items():
        (tmp_path / f"{name}.csv").write_text("\ufeff" + text)
    return tmp_path


def test_what_is_left_out_is_said(folder: Path) -> None:
    rows, problems = roster_of(tables(folder), Wish(tz="Europe/Berlin"))
    assert [row["name"] for row in rows["schools"]] == ["Lakeside", "Hill"]
    assert {row["timezone"] for row in rows["schools"]} == {"Europe/Berlin"}
    assert [(row["username"], row["role"]) for row in rows["people"]] == [
        ("ada", "STUDENT"), ("tom", "TEACHER"), ("pia", "ADMIN"),
    ]  # fmt: skip
    assert rows["people"][0]["school_id"] == rows["schools"][0]["id"]
    assert [row["subject"] for row in rows["courses"]] == ["Mathematics"]
    assert sorted(problem.where for problem in problems) == ["class k2", "enrolment e3", "user u3", "user u4"]


def test_one_point_two_says_roles_apart(folder: Path) -> None:
    (folder / "users.csv").write_text("sourcedId,username\nu1,ada\nu2,tom\n")
    roles = "sourcedId,userSourcedId,roleType,role,orgSourcedId\n1,u1,secondary,teacher,s2\n2,u1,primary,student,s1\n"
    (folder / "roles.csv").write_text(roles)
    rows, problems = roster_of(tables(folder), Wish())
    assert [(row["role"], row["school_id"]) for row in rows["people"]] == [("STUDENT", ident("org", "s1", ""))]
    assert "user u2" in [problem.where for problem in problems]


def test_ids_last_and_uuids_stay() -> None:
    uuid = "6F1C1F2E-7F0B-4C39-9A3E-0D2F5B1C4A10"
    assert ident("user", uuid, "") == uuid.lower()
    assert ident("user", "7", "") == ident("user", "7", "") != ident("class", "7", "")
    assert ident("user", "7", "a") != ident("user", "7", "b")
    assert [role_of(word) for word in ("Student", "aide", "guardian", "")] == ["STUDENT", "TEACHER", None, None]


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"orgs\.csv"):
        tables(tmp_path)
    (tmp_path / "x.zip").write_bytes(b"no zip")
    with pytest.raises(CannotRead, match="zip"):
        tables(tmp_path / "x.zip")


def ordered(campus: Campus, *files: Path, dry_run: bool = False) -> int:
    """The command's exit code."""
    module = importer("learning")
    assert module is not None
    return run(module, list(files), Wish(tz="Europe/Berlin"), Order(campus.http, KEY, 2, dry_run, True))


def statement(number: int, actor: str, verb: str, **result: Any) -> dict[str, Any]:
    """A statement of somebody of the roster, by username."""
    return {
        "id": f"77777777-7777-4777-8777-77777777777{number}",
        "actor": {"account": {"homePage": "https://school", "name": actor}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/" + verb},
        "object": {"id": "https://school/lesson/1"},
        "result": result,
        "timestamp": f"2026-04-0{number + 1}T10:00:00Z",
    }


@pytest.mark.req("S2-60", "S2-98")
def test_a_roster_and_statements_come_in_once(
    empty: Campus, folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path_factory.mktemp("zip") / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for name, text in CSV.items():
            file.writestr(f"export/{name}.csv", text)
    lines = archive.with_name("lrs.jsonl")
    said = [statement(0, "ada", "completed"), statement(1, "ADA", "experienced"), statement(2, "nobody", "completed")]
    lines.write_text("\n".join(json.dumps(one) for one in said))
    assert ordered(empty, folder, dry_run=True) == 0
    assert get(empty.admin, "/users")["total"] == 0
    for _ in range(2):
        capsys.readouterr()
        assert ordered(empty, archive, lines) == 0
        drain(empty.url)
    roster, statements = json.loads(capsys.readouterr().out)["files"]
    assert (roster["accepted"], roster["rejected"]) == (9, 4)
    assert (statements["accepted"], statements["duplicate"], statements["rejected"]) == (0, 2, 1)
    assert [row["username"] for row in get(empty.admin, "/users")["items"]] == ["ada", "pia", "tom"]
    told = get(empty.admin, "/analytics/summary", start_date="2026-04-01", end_date="2026-04-03")
    assert (told["total_activities"], told["completions"], told["total_active_users"]) == (2, 1, 1)


def test_a_roster_that_is_no_csv_is_said_to_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "orgs.csv").write_text("sourcedId,name,type\rs1,Lakeside,school\r", newline="")
    (tmp_path / "users.csv").write_text(f'sourcedId,username\nu1,"{"x" * 200_000}"\n')
    order = Order("http://nowhere", "", 10, dry_run=True, as_json=True)
    assert run(importer("learning"), [tmp_path], Wish(), order) == 1
    assert "field larger than field limit" in json.loads(capsys.readouterr().out)["files"][0]["error"]
    (tmp_path / "users.csv").write_text("sourcedId,username\nu1,ada\n")
    assert tables(tmp_path)["orgs"] == [{"sourcedId": "s1", "name": "Lakeside", "type": "school"}]
