"""People are found by admins, page by page."""

from __future__ import annotations

import pytest

from tests.packs.learning.campus import ZONES, Campus, get, status

PATH = "/users"


@pytest.mark.req("S2-30", "S2-56")
def test_pages_hold_everybody_once_in_order(campus: Campus) -> None:
    found, offset = [], 0
    while offset is not None:
        page = get(campus.as_(11, "ADMIN"), PATH, limit=9, offset=offset)
        found += page["items"]
        offset = page["next"]
    wanted = sorted(campus.rosters[11]["people"], key=lambda row: (row["last_name"], row["first_name"], row["id"]))
    assert [row["id"] for row in found] == [row["id"] for row in wanted]
    assert page["total"] == len(wanted)
    assert len(get(campus.admin, PATH)["items"]) == 20


@pytest.mark.req("S2-30")
@pytest.mark.parametrize("field", ["username", "email", "first_name", "last_name"])
def test_search_looks_into_each_field(campus: Campus, field: str) -> None:
    text = campus.rosters[12]["people"][5][field]
    found = get(campus.admin, PATH, search=text[1:].upper(), limit=100)["items"]
    people = [row for one in campus.rosters.values() for row in one["people"]]
    names = ("username", "email", "first_name", "last_name")
    wanted = {row["id"] for row in people if any(text[1:].lower() in row[name].lower() for name in names)}
    assert {row["id"] for row in found} == wanted and wanted


@pytest.mark.req("S2-30", "S2-52")
def test_roles_filter_and_signs_of_patterns_are_plain_text(campus: Campus) -> None:
    found = get(campus.as_(12, "ADMIN"), PATH, role="TEACHER")["items"]
    assert {row["role"] for row in found} == {"TEACHER"} and len(found) == 4
    for text in ("%", "_", "\\", "'; drop table learning_people; --"):
        assert get(campus.admin, PATH, search=text)["total"] == 0
    assert status(campus.admin, PATH, role="JANITOR") == status(campus.admin, PATH, limit=101) == 422
    assert status(campus.admin, PATH, offset=-1) == 422 and status(campus.admin, PATH, search="\0") == 422


@pytest.mark.req("S2-30", "S2-50", "S2-53")
def test_it_is_for_admins_of_the_school(campus: Campus) -> None:
    for who in (campus.as_(11, "TEACHER"), campus.as_(11, "STUDENT"), campus.login("viewer")):
        assert status(who, PATH) == 403
    assert get(campus.as_(11, "ADMIN"), PATH, search=campus.rosters[12]["people"][0]["username"])["total"] == 0
    assert get(campus.admin, PATH)["total"] == sum(len(campus.rosters[seed]["people"]) for seed in ZONES)


@pytest.mark.req("S2-56")
def test_classes_are_listed_for_staff(campus: Campus) -> None:
    everywhere = get(campus.as_(11, "ADMIN"), "/classes")
    assert everywhere["total"] == len(campus.rosters[11]["classes"])
    mine = get(campus.as_(11, "TEACHER", 1), "/classes")["items"]
    assert [(row["id"], row["students"]) for row in mine] == [
        (campus.group(11, 1), len(campus.members(campus.group(11, 1))))
    ]
    assert status(campus.as_(11, "STUDENT"), "/classes") == 403
