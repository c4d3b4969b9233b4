/** How far a milestone is: a metric that is to reach a target, or to stay below one. Servers may say more than is read. */

import { instant } from "./alert";
import { asRecord, labelsOf, text } from "./raw";
import { amount, day } from "./words";

export const STATUSES = ["exceeded", "missed", "at_risk", "active", "upcoming", "achieved"] as const;
export type Status = (typeof STATUSES)[number];

export interface Milestone {
  id: number;
  title: string;
  metric: string;
  labels: Record<string, string>;
  unit: string | null;
  budget: boolean;
  status: Status;
  target: number;
  /** Null without points. */
  current: number | null;
  /** Of the target, in percent; null where that means nothing. */
  percent: number | null;
  zone: string;
  periodEnd: number | null;
  projectedValue: number | null;
  projectedAt: number | null;
  earliest: number | null;
  latest: number | null;
  streak: number;
  computedAt: number | null;
  stale: boolean;
  error: string | null;
}

export function readMilestone(raw: unknown): Milestone | null {
  const fields = asRecord(raw);
  const target = number(fields?.target_value);
  const id = number(fields?.id);
  if (!fields || id === null || target === null || !text(fields.title)) return null;
  const projection = asRecord(fields.projection) ?? {};
  return {
    id,
    target,
    title: text(fields.title),
    metric: text(fields.metric),
    labels: labelsOf(fields.labels) ?? {},
    unit: text(fields.unit) || null,
    budget: fields.direction === "stay_below",
    status: STATUSES.find((name) => name === fields.status) ?? "active",
    current: number(fields.current_value),
    percent: number(fields.progress_pct),
    zone: text(fields.timezone) || "UTC",
    periodEnd: instant(fields.period_end),
    projectedValue: number(fields.projected_value),
    projectedAt: instant(fields.projected_completion),
    earliest: instant(projection.completion_low),
    latest: instant(projection.completion_high),
    streak: number(asRecord(fields.streak)?.current) ?? 0,
    computedAt: instant(fields.computed_at),
    stale: fields.stale === true,
    error: text(fields.error) || null,
  };
}

/** What needs somebody first; then what ends first. */
export function urgent(milestones: readonly Milestone[]): Milestone[] {
  const end = (one: Milestone) => one.periodEnd ?? Number.POSITIVE_INFINITY;
  const rank = (one: Milestone) => STATUSES.indexOf(one.status);
  return [...milestones].sort((a, b) => rank(a) - rank(b) || end(a) - end(b) || a.id - b.id);
}

/** "62.5 of 100 km", "950 m of 12 km". */
export function progress({ current, target, unit }: Milestone): string {
  const [now, all] = [amount(current, unit), amount(target, unit)];
  const same = / \D+$/.exec(all)?.[0];
  return `${current === null ? "nothing" : same && now.endsWith(same) ? now.slice(0, -same.length) : now} of ${all}`;
}

/** How much of a bar is filled, 0 to 1. */
export function filled({ percent }: Milestone): number {
  return Math.min(1, Math.max(0, (percent ?? 0) / 100));
}

/** What is expected, in words; empty where there is no basis. Days are those of the milestone's own zone. */
export function outlook(one: Milestone): string {
  if (one.error) return one.error;
  if (one.status === "achieved" || one.status === "missed" || one.status === "upcoming") return "";
  if (one.budget || one.projectedAt === null) return ending(one);
  const [from, to] = [one.earliest, one.latest].map((at) => (at === null ? "" : day(at, one.zone)));
  const expected = `expected ${day(one.projectedAt, one.zone)}`;
  return from && from !== to ? `${expected} (${from} – ${to || "maybe never"})` : expected;
}

function ending({ projectedValue, periodEnd, unit, zone }: Milestone): string {
  if (projectedValue === null || periodEnd === null) return "";
  return `heading for ${amount(projectedValue, unit)} by ${day(periodEnd, zone)}`;
}

function number(raw: unknown): number | null {
  return typeof raw === "number" && Number.isFinite(raw) ? raw : null;
}
