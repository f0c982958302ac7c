/** How an action reads so far: one sentence, six elements, and hints that never get in the way. */

import { useEffect, useRef, useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import type { Element, Hint, WordingInput, WordingRecord } from "../../protocol";
import { useDesk } from "./desk";

const LOOK_AFTER = 400;
// Whoever listens hears of a hint when she pauses, not while she types.
const SAY_AFTER = 2000;

/** What the server finds in the wording, soon after the last key. */
export function useWording(typed: WordingInput): WordingRecord | null {
  const { outcomes } = useDesk();
  const [found, setFound] = useState<WordingRecord | null>(null);
  const text = JSON.stringify(typed);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      try {
        const wording = await outcomes.wording(JSON.parse(text) as WordingInput);
        if (!isGone) setFound(wording);
      } catch {
        // They are only hints: without a line there are none.
      }
    };
    const timer = setTimeout(() => void look(), LOOK_AFTER);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [outcomes, text]);
  return found;
}

/** Shows what was found. */
export function Wording({ found }: { found: WordingRecord | null }) {
  useSpokenHints(found?.hints ?? []);
  if (!found?.sentence) return null;
  const there = found.elements.filter((one) => one.is_there).length;
  const words = interpolate(gettext("It says %(count)s of %(all)s things:"), {
    count: there,
    all: found.elements.length,
  });
  return (
    <section class="wording" aria-label={gettext("How it reads so far")}>
      <p class="wording__sentence" dir="auto">
        {found.sentence}
      </p>
      <p class="wording__count">{words}</p>
      <Elements elements={found.elements} />
      <Hints hints={found.hints} />
    </section>
  );
}

function Elements({ elements }: { elements: readonly Element[] }) {
  return (
    <ul class="wording__elements" role="list">
      {elements.map((one) => (
        <li key={one.code} data-there={one.is_there || undefined}>
          {one.label}{" "}
          <span class="ds-sr-only">
            {one.is_there ? gettext("(is there)") : gettext("(not yet)")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Hints({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null;
  return (
    <ul class="wording__hints" role="list">
      {hints.map((hint) => (
        <li key={hint.code}>{hint.sentence}</li>
      ))}
    </ul>
  );
}

function useSpokenHints(hints: readonly Hint[]): void {
  const spoken = useRef(new Set<string>());
  const text = hints.map((hint) => hint.sentence).join(" ");
  useEffect(() => {
    const timer = setTimeout(() => {
      const fresh = hints.filter((hint) => !spoken.current.has(hint.sentence));
      for (const hint of fresh) spoken.current.add(hint.sentence);
      announce(fresh.map((hint) => hint.sentence).join(" "));
    }, SAY_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
}
