/** What waits for later, listed apart; and letting something wait. */

import { gettext } from "../../i18n";
import { Line } from "./controls";
import { useDesk } from "./desk";
import { FormDialog } from "./dialog";
import { useDraft, useSubmit } from "./forms";
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
  const canRun = board.mayNow("session.run");
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
  const reason = useDraft(`park:${topic.id}`);
  const form = useSubmit(
    () => talking.park(topic, reason[0]),
    () => {
      reason[2]();
      onClose();
    },
  );
  const found = board.tables && findTopic(board.tables, topic);
  return (
    <FormDialog
      title={gettext("Let it wait for later")}
      form={form}
      fields={["reason"]}
      button={gettext("Let it wait")}
      onClose={onClose}
    >
      <p class="item__title" dir="auto">
        {found?.name}
      </p>
      <Line
        name="reason"
        label={gettext("Why?")}
        help={gettext("Everybody reads it, also in the result.")}
        draft={reason}
        most={300}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
