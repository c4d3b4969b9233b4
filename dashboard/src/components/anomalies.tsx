import type { Anomaly } from "../model/trend";
import { amount, duration, labelText, moment } from "../model/words";

interface Props {
  anomalies: readonly Anomaly[];
  zone: string;
  /** The one that is looked at closely. */
  chosen: number | null;
  onChoose: (id: number | null) => void;
}

const MOST = 50;

/** The unusual stretches of what is shown, newest first. Pressing one says why it is one. */
export function Anomalies({ anomalies, zone, chosen, onChoose }: Props) {
  return (
    <section className="part" aria-labelledby="anomalies-title">
      <h3 id="anomalies-title">Unusual in this stretch</h3>
      {anomalies.length === 0 && <p className="quiet">Nothing.</p>}
      <ul className="anomalies">
        {anomalies.slice(0, MOST).map((anomaly) => (
          <Item key={anomaly.id} anomaly={anomaly} zone={zone} open={anomaly.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
      {anomalies.length > MOST && (
        <p className="quiet">
          The newest {MOST} of {anomalies.length}. Choose a shorter range to see the others.
        </p>
      )}
    </section>
  );
}

interface ItemProps extends Pick<Props, "zone" | "onChoose"> {
  anomaly: Anomaly;
  open: boolean;
}

function Item({ anomaly, zone, open, onChoose }: ItemProps) {
  const lasted = anomaly.withdrawn ? "withdrawn" : anomaly.to === null ? "and lasting" : `for ${duration(anomaly.to - anomaly.from)}`;
  return (
    <li data-severity={anomaly.severity}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? "verdict" : undefined}
        onClick={() => onChoose(open ? null : anomaly.id)}
        title={open ? "Close the verdict" : "Say why, and show it in the chart"}
      >
        <span className="severity">{anomaly.severity}</span>
        <span className="anomaly-when">
          {moment(anomaly.from, zone, true)}
          <span className="quiet"> {lasted}</span>
          <span className="quiet labels">{labelText(anomaly.labels, "")}</span>
        </span>
        <span className="anomaly-why">
          {anomaly.reason}
          {anomaly.value !== null && <span className="quiet"> · peak {amount(anomaly.value, anomaly.unit)}</span>}
        </span>
      </button>
    </li>
  );
}

/** The stretch with an hour, or three times its own length, on both sides. */
export function around({ from, to }: { from: number; to: number | null }): [number, number] {
  const end = to ?? from;
  const air = Math.max(3_600_000, 3 * (end - from));
  return [from - air, end + air];
}
