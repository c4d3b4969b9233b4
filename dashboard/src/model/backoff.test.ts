import { expect, test } from "vitest";
import { delayMs } from "./backoff";

const KNOWN = { baseMs: 100, capMs: 1000 };

test("the ceiling doubles with every failure", () => {
  const longest = [0, 1, 2, 3].map((attempt) => delayMs(attempt, 1, KNOWN));
  expect(longest).toEqual([100, 200, 400, 800]);
});

test("the ceiling stops at the cap, however long the server is away", () => {
  expect(delayMs(4, 1, KNOWN)).toBe(1000);
  expect(delayMs(100_000, 1, KNOWN)).toBe(1000);
});

test("chance spreads the attempts, but never to nothing", () => {
  expect(delayMs(2, 0, KNOWN)).toBe(80);
  expect(delayMs(2, 0.5, KNOWN)).toBe(240);
});
