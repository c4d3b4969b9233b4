import { useEffect } from "react";
import { client } from "../api/here";
import { loadInsights, loadLabels, loadMetrics, loadMilestones, loadPatterns } from "../api/load";
import { useLive } from "../hooks/use-live";
import { useResource } from "../hooks/use-resource";
import { useForecast, useTrend } from "../hooks/use-trend";
import { useView } from "../hooks/use-view";
import type { Alert } from "../model/alert";
import type { Insight } from "../model/insight";
import { allZones } from "../model/zone";
import { AlertFeed } from "./alert-feed";
import { around } from "./anomalies";
import { Findings } from "./findings";
import { ConnectionState } from "./connection";
import { Mark } from "./mark";
import { MetricList } from "./metric-list";
import { Milestones } from "./milestones";
import { TrendPanel } from "./trend-panel";

const METRICS_MS = 15_000;
const MODELS_MS = 120_000;
const MILESTONES_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Everything behind the login. */
export function Shell() {
  const [view, change] = useView();
  const { feed, retry, seen } = useLive();
  // Coming back after a loss, everything is loaded at once.
  const returns = Math.max(0, feed.lives - 1);
  const metrics = useResource("metrics", (signal) => loadMetrics(client, signal), METRICS_MS, returns);
  const labels = useResource(view.metric, (signal) => loadLabels(client, view.metric ?? "", signal), 60_000);
  const metric = metrics.data?.find((each) => each.metric === view.metric) ?? null;
  // What was expected is known of one series at a time.
  const single = !view.groupBy && (Object.keys(view.labels).length > 0 || metric?.series === 1);
  const known = metrics.data !== null || metrics.error !== null;
  const trend = useTrend(view, known ? single : null, returns + (feed.alerts[0]?.metric === view.metric ? feed.pulse : 0));
  const forecast = useForecast(view, known && single, returns);
  const insights = useResource("insights", (signal) => loadInsights(client, signal), MODELS_MS, returns);
  const patterns = useResource("patterns", (signal) => loadPatterns(client, signal), MODELS_MS, returns);
  const milestones = useResource("milestones", (signal) => loadMilestones(client, signal), MILESTONES_MS, returns);
  // One that has points, if there is any.
  const first = (metrics.data?.find(({ newest }) => newest !== null) ?? metrics.data?.[0])?.metric;

  useEffect(() => {
    if (!view.metric && first) change({ metric: first }, true);
  }, [view.metric, first, change]);

  useEffect(() => {
    document.title = view.metric ? `${view.metric} – Tidewatch` : "Tidewatch";
  }, [view.metric]);

  const open = (alert: Alert) => {
    const age = Date.now() - alert.openedAt;
    const [from, to] = around({ from: alert.openedAt, to: alert.closedAt ?? alert.t });
    const span = age < 5 * HOUR_MS ? "6h" : "24h";
    change({
      metric: alert.metric,
      labels: alert.labels,
      groupBy: null,
      range: age < 18 * HOUR_MS ? { span } : { from, to },
      anomaly: alert.episode,
    });
  };

  const look = ({ metric, labels }: Pick<Insight, "metric" | "labels">, span: "24h" | "30d" = "24h") =>
    change({ metric, labels, groupBy: null, agg: null, range: { span }, anomaly: null });

  return (
    <div className="page">
      <header className="top">
        <h1>
          <Mark /> Tidewatch
        </h1>
        <ConnectionState connection={feed.connection} retry={retry} />
        <div className="top-right">
          <Zone zone={view.zone} pick={(zone) => change({ zone })} />
          <button type="button" className="leave" onClick={() => client.logout()}>
            Log out
          </button>
        </div>
      </header>
      <MetricList
        metrics={metrics}
        chosen={view.metric}
        onChoose={(metric) => change({ metric, labels: {}, groupBy: null, agg: null, anomaly: null })}
      />
      <TrendPanel
        view={view}
        change={change}
        none={metrics.data?.length === 0}
        metric={metric}
        series={labels.behind ? [] : (labels.data ?? [])}
        data={trend}
        forecast={forecast}
      />
      <div className="side">
        <AlertFeed feed={feed} zone={view.zone} onOpen={open} onSeen={seen} />
        <Milestones milestones={milestones} onOpen={(one) => look(one, "30d")} />
        <Findings insights={insights} patterns={patterns} onOpen={(one) => look(one)} />
      </div>
    </div>
  );
}

const ZONES = allZones();

function Zone({ zone, pick }: { zone: string; pick: (zone: string) => void }) {
  return (
    <label className="inline">
      <span className="quiet">Times in</span>
      <select
        className="zone"
        aria-label="Times in the zone"
        value={zone}
        onChange={(event) => pick(event.target.value)}
      >
        {(ZONES.includes(zone) ? ZONES : [zone, ...ZONES]).map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </select>
    </label>
  );
}
