"""Scores -> what the scorers say of them. Keys are `corpus.figure`, in the order in which they are shown.

`frozen` is the threshold that stands in the code; `best` is the one that suits the labels best, as NAB itself takes it.
`LOCO` takes, for each category of NAB, the threshold that suits the others: what unseen files will say. A detector
without a threshold of its own has no frozen figures; found, false alarms and so on are then those at the best one.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import numpy as np

from bench.detection_data import DATA, items, scorer
from ml.types import Flags, Floats

Figures = dict[str, float]
Scores = dict[str, Floats]
"""Of one corpus: name of the series -> score, a value for each row that is judged."""

PROFILES = {"standard": "standard", "reward_low_FP_rate": "low-FP", "reward_low_FN_rate": "low-FN"}
COUNTS = (".windows", ".found", ".series", "median delay, min")
DELAY_POINTS = 7


@cache
def nab_corpus(names: frozenset[str]) -> dict[str, Any]:
    """These files of NAB as its scorer wants them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the scorer leaves closing to the garbage collector
        corpus: dict[str, Any] = scorer("nab_score").load_corpus(str(DATA / "nab"), names)
    return corpus


@cache
def _labelled(corpus: str) -> dict[str, tuple[Flags, Floats]]:
    """Name -> (label, time in s) of the rows that are judged."""
    out = {}
    for item in items(corpus):
        with np.load(DATA / corpus / f"{item.name}.npz") as file:
            label = file["label"][-(len(item.t) - item.judged) :]
        out[item.name] = (label, item.t[item.judged :] / 1e6)
    return out


def nab(scores: Scores, frozen: float | None) -> Figures:
    """Figures of NAB, of those files that have scores; the delay is in minutes."""
    rules, corpus = scorer("nab_score"), nab_corpus(frozenset(scores))
    best = rules.score_detector(corpus, scores)
    out = {}
    if frozen is not None:
        at = rules.score_detector(corpus, scores, frozen)
        out = {f"nab.frozen {name}": at[profile]["score"] for profile, name in PROFILES.items()}
    out |= {f"nab.best {name}": best[profile]["score"] for profile, name in PROFILES.items()}
    folds = rules.cv_by_category(corpus, scores, {name: name.split("/")[0] for name in corpus})
    out |= {f"nab.LOCO {name}": folds[profile] for profile, name in PROFILES.items()}
    seen = rules.ops(corpus, scores, best["standard"]["threshold"] if frozen is None else frozen)
    out |= {
        "nab.windows": seen["windows"],
        "nab.found": seen["found"],
        "nab.false alarms/series-week": seen["fa_per_series_week"],
    }
    out |= {"nab.recall": seen["recall"], "nab.precision": seen["precision_episode"], "nab.F1": seen["f1_episode"]}
    return out | {
        "nab.median delay, min": seen["median_delay_min"],
        "nab.best threshold": best["standard"]["threshold"],
    }


def nab_by_category(scores: Scores, frozen: float) -> dict[str, Figures]:
    """Of each category: the standard score, windows, found and false alarms at the frozen threshold."""
    rules, corpus, out = scorer("nab_score"), nab_corpus(frozenset(scores)), {}
    for category in sorted({name.split("/")[0] for name in corpus}):
        part = {name: one for name, one in corpus.items() if name.startswith(category + "/")}
        seen = rules.ops(part, scores, frozen)
        at = rules.score_detector(part, scores, frozen)
        out[category] = {"standard": at["standard"]["score"], **seen}
    return out


def labelled(corpus: str, scores: Scores, frozen: float | None) -> Figures:
    """Figures of a corpus with labels by point; the delay is in points. A part of the corpus will do."""
    rules, data = scorer("event_score"), _labelled(corpus)
    series = [(np.nan_to_num(score), *data[name]) for name, score in scores.items()]
    best = rules.best_event(series)
    at = best if frozen is None else rules.alerts(series, frozen)
    out = {}
    if corpus == "aiops-kpi":
        parts = [rules.effective(score, label, DELAY_POINTS) for score, label, _ in series]
        if frozen is not None:
            out[f"{corpus}.frozen delay-F1"] = rules.delay_f1_at(parts, frozen)["F1"]
        out[f"{corpus}.best delay-F1"] = rules.delay_f1_sweep(parts)["F1"]
    if frozen is not None:
        out[f"{corpus}.frozen event-F1"] = at["event_F1"]
    out |= {f"{corpus}.best event-F1": best["event_F1"], f"{corpus}.recall": at["event_recall"]}
    out |= {
        f"{corpus}.precision": at["event_precision"],
        f"{corpus}.false alarms/series-week": at["fa_per_series_week"],
    }
    delay = at["median_delay_pts"]
    return out | {
        f"{corpus}.median delay, points": float("nan") if delay is None else delay,
        f"{corpus}.series": len(series),
    }


def measure(corpus: str, scores: Scores, frozen: float | None) -> Figures:
    """Figures of any corpus."""
    return nab(scores, frozen) if corpus == "nab" else labelled(corpus, scores, frozen)


def ranked(scores: Scores) -> Scores:
    """The same order, in (0, 1]: the scorers want bounded scores, and look at nothing but the order."""
    levels, place = np.unique(np.concatenate(list(scores.values())), return_inverse=True)
    edges = np.cumsum([len(score) for score in scores.values()])[:-1]
    parts = np.split((place + 1) / len(levels), edges)
    return dict(zip(scores, parts, strict=True))


def said(key: str, value: float | None) -> str:
    """A figure for a cell."""
    if value is None or np.isnan(value):
        return "-"
    if key.startswith("nab.") and key.rpartition(" ")[2] in PROFILES.values():
        return f"{value:.1f}"
    if key.endswith(COUNTS):
        return f"{value:.0f}"
    if key.endswith("threshold"):
        return f"{value:.6g}"
    return f"{value:.3f}"
