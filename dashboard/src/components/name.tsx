import { Fragment } from "react";

/** A metric's name, which may break after its own separators before it breaks anywhere. */
export function Name({ of }: { of: string }) {
  return of.split(/(?<=[._/:-])/).map((piece, n) => (
    <Fragment key={n}>
      {piece}
      <wbr />
    </Fragment>
  ));
}
