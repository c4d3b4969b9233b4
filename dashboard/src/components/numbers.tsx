import { useState } from "react";
import type { Picture } from "../model/picture";
import type { Trend } from "../model/trend";
import { amount, moment } from "../model/words";

const MOST = 500;

/** The same as the chart, as a table: for screen readers, for copying, for who wants the digits. */
export function Numbers({ picture, trend }: { picture: Picture; trend: Trend }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show the numbers</summary>
      {open && <Table picture={picture} trend={trend} />}
    </details>
  );
}

function Table({ picture, trend }: { picture: Picture; trend: Trend }) {
  const rows = picture.t.map((t, n) => [t, n] as const).reverse();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={`Values of ${trend.metric}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time ({trend.zone})</th>
            {picture.lines.map((line) => (
              <th scope="col" key={line.label}>
                {line.label === "all" ? trend.agg : line.label}
              </th>
            ))}
            {picture.band && <th scope="col">Expected</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(([t, n]) => (
            <tr key={t}>
              <th scope="row">{moment(t, trend.zone, trend.bucket === "raw")}</th>
              {picture.lines.map((line) => (
                <td key={line.label}>{amount(line.v[n], trend.unit)}</td>
              ))}
              {picture.band && (
                <td>
                  {amount(picture.band.lo[n])} to {amount(picture.band.hi[n], trend.unit)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && (
        <p className="quiet">
          The newest {MOST} of {rows.length} rows.
        </p>
      )}
    </div>
  );
}
