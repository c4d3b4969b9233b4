import { expect, test } from "vitest";
import { ticks } from "./ticks";

const utc = (text: string) => Date.parse(text);
const iso = (instants: number[]) => instants.map((at) => new Date(at).toISOString().slice(0, 16));

test("days begin at midnight of the reader's zone, across a change of clocks", () => {
  const found = ticks(utc("2026-03-27T12:00:00Z"), utc("2026-03-31T12:00:00Z"), 6, "Europe/Berlin");
  expect(iso(found)).toEqual(["2026-03-27T23:00", "2026-03-28T23:00", "2026-03-29T22:00", "2026-03-30T22:00"]);
});

test("hours stand on round wall times in a zone with an offset of 45 minutes", () => {
  const found = ticks(utc("2026-01-01T00:00:00Z"), utc("2026-01-01T06:00:00Z"), 6, "Asia/Kathmandu");
  expect(iso(found).map((t) => t.slice(-2))).toEqual(found.map(() => "15"));
  expect(found).toHaveLength(6);
});

test("a year is marked by months, ten years by years", () => {
  const year = ticks(utc("2025-06-15T00:00:00Z"), utc("2026-06-15T00:00:00Z"), 12, "UTC");
  expect(iso(year)[0]).toBe("2025-07-01T00:00");
  const decade = ticks(utc("2016-01-01T00:00:00Z"), utc("2026-01-01T00:00:00Z"), 6, "UTC");
  expect(iso(decade)[1]).toBe("2018-01-01T00:00");
});

test("weeks begin on Monday", () => {
  const found = ticks(utc("2026-01-01T00:00:00Z"), utc("2026-02-15T00:00:00Z"), 7, "UTC");
  expect(found.map((at) => new Date(at).getUTCDay())).toEqual(found.map(() => 1));
});

test("a range that is empty or upside down has no marks", () => {
  expect(ticks(5, 5, 6, "UTC")).toEqual([]);
  expect(ticks(9, 5, 6, "UTC")).toEqual([]);
});

test("there are never many more marks than asked for", () => {
  for (let hours = 1; hours < 24 * 4000; hours = Math.ceil(hours * 1.7)) {
    const found = ticks(
      utc("2020-01-01T00:00:00Z"),
      utc("2020-01-01T00:00:00Z") + hours * 3_600_000,
      6,
      "America/New_York",
    );
    expect(found.length, `${hours} h`).toBeLessThanOrEqual(8);
    expect(found.length, `${hours} h`).toBeGreaterThan(0);
  }
});
