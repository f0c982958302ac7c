/** What becomes of an insight, and what those who gave input are told. */

import { gettext, interpolate } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { useDesk } from "./desk";
import { Told, useFeedback } from "./feedback";
import { decisionState, dispositionWords } from "./outcomeWords";
import { actionState, day } from "./words";

/** The answer with what belongs to it. */
export function Answer({ insight }: { insight: InsightRecord }) {
  const { board } = useDesk();
  const actions = board.all("action").filter((action) => action.insight_ids.includes(insight.id));
  const decisions = board.all("decision").filter((decision) => decision.insight_id === insight.id);
  if (insight.state !== "agreed") return null;
  return (
    <div class="item__line item__answer">
      <Disposition insight={insight} />
      {actions.map((action) => (
        <p key={action.id}>
          <a class="link" href={`#action-${action.id}`}>
            {interpolate(gettext("Action %(number)s: %(state)s"), {
              number: action.number,
              state: actionState(action.state),
            })}
          </a>
        </p>
      ))}
      {decisions.map((decision) => (
        <p key={decision.id}>
          <a class="link" href={`#decision-${decision.id}`}>
            {interpolate(gettext("Decision %(number)s: %(state)s"), {
              number: decision.number,
              state: decisionState(decision.state),
            })}
          </a>
        </p>
      ))}
      <Feedback insight={insight} />
    </div>
  );
}

function Disposition({ insight }: { insight: InsightRecord }) {
  if (!insight.disposition) return <p>{gettext("No answer yet: what becomes of it?")}</p>;
  return (
    <>
      <p>
        {interpolate(gettext("Answer: %(answer)s"), {
          answer: dispositionWords(insight.disposition),
        })}
        {insight.disposition_reason && <span dir="auto"> ({insight.disposition_reason})</span>}
      </p>
      <AnswerDetails answer={insight} />
    </>
  );
}

type AnswerParts = Pick<InsightRecord, "question" | "escalated_to" | "answer_by" | "revisit_on">;

/** What an answer needs besides, in sentences. */
export function AnswerDetails({ answer }: { answer: AnswerParts }) {
  const lines = [
    answer.question && interpolate(gettext("Question: %(text)s"), { text: answer.question }),
    answer.answer_by &&
      interpolate(gettext("%(who)s is asked to answer by %(day)s."), {
        who: answer.escalated_to,
        day: day(answer.answer_by),
      }),
    answer.revisit_on &&
      interpolate(gettext("Looked at again on %(day)s."), { day: day(answer.revisit_on) }),
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </>
  );
}

function Feedback({ insight }: { insight: InsightRecord }) {
  return (
    <>
      {useFeedback(insight.id).map((one) => (
        <Told key={one.id} feedback={one} />
      ))}
    </>
  );
}
