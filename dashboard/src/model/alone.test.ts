import { expect, test } from "vitest";
import { alone } from "./alone";

test("a value between gaps is alone, also at the ends", () => {
  expect(alone([1, null, 2, 3, null, 0, undefined, null, 5])).toEqual([0, 5, 8]);
  expect([alone([7]), alone([]), alone(undefined), alone([1, 2])]).toEqual([[0], [], [], []]);
});
