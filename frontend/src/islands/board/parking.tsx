/** What waits for later, listed apart; and letting something wait. */

import { gettext } from "../../i18n";
import { useDesk } from "./desk";
import { Dialog, DialogButtons, Field, FormTrouble, useDraft, useSubmit } from "./forms";
import { TalkButton } from "./talk";
import { findTopic, type About, type TopicRef } from "./topics";

/** Lists what waits, with who let it wait and why. */
export function ParkingLot() {
  const { board, talking } = useDesk();
  const { tables } = board;
  const parked = [...(tables?.parked.values() ?? [])].sort((one, other) =>
    one.parked_at < other.parked_at ? -1 : 1,
  );
  if (!tables || parked.length === 0) return null;
  const canRun = board.may("session.run") && board.isOpen;
  return (
    <section class="panel-list" id="later" aria-labelledby="later-title">
      <h2 id="later-title">
        {gettext("For later")} <span class="count">{parked.length}</span>
      </h2>
      <ul class="cards" role="list">
        {parked.map((one) => {
          const topic: TopicRef = { about: one.about as About, id: one.id };
          const found = findTopic(tables, topic);
          const name = found?.name || one.group_title || gettext("Not on the board any more");
          return (
            <li key={one.id}>
              <article class="item">
                <p class="item__title" dir="auto">
                  {name}
                </p>
                <p class="item__line" dir="auto">
                  {one.reason} <span class="muted">({one.by_name})</span>
                </p>
                <p class="item__buttons">
                  {found && <TalkButton topic={topic} name={name} isBare />}
                  {canRun && (
                    <button
                      class="link"
                      type="button"
                      aria-label={`${gettext("Take it up again")}: ${name}`}
                      onClick={() => void talking.takeUp(topic)}
                    >
                      {gettext("Take it up again")}
                    </button>
                  )}
                </p>
              </article>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Asks why something is to wait. */
export function ParkForm({ topic, onClose }: { topic: TopicRef; onClose: () => void }) {
  const { board, talking } = useDesk();
  const [reason, setReason, clear] = useDraft(`park:${topic.id}`);
  const form = useSubmit(
    () => talking.park(topic, reason),
    () => {
      clear();
      onClose();
    },
  );
  const found = board.tables && findTopic(board.tables, topic);
  return (
    <Dialog title={gettext("Let it wait for later")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="item__title" dir="auto">
          {found?.name}
        </p>
        <Field
          label={gettext("Why?")}
          name="reason"
          help={gettext("Everybody reads it, also in the result.")}
          trouble={form.trouble}
        >
          {(control) => (
            <input
              {...control}
              dir="auto"
              maxLength={300}
              autocomplete="off"
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <FormTrouble trouble={form.trouble} fields={["reason"]} />
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Let it wait")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
