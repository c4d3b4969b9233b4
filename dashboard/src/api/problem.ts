/** An answer that is not what was asked for: problem+json of the server, or no answer at all. */

export class Problem extends Error {
  constructor(
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    message: string,
    /** Seconds after which trying again makes sense, where the server says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** Reads what the server says went wrong. Never throws. */
export async function problemOf(answer: Response): Promise<Problem> {
  let message = `The server answered ${answer.status} ${answer.statusText}`.trim();
  try {
    const body: unknown = await answer.json();
    if (typeof body === "object" && body !== null) {
      const { detail, title } = body as Record<string, unknown>;
      message = [detail, title].find((text): text is string => typeof text === "string") ?? message;
    }
  } catch {
    // Not JSON: a proxy in between, perhaps. The status has to do.
  }
  const wait = Number(answer.headers.get("Retry-After") ?? Number.NaN);
  return new Problem(answer.status, message, Number.isFinite(wait) ? wait : null);
}

/** What the reader can do about it. */
export function advice(problem: unknown): string {
  if (!(problem instanceof Problem)) return "Reload the page. If it happens again, look at the browser's console.";
  if (problem.status === 0)
    return "Check that Tidewatch is running and that this device is online; the page tries again by itself.";
  if (problem.status === 403) return "Ask an administrator for a role that may read.";
  if (problem.status === 404) return "It may have been removed. Choose another metric from the list.";
  if (problem.status === 422 || problem.status === 400) return "Choose another range, bucket or aggregate.";
  if (problem.status === 429) return `Wait ${problem.retryAfter ?? "a few"} seconds, then try again.`;
  return "Try again in a moment. `tidewatch doctor` on the server says what is wrong.";
}
