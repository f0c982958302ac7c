/** Showing all hidden notes: the button, and the question whether one is sure. */

import { gettext, interpolate, ngettext } from "../../i18n";
import { useDesk } from "./desk";
import { FormDialog } from "./dialog";
import { useSubmit } from "./forms";

/** Shows hidden notes; those without a name are there perhaps, but while people write nobody is told. */
export function RevealButton({ hidden, isEarly }: { hidden: number; isEarly: boolean }) {
  const { board, dialog } = useDesk();
  const sealed = board.tables?.envelope.get(board.place.sessionId)?.at_least ?? -1;
  const isCollecting = board.phaseKind === "collect" && board.takesNameless;
  if (isEarly || !(hidden > 0 || sealed >= 0 || isCollecting)) return null;
  return (
    <button
      class="ds-button"
      type="button"
      onClick={() => {
        dialog.value = { kind: "reveal" };
      }}
    >
      {revealWords(hidden, sealed)}
    </button>
  );
}

function revealWords(hidden: number, sealed: number): string {
  if (sealed > 0) {
    const values = { hidden, sealed };
    return hidden === 0
      ? interpolate(gettext("Show the notes without a name, at least %(sealed)s"), values)
      : interpolate(
          gettext("Show %(hidden)s hidden notes and at least %(sealed)s without a name"),
          values,
        );
  }
  if (hidden === 0) return gettext("Show hidden notes");
  const words = ngettext("Show %(count)d hidden note", "Show all %(count)d hidden notes", hidden);
  return interpolate(words, { count: hidden });
}

/** Asks before all notes are shown. */
export function RevealDialog({ onClose }: { onClose: () => void }) {
  const { acts } = useDesk();
  const form = useSubmit(() => acts.reveal(), onClose);
  return (
    <FormDialog
      title={gettext("Show all notes?")}
      form={form}
      fields={[]}
      button={gettext("Show all notes")}
      onClose={onClose}
    >
      <p>
        {gettext(
          "Everybody in the session can then read them, with the names of the writers where they chose so. Fewer than five notes without a name wait until this part ends.",
        )}
      </p>
      <p>
        <strong>{gettext("This cannot be undone.")}</strong>
      </p>
    </FormDialog>
  );
}
