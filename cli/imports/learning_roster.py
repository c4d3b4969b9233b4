"""OneRoster 1.1 and 1.2 as CSV (a folder or a zip) -> rows of the roster. Pure but for reading the files."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from cli.imports.model import CannotRead, Problem, Wish

Row = dict[str, str]
Rows = dict[str, list[dict[str, Any]]]
FILES = ("orgs", "users", "roles", "courses", "classes", "enrollments")
NEEDED = ("orgs", "users")
STUDENTS = frozenset({"student"})
TEACHERS = frozenset({"teacher", "aide", "proctor", "counselor"})
ADMINS = frozenset({"administrator", "districtadministrator", "siteadministrator", "systemadministrator", "principal"})
LARGEST = 512 << 20
"""Bytes of one unpacked file."""


def tables(path: Path) -> dict[str, list[Row]]:
    """The CSV files of a folder or zip by name, with their rows. Raises `CannotRead`."""
    texts = dict(_zipped(path) if path.is_file() else _folder(path))
    if missing := [name for name in NEEDED if name not in texts]:
        raise CannotRead(f"it is no OneRoster export: there is no {missing[0]}.csv in it")
    found = {}
    for name, text in texts.items():
        rows = csv.DictReader(io.StringIO(text, newline=""))
        if "sourcedId" not in (rows.fieldnames or ()):
            raise CannotRead(f"{name}.csv has no column sourcedId; is it OneRoster CSV?")
        found[name] = [{key: (value or "").strip() for key, value in row.items() if key} for row in rows]
    return {name: found.get(name, []) for name in FILES}


def _folder(path: Path) -> Iterator[tuple[str, str]]:
    for name in FILES:
        if (file := path / f"{name}.csv").is_file():
            yield name, file.read_text(encoding="utf-8-sig")


def _zipped(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                name = Path(info.filename).stem
                if name in FILES and info.filename.endswith(".csv"):
                    if info.file_size > LARGEST:
                        raise CannotRead(f"{info.filename} has more than {LARGEST >> 20} MiB unpacked")
                    yield name, archive.read(info).decode("utf-8-sig")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise CannotRead(f"it is no zip, is damaged, or has a password: {error}") from error


def roster_of(found: dict[str, list[Row]], wish: Wish) -> tuple[Rows, list[Problem]]:
    """Rows as POST /api/v1/learning/roster takes them, in the order in which they refer to each other; and what is
    left out. Ids are the sourcedIds where those are UUIDs, else drawn from them: the same file twice is the same."""
    rows: Rows = {noun: [] for noun in ("schools", "people", "courses", "classes", "enrolments")}
    problems: list[Problem] = []
    space = wish.options.get("namespace", "")
    schools = {row["sourcedId"] for row in found["orgs"] if row.get("type", "").lower() == "school" and not _gone(row)}
    for row in found["orgs"]:
        if row["sourcedId"] in schools:
            zone = {"timezone": wish.tz} if wish.tz else {}
            rows["schools"].append(_named(row, "org", space) | {"name": row.get("name") or row["sourcedId"], **zone})
    people = _people(found, schools, space, rows, problems)
    courses = {row["sourcedId"] for row in found["courses"] if not _gone(row)}
    for row in found["courses"]:
        if row["sourcedId"] in courses:
            subject = row.get("subjects", "").split(",")[0].strip() or None
            title = row.get("title") or row["sourcedId"]
            rows["courses"].append(_named(row, "course", space) | {"title": title, "subject": subject})
    classes = _classes(found, schools, courses, space, rows, problems)
    _enrolments(found, people, classes, space, rows, problems)
    return rows, problems


def _people(
    found: dict[str, list[Row]], schools: set[str], space: str, rows: Rows, problems: list[Problem]
) -> set[str]:
    """1.1 says role and schools of a user in users.csv, 1.2 in roles.csv."""
    said: dict[str, list[Row]] = {}
    for row in found["roles"]:
        said.setdefault(row.get("userSourcedId", ""), []).append(row)
    taken: set[str] = set()
    for row in found["users"]:
        roles = sorted(said.get(row["sourcedId"], []), key=lambda one: one.get("roleType") != "primary")
        role = role_of(row.get("role") or (roles[0].get("role", "") if roles else ""))
        orgs = row.get("orgSourcedIds", "").split(",") + [one.get("orgSourcedId", "") for one in roles]
        school = next((org.strip() for org in orgs if org.strip() in schools), None)
        if _gone(row):
            problems.append(Problem(f"user {row['sourcedId']}", "to be deleted: ask for an erasure (docs/privacy.md)"))
        elif role is None:
            problems.append(Problem(f"user {row['sourcedId']}", "neither student nor teacher nor administrator"))
        else:
            taken.add(row["sourcedId"])
            rows["people"].append(
                _named(row, "user", space)
                | {
                    "username": row.get("username") or row["sourcedId"],
                    "email": row.get("email") or None,
                    "first_name": row.get("givenName", ""),
                    "last_name": row.get("familyName", ""),
                    "role": role,
                    "school_id": ident("org", school, space) if school else None,
                }
            )
    return taken


def _classes(
    found: dict[str, list[Row]], schools: set[str], courses: set[str], space: str, rows: Rows, problems: list[Problem]
) -> set[str]:
    taken: set[str] = set()
    for row in found["classes"]:
        school, course = row.get("schoolSourcedId", ""), row.get("courseSourcedId", "")
        if school not in schools:
            problems.append(Problem(f"class {row['sourcedId']}", "its school is not in orgs.csv"))
            continue
        taken.add(row["sourcedId"])
        rows["classes"].append(
            _named(row, "class", space)
            | {
                "school_id": ident("org", school, space),
                "course_id": ident("course", course, space) if course in courses else None,
                "name": row.get("title") or row["sourcedId"],
                "active": not _gone(row),
            }
        )
    return taken


def _enrolments(
    found: dict[str, list[Row]], people: set[str], classes: set[str], space: str, rows: Rows, problems: list[Problem]
) -> None:
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for row in found["enrollments"]:
        person, class_ = row.get("userSourcedId", ""), row.get("classSourcedId", "")
        role = role_of(row.get("role", ""))
        if person not in people or class_ not in classes or role not in ("STUDENT", "TEACHER"):
            problems.append(Problem(f"enrolment {row['sourcedId']}", "its user, class or role is not taken"))
            continue
        one = {"class_id": ident("class", class_, space), "person_id": ident("user", person, space)}
        before = seen.get((class_, person), {"active": False})
        seen[class_, person] = one | {"role": role, "active": before["active"] or not _gone(row)}
    rows["enrolments"] = list(seen.values())


def role_of(word: str) -> str | None:
    """OneRoster's word -> ours; None: somebody whom learning does not keep, such as a guardian."""
    low = word.strip().lower()
    return "STUDENT" if low in STUDENTS else "TEACHER" if low in TEACHERS else "ADMIN" if low in ADMINS else None


def ident(kind: str, sourced: str, space: str) -> str:
    """A UUID for a sourcedId. `space` keeps exports of different systems apart."""
    try:
        return str(UUID(sourced))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, f"oneroster:{space}:{kind}:{sourced}"))


def _named(row: Row, kind: str, space: str) -> dict[str, Any]:
    return {"id": ident(kind, row["sourcedId"], space), "external_id": row["sourcedId"]}


def _gone(row: Row) -> bool:
    return row.get("status", "").lower() in ("tobedeleted", "inactive")
