import { expect, test } from "vitest";
import { type Insight, readInsight, readPattern, sorted, sure } from "./insight";

const raw = {
  insight_id: "i1",
  title: "Latency climbs",
  description: "By 3 ms a day for a week.",
  category: "level_change",
  severity: "high",
  confidence: 0.87,
  recommendations: ["Look at the deploy of Monday", { text: "Add a host" }, 7],
  metadata: { metric: "request.latency", labels: { service: "checkout" } },
  created_at: "2026-03-14T12:00:00Z",
};
const insight = (part: object) => readInsight({ ...raw, ...part }) as Insight;

test("an insight is read with its advice, whichever form that has", () => {
  expect(insight({})).toMatchObject({
    title: "Latency climbs",
    category: "level change",
    severity: "high",
    recommendations: ["Look at the deploy of Monday", "Add a host"],
    createdAt: Date.parse("2026-03-14T12:00:00Z"),
    over: false,
  });
});

test("what it is about stands in the insight itself, or in its metadata", () => {
  expect(insight({})).toMatchObject({ metric: "request.latency", labels: { service: "checkout" } });
  expect(insight({ metric: "m", labels: {} })).toMatchObject({ metric: "m", labels: {} });
  expect(insight({ metadata: null }).metric).toBeNull();
});

test("what cannot be an insight or a pattern is none", () => {
  expect([null, [], "x", {}, { insight_id: "i" }].map(readInsight)).toEqual([null, null, null, null, null]);
  expect([undefined, {}].map(readPattern)).toEqual([null, null]);
});

test("what is so now comes before what was, and the severe before the mild", () => {
  const over = insight({ insight_id: "over", severity: "critical", closed_at: raw.created_at });
  const mild = insight({ insight_id: "mild", severity: "low" });
  const surer = insight({ insight_id: "surer", confidence: 0.9 });
  expect(sorted([over, mild, insight({}), surer]).map((one) => one.id)).toEqual(["surer", "i1", "mild", "over"]);
});

test("no model is wholly sure, and a confidence that is none is 0", () => {
  expect([0.874, 0.999, 0].map(sure)).toEqual(["87% sure", "99% sure", "0% sure"]);
  expect([insight({ confidence: null }).confidence, insight({ confidence: 7 }).confidence]).toEqual([0, 1]);
});

test("a pattern is read with how often it comes", () => {
  const pattern = { pattern_id: "p", pattern_type: "daily_cycle", description: "d", confidence: 1, frequency: null };
  expect(readPattern(pattern)).toMatchObject({ type: "daily cycle", frequency: null, createdAt: null });
});
