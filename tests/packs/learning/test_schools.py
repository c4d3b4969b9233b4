"""Schools: an organisation has several, and each sees itself."""

from __future__ import annotations

import pytest

from tests.packs.learning.campus import ZONES, Campus, get, status


@pytest.mark.req("S2-41", "S2-44", "S2-56")
def test_the_organisation_lists_all_and_a_school_itself(campus: Campus) -> None:
    everywhere = get(campus.admin, "/schools")
    assert {row["id"]: row["timezone"] for row in everywhere["items"]} == {
        campus.school(s): z for s, z in ZONES.items()
    }
    assert [row["id"] for row in get(campus.as_(12, "ADMIN"), "/schools")["items"]] == [campus.school(12)]
    assert get(campus.admin, "/schools", limit=1)["next"] == 1
    for who in (campus.as_(11, "TEACHER"), campus.as_(11, "STUDENT"), campus.login("viewer")):
        assert status(who, "/schools") == 403


@pytest.mark.req("S2-42", "S2-44")
def test_a_school_is_seen_by_its_people(campus: Campus) -> None:
    told = get(campus.as_(11, "STUDENT"), f"/schools/{campus.school(11)}")
    roles = [row["role"] for row in campus.rosters[11]["people"]]
    assert (told["students"], told["teachers"]) == (roles.count("STUDENT"), roles.count("TEACHER"))
    assert told["classes"] == len(campus.rosters[11]["classes"])
    assert status(campus.as_(11, "STUDENT"), f"/schools/{campus.school(12)}") == 404
    assert status(campus.admin, "/schools/00000000-0000-4000-8000-000000000000") == 404
    assert status(campus.admin, "/schools/7") == 400


@pytest.mark.req("S2-43", "S2-51", "S2-52")
def test_a_school_is_made_once_by_an_admin_of_the_organisation(empty: Campus) -> None:
    body = {"name": "Lindenhof", "timezone": "Europe/Berlin", "week_start": "sunday"}
    made = empty.admin.post("/api/v1/learning/schools", json=body)
    assert made.status_code == 201 and made.json()["timezone"] == "Europe/Berlin"
    assert get(empty.admin, f"/schools/{made.json()['id']}") == made.json()
    assert made.headers["location"].endswith(made.json()["id"])
    assert empty.admin.post("/schools", json={"name": "LINDENHOF"}).status_code == 409
    for wrong in ({"name": ""}, {"name": "a", "timezone": "Mars"}, {"name": "a", "colour": "red"}, {}):
        assert empty.admin.post("/api/v1/learning/schools", json=wrong).status_code == 422
    assert empty.login("operator").post("/api/v1/learning/schools", json=body).status_code == 403


@pytest.mark.req("S2-44")
def test_another_organisation_sees_none_of_it(empty: Campus) -> None:
    with empty.database() as conn:
        conn.execute("insert into tenants (name) values ('other') on conflict do nothing")
        (tenant,) = conn.execute("select id from tenants where name = 'other'").fetchone() or ()
    stranger = empty.login("admin", tenant=tenant)
    made = empty.admin.post("/api/v1/learning/schools", json={"name": "Ours"}).json()
    assert get(stranger, "/schools")["items"] == []
    assert status(stranger, f"/schools/{made['id']}") == 404
    assert status(stranger, "/analytics/overview", school_id=made["id"]) == 404
    assert stranger.post("/api/v1/learning/schools", json={"name": "Ours"}).status_code == 201
