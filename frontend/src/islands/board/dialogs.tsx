/** The one dialog that is open, if any. */

import type { ComponentChildren } from "preact";
import { gettext, ngettext, interpolate } from "../../i18n";
import { ActionForm } from "./actionForms";
import { DeclineForm, OfferForm } from "./answerForms";
import { useDesk } from "./desk";
import { Dialog, DialogButtons, FormTrouble, useSubmit } from "./forms";
import { DispositionForm, InsightForm } from "./insightForms";
import { MergeMenu, SplitForm } from "./groupForms";
import { MoveMenu } from "./moving";
import { RoomVotesForm, VotingRulesForm } from "./votingForms";

/** Draws the dialog that somebody asked for. */
export function Dialogs() {
  const { dialog } = useDesk();
  const asked = dialog.value;
  const onClose = (): void => {
    if (dialog.value === asked) dialog.value = null;
  };
  switch (asked?.kind) {
    case "move":
      return <MoveMenu noteIds={asked.noteIds} onClose={onClose} />;
    case "insight":
      return <InsightForm key={asked.id} asked={asked} onClose={onClose} />;
    case "disposition":
      return <DispositionForm insight={asked.insight} onClose={onClose} />;
    case "action":
      return <ActionForm key={asked.id} asked={asked} onClose={onClose} />;
    case "decline":
      return <DeclineForm action={asked.action} onClose={onClose} />;
    case "offer":
      return <OfferForm action={asked.action} onClose={onClose} />;
    case "merge":
      return <MergeMenu group={asked.group} onClose={onClose} />;
    case "split":
      return <SplitForm group={asked.group} onClose={onClose} />;
    case "rules":
      return <VotingRulesForm onClose={onClose} />;
    case "room":
      return <RoomVotesForm onClose={onClose} />;
    case "reveal":
      return <RevealDialog onClose={onClose} />;
    case "finish":
      return <FinishDialog onClose={onClose} />;
    case undefined:
      return null;
  }
}

interface ConfirmProps {
  readonly title: string;
  readonly button: string;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Confirm({ title, button, act, onClose, children }: ConfirmProps) {
  const form = useSubmit(act, onClose);
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        {children}
        <FormTrouble trouble={form.trouble} fields={[]} />
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {button}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function RevealDialog({ onClose }: { onClose: () => void }) {
  const { acts } = useDesk();
  return (
    <Confirm
      title={gettext("Show all notes?")}
      button={gettext("Show all notes")}
      act={() => acts.reveal()}
      onClose={onClose}
    >
      <p>
        {gettext("Everybody in the session can then read them, with the names of the writers.")}
      </p>
      <p>
        <strong>{gettext("This cannot be undone.")}</strong>
      </p>
    </Confirm>
  );
}

function FinishDialog({ onClose }: { onClose: () => void }) {
  const { acts } = useDesk();
  const missing = useMissing();
  return (
    <Confirm
      title={gettext("Finish session?")}
      button={gettext("Finish session")}
      act={() => acts.finish()}
      onClose={onClose}
    >
      <p>{gettext("Everything stays readable. Nothing can be added any more.")}</p>
      {missing.length > 0 && (
        <>
          <p>{gettext("Still open:")}</p>
          <ul>
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Confirm>
  );
}

/** What still has to be answered, as sentences. */
function useMissing(): string[] {
  const { board } = useDesk();
  const { tables } = board;
  if (!tables) return [];
  const insights = [...tables.insight.values()];
  const hidden = [...tables.column.values()].reduce((sum, one) => sum + one.hidden_notes, 0);
  const drafts = insights.filter((one) => one.state !== "agreed").length;
  const silent = insights.filter((one) => one.state === "agreed" && !one.disposition).length;
  const unowned = [...tables.action.values()].filter((one) => one.state === "declined").length;
  const counts: [number, string][] = [
    [
      hidden,
      ngettext("%(count)d note was never shown.", "%(count)d notes were never shown.", hidden),
    ],
    [
      drafts,
      ngettext(
        "%(count)d insight is still a draft and will not be seen by everybody.",
        "%(count)d insights are still drafts and will not be seen by everybody.",
        drafts,
      ),
    ],
    [
      silent,
      ngettext(
        "%(count)d insight has no answer yet.",
        "%(count)d insights have no answer yet.",
        silent,
      ),
    ],
    [
      unowned,
      ngettext(
        "%(count)d action has nobody who does it.",
        "%(count)d actions have nobody who does them.",
        unowned,
      ),
    ],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, sentence]) => interpolate(sentence, { count }));
}
