import { type Forecast, source } from "../model/forecast";
import type { Reading } from "../model/reading";
import type { Anomaly } from "../model/trend";
import { amount, moment } from "../model/words";

interface Props {
  reading: Reading;
  zone: string;
  /** Times are told to the second. */
  seconds: boolean;
  /** Lines that are not drawn. */
  hidden: number;
  /** The line is made of several series. */
  merged: boolean;
  /** Which model looks ahead, and since when. */
  ahead: Pick<Forecast, "model" | "madeAt" | "held"> | null;
  now: number;
  onWhy: (anomaly: Anomaly) => void;
}

/** The numbers at the cursor, or the newest ones. It doubles as the legend. */
export function Readout({ reading, zone, seconds, hidden, merged, ahead, now, onWhy }: Props) {
  const { t, lines, expected, unusual, unit, open, chosen } = reading;
  return (
    <div className="readout">
      <p className="readout-time">
        <span className="quiet">{chosen ? "At" : "Newest"}</span> {t === null ? "–" : moment(t, zone, seconds)}
        {open && <span className="tag">not final yet</span>}
        {unusual.map((anomaly) => (
          <button
            key={anomaly.id}
            type="button"
            className="severity why"
            data-severity={anomaly.severity}
            title={anomaly.reason}
            onClick={() => onWhy(anomaly)}
          >
            {anomaly.severity}: why?
          </button>
        ))}
      </p>
      <ul className="legend">
        {lines.map((line, n) => (
          <li key={line.label}>
            <span className="swatch" data-line={n + 1} aria-hidden="true" />
            {lines.length > 1 && <span className="labels">{line.label}</span>}
            <b>{amount(line.v, unit)}</b>
            {line.before !== null && <span className="quiet">before: {amount(line.before, unit)}</span>}
          </li>
        ))}
        {expected && (
          <li>
            <span className="swatch swatch-band" aria-hidden="true" />
            <span className="quiet">
              expected {amount(expected.lo)} to {amount(expected.hi, unit)}
            </span>
          </li>
        )}
        {ahead && (
          <li>
            <span className="swatch swatch-ahead" aria-hidden="true" />
            <span className="quiet">
              {reading.ahead ? (
                <>
                  forecast <b>{amount(reading.ahead.mean, unit)}</b>, 80%: {amount(reading.ahead.lo80)} to{" "}
                  {amount(reading.ahead.hi80, unit)}, 95%: {amount(reading.ahead.lo95)} to{" "}
                  {amount(reading.ahead.hi95, unit)}
                </>
              ) : (
                source(ahead, now)
              )}
            </span>
          </li>
        )}
        {merged && <li className="quiet">choose one series to see what was expected of it</li>}
        {hidden > 0 && (
          <li className="quiet">and {hidden} smaller ones that are not drawn: choose a series to see it</li>
        )}
      </ul>
    </div>
  );
}
