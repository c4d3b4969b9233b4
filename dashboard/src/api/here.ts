/** The one client of this page, at the address where the page itself came from. */

import { createClient } from "./client";

const BASE = new URL("api/v1/", document.baseURI);

export const client = createClient({
  base: BASE.href,
  fetch: (address, init) => window.fetch(address, init),
  store: window.sessionStorage,
  now: () => Date.now(),
});

export function openSocket(): WebSocket {
  const address = new URL("live", BASE);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(address);
}
