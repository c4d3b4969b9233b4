import { useState } from "react";
import { useNow } from "../hooks/use-now";
import { type Alert, atLeast, SEVERITIES, type Severity } from "../model/alert";
import type { Feed } from "../model/live";
import { ago, amount, labelText, moment } from "../model/words";
import { Name } from "./name";
import { Empty, Loading } from "./notice";

interface Props {
  feed: Feed;
  zone: string;
  onOpen: (alert: Alert) => void;
  onSeen: () => void;
}

/** Alerts as they happen, newest change first. */
export function AlertFeed({ feed, zone, onOpen, onSeen }: Props) {
  const [floor, setFloor] = useState<Severity>("low");
  const now = useNow(5000);
  const shown = feed.alerts.filter((alert) => atLeast(alert.severity, floor));
  return (
    <section className="panel feed" aria-labelledby="feed-title" onPointerEnter={onSeen} onFocus={onSeen}>
      <header className="panel-head">
        <h2 id="feed-title">Alerts {feed.unseen.size > 0 && <span className="badge">{feed.unseen.size} new</span>}</h2>
        <select aria-label="Lowest severity shown" value={floor} onChange={(e) => setFloor(e.target.value as Severity)}>
          {SEVERITIES.map((name) => (
            <option key={name} value={name}>
              {name === "low" ? "all" : name === "critical" ? name : `${name} and up`}
            </option>
          ))}
        </select>
      </header>
      {!feed.loaded && <Loading what="alerts" />}
      {feed.loaded && shown.length === 0 && <Nothing filtered={feed.alerts.length > 0} />}
      <div role="log" aria-relevant="additions" aria-label="Alerts, newest first">
      <ol className="alerts">
        {shown.map((alert) => (
          <Item key={alert.id} alert={alert} zone={zone} now={now} fresh={feed.unseen.has(alert.id)} onOpen={onOpen} />
        ))}
      </ol>
      </div>
    </section>
  );
}

interface ItemProps extends Pick<Props, "zone" | "onOpen"> {
  alert: Alert;
  now: number;
  fresh: boolean;
}

function Item({ alert, zone, now, fresh, onOpen }: ItemProps) {
  return (
    <li data-severity={alert.severity} data-state={alert.state} className={fresh ? "alert fresh" : "alert"}>
      <button type="button" onClick={() => onOpen(alert)} title="Show this stretch in the chart">
        <span className="alert-head">
          <span className="severity">{alert.severity}</span>
          <span className="quiet">{STATES[alert.state]}</span>
          <time dateTime={new Date(alert.t).toISOString()} title={moment(alert.t, zone, true)}>
            {ago(alert.t, now)}
          </time>
        </span>
        <span className="alert-metric">
          <Name of={alert.metric} />
        </span>
        <span className="quiet labels">{labelText(alert.labels, "no labels")}</span>
        <span className="alert-reason">{alert.reason}</span>
        {alert.value !== null && (
          <span className="alert-numbers">
            <b>{amount(alert.value, alert.unit)}</b>
            {alert.expected !== null && <span className="quiet"> · expected {amount(alert.expected, alert.unit)}</span>}
          </span>
        )}
      </button>
    </li>
  );
}

const STATES: Record<Alert["state"], string> = {
  opened: "open",
  raised: "open, raised",
  revised: "revised",
  closed: "over",
  retracted: "withdrawn",
};

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty title="Nothing this severe">Choose a lower severity above to see the other alerts.</Empty>
  ) : (
    <Empty title="All quiet">
      An alert appears here within a second when something unusual happens. New series are watched once enough of them
      is known.
    </Empty>
  );
}
