/** Where the marks of a time axis stand: on round wall-clock times of the reader's zone, never on the browser's. */

import { instantOf, wallAt } from "./zone";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [1, 2, 5, 10, 15, 30]
  .map((n) => n * MINUTE)
  .concat(
    [1, 2, 3, 6, 12].map((n) => n * HOUR),
    [DAY, 2 * DAY, 7 * DAY, 14 * DAY],
  );
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Ascending instants (ms) in [from, to], at most `most` of them. */
export function ticks(from: number, to: number, most: number, zone: string): number[] {
  if (!(to > from) || most < 1) return [];
  const step = STEPS.find((s) => (to - from) / s <= most);
  const walls = step ? evenWalls(from, to, step, zone) : monthWalls(from, to, most, zone);
  const instants = walls.map((wall) => instantOf(wall, zone)).filter((at) => at >= from && at <= to);
  return [...new Set(instants)];
}

function evenWalls(from: number, to: number, step: number, zone: string): number[] {
  // Weeks are counted from a Monday; 1970-01-01 was a Thursday.
  const origin = step % (7 * DAY) === 0 ? 4 * DAY : 0;
  const walls: number[] = [];
  const first = Math.floor((wallAt(from, zone) - origin) / step) * step + origin;
  for (let wall = first; wall <= wallAt(to, zone) + step; wall += step) walls.push(wall);
  return walls;
}

function monthWalls(from: number, to: number, most: number, zone: string): number[] {
  const monthOf = (at: number) => {
    const wall = new Date(wallAt(at, zone));
    return wall.getUTCFullYear() * 12 + wall.getUTCMonth();
  };
  const [first, last] = [monthOf(from), monthOf(to)];
  const step = MONTH_STEPS.find((s) => (last - first) / s <= most) ?? 1200;
  const walls: number[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    walls.push(Date.UTC(Math.floor(month / 12), month % 12, 1));
  }
  return walls;
}
