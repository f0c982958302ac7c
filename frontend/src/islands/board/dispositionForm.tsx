/** Says what becomes of an agreed insight: six answers, each with what it needs besides. */

import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { OthersAtForms, useWriting } from "./atForms";
import { DayField, Line, TextBox } from "./controls";
import { useDesk } from "./desk";
import { FormDialog } from "./dialog";
import { FieldTrouble, mustHave, together, useDraft, useSubmit, type Trouble } from "./forms";
import { AnswerDetails } from "./insightAnswer";
import { AboutInsight } from "./origin";
import { newerIn } from "./stale";
import { dispositionHelp, dispositions, dispositionWords, NEEDS_A_REASON } from "./outcomeWords";

const FIELDS = ["disposition", "reason", "question", "escalated_to", "answer_by", "revisit_on"];

type First = Pick<
  InsightRecord,
  "disposition" | "question" | "escalated_to" | "answer_by" | "revisit_on" | "version"
> & { readonly reason: string };

function useAnswer(insight: InsightRecord) {
  const key = `disposition:${insight.id}`;
  return together({
    disposition: useDraft(`${key}:answer`, insight.disposition),
    reason: useDraft(`${key}:reason`, insight.disposition_reason),
    question: useDraft(`${key}:question`, insight.question),
    escalatedTo: useDraft(`${key}:to`, insight.escalated_to),
    answerBy: useDraft(`${key}:by`, insight.answer_by ?? ""),
    revisitOn: useDraft(`${key}:revisit`, insight.revisit_on ?? ""),
  });
}

type AnswerDrafts = ReturnType<typeof useAnswer>;

/** The dialog. */
export function DispositionForm({
  insight,
  onClose,
}: {
  insight: InsightRecord;
  onClose: () => void;
}) {
  const { outcomes } = useDesk();
  const drafts = useAnswer(insight);
  const [version, setVersion] = useState(insight.version);
  const [answer, choose] = drafts.disposition;
  const send = async (): Promise<void> => {
    mustHave(answer, "disposition", gettext("Please choose an answer."));
    await outcomes.dispose(insight.id, {
      disposition: answer,
      version,
      reason: drafts.reason[0],
      question: drafts.question[0],
      escalated_to: drafts.escalatedTo[0],
      answer_by: drafts.answerBy[0] || null,
      revisit_on: drafts.revisitOn[0] || null,
    });
  };
  const form = useSubmit(send, () => {
    drafts.clear();
    onClose();
  });
  const first = newerIn<First>(form.trouble);
  useWriting("answer", [insight.id]);
  return (
    <FormDialog
      title={gettext("What becomes of this insight?")}
      form={form}
      fields={FIELDS}
      button={gettext("Save")}
      onClose={onClose}
    >
      <AboutInsight insight={insight} />
      <OthersAtForms ids={[insight.id]} />
      {first && <Answered first={first} onKeepMine={() => setVersion(first.version)} />}
      <Choices answer={answer} onChoose={choose} trouble={form.trouble} />
      <Details answer={answer} drafts={drafts} trouble={form.trouble} />
      <TextBox
        name="reason"
        label={gettext("Why?")}
        help={gettext("The people who gave input will read it.")}
        isOptional={!NEEDS_A_REASON.has(answer)}
        draft={drafts.reason}
        most={500}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}

function Answered({ first, onKeepMine }: { first: First; onKeepMine: () => void }) {
  return (
    <blockquote class="note-quote">
      <p>{dispositionWords(first.disposition)}</p>
      {first.reason && <p dir="auto">{first.reason}</p>}
      <AnswerDetails answer={first} />
      <footer>
        <button class="link" type="button" onClick={onKeepMine}>
          {gettext("Keep my answer instead")}
        </button>
      </footer>
    </blockquote>
  );
}

interface ChoicesProps {
  readonly answer: string;
  readonly onChoose: (answer: string) => void;
  readonly trouble: Trouble | null;
}

function Choices({ answer, onChoose, trouble }: ChoicesProps) {
  const help = dispositionHelp();
  return (
    <fieldset class="ds-fieldset field">
      <legend>{gettext("Answer")}</legend>
      <FieldTrouble name="disposition" trouble={trouble} />
      <ul class="choices" role="list">
        {dispositions().map(([code, words]) => (
          <li key={code}>
            <label>
              <input
                type="radio"
                class="ds-input"
                name="disposition"
                checked={answer === code}
                onChange={() => onChoose(code)}
              />
              <span>
                {words} <span class="choice__more">{help[code]}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface DetailsProps {
  readonly answer: string;
  readonly drafts: AnswerDrafts;
  readonly trouble: Trouble | null;
}

/** What the chosen answer needs besides. */
function Details({ answer, drafts, trouble }: DetailsProps) {
  switch (answer) {
    case "ask":
      return (
        <TextBox
          name="question"
          label={gettext("Which question?")}
          draft={drafts.question}
          most={500}
          trouble={trouble}
        />
      );
    case "escalate":
      return (
        <>
          <Line
            name="escalated_to"
            label={gettext("Who is asked?")}
            help={gettext("A person or a board with the mandate, by name.")}
            draft={drafts.escalatedTo}
            most={200}
            trouble={trouble}
          />
          <DayField
            name="answer_by"
            label={gettext("By when do you want an answer?")}
            draft={drafts.answerBy}
            trouble={trouble}
          />
        </>
      );
    case "park":
      return (
        <DayField
          name="revisit_on"
          label={gettext("When do you look at it again?")}
          draft={drafts.revisitOn}
          trouble={trouble}
        />
      );
    default:
      return null;
  }
}
