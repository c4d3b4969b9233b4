"""The clean series that the promise is measured on: each kind at 300 s, some at other samplings."""

from __future__ import annotations

from bench.signals import discrete, kinds
from bench.signals.kinds import Kind
from bench.signals.sampling import Sampling

USUAL = Sampling()
KINDS: dict[str, Kind] = {
    "constant": kinds.constant,
    "white": kinds.white,
    "ar 0.5": kinds.ar50,
    "ar 0.9": kinds.ar90,
    "ar 0.99": kinds.ar99,
    "random walk": kinds.walk,
    "slow drift": kinds.slow_drift,
    "daily": kinds.daily,
    "daily + ar 0.9": kinds.daily_ar,
    "weekly, DST": kinds.weekly,
    "opening hours, DST": kinds.opening_hours,
    "student t3": kinds.student3,
    "laplace": kinds.laplace,
    "lognormal": kinds.lognormal,
    "latency": kinds.latency,
    "spiky": kinds.spiky,
    "trend": kinds.trend,
    "trend + daily": kinds.trend_daily,
    "growing noise": kinds.growing_noise,
    "garch": kinds.garch,
    "percent": kinds.percent,
    "poisson 0.05": discrete.poisson(0.05),
    "poisson 0.5": discrete.poisson(0.5),
    "poisson 5": discrete.poisson(5.0),
    "poisson 50": discrete.poisson(50.0),
    "poisson daily": discrete.poisson_daily,
    "crowded counts": discrete.crowded,
    "rounded": discrete.rounded,
    "rounded ar": discrete.rounded_ar,
    "square": discrete.square,
    "square, bare": discrete.square_bare,
    "bursty": discrete.bursty,
    "nightly job": discrete.nightly_job,
    "counter": discrete.total,
}
GAPPY = {
    "irregular": Sampling(irregular=True),
    "5 % lost": Sampling(lost=0.05),
    "outages": Sampling(outages=2),
    "nights off": Sampling(nights_off=True),
}
STEPS = {
    "10 s": Sampling(step_s=10),
    "60 s": Sampling(step_s=60),
    "1 h": Sampling(step_s=3600),
}
CASES: dict[str, tuple[Kind, Sampling]] = {
    **{name: (kind, USUAL) for name, kind in KINDS.items()},
    **{
        f"{name}, {how}": (KINDS[name], sampling)
        for how, sampling in GAPPY.items()
        for name in ("constant", "white", "ar 0.9", "daily", "weekly, DST", "poisson 0.5")
    },
    **{
        f"{name}, {how}": (KINDS[name], sampling)
        for how, sampling in STEPS.items()
        for name in ("white", "ar 0.9", "daily", "weekly, DST", "lognormal", "poisson 0.5")
    },
}
