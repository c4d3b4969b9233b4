/** What an answer holds, taken for nothing before it was looked at. */

export function asRecord(raw: unknown): Record<string, unknown> | null {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : null;
}

export function text(raw: unknown): string {
  return typeof raw === "string" ? raw : "";
}

export function labelsOf(raw: unknown): Record<string, string> | null {
  const fields = asRecord(raw);
  return fields && Object.values(fields).every((value) => typeof value === "string")
    ? (fields as Record<string, string>)
    : null;
}
