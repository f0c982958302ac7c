/** What those who gave input are told: an answer, or the day by which there is one. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { FeedbackRecord } from "../../protocol";
import { useDesk } from "./desk";
import { feedbackWords } from "./outcomeWords";
import { day } from "./words";

/** What was said of an insight, or of the session, the oldest first. */
export function useFeedback(insightId: string | null): readonly FeedbackRecord[] {
  const { board } = useDesk();
  const all = board.all("feedback");
  return all
    .filter((one) => one.insight_id === insightId)
    .sort((one, other) => (one.published_at ?? "~").localeCompare(other.published_at ?? "~"));
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
