import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Alert } from "../model/alert";
import { connectLive, SILENCE_MS } from "./live";
import { Problem } from "./problem";

const alert = (id: number) => ({
  id,
  state: "opened",
  severity: "high",
  metric: "m",
  labels: {},
  t: "2026-01-01T00:00:00Z",
  value: 1,
  expected: 0,
  score: 0.999,
  reason: "far above",
});

/** A socket whose other end is the test. */
class Socket {
  sent: Record<string, unknown>[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string }) => void;
  send = (text: string) => void this.sent.push(JSON.parse(text) as Record<string, unknown>);
  close = () => undefined;
  async says(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
    await vi.advanceTimersByTimeAsync(0);
  }
}

function start() {
  const sockets: Socket[] = [];
  const state = { loads: 0, forced: [] as boolean[], signedOut: false, token: "token", stored: [] as Alert[] };
  const live = connectLive({
    open: () => {
      sockets.push(new Socket());
      return sockets.at(-1) as unknown as WebSocket;
    },
    token: async (force) => {
      state.forced.push(force);
      if (state.signedOut) throw new Problem(401, "Log in again.");
      return state.token;
    },
    load: async () => {
      state.loads += 1;
      return state.stored;
    },
    now: () => Date.now(),
    random: () => 1,
  });
  const newest = async () => {
    await vi.advanceTimersByTimeAsync(0);
    return sockets.at(-1)!;
  };
  /** Goes through the greeting, up to the subscription. */
  const greet = async (seq: number) => {
    const socket = await newest();
    socket.onopen?.();
    await socket.says({ type: "ready", seq });
    return socket;
  };
  return { live, sockets, state, newest, greet };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first frame proves who we are, the second subscribes after what was loaded", async () => {
  const { greet, live, state } = start();
  const socket = await greet(812);
  expect(socket.sent).toEqual([
    { type: "auth", token: "token" },
    { type: "subscribe", after: 812 },
  ]);
  expect([state.loads, live.current().connection.is]).toEqual([1, "live"]);
});

test("after a loss it resumes where it stopped, without loading again", async () => {
  const { greet, state } = start();
  const first = await greet(5);
  await first.says({ type: "alert", seq: 6, alert: alert(1) });
  first.onclose?.({ code: 1006, reason: "" });
  await vi.advanceTimersByTimeAsync(500);
  const second = await greet(9);
  expect(second.sent[1]).toEqual({ type: "subscribe", after: 6 });
  expect(state.loads).toBe(1);
});

test("when too much was missed it loads over HTTP and starts from there", async () => {
  const { greet, state } = start();
  const first = await greet(5);
  await first.says({ type: "resync_required", oldest: 400 });
  await vi.advanceTimersByTimeAsync(500);
  const second = await greet(450);
  expect([state.loads, second.sent[1]]).toEqual([2, { type: "subscribe", after: 450 }]);
});

test("a gap in the numbers is mended like a resync", async () => {
  const { greet, live, state } = start();
  const first = await greet(5);
  await first.says({ type: "alert", seq: 8, alert: alert(1) });
  expect(live.current().alerts).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  await greet(8);
  expect(state.loads).toBe(2);
});

test("silence is a loss, a heartbeat is not silence", async () => {
  const { greet, live } = start();
  const socket = await greet(5);
  await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
  await socket.says({ type: "heartbeat", seq: 5 });
  await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
  expect(live.current().connection.is).toBe("live");
  await vi.advanceTimersByTimeAsync(1);
  expect(live.current().connection).toMatchObject({ is: "waiting", why: "the server fell silent" });
});

test("it waits longer after each failure", async () => {
  const { live, newest, sockets } = start();
  const waits = [];
  for (let n = 0; n < 4; n += 1) {
    (await newest()).onclose?.({ code: 1006, reason: "" });
    const { connection } = live.current();
    const wait = connection.is === "waiting" ? connection.until - Date.now() : Number.NaN;
    waits.push(wait);
    await vi.advanceTimersByTimeAsync(wait);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000]);
  expect(sockets).toHaveLength(5);
});

test("a refused token is renewed for the next attempt", async () => {
  const { newest, state } = start();
  (await newest()).onclose?.({ code: 4401, reason: "token expired" });
  await vi.advanceTimersByTimeAsync(500);
  expect(state.forced).toEqual([false, true]);
});

test("when the session is over it stops trying", async () => {
  const { live, newest, sockets, state } = start();
  const socket = await newest();
  state.signedOut = true;
  socket.onclose?.({ code: 4401, reason: "token expired" });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(live.current().connection).toEqual({ is: "denied", why: "Log in again." });
  expect(sockets).toHaveLength(1);
});

test("a renewed token is shown to the server on the open connection", async () => {
  const { greet, state } = start();
  const socket = await greet(5);
  await socket.says({ type: "heartbeat", seq: 5 });
  state.token = "the next token";
  await socket.says({ type: "heartbeat", seq: 5 });
  await socket.says({ type: "heartbeat", seq: 5 });
  expect(socket.sent.slice(2)).toEqual([{ type: "auth", token: "the next token" }]);
});

test("who may not read is told so, and not tried again", async () => {
  const { live, newest, sockets } = start();
  (await newest()).onclose?.({ code: 4403, reason: "this needs the scope read" });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(live.current().connection).toEqual({ is: "denied", why: "this needs the scope read" });
  expect(sockets).toHaveLength(1);
});

test("where no connection comes about, the stored alerts are shown all the same", async () => {
  const { live, newest, state, greet } = start();
  (await newest()).onclose?.({ code: 1006, reason: "" });
  await vi.advanceTimersByTimeAsync(0);
  expect([live.current().loaded, live.current().seq]).toEqual([true, null]);
  await vi.advanceTimersByTimeAsync(500);
  await greet(7);
  expect([state.loads, live.current().seq]).toEqual([2, 7]);
});
