"""How well anomalies are found: the shipped default on four labelled corpora, beside rivals and baselines.

python -m bench.detection              one table. Rivals take minutes, once: their scores are kept in .data/bench
python -m bench.detection --quick      only ours, in some seconds, with the categories of NAB
python -m bench.detection --ablation   ours with each detector left out, and with each alone

One setting, one threshold for all corpora, both as they stand in the code. Figures of rivals at their best threshold,
which is chosen with the labels in hand; theirs is none of their own. Figures marked LOCO are the honest comparison.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from bench import detection_data as data
from bench.detection_ablation import ablation
from bench.detection_measure import Figures, Scores, measure, nab_by_category, ranked, said
from bench.rivals import RIVALS
from bench.rivals_baselines import BASELINES
from bench.rivals_baselines import score as baseline
from bench.rivals_kept import scored, takes
from bench.table import show
from cli.score_judge import ALERT, judge_rows, score_matrix
from ml.types import Floats

Table = dict[str, Figures]
"""Detector -> its figures."""
ABLATED = {
    "nab.frozen standard": "NAB",
    "nab.frozen low-FP": "low-FP",
    "nab.frozen low-FN": "low-FN",
    "nab.LOCO standard": "LOCO",
    "nab.found": "found",
    "nab.false alarms/series-week": "FA/week",
    "nab.F1": "F1",
    "aiops-kpi.frozen delay-F1": "AIOps delay-F1",
    "aiops-kpi.frozen event-F1": "event-F1",
    "aiops-kpi.best event-F1": "best",
    "aiops-kpi.recall": "recall",
    "aiops-kpi.false alarms/series-week": "FA/week",
}


def ours(item: data.Item) -> Floats:
    """The shipped default's scores of the rows that are judged."""
    if item.x.ndim == 1:
        return judge_rows(item.t, item.x, np.isfinite(item.x))[0][item.judged :]
    return score_matrix(item.t, item.x)[item.judged :]


def quick(corpora: list[str], threshold: float) -> Table:
    """Print what ours does, corpus by corpus."""
    figures: Figures = {}
    for corpus in corpora:
        start = time.perf_counter()
        scores: Scores = {item.name: ours(item) for item in data.items(corpus)}
        seconds = time.perf_counter() - start
        found = measure(corpus, scores, threshold)
        figures |= found
        rows = [(key.partition(".")[2], said(key, value)) for key, value in found.items()]
        show(f"{corpus} at {threshold:g}, scored in {seconds:.1f} s", ("figure", "tidewatch"), rows)
        if corpus == "nab":
            parts = nab_by_category(scores, threshold).items()
            cells = [
                (name, f"{f['standard']:.1f}", f["found"], f["windows"], f"{f['fa_per_series_week']:.2f}")
                for name, f in parts
            ]
            show("by category", ("category", "standard", "found", "windows", "FA/week"), cells)
    return {"tidewatch": figures}


def compare(corpora: list[str], threshold: float) -> Table:
    """Ours, the rivals that are installed, and the baselines: detector -> figures."""
    table: Table = {name: {} for name in ("tidewatch", "tidewatch, short", *(r.name for r in RIVALS), *BASELINES)}
    rivals = [rival for rival in RIVALS if rival.installed]
    for corpus in corpora:
        print(f"{corpus} …", file=sys.stderr, flush=True)
        scores: Scores = {item.name: ours(item) for item in data.items(corpus)}
        table["tidewatch"] |= measure(corpus, scores, threshold)
        if corpus == "aiops-kpi":
            short = {item.name: scores[item.name] for item in data.items(corpus) if takes(RIVALS[-1], item)}
            table["tidewatch, short"] |= measure(corpus, short, threshold)
        for rival in rivals:
            if theirs := scored(rival, corpus):
                table[rival.name] |= measure(corpus, ranked(theirs), None)
        for name in BASELINES:
            cheap = {item.name: baseline(name, item.t, item.x)[item.judged :] for item in data.items(corpus)}
            table[name] |= measure(corpus, ranked(cheap), None)
    return {name: figures for name, figures in table.items() if figures}


def tell(table: Table) -> None:
    """Print a table: a line a figure, a column a detector."""
    keys = list(dict.fromkeys(key for figures in table.values() for key in figures))
    cells = [[key, *(said(key, figures.get(key)) for figures in table.values())] for key in keys]
    show("Detection", ("", *table), cells)
    missing = sorted({rival.package for rival in RIVALS if not rival.installed})
    if missing:
        print(f"SKIPPED: {', '.join(missing)} is not installed: pip install 'tidewatch[bench]'")
    print(
        "frozen: at the threshold in the code. best: at the one that suits the labels best. LOCO: each category of\n"
        "NAB at the one that suits the others. What follows them is at the frozen threshold, of rivals at their best.\n"
        "short: only the AIOps series that slow rivals were given. Groups: only rivals that take many metrics at once."
    )


def tell_ablation(table: Table) -> None:
    """Print a table: a line a variant, with the figures that matter most."""
    keys = {key: name for key, name in ABLATED.items() if key in table["all"]}
    cells = [[name, *(said(key, figures[key]) for key in keys)] for name, figures in table.items()]
    show("Ablation, at the frozen threshold (-x: all but x)", ("", *keys.values()), cells)


def main() -> int:
    """Print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only ours; NAB and AIOps unless --corpus says more")
    parser.add_argument("--ablation", action="store_true", help="what each detector brings")
    parser.add_argument("--short", action="store_true", help="as --quick, of all corpora")
    parser.add_argument("--corpus", action="append", choices=data.CORPORA, help="may be given again; default: all")
    parser.add_argument("--threshold", type=float, default=ALERT, help="instead of the frozen one")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")
    options = parser.parse_args()
    if missing := data.absent():
        print(missing, file=sys.stderr)
        return 0
    corpora = options.corpus or list(data.CORPORA)
    if options.ablation:
        table = ablation(options.corpus or list(data.CORPORA[:2]), options.threshold)
        tell_ablation(table)
    elif options.quick or options.short:
        table = quick(options.corpus or list(data.CORPORA[: 4 if options.short else 2]), options.threshold)
    else:
        table = compare(corpora, options.threshold)
        tell(table)
    if options.json:
        whole = {name: {k: None if np.isnan(v) else v for k, v in found.items()} for name, found in table.items()}
        options.json.write_text(json.dumps(whole, indent=1, default=float))
    return 0


if __name__ == "__main__":
    sys.exit(main())
