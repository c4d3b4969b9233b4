/** Times and numbers as people read them. Instants are milliseconds since 1970 UTC. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const styles = new Map<string, Intl.DateTimeFormat>();

function styled(zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${zone}`;
  let found = styles.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
    styles.set(key, found);
  }
  return found;
}

/** "14 Mar 2026, 15:09" in the zone; with seconds where they matter. */
export function moment(at: number, zone: string, seconds = false): string {
  const second = seconds ? ({ second: "2-digit" } as const) : {};
  const fields = {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...second,
  } as const;
  return styled(zone, seconds ? "seconds" : "minutes", fields).format(at);
}

/** "14 Mar 2026". */
export function day(at: number, zone: string): string {
  return styled(zone, "day", { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** From when to when: days, where the hours do not matter. */
export function stretch(from: number, to: number, zone: string): string {
  const say = to - from > 3 * DAY ? day : moment;
  return `${say(from, zone)} – ${say(to, zone)}`;
}

/** What stands under a mark of the time axis: only as much as tells it from its neighbours (`step` ms away). */
export function axisLabel(at: number, zone: string, step: number): string {
  const clock = styled(zone, "clock", { hour: "2-digit", minute: "2-digit" }).format(at);
  if (step < DAY && clock !== "00:00") return clock;
  if (step < 27 * DAY) return styled(zone, "axis-day", { day: "numeric", month: "short" }).format(at);
  if (step < 300 * DAY) return styled(zone, "axis-month", { month: "short", year: "numeric" }).format(at);
  return styled(zone, "axis-year", { year: "numeric" }).format(at);
}

/** "just now", "42 s ago", "3 h ago", "5 days ago"; a time ahead is "in …". */
export function ago(at: number, now: number): string {
  const gap = Math.abs(now - at);
  if (gap < 2 * SECOND) return "just now";
  const text = duration(gap);
  return at > now ? `in ${text}` : `${text} ago`;
}

/** "42 s", "3 min", "5 h", "2 days". */
export function duration(ms: number): string {
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} days`;
}

const small = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const large = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
// American: in British English a million is an "m", which reads as milli.
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const BYTES = /^B(\/s)?$/;
const PREFIXES = ["", "k", "M", "G", "T", "P"];
/** Metres from which on people speak of kilometres; of nothing longer. */
const FAR = 10_000;
const tiny = new Intl.NumberFormat("en-GB", { notation: "scientific", maximumSignificantDigits: 4 });

/** Four significant digits, or two decimals where that is more; "–" where there is none. Bytes get a prefix, and metres
 * where they are many. */
export function amount(v: number | null | undefined, unit?: string | null): string {
  if (v === null || v === undefined || !Number.isFinite(v)) return "–";
  const scaled = unit === "m" && Math.abs(v) >= FAR ? prefixed(v, 1) : unit && BYTES.test(unit) ? prefixed(v, 5) : { v, prefix: "" };
  const size = Math.abs(scaled.v);
  const text = (size !== 0 && (size < 1e-4 || size >= 1e15) ? tiny : size >= 100 ? large : small).format(scaled.v);
  const shown = unitText(unit);
  return shown ? `${text}${shown === "%" ? "" : " "}${scaled.prefix}${shown}` : text;
}

/** The same for the marks of an axis, where there is little room. */
export function brief(v: number): string {
  return Math.abs(v) >= 10_000 ? compact.format(v) : amount(v);
}

/** A unit as it is written behind a number. "1" is how measuring systems spell that there is none. */
export function unitText(unit: string | null | undefined): string {
  return !unit || unit === "1" ? "" : unit.replace(/^1\//, "/");
}

function prefixed(v: number, most: number): { v: number; prefix: string } {
  const step = Math.min(most, Math.max(0, Math.floor(Math.log10(Math.abs(v) || 1) / 3)));
  return { v: v / 1000 ** step, prefix: PREFIXES[step] ?? "" };
}

/** Labels in one line: "host=a, region=eu"; "all" where there are none. */
export function labelText(labels: Record<string, string>, none = "all"): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => a.localeCompare(b));
  return pairs.length > 0 ? pairs.map(([name, value]) => `${name}=${value}`).join(", ") : none;
}
