import type { Anomaly } from "../model/trend";
import { amount, duration, labelText, moment } from "../model/words";

interface Props {
  anomalies: readonly Anomaly[];
  zone: string;
  onShow: (from: number, to: number) => void;
}

const MOST = 50;

/** The unusual stretches of what is shown, newest first. */
export function Anomalies({ anomalies, zone, onShow }: Props) {
  return (
    <section className="part" aria-labelledby="anomalies-title">
      <h3 id="anomalies-title">Unusual in this stretch</h3>
      {anomalies.length === 0 && <p className="quiet">Nothing.</p>}
      <ul className="anomalies">
        {anomalies.slice(0, MOST).map((anomaly) => (
          <li key={anomaly.id} data-severity={anomaly.severity}>
            <button type="button" onClick={() => onShow(...around(anomaly))} title="Show this stretch in the chart">
              <span className="severity">{anomaly.severity}</span>
              <span className="anomaly-when">
                {moment(anomaly.from, zone)}
                <span className="quiet">
                  {" "}
                  {anomaly.to === null ? "and lasting" : `for ${duration(anomaly.to - anomaly.from)}`}
                </span>
                <span className="quiet labels">{labelText(anomaly.labels, "")}</span>
              </span>
              <span className="anomaly-why">
                {anomaly.reason}
                {anomaly.value !== null && <span className="quiet"> · peak {amount(anomaly.value, anomaly.unit)}</span>}
              </span>
            </button>
          </li>
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

/** The stretch with an hour, or three times its own length, on both sides. */
export function around({ from, to }: { from: number; to: number | null }): [number, number] {
  const end = to ?? from;
  const air = Math.max(3_600_000, 3 * (end - from));
  return [from - air, end + air];
}
