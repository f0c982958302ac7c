/** Writing notes: the box of a column, and what stands around it. */

import { useId, useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import type { ColumnRecord } from "../../protocol";
import { useDesk } from "./desk";
import { draftKey, LateHint } from "./drafts";
import { Field, useDraft, type Trouble } from "./forms";
import { ForOthers, Signing, useSpeaker } from "./signingFields";

const LONGEST_NOTE = 2000;
const SHOW_LENGTH_FROM = 1800;

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing;
}

/** The second half of a double click would send the box that the first half just emptied. */
function onceOnly(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

function refusalOf(text: string): string {
  if (!text.trim()) return gettext("Please write something first.");
  if ([...text].length > LONGEST_NOTE) {
    return interpolate(gettext("This is too long: at most %(most)d characters fit."), {
      most: LONGEST_NOTE,
    });
  }
  return "";
}

/** The box in which one writes a note. */
export function Composer({ column, lateUntil }: { column: ColumnRecord; lateUntil: number }) {
  const { board } = useDesk();
  const [text, setText, clear] = useDraft(draftKey(board, column));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const speaker = useSpeaker(column);
  const promise = useId();
  const post = (): void => {
    const refusal = refusalOf(text);
    const found = refusal ? { field: "text", text: refusal, error: null } : speaker.trouble();
    setTrouble(found);
    if (found) return;
    board.outbox?.add({ columnId: column.id, text, ...speaker.said });
    clear();
    speaker.clear();
    announce(gettext("Your note is on its way."));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isPlainEnter(event)) return;
    event.preventDefault();
    if (!event.repeat) post();
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    post();
  };
  return (
    <form class="composer" onSubmit={onSubmit} noValidate>
      <Field label={column.prompt || column.title} name="text" trouble={trouble} hint={promise}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            dir="auto"
            enterkeyhint="send"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <LateHint until={lateUntil} />
      <Signing speaker={speaker} id={promise} />
      <ForOthers speaker={speaker} trouble={trouble} />
      <p class="composer__row">
        <button class="ds-button" type="submit" onClick={onceOnly}>
          {gettext("Add note")}
        </button>
        <Length length={[...text].length} />
      </p>
    </form>
  );
}

function Length({ length }: { length: number }) {
  if (length < SHOW_LENGTH_FROM) return null;
  const values = { length, most: LONGEST_NOTE };
  return (
    <span class="composer__hint">
      {interpolate(gettext("%(length)s of %(most)s characters"), values)}
    </span>
  );
}
