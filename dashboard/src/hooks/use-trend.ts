import { client } from "../api/here";
import { loadAnomalies, loadTrend } from "../api/load";
import type { Anomaly, Trend } from "../model/trend";
import { refreshEvery, type View, writeView } from "../model/view";
import { type Resource, useResource } from "./use-resource";

export interface TrendData {
  trend: Trend;
  anomalies: Anomaly[];
}

/** The trend and the anomalies of a view, kept fresh while the view ends now. `band`: also what was expected; null: it
 * is not known yet whether that is of use, so wait. */
export function useTrend(view: View, band: boolean | null, pulse: number): Resource<TrendData> {
  const every = refreshEvery(view.range);
  const load = async (signal: AbortSignal): Promise<TrendData> => {
    const trend = await loadTrend(client, view, Date.now(), band ?? false, signal);
    return { trend, anomalies: await loadAnomalies(client, view, trend, signal) };
  };
  const key = view.metric && band !== null ? `${band} ${view.zone} ${writeView(view)}` : null;
  return useResource(key, load, every, every === null ? 0 : pulse);
}
