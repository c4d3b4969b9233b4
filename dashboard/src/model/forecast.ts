/** What a model expects of one series, brought to what a chart can show of it. */

import { instant } from "./alert";
import type { Trend } from "./trend";
import { ago } from "./words";

export interface ForecastPoint {
  t: number;
  mean: number;
  lo80: number;
  hi80: number;
  lo95: number;
  hi95: number;
}

export interface Forecast {
  labels: Record<string, string>;
  madeAt: number;
  model: string;
  /** What a point of it is; null where the server does not say. */
  agg: string | null;
  /** How often the ranges of earlier forecasts held so far; null where none was judged. */
  held: { points: number; inside80: number; inside95: number } | null;
  /** Ascending. */
  points: readonly ForecastPoint[];
}

const FIELDS = ["mean", "lo80", "hi80", "lo95", "hi95"] as const;
/** So much of what is shown may be future, at most. */
const AHEAD = 1 / 3;
const LEVELS: ReadonlySet<string> = new Set(["avg", "min", "max", "first", "last", "p50", "p95", "p99"]);
const BUCKET_MS: Readonly<Record<string, number>> = { "15m": 900_000, "1h": 3_600_000, day: 86_400_000 };

/** Reads a forecast. Null where something that must be there is not. */
export function readForecast(raw: unknown): Forecast | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { labels, made_at, model, agg, held, points } = raw as Record<string, unknown>;
  const madeAt = instant(made_at);
  if (madeAt === null || !Array.isArray(points)) return null;
  return {
    labels: (labels ?? {}) as Record<string, string>,
    madeAt,
    model: typeof model === "string" ? model : "",
    agg: typeof agg === "string" ? agg : null,
    held: readHeld(held),
    points: points.map(readPoint).filter((point) => point !== null),
  };
}

function readPoint(raw: unknown): ForecastPoint | null {
  const fields = raw as Record<string, unknown>;
  const t = instant(fields.t);
  if (t === null || !FIELDS.every((name) => Number.isFinite(fields[name]))) return null;
  return { t, ...(Object.fromEntries(FIELDS.map((name) => [name, fields[name]])) as Omit<ForecastPoint, "t">) };
}

function readHeld(raw: unknown): Forecast["held"] {
  const { points, inside80, inside95 } = (raw ?? {}) as Record<string, unknown>;
  const known = typeof points === "number" && typeof inside80 === "number" && typeof inside95 === "number";
  return known && points > 0 ? { points, inside80, inside95 } : null;
}

/** In one line: who says so, since when, and how good that was. */
export function source({ model, madeAt, held }: Pick<Forecast, "model" | "madeAt" | "held">, now: number): string {
  const made = `forecast with 80% and 95% ranges, made ${ago(madeAt, Math.max(madeAt, now))}${model && ` by ${model.replaceAll("_", " ")}`}`;
  return held ? `${made}; so far they held ${held.inside80} and ${held.inside95} of ${held.points} times` : made;
}

/** The forecast of exactly one series. */
export function forecastOf(items: readonly Forecast[], labels: Record<string, string>): Forecast | null {
  const [only] = items;
  return items.length === 1 && only && Object.entries(labels).every(([name, value]) => only.labels[name] === value)
    ? only
    : null;
}

/** The points of a forecast that can stand behind a trend: those after its newest value, and not too far ahead. Empty
 * where the two do not speak of the same thing. */
export function shownOf(forecast: Forecast | null, trend: Trend, now: number): ForecastPoint[] {
  if (!forecast || trend.lines.length !== 1 || !alike(forecast, trend)) return [];
  const newest = trend.lines[0]!.points.findLast((point) => point.v !== null)?.t ?? trend.from;
  // A stretch that ended long ago has a future that is known.
  if (trend.to < now - (trend.to - trend.from)) return [];
  const until = trend.to + (trend.to - trend.from) * AHEAD;
  return forecast.points.filter((point) => point.t > newest && point.t <= until);
}

function alike({ agg, points }: Forecast, trend: Trend): boolean {
  const of = agg ?? "avg";
  if (of === "avg") return LEVELS.has(trend.agg);
  const step = points.length > 1 ? points[1]!.t - points[0]!.t : 0;
  return of === trend.agg && (of === "rate" || BUCKET_MS[trend.bucket] === step);
}
