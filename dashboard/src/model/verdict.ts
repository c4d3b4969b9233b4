/** Why an unusual stretch is one, in words: what came, what was expected, who says so, how rare that is. */

import type { Anomaly } from "./trend";
import { amount, duration, moment } from "./words";

const MINUTES_A_WEEK = 7 * 24 * 60;
const UNITS: readonly (readonly [weeks: number, name: string])[] = [
  [52.1786, "year"],
  [4.3482, "month"],
  [1, "week"],
  [1 / 7, "day"],
  [1 / 168, "hour"],
  [1 / MINUTES_A_WEEK, "minute"],
];

/** The promise behind a score: 1 / score - 1 such or rarer points are expected a series-week. */
export function howOften(score: number): string {
  if (!(score > 0)) return "often";
  const weeks = 1 / Math.max(1 / score - 1, 1e-12);
  if (weeks > 1000 * 52.1786) return "less than once in 1,000 years";
  const [size, name] = UNITS.find(([size]) => weeks >= size) ?? UNITS[UNITS.length - 1]!;
  const many = weeks / size;
  const text = many < 3 ? String(Math.round(many * 10) / 10) : Math.round(many).toLocaleString("en-GB");
  return `about once in ${text} ${name}${text === "1" ? "" : "s"}`;
}

/** How far off, in usual spreads: the distance from what was expected to the edge of the band. Null: no spread. */
export function spreadsOff({ value, expected, lo, hi }: Pick<Anomaly, "value" | "expected" | "lo" | "hi">): string | null {
  if (value === null || expected === null || lo === null || hi === null) return null;
  const [edge, side] = value > expected ? [hi, "above"] : [lo, "below"];
  const usual = Math.abs(edge - expected);
  const off = Math.abs(value - expected) / usual;
  return usual > 0 && Number.isFinite(off) ? `${amount(Math.round(off * 10) / 10)} times the usual spread ${side}` : side;
}

/** A detector's name as people read it. */
export function detectorName(name: string): string {
  return name.replaceAll(/[_-]+/g, " ");
}

export interface Fact {
  name: string;
  value: string;
  more: string | null;
}

/** What is known of it, in the order in which one asks. What is not known is left out. */
export function facts(anomaly: Anomaly, zone: string): Fact[] {
  const { unit, value, expected, lo, hi, from, to, lastAt, points, score } = anomaly;
  const fact = (name: string, value: string, more: string | null = null): Fact => ({ name, value, more });
  const silent = anomaly.kind === "stale";
  return [
    ...(value === null ? [] : [fact("Actual", amount(value, unit), spreadsOff(anomaly))]),
    ...(expected === null ? [] : [fact("Expected", amount(expected, unit))]),
    ...(lo === null || hi === null ? [] : [fact("Usual range", `${amount(lo, unit)} to ${amount(hi, unit)}`)]),
    ...(silent ? [] : [fact("How rare", howOften(score), `score ${scoreText(score)}`)]),
    fact("Detector", detectorName(anomaly.detector) || "–"),
    fact("Opened", moment(from, zone, true)),
    ...(silent ? [] : [fact("Most unusual", moment(anomaly.peakAt, zone, true))]),
    to === null
      ? fact("Closed", "still open", silent ? null : `last unusual point ${moment(lastAt, zone, true)}`)
      : fact("Closed", moment(to, zone, true), `after ${duration(to - from)}`),
    ...(points > 0 ? [fact("Unusual points", amount(points))] : []),
  ];
}

/** Digits enough to tell a score from 1. */
function scoreText(score: number): string {
  return score > 0.999999 ? "above 0.999999" : score.toFixed(score > 0.999 ? 6 : 3);
}
