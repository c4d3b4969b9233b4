"""Messages of a made-up company that uses language models, with causes worth finding; the same for the same seed.

People work on weekdays in their zone, jobs run by night; two models are exchanged for newer ones on the way; one
project does not cache, one sends short questions to the dearest model, one retries a lot, some models have no price.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

PER_DAY = 300
"""Messages of a day of size 1."""
DEMO = {"size": 0.4}
_BUDGET = {"metric": "llm.cost", "direction": "stay_below", "window": "monthly", "timezone": "Europe/Berlin"}
GOALS = (
    {"name": "budget", "title": "At most {shown} USD a month for all models", "ahead": 1.4} | _BUDGET,
    {"name": "budget of Delta", "title": "At most {shown} USD a month for Delta", "ahead": 0.45,
     "labels": {"project": "delta"}} | _BUDGET,
)  # fmt: skip
"""What the demo's people want (`cli.demo_goals`)."""


@dataclass(frozen=True)
class Project:
    """How one project uses models. `models`: (name, from which share of the time on, weight)."""

    name: str
    weight: float
    models: tuple[tuple[str, float, float], ...]
    prompt: float
    answer: float
    cached: float
    failing: float = 0.01
    nightly: bool = False
    stated: float = 0.9


OPUS, SONNET, HAIKU, GPT, LOCAL = "claude-opus-4-5", "claude-sonnet-4-5", "claude-haiku-4-5", "gpt-4.1", "llama-local"
PROJECTS = (
    Project("Atlas", 5, ((SONNET, 0, 6), (OPUS, 0.55, 5), (HAIKU, 0, 2)), 9.0, 6.4, 0.85),
    Project("Beacon", 3, ((SONNET, 0, 5), (GPT, 0, 3)), 8.6, 6.0, 0.8),
    Project("Cargo", 2.5, ((SONNET, 0, 1),), 10.2, 5.6, 0.02),
    Project("Delta", 2, ((OPUS, 0, 8), (HAIKU, 0.3, 1)), 5.2, 4.2, 0.3),
    Project("Echo", 1.5, ((HAIKU, 0, 4), (GPT, 0, 1)), 7.4, 5.5, 0.6, failing=0.16),
    Project("Forge", 2, ((HAIKU, 0, 3), (LOCAL, 0.2, 1)), 8.0, 6.8, 0.7, nightly=True),
    Project("Grove", 0.7, ((GPT, 0, 1), (LOCAL, 0, 2)), 7.0, 5.0, 0.0, stated=0.4),
    Project("Harbor", 0.3, ((SONNET, 0, 1),), 7.7, 6.1, 0.7, stated=0.0),
)
SPEED = {OPUS: 38.0, SONNET: 62.0, HAIKU: 140.0, GPT: 75.0, LOCAL: 25.0}
"""Tokens a second."""
RATES = {OPUS: (5, 25, 0.5), SONNET: (3, 15, 0.3), HAIKU: (1, 5, 0.1), GPT: (2, 8, 0.5), LOCAL: (0, 0, 0)}
"""What a producer that states costs pays: USD a million tokens read, written, read from a cache."""


def events(seed: int, start: datetime, days: int, size: float = 1.0, zone: str = "UTC") -> Iterator[dict[str, Any]]:
    """Events as POST /api/v1/events takes them, in order of time, for `days` local days from `start` (aware) on."""
    rng, at = np.random.default_rng(seed), ZoneInfo(zone)
    first = start.astimezone(at).replace(hour=0, minute=0, second=0, microsecond=0)
    carried: list[tuple[float, dict[str, Any]]] = []
    for day in range(days):
        begin = first + timedelta(days=day)  # wall clock: a day has 23 or 25 hours when clocks change
        bounds = [(begin + timedelta(days=n)).astimezone(UTC).timestamp() for n in (0, 1)]
        carried += _day(rng, seed, day, day / max(days, 1), begin, bounds, size)
        carried.sort(key=lambda pair: pair[0])
        ready = [pair for pair in carried if pair[0] < bounds[1]]
        carried = carried[len(ready) :]
        yield from (event for _, event in ready)
    yield from (event for _, event in carried)


def _day(
    rng: np.random.Generator, seed: int, day: int, share: float, begin: datetime, bounds: list[float], size: float
) -> list[tuple[float, dict[str, Any]]]:
    """The sessions that begin on a local day."""
    weekend = 0.3 if begin.weekday() >= 5 else 1.0
    growth = 1 + 0.6 * share
    made: list[tuple[float, dict[str, Any]]] = []
    whole = sum(project.weight for project in PROJECTS)
    for number, project in enumerate(PROJECTS):
        calm = 1.0 if project.nightly else weekend
        wanted = PER_DAY * size * growth * calm * project.weight / whole
        for session in range(int(rng.poisson(wanted / 9))):
            n = 1 + int(rng.geometric(1 / 9)) if rng.random() < 0.985 else int(rng.integers(60, 120))
            began = _moment(rng, project, bounds)
            name = f"{project.name.lower()}-{seed}-{day}-{session}"
            made += _session(rng, project, number, name, began, n, share)
    return made


def _moment(rng: np.random.Generator, project: Project, bounds: list[float]) -> float:
    """When a session begins: in the working hours of the local day, or by night."""
    low, high = bounds
    hours = (high - low) / 3600
    hour = rng.uniform(1, 4) if project.nightly else np.clip(rng.choice((10.0, 15.0)) + rng.normal(0, 2.2), 0, 23.9)
    return low + float(hour) * 3600 * hours / 24


def _session(
    rng: np.random.Generator, project: Project, number: int, name: str, began: float, n: int, share: float
) -> list[tuple[float, dict[str, Any]]]:
    names, weights = zip(*((m, w) for m, since, w in project.models if share >= since), strict=True)
    which = rng.choice(len(names), n, p=np.array(weights) / sum(weights)).tolist()
    prompt = rng.lognormal(project.prompt, 0.8, n).astype(int)
    answer = rng.lognormal(project.answer, 0.9, n).astype(int) + 1
    gaps = np.cumsum(rng.exponential(95, n)).tolist()
    noise, luck = rng.lognormal(0, 0.35, n).tolist(), rng.random((4, n)).tolist()
    user = f"user-{number}-{int(rng.integers(0, 6))}"
    made, failed = [], False
    for i in range(n):
        model = names[which[i]]
        hit = project.cached > 0 and i > 0 and luck[0][i] < project.cached
        read = int(prompt[i] * 0.9) if hit else 0
        wrote = int(prompt[i] * 0.8) if project.cached > 0 and not hit and "claude" in model else 0
        tokens = (int(prompt[i]) - read - wrote, int(answer[i]), read, wrote)
        properties = _properties(project, model, tokens, noise[i], luck[2][i] < project.stated, luck[3][i])
        properties["attempt"] = 2 if failed else 1
        failed = luck[1][i] < project.failing
        properties["status"] = "error" if failed else "ok"
        made.append((began + gaps[i], _event(f"{name}-{i}", began + gaps[i], user, name, properties)))
    return made


def _properties(
    project: Project, model: str, tokens: tuple[int, int, int, int], noise: float, stated: bool, luck: float
) -> dict[str, Any]:
    fresh, answer, read, wrote = tokens
    made: dict[str, Any] = {
        "project_id": project.name.lower(),
        "project_name": project.name,
        "model": model,
        "duration_ms": int(400 + noise * 1000 * answer / SPEED[model]),
        "input_tokens": fresh,
        "output_tokens": answer,
        "cache_read_tokens": read,
        "cache_write_5m_tokens": wrote if luck < 0.8 else 0,
        "cache_write_1h_tokens": 0 if luck < 0.8 else wrote,
    }
    if stated:
        paid, said, kept = RATES[model]
        # in units of 1e-9 USD, so that the text is exact
        cost = round(1000 * (fresh * paid + answer * said + read * kept + 1.25 * wrote * paid))
        made["cost_usd"] = f"{cost // 10**9}.{cost % 10**9:09d}"
    if luck > 0.995:
        del made["model"]
    return made


def _event(name: str, at: float, user: str, session: str, properties: dict[str, Any]) -> dict[str, Any]:
    stamp = datetime.fromtimestamp(round(at, 3), UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "event_id": name,
        "event_type": "llm.message",
        "timestamp": stamp,
        "user_id": user,
        "session_id": session,
        "properties": properties,
    }
