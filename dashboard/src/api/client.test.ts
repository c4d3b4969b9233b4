import { expect, test } from "vitest";
import { createClient } from "./client";
import { Problem } from "./problem";

/** A server that knows one password, gives short-lived tokens, and takes each refresh token once. */
function tinyServer() {
  const calls: string[] = [];
  const state = { now: 0, number: 0, accepts: "", refresh: "", down: false };
  const grant = () => {
    state.number += 1;
    [state.accepts, state.refresh] = [`access-${state.number}`, `refresh-${state.number}`];
    return Response.json({ access_token: state.accepts, refresh_token: state.refresh, expires_in: 900 });
  };
  const no = (detail: string) => Response.json({ title: "Unauthorized", detail }, { status: 401 });
  const answer = async (address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (state.down) throw new TypeError("fetch failed");
    const path = String(address).replace("/api/v1/", "");
    calls.push(path);
    const body = init?.body ? (JSON.parse(String(init.body)) as Record<string, string>) : {};
    if (path === "auth/login") return body.password === "right" ? grant() : no("The password is wrong.");
    if (path === "auth/logout") return new Response(null, { status: 204 });
    if (path === "auth/refresh") return body.refresh_token === state.refresh ? grant() : no("Log in again.");
    const bearer = new Headers(init?.headers).get("Authorization");
    return bearer === `Bearer ${state.accepts}` ? Response.json({ path }) : no("The token is not good.");
  };
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const client = createClient({ base: "/api/v1/", fetch: answer, store, now: () => state.now });
  return { client, calls, state, kept };
}

test("after a login requests carry the token, and only the refresh token is stored", async () => {
  const { client, kept } = tinyServer();
  await client.login("a@example.org", "right");
  expect(await client.get("metrics")).toEqual({ path: "metrics" });
  expect([...kept.values()]).toEqual(["refresh-1"]);
});

test("a wrong password says so and leaves nobody logged in", async () => {
  const { client } = tinyServer();
  await expect(client.login("a@example.org", "wrong")).rejects.toThrow("The password is wrong.");
  expect(client.remembers()).toBe(false);
});

test("a token is renewed shortly before it ends, once for all who wait", async () => {
  const { client, calls, state } = tinyServer();
  await client.login("a@example.org", "right");
  state.now = 880_000;
  await Promise.all([client.get("metrics"), client.get("series"), client.token()]);
  expect(calls.filter((path) => path === "auth/refresh")).toHaveLength(1);
});

test("a token that the server refuses is renewed and the request repeated", async () => {
  const { client, calls, state } = tinyServer();
  await client.login("a@example.org", "right");
  state.accepts = "the signing key was changed";
  expect(await client.get("metrics")).toEqual({ path: "metrics" });
  expect(calls).toEqual(["auth/login", "metrics", "auth/refresh", "metrics"]);
});

test("a refused renewal ends the session", async () => {
  const { client, state } = tinyServer();
  let ended = 0;
  client.onSignedOut(() => (ended += 1));
  await client.login("a@example.org", "right");
  [state.refresh, state.now] = ["used elsewhere", 900_000];
  await expect(client.get("metrics")).rejects.toThrow("Log in again.");
  expect([ended, client.remembers()]).toEqual([1, false]);
});

test("logging out forgets the session here and tells the server", async () => {
  const { client, calls } = tinyServer();
  const asked: boolean[] = [];
  client.onSignedOut((by) => asked.push(by));
  await client.login("a@example.org", "right");
  client.logout();
  expect([client.remembers(), asked, calls.at(-1)]).toEqual([false, [true], "auth/logout"]);
});

test("a server that is away does not end the session", async () => {
  const { client, state } = tinyServer();
  await client.login("a@example.org", "right");
  [state.down, state.now] = [true, 900_000];
  await expect(client.get("metrics")).rejects.toBeInstanceOf(Problem);
  expect(client.remembers()).toBe(true);
  state.down = false;
  expect(await client.get("metrics")).toEqual({ path: "metrics" });
});

test("an answer that is not JSON still becomes a sentence", async () => {
  const fetch = async () => new Response("<html>", { status: 502, statusText: "Bad Gateway" });
  const store = { getItem: () => "refresh", setItem: () => undefined, removeItem: () => undefined };
  const client = createClient({ base: "/", fetch, store, now: () => 0 });
  await expect(client.token()).rejects.toThrow("The server answered 502 Bad Gateway");
});
