/** Minutes of a topic, and who takes them. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import { TextBox } from "./controls";
import { useDesk } from "./desk";
import { Dialog, EndButtons } from "./dialog";
import { FormTrouble, useDraft, useSubmit } from "./forms";
import { peopleToSeat } from "./seats";
import { NewerText } from "./stale";
import type { TopicRef } from "./topics";

const LONGEST = 4000;

/** The minutes to read; for whoever takes them, to write. */
export function MinutesOf({ topic }: { topic: TopicRef }) {
  const { board } = useDesk();
  const minutes = board.tables?.minutes.get(topic.id);
  const canWrite = board.mayNow("minutes.write");
  if (canWrite) return <MinutesForm key={topic.id} topic={topic} />;
  if (!minutes?.text) return null;
  return (
    <section class="minutes" aria-label={gettext("Minutes")}>
      <h3>{gettext("Minutes")}</h3>
      <p class="keep-lines" dir="auto">
        {minutes.text}
      </p>
      <p class="muted">
        {interpolate(gettext("Taken down by %(name)s"), { name: minutes.changed_by_name })}
      </p>
    </section>
  );
}

function MinutesForm({ topic }: { topic: TopicRef }) {
  const { board, talking } = useDesk();
  const minutes = board.tables?.minutes.get(topic.id);
  const [base, setBase] = useState(minutes?.version ?? 0);
  const draft = useDraft(`minutes:${topic.id}`, minutes?.text);
  const [text, setText, clear] = draft;
  const form = useSubmit(
    async () => {
      const saved = await talking.writeMinutes(topic, text, base);
      setBase(saved.version);
      clear();
      setText(saved.text);
    },
    () => announce(gettext("The minutes are saved.")),
  );
  const take = (newer: string, version: number): void => {
    setText(newer);
    setBase(version);
  };
  return (
    <form class="minutes" onSubmit={form.submit} noValidate>
      <NewerText trouble={form.trouble} onKeepMine={setBase} onTake={take} />
      <TextBox
        name="text"
        label={gettext("Minutes")}
        help={gettext("What was said, for those who were not there.")}
        draft={draft}
        most={LONGEST}
        rows={4}
        trouble={form.trouble}
      />
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      <button class="ds-button" data-variant="secondary" data-size="sm" disabled={form.isBusy}>
        {gettext("Save minutes")}
      </button>
    </form>
  );
}

/** Asks people to take minutes besides those who run the session. */
export function MinuteTakersDialog({ onClose }: { onClose: () => void }) {
  const { board, running } = useDesk();
  const people = board.tables ? peopleToSeat(board.tables) : [];
  return (
    <Dialog title={gettext("Who takes minutes?")} onClose={onClose}>
      <p>{gettext("Those who run the session can always write minutes. Whom else do you ask?")}</p>
      {people.length === 0 && <p class="muted">{gettext("Nobody else has joined yet.")}</p>}
      <div class="choices">
        {people.map((person) => (
          <label key={person.id}>
            <input
              type="checkbox"
              class="ds-input"
              checked={person.takes_minutes}
              onChange={(event) => void running.askForMinutes(person, event.currentTarget.checked)}
            />
            <span dir="auto">{person.name}</span>
          </label>
        ))}
      </div>
      <EndButtons onLeave={onClose} leave={gettext("Close")} />
    </Dialog>
  );
}
