import { useCallback, useEffect, useRef, useState } from "react";

export interface Resource<T> {
  /** The newest answer; after the key changed, the old one until the new one is there (then `behind` is true). */
  data: T | null;
  behind: boolean;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

interface Held<T> {
  key: string;
  data: T;
}

const SETTLE_MS = 700;

/** Loads what `key` names, again every `everyMs` while the page is visible, and shortly after `pulse` changes. */
export function useResource<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<T>,
  everyMs: number | null = null,
  pulse = 0,
): Resource<T> {
  const [held, setHeld] = useState<Held<T> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);
  const [turn, setTurn] = useState(0);
  const loader = useRef(load);
  loader.current = load;
  const reload = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => setError(null), [key]);

  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    setLoading(true);
    loader
      .current(stop.signal)
      .then((data) => {
        setHeld({ key, data });
        setError(null);
      })
      .catch((problem: unknown) => {
        if (!stop.signal.aborted) setError(problem);
      })
      .finally(() => {
        if (!stop.signal.aborted) setLoading(false);
      });
    return () => stop.abort();
  }, [key, turn]);

  useEffect(() => {
    if (key === null || everyMs === null) return;
    const timer = setInterval(() => document.hidden || reload(), everyMs);
    const back = () => document.hidden || reload();
    document.addEventListener("visibilitychange", back);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", back);
    };
  }, [key, everyMs, reload]);

  useEffect(() => {
    if (pulse === 0) return;
    const timer = setTimeout(reload, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [pulse, reload]);

  return { data: held?.data ?? null, behind: held !== null && held.key !== key, error, loading, reload };
}
