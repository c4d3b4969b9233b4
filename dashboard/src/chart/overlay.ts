/** What lies over the lines: unusual stretches with their peaks, and the veil over what is not final yet. */

import type uPlot from "uplot";
import type { Mark } from "../model/picture";
import type { Scene } from "./scene";

const SIZES: Record<string, number> = { low: 5, medium: 5, high: 6, critical: 7 };

export function overlay(scene: () => Scene): uPlot.Plugin {
  return {
    hooks: {
      drawClear: [(u) => beneath(u, scene())],
      draw: [(u) => above(u, scene())],
    },
  };
}

function beneath(u: uPlot, { picture, theme, completeThrough, chosen }: Scene): void {
  const { ctx, bbox } = u;
  ctx.save();
  clip(u);
  if (completeThrough !== null && completeThrough < picture.to) {
    const left = Math.max(bbox.left, x(u, completeThrough));
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = theme.rule;
    ctx.fillRect(left, bbox.top, bbox.left + bbox.width - left, bbox.height);
  }
  for (const mark of picture.marks) {
    const left = x(u, mark.from);
    const wide = Math.max(3 * devicePixelRatio, x(u, mark.to) - left);
    const close = mark.anomaly.id === chosen;
    ctx.fillStyle = colour(theme, mark);
    ctx.globalAlpha = close ? 0.26 : 0.14;
    ctx.fillRect(left, bbox.top, wide, bbox.height);
    ctx.globalAlpha = 0.9;
    ctx.fillRect(left, bbox.top, wide, (close ? 6 : 3) * devicePixelRatio);
    if (close) expectation(u, theme, mark, left, wide);
  }
  ctx.restore();
}

/** The stretch that is looked at: its sides, and the range that was usual, as its detector saw it. */
function expectation(u: uPlot, theme: Scene["theme"], mark: Mark, left: number, wide: number): void {
  const { ctx, bbox } = u;
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colour(theme, mark);
  ctx.lineWidth = devicePixelRatio;
  for (const side of [left, left + wide]) stroke(ctx, side, bbox.top, side, bbox.top + bbox.height);
  const { lo, hi, expected } = mark.anomaly;
  // A stretch of a few points is narrow: what was usual is drawn wide enough to be seen.
  const air = Math.max(0, 36 * devicePixelRatio - wide) / 2;
  const [from, to] = [left - air, left + wide + air];
  ctx.setLineDash([5 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const level of [lo, hi]) if (level !== null) stroke(ctx, from, y(u, level), to, y(u, level));
  ctx.setLineDash([]);
  ctx.lineWidth = 2 * devicePixelRatio;
  if (expected !== null) stroke(ctx, from, y(u, expected), to, y(u, expected));
}

function stroke(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

function above(u: uPlot, { picture, theme, chosen }: Scene): void {
  const { ctx } = u;
  ctx.save();
  for (const mark of picture.marks) {
    if (!mark.at) continue;
    const size = ((SIZES[mark.anomaly.severity] ?? 5) + (mark.anomaly.id === chosen ? 3 : 0)) * devicePixelRatio;
    const [left, top] = [x(u, mark.at.t), u.valToPos(mark.at.v, "y", true)];
    ctx.beginPath();
    // A diamond, so that it differs from the points of a line by more than its colour.
    ctx.moveTo(left, top - size);
    ctx.lineTo(left + size, top);
    ctx.lineTo(left, top + size);
    ctx.lineTo(left - size, top);
    ctx.closePath();
    ctx.fillStyle = colour(theme, mark);
    ctx.fill();
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.strokeStyle = theme.ground;
    ctx.stroke();
  }
  ctx.restore();
}

function clip(u: uPlot): void {
  const { ctx, bbox } = u;
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
}

function x(u: uPlot, ms: number): number {
  return u.valToPos(ms / 1000, "x", true);
}

function y(u: uPlot, value: number): number {
  return u.valToPos(value, "y", true);
}

function colour(theme: Scene["theme"], mark: Mark): string {
  return theme.severity[mark.anomaly.severity] ?? theme.ink;
}
