"""Forecasts of single series, with intervals that are calibrated by what earlier forecasts would have missed.

The one public function is `ml.forecast.choose.forecast(t, v, step, horizon) -> Forecast | TooLittle`; what goes in and
comes out is said in `ml.forecast.base`.
"""
