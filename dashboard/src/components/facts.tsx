import { useNow } from "../hooks/use-now";
import type { Trend } from "../model/trend";
import { ago, moment, unitText } from "../model/words";

/** Where the numbers come from and how far they can be trusted. */
export function Facts({ trend }: { trend: Trend }) {
  const now = useNow(1000);
  const { unit, agg, bucket, source, completeThrough, generatedAt, zone } = trend;
  const facts: [string, string, string?][] = [
    ["Unit", unitText(unit) || "none"],
    ["Aggregate", agg],
    ["Bucket", bucket],
    ["Source", source],
    ["Final up to", completeThrough === null ? "–" : moment(completeThrough, zone, true)],
    ["Loaded", ago(generatedAt, now), moment(generatedAt, zone, true)],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value, title]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={title}>{value}</dd>
          </div>
        ))}
      </dl>
      {trend.warnings.map((warning) => (
        <p key={warning} className="warning">
          {warning}
        </p>
      ))}
    </>
  );
}
