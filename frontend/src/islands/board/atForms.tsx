/** Who else is at a form about the same thing, and what came of it meanwhile. */

import { computed } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { WritingRecord } from "../../protocol";
import { useDesk } from "./desk";
import { actionsInOrder } from "./layout";
import type { Origin } from "./origin";

// Well within the half minute after which one is forgotten.
const SIGN_OF_LIFE = 10_000;

type Doing = "insight" | "action" | "decision" | "answer";

/** Lets the others know as long as the form is open. */
export function useWriting(doing: Doing, ids: readonly string[]): void {
  const { board, outcomes } = useDesk();
  const about = ids.join(" ");
  useEffect(() => {
    const say = (): void => {
      outcomes.sayWriting({ doing, about_ids: about.split(" ") }).then(
        (others) => board.onWriting(others),
        // Nobody depends on it: the next sign of life tells.
        () => {},
      );
    };
    say();
    const timer = setInterval(say, SIGN_OF_LIFE);
    return () => {
      clearInterval(timer);
      outcomes.stopWriting().catch(() => {});
    };
  }, [board, outcomes, doing, about]);
}

function sentence({ name, doing }: WritingRecord): string {
  const words: Record<string, string> = {
    insight: gettext("%(name)s is putting this into words."),
    action: gettext("%(name)s is turning this into an action."),
    decision: gettext("%(name)s is writing down a decision about this."),
    answer: gettext("%(name)s is answering this."),
  };
  return interpolate(words[doing] ?? "%(name)s", { name });
}

/** Says who else is at a form about any of these. */
export function OthersAtForms({ ids }: { ids: readonly string[] }) {
  const { board } = useDesk();
  const about = ids.join(" ");
  // Worked out apart, so that of a thousand notes only those are drawn again that it is about.
  const sentences = useMemo(
    () =>
      computed(() =>
        board.writing.value
          .filter((one) => one.member_id !== board.me.value?.member_id)
          .filter((one) => one.about_ids.some((id) => about.includes(id)))
          .map(sentence)
          .join("\n"),
      ),
    [board, about],
  );
  return <>{sentences.value && <p class="at-form">{sentences.value}</p>}</>;
}

/** Shows whoever is second what the first one made of the same, while the form was open. */
export function MadeMeanwhile({ origin: { insight, noteIds } }: { origin: Origin }) {
  const { board } = useDesk();
  const actions = board.tables ? actionsInOrder(board.tables) : [];
  const before = useRef(new Set(actions.map((action) => action.id)));
  const fresh = actions.filter(
    (action) =>
      !before.current.has(action.id) &&
      (insight
        ? action.insight_ids.includes(insight.id)
        : action.note_ids.some((id) => noteIds.includes(id))),
  );
  return (
    <output class="made-meanwhile">
      {fresh.map((action) => (
        <p class="ds-alert" data-color="warning" key={action.id}>
          {interpolate(gettext("Meanwhile this became action %(number)s for %(owner)s: %(what)s"), {
            number: action.number,
            owner: action.owner_name,
            what: action.title,
          })}
        </p>
      ))}
    </output>
  );
}
