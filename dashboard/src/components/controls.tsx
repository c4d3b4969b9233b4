import { AGGREGATES, BUCKETS, comparable, SPANS, type View } from "../model/view";
import { labelText } from "../model/words";

interface Props {
  view: View;
  change: (part: Partial<View>) => void;
  kind: string | null;
  /** The label sets of the metric's series. */
  series: readonly Record<string, string>[];
  /** How many series there are, of which `series` may hold the first only. */
  total: number;
}

const SPAN_WORDS: Record<string, string> = { all: "All" };
const BUCKET_WORDS: Record<string, string> = {
  auto: "Auto",
  raw: "Raw points",
  "15m": "15 minutes",
  "1h": "1 hour",
  day: "Day",
  week: "Week",
  month: "Month",
};
const AGG_WORDS: Record<string, string> = {
  avg: "Average",
  sum: "Sum",
  min: "Minimum",
  max: "Maximum",
  count: "Count",
  first: "First",
  last: "Last",
  rate: "Rate per second",
  p50: "Median",
  p95: "95th percentile",
  p99: "99th percentile",
};

/** What to show of a metric: range, bucket, aggregate, which series, how they are split. */
export function Controls({ view, change, kind, series, total }: Props) {
  const names = [...new Set(series.flatMap((labels) => Object.keys(labels)))].sort();
  return (
    <div className="controls" role="group" aria-label="What the chart shows">
      <Spans view={view} change={change} />
      <Choice
        label="Bucket"
        value={view.bucket}
        options={BUCKETS.map((b) => [b, BUCKET_WORDS[b] ?? b])}
        pick={(bucket) => change({ bucket: bucket as View["bucket"] })}
      />
      <Choice
        label="Aggregate"
        value={view.agg ?? ""}
        options={[["", `Auto${kind ? ` for ${kind}` : ""}`], ...AGGREGATES.map((a): Option => [a, AGG_WORDS[a] ?? a])]}
        pick={(agg) => change({ agg: (agg || null) as View["agg"] })}
      />
      {series.length > 1 && (
        <Choice
          label="Series"
          value={Object.keys(view.labels).length > 0 ? JSON.stringify(sorted(view.labels)) : ""}
          options={[
            ["", `All ${total}`],
            ...series.map((l): Option => [JSON.stringify(sorted(l)), labelText(l, "no labels")]),
          ]}
          pick={(text) => change({ labels: text ? (JSON.parse(text) as Record<string, string>) : {} })}
        />
      )}
      {names.length > 0 && series.length > 1 && (
        <Choice
          label="Split by"
          value={view.groupBy ?? ""}
          options={[["", "Nothing"], ...names.map((name): Option => [name, name])]}
          pick={(name) => change({ groupBy: name || null })}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={view.compare && comparable(view.range)}
          disabled={!comparable(view.range)}
          onChange={(event) => change({ compare: event.target.checked })}
        />
        Compare with before
      </label>
    </div>
  );
}

function Spans({ view, change }: Pick<Props, "view" | "change">) {
  const chosen = "span" in view.range ? view.range.span : null;
  return (
    <fieldset className="spans">
      <legend className="sr-only">Time range</legend>
      {SPANS.map((span) => (
        <label key={span} className="span">
          <input
            type="radio"
            name="span"
            value={span}
            checked={chosen === span}
            onChange={() => change({ range: { span } })}
          />
          <span>{SPAN_WORDS[span] ?? span}</span>
        </label>
      ))}
    </fieldset>
  );
}

type Option = readonly [value: string, text: string];

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly Option[];
  pick: (value: string) => void;
}

/** A labelled list to choose from. A value that is no longer among the options is shown all the same. */
export function Choice({ label, value, options, pick }: ChoiceProps) {
  const known = options.some(([each]) => each === value);
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => pick(event.target.value)}>
        {!known && <option value={value}>{value}</option>}
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function sorted(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => a.localeCompare(b)));
}
