/** A trend, its band and its anomalies as columns over one shared axis of times, which is what a chart draws. */

import { type Forecast, type ForecastPoint, shownOf } from "./forecast";
import type { Anomaly, BandPoint, Line, Point, Trend } from "./trend";
import { labelText } from "./words";

/** null breaks a line; undefined only means that this line has nothing to say at a time that another line has. */
export type Column = (number | null | undefined)[];

export interface Picture {
  /** Ascending, ms since 1970 UTC. Every column below is as long. */
  t: number[];
  lines: { label: string; v: Column; before: Column | null }[];
  band: { expected: Column; lo: Column; hi: Column } | null;
  /** What a model expects after the newest value, and how sure it is. */
  ahead: Ahead | null;
  marks: Mark[];
  /** Ends of the time axis: as asked, or further where there is a forecast. */
  from: number;
  to: number;
  /** Lines that are not drawn because there are too many to tell apart. */
  hidden: number;
}

export type Ahead = Record<"mean" | "lo80" | "hi80" | "lo95" | "hi95", Column> &
  Pick<Forecast, "model" | "madeAt" | "held">;

export interface Mark {
  anomaly: Anomaly;
  from: number;
  to: number;
  /** Where its dot stands. Null: no line is there at that time. */
  at: { t: number; v: number } | null;
}

export const MOST_LINES = 8;
const WINDOW_MS = 900_000;
/** So many times their usual distance apart, raw points are not joined by a line. */
const PAUSE = 10;
/** Aggregates that are of the size of a point, so that what was expected of points can stand behind them. */
const LEVELS: ReadonlySet<string> = new Set(["avg", "min", "max", "first", "last", "p50", "p95", "p99"]);

export function picture(
  trend: Trend,
  anomalies: readonly Anomaly[],
  forecast: Forecast | null = null,
  now: number = trend.generatedAt,
): Picture {
  const coming = shownOf(forecast, trend, now);
  const shown = largest(trend.lines).map((line) => (trend.bucket === "raw" ? withGaps(line) : line));
  const shift = trend.comparison ? trend.from - trend.comparison.from : 0;
  const earlier = shown.map((line) => trend.before.find((each) => sameLabels(each.labels, line.labels)));
  const all = [
    ...shown.flatMap((line) => line.points.map((p) => p.t)),
    ...earlier.flatMap((line) => line?.points.map((p) => p.t + shift) ?? []).filter((t) => t < trend.to),
    ...coming.map((p) => p.t),
  ];
  const t = [...new Set(all)].sort((a, b) => a - b);
  const [only] = shown;
  return {
    t,
    lines: shown.map((line, n) => ({
      label: labelText(line.labels),
      v: column(t, line.points),
      before: earlier[n] ? column(t, earlier[n].points, shift) : null,
    })),
    // Several bands over each other cannot be read: split by label, the lines speak alone.
    band: only && shown.length === 1 && only.band.length > 0 && LEVELS.has(trend.agg) ? alignBand(t, only.band) : null,
    ahead: forecast && coming.length > 0 ? ahead(t, coming, forecast) : null,
    from: trend.from,
    to: Math.max(trend.to, coming.at(-1)?.t ?? 0),
    marks: anomalies.filter(({ withdrawn }) => !withdrawn).map((anomaly) => mark(anomaly, trend, shown)),
    hidden: trend.lines.length - shown.length,
  };
}

/** As many lines as can be told apart, in the order of their labels, so that each keeps its colour. */
function largest(lines: readonly Line[]): Line[] {
  const most = [...lines].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_LINES);
  return lines.filter((line) => most.includes(line));
}

/** Raw points with a break wherever they pause for much longer than they usually do. */
function withGaps(line: Line): Line {
  const { points } = line;
  const steps = points.slice(1).map((p, n) => p.t - points[n]!.t);
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? Infinity;
  const broken = points.flatMap((p, n) =>
    (steps[n] ?? 0) > PAUSE * usual ? [p, { t: p.t + 1, v: null, n: 0, partial: false }] : [p],
  );
  return { ...line, points: broken };
}

/** The values of points at the times of the axis. */
export function column(t: readonly number[], points: readonly Point[], shift = 0): Column {
  const at = new Map(points.map((point) => [point.t + shift, point.v]));
  return t.map((each) => at.get(each));
}

function ahead(t: readonly number[], points: readonly ForecastPoint[], { model, madeAt, held }: Forecast): Ahead {
  const at = new Map(points.map((point) => [point.t, point]));
  const of = (name: "mean" | "lo80" | "hi80" | "lo95" | "hi95"): Column => t.map((each) => at.get(each)?.[name]);
  const columns = { mean: of("mean"), lo80: of("lo80"), hi80: of("hi80"), lo95: of("lo95"), hi95: of("hi95") };
  return { model, madeAt, held, ...columns };
}

/** What was expected, brought to the times of a chart. A bucket that holds several rows gets their mean; a time inside
 * a row's quarter of an hour gets that row; where nothing was expected, nothing is drawn. Both ascending. */
export function alignBand(t: readonly number[], rows: readonly BandPoint[]): NonNullable<Picture["band"]> {
  const band = { expected: [] as Column, lo: [] as Column, hi: [] as Column };
  let next = 0;
  t.forEach((start, n) => {
    const stop = t[n + 1] ?? Infinity;
    while (next < rows.length && rows[next]!.t < start) next += 1;
    let end = next;
    while (end < rows.length && rows[end]!.t < stop) end += 1;
    const before = rows[next - 1];
    const inside = end > next ? rows.slice(next, end) : before && start - before.t < WINDOW_MS ? [before] : [];
    for (const name of ["expected", "lo", "hi"] as const) band[name].push(mean(inside.map((row) => row[name])));
  });
  return band;
}

function mark(anomaly: Anomaly, trend: Trend, lines: readonly Line[]): Mark {
  const line = lines.find((each) => holds(anomaly.labels, each.labels));
  // The bucket in which the peak lies is the last one that does not begin after it.
  const bucket = line?.points.findLast((point) => point.t <= anomaly.peakAt);
  const inside = anomaly.peakAt >= trend.from && anomaly.peakAt < trend.to;
  return {
    anomaly,
    from: Math.max(anomaly.from, trend.from),
    to: Math.min(anomaly.to ?? trend.to, trend.to),
    at: inside && bucket && bucket.v !== null ? { t: bucket.t, v: bucket.v } : null,
  };
}

function weight(line: Line): number {
  return line.points.reduce((most, { v }) => Math.max(most, Math.abs(v ?? 0)), 0);
}

function holds(all: Record<string, string>, some: Record<string, string>): boolean {
  return Object.entries(some).every(([name, value]) => all[name] === value);
}

function sameLabels(a: Record<string, string>, b: Record<string, string>): boolean {
  return Object.keys(a).length === Object.keys(b).length && holds(a, b);
}

function mean(values: (number | null)[]): number | null {
  const known = values.filter((v) => v !== null);
  return known.length > 0 ? known.reduce((sum, v) => sum + v, 0) / known.length : null;
}
