/** Whether the screen is as narrow as a phone or a tablet: there, what is rarely needed is folded away. */

import { useEffect, useState } from "preact/hooks";

// As in the style sheets.
const NARROW = "(max-width: 61.99rem)";

/** Follows the width of the screen. */
export function useIsNarrow(): boolean {
  const [query] = useState(() => window.matchMedia(NARROW));
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const look = (): void => setNarrow(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, [query]);
  return isNarrow;
}
