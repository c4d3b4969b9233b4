import { client } from "../api/here";
import { loadAnomalies, loadForecast, loadTrend } from "../api/load";
import type { Forecast } from "../model/forecast";
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
  const key = view.metric && band !== null ? `${band} ${view.zone} ${writeView({ ...view, anomaly: null })}` : null;
  return useResource(key, load, every, every === null ? 0 : pulse);
}

const FORECAST_MS = 120_000;

/** What is expected of the one series of a view; null where there is nothing, or while it is not known. */
export function useForecast(view: View, single: boolean, pulse: number): Forecast | null {
  const key = view.metric && single && refreshEvery(view.range) !== null ? JSON.stringify([view.metric, view.labels]) : null;
  const { data, behind } = useResource(key, (signal) => loadForecast(client, view, signal), FORECAST_MS, pulse);
  return key === null || behind ? null : data;
}
