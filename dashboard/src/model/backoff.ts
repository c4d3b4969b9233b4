/** How long to wait before the next attempt to connect: exponential, with full jitter, so that many pages that lost
 * the same server do not come back in the same instant. */

export interface Backoff {
  baseMs: number;
  capMs: number;
}

export const LIVE_BACKOFF: Backoff = { baseMs: 500, capMs: 30_000 };

/** Milliseconds to wait. `attempt` counts failures from 0, `random` is in [0, 1). Never below a fifth of the ceiling. */
export function delayMs(attempt: number, random: number, backoff: Backoff = LIVE_BACKOFF): number {
  const ceiling = Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(ceiling * (0.2 + 0.8 * random));
}
