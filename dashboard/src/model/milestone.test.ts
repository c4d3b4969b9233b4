import { expect, test } from "vitest";
import { filled, type Milestone, outlook, progress, readMilestone, urgent } from "./milestone";

const raw = {
  id: 12,
  title: "100 km a month",
  metric: "distance",
  labels: { sport: "run" },
  target_value: 100,
  unit: "km",
  direction: "reach",
  status: "active",
  current_value: 62.5,
  progress_pct: 62.5,
  timezone: "Europe/Berlin",
  period_end: "2026-04-01T00:00:00+02:00",
  projected_value: 118,
  projected_completion: "2026-03-24T00:00:00+01:00",
  projection: { completion_low: "2026-03-21T00:00:00+01:00", completion_high: null },
  streak: { current: 3, best: 7 },
  computed_at: "2026-03-14T12:00:00Z",
  stale: false,
};
const milestone = (part: object) => readMilestone({ ...raw, ...part }) as Milestone;

test("a milestone is read with what is expected of it", () => {
  expect(milestone({})).toMatchObject({ id: 12, budget: false, status: "active", streak: 3, stale: false });
  expect(outlook(milestone({}))).toBe("expected 24 Mar 2026 (21 Mar 2026 – maybe never)");
});

test("a budget says where it is heading, not when it is come to", () => {
  const budget = milestone({ direction: "stay_below", unit: "USD" });
  expect(outlook(budget)).toBe("heading for 118 USD by 1 Apr 2026");
});

test("days are those of the milestone's zone", () => {
  const far = milestone({ timezone: "Pacific/Auckland", projected_completion: "2026-03-24T00:00:00+13:00", projection: {} });
  expect(outlook(far)).toBe("expected 24 Mar 2026");
});

test("without a basis nothing is foretold, and an error is said", () => {
  expect(outlook(milestone({ projected_completion: null, projected_value: null }))).toBe("");
  expect(outlook(milestone({ status: "achieved" }))).toBe("");
  expect(outlook(milestone({ error: "No such metric." }))).toBe("No such metric.");
});

test("no points are nothing, not zero; a bar is never fuller than full", () => {
  expect(progress(milestone({ current_value: null }))).toBe("nothing of 100 km");
  expect([milestone({ progress_pct: 250 }), milestone({ progress_pct: null })].map(filled)).toEqual([1, 0]);
});

test("what needs somebody comes first, then what ends first", () => {
  const late = milestone({ id: 1, period_end: null });
  const risky = milestone({ id: 2, status: "at_risk" });
  const over = milestone({ id: 3, status: "exceeded" });
  expect(urgent([late, milestone({}), risky, over]).map((one) => one.id)).toEqual([3, 2, 12, 1]);
});

test("what cannot be a milestone is none", () => {
  expect([null, {}, { id: 1, title: "x" }, { ...raw, id: "7" }].map(readMilestone)).toEqual([null, null, null, null]);
});
