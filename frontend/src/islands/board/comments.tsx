/** Comments on a topic: flat, short, each with a name. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import type { CommentRecord } from "../../protocol";
import { serverNow } from "../../sync/clock";
import { TextBox } from "./controls";
import { useDesk } from "./desk";
import { EndButtons } from "./dialog";
import { FormTrouble, mustHave, useChanging, useDraft, useFocusBack, useSubmit } from "./forms";
import { WithheldWords, WithholdButton } from "./moderation";
import { commentsOn, type TopicRef } from "./topics";
import { firstWords } from "./words";

const LONGEST = 500;

/** Lists what was said, and lets one say more. */
export function Comments({ topic }: { topic: TopicRef }) {
  const { board } = useDesk();
  const comments = board.tables ? commentsOn(board.tables, topic.id) : [];
  const canSay = board.mayNow("comment.add");
  if (comments.length === 0 && !canSay) return null;
  return (
    <section class="comments" aria-label={gettext("Comments")}>
      <h3>
        {gettext("Comments")} <span class="count">{comments.length}</span>
      </h3>
      <ul role="list">
        {comments.map((comment) => (
          <li key={comment.id}>
            <OneComment comment={comment} />
          </li>
        ))}
      </ul>
      {canSay && <NewComment topic={topic} />}
    </section>
  );
}

function OneComment({ comment }: { comment: CommentRecord }) {
  const [isChanging, setChanging] = useState(false);
  const change = useFocusBack(isChanging);
  if (isChanging) return <CommentForm comment={comment} onDone={() => setChanging(false)} />;
  return (
    <article class="comment">
      <WithheldWords text={comment} />
      {comment.text && (
        <p class="comment__text" dir="auto">
          {comment.text}
        </p>
      )}
      <p class="comment__foot">
        <span class="muted" dir="auto">
          {comment.author_name}
        </span>
        <CommentTools comment={comment} button={change} onChange={() => setChanging(true)} />
      </p>
    </article>
  );
}

interface ToolsProps {
  readonly comment: CommentRecord;
  readonly button: { current: HTMLButtonElement | null };
  readonly onChange: () => void;
}

function CommentTools({ comment, button, onChange }: ToolsProps) {
  const { board, talking } = useDesk();
  const name = firstWords(comment.text);
  const isMine = comment.author_id === board.participantId;
  const isFresh = serverNow() < Date.parse(comment.changeable_until);
  if (!board.isOpen) return null;
  return (
    <>
      {isMine && isFresh && !comment.withheld_reason && (
        <>
          <button
            class="link"
            type="button"
            ref={button}
            aria-label={`${gettext("Edit")}: ${name}`}
            onClick={onChange}
          >
            {gettext("Edit")}
          </button>
          <button
            class="link"
            type="button"
            aria-label={`${gettext("Take back")}: ${name}`}
            onClick={() => void talking.withdraw(comment)}
          >
            {gettext("Take back")}
          </button>
        </>
      )}
      {board.may("note.withhold") && !isMine && <WithholdButton kind="comment" text={comment} />}
    </>
  );
}

function CommentForm({ comment, onDone }: { comment: CommentRecord; onDone: () => void }) {
  const { talking } = useDesk();
  const save = (text: string): Promise<void> => talking.revise(comment, text);
  const form = useChanging(`comment:${comment.id}`, comment.text, save, onDone);
  return (
    <form class="form" onSubmit={form.submit} noValidate>
      <TextBox
        name="text"
        label={gettext("Change this comment")}
        draft={form.draft}
        most={LONGEST}
        box={form.box}
        trouble={form.trouble}
      />
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      <EndButtons onLeave={form.leave} leave={gettext("Leave as it was")} size="sm">
        <button class="ds-button" data-size="sm" disabled={form.isBusy}>
          {gettext("Save")}
        </button>
      </EndButtons>
    </form>
  );
}

function NewComment({ topic }: { topic: TopicRef }) {
  const { board, talking } = useDesk();
  const draft = useDraft(`comment:${board.participantId}:${topic.id}`);
  const [text, , clear] = draft;
  const said = (): void => {
    announce(interpolate(gettext("Your comment is there: %(text)s"), { text: firstWords(text) }));
    clear();
  };
  const form = useSubmit(async () => {
    mustHave(text, "text", gettext("Please write something first."));
    await talking.comment(topic, text);
  }, said);
  return (
    <form class="comment-form" onSubmit={form.submit} noValidate>
      <TextBox
        name="text"
        label={gettext("Your comment, with your name")}
        draft={draft}
        most={LONGEST}
        trouble={form.trouble}
      />
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      <button class="ds-button" data-variant="secondary" data-size="sm" disabled={form.isBusy}>
        {gettext("Add comment")}
      </button>
    </form>
  );
}
