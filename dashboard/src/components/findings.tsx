import { useState } from "react";
import { useNow } from "../hooks/use-now";
import type { Resource } from "../hooks/use-resource";
import { type Insight, type Pattern, sorted, sure } from "../model/insight";
import { ago, labelText } from "../model/words";
import { Name } from "./name";
import { Failure, Loading, Stale } from "./notice";

interface Props {
  /** Null inside: the server has no such models. */
  insights: Resource<Insight[] | null>;
  patterns: Resource<Pattern[] | null>;
  onOpen: (insight: Insight) => void;
}

const MOST = 20;

/** What scheduled models found: insights with what to do about them, and patterns. */
export function Findings({ insights, patterns, onOpen }: Props) {
  const now = useNow(30_000);
  return (
    <section className="panel findings" aria-label="What models found">
      <List
        title="Insights"
        of={insights}
        empty="None now. Models look at all series from time to time, and say here what stands out and what to do."
        show={(all) =>
          sorted(all).map((insight) => <InsightItem key={insight.id} insight={insight} now={now} onOpen={onOpen} />)
        }
      />
      <List
        title="Patterns"
        of={patterns}
        empty="None yet. Cycles, and series that move together, are named here once enough history is known."
        show={(all) => all.map((pattern) => <PatternItem key={pattern.id} pattern={pattern} now={now} />)}
      />
    </section>
  );
}

interface ListProps<T> {
  title: string;
  of: Resource<T[] | null>;
  empty: string;
  show: (items: readonly T[]) => React.ReactNode[];
}

function List<T>({ title, of, empty, show }: ListProps<T>) {
  const [all, setAll] = useState(false);
  const id = `${title.toLowerCase()}-title`;
  const items = of.data ?? [];
  const shown = all ? items.length : MOST;
  return (
    <section aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>
          {title} {items.length > 0 && <span className="badge">{items.length}</span>}
        </h2>
      </header>
      {of.error !== null &&
        (of.data ? (
          <Stale problem={of.error} />
        ) : (
          <Failure what={`${title} could not be loaded.`} problem={of.error} retry={of.reload} />
        ))}
      {of.loading && !of.data && of.error === null && <Loading what={title.toLowerCase()} rows={1} />}
      {!of.loading && of.error === null && items.length === 0 && <p className="none quiet">{empty}</p>}
      <ul className="finds">{show(items).slice(0, shown)}</ul>
      {items.length > shown && (
        <p className="none">
          <button type="button" className="small" onClick={() => setAll(true)}>
            Show all {items.length}
          </button>
        </p>
      )}
    </section>
  );
}

function InsightItem({ insight, now, onOpen }: { insight: Insight; now: number; onOpen: Props["onOpen"] }) {
  const { title, description, severity, confidence, recommendations, category, metric, labels, createdAt, over } = insight;
  return (
    <li className="find" data-severity={severity}>
      <details>
        <summary>
          <span className="find-head">
            <span className="severity">{severity}</span>
            <span className="quiet">
              {sure(confidence)}
              {over && " · over"}
            </span>
          </span>
          <span className="find-title">{title}</span>
        </summary>
        <p>{description}</p>
        {recommendations.length > 0 && (
          <>
            <p className="find-do">What to do</p>
            <ul className="find-advice">
              {recommendations.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        {metric && (
          <button type="button" className="small" onClick={() => onOpen(insight)}>
            <span>
              Show <Name of={metric} />
            </span>
          </button>
        )}
        <p className="quiet labels">{[category, labelText(labels, ""), said(createdAt, now)].filter(Boolean).join(" · ")}</p>
      </details>
    </li>
  );
}

function PatternItem({ pattern, now }: { pattern: Pattern; now: number }) {
  return (
    <li className="find">
      <p className="find-head">
        <span className="tag">{pattern.type || "pattern"}</span>
        <span className="quiet">
          {[pattern.frequency, sure(pattern.confidence), said(pattern.createdAt, now)].filter(Boolean).join(" · ")}
        </span>
      </p>
      <p>{pattern.description}</p>
    </li>
  );
}

function said(at: number | null, now: number): string {
  return at === null ? "" : ago(at, Math.max(at, now));
}
