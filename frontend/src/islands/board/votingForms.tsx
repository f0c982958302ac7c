/** Forms around voting: how many dots there are, and votes of people in the room. */

import { useEffect, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import { sentenceOf } from "../../sync/api";
import { useDesk } from "./desk";
import { Dialog, DialogButtons, Field, FormTrouble, useDraft, useSubmit } from "./forms";
import { topicsInOrder } from "./layout";

const MOST_DOTS = 20;
const MOST_IN_A_ROOM = 1000;

/** How many dots each person has, decided before voting opens. */
export function VotingRulesForm({ onClose }: { onClose: () => void }) {
  const { board, acts } = useDesk();
  const session = board.session.value;
  const [each, setEach] = useState(String(session?.dots_each ?? ""));
  const [most, setMost] = useState(String(session?.dots_per_topic ?? ""));
  const form = useSubmit(
    () => acts.setVotingRules({ dots_each: Number(each), dots_per_topic: Number(most) }),
    onClose,
  );
  return (
    <Dialog title={gettext("Dots for voting")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <FormTrouble trouble={form.trouble} fields={["dots_each", "dots_per_topic"]} />
        <Field label={gettext("Dots for each person")} name="dots_each" trouble={form.trouble}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={MOST_DOTS}
              value={each}
              onInput={(event) => setEach(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={gettext("At most for one topic")}
          name="dots_per_topic"
          help={gettext("When voting has begun, this stays as it is.")}
          trouble={form.trouble}
        >
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={Number(each) || MOST_DOTS}
              value={most}
              onInput={(event) => setMost(event.currentTarget.value)}
            />
          )}
        </Field>
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Save")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
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
            <Field key={topic.id} label={topic.name} name={topic.id}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={MOST_IN_A_ROOM}
                  value={typed.get(topic.id) ?? String(before.get(topic.id) ?? 0)}
                  onInput={(event) => type(topic.id, event.currentTarget.value)}
                />
              )}
            </Field>
          ))}
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy || !before}>
            {gettext("Save")}
          </button>
        </DialogButtons>
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
