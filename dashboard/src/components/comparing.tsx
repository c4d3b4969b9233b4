import { changeText, percentText } from "../model/compare";
import type { Comparison, Trend } from "../model/trend";
import { amount, labelText, stretch } from "../model/words";

const MOST = 20;

/** The period before, beside the present one. Where a percentage would be invented, the reason stands instead. */
export function Comparing({ trend, comparison }: { trend: Trend; comparison: Comparison }) {
  const { unit, zone, agg } = trend;
  const now = new Map(trend.lines.map((line) => [labelText(line.labels), line.total]));
  return (
    <section className="part" aria-labelledby="compare-title">
      <h3 id="compare-title">Compared with {stretch(comparison.from, comparison.to, zone)}</h3>
      <ul className="compare">
        {comparison.lines.slice(0, MOST).map((line) => {
          const name = labelText(line.labels);
          return (
            <li key={name}>
              <span className="labels">{name === "all" ? agg : name}</span>
              <span>
                <span className="quiet">now</span> <b>{amount(now.get(name), unit)}</b>,{" "}
                <span className="quiet">before</span> <b>{line.previous === null ? "nothing" : amount(line.previous, unit)}</b>
              </span>
              {line.change !== null && <span>{changeText(line.change, unit)}</span>}
              <span className="tag">{percentText(line)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
