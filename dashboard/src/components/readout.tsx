import type { Reading } from "../model/reading";
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
}

/** The numbers at the cursor, or the newest ones. It doubles as the legend. */
export function Readout({ reading, zone, seconds, hidden, merged }: Props) {
  const { t, lines, expected, unusual, unit, open, chosen } = reading;
  return (
    <div className="readout">
      <p className="readout-time">
        <span className="quiet">{chosen ? "At" : "Newest"}</span> {t === null ? "–" : moment(t, zone, seconds)}
        {open && <span className="tag">not final yet</span>}
        {unusual.map((anomaly) => (
          <span key={anomaly.id} className="severity" data-severity={anomaly.severity} title={anomaly.reason}>
            {anomaly.severity}
          </span>
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
        {merged && <li className="quiet">choose one series to see what was expected of it</li>}
        {hidden > 0 && (
          <li className="quiet">and {hidden} smaller ones that are not drawn: choose a series to see it</li>
        )}
      </ul>
    </div>
  );
}
