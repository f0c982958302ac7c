/** Changing one's own note that nobody else sees yet. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { NoteRecord } from "../../protocol";
import type { Receipt } from "../../sync/receipts";
import { useDesk } from "./desk";
import { Field, FormTrouble, useDraft, useSubmit, type Trouble } from "./forms";
import { NewerText } from "./stale";

interface TextFormProps {
  readonly id: string;
  readonly text: string;
  readonly save: (text: string) => Promise<void>;
  readonly onDone: () => void;
  /** What stands above the box when somebody changed the note elsewhere. */
  readonly newer?: (trouble: Trouble | null) => ComponentChildren;
}

function TextForm({ id, text: before, save, onDone, newer }: TextFormProps) {
  const [text, setText, clear] = useDraft(`edit:${id}`, before);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const leave = (): void => {
    clear();
    onDone();
  };
  const form = useSubmit(() => save(text), leave);
  return (
    <form class="note" data-own onSubmit={form.submit} noValidate>
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      {newer?.(form.trouble)}
      <Field label={gettext("Change this note")} name="text" trouble={form.trouble}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            value={text}
            ref={box}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="buttons">
        <button class="ds-button" disabled={form.isBusy}>
          {gettext("Save")}
        </button>
        <button class="ds-button" data-variant="tertiary" type="button" onClick={leave}>
          {gettext("Leave as it was")}
        </button>
      </p>
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
