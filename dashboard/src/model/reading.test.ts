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

const lasting: Anomaly = {
  id: 7,
  kind: "anomaly",
  withdrawn: false,
  lastAt: QUARTER,
  lo: 1,
  hi: 3,
  score: 0.999,
  points: 1,
  detector: "jump",
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

test("a bucket that is not final is said to be so, its neighbour is not", () => {
  const of = trend([line({}, 1, 2, 3)], 2 * QUARTER);
  expect([0, 1, 2].map((at) => read(of, at).open)).toEqual([false, false, true]);
});

test("a time ahead has a forecast, and nothing unusual or unfinished about it", () => {
  const coming = { t: 9 * QUARTER, mean: 5, lo80: 4, hi80: 6, lo95: 3, hi95: 7 };
  const forecast = { labels: {}, madeAt: 0, model: "ets", agg: "avg", held: null, points: [coming] };
  const of = trend([line({}, 1)], 0);
  const drawn = picture({ ...of, to: 8 * QUARTER }, [{ ...lasting, from: 0, to: null }], forecast, 0);
  expect(reading(drawn, of, 1)).toMatchObject({ ahead: { mean: 5, hi95: 7 }, unusual: [], open: false });
  expect(reading(drawn, of, 1).spoken).toContain("forecast 5 ms");
  expect(reading(drawn, of, 0)).toMatchObject({ ahead: null, unusual: [{ id: 7 }] });
});

test("what was expected and what was unusual is said with the value", () => {
  const banded = { ...line({}, 1, 50), band: [0, 1].map((n) => ({ t: n * QUARTER, expected: 2, lo: 1, hi: 3 })) };
  const odd = lasting;
  expect(read(trend([banded]), 1, [odd]).spoken).toBe("50 ms, expected 1 to 3 ms, unusual, high: far above");
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
