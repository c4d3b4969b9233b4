import { expect, test } from "vitest";
import { alignBand, MOST_LINES, picture } from "./picture";
import type { Anomaly, BandPoint, Line, Trend } from "./trend";

const QUARTER = 900_000;
const points = (start: number, ...values: (number | null)[]) =>
  values.map((v, n) => ({ t: start + n * QUARTER, v, n: 1, partial: false }));
const line = (labels: Record<string, string>, start: number, ...values: (number | null)[]): Line => ({
  labels,
  points: points(start, ...values),
  band: [],
  total: null,
});
const trend = (...lines: Line[]): Trend => ({
  metric: "m",
  unit: null,
  agg: "avg",
  bucket: "15m",
  zone: "UTC",
  from: 0,
  to: 8 * QUARTER,
  source: "samples_15m",
  completeThrough: null,
  generatedAt: 0,
  lines,
  before: [],
  comparison: null,
  warnings: [],
});
const row = (t: number, expected: number): BandPoint => ({ t, expected, lo: expected - 1, hi: expected + 1 });
const anomaly = (labels: Record<string, string>, from: number, to: number | null, peakAt: number): Anomaly => ({
  id: 1,
  kind: "anomaly",
  withdrawn: false,
  labels,
  severity: "high",
  from,
  to,
  lastAt: peakAt,
  peakAt,
  value: 9,
  expected: 1,
  lo: 0,
  hi: 2,
  score: 0.999,
  points: 1,
  detector: "jump",
  reason: "far above",
  unit: null,
});

test("lines with other times share one ascending axis, and leave out what they do not have", () => {
  const drawn = picture(trend(line({ host: "a" }, 0, 1, 2), line({ host: "b" }, QUARTER, 30, 40)), []);
  expect(drawn.t).toEqual([0, QUARTER, 2 * QUARTER]);
  expect(Object.fromEntries(drawn.lines.map((l) => [l.label, l.v]))).toEqual({
    "host=a": [1, 2, undefined],
    "host=b": [undefined, 30, 40],
  });
});

test("a null in the answer stays a gap", () => {
  expect(picture(trend(line({}, 0, 1, null, 3)), []).lines[0]?.v).toEqual([1, null, 3]);
});

test("of too many lines the largest are drawn in their order, and the rest is counted", () => {
  const many = Array.from({ length: MOST_LINES + 3 }, (_, n) => line({ host: `h${n}` }, 0, n));
  const drawn = picture(trend(...many), []);
  expect(drawn.lines).toHaveLength(MOST_LINES);
  expect(drawn.lines.map((l) => l.label)).not.toContain("host=h2");
  expect(drawn.lines[0]?.label).toBe("host=h3");
  expect(drawn.hidden).toBe(3);
});

test("the band of finer rows is their mean in a coarser bucket", () => {
  const rows = [row(0, 10), row(QUARTER, 20), row(4 * QUARTER, 50)];
  expect(alignBand([0, 4 * QUARTER], rows)).toEqual({ expected: [15, 50], lo: [14, 49], hi: [16, 51] });
});

test("raw points take the row of the quarter of an hour they lie in, and no other", () => {
  const rows = [row(0, 10), row(2 * QUARTER, 30)];
  const band = alignBand([60_000, 120_000, QUARTER + 60_000, 2 * QUARTER, 2 * QUARTER + 1], rows);
  expect(band.expected).toEqual([10, 10, null, 30, 30]);
});

test("a band is drawn under one line only", () => {
  const one = { ...line({ host: "a" }, 0, 1), band: [row(0, 1)] };
  expect(picture(trend(one), []).band?.expected).toEqual([1]);
  expect(picture(trend(one, line({ host: "b" }, 0, 2)), []).band).toBeNull();
});

test("an anomaly is marked on the bucket of its peak, of the line it belongs to", () => {
  const both = trend(line({ host: "a" }, 0, 1, 2, 3), line({ host: "b" }, 0, 10, 20, 30));
  const [mark] = picture(both, [anomaly({ host: "b", region: "eu" }, QUARTER, null, QUARTER + 5)]).marks;
  expect(mark).toMatchObject({ from: QUARTER, to: 8 * QUARTER, at: { t: QUARTER, v: 20 } });
});

test("a verdict that was withdrawn marks nothing", () => {
  const withdrawn = { ...anomaly({}, 0, QUARTER, 0), withdrawn: true };
  expect(picture(trend(line({}, 0, 1)), [withdrawn]).marks).toEqual([]);
});

test("an anomaly that reaches over the edges is cut there, and has no dot outside", () => {
  const [mark] = picture(trend(line({}, 0, 1)), [anomaly({}, -5, 99 * QUARTER, -5)]).marks;
  expect([mark?.from, mark?.to, mark?.at]).toEqual([0, 8 * QUARTER, null]);
});

test("the period before is laid under the present one, and not beyond its end", () => {
  const comparison = { from: -8 * QUARTER, to: 0, lines: [] };
  const now = { ...trend(line({}, 0, 1, 2)), to: 2 * QUARTER };
  const drawn = picture({ ...now, comparison, before: [line({}, -8 * QUARTER, 5, 6, 7)] }, []);
  expect(drawn.t).toEqual([0, QUARTER]);
  expect(drawn.lines[0]).toMatchObject({ v: [1, 2], before: [5, 6] });
});

test("raw points are joined over usual distances, and broken over long pauses", () => {
  const times = [0, 1, 2, 3, 4, 60].map((n) => n * 1000);
  const raw = { ...trend({ ...line({}, 0), points: times.map((t) => ({ t, v: 1, n: 1, partial: false })) }), bucket: "raw" };
  expect(picture(raw, []).lines[0]?.v).toEqual([1, 1, 1, 1, 1, null, 1]);
});

test("a band of levels is not drawn behind sums, counts and rates", () => {
  const banded = { ...line({}, 0, 1), band: [row(0, 1)] };
  const drawn = ["avg", "p95", "sum", "count", "rate"].map((agg) => picture({ ...trend(banded), agg }, []).band !== null);
  expect(drawn).toEqual([true, true, false, false, false]);
});

test("a forecast goes on where the values end, on the same axis, and makes it longer", () => {
  const point = (n: number) => ({ t: n * QUARTER, mean: n, lo80: n - 1, hi80: n + 1, lo95: n - 2, hi95: n + 2 });
  const forecast = { labels: {}, madeAt: 0, model: "ets", agg: "avg", held: null, points: [0, 1, 8, 9].map(point) };
  const drawn = picture(trend(line({}, 0, 1, 2)), [], forecast, 8 * QUARTER);
  expect(drawn.t).toEqual([0, 1, 8, 9].map((n) => n * QUARTER));
  expect(drawn.lines[0]?.v).toEqual([1, 2, undefined, undefined]);
  expect(drawn.ahead).toMatchObject({ mean: [undefined, undefined, 8, 9], hi95: [undefined, undefined, 10, 11] });
  expect([drawn.from, drawn.to]).toEqual([0, 9 * QUARTER]);
  expect(picture(trend(line({}, 0, 1, 2)), []).ahead).toBeNull();
});
