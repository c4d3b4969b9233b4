import type { Resource } from "../hooks/use-resource";
import { filled, type Milestone, outlook, progress, urgent } from "../model/milestone";
import { labelText } from "../model/words";
import { Name } from "./name";
import { Stale } from "./notice";

interface Props {
  /** Null inside: the server keeps none. */
  milestones: Resource<Milestone[] | null>;
  onOpen: (milestone: Milestone) => void;
}

/** How far everything is that somebody wants to reach, or not to exceed. Not there at all where nobody does. */
export function Milestones({ milestones, onOpen }: Props) {
  const all = milestones.data ?? [];
  if (all.length === 0) return null;
  return (
    <section className="panel milestones" aria-labelledby="milestones-title">
      <header className="panel-head">
        <h2 id="milestones-title">
          Milestones <span className="badge">{all.length}</span>
        </h2>
      </header>
      {milestones.error !== null && <Stale problem={milestones.error} />}
      <ul className="finds">
        {urgent(all).map((one) => (
          <Item key={one.id} milestone={one} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function Item({ milestone, onOpen }: { milestone: Milestone; onOpen: Props["onOpen"] }) {
  const { title, status, metric, labels, streak, stale } = milestone;
  const said = [outlook(milestone), streak > 1 ? `${streak} in a row` : "", stale ? "being computed anew" : ""];
  return (
    <li className="find milestone" data-status={status}>
      <p className="find-head">
        <span className="tag">{status.replace("_", " ")}</span>
        <span className="quiet">{labelText(labels, "")}</span>
      </p>
      <p className="find-title">{title}</p>
      <progress aria-label={title} max={1} value={filled(milestone)} />
      <p>
        {progress(milestone)}{" "}
        <button type="button" className="small" onClick={() => onOpen(milestone)}>
          Show <Name of={metric} />
        </button>
      </p>
      <p className="quiet">{said.filter(Boolean).join(" · ")}</p>
    </li>
  );
}
