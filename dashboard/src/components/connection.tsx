import { useNow } from "../hooks/use-now";
import type { Connection } from "../model/live";

/** How the live connection is, always visible; the way to hurry it when it is lost. */
export function ConnectionState({ connection, retry }: { connection: Connection; retry: () => void }) {
  return (
    <div className="connection" data-state={connection.is}>
      <span role="status">
        <span className="dot" aria-hidden="true" />
        {LABELS[connection.is]}
      </span>
      {connection.is === "waiting" && <Waiting until={connection.until} why={connection.why} retry={retry} />}
    </div>
  );
}

const LABELS: Record<Connection["is"], string> = {
  connecting: "Connecting…",
  live: "Live",
  waiting: "Not live",
  denied: "Not allowed to listen",
};

function Waiting({ until, why, retry }: { until: number; why: string; retry: () => void }) {
  const left = Math.max(0, Math.ceil((until - useNow(250)) / 1000));
  return (
    <>
      <span className="quiet connection-why" aria-hidden="true">
        {why}; again in {left} s
      </span>
      <button type="button" className="small" onClick={retry}>
        Retry now
      </button>
    </>
  );
}
