import type { ReactNode } from "react";
import { advice } from "../api/problem";

/** An empty place that says what to do next. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="notice">
      <p className="notice-title">{title}</p>
      <div>{children}</div>
    </div>
  );
}

/** Something went wrong: what, and what to do about it. */
export function Failure({ problem, what, retry }: { problem: unknown; what: string; retry?: () => void }) {
  const message = problem instanceof Error ? problem.message : String(problem);
  return (
    <div className="notice notice-bad" role="alert">
      <p className="notice-title">{what}</p>
      <p>{message}</p>
      <p>{advice(problem)}</p>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What is shown is still there, only not refreshed: that takes a line, not a panel. */
export function Stale({ problem }: { problem: unknown }) {
  const message = problem instanceof Error ? problem.message : String(problem);
  return (
    <p className="warning" role="status">
      Not refreshed: {message} The page tries again by itself.
    </p>
  );
}

/** Grey bars where something is about to be. */
export function Loading({ what, rows = 4 }: { what: string; rows?: number }) {
  return (
    <div className="skeleton" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: rows }, (_, n) => (
        <span key={n} />
      ))}
    </div>
  );
}
