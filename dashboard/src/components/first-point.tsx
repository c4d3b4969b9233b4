import { Empty } from "./notice";

/** Nothing was ever received: how to send the first point. */
export function FirstPoint() {
  return (
    <Empty title="No metrics yet">
      <p>Send a first point, with an API key that may ingest:</p>
      <pre tabIndex={0} role="region" aria-label="Example request">{`curl ${location.origin}/api/v1/ingest \\
  -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"points":[{"metric":"hello",
       "t":"${new Date().toISOString().slice(0, 19)}Z","v":1}]}'`}</pre>
      <p>It shows up here within seconds. <code>tidewatch key create</code> makes a key; <code>tidewatch ingest FILE</code> fills in files you have.</p>
    </Empty>
  );
}
