import { useEffect, useState } from "react";
import { client } from "./api/here";
import { Login } from "./components/login";
import { Shell } from "./components/shell";

type Session = "in" | "out" | "ended";

/** Who is logged in sees the page; everyone else the way in. */
export function App() {
  const [session, setSession] = useState<Session>(() => (client.remembers() ? "in" : "out"));
  useEffect(() => client.onSignedOut((asked) => setSession(asked ? "out" : "ended")), []);
  return session === "in" ? <Shell /> : <Login ended={session === "ended"} onDone={() => setSession("in")} />;
}
