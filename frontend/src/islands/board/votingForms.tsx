/** Forms around voting: how many dots there are, and votes of people in the room. */

import { useEffect, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import { sentenceOf } from "../../sync/api";
import { NumberField } from "./controls";
import { useDesk } from "./desk";
import { Dialog, EndButtons, FormDialog } from "./dialog";
import { FormTrouble, useDraft, useSubmit } from "./forms";
import { topicsInOrder } from "./layout";

const MOST_DOTS = 20;
const MOST_IN_A_ROOM = 1000;

/** How many dots each person has, decided before voting opens. */
export function VotingRulesForm({ onClose }: { onClose: () => void }) {
  const { board, acts } = useDesk();
  const session = board.session.value;
  const each = useState(String(session?.dots_each ?? ""));
  const most = useState(String(session?.dots_per_topic ?? ""));
  const form = useSubmit(
    () => acts.setVotingRules({ dots_each: Number(each[0]), dots_per_topic: Number(most[0]) }),
    onClose,
  );
  return (
    <FormDialog
      title={gettext("Dots for voting")}
      form={form}
      fields={["dots_each", "dots_per_topic"]}
      button={gettext("Save")}
      onClose={onClose}
    >
      <NumberField
        name="dots_each"
        label={gettext("Dots for each person")}
        draft={each}
        min={1}
        max={MOST_DOTS}
        trouble={form.trouble}
      />
      <NumberField
        name="dots_per_topic"
        label={gettext("At most for one topic")}
        help={gettext("When voting has begun, this stays as it is.")}
        draft={most}
        min={1}
        max={Number(each[0]) || MOST_DOTS}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}

/** What each topic got from people in the room who vote without a device. */
export function RoomVotesForm({ onClose }: { onClose: () => void }) {
  const { board, acts } = useDesk();
  const [before, setBefore] = useState<ReadonlyMap<string, number> | null>(null);
  const [problem, setProblem] = useState("");
  const topics = board.tables ? topicsInOrder(board.tables) : [];
  useEffect(() => {
    acts
      .roomVotes()
      .then((votes) => setBefore(new Map(votes.map((one) => [one.topic_id, one.dots]))))
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, [acts]);
  const [draft, setDraft, clear] = useDraft(`room:${board.place.sessionId}`);
  const typed = new Map(Object.entries(readDraft(draft)));
  const dotsFor = (id: string): string => typed.get(id) ?? String(before?.get(id) ?? 0);
  const type = (id: string, text: string): void => {
    setDraft(JSON.stringify({ ...Object.fromEntries(typed), [id]: text }));
  };
  const form = useSubmit(
    async () => {
      for (const [id, text] of typed) {
        const isThere = topics.some((topic) => topic.id === id);
        if (isThere && Number(text) !== (before?.get(id) ?? 0)) {
          await acts.enterRoomVotes(id, Number(text));
        }
      }
    },
    () => {
      clear();
      onClose();
    },
  );
  return (
    <Dialog title={gettext("Votes from the room")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p>
          {gettext(
            "For people who vote without a device. Their votes are counted and shown apart.",
          )}
        </p>
        {problem && <p role="alert">{problem}</p>}
        <FormTrouble trouble={form.trouble} fields={[]} />
        {before &&
          topics.map((topic) => (
            <NumberField
              key={topic.id}
              name={topic.id}
              label={topic.name}
              draft={[dotsFor(topic.id), (text) => type(topic.id, text)]}
              min={0}
              max={MOST_IN_A_ROOM}
            />
          ))}
        <EndButtons onLeave={onClose}>
          <button class="ds-button" disabled={form.isBusy || !before}>
            {gettext("Save")}
          </button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

function readDraft(draft: string): Record<string, string> {
  try {
    return draft ? (JSON.parse(draft) as Record<string, string>) : {};
  } catch {
    return {};
  }
}
