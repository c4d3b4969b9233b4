import { expect, test } from "vitest";
import type { Alert } from "./alert";
import { type Action, EMPTY, type Feed, KEEP, missed, readMessage, step } from "./live";

const alert = (id: number, state: Alert["state"] = "opened"): Alert => ({
  id,
  state,
  severity: "high",
  metric: "cpu.load",
  labels: { host: "a" },
  t: 1_767_225_600_000,
  openedAt: 1_767_225_600_000,
  closedAt: null,
  value: 9,
  expected: 1,
  score: 0.9999,
  reason: "far above",
  unit: null,
  kind: "anomaly",
  episode: 70,
});
const said = (seq: number, what: Alert): Action => ({ type: "message", message: { type: "alert", seq, alert: what } });
const after = (...actions: Action[]): Feed => actions.reduce(step, EMPTY);
const loaded: Action = { type: "loaded", seq: 10, alerts: [alert(1)] };

test("a new alert stands first and is unseen", () => {
  const feed = after(loaded, said(11, alert(2)));
  expect(feed.alerts.map((a) => a.id)).toEqual([2, 1]);
  expect([...feed.unseen]).toEqual([2]);
  expect(feed.seq).toBe(11);
});

test("a transition of a known alert replaces it and moves it to the front", () => {
  const feed = after(loaded, said(11, alert(2)), said(12, alert(1, "closed")));
  expect(feed.alerts.map((a) => [a.id, a.state])).toEqual([
    [1, "closed"],
    [2, "opened"],
  ]);
});

test("a transition that was told already changes nothing", () => {
  const feed = after(loaded, said(11, alert(2)));
  expect(step(feed, { type: "message", message: { type: "alert", seq: 11, alert: alert(2, "closed") } })).toBe(feed);
  expect(step(feed, { type: "message", message: { type: "alert", seq: 9, alert: alert(7) } })).toBe(feed);
});

test("before the first load nothing is taken from the wire", () => {
  expect(after(said(11, alert(2))).alerts).toEqual([]);
});

test("a gap in the numbers is noticed, the next number is not a gap", () => {
  const feed = after(loaded);
  expect(missed(feed, { type: "alert", seq: 12, alert: alert(3) })).toBe(true);
  expect(missed(feed, { type: "alert", seq: 11, alert: alert(3) })).toBe(false);
  expect(missed(feed, { type: "heartbeat", seq: 99 })).toBe(false);
});

test("when the server asks for it, the feed starts from HTTP again but keeps showing what it has", () => {
  const feed = after(loaded, { type: "message", message: { type: "resync_required", oldest: 50 } });
  expect(feed.seq).toBeNull();
  expect(feed.alerts).toHaveLength(1);
});

test("losing the connection keeps the alerts and the place in the stream", () => {
  const feed = after(
    loaded,
    { type: "subscribed" },
    { type: "lost", until: 5, attempt: 2, why: "the server went away" },
  );
  expect(feed.seq).toBe(10);
  expect(feed.connection).toEqual({ is: "waiting", until: 5, attempt: 2, why: "the server went away" });
});

test("the list does not grow for ever", () => {
  let feed = after(loaded);
  for (let n = 1; n <= KEEP + 50; n += 1) feed = step(feed, said(10 + n, alert(100 + n)));
  expect(feed.alerts).toHaveLength(KEEP);
  expect(feed.alerts[0]?.id).toBe(100 + KEEP + 50);
});

test("looking at the feed clears what was unseen", () => {
  const feed = after(loaded, said(11, alert(2)), { type: "seen" });
  expect(feed.unseen.size).toBe(0);
  expect(step(feed, { type: "seen" })).toBe(feed);
});

test("an alert may be revised or withdrawn; a state of a newer server counts as open", () => {
  const states = ["revised", "retracted", "pondered"].map((state) => {
    const told = readMessage(JSON.stringify({ type: "alert", seq: 1, alert: { ...alert(1), t: "2026-01-01T00:00:00Z", state } }));
    return told?.type === "alert" && told.alert.state;
  });
  expect(states).toEqual(["revised", "retracted", "opened"]);
});

test("frames are read, and those that are not understood are left out", () => {
  const frame = { type: "alert", seq: 7, alert: { ...alert(4), t: "2026-01-01T00:00:00Z", episode_id: 70 } };
  expect(readMessage(JSON.stringify(frame))).toEqual({ type: "alert", seq: 7, alert: alert(4) });
  expect(readMessage('{"type":"ready","seq":3}')).toEqual({ type: "ready", seq: 3 });
  expect(readMessage('{"type":"resync_required","oldest":9}')).toEqual({ type: "resync_required", oldest: 9 });
  for (const odd of ["{", "null", "[]", '{"type":"alert","seq":1}', '{"type":"novel","seq":1}']) {
    expect(readMessage(odd), odd).toBeNull();
  }
});
