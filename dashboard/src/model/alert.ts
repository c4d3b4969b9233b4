/** What is said about an unusual stretch of a series. The same shape arrives by HTTP and over the live connection. */

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];
export const STATES = ["opened", "raised", "revised", "closed", "retracted"] as const;
export type AlertState = (typeof STATES)[number];

export interface Alert {
  id: number;
  severity: Severity;
  state: AlertState;
  metric: string;
  labels: Record<string, string>;
  /** Milliseconds since 1970 UTC, of its most unusual point. */
  t: number;
  openedAt: number;
  /** Null while it lasts. */
  closedAt: number | null;
  value: number | null;
  expected: number | null;
  score: number;
  reason: string;
  unit: string | null;
  kind: string;
  /** The unusual stretch that it is about. */
  episode: number | null;
}

/** Reads an alert of any origin. Null where something that must be there is not. */
export function readAlert(raw: unknown): Alert | null {
  if (typeof raw !== "object" || raw === null) return null;
  const fields = raw as Record<string, unknown>;
  const id = Number(fields.id);
  const t = instant(fields.t);
  const severity = SEVERITIES.find((name) => name === fields.severity);
  if (!Number.isFinite(id) || t === null || !severity || typeof fields.metric !== "string") return null;
  return {
    id,
    severity,
    state: STATES.find((name) => name === fields.state) ?? "opened",
    metric: fields.metric,
    labels: isLabels(fields.labels) ? fields.labels : {},
    t,
    openedAt: instant(fields.opened_at) ?? t,
    closedAt: instant(fields.closed_at),
    value: numberOrNull(fields.value),
    expected: numberOrNull(fields.expected),
    score: numberOrNull(fields.score) ?? 0,
    reason: typeof fields.reason === "string" ? fields.reason : "",
    unit: typeof fields.unit === "string" ? fields.unit : null,
    kind: typeof fields.kind === "string" ? fields.kind : "anomaly",
    episode: numberOrNull(fields.episode_id),
  };
}

export function atLeast(severity: Severity, floor: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor);
}

/** RFC 3339 -> ms since 1970 UTC. Null where it is no time. */
export function instant(raw: unknown): number | null {
  const at = typeof raw === "string" ? Date.parse(raw) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function numberOrNull(raw: unknown): number | null {
  return typeof raw === "number" && Number.isFinite(raw) ? raw : null;
}

function isLabels(raw: unknown): raw is Record<string, string> {
  return typeof raw === "object" && raw !== null && Object.values(raw).every((value) => typeof value === "string");
}
