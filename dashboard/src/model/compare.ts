/** A change in words. Only the server computes percentages; where it gives none, nothing is made up here. */

import type { ComparedLine } from "./trend";
import { amount } from "./words";

const percent = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

const WHY: Record<ComparedLine["basis"], string> = {
  ok: "no percentage",
  no_baseline: "no percentage: before it was nothing, or not all there",
  partial: "no percentage: this period is not complete yet",
};

/** "+12.3%", or why there is no percentage. */
export function percentText(line: Pick<ComparedLine, "percent" | "basis">): string {
  return line.percent === null ? WHY[line.basis] : `${percent.format(line.percent)}%`;
}

/** "+3.1 ms", "no change". */
export function changeText(change: number | null, unit: string | null): string {
  if (change === null) return "–";
  if (change === 0) return "no change";
  return `${change > 0 ? "+" : "−"}${amount(Math.abs(change), unit)}`;
}
