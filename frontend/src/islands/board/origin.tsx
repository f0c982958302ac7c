/** What an insight, an action or a decision is made from: an insight, or notes. */

import { gettext } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { useDesk } from "./desk";
import { useSubmit } from "./forms";
import { Quotes } from "./sources";

export interface Origin {
  readonly insight?: InsightRecord;
  readonly noteIds: readonly string[];
}

/** Under which key drafts about it are kept. */
export function draftKeyOf({ insight, noteIds }: Origin): string {
  return insight?.id ?? [...noteIds].sort().join("+");
}

/** Everything that a form about it is about. */
export function idsOf({ insight, noteIds }: Origin): readonly string[] {
  return insight ? [insight.id, ...noteIds] : noteIds;
}

/** Sends what is made from it; then the drafts go, and its notes are not selected any more. */
export function useMaking(
  { noteIds }: Origin,
  make: () => Promise<void>,
  drafts: { readonly clear: () => void },
  onClose: () => void,
) {
  const { board } = useDesk();
  return useSubmit(make, () => {
    drafts.clear();
    board.select(noteIds, false);
    onClose();
  });
}

/** Says which insight a form is about, if it is about one. */
export function AboutInsight({ insight }: { insight: InsightRecord | undefined }) {
  if (!insight) return null;
  return (
    <p class="item__title" dir="auto">
      {insight.statement}
    </p>
  );
}

/** The notes, folded away. */
export function OriginNotes({ noteIds }: Origin) {
  return (
    <details class="sources">
      <summary>{gettext("The notes it comes from")}</summary>
      <Quotes ids={noteIds} />
    </details>
  );
}
