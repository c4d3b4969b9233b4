/** The live connection: opens it, proves who we are, subscribes where the feed stopped, and comes back when it is lost.
 * What messages mean is decided in `model/live.ts`; here are only socket and clock. */

import type { Alert } from "../model/alert";
import { delayMs } from "../model/backoff";
import { type Action, EMPTY, type Feed, type Message, missed, readMessage, step } from "../model/live";
import { Problem } from "./problem";

/** Nothing heard for so long, heartbeats included: the connection is dead, whatever the socket believes. */
export const SILENCE_MS = 45_000;
const UNAUTHORIZED = 4401;
const FORBIDDEN = 4403;
/** After so many failures the stored alerts are loaded with each further attempt: slower, but not blind. */
const BLIND = 3;

export interface Wire {
  open: () => WebSocket;
  token: (force: boolean) => Promise<string>;
  load: () => Promise<Alert[]>;
  now: () => number;
  random: () => number;
}

export interface Live {
  current(): Feed;
  subscribe(listener: () => void): () => void;
  seen(): void;
  /** Try again now, without waiting. */
  retry(): void;
  stop(): void;
}

export function connectLive(wire: Wire): Live {
  let feed = EMPTY;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let stale = false;
  let shown = "";
  let stopped = false;
  const listeners = new Set<() => void>();

  function tell(action: Action): void {
    feed = step(feed, action);
    for (const listener of listeners) listener();
  }

  function lost(why: string): void {
    clearTimeout(timer);
    const old = socket;
    socket = null;
    old?.close();
    if (stopped) return;
    const wait = delayMs(attempt, wire.random());
    attempt += 1;
    tell({ type: "lost", until: wire.now() + wait, attempt, why });
    timer = setTimeout(() => void open(), wait);
    if (attempt >= BLIND || !feed.loaded) void look();
  }

  async function look(): Promise<void> {
    const alerts = await wire.load().catch(() => null);
    // Without a number: where the stream stands is not known, so the next connection loads once more.
    if (alerts && !socket && !stopped) tell({ type: "loaded", seq: null, alerts });
  }

  function deny(why: string): void {
    clearTimeout(timer);
    socket = null;
    tell({ type: "denied", why });
  }

  function prove(mine: WebSocket, token: string): void {
    shown = token;
    mine.send(JSON.stringify({ type: "auth", token }));
  }

  /** Access tokens are short-lived: show the next one before the server asks, so that the stream does not break. */
  async function stayKnown(mine: WebSocket): Promise<void> {
    const token = await wire.token(false).catch(() => shown);
    if (socket === mine && token !== shown) prove(mine, token);
  }

  function listen(mine: WebSocket): void {
    clearTimeout(timer);
    timer = setTimeout(() => socket === mine && lost("the server fell silent"), SILENCE_MS);
  }

  async function open(): Promise<void> {
    clearTimeout(timer);
    tell({ type: "connecting" });
    let token: string;
    try {
      token = await wire.token(stale);
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) return deny(problem.message);
      return lost("the server cannot be reached");
    }
    if (stopped || socket) return;
    stale = false;
    const mine = wire.open();
    socket = mine;
    listen(mine);
    mine.onopen = () => prove(mine, token);
    mine.onmessage = (event) => socket === mine && void hear(mine, readMessage(String(event.data)));
    mine.onclose = (event) => {
      if (socket !== mine) return;
      if (event.code === FORBIDDEN) return deny(event.reason);
      stale = event.code === UNAUTHORIZED;
      lost(event.reason || "the connection was lost");
    };
  }

  async function hear(mine: WebSocket, message: Message | null): Promise<void> {
    listen(mine);
    if (message?.type === "ready") return ready(mine, message.seq);
    if (!message) return;
    if (message.type === "resync_required" || missed(feed, message)) {
      tell({ type: "message", message: { type: "resync_required", oldest: null } });
      return lost("starting over from the stored alerts");
    }
    // Only a connection that works as it should ends the slowing down: one that dies right away does not.
    attempt = 0;
    tell({ type: "message", message });
    if (message.type === "heartbeat") await stayKnown(mine);
  }

  async function ready(mine: WebSocket, seq: number): Promise<void> {
    try {
      // Loaded after `ready`, so it holds at least all up to `seq`; what it holds beyond is told again, harmlessly.
      if (feed.seq === null) tell({ type: "loaded", seq, alerts: await wire.load() });
    } catch {
      return socket === mine ? lost("the stored alerts could not be loaded") : undefined;
    }
    if (socket !== mine) return;
    mine.send(JSON.stringify({ type: "subscribe", after: feed.seq }));
    tell({ type: "subscribed" });
  }

  void open();
  return {
    current: () => feed,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    seen: () => tell({ type: "seen" }),
    retry: () => {
      if (!stopped && !socket && feed.connection.is === "waiting") void open();
    },
    stop() {
      stopped = true;
      lost("stopped");
    },
  };
}
