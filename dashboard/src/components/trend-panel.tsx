import { useMemo, useState } from "react";
import type { Metric } from "../api/load";
import type { TrendData } from "../hooks/use-trend";
import type { Resource } from "../hooks/use-resource";
import type { Forecast } from "../model/forecast";
import { picture } from "../model/picture";
import { reading } from "../model/reading";
import type { View } from "../model/view";
import { stretch } from "../model/words";
import { Anomalies } from "./anomalies";
import { Chart } from "./chart";
import { Comparing } from "./comparing";
import { Controls } from "./controls";
import { Facts } from "./facts";
import { Name } from "./name";
import { Empty, Failure, Loading, Stale } from "./notice";
import { FirstPoint } from "./first-point";
import { Numbers } from "./numbers";
import { Readout } from "./readout";
import { Verdict } from "./verdict";

interface Props {
  view: View;
  change: (part: Partial<View>, replace?: boolean) => void;
  /** Nothing was ever received. */
  none: boolean;
  metric: Metric | null;
  series: readonly Record<string, string>[];
  data: Resource<TrendData>;
  forecast: Forecast | null;
}

/** One metric over time: what to show, the chart, what stands at the cursor, where it all comes from. */
export function TrendPanel({ view, change, none, metric, series, data, forecast }: Props) {
  const merged = !view.groupBy && Object.keys(view.labels).length === 0 && (metric?.series ?? 1) > 1;
  if (!view.metric) return <NoMetric none={none} />;
  return (
    <main className="panel trend" aria-labelledby="trend-title">
      <header className="panel-head">
        <h2 id="trend-title" className="trend-title">
          <Name of={view.metric} />
        </h2>
        {!("span" in view.range) && <Stretch view={view} change={change} />}
      </header>
      <Controls
        view={view}
        change={change}
        kind={metric?.kind ?? null}
        series={series}
        total={metric?.series ?? series.length}
      />
      <div aria-busy={data.loading}>
        {data.error !== null &&
          (data.data && !data.behind ? (
            <Stale problem={data.error} />
          ) : (
            <Failure what="The trend could not be loaded." problem={data.error} retry={data.reload} />
          ))}
        {!data.data && data.error === null && <Loading what="the trend" rows={6} />}
        {data.data && !(data.behind && data.error !== null) && (
          <Drawn
            data={data.data}
            behind={data.behind}
            merged={merged}
            view={view}
            change={change}
            forecast={data.behind ? null : forecast}
          />
        )}
      </div>
    </main>
  );
}

interface DrawnProps {
  data: TrendData;
  behind: boolean;
  merged: boolean;
  view: View;
  change: Props["change"];
  forecast: Forecast | null;
}

function Drawn({ data: { trend, anomalies }, behind, merged, view, change, forecast }: DrawnProps) {
  const [cursor, setCursor] = useState<number | null>(null);
  const drawn = useMemo(() => picture(trend, anomalies, forecast), [trend, anomalies, forecast]);
  const chosen = anomalies.find((anomaly) => anomaly.id === view.anomaly) ?? null;
  const choose = (id: number | null) => change({ anomaly: id }, true);
  const read = reading(drawn, trend, cursor);
  const nothing = drawn.lines.every((line) => line.v.every((v) => (v ?? null) === null));
  const verdict = chosen && (
    <Verdict
      anomaly={chosen}
      zone={trend.zone}
      onShow={(from, to) => change({ range: { from, to } })}
      onClose={() => choose(null)}
    />
  );
  const list = <Anomalies anomalies={anomalies} zone={trend.zone} chosen={view.anomaly} onChoose={choose} />;
  // Silence can be unusual, too.
  if (nothing)
    return (
      <>
        <Silence view={view} change={change} />
        {verdict}
        {anomalies.length > 0 && list}
      </>
    );
  return (
    <div className={behind ? "behind" : undefined}>
      <Chart
        picture={drawn}
        title={`${trend.agg} of ${trend.metric}`}
        zone={trend.zone}
        completeThrough={trend.completeThrough}
        chosen={view.anomaly}
        cursor={cursor}
        onCursor={setCursor}
        onPick={(index) => {
          const [first] = reading(drawn, trend, index).unusual;
          if (first) choose(first.id);
        }}
        onZoom={(from, to) => change({ range: { from, to } })}
        spoken={read.spoken}
      />
      <Readout
        reading={read}
        zone={trend.zone}
        seconds={trend.bucket === "raw"}
        hidden={drawn.hidden}
        merged={merged}
        ahead={drawn.ahead}
        now={trend.generatedAt}
        onWhy={(anomaly) => choose(anomaly.id)}
      />
      {verdict}
      <Facts trend={trend} />
      {trend.comparison && <Comparing trend={trend} comparison={trend.comparison} />}
      {list}
      <Numbers picture={drawn} trend={trend} />
    </div>
  );
}

/** A fixed stretch of time is shown: which, and the way back to now. */
function Stretch({ view, change }: Pick<Props, "view" | "change">) {
  if ("span" in view.range) return null;
  const { from, to } = view.range;
  return (
    <span className="stretch">
      <span className="quiet">{stretch(from, to, view.zone)}</span>
      <button type="button" className="small" onClick={() => change({ range: { span: "24h" } })}>
        Back to now
      </button>
    </span>
  );
}

function Silence({ view, change }: Pick<Props, "view" | "change">) {
  return (
    <Empty title="No points in this stretch">
      <p>Nothing was received for this choice of time, series and bucket.</p>
      {!("span" in view.range && view.range.span === "all") && (
        <button type="button" onClick={() => change({ range: { span: "all" } })}>
          Show all time
        </button>
      )}
    </Empty>
  );
}

function NoMetric({ none }: { none: boolean }) {
  return (
    <main className="panel trend">
      {none ? (
        <FirstPoint />
      ) : (
        <Empty title="Nothing chosen yet">
          Choose a metric from the list to see its trend, what was expected of it, and what was unusual.
        </Empty>
      )}
    </main>
  );
}
