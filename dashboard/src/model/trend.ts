/** A trend as the page thinks of it: times in milliseconds since 1970 UTC. `api/load.ts` makes it of the answer. */

export interface Point {
  t: number;
  v: number | null;
  n: number;
  /** The bucket is not complete, or not wholly asked for. */
  partial: boolean;
}

export interface BandPoint {
  t: number;
  expected: number | null;
  lo: number | null;
  hi: number | null;
}

export interface Line {
  labels: Record<string, string>;
  points: readonly Point[];
  band: readonly BandPoint[];
  total: number | null;
}

export interface Comparison {
  from: number;
  to: number;
  lines: readonly ComparedLine[];
}

export interface ComparedLine {
  labels: Record<string, string>;
  previous: number | null;
  change: number | null;
  /** Null wherever a percentage would be invented; then `basis` says why. */
  percent: number | null;
  basis: "ok" | "no_baseline" | "partial";
}

export interface Trend {
  metric: string;
  /** Of the numbers shown: a rate is per second, a count has none. */
  unit: string | null;
  agg: string;
  bucket: string;
  zone: string;
  from: number;
  to: number;
  source: string;
  completeThrough: number | null;
  generatedAt: number;
  lines: readonly Line[];
  /** The lines of the period before, where it is compared. */
  before: readonly Line[];
  comparison: Comparison | null;
  warnings: readonly string[];
}

/** An unusual stretch of a series. `to` is null while it lasts. */
export interface Anomaly {
  id: number;
  /** `stale`: it stopped sending. */
  kind: string;
  /** Late data came in, and with it nothing there is unusual. */
  withdrawn: boolean;
  labels: Record<string, string>;
  severity: "low" | "medium" | "high" | "critical";
  from: number;
  to: number | null;
  /** Its newest unusual point. */
  lastAt: number;
  peakAt: number;
  /** Of its most unusual point, in the unit of its series. */
  value: number | null;
  expected: number | null;
  lo: number | null;
  hi: number | null;
  /** 0 to 1, calibrated: see `verdict.ts`. */
  score: number;
  /** Unusual points so far. */
  points: number;
  detector: string;
  unit: string | null;
  reason: string;
}
