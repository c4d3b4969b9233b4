/** From answers of the server to what the page thinks in: times become milliseconds, absent things become null. */

import { type Alert, instant, readAlert } from "../model/alert";
import { KEEP } from "../model/live";
import { type Forecast, forecastOf, readForecast } from "../model/forecast";
import { type Insight, type Pattern, readInsight, readPattern } from "../model/insight";
import { type Milestone, readMilestone } from "../model/milestone";
import type { Anomaly, Comparison, Line, Trend } from "../model/trend";
import { anomalyQuery, beforeQuery, forecastQuery, trendQuery, type View } from "../model/view";
import type { Client } from "./client";
import { Problem } from "./problem";
import type { components } from "./types";

type Schemas = components["schemas"];

export interface Metric {
  metric: string;
  /** Null where its series disagree. */
  kind: string | null;
  unit: string | null;
  series: number;
  newest: number | null;
}

/** Every metric, page after page. */
export async function loadMetrics(client: Client, signal: AbortSignal): Promise<Metric[]> {
  const metrics: Metric[] = [];
  let cursor: string | null = null;
  do {
    const asked = new URLSearchParams({ limit: "1000", ...(cursor && { cursor }) });
    const page: Schemas["MetricsPage"] = await client.get("metrics", asked, signal);
    metrics.push(...page.items.map((item) => ({ ...item, newest: instant(item.newest) })));
    cursor = page.next;
  } while (cursor);
  return metrics;
}

/** The labels of a metric's series, the first thousand. */
export async function loadLabels(
  client: Client,
  metric: string,
  signal: AbortSignal,
): Promise<Record<string, string>[]> {
  const asked = new URLSearchParams({ metric: metric, limit: "1000" });
  const page = await client.get<Schemas["SeriesPage"]>("series", asked, signal);
  return page.items.map((item) => item.labels);
}

/** The newest alerts, the one that changed last first. */
export async function loadAlerts(client: Client): Promise<Alert[]> {
  const page = await client.get<Schemas["AlertPage"]>("alerts", new URLSearchParams({ limit: String(KEEP) }));
  const sorted = page.items.toSorted((a, b) => b.seq - a.seq);
  return sorted.map(readAlert).filter((alert) => alert !== null);
}

/** What was unusual while a trend lasted. */
export async function loadAnomalies(client: Client, view: View, trend: Trend, signal: AbortSignal): Promise<Anomaly[]> {
  const page = await client.get<Schemas["EpisodePage"]>("anomalies", anomalyQuery(view, trend), signal);
  return page.items.map((item) => ({
    id: item.id,
    kind: item.kind,
    withdrawn: item.state === "retracted",
    labels: item.labels,
    severity: item.severity,
    from: instant(item.opened_at) ?? trend.from,
    to: instant(item.closed_at),
    lastAt: instant(item.last_at) ?? trend.from,
    peakAt: instant(item.peak_at) ?? trend.from,
    value: item.value,
    expected: item.expected,
    lo: item.lo,
    hi: item.hi,
    score: item.score,
    points: item.points,
    detector: item.detector,
    unit: item.unit,
    reason: item.reason,
  }));
}

/** What is expected of the one series of a view. Null where nothing is, or where the server does not forecast. */
export async function loadForecast(client: Client, view: View, signal: AbortSignal): Promise<Forecast | null> {
  const items = await listed(client, "forecasts", forecastQuery(view), readForecast, signal);
  return forecastOf(items ?? [], view.labels);
}

/** What scheduled models found, newest first. Null where the server has no such models. */
export async function loadInsights(client: Client, signal: AbortSignal): Promise<Insight[] | null> {
  return listed(client, "insights", new URLSearchParams({ active: "true", limit: "50" }), readInsight, signal);
}

/** The same of patterns. */
export async function loadPatterns(client: Client, signal: AbortSignal): Promise<Pattern[] | null> {
  return listed(client, "patterns", new URLSearchParams({ active: "true", limit: "50" }), readPattern, signal);
}

/** What is to be reached, and what is to be stayed below. */
export async function loadMilestones(client: Client, signal: AbortSignal): Promise<Milestone[] | null> {
  return listed(client, "milestones", new URLSearchParams({ limit: "100" }), readMilestone, signal);
}

/** The first page of a route that a server may not have yet: null then. What cannot be read is left out. */
async function listed<T>(
  client: Client,
  path: string,
  query: URLSearchParams,
  read: (raw: unknown) => T | null,
  signal: AbortSignal,
): Promise<T[] | null> {
  try {
    const page = await client.get<{ items?: unknown[] }>(path, query, signal);
    return (page.items ?? []).map(read).filter((item) => item !== null);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null;
    throw problem;
  }
}

/** A trend; where it is compared, with the lines of the period before. `band`: ask what was expected, too. */
export async function loadTrend(
  client: Client,
  view: View,
  now: number,
  band: boolean,
  signal: AbortSignal,
): Promise<Trend> {
  const trend = readTrend(await client.get<Schemas["TrendOut"]>("trends", trendQuery(view, now, band), signal));
  const asked = trend.comparison && beforeQuery(view, trend, trend.comparison);
  if (!asked) return trend;
  // The numbers stand in the first answer. Without its lines, a chart is still worth showing.
  const before = await client.get<Schemas["TrendOut"]>("trends", asked, signal).catch(() => null);
  return before ? { ...trend, before: before.series.map(readLine) } : trend;
}

function readTrend(answer: Schemas["TrendOut"]): Trend {
  return {
    metric: answer.metric,
    unit: unitOf(answer.agg, answer.unit),
    agg: answer.agg,
    bucket: answer.bucket,
    zone: answer.timezone,
    from: instant(answer.from) ?? 0,
    to: instant(answer.to) ?? 0,
    source: answer.source,
    completeThrough: instant(answer.complete_through),
    generatedAt: instant(answer.generated_at) ?? 0,
    lines: answer.series.map(readLine),
    before: [],
    comparison: answer.comparison && readComparison(answer.comparison),
    warnings: answer.warnings,
  };
}

function unitOf(agg: string, unit: string | null): string | null {
  if (agg === "count") return null;
  return agg === "rate" ? `${unit ?? ""}/s` : unit;
}

function readLine(series: Schemas["SeriesTrend"]): Line {
  return {
    labels: series.labels,
    points: series.points.map((p) => ({ t: instant(p.t) ?? 0, v: p.v, n: p.n, partial: p.partial ?? false })),
    band: (series.band ?? []).map((row) => ({ ...row, t: instant(row.t) ?? 0 })),
    total: series.total,
  };
}

function readComparison(answer: Schemas["ComparisonOut"]): Comparison {
  return {
    from: instant(answer.from) ?? 0,
    to: instant(answer.to) ?? 0,
    lines: answer.series.map((each) => ({
      labels: each.labels,
      previous: each.total,
      change: each.change,
      percent: each.change_pct,
      basis: each.trend_basis,
    })),
  };
}
