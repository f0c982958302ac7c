/** Groups suggested by the wording of the notes: each is accepted or refused by a person. */

import { useEffect, useRef, useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { NoteRecord, SuggestionRecord } from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { useDesk } from "./desk";
import { noteCount } from "./words";

const AT_ONCE = 5;
const NOTES_SHOWN = 4;

/** Opens the suggestions; for those who group. */
export function SuggestButton() {
  const { board, isSuggesting } = useDesk();
  const canGroup = board.mayNow("group.change");
  const loose = board.columns.value.reduce((sum, column) => sum + column.loose.length, 0);
  if (!canGroup || loose < 2 || isSuggesting.value) return null;
  return (
    <button
      class="ds-button"
      data-variant="tertiary"
      type="button"
      onClick={() => {
        isSuggesting.value = true;
      }}
    >
      {gettext("Suggest groups")}
    </button>
  );
}

/** The suggestions, if they are open; they close when the session goes on to another part. */
export function Suggestions() {
  const { board, isSuggesting } = useDesk();
  const phaseId = board.phase?.id;
  useEffect(
    () => () => {
      isSuggesting.value = false;
    },
    [phaseId, isSuggesting],
  );
  return isSuggesting.value ? <OpenSuggestions /> : null;
}

function OpenSuggestions() {
  const { board, isSuggesting } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const [byColumn, setByColumn] = useState(false);
  const { list, problem, drop } = useSuggestions(byColumn);
  useEffect(() => heading.current?.focus(), []);
  // What somebody grouped meanwhile is no suggestion any more.
  const open = list?.filter(({ note_ids }) => note_ids.every((id) => isLoose(board, id)));
  const done = (one: SuggestionRecord): void => {
    drop(one);
    heading.current?.focus();
  };
  return (
    <section class="suggestions" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title" tabIndex={-1} ref={heading}>
        {gettext("Suggested groups")} {open && <span class="count">{open.length}</span>}
      </h2>
      <p class="muted">
        {gettext("Found by shared words only. Nothing is grouped until you say so.")}
      </p>
      <p class="suggestions__tools">
        {board.columns.value.length > 1 && (
          <label class="suggestions__choice">
            <input
              type="checkbox"
              class="ds-input"
              checked={byColumn}
              onChange={(event) => setByColumn(event.currentTarget.checked)}
            />
            {gettext("Each column by itself")}
          </label>
        )}
        <button
          class="ds-button"
          data-variant="tertiary"
          type="button"
          onClick={() => {
            isSuggesting.value = false;
          }}
        >
          {gettext("Close suggestions")}
        </button>
      </p>
      {problem && <p role="alert">{problem}</p>}
      {!open && !problem && <p>{gettext("Looking for groups…")}</p>}
      {open?.length === 0 && <p>{gettext("No more suggestions.")}</p>}
      <ul class="cards" role="list">
        {open?.slice(0, AT_ONCE).map((one) => (
          <li key={one.note_ids.join()}>
            <Suggestion suggestion={one} onDone={() => done(one)} />
          </li>
        ))}
      </ul>
      {open && open.length > AT_ONCE && <p class="muted">{moreWords(open.length - AT_ONCE)}</p>}
    </section>
  );
}

function moreWords(count: number): string {
  const text = ngettext(
    "%(count)d more comes when you have answered these.",
    "%(count)d more come when you have answered these.",
    count,
  );
  return interpolate(text, { count });
}

function isLoose(board: ReturnType<typeof useDesk>["board"], id: string): boolean {
  return Boolean(board.tables?.note.has(id)) && !board.groupOf.value.has(id);
}

function useSuggestions(byColumn: boolean) {
  const { acts } = useDesk();
  const [list, setList] = useState<readonly SuggestionRecord[] | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let isGone = false;
    setList(null);
    acts
      .suggestions(byColumn)
      .then((found) => isGone || setList(found))
      .catch((error: unknown) => isGone || setProblem(sentenceOf(error)));
    return () => {
      isGone = true;
    };
  }, [acts, byColumn]);
  const drop = (one: SuggestionRecord): void => {
    setList((all) => all?.filter((other) => other !== one) ?? null);
  };
  return { list, problem, drop };
}

interface SuggestionProps {
  readonly suggestion: SuggestionRecord;
  readonly onDone: () => void;
}

function Suggestion({ suggestion, onDone }: SuggestionProps) {
  const { board, acts } = useDesk();
  const notes = suggestion.note_ids.flatMap((id) => board.tables?.note.get(id) ?? []);
  const after = (answer: Promise<boolean>): void => {
    void answer.then((isDone) => isDone && onDone());
  };
  const [first, rest] = [notes.slice(0, NOTES_SHOWN), notes.slice(NOTES_SHOWN)];
  return (
    <article class="item" aria-label={suggestion.title}>
      <h3 class="item__title">
        <span dir="auto" lang={board.language}>
          {suggestion.title}
        </span>{" "}
        <span class="count">{noteCount(notes.length)}</span>
      </h3>
      <NoteTexts notes={first} />
      {rest.length > 0 && (
        <details class="sources">
          <summary>
            {interpolate(gettext("And %(notes)s"), { notes: noteCount(rest.length) })}
          </summary>
          <NoteTexts notes={rest} />
        </details>
      )}
      <p class="buttons">
        <button
          class="ds-button"
          type="button"
          aria-label={`${gettext("Make this group")}: ${suggestion.title}`}
          onClick={() => after(acts.acceptGroup(suggestion))}
        >
          {gettext("Make this group")}
        </button>
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          aria-label={`${gettext("Not this one")}: ${suggestion.title}`}
          onClick={() => after(acts.refuseGroup(suggestion))}
        >
          {gettext("Not this one")}
        </button>
      </p>
    </article>
  );
}

function NoteTexts({ notes }: { notes: readonly NoteRecord[] }) {
  const { board } = useDesk();
  return (
    <ul class="suggestions__notes">
      {notes.map((note) => (
        <li key={note.id} dir="auto" lang={board.language}>
          {note.text}
        </li>
      ))}
    </ul>
  );
}
