/** The live alert feed as a pure reducer: every message and every change of the connection goes in, the next state
 * comes out. Sequence numbers make it exact: each transition counts once, and a gap is noticed and mended. */

import { type Alert, readAlert } from "./alert";

export const KEEP = 200;

export type Connection =
  | { is: "connecting" }
  | { is: "live" }
  | { is: "waiting"; until: number; attempt: number; why: string }
  | { is: "denied"; why: string };

export interface Feed {
  connection: Connection;
  /** The newest transition that `alerts` holds. Null: nothing is known, load over HTTP first. */
  seq: number | null;
  /** Newest change first, one entry an alert. */
  alerts: readonly Alert[];
  /** Ids that changed since the reader last looked. */
  unseen: ReadonlySet<number>;
  /** Bumped whenever an alert arrives live, so that views of the same data know to refresh. */
  pulse: number;
  /** How often the connection came to live. */
  lives: number;
  loaded: boolean;
}

export type Message =
  | { type: "ready"; seq: number }
  | { type: "alert"; seq: number; alert: Alert }
  | { type: "heartbeat"; seq: number }
  | { type: "resync_required"; oldest: number | null };

export type Action =
  | { type: "connecting" }
  | { type: "subscribed" }
  | { type: "lost"; until: number; attempt: number; why: string }
  | { type: "denied"; why: string }
  | { type: "loaded"; seq: number | null; alerts: readonly Alert[] }
  | { type: "seen" }
  | { type: "message"; message: Message };

export const EMPTY: Feed = {
  connection: { is: "connecting" },
  seq: null,
  alerts: [],
  unseen: new Set(),
  pulse: 0,
  lives: 0,
  loaded: false,
};

export function step(feed: Feed, action: Action): Feed {
  switch (action.type) {
    case "connecting":
      return { ...feed, connection: { is: "connecting" } };
    case "subscribed":
      return { ...feed, connection: { is: "live" }, lives: feed.lives + 1 };
    case "lost":
      return { ...feed, connection: { is: "waiting", until: action.until, attempt: action.attempt, why: action.why } };
    case "denied":
      return { ...feed, connection: { is: "denied", why: action.why } };
    case "loaded":
      return { ...feed, seq: action.seq, alerts: action.alerts.slice(0, KEEP), loaded: true };
    case "seen":
      return feed.unseen.size === 0 ? feed : { ...feed, unseen: new Set() };
    case "message":
      return hear(feed, action.message);
  }
}

function hear(feed: Feed, message: Message): Feed {
  if (message.type === "resync_required") return { ...feed, seq: null };
  if (message.type !== "alert" || feed.seq === null || message.seq <= feed.seq) return feed;
  const { alert } = message;
  const others = feed.alerts.filter((known) => known.id !== alert.id);
  return {
    ...feed,
    seq: message.seq,
    alerts: [alert, ...others].slice(0, KEEP),
    unseen: new Set(feed.unseen).add(alert.id),
    pulse: feed.pulse + 1,
  };
}

/** True when a message shows that transitions were missed: the feed subscribes without filters, so numbers follow
 * each other without gaps. What is to be done then is what `resync_required` asks for: load over HTTP again. */
export function missed(feed: Feed, message: Message): boolean {
  return message.type === "alert" && feed.seq !== null && message.seq > feed.seq + 1;
}

/** One frame of the connection. Null where it is not understood: newer servers may say more. */
export function readMessage(text: string): Message | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== "object" || raw === null) return null;
  const { type, seq, alert, oldest } = raw as Record<string, unknown>;
  if (type === "resync_required") return { type, oldest: typeof oldest === "number" ? oldest : null };
  if (typeof seq !== "number") return null;
  if (type === "ready" || type === "heartbeat") return { type, seq };
  const told = type === "alert" ? readAlert(alert) : null;
  return told && { type: "alert", seq, alert: told };
}
