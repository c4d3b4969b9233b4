/** Wall clocks of IANA zones. Instants are milliseconds since 1970 UTC; a "wall" is what a clock in the zone shows,
 * written as if it were UTC milliseconds. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, found);
  }
  return found;
}

/** What a clock in the zone shows at an instant, to the second. */
export function wallAt(instant: number, zone: string): number {
  const fields: Record<string, number> = {};
  for (const part of clock(zone).formatToParts(instant)) fields[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The first instant at which a clock in the zone shows `wall`; where clocks jump over it, the instant of the jump
 * plus what is missing. */
export function instantOf(wall: number, zone: string): number {
  const offset = (at: number) => wallAt(at, zone) - Math.floor(at / 1000) * 1000;
  // The offset a day before and a day after: two candidates, the same one unless clocks change in between.
  const candidates = [wall - offset(wall - 86_400_000), wall - offset(wall + 86_400_000)];
  const right = candidates.filter((at) => wallAt(at, zone) === wall);
  return right.length > 0 ? Math.min(...right) : Math.max(...candidates);
}

export function isZone(name: string): boolean {
  try {
    clock(name);
    return true;
  } catch {
    return false;
  }
}

export function browserZone(): string {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return name && isZone(name) ? name : "UTC";
}

/** Every zone that can be chosen: the browser's own and UTC first, then all by name. */
export function allZones(): string[] {
  return [...new Set([browserZone(), "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
