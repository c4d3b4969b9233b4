/** From a picture to what uPlot draws. Column 0 is time in seconds; then each line, its period before, and the band. */

import type uPlot from "uplot";
import { alone } from "../model/alone";
import type { Picture } from "../model/picture";
import { ticks } from "../model/ticks";
import { axisLabel, brief } from "../model/words";
import { overlay } from "./overlay";
import type { Scene, Theme } from "./scene";

const MIN_ZOOM_PX = 8;

/** Colours and type of the page, so that the canvas follows its theme. */
export function dress(place: Element): Theme {
  const style = getComputedStyle(place);
  const is = (name: string) => style.getPropertyValue(name).trim();
  const severities = ["low", "medium", "high", "critical"].map((name) => [name, is(`--${name}`)]);
  return {
    ink: is("--ink"),
    quiet: is("--quiet"),
    rule: is("--rule"),
    ground: is("--panel"),
    band: is("--band"),
    forecast: is("--forecast"),
    forecast80: is("--forecast-80"),
    forecast95: is("--forecast-95"),
    lines: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => is(`--line-${n}`)),
    severity: Object.fromEntries(severities) as Record<string, string>,
    font: `12px ${style.fontFamily}`,
  };
}

/** Changes when the chart must be made anew; otherwise new data is enough. */
export function structure(picture: Picture): string {
  return [picture.lines.map((line) => [line.label, line.before !== null]), picture.band !== null, picture.ahead !== null].join("|");
}

export function columns(picture: Picture): uPlot.AlignedData {
  const { band, ahead } = picture;
  return [
    picture.t.map((t) => t / 1000),
    ...picture.lines.flatMap((line) => (line.before ? [line.v, line.before] : [line.v])),
    ...(band ? [band.lo, band.hi, band.expected] : []),
    ...(ahead ? [ahead.lo95, ahead.hi95, ahead.lo80, ahead.hi80, ahead.mean] : []),
  ];
}

export function chartOptions(scene: () => Scene, width: number): uPlot.Options {
  const { picture, theme } = scene();
  const narrow = width < 480;
  const drawn = lineSeries(picture, theme);
  const bandAt = drawn.length + 1;
  const aheadAt = bandAt + (picture.band ? 3 : 0);
  const bands: uPlot.Band[] = [
    ...(picture.band ? [{ series: [bandAt + 1, bandAt] as [number, number], fill: theme.band }] : []),
    ...(picture.ahead
      ? [
          { series: [aheadAt + 1, aheadAt] as [number, number], fill: theme.forecast95 },
          { series: [aheadAt + 3, aheadAt + 2] as [number, number], fill: theme.forecast80 },
        ]
      : []),
  ];
  return {
    width,
    height: narrow ? 240 : 340,
    padding: [12, 8, 0, 0],
    legend: { show: false },
    cursor: {
      drag: { x: true, y: false, setScale: false },
      // The edges of bands are no lines: no dot runs along them.
      points: { size: (u, n) => (u.series[n]?.width === 0 ? 0 : 8), width: 2, fill: theme.ground },
      y: false,
    },
    scales: {
      x: { time: true, range: () => [scene().picture.from / 1000, scene().picture.to / 1000] },
      y: { range: (_, min, max) => roomy(min, max) },
    },
    series: [
      {},
      ...drawn,
      ...(picture.band ? bandSeries(theme) : []),
      ...(picture.ahead ? aheadSeries(picture, theme) : []),
    ],
    bands,
    axes: axes(scene, theme, narrow),
    hooks: {
      ready: [(u) => clicked(u, scene)],
      setCursor: [(u) => scene().onCursor(u.cursor.idx ?? null)],
      setSelect: [(u) => zoomed(u, scene())],
    },
    plugins: [overlay(scene)],
  };
}

function lineSeries(picture: Picture, theme: Theme): uPlot.Series[] {
  return picture.lines.flatMap((line, n) => {
    const stroke = theme.lines[n % theme.lines.length] ?? theme.ink;
    const points: uPlot.Series.Points = { size: 4, fill: stroke, filter: (u, n, all) => (all ? null : alone(u.data[n])) };
    const now: uPlot.Series = { stroke, width: 2, points, spanGaps: false };
    const before: uPlot.Series = { stroke, width: 1.25, dash: [2, 3], alpha: 0.85, points: { show: false } };
    return line.before ? [now, before] : [now];
  });
}

function bandSeries(theme: Theme): uPlot.Series[] {
  const edge: uPlot.Series = { stroke: "transparent", width: 0, points: { show: false } };
  return [edge, edge, { stroke: theme.quiet, width: 1, dash: [6, 4], alpha: 0.8, points: { show: false } }];
}

function aheadSeries({ ahead }: Picture, theme: Theme): uPlot.Series[] {
  const edge: uPlot.Series = { stroke: "transparent", width: 0, points: { show: false } };
  // A single point makes no line: it is shown as itself.
  const few = (ahead?.mean.filter((v) => (v ?? null) !== null).length ?? 0) < 2;
  const mean = { stroke: theme.forecast, width: 2, dash: [8, 4], points: { show: few, size: 6, fill: theme.forecast } };
  return [edge, edge, edge, edge, mean];
}

function axes(scene: () => Scene, theme: Theme, narrow: boolean): uPlot.Axis[] {
  const common: uPlot.Axis = {
    stroke: theme.quiet,
    font: theme.font,
    grid: { stroke: theme.rule, width: 1 },
    ticks: { stroke: theme.rule, width: 1, size: 5 },
  };
  return [
    {
      ...common,
      size: 36,
      splits: (u, _, min, max) =>
        ticks(min * 1000, max * 1000, Math.max(2, u.width / 110), scene().zone).map((t) => t / 1000),
      values: (u, splits) =>
        splits.map((s, n) => axisLabel(s * 1000, scene().zone, gap(splits, n, u.scales.x) * 1000)),
    },
    { ...common, size: narrow ? 44 : 60, values: (_, splits) => splits.map(brief) },
  ];
}

/** To the neighbour mark that is nearer: one that clocks moved away does not count. One alone stands for the whole. */
function gap(splits: readonly number[], n: number, whole: uPlot.Scale | undefined): number {
  const gaps = splits.slice(1).map((s, i) => s - (splits[i] ?? s));
  return Math.min(gaps[n] ?? Infinity, gaps[n - 1] ?? Infinity, (whole?.max ?? Infinity) - (whole?.min ?? 0));
}

function roomy(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || !Number.isFinite(min) || !Number.isFinite(max)) return [0, 1];
  const air = (max - min) * 0.06 || Math.abs(max) * 0.1 || 1;
  return [min >= 0 && min - air < 0 ? 0 : min - air, max + air];
}

/** A click that is no drag picks the time under it. */
function clicked(u: uPlot, scene: () => Scene): void {
  let began = 0;
  u.over.addEventListener("pointerdown", (event) => (began = event.clientX));
  u.over.addEventListener("click", (event) => {
    const { idx } = u.cursor;
    if (typeof idx === "number" && Math.abs(event.clientX - began) < MIN_ZOOM_PX / 2) scene().onPick(idx);
  });
}

function zoomed(u: uPlot, { onZoom }: Scene): void {
  const { left, width } = u.select;
  if (width < MIN_ZOOM_PX) return;
  u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  onZoom(Math.round(u.posToVal(left, "x") * 1000), Math.round(u.posToVal(left + width, "x") * 1000));
}
