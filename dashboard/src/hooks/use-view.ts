import { useCallback, useEffect, useState } from "react";
import { readView, type View, writeView } from "../model/view";

/** The view that the page's address names, and how to change it. Each change is a step that "back" undoes. */
export function useView(): [View, (change: Partial<View>, replace?: boolean) => void] {
  const [view, setView] = useState(() => readView(location.search));

  useEffect(() => {
    const back = () => setView(readView(location.search));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  const change = useCallback((part: Partial<View>, replace = false) => {
    const next = { ...readView(location.search), ...part };
    const address = location.pathname + writeView(next);
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    setView(next);
  }, []);

  return [view, change];
}
