/** What scheduled models found: insights with what to do about them, and patterns. Servers may say more than is read. */

import { instant, SEVERITIES, type Severity } from "./alert";
import { asRecord, labelsOf, text } from "./raw";

export interface Insight {
  id: string;
  title: string;
  description: string;
  category: string;
  severity: Severity;
  /** 0 to 1. */
  confidence: number;
  recommendations: readonly string[];
  metric: string | null;
  labels: Record<string, string>;
  createdAt: number | null;
  /** It is not so any more. */
  over: boolean;
}

export interface Pattern {
  id: string;
  type: string;
  description: string;
  confidence: number;
  /** "daily", "every 48 min"; null where it does not come again. */
  frequency: string | null;
  createdAt: number | null;
}

export function readInsight(raw: unknown): Insight | null {
  const fields = asRecord(raw);
  if (!fields || !text(fields.insight_id) || !text(fields.title)) return null;
  const about = asRecord(fields.metadata) ?? {};
  return {
    id: text(fields.insight_id),
    title: text(fields.title),
    description: text(fields.description),
    category: text(fields.category).replaceAll("_", " "),
    severity: SEVERITIES.find((name) => name === fields.severity) ?? "low",
    confidence: share(fields.confidence),
    recommendations: Array.isArray(fields.recommendations) ? fields.recommendations.map(advice).filter(Boolean) : [],
    metric: text(fields.metric) || text(about.metric) || null,
    labels: labelsOf(fields.labels) ?? labelsOf(about.labels) ?? {},
    createdAt: instant(fields.created_at),
    over: instant(fields.closed_at) !== null,
  };
}

export function readPattern(raw: unknown): Pattern | null {
  const fields = asRecord(raw);
  if (!fields || !text(fields.pattern_id)) return null;
  return {
    id: text(fields.pattern_id),
    type: text(fields.pattern_type).replaceAll("_", " "),
    description: text(fields.description),
    confidence: share(fields.confidence),
    frequency: text(fields.frequency) || null,
    createdAt: instant(fields.created_at),
  };
}

/** What is so now before what was; the more severe first; then the surer. */
export function sorted(insights: readonly Insight[]): Insight[] {
  const rank = (one: Insight) => SEVERITIES.indexOf(one.severity) - (one.over ? SEVERITIES.length : 0);
  return [...insights].sort((a, b) => rank(b) - rank(a) || b.confidence - a.confidence);
}

/** "87% sure". Never 100: no model is. */
export function sure(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))}% sure`;
}

/** Advice is a sentence, or an object that holds one. */
function advice(raw: unknown): string {
  const fields = asRecord(raw);
  if (!fields) return text(raw);
  return ["text", "title", "action", "description"].map((name) => text(fields[name])).find(Boolean) ?? "";
}

function share(raw: unknown): number {
  return typeof raw === "number" ? Math.min(1, Math.max(0, raw)) : 0;
}
