import { expect, test } from "vitest";
import type { Anomaly } from "./trend";
import { detectorName, facts, howOften, spreadsOff } from "./verdict";

const T = Date.parse("2026-03-14T12:00:00Z");
const anomaly = (part: Partial<Anomaly> = {}): Anomaly => ({
  id: 1,
  kind: "anomaly",
  withdrawn: false,
  labels: {},
  severity: "high",
  from: T,
  to: T + 90_000,
  lastAt: T + 60_000,
  peakAt: T + 30_000,
  value: 97,
  expected: 12,
  lo: 5,
  hi: 20,
  score: 0.9995,
  points: 3,
  detector: "seasonal_level",
  unit: "%",
  reason: "97 is far above",
  ...part,
});
const said = (part?: Partial<Anomaly>) =>
  Object.fromEntries(facts(anomaly(part), "UTC").map(({ name, value, more }) => [name, [value, more]]));

test("a score says how often such a point comes: one in 1 / (1 / score - 1) weeks", () => {
  expect([0.9, 0.5, 0.99, 0.9995].map(howOften)).toEqual([
    "about once in 2.1 months",
    "about once in 1 week",
    "about once in 1.9 years",
    "about once in 38 years",
  ]);
  expect(howOften(0.05)).toBe("about once in 9 hours");
});

test("a certain score and none at all have words of their own", () => {
  expect([1, 0, Number.NaN].map(howOften)).toEqual(["less than once in 1,000 years", "often", "often"]);
});

test("the distance is told in spreads of the side on which the value lies", () => {
  expect(spreadsOff(anomaly())).toBe("10.6 times the usual spread above");
  expect(spreadsOff(anomaly({ value: -2 }))).toBe("2 times the usual spread below");
  expect(spreadsOff(anomaly({ hi: 12 }))).toBe("above");
  expect(spreadsOff(anomaly({ lo: null }))).toBeNull();
});

test("a verdict has its numbers with their unit, its detector, and its times in the zone", () => {
  expect(said()).toMatchObject({
    Actual: ["97%", "10.6 times the usual spread above"],
    Expected: ["12%", null],
    "Usual range": ["5% to 20%", null],
    "How rare": ["about once in 38 years", "score 0.999500"],
    Detector: ["seasonal level", null],
    Opened: ["14 Mar 2026, 12:00:00", null],
    Closed: ["14 Mar 2026, 12:01:30", "after 1 min"],
  });
});

test("one that lasts says up to when it was unusual", () => {
  expect(said({ to: null }).Closed).toEqual(["still open", "last unusual point 14 Mar 2026, 12:01:00"]);
});

test("silence has no numbers, and none are made up", () => {
  const none = { value: null, expected: null, lo: null, hi: null, points: 0 };
  expect(Object.keys(said({ ...none, kind: "stale", detector: "staleness" }))).toEqual(["Detector", "Opened", "Closed"]);
});

test("names of detectors read as words", () => {
  expect(detectorName("level_shift")).toBe("level shift");
});
