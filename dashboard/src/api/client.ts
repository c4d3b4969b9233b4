/** HTTP with a session. The access token lives in memory only, the refresh token in the tab's sessionStorage; the access
 * token is renewed in silence shortly before it ends, and once more when the server refuses it all the same. */

import { Problem, problemOf } from "./problem";

const REFRESH_KEY = "tidewatch.refresh";
const EARLY_MS = 30_000;

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

export interface Surroundings {
  base: string;
  fetch: typeof fetch;
  store: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  now: () => number;
}

export interface Client {
  /** True while there is something to renew a session with. */
  remembers(): boolean;
  login(email: string, password: string): Promise<void>;
  logout(): void;
  /** An access token that is good now. `force`: even if the present one looks good. */
  token(force?: boolean): Promise<string>;
  get<T>(path: string, query?: URLSearchParams, signal?: AbortSignal): Promise<T>;
  /** Called whenever the session ends; `asked`: by choice, not because the server says so. Returns how to stop. */
  onSignedOut(listener: (asked: boolean) => void): () => void;
}

export function createClient({ base, fetch, store, now }: Surroundings): Client {
  let access: { token: string; until: number } | null = null;
  let renewing: Promise<string> | null = null;
  const listeners = new Set<(asked: boolean) => void>();

  async function send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(base + path, init);
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
      throw new Problem(0, "No answer from the server.");
    }
  }

  async function exchange(path: string, body: object): Promise<string> {
    const answer = await send(path, asJson(body));
    if (!answer.ok) throw await problemOf(answer);
    const tokens = (await answer.json()) as Tokens;
    access = { token: tokens.access_token, until: now() + tokens.expires_in * 1000 };
    store.setItem(REFRESH_KEY, tokens.refresh_token);
    return tokens.access_token;
  }

  function end(asked: boolean): void {
    access = null;
    store.removeItem(REFRESH_KEY);
    for (const listener of listeners) listener(asked);
  }

  async function renew(): Promise<string> {
    const refresh = store.getItem(REFRESH_KEY);
    try {
      if (!refresh) throw new Problem(401, "Nobody is logged in.");
      return await exchange("auth/refresh", { refresh_token: refresh });
    } catch (problem) {
      // Only a clear "no" ends the session: a server that is away does not.
      if (problem instanceof Problem && [400, 401, 403, 422].includes(problem.status)) end(false);
      throw problem;
    }
  }

  async function token(force = false): Promise<string> {
    if (!force && access && now() < access.until - EARLY_MS) return access.token;
    // A refresh token is good once: all who wait share one renewal.
    renewing ??= renew().finally(() => (renewing = null));
    return renewing;
  }

  async function get<T>(path: string, query?: URLSearchParams, signal?: AbortSignal): Promise<T> {
    const where = query && query.size > 0 ? `${path}?${query}` : path;
    const ask = (good: string) =>
      send(where, { headers: { Authorization: `Bearer ${good}` }, ...(signal && { signal }) });
    let answer = await ask(await token());
    if (answer.status === 401) answer = await ask(await token(true));
    if (!answer.ok) throw await problemOf(answer);
    return (await answer.json()) as T;
  }

  return {
    remembers: () => store.getItem(REFRESH_KEY) !== null,
    login: async (email, password) => void (await exchange("auth/login", { email, password })),
    logout() {
      const refresh = store.getItem(REFRESH_KEY);
      end(true);
      // The server forgets the login too. Where it cannot be reached, the token dies with this tab and its time.
      if (refresh) send("auth/logout", asJson({ refresh_token: refresh })).catch(() => undefined);
    },
    token,
    get,
    onSignedOut(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function asJson(body: object): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
