/** One note that everybody can read: its text, where it came from, and what became of it. */

/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- Arrow keys go from note to note, as in a
   list box, but a note holds controls of its own. */

import { useEffect, useRef } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { NoteRecord } from "../../protocol";
import { OthersAtForms } from "./atForms";
import { useDesk } from "./desk";
import { makeDraggable } from "./dragging";
import { noteElementId } from "./focus";
import type { Outcomes } from "./layout";
import { memo } from "./memo";
import { WithheldWords } from "./moderation";
import { writerOf } from "./signing";
import { TalkButton } from "./talk";
import { actionState, firstWords } from "./words";
import { TopicVotes } from "./voting";

interface NoteProps {
  readonly note: NoteRecord;
  readonly outcomes: Outcomes;
  /** The column it was written in, where that is not obvious. */
  readonly from: string;
  /** The table it was written at, while the session was split up. */
  readonly table: string;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  /** Whether it is in no group, and is voted on by itself. */
  readonly isTopic?: boolean;
}

/** Draws a note; it is drawn again only when something about this very note changed. */
export const NoteCard = memo(function NoteCard(props: NoteProps) {
  const { note, outcomes, isTabStop, isSelected } = props;
  const { board } = useDesk();
  const element = useRef<HTMLElement>(null);
  const canGroup = board.mayNow("group.change");
  useDragging(element, note.id, canGroup);
  const id = noteElementId(note.id);
  return (
    <article
      class="note"
      id={id}
      ref={element}
      data-note={note.id}
      data-selected={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      aria-labelledby={`${id}-text`}
      aria-describedby={`${id}-by`}
    >
      <NoteText {...props} />
      <p class="note__foot">
        <span class="note__by" id={`${id}-by`} dir="auto">
          {byline(props)}
        </span>
        <span class="note__tools">
          <TalkButton
            topic={{ about: "note", id: note.id }}
            name={firstWords(note.text)}
            tabIndex={isTabStop ? 0 : -1}
          />
          {canGroup && <MoveButton note={note} isTabStop={isTabStop} />}
          <TakeBackButton note={note} isTabStop={isTabStop} />
        </span>
      </p>
      {props.isTopic && (
        <TopicVotes topicId={note.id} name={firstWords(note.text)} tabIndex={isTabStop ? 0 : -1} />
      )}
      {board.may("insight.draft") && <OthersAtForms ids={[note.id]} />}
      <NoteOutcomes note={note} outcomes={outcomes} isTabStop={isTabStop} />
    </article>
  );
});

function useDragging(
  element: { current: HTMLElement | null },
  noteId: string,
  canGroup: boolean,
): void {
  const { acts } = useDesk();
  useEffect(() => {
    if (!canGroup || !element.current) return undefined;
    return makeDraggable(element.current, noteId, (dragged) =>
      acts.move([dragged], { with: noteId }),
    );
  }, [noteId, canGroup, acts, element]);
}

function NoteText({ note, isSelected, isTabStop }: NoteProps) {
  const { board } = useDesk();
  const canSelect = board.mayNow("insight.draft");
  const text = (
    <div class="note__text" id={`${noteElementId(note.id)}-text`}>
      <WithheldWords text={note} />
      {note.text && (
        <p dir="auto" lang={board.language}>
          {note.text}
        </p>
      )}
    </div>
  );
  if (!canSelect || !note.text) return text;
  const label = interpolate(gettext("Select: %(note)s"), { note: firstWords(note.text) });
  return (
    <div class="note__row">
      <label class="note__pick">
        <input
          type="checkbox"
          class="ds-input"
          checked={isSelected}
          tabIndex={isTabStop ? 0 : -1}
          aria-label={label}
          onChange={(event) => board.select([note.id], event.currentTarget.checked)}
        />
      </label>
      {text}
    </div>
  );
}

function MoveButton({ note, isTabStop }: { note: NoteRecord; isTabStop: boolean }) {
  const { dialog } = useDesk();
  const text = gettext("Move to…");
  return (
    <button
      class="link note__move"
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={`${text} ${firstWords(note.text)}`}
      onClick={() => {
        dialog.value = { kind: "move", noteIds: [note.id] };
      }}
    >
      {text}
    </button>
  );
}

/** For a note without a name that was written here: nobody else knows whose it is. */
function TakeBackButton({ note, isTabStop }: { note: NoteRecord; isTabStop: boolean }) {
  const { board, acts } = useDesk();
  const receipt = board.receipts?.of(note.id);
  if (!receipt || !board.isOpen) return null;
  const text = gettext("Take back");
  return (
    <span class="note__mine">
      {gettext("yours, which only this browser knows")}{" "}
      <button
        class="link"
        type="button"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={`${text}: ${firstWords(note.text)}`}
        onClick={() => void acts.own.withdrawSealed(receipt)}
      >
        {text}
      </button>
    </span>
  );
}

function byline({ note, from, table }: NoteProps): string {
  return [writerOf(note), from, table].filter(Boolean).join(" · ");
}

function NoteOutcomes({
  note,
  outcomes,
  isTabStop,
}: {
  note: NoteRecord;
  outcomes: Outcomes;
  isTabStop: boolean;
}) {
  if (outcomes.insights.length + outcomes.actions.length === 0) return null;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <ul
      class="note__outcomes"
      role="list"
      aria-label={interpolate(gettext("What became of: %(note)s"), {
        note: firstWords(note.text),
      })}
    >
      {outcomes.insights.map((insight) => (
        <li key={insight.id}>
          <a class="link" href={`#insight-${insight.id}`} tabIndex={tabIndex}>
            {interpolate(gettext("in insight: %(text)s"), { text: firstWords(insight.statement) })}
          </a>
        </li>
      ))}
      {outcomes.actions.map((action) => (
        <li key={action.id}>
          <a class="link" href={`#action-${action.id}`} tabIndex={tabIndex}>
            {interpolate(gettext("became action %(number)s: %(state)s"), {
              number: action.number,
              state: actionState(action.state),
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}
