/** Whether the screen is as narrow as a phone or a tablet: there, what is rarely needed is folded away. */

import { useEffect, useState } from "preact/hooks";

// As in the style sheets.
const NARROW = "(max-width: 61.99rem)";

// A print-out passes through other widths for a moment: what somebody opened stays open.
const SETTLED = 250;

/** Follows the width of the screen. */
export function useIsNarrow(): boolean {
  const [query] = useState(() => window.matchMedia(NARROW));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setNarrow(query.matches), SETTLED);
    };
    query.addEventListener("change", look);
    return () => {
      clearTimeout(timer);
      query.removeEventListener("change", look);
    };
  }, [query]);
  return isNarrow;
}
