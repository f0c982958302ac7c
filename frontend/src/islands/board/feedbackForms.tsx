/** What those who gave input are told, or until when: about an insight or the whole session. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { FeedbackRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { DayField, Options, TextBox } from "./controls";
import { useDesk, type Asked } from "./desk";
import { FormDialog, together, useDraft, useSubmit } from "./forms";
import { AboutInsight } from "./origin";
import { NewerText } from "./stale";
import { feedbackAnswers, feedbackWords } from "./outcomeWords";
import { day } from "./words";

type FeedbackAsked = Extract<Asked, { kind: "feedback" }>;

const FIELDS = ["answer", "text", "reason", "promised_by"];

/** What was said of an insight, or of the session, the oldest first. */
export function useFeedback(insightId: string | null): readonly FeedbackRecord[] {
  const { board } = useDesk();
  const all = board.all("feedback");
  return all
    .filter((one) => one.insight_id === insightId)
    .sort((one, other) => (one.published_at ?? "~").localeCompare(other.published_at ?? "~"));
}

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

/** What contributors read: an answer, or the day by which there is one. */
export function Told({ feedback }: { feedback: FeedbackRecord }) {
  const promise = feedback.promised_by
    ? interpolate(gettext("We answer by %(day)s."), { day: day(feedback.promised_by) })
    : "";
  if (!feedback.text) return <p class="item__line">{promise}</p>;
  return (
    <div class="item__line told">
      <p>
        <strong>{feedback.answer ? feedbackWords(feedback.answer) : gettext("Our answer")}</strong>
        {!feedback.published_at && <span class="tag">{gettext("not published yet")}</span>}
      </p>
      <p dir="auto">{feedback.text}</p>
      {feedback.reason && <p dir="auto">{feedback.reason}</p>}
      <Reactions feedback={feedback} />
      {!feedback.published_at && promise && <p>{promise}</p>}
    </div>
  );
}

/** What contributors said of an answer; empty for whoever does not answer them. */
function Reactions({ feedback }: { feedback: FeedbackRecord }) {
  const { helpful, not_answered: unanswered, remarks } = feedback;
  if (helpful + unanswered === 0) return null;
  return (
    <>
      <p>
        {unanswered > 0 && (
          <span class="tag" data-tone="warn">
            {interpolate(
              ngettext(
                "%(count)d contributor asks again",
                "%(count)d contributors ask again",
                unanswered,
              ),
              { count: unanswered },
            )}
          </span>
        )}{" "}
        {helpful > 0 &&
          interpolate(
            ngettext(
              "It helps %(count)d contributor.",
              "It helps %(count)d contributors.",
              helpful,
            ),
            { count: helpful },
          )}
      </p>
      {remarks.map((remark) => (
        <blockquote class="note-quote" key={remark}>
          <p dir="auto">{remark}</p>
        </blockquote>
      ))}
    </>
  );
}
