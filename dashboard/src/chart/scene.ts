/** What the chart shows, and in which colours. */

import type { Picture } from "../model/picture";

export interface Theme {
  ink: string;
  quiet: string;
  rule: string;
  ground: string;
  band: string;
  forecast: string;
  forecast80: string;
  forecast95: string;
  lines: string[];
  severity: Record<string, string>;
  font: string;
}

/** What the chart shows right now; asked again at every drawing. */
export interface Scene {
  picture: Picture;
  zone: string;
  /** The unusual stretch that is looked at closely. */
  chosen: number | null;
  completeThrough: number | null;
  theme: Theme;
  onCursor: (index: number | null) => void;
  /** A time was clicked. */
  onPick: (index: number) => void;
  onZoom: (from: number, to: number) => void;
}
