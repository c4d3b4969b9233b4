import { useEffect, useRef, useState } from "react";
import uPlot from "uplot";
import { chartOptions, columns, dress, structure } from "../chart/options";
import type { Picture } from "../model/picture";
import { moment } from "../model/words";
import { useTheme } from "../hooks/use-theme";

interface Props {
  picture: Picture;
  title: string;
  zone: string;
  completeThrough: number | null;
  /** The unusual stretch that is looked at closely. */
  chosen: number | null;
  /** Which time the reader points at: an index into the axis, or null. */
  cursor: number | null;
  onCursor: (index: number | null) => void;
  /** A time was clicked, or chosen with Enter. */
  onPick: (index: number) => void;
  onZoom: (from: number, to: number) => void;
  /** What stands at the cursor, in words. */
  spoken: string;
}

/** One canvas. Pointing reads values, dragging zooms, a click picks; arrow keys move from time to time, Enter picks. */
export function Chart(props: Props) {
  const { picture, cursor, onCursor, onPick, zone, completeThrough, chosen } = props;
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const theme = useTheme();
  const width = useWidth(place);
  const shape = structure(picture);

  useEffect(() => {
    if (!place.current || width === 0) return;
    const read = () => ({ ...latest.current, theme: dress(place.current!) });
    const made = new uPlot(chartOptions(read, width), columns(latest.current.picture), place.current);
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [shape, theme, zone, width]);

  useEffect(() => {
    plot.current?.setData(columns(picture), true);
  }, [picture, completeThrough]);

  useEffect(() => plot.current?.redraw(false), [chosen]);

  const last = picture.t.length - 1;
  const at = cursor ?? last;
  const move = (index: number) => {
    const next = Math.max(0, Math.min(last, index));
    const u = plot.current;
    onCursor(next);
    u?.setCursor({ left: u.valToPos((picture.t[next] ?? 0) / 1000, "x"), top: u.bbox.height / 4 }, false);
  };
  return (
    <div
      ref={place}
      className="chart"
      role="slider"
      tabIndex={0}
      aria-label={`${props.title}: arrow keys read one time after another, Enter says why a time was unusual`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={Math.max(0, at)}
      aria-valuetext={picture.t[at] === undefined ? "no points" : `${moment(picture.t[at], zone)}: ${props.spoken}`}
      onKeyDown={(event) => {
        if (event.key === "Enter" && at >= 0) onPick(at);
        const steps: Record<string, number> = {
          ArrowLeft: -1,
          ArrowRight: 1,
          PageUp: 10,
          PageDown: -10,
          Home: -Infinity,
          End: Infinity,
        };
        const by = steps[event.key];
        if (by === undefined || last < 0) return;
        event.preventDefault();
        move(at + by);
      }}
    />
  );
}

function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
