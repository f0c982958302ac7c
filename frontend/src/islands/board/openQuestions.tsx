/** Learning questions that earlier sessions left open: what stays for long first. */

import { useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { OpenQuestion } from "../../protocol";
import { useDesk } from "./desk";
import { FormTrouble, useSubmit } from "./forms";
import { day } from "./words";

interface ListProps {
  readonly questions: readonly OpenQuestion[];
  readonly onTalked: () => void;
}

/** Lists them, each with what is thought of it for now. */
export function OpenQuestions({ questions, onTalked }: ListProps) {
  if (questions.length === 0) return null;
  return (
    <section class="open-actions" aria-labelledby="open-questions-title">
      <h2 id="open-questions-title">
        {gettext("Questions on our learning agenda")} <span class="count">{questions.length}</span>
      </h2>
      <ul class="cards" role="list">
        {questions.map((open) => (
          <li key={open.question.id}>
            <Item open={open} onTalked={onTalked} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ open, onTalked }: { open: OpenQuestion; onTalked: () => void }) {
  const { question } = open;
  const title = `open-question-${question.id}`;
  const answer = question.answers.at(-1);
  return (
    <article class="item" aria-labelledby={title}>
      {question.is_persistent && (
        <p class="item__state">
          <span class="tag" data-tone="warn">
            {gettext("Stays for long")}
          </span>
        </p>
      )}
      <p class="item__title" id={title} dir="auto" lang={question.language}>
        {question.text}
      </p>
      {answer && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("For now: %(text)s"), { text: answer.text })}
        </p>
      )}
      <p class="item__line">{talksOf(open)}</p>
      <p class="item__line">
        <a href={`../../questions/${question.id}/`}>{gettext("Answer it, or see its story")}</a>
        {question.opened_in_id && (
          <>
            {" · "}
            <a
              href={`../${question.opened_in_id}/#insight-${question.insight_id ?? ""}`}
              dir="auto"
              lang={question.language}
            >
              {question.opened_in_title}
            </a>
          </>
        )}
        , {day(question.opened_at.slice(0, 10))}
      </p>
      {open.may_note_talk && <TalkedButton open={open} onTalked={onTalked} />}
    </article>
  );
}

function talksOf({ question }: OpenQuestion): string {
  const count = question.talked_about_in.length;
  if (count === 0) return gettext("No session has talked about it yet.");
  const words = ngettext(
    "Talked about in %(count)d session",
    "Talked about in %(count)d sessions",
    count,
  );
  return interpolate(words, { count });
}

function TalkedButton({ open, onTalked }: { open: OpenQuestion; onTalked: () => void }) {
  const { acts } = useDesk();
  const [isDone, setDone] = useState(false);
  const form = useSubmit(
    () => acts.talkAbout(open.question),
    () => {
      announce(gettext("Written down that you talked about it."));
      setDone(true);
      onTalked();
    },
  );
  if (isDone) return <p class="item__line">{gettext("Written down that you talked about it.")}</p>;
  return (
    <form onSubmit={form.submit} noValidate>
      <FormTrouble trouble={form.trouble} fields={[]} />
      <p class="item__buttons">
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-label={`${gettext("We talked about it")}: ${open.question.text}`}
          disabled={form.isBusy}
        >
          {gettext("We talked about it")}
        </button>
      </p>
    </form>
  );
}
