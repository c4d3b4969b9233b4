/** What lies over the lines: unusual stretches with their peaks, and the veil over what is not final yet. */

import type uPlot from "uplot";
import type { Mark } from "../model/picture";
import type { Scene } from "./options";

const SIZES: Record<string, number> = { low: 5, medium: 5, high: 6, critical: 7 };

export function overlay(scene: () => Scene): uPlot.Plugin {
  return {
    hooks: {
      drawClear: [(u) => beneath(u, scene())],
      draw: [(u) => above(u, scene())],
    },
  };
}

function beneath(u: uPlot, { picture, theme, completeThrough, to }: Scene): void {
  const { ctx, bbox } = u;
  ctx.save();
  clip(u);
  if (completeThrough !== null && completeThrough < to) {
    const left = Math.max(bbox.left, x(u, completeThrough));
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = theme.rule;
    ctx.fillRect(left, bbox.top, bbox.left + bbox.width - left, bbox.height);
  }
  for (const mark of picture.marks) {
    const left = x(u, mark.from);
    const wide = Math.max(3 * devicePixelRatio, x(u, mark.to) - left);
    ctx.fillStyle = colour(theme, mark);
    ctx.globalAlpha = 0.14;
    ctx.fillRect(left, bbox.top, wide, bbox.height);
    ctx.globalAlpha = 0.9;
    ctx.fillRect(left, bbox.top, wide, 3 * devicePixelRatio);
  }
  ctx.restore();
}

function above(u: uPlot, { picture, theme }: Scene): void {
  const { ctx } = u;
  ctx.save();
  for (const mark of picture.marks) {
    if (!mark.at) continue;
    const size = (SIZES[mark.anomaly.severity] ?? 5) * devicePixelRatio;
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

function colour(theme: Scene["theme"], mark: Mark): string {
  return theme.severity[mark.anomaly.severity] ?? theme.ink;
}
