import { expect, test } from "vitest";
import { allZones, instantOf, isZone, wallAt } from "./zone";

const utc = (text: string) => Date.parse(text);

test("a wall clock follows the summer time of its zone", () => {
  expect(wallAt(utc("2026-01-01T00:00:00Z"), "Europe/Berlin")).toBe(utc("2026-01-01T01:00:00Z"));
  expect(wallAt(utc("2026-07-01T00:00:00Z"), "Europe/Berlin")).toBe(utc("2026-07-01T02:00:00Z"));
  expect(wallAt(utc("2026-07-01T00:00:00Z"), "Asia/Kathmandu")).toBe(utc("2026-07-01T05:45:00Z"));
});

test("midnight is found on days of 23, 24 and 25 hours", () => {
  const midnight = (day: string) => instantOf(utc(`${day}T00:00:00Z`), "Europe/Berlin");
  expect(midnight("2026-03-30") - midnight("2026-03-29")).toBe(23 * 3_600_000);
  expect(midnight("2026-03-31") - midnight("2026-03-30")).toBe(24 * 3_600_000);
  expect(midnight("2026-10-26") - midnight("2026-10-25")).toBe(25 * 3_600_000);
});

test("an hour that happens twice means its first time", () => {
  expect(instantOf(utc("2026-10-25T02:30:00Z"), "Europe/Berlin")).toBe(utc("2026-10-25T00:30:00Z"));
});

test("an hour that is skipped lands behind the jump", () => {
  expect(instantOf(utc("2026-03-29T02:30:00Z"), "Europe/Berlin")).toBe(utc("2026-03-29T01:30:00Z"));
});

test("walls and instants undo each other in every zone", () => {
  for (const zone of allZones()) {
    for (const at of [utc("2026-02-10T13:45:00Z"), utc("2026-08-10T22:15:00Z")]) {
      expect(instantOf(wallAt(at, zone), zone), zone).toBe(at);
    }
  }
});

test("a name that is no zone is told apart", () => {
  expect(isZone("Europe/Berlin")).toBe(true);
  expect(isZone("Mars/Olympus")).toBe(false);
});
