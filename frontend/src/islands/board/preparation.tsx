/** What was prepared for the session: where people are expected, and what the data say. */

import { gettext, interpolate } from "../../i18n";
import type { DataItemRecord, SessionRecord } from "../../protocol";
import { useDesk } from "./desk";

/** Leads members to the page with everything; guests read here where they are expected. */
export function Where({ session }: { session: SessionRecord }) {
  const { board } = useDesk();
  const words = gettext("When, where and how");
  if (board.place.aboutUrl) {
    return (
      <a class="link" href={board.place.aboutUrl}>
        {words}
      </a>
    );
  }
  if (!session.place && !session.meeting_link) return null;
  return (
    <details class="popup popup--under">
      <summary>{words}</summary>
      <div class="popup__panel stack-close">
        {session.place && <p dir="auto">{session.place}</p>}
        {session.meeting_link && (
          <p>
            <a href={session.meeting_link} rel="noreferrer" target="_blank">
              {session.meeting_link}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

/** Shows the data items of the session, quietly: nothing when there are none. */
export function DataPanel() {
  const { board } = useDesk();
  const items = board.all("data_item");
  if (items.length === 0) return null;
  return (
    <details class="popup popup--under">
      <summary>
        {interpolate(gettext("What the data say (%(count)s)"), { count: items.length })}
      </summary>
      <dl class="popup__panel data-panel">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </dl>
    </details>
  );
}

function Item({ item }: { item: DataItemRecord }) {
  return (
    <div>
      <dt dir="auto">{item.title}</dt>
      <dd class="keep-lines" dir="auto">
        {item.explanation}
      </dd>
      {item.limits && (
        <dd dir="auto">
          <strong>{gettext("What it does not say:")}</strong> {item.limits}
        </dd>
      )}
      {(item.source || item.link) && (
        <dd class="muted" dir="auto">
          {item.source}{" "}
          {item.link && (
            <a href={item.link} rel="noreferrer" target="_blank">
              {gettext("Open the source")}
            </a>
          )}
        </dd>
      )}
    </div>
  );
}
