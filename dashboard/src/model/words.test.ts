import { expect, test } from "vitest";
import { ago, amount, axisLabel, brief, labelText, moment, unitText } from "./words";

const utc = (text: string) => Date.parse(text);
const DAY = 86_400_000;

test("a moment is told in the reader's zone, not in the machine's", () => {
  const at = utc("2026-03-14T23:30:05Z");
  expect(moment(at, "UTC")).toBe("14 Mar 2026, 23:30");
  expect(moment(at, "Asia/Kathmandu", true)).toBe("15 Mar 2026, 05:15:05");
});

test("midnight on an axis of hours says which day begins", () => {
  expect(axisLabel(utc("2026-03-14T06:00:00Z"), "UTC", DAY / 4)).toBe("06:00");
  expect(axisLabel(utc("2026-03-15T00:00:00Z"), "UTC", DAY / 4)).toBe("15 Mar");
});

test("months and years are named as such", () => {
  expect(axisLabel(utc("2026-03-01T00:00:00Z"), "UTC", 31 * DAY)).toBe("Mar 2026");
  expect(axisLabel(utc("2026-01-01T00:00:00Z"), "UTC", 365 * DAY)).toBe("2026");
});

test("how long ago something was is rounded down", () => {
  const now = utc("2026-03-14T12:00:00Z");
  expect([1_000, 59_999, 3_599_999, DAY, 47 * 3_600_000, 3 * DAY].map((gap) => ago(now - gap, now))).toEqual([
    "just now",
    "59 s ago",
    "59 min ago",
    "24 h ago",
    "47 h ago",
    "3 days ago",
  ]);
  expect(ago(now + 90_000, now)).toBe("in 1 min");
});

test("numbers keep the digits that matter, and their unit", () => {
  expect(amount(0.123456789, "s")).toBe("0.1235 s");
  expect(amount(1234567.89)).toBe("1,234,567.89");
  expect(amount(99.5, "%")).toBe("99.5%");
  expect(amount(0)).toBe("0");
  expect(amount(0.0000012)).toBe("1.2E-6");
});

test("bytes get the prefix that fits, other units none", () => {
  expect([0, 999, 12_345, 5e9].map((v) => amount(v, "B"))).toEqual(["0 B", "999 B", "12.35 kB", "5 GB"]);
  expect(amount(-2_500_000, "B/s")).toBe("-2.5 MB/s");
  expect(amount(12_345, "ms")).toBe("12,345 ms");
});

test("many metres are kilometres", () => {
  expect([9_999, 12_345, 1_333_601.5, 5e9].map((v) => amount(v, "m"))).toEqual([
    "9,999 m",
    "12.35 km",
    "1,333.6 km",
    "5,000,000 km",
  ]);
});

test("the unit 1 is no unit", () => {
  expect([amount(5, "1"), amount(5, "1/s"), unitText("1"), unitText(null)]).toEqual(["5", "5 /s", "", ""]);
});

test("marks of an axis are short", () => {
  expect([0.25, 9_999, 10_000, 1_500_000].map(brief)).toEqual(["0.25", "9,999", "10K", "1.5M"]);
});

test("what is not a number is a dash, never a zero", () => {
  expect([null, undefined, Number.NaN, Infinity].map((v) => amount(v, "s"))).toEqual(["–", "–", "–", "–"]);
});

test("labels are sorted, so the same series always reads the same", () => {
  expect(labelText({ region: "eu", host: "a" })).toBe("host=a, region=eu");
  expect(labelText({})).toBe("all");
});
