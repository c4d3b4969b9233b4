import { useEffect, useRef, useState } from "react";
import { client, openSocket } from "../api/here";
import { connectLive, type Live } from "../api/live";
import { loadAlerts } from "../api/load";
import { EMPTY, type Feed } from "../model/live";

export interface LiveFeed {
  feed: Feed;
  retry: () => void;
  seen: () => void;
}

/** The live alert feed for as long as the component is on the page. */
export function useLive(): LiveFeed {
  const [feed, setFeed] = useState<Feed>(EMPTY);
  const live = useRef<Live | null>(null);

  useEffect(() => {
    const mine = connectLive({
      open: openSocket,
      token: (force) => client.token(force),
      load: () => loadAlerts(client),
      now: () => Date.now(),
      random: Math.random,
    });
    live.current = mine;
    const quit = mine.subscribe(() => setFeed(mine.current()));
    const back = () => document.hidden || mine.retry();
    window.addEventListener("online", mine.retry);
    document.addEventListener("visibilitychange", back);
    return () => {
      quit();
      mine.stop();
      window.removeEventListener("online", mine.retry);
      document.removeEventListener("visibilitychange", back);
    };
  }, []);

  return { feed, retry: () => live.current?.retry(), seen: () => live.current?.seen() };
}
