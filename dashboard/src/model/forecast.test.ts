import { expect, test } from "vitest";
import { type Forecast, forecastOf, readForecast, shownOf, source } from "./forecast";
import type { Trend } from "./trend";

const HOUR = 3_600_000;
const raw = (t: number) => ({ t: new Date(t).toISOString(), mean: 5, lo80: 4, hi80: 6, lo95: 3, hi95: 7 });
const answer = { metric: "m", labels: { host: "a" }, made_at: new Date(0).toISOString(), model: "ets", points: [0, 1, 2, 3, 4].map((n) => raw(n * HOUR)) };
const forecast = readForecast(answer) as Forecast;
const trend = (part: Partial<Trend> = {}): Trend => ({
  metric: "m",
  unit: null,
  agg: "avg",
  bucket: "15m",
  zone: "UTC",
  from: -5 * HOUR,
  to: HOUR,
  source: "samples_15m",
  completeThrough: null,
  generatedAt: 0,
  lines: [{ labels: {}, points: [{ t: 0, v: 5, n: 1, partial: false }, { t: 900_000, v: null, n: 0, partial: false }], band: [], total: null }],
  before: [],
  comparison: null,
  warnings: [],
  ...part,
});
const hours = (shown: { t: number }[]) => shown.map(({ t }) => t / HOUR);

test("what comes after the newest value is shown, up to a third of the stretch ahead", () => {
  expect(hours(shownOf(forecast, trend(), HOUR))).toEqual([1, 2, 3]);
});

test("a stretch of the past has a future that is known already", () => {
  expect(shownOf(forecast, trend(), 100 * HOUR)).toEqual([]);
});

test("several lines, and numbers of another kind, have no forecast", () => {
  const [line] = trend().lines;
  expect(shownOf(forecast, trend({ lines: [line!, line!] }), HOUR)).toEqual([]);
  expect(shownOf(forecast, trend({ agg: "sum" }), HOUR)).toEqual([]);
  expect(hours(shownOf(forecast, trend({ agg: "p95" }), HOUR))).toEqual([1, 2, 3]);
});

test("sums are only comparable in buckets of the same length", () => {
  const sums = { ...forecast, agg: "sum" };
  expect(shownOf(sums, trend({ agg: "sum" }), HOUR)).toEqual([]);
  expect(hours(shownOf(sums, trend({ agg: "sum", bucket: "1h" }), HOUR))).toEqual([1, 2, 3]);
});

test("points that lack a number are left out, and what is no forecast is none", () => {
  const holes = readForecast({ ...answer, points: [raw(0), { ...raw(HOUR), hi95: null }, { t: "x" }] });
  expect(holes?.points).toHaveLength(1);
  expect([readForecast(null), readForecast({ points: [] }), readForecast({ made_at: answer.made_at })]).toEqual([null, null, null]);
});

test("of several series none is the one that is shown", () => {
  expect(forecastOf([forecast], { host: "a" })).toBe(forecast);
  expect(forecastOf([forecast], { host: "b" })).toBeNull();
  expect(forecastOf([forecast, forecast], {})).toBeNull();
});

test("it says who made it, when, and how often its ranges held, where that is known", () => {
  const held = { points: 240, inside80: 193, inside95: 229 };
  const judged = readForecast({ ...answer, held }) as Forecast;
  expect(source(judged, 60_000)).toBe(
    "forecast with 80% and 95% ranges, made 1 min ago by ets; so far they held 193 and 229 of 240 times",
  );
  expect(source({ ...forecast, model: "" }, 0)).toBe("forecast with 80% and 95% ranges, made just now");
  expect(readForecast({ ...answer, held: { points: 0, inside80: 0, inside95: 0 } })?.held).toBeNull();
});
