import { expect, test } from "vitest";
import { changeText, percentText } from "./compare";

test("a percentage is told with its sign", () => {
  expect(percentText({ percent: 12.34, basis: "ok" })).toBe("+12.3%");
  expect(percentText({ percent: -100, basis: "ok" })).toBe("-100%");
  expect(percentText({ percent: 0, basis: "ok" })).toBe("0%");
});

test("where there is no percentage, the reason stands in its place", () => {
  expect(percentText({ percent: null, basis: "no_baseline" })).toContain("no percentage: before it was nothing");
  expect(percentText({ percent: null, basis: "partial" })).toContain("not complete yet");
});

test("a change keeps its unit, and none is told as none", () => {
  expect(changeText(3.14159, "ms")).toBe("+3.142 ms");
  expect(changeText(-2, null)).toBe("−2");
  expect([changeText(0, "ms"), changeText(null, "ms")]).toEqual(["no change", "–"]);
});
