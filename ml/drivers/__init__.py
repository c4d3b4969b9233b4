"""Driver analysis: which label values explain a change of a metric, between what was expected and what is there.

    base = seasonal(history)                          # float64[leaves, earlier windows]
    explain(codes, base, actual)                      # codes int[leaves, dimensions], actual float64[leaves]
    rates = seasonal_ratio(numerators, denominators)
    explain_ratio(codes, rates, numerator, denominator)

The method is of the family of Adtributor (Bhagwan et al. 2014), HotSpot (Sun et al. 2018), Squeeze (Li et al. 2019),
RobustSpot (Li et al. 2022) and RiskLoc (Kalander 2022), with their thresholds replaced by a likelihood: `evidence`
says what a slice is worth, `fit` chooses slices, `shares` divides the change, `base` and `noise` say what was expected.
"""

from ml.drivers.base import Base, RatioBase, seasonal, seasonal_ratio
from ml.drivers.explain import explain, explain_ratio
from ml.drivers.findings import Alternative, Analysis, Conditions, Explanation, Kind

__all__ = [
    "Alternative",
    "Analysis",
    "Base",
    "Conditions",
    "Explanation",
    "Kind",
    "RatioBase",
    "explain",
    "explain_ratio",
    "seasonal",
    "seasonal_ratio",
]
