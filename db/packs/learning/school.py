"""A made-up school for the factory: people, classes, courses. The same seed and size: the same school."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import numpy as np

SUBJECTS = ("Mathematics", "Biology", "History", "English")
LESSONS, QUIZZES, CLASS_SIZE = 12, 4, 25
FIRST = (
    "Ada",
    "Ben",
    "Chloe",
    "Dara",
    "Emil",
    "Femi",
    "Grace",
    "Hugo",
    "Ines",
    "Jonas",
    "Kiran",
    "Lena",
    "Mika",
    "Noor",
)
LAST = ("Adler", "Baker", "Costa", "Diallo", "Evans", "Fischer", "Gurung", "Haas", "Ito", "Jensen", "Kowal", "Lopez")

Rows = list[dict[str, Any]]


def ident(seed: int, kind: int, number: int) -> str:
    """A UUID (version 4 in form) that says nothing but is always the same."""
    return str(UUID(int=(seed << 64 | kind << 40 | number) % (1 << 122) * 0x9E3779B97F4A7C15 % (1 << 128), version=4))


def student(seed: int, number: int) -> str:
    """The id of a student, numbers from 0."""
    return ident(seed, 1, number)


def lesson(seed: int, course: int, number: int) -> str:
    """The id of a lesson."""
    return ident(seed, 4, course * LESSONS + number)


def quiz(seed: int, course: int, number: int) -> str:
    """The id of a quiz."""
    return ident(seed, 5, course * QUIZZES + number)


def page(seed: int, course: int, number: int) -> str:
    """The id of what a lesson is made of."""
    return ident(seed, 6, course * LESSONS + number)


def roster(seed: int, size: int | float = 100, zone: str = "UTC") -> dict[str, Rows]:
    """A school in a zone with so many students, as POST /api/v1/learning/roster takes it.

    Every student is in two classes of 25 or so, each with a course and a teacher of its own.
    """
    students, rng = int(size), np.random.default_rng(seed)
    groups = max(1, -(-students // CLASS_SIZE))
    school = {"id": ident(seed, 0, 0), "name": f"School {seed}", "timezone": zone}
    found: dict[str, Rows] = {"schools": [school], **_courses(seed)}
    people = [_person(seed, 2, 0, "ADMIN", rng)]
    people += [_person(seed, 3, i, "TEACHER", rng) for i in range(2 * groups)]
    people += [_person(seed, 1, i, "STUDENT", rng) for i in range(students)]
    found["people"] = [{**person, "school_id": school["id"]} for person in people]
    found["classes"], found["enrolments"] = [], []
    for number in range(2 * groups):
        group, second = divmod(number, 2)
        course = (group + second * (1 + group % 3)) % len(SUBJECTS)
        members = range(group * CLASS_SIZE, min(students, (group + 1) * CLASS_SIZE))
        id_ = ident(seed, 7, number)
        found["classes"].append(
            {
                "id": id_,
                "school_id": school["id"],
                "course_id": ident(seed, 8, course),
                "name": f"{SUBJECTS[course]} {group + 1}",
            }
        )
        found["enrolments"].append({"class_id": id_, "person_id": ident(seed, 3, number), "role": "TEACHER"})
        found["enrolments"] += [{"class_id": id_, "person_id": student(seed, i), "role": "STUDENT"} for i in members]
    return found


def _courses(seed: int) -> dict[str, Rows]:
    courses, lessons, content, quizzes = [], [], [], []
    for c, subject in enumerate(SUBJECTS):
        id_ = ident(seed, 8, c)
        courses.append({"id": id_, "title": f"{subject} {seed}", "subject": subject})
        for i in range(LESSONS):
            at = lesson(seed, c, i)
            lessons.append({"id": at, "course_id": id_, "title": f"{subject}, lesson {i + 1}", "place": i})
            content.append(
                {"id": page(seed, c, i), "lesson_id": at, "title": f"{subject} film {i + 1}", "kind": "video"}
            )
        quizzes += [
            {"id": quiz(seed, c, i), "course_id": id_, "title": f"{subject} quiz {i + 1}"} for i in range(QUIZZES)
        ]
    return {"courses": courses, "lessons": lessons, "content": content, "quizzes": quizzes}


def _person(seed: int, kind: int, number: int, role: str, rng: np.random.Generator) -> dict[str, Any]:
    first, last = FIRST[rng.integers(len(FIRST))], LAST[rng.integers(len(LAST))]
    username = f"{first}.{last}.{seed}.{kind}.{number}".lower()
    return {
        "id": ident(seed, kind, number),
        "username": username,
        "email": f"{username}@example.org",
        "first_name": first,
        "last_name": last,
        "role": role,
    }
