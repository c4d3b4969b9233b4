"""Money that may be spent in vain, by four rules. Pure: rows of waste.sql in, findings out. Amounts are USD, exact.

Each rule says what it assumes, so that its saving can be checked; none counts on money that was not spent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]
MILLION = Decimal(1_000_000)
LEAST_SAVING = Decimal(1)
"""USD of the range, below which nothing is said."""
LEAST_PROMPTS = 1_000_000
"""Tokens of prompts, below which caching is not judged."""
LOW_HIT, GOAL_HIT = 0.2, 0.6
"""A hit share below the first is low; the second is assumed to be within reach."""
READS = 5
"""How often what is written to a cache is read, as is assumed."""
SHORT_PROMPT, SHORT_ANSWER = 2_000, 400
"""Tokens up to which a message asks little of a model."""
FAILED_SHARE = 0.03
"""Share of the cost that goes into failed answers, from which on it is said."""
MODELS = ("llm.waste.cache", "llm.waste.model", "llm.waste.failures", "llm.waste.sessions")
TOKENS = {"input": "input", "output": "output", "cache_read": "cache_read", "cache_5m": "cache_write_5m",
          "cache_1h": "cache_write_1h"}  # fmt: skip
"""Sums -> the price that each pays."""


@dataclass(frozen=True)
class Waste:
    """A finding about a project. `saving`: USD of the range. `evidence`: the numbers it rests on."""

    model: str
    project: str
    key: str
    title: str
    text: str
    advice: str
    saving: Decimal
    confidence: float
    evidence: dict[str, Any]


def dollars(amount: Decimal) -> str:
    """For people."""
    return f"${amount:,.2f}"


def priced(row: Row, price: Row) -> Decimal:
    """What the tokens of a row cost at a price."""
    return sum((Decimal(row[name]) * price[by] for name, by in TOKENS.items()), Decimal(0)) / MILLION


def prompts(row: Row) -> int:
    """Tokens of all prompts."""
    return int(row["input"] + row["cache_read"] + row["cache_5m"] + row["cache_1h"])


def of_caches(rows: Sequence[Row], prices: Mapping[str, Row]) -> list[Waste]:
    """Projects that read little from caches though they send much."""
    found = []
    for row in rows:
        price, sent = prices.get(row["model"]), prompts(row)
        if price is None or sent < LEAST_PROMPTS or price["cache_read"] >= price["input"]:
            continue
        hit = row["cache_read"] / sent
        moved = Decimal(int(min(GOAL_HIT - hit, row["input"] / sent) * sent)) if hit < LOW_HIT else Decimal(0)
        gain = price["input"] - price["cache_read"] - (price["cache_write_5m"] - price["input"]) / READS
        saving = min(moved * gain / MILLION, row["cost"])
        if saving < LEAST_SAVING:
            continue
        evidence = {
            "prompt_tokens": sent, "cache_hit_percent": round(100 * hit, 2), "assumed_hit_percent": 100 * GOAL_HIT,
            "assumed_reads_of_each_write": READS, "cost": str(row["cost"]), "messages": row["messages"],
        }  # fmt: skip
        text = (
            f"{row['name']} sent {sent:,} prompt tokens to {row['model']}; {100 * hit:.0f} % came from a cache. "
            f"At {100 * GOAL_HIT:.0f} % the same would have cost {dollars(saving)} less."
        )
        advice = "Mark the part of the prompt that stays the same (system prompt, tools, documents) for caching."
        found.append(
            Waste(
                MODELS[0], row["project_id"], row["model"], f"{row['name']} hardly uses prompt caching", text, advice,
                saving, 0.6, evidence,
            )
        )  # fmt: skip
    return found


def of_models(small: Sequence[Row], prices: Mapping[str, Row]) -> list[Waste]:
    """Small messages to a dear model, where a cheaper one is in use already."""
    found = []
    for row in small:
        mine = prices.get(row["model"])
        costs = {model: priced(row, price) for model, price in prices.items()}
        known = {model: cost for model, cost in costs.items() if cost > 0}
        if mine is None or not known:
            continue
        best = min(known, key=lambda model: (known[model], model))
        saving = min(priced(row, mine), row["cost"]) - known[best]
        if best == row["model"] or saving < LEAST_SAVING or known[best] * 2 > row["cost"]:
            continue
        evidence = {
            "messages": row["messages"], "cost": str(row["cost"]), "cheaper_model": best,
            "cost_there": str(known[best]), "prompt_tokens_up_to": SHORT_PROMPT, "answer_tokens_up_to": SHORT_ANSWER,
        }  # fmt: skip
        text = (
            f"{row['messages']:,} messages to {row['model']} had at most {SHORT_PROMPT:,} tokens of prompt and "
            f"{SHORT_ANSWER} of answer. They cost {dollars(row['cost'])}; {best} would have taken "
            f"{dollars(known[best])} for the same tokens."
        )
        advice = f"Try {best} for short questions, and compare the answers before switching."
        title = f"{row['project_id']} asks little of {row['model']}"
        found.append(
            Waste(MODELS[1], row["project_id"], row["model"], title, text, advice, saving, 0.5, evidence)
        )  # fmt: skip
    return found


def of_failures(rows: Sequence[Row]) -> list[Waste]:
    """Projects that pay for answers that failed."""
    sums: dict[str, dict[str, Any]] = {}
    for row in rows:
        one = sums.setdefault(row["project_id"], {"name": row["name"]})
        for name in ("messages", "cost", "failed", "failed_cost", "retried", "retried_cost"):
            one[name] = one.get(name, 0) + row[name]
    found = []
    for project, one in sums.items():
        saving = Decimal(one["failed_cost"])
        if saving < LEAST_SAVING or saving < Decimal(str(FAILED_SHARE)) * one["cost"]:
            continue
        share = 100 * saving / one["cost"]
        evidence = {name: str(value) if "cost" in name else value for name, value in one.items() if name != "name"}
        text = (
            f"{one['failed']:,} of {one['messages']:,} answers to {one['name']} failed, and were paid for: "
            f"{dollars(saving)}, {share:.0f} % of its cost. {one['retried']:,} messages repeated one that had failed."
        )
        advice = "Look at what these answers have in common; wait longer between attempts, and give up sooner."
        title = f"{one['name']} pays for answers that fail"
        found.append(Waste(MODELS[2], project, "failures", title, text, advice, saving, 0.9, evidence))
    return found


def of_sessions(rows: Sequence[Row]) -> list[Waste]:
    """Sessions that went on for very long, so that each message carried all before."""
    by_project: dict[str, list[Row]] = {}
    for row in rows:
        by_project.setdefault(row["project_id"], []).append(row)
    found = []
    for project, mine in by_project.items():
        usual = Decimal(str(mine[0]["usual_each"]))
        saving = sum((max(Decimal(0), row["cost"] - usual * row["priced"]) for row in mine), Decimal(0))
        if saving < LEAST_SAVING:
            continue
        cost = sum((row["cost"] for row in mine), Decimal(0))
        worst = [{"session_id": r["session_id"], "messages": r["messages"], "cost": str(r["cost"])} for r in mine[:5]]
        evidence = {
            "sessions": len(mine), "cost": str(cost), "usual_messages": mine[0]["usual_messages"],
            "usual_cost_per_message": str(usual), "dearest": worst,
        }  # fmt: skip
        text = (
            f"{len(mine)} sessions of {project} with 50 messages and more cost {dollars(cost)}, each over 10 times the "
            f"usual. At the usual cost a message they would have cost {dollars(saving)} less."
        )
        advice = "Begin a new session for a new task, or have long ones summarised, so that prompts stay short."
        title = f"Very long sessions of {project}"
        found.append(Waste(MODELS[3], project, "sessions", title, text, advice, saving, 0.5, evidence))
    return found
