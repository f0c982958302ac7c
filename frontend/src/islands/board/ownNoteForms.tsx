/** Changing one's own note that nobody else sees yet. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { NoteRecord } from "../../protocol";
import type { Receipt } from "../../sync/receipts";
import { TextBox } from "./controls";
import { useDesk } from "./desk";
import { EndButtons } from "./dialog";
import { FormTrouble, useChanging, type Trouble } from "./forms";
import { NewerText } from "./stale";

interface TextFormProps {
  readonly id: string;
  readonly text: string;
  readonly save: (text: string) => Promise<void>;
  readonly onDone: () => void;
  /** What stands above the box when somebody changed the note elsewhere. */
  readonly newer?: (trouble: Trouble | null) => ComponentChildren;
}

function TextForm({ id, text, save, onDone, newer }: TextFormProps) {
  const form = useChanging(`edit:${id}`, text, save, onDone);
  return (
    <form class="note" data-own onSubmit={form.submit} noValidate>
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      {newer?.(form.trouble)}
      <TextBox
        name="text"
        label={gettext("Change this note")}
        draft={form.draft}
        box={form.box}
        trouble={form.trouble}
      />
      <EndButtons onLeave={form.leave} leave={gettext("Leave as it was")}>
        <button class="ds-button" disabled={form.isBusy}>
          {gettext("Save")}
        </button>
      </EndButtons>
    </form>
  );
}

/** Changes a note without a name. */
export function SealedNoteForm({ receipt, onDone }: { receipt: Receipt; onDone: () => void }) {
  const { acts } = useDesk();
  return (
    <TextForm
      id={receipt.id}
      text={receipt.text}
      save={(text) => acts.own.reviseSealed(receipt, text)}
      onDone={onDone}
    />
  );
}

/** Changes a note with a name, which may have been changed elsewhere meanwhile. */
export function OwnNoteForm({ note, onDone }: { note: NoteRecord; onDone: () => void }) {
  const { acts } = useDesk();
  const [base, setBase] = useState(note);
  return (
    <TextForm
      id={note.id}
      text={note.text}
      save={(text) => acts.own.revise(base, text)}
      onDone={onDone}
      newer={(trouble) => (
        <NewerText trouble={trouble} onKeepMine={(version) => setBase({ ...base, version })} />
      )}
    />
  );
}
