/** What the reader looks at, and how it is written in the address of the page, so that a reload, a bookmark and the
 * back button keep it. */

import type { Trend } from "./trend";
import { browserZone, isZone } from "./zone";

export const SPANS = ["1h", "6h", "24h", "7d", "30d", "90d", "1y", "all"] as const;
export type Span = (typeof SPANS)[number];
export const BUCKETS = ["auto", "raw", "15m", "1h", "day", "week", "month"] as const;
export type Bucket = (typeof BUCKETS)[number];
export const AGGREGATES = ["avg", "sum", "min", "max", "count", "first", "last", "rate", "p50", "p95", "p99"] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** The last span up to now, which moves on, or a fixed stretch: `from` inside, `to` outside (ms). */
export type Range = { span: Span } | Stretch;

export interface Stretch {
  from: number;
  to: number;
}

export interface View {
  metric: string | null;
  labels: Record<string, string>;
  groupBy: string | null;
  /** Null: what suits the kind of the metric; the server says which it took. */
  agg: Aggregate | null;
  range: Range;
  bucket: Bucket;
  zone: string;
  compare: boolean;
  /** The unusual stretch that is looked at closely. */
  anomaly: number | null;
}

export function startView(): View {
  return {
    metric: null,
    labels: {},
    groupBy: null,
    agg: null,
    range: { span: "24h" },
    bucket: "auto",
    zone: browserZone(),
    compare: false,
    anomaly: null,
  };
}

/** The view that an address names. What is missing or cannot be is the default. */
export function readView(search: string): View {
  const given = new URLSearchParams(search);
  const view = startView();
  const labels: Record<string, string> = {};
  for (const [name, value] of given) if (name.startsWith("label.")) labels[name.slice(6)] = value;
  const zone = given.get("timezone");
  return {
    metric: given.get("metric") || null,
    labels,
    groupBy: given.get("group_by") || null,
    agg: oneOf(AGGREGATES, given.get("agg")),
    range: readRange(given) ?? view.range,
    bucket: oneOf(BUCKETS, given.get("bucket")) ?? view.bucket,
    zone: zone && isZone(zone) ? zone : view.zone,
    compare: given.get("compare") === "previous",
    anomaly: /^[1-9]\d*$/.test(given.get("anomaly") ?? "") ? Number(given.get("anomaly")) : null,
  };
}

/** The address of a view: what is as by default is left out. */
export function writeView(view: View): string {
  const given = new URLSearchParams();
  if (view.metric) given.set("metric", view.metric);
  for (const [name, value] of Object.entries(view.labels)) given.set(`label.${name}`, value);
  if (view.groupBy) given.set("group_by", view.groupBy);
  if (view.agg) given.set("agg", view.agg);
  if (!("span" in view.range)) {
    given.set("from", new Date(view.range.from).toISOString());
    given.set("to", new Date(view.range.to).toISOString());
  } else if (view.range.span !== "24h") given.set("time_range", view.range.span);
  if (view.bucket !== "auto") given.set("bucket", view.bucket);
  if (view.zone !== browserZone()) given.set("timezone", view.zone);
  if (view.compare) given.set("compare", "previous");
  if (view.anomaly !== null) given.set("anomaly", String(view.anomaly));
  const text = given.toString();
  return text ? `?${text}` : "";
}

const SHORT: Partial<Record<Span, number>> = { "1h": 3_600_000, "6h": 6 * 3_600_000 };

/** What the server is asked for a view. Short spans, which it has no name for, become fixed times. `band`: also what
 * was expected. Buckets without points are asked for as nulls, so that a line breaks where there was nothing. */
export function trendQuery(view: View, now: number, band: boolean): URLSearchParams {
  const asked = new URLSearchParams({ ...rangeQuery(view.range, now), ...chosen(view), fill: "null" });
  asked.set("bucket", view.bucket);
  asked.set("timezone", view.zone);
  if (view.groupBy) asked.set("group_by", view.groupBy);
  if (view.agg) asked.set("agg", view.agg);
  if (view.compare && comparable(view.range)) asked.set("compare", "previous");
  if (band) asked.set("band", "true");
  return asked;
}

/** The period before a trend, for its lines. Null where they could not be laid under the present ones. */
export function beforeQuery(view: View, trend: Trend, before: Stretch): URLSearchParams | null {
  if (trend.bucket === "raw") return null;
  const asked = new URLSearchParams({ ...between(before), ...chosen(view), fill: "null" });
  asked.set("bucket", trend.bucket);
  asked.set("timezone", view.zone);
  asked.set("agg", trend.agg);
  if (view.groupBy) asked.set("group_by", view.groupBy);
  return asked;
}

/** The anomalies of what a trend shows. */
export function anomalyQuery(view: View, trend: Stretch): URLSearchParams {
  return new URLSearchParams({ ...between(trend), ...chosen(view), limit: "200" });
}

/** What is expected of what a view shows. Two, so that it is noticed when it is more than one series. */
export function forecastQuery(view: View): URLSearchParams {
  return new URLSearchParams({ ...chosen(view), limit: "2" });
}

function chosen(view: View): Record<string, string> {
  const labels = Object.entries(view.labels).map(([name, value]) => [`label.${name}`, value]);
  return { metric: view.metric ?? "", ...(Object.fromEntries(labels) as Record<string, string>) };
}

function rangeQuery(range: Range, now: number): Record<string, string> {
  if (!("span" in range)) return between(range);
  const short = SHORT[range.span];
  return short === undefined ? { time_range: range.span } : between({ from: now - short, to: now });
}

function between({ from, to }: Stretch): Record<string, string> {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** Before "all" there is nothing to compare with. */
export function comparable(range: Range): boolean {
  return !("span" in range) || range.span !== "all";
}

/** How often a view that ends now is loaded again, in ms. Null: it is a fixed stretch of the past. */
export function refreshEvery(range: Range): number | null {
  if (!("span" in range)) return null;
  return ["1h", "6h", "24h"].includes(range.span) ? 10_000 : 60_000;
}

function readRange(given: URLSearchParams): Range | null {
  const [from, to] = [Date.parse(given.get("from") ?? ""), Date.parse(given.get("to") ?? "")];
  if (from < to) return { from, to };
  const span = oneOf(SPANS, given.get("time_range"));
  return span && { span };
}

function oneOf<T extends string>(known: readonly T[], name: string | null): T | null {
  return known.find((each) => each === name) ?? null;
}
