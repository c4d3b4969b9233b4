import { expect, test } from "vitest";
import { picture } from "./picture";
import { reading } from "./reading";
import type { Anomaly, Line, Trend } from "./trend";

const QUARTER = 900_000;
const line = (labels: Record<string, string>, ...values: (number | null)[]): Line => ({
  labels,
  points: values.map((v, n) => ({ t: n * QUARTER, v, n: 1, partial: false })),
  band: [],
  total: null,
});
const trend = (lines: Line[], completeThrough: number | null = null): Trend => ({
  metric: "m",
  unit: "ms",
  agg: "avg",
  bucket: "15m",
  zone: "UTC",
  from: 0,
  to: 4 * QUARTER,
  source: "samples_15m",
  completeThrough,
  generatedAt: 0,
  lines,
  before: [],
  comparison: null,
  warnings: [],
});
const read = (of: Trend, cursor: number | null, anomalies: Anomaly[] = []) =>
  reading(picture(of, anomalies), of, cursor);

test("without a cursor it is the newest value, not the newest gap", () => {
  const said = read(trend([line({}, 1, 2, null)]), null);
  expect([said.t, said.chosen, said.spoken]).toEqual([QUARTER, false, "2 ms"]);
});

test("a chosen gap is told as a gap", () => {
  const said = read(trend([line({}, 1, 2, null)]), 2);
  expect([said.t, said.chosen, said.spoken]).toEqual([2 * QUARTER, true, "–"]);
});

test("several lines are told by their labels", () => {
  expect(read(trend([line({ host: "a" }, 1), line({ host: "b" }, 2)]), 0).spoken).toBe("host=a: 1 ms, host=b: 2 ms");
});

test("a bucket that is not final is said to be so, its neighbour is not", () => {
  const of = trend([line({}, 1, 2, 3)], 2 * QUARTER);
  expect([0, 1, 2].map((at) => read(of, at).open)).toEqual([false, false, true]);
});

test("what was expected and what was unusual is said with the value", () => {
  const banded = { ...line({}, 1, 50), band: [0, 1].map((n) => ({ t: n * QUARTER, expected: 2, lo: 1, hi: 3 })) };
  const odd: Anomaly = {
    id: 7,
    labels: {},
    severity: "high",
    from: QUARTER,
    to: QUARTER,
    peakAt: QUARTER,
    value: 50,
    expected: 2,
    reason: "far above",
  unit: null,
  };
  expect(read(trend([banded]), 1, [odd]).spoken).toBe("50 ms, expected 1 to 3 ms, unusual");
  expect(read(trend([banded]), 0, [odd]).unusual).toEqual([]);
});

test("nothing at all has no time", () => {
  expect(read(trend([]), null).t).toBeNull();
});

test("a raw point at the end of what is final is final itself, and unusual where an episode begins with it", () => {
  const of = { ...trend([line({}, 1, 2)], QUARTER), bucket: "raw" };
  const odd = { id: 7, labels: {}, severity: "low", from: QUARTER, to: null, peakAt: QUARTER, value: 2 } as Anomaly;
  const said = read(of, 1, [odd]);
  expect([said.open, said.unusual.length]).toEqual([false, 1]);
});
