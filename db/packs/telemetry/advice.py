"""From an insight to what can be done about it: templates are data, of the pack and of each tenant."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from db.records import Severity
from db.rows import glob

Text = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00]*$")]
Word = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Scalar = bool | int | float | Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ActionTemplate(_Strict):
    """What a device is asked to do. The device is that of the insight."""

    type: Literal["DEVICE_CONTROL", "CONFIGURATION_CHANGE"]
    command: Word = Field(examples=["set_fan"])
    payload: dict[Word, Scalar] = Field(default_factory=dict, max_length=50, examples=[{"level": "high"}])


class Template(_Strict):
    """What to say of insights that fit. `severity`: this or worse."""

    metric: Word = Field("*", description="`*` stands for anything", examples=["*battery.*"])
    category: Word = Field("*", examples=["change"])
    severity: Severity = Severity.medium
    text: Text = Field(description="May hold {title}, {metric}, {device}, {severity}")
    estimated_impact: Text | None = None
    action: ActionTemplate | None = None


class Named(Template):
    """With the name by which it is known."""

    name: Word


class _File(_Strict):
    devices: tuple[str, ...]
    templates: tuple[Named, ...]


@cache
def shipped() -> _File:
    """Those of the pack. Raises `pydantic.ValidationError` where the file is wrong."""
    return _File.model_validate(tomllib.loads((Path(__file__).parent / "templates.toml").read_text()))


def device_of(labels: Mapping[str, str]) -> str | None:
    """The device that an insight is about, by the first label that names one."""
    return next((labels[name] for name in shipped().devices if labels.get(name)), None)


def recommendations_of(insight: Mapping[str, Any], own: Sequence[Named]) -> list[dict[str, Any]]:
    """What can be done about an insight, the actionable first: `own` templates, then those of the pack, then what the
    model itself advises. Each has an id that stays the same as long as the insight says the same."""
    told: list[dict[str, Any]] = []
    for template in (*own, *shipped().templates):
        if _fits(template, insight):
            seal = blake2b(f"{template in own}:{template.name}".encode(), digest_size=4).hexdigest()
            told.append(_said(template, insight) | {"id": f"{insight['insight_id']}.t{seal}"})
            break
    for place, text in enumerate(insight["recommendations"]):
        plain = {"text": str(text), "action": None, "estimated_impact": None, "severity": insight["severity"]}
        told.append(plain | {"id": f"{insight['insight_id']}.m{place}"})
    return told


def _fits(template: Template, insight: Mapping[str, Any]) -> bool:
    return (
        Severity(insight["severity"]).rank >= template.severity.rank
        and glob(template.metric, insight["metric"])
        and glob(template.category, insight["category"])
        and (template.action is None or device_of(insight["labels"]) is not None)
    )


def _said(template: Template, insight: Mapping[str, Any]) -> dict[str, Any]:
    device = device_of(insight["labels"])
    words = {
        "title": insight["title"], "metric": insight["metric"], "severity": str(insight["severity"]),
        "device": device or "the device",
    }  # fmt: skip
    action = None
    if template.action is not None:
        action = {
            "type": template.action.type, "target_device_id": device, "command": template.action.command,
            "payload": dict(template.action.payload),
        }  # fmt: skip
    return {
        "text": _filled(template.text, words),
        "action": action,
        "estimated_impact": template.estimated_impact and _filled(template.estimated_impact, words),
        "severity": insight["severity"],
    }


def _filled(text: str, words: Mapping[str, str]) -> str:
    """The text with its words; no format strings, which could reach into objects."""
    for name, word in words.items():
        text = text.replace("{" + name + "}", word)
    return text
