/** What became of one's own notes without a name: worked out in the browser that wrote them. */

import { useEffect, useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { Told } from "../board/feedback";
import { dispositionWords } from "../board/outcomeWords";
import { actionState, actionTone, day } from "../board/words";
import { contributions, type Became, type Contribution } from "./contributions";

/** Draws nothing where nobody wrote without a name. */
export function NamelessInput() {
  const [list, setList] = useState<readonly Contribution[]>([]);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    contributions().then(setList, (error: unknown) => setProblem(sentenceOf(error)));
  }, []);
  if (problem) return <p role="alert">{problem}</p>;
  if (list.length === 0) return null;
  return (
    <section class="stack nameless" aria-labelledby="nameless-title">
      <h2 id="nameless-title">
        {gettext("Without your name")} <span class="count">{list.length}</span>
      </h2>
      <p class="muted">
        {gettext("Only this browser knows that you wrote this. We do not store it.")}
      </p>
      {list.map((one) => (
        <OneNote key={one.receipt.id} contribution={one} />
      ))}
    </section>
  );
}

function OneNote({ contribution }: { contribution: Contribution }) {
  const { receipt, language, became } = contribution;
  const { insights, actions, told } = became;
  const id = `nameless-${receipt.id}`;
  return (
    <article class="card contribution" aria-labelledby={id}>
      <State became={became} />
      <blockquote class="note-quote" lang={language}>
        <p class="keep-lines" dir="auto" id={id}>
          {receipt.text}
        </p>
        <footer>
          <a href={`/s/${contribution.sessionId}/`} dir="auto">
            {contribution.sessionTitle}
          </a>
        </footer>
      </blockquote>
      {!became.isShown && (
        <p class="muted">{gettext("Others read it when the notes are shown.")}</p>
      )}
      {insights.length > 0 && <h3>{gettext("What we learned from it")}</h3>}
      {insights.map((insight) => (
        <Learned key={insight.id} insight={insight} language={language} />
      ))}
      {actions.length > 0 && <h3>{gettext("What is done about it")}</h3>}
      {actions.map((action) => (
        <p key={action.id}>
          <span lang={language} dir="auto">
            {action.title}
          </span>{" "}
          <span class="tag" data-tone={actionTone(action.state)}>
            {actionState(action.state)}
          </span>{" "}
          <span class="muted">
            {action.life.end_reason || interpolate(gettext("by %(day)s"), { day: day(action.due) })}
          </span>
        </p>
      ))}
      {told.length > 0 && <h3>{gettext("What you are told")}</h3>}
      {told.map((one) => (
        <Told key={one.id} feedback={one} />
      ))}
    </article>
  );
}

function State({ became }: { became: Became }) {
  const { isShown, insights, actions, told } = became;
  const isAnswered =
    actions.length > 0 ||
    insights.some((insight) => insight.disposition) ||
    told.some((one) => one.published_at);
  const [words, tone] = isAnswered
    ? [gettext("Answered"), "good"]
    : isShown
      ? [gettext("Not answered yet"), "warn"]
      : [gettext("Not shown to others yet"), ""];
  return (
    <p class="tags">
      <span class="tag" data-tone={tone}>
        {words}
      </span>
    </p>
  );
}

function Learned({ insight, language }: { insight: InsightRecord; language: string }) {
  return (
    <>
      <p lang={language} dir="auto">
        {insight.statement}
      </p>
      <p class={insight.disposition ? "" : "muted"}>
        {insight.disposition
          ? interpolate(gettext("Answer: %(answer)s"), {
              answer: dispositionWords(insight.disposition),
            })
          : gettext("There is no answer yet.")}
        {insight.disposition_reason && <span dir="auto"> ({insight.disposition_reason})</span>}
      </p>
    </>
  );
}
