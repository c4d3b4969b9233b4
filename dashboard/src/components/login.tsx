import { type FormEvent, useState } from "react";
import { client } from "../api/here";
import { Problem } from "../api/problem";
import { Mark } from "./mark";

/** The way in. `ended`: a session was there and is over. */
export function Login({ ended, onDone }: { ended: boolean; onDone: () => void }) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await client.login(String(given.get("email")), String(given.get("password")));
      onDone();
    } catch (problem) {
      setError(problem instanceof Problem ? problem.message : "Something unexpected happened. Reload the page.");
      setBusy(false);
    }
  }

  return (
    <main className="login">
      <form onSubmit={(event) => void submit(event)} aria-labelledby="login-title" aria-describedby="login-say">
        <h1 id="login-title">
          <Mark /> Tidewatch
        </h1>
        <p id="login-say" className="quiet">
          {ended
            ? "Your session has ended. Log in to go on where you were."
            : "Log in to see what your numbers are doing."}
        </p>
        <label>
          Email
          <input
            name="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus
          />
        </label>
        <label>
          Password
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <p className="form-error" role="alert">
          {error}
        </p>
        <button type="submit" className="primary" disabled={busy}>
          {busy ? "Logging in…" : "Log in"}
        </button>
        <p className="quiet small">
          The first start of Tidewatch prints a one-time administrator login in its terminal.
        </p>
      </form>
    </main>
  );
}
