import { useEffect, useState } from "react";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** "dark" or "light", as the reader's system asks for, and again when that changes. */
export function useTheme(): "dark" | "light" {
  const [is, setIs] = useState(dark.matches);
  useEffect(() => {
    const changed = () => setIs(dark.matches);
    dark.addEventListener("change", changed);
    return () => dark.removeEventListener("change", changed);
  }, []);
  return is ? "dark" : "light";
}
