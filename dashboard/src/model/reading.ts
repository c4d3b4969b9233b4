/** What a chart says at one time: every line, what was expected, what was unusual. */

import type { Picture } from "./picture";
import type { Anomaly, Trend } from "./trend";
import { amount } from "./words";

export interface Reading {
  t: number | null;
  /** The reader chose the time; otherwise it is the newest one that has a value. */
  chosen: boolean;
  /** The time lies in what is not final yet. */
  open: boolean;
  lines: { label: string; v: number | null; before: number | null }[];
  expected: { expected: number | null; lo: number | null; hi: number | null } | null;
  /** What a model expects at that time. */
  ahead: { mean: number; lo80: number; hi80: number; lo95: number; hi95: number } | null;
  unusual: Anomaly[];
  unit: string | null;
  spoken: string;
}

export function reading(picture: Picture, trend: Trend, cursor: number | null): Reading {
  const at = cursor ?? newest(picture);
  const t = picture.t[at] ?? null;
  const lines = picture.lines.map(({ label, v, before }) => ({
    label,
    v: v[at] ?? null,
    before: before?.[at] ?? null,
  }));
  const { band } = picture;
  const expected = band && { expected: band.expected[at] ?? null, lo: band.lo[at] ?? null, hi: band.hi[at] ?? null };
  // A raw point is an instant: nothing of it comes later.
  const stop = trend.bucket === "raw" ? (t ?? 0) + 1 : (picture.t[at + 1] ?? trend.to);
  const ahead = aheadAt(picture, at);
  // What has not happened yet is neither unusual nor unfinished.
  const unusual =
    t === null || ahead
      ? []
      : picture.marks.filter((m) => m.anomaly.from < stop && (m.anomaly.to ?? Infinity) >= t).map((m) => m.anomaly);
  const open = t !== null && !ahead && trend.completeThrough !== null && (trend.bucket === "raw" ? t : stop) > trend.completeThrough;
  const known = expected && expected.lo !== null ? expected : null;
  const { unit } = trend;
  const said = [
    ...lines.map((line) =>
      picture.lines.length > 1 ? `${line.label}: ${amount(line.v, unit)}` : amount(line.v, unit),
    ),
    ...(known ? [`expected ${amount(known.lo)} to ${amount(known.hi, unit)}`] : []),
    ...(ahead
      ? [`forecast ${amount(ahead.mean, unit)}, with 80 in 100 between ${amount(ahead.lo80)} and ${amount(ahead.hi80, unit)}`]
      : []),
    ...unusual.map((anomaly) => `unusual, ${anomaly.severity}: ${anomaly.reason}`),
    ...(open ? ["not final yet"] : []),
  ];
  return { t, chosen: cursor !== null, open, lines, expected: known, ahead, unusual, unit, spoken: said.join(", ") };
}

function aheadAt({ ahead }: Picture, at: number): Reading["ahead"] {
  if (!ahead || (ahead.mean[at] ?? null) === null) return null;
  const of = (name: "mean" | "lo80" | "hi80" | "lo95" | "hi95") => ahead[name][at] ?? Number.NaN;
  return { mean: of("mean"), lo80: of("lo80"), hi80: of("hi80"), lo95: of("lo95"), hi95: of("hi95") };
}

function newest(picture: Picture): number {
  for (let at = picture.t.length - 1; at >= 0; at -= 1) if (picture.lines.some(({ v }) => (v[at] ?? null) !== null)) return at;
  return -1;
}
