/** Telling those who gave input something, or until when: about an insight or the whole session. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { FeedbackRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { DayField, Options, TextBox } from "./controls";
import { useDesk, type Asked } from "./desk";
import { FormDialog } from "./dialog";
import { Told, useFeedback } from "./feedback";
import { together, useDraft, useSubmit } from "./forms";
import { AboutInsight } from "./origin";
import { NewerText } from "./stale";
import { feedbackAnswers } from "./outcomeWords";

type FeedbackAsked = Extract<Asked, { kind: "feedback" }>;

const FIELDS = ["answer", "text", "reason", "promised_by"];

/** The dialog: a promise is enough, an answer may follow. */
export function FeedbackForm({ asked, onClose }: { asked: FeedbackAsked; onClose: () => void }) {
  const { outcomes } = useDesk();
  const insightId = asked.insight?.id ?? null;
  const all = useFeedback(insightId);
  const inWork = all.find((one) => one.published_at === null);
  const id = useMemo(() => inWork?.id ?? newId(), []);
  const drafts = useFeedbackDrafts(insightId ?? "session", inWork);
  const [version, setVersion] = useState(inWork?.version ?? 0);
  useUsualPromise(drafts.promisedBy);
  const send = (): Promise<void> =>
    outcomes.draftFeedback(id, {
      insight_id: insightId,
      answer: drafts.answer[0],
      text: drafts.text[0],
      reason: drafts.reason[0],
      promised_by: drafts.promisedBy[0] || null,
      version,
    });
  const form = useSubmit(send, () => {
    drafts.clear();
    onClose();
  });
  return (
    <FormDialog
      title={gettext("Answer those who gave input")}
      form={form}
      fields={FIELDS}
      button={gettext("Save")}
      onClose={onClose}
    >
      <AboutInsight insight={asked.insight} />
      <Published all={all} />
      <NewerText trouble={form.trouble} onKeepMine={setVersion} />
      <DayField
        name="promised_by"
        label={gettext("By when do they hear from you?")}
        help={gettext("Everybody can read this day at once.")}
        draft={drafts.promisedBy}
        trouble={form.trouble}
      />
      <details class="sources" open={Boolean(drafts.text[0] || drafts.answer[0])}>
        <summary>{gettext("Write the answer already")}</summary>
        <div class="stack">
          <p>{gettext("A programme manager publishes it. Until then few can read it.")}</p>
          <Options
            name="answer"
            label={gettext("What is done with the input?")}
            options={feedbackAnswers()}
            draft={drafts.answer}
            trouble={form.trouble}
          />
          <TextBox
            name="text"
            label={gettext("In plain words")}
            isOptional
            draft={drafts.text}
            most={2000}
            trouble={form.trouble}
          />
          <TextBox
            name="reason"
            label={gettext("Why?")}
            isOptional={drafts.answer[0] !== "not_doing"}
            draft={drafts.reason}
            most={500}
            trouble={form.trouble}
          />
        </div>
      </details>
    </FormDialog>
  );
}

function useFeedbackDrafts(about: string, inWork: FeedbackRecord | undefined) {
  const key = `feedback:${about}`;
  return together({
    answer: useDraft(`${key}:answer`, inWork?.answer),
    text: useDraft(`${key}:text`, inWork?.text),
    reason: useDraft(`${key}:reason`, inWork?.reason),
    promisedBy: useDraft(`${key}:by`, inWork?.promised_by ?? ""),
  });
}

/** Begins with the day that is usual in this partnership. */
function useUsualPromise([promised, promise]: readonly [string, (text: string) => void, unknown]) {
  const { outcomes } = useDesk();
  useEffect(() => {
    if (promised) return;
    // Without it one chooses the day oneself.
    outcomes.closingCheck().then(
      (check) => promise(check.usual_promise),
      () => {},
    );
  }, []);
}

function Published({ all }: { all: readonly FeedbackRecord[] }) {
  return (
    <>
      {all
        .filter((one) => one.published_at)
        .map((one) => (
          <Told key={one.id} feedback={one} />
        ))}
    </>
  );
}
