import { useEffect, useRef } from "react";
import type { Anomaly } from "../model/trend";
import { facts } from "../model/verdict";
import { labelText } from "../model/words";
import { around } from "./anomalies";

interface Props {
  anomaly: Anomaly;
  zone: string;
  onShow: (from: number, to: number) => void;
  onClose: () => void;
}

/** Why a stretch is unusual: the reason in words, then what came, what was expected, who says so, how rare it is. */
export function Verdict({ anomaly, zone, onShow, onClose }: Props) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: "nearest" }), [anomaly.id]);
  const close = () => {
    // The focus goes to where the verdict can be opened again.
    place.current?.parentElement?.querySelector<HTMLElement>('[aria-controls="verdict"]')?.focus();
    onClose();
  };
  return (
    <section
      ref={place}
      id="verdict"
      className="verdict"
      data-severity={anomaly.severity}
      aria-labelledby="verdict-title"
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <header className="verdict-head">
        <span className="severity">{anomaly.severity}</span>
        <h3 id="verdict-title">{title(anomaly)}</h3>
        <span className="quiet labels">{labelText(anomaly.labels, "")}</span>
        <button type="button" className="small" onClick={() => onShow(...around(anomaly))}>
          Zoom to it
        </button>
        <button type="button" className="small" onClick={close}>
          Close
        </button>
      </header>
      <p className="verdict-reason" role="status">
        {anomaly.reason}
      </p>
      <dl className="verdict-facts">
        {facts(anomaly, zone).map(({ name, value, more }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {more && <span className="quiet"> {more}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function title({ kind, withdrawn }: Anomaly): string {
  if (withdrawn) return "Why this was unusual, until late data came";
  return kind === "stale" ? "Why this is silence" : "Why this is unusual";
}
