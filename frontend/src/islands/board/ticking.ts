/** The server's time, for as long as something on the screen counts with it. */

import { useEffect, useState } from "preact/hooks";
import { serverNow } from "../../sync/clock";

const STEP = 500;

/** Returns the server's time in milliseconds, and draws anew as it goes on while `isOn`. */
export function useServerTime(isOn: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isOn) return undefined;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), STEP);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
}

/** "8:05": what is left, in minutes and seconds; a begun second counts. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
