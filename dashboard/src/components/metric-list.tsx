import { useState } from "react";
import type { Metric } from "../api/load";
import { useNow } from "../hooks/use-now";
import type { Resource } from "../hooks/use-resource";
import { ago, unitText } from "../model/words";
import { Name } from "./name";
import { Empty, Failure, Loading, Stale } from "./notice";

interface Props {
  metrics: Resource<Metric[]>;
  chosen: string | null;
  onChoose: (metric: string) => void;
}

/** Every metric there is. On a narrow screen it folds away behind the one that is chosen. */
export function MetricList({ metrics, chosen, onChoose }: Props) {
  const [sought, setSought] = useState("");
  const [open, setOpen] = useState(false);
  const now = useNow(5000);
  const all = metrics.data ?? [];
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all.filter(({ metric }) => words.every((word) => metric.toLowerCase().includes(word)));
  const choose = (metric: string) => {
    setOpen(false);
    onChoose(metric);
  };
  return (
    <nav className="panel metrics" aria-labelledby="metrics-title" data-open={open}>
      <header className="panel-head">
        <h2 id="metrics-title">Metrics {metrics.data && <span className="badge">{all.length}</span>}</h2>
        <button
          type="button"
          className="fold small"
          aria-expanded={open}
          aria-controls="metrics-body"
          onClick={() => setOpen(!open)}
        >
          {open ? "Hide list" : "Choose metric"}
        </button>
      </header>
      <div className="metrics-body" id="metrics-body">
        {all.length > 0 && (
          <input
            type="search"
            placeholder="Filter by name"
            aria-label="Filter metrics by name"
            value={sought}
            onChange={(e) => setSought(e.target.value)}
          />
        )}
        {metrics.error !== null &&
          (metrics.data ? (
            <Stale problem={metrics.error} />
          ) : (
            <Failure what="The metrics could not be loaded." problem={metrics.error} retry={metrics.reload} />
          ))}
        {metrics.loading && !metrics.data && <Loading what="metrics" rows={6} />}
        {metrics.data && all.length === 0 && <p className="none quiet">None yet.</p>}
        {all.length > 0 && shown.length === 0 && (
          <Empty title="No such metric">
            No name holds “{sought}”. Clear the filter to see all {all.length}.
          </Empty>
        )}
        <ul className="metric-items">
          {shown.map((metric) => (
            <Item key={metric.metric} metric={metric} now={now} chosen={metric.metric === chosen} onChoose={choose} />
          ))}
        </ul>
      </div>
    </nav>
  );
}

interface ItemProps {
  metric: Metric;
  now: number;
  chosen: boolean;
  onChoose: (name: string) => void;
}

function Item({ metric, now, chosen, onChoose }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        className="metric"
        aria-current={chosen ? "true" : undefined}
        onClick={() => onChoose(metric.metric)}
      >
        <span className="metric-name">
          <Name of={metric.metric} />
        </span>
        <span className="quiet metric-facts">
          {[metric.kind, unitText(metric.unit), `${metric.series} series`].filter(Boolean).join(" · ")}
          <span className="metric-newest">{newest(metric, now)}</span>
        </span>
      </button>
    </li>
  );
}

/** The newest point of what events cause is not told apart from none: it is left unsaid. */
function newest({ kind, newest }: Metric, now: number): string {
  if (newest !== null) return ago(newest, now);
  return kind === "event" ? "" : "no points yet";
}
