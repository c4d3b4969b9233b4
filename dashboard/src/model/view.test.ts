import { expect, test } from "vitest";
import { anomalyQuery, beforeQuery, comparable, readView, refreshEvery, startView, trendQuery, type View, writeView } from "./view";
import type { Trend } from "./trend";
import { browserZone } from "./zone";

const NOW = Date.parse("2026-03-14T12:00:00Z");
const full: View = {
  metric: "cpu.load",
  labels: { host: "a b&c" },
  groupBy: "region",
  agg: "p95",
  range: { span: "7d" },
  bucket: "1h",
  zone: "Asia/Kathmandu",
  compare: true,
  anomaly: 7,
};

test("an address brings back exactly the view that wrote it", () => {
  expect(readView(writeView(full))).toEqual(full);
  const fixed: View = { ...full, range: { from: NOW - 1000, to: NOW } };
  expect(readView(writeView(fixed))).toEqual(fixed);
});

test("the view one starts with has an empty address", () => {
  expect(writeView(startView())).toBe("");
  expect(readView("")).toEqual(startView());
});

test("nonsense in an address falls back to the defaults", () => {
  const view = readView("?anomaly=-1&bucket=fortnight&agg=drop&timezone=Mars/Olympus&time_range=9z&from=2026-01-02&to=2026-01-01");
  expect(view).toEqual(startView());
});

test("the zone that is asked for is the browser's unless another is chosen", () => {
  expect(trendQuery({ ...startView(), metric: "m" }, NOW, false).get("timezone")).toBe(browserZone());
  expect(trendQuery(full, NOW, false).get("timezone")).toBe("Asia/Kathmandu");
});

test("an hour is asked for by its ends, a week by its name", () => {
  const hour = trendQuery({ ...full, range: { span: "1h" } }, NOW, false);
  expect([hour.get("from"), hour.get("to"), hour.get("time_range")]).toEqual([
    "2026-03-14T11:00:00.000Z",
    "2026-03-14T12:00:00.000Z",
    null,
  ]);
  expect(trendQuery(full, NOW, false).get("time_range")).toBe("7d");
});

test("labels are filters, and their values are kept to the letter", () => {
  expect(trendQuery(full, NOW, false).get("label.host")).toBe("a b&c");
});

test("nothing comes before everything, so it is not compared", () => {
  expect(comparable({ span: "all" })).toBe(false);
  expect(trendQuery({ ...full, range: { span: "all" } }, NOW, false).has("compare")).toBe(false);
});

test("only a range that ends now is refreshed", () => {
  expect(refreshEvery({ span: "24h" })).toBe(10_000);
  expect(refreshEvery({ from: 1, to: 2 })).toBeNull();
});

test("what was expected is asked for only where it is of use", () => {
  expect(trendQuery(full, NOW, true).get("band")).toBe("true");
  expect(trendQuery(full, NOW, false).has("band")).toBe(false);
});

test("the period before is asked for with what the server chose for the present one", () => {
  const trend = { bucket: "15m", agg: "rate", from: 0, to: 1 } as Trend;
  const asked = beforeQuery({ ...full, agg: null, bucket: "auto" }, trend, { from: NOW - 1000, to: NOW });
  expect([asked?.get("bucket"), asked?.get("agg"), asked?.get("to")]).toEqual(["15m", "rate", "2026-03-14T12:00:00.000Z"]);
  expect(beforeQuery(full, { ...trend, bucket: "raw" }, trend)).toBeNull();
});

test("anomalies are asked for the stretch that the trend really has", () => {
  const asked = anomalyQuery(full, { from: NOW - 1000, to: NOW });
  expect([asked.get("from"), asked.get("label.host")]).toEqual(["2026-03-14T11:59:59.000Z", "a b&c"]);
});
