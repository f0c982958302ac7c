/** From a theme to the region and back: what was sent up, the digest of it, and the replies. */

import { gettext, interpolate } from "../../i18n";
import type { InsightRecord, RegionItemRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { useDesk } from "./desk";
import { Button } from "./cardButton";
import { takeBack } from "./regionActs";
import { firstWords, levelWords } from "./words";

/** In these, people go through what the themes sent up: it stands before anything else. */
const TALKED_THROUGH = new Set(["follow_up", "discuss"]);

/** In a region-wide session: what the themes sent up, theme by theme, first or beside the rest. */
export function Digest({ isFirst = false }: { isFirst?: boolean }) {
  const { board } = useDesk();
  const isWide = board.isOpen && TALKED_THROUGH.has(board.phaseKind);
  if (board.session.value?.scope !== "region_wide" || isWide !== isFirst) return null;
  const items = board.all("region_item").sort(byTheme);
  return (
    <section
      class={isFirst ? "open-actions" : "panel-list"}
      id="region-items"
      aria-labelledby="region-items-title"
    >
      <h2 id="region-items-title">
        {gettext("What the themes sent up")} <span class="count">{items.length}</span>
      </h2>
      {items.length === 0 && (
        <p class="muted">{gettext("No theme sent anything up since the region last met.")}</p>
      )}
      <ul class="cards" role="list">
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function byTheme(one: RegionItemRecord, other: RegionItemRecord): number {
  return placeOf(one).localeCompare(placeOf(other)) || one.sent_at.localeCompare(other.sent_at);
}

function placeOf(item: RegionItemRecord): string {
  return item.themes.join(", ") || item.session_title;
}

function Item({ item }: { item: RegionItemRecord }) {
  const { board, dialog } = useDesk();
  return (
    <article
      class="item"
      id={`region_item-${item.id}`}
      tabIndex={-1}
      aria-labelledby={`region-item-${item.id}`}
    >
      <p class="item__state">
        <span class="tag">{placeOf(item)}</span>
        <span class="item__more">{levelWords(item.level)}</span>
      </p>
      <p class="item__title" id={`region-item-${item.id}`} dir="auto" lang={item.language}>
        {item.statement}
      </p>
      {item.dissent && (
        <p class="item__line" dir="auto" lang={item.language}>
          {interpolate(gettext("Seen differently: %(text)s"), { text: item.dissent })}
        </p>
      )}
      <AskAndReply item={item} />
      {board.may("region.reply") && (
        <p class="item__buttons">
          <Button
            text={item.reply ? gettext("Reword the reply") : gettext("Reply")}
            name={firstWords(item.statement)}
            onClick={() => {
              dialog.value = { kind: "reply", item };
            }}
          />
        </p>
      )}
    </article>
  );
}

function AskAndReply({ item }: { item: RegionItemRecord }) {
  return (
    <div class="item__line">
      <p>
        {gettext("The region should:")}{" "}
        <span dir="auto" lang={item.language}>
          {item.ask}
        </span>
      </p>
      {item.reply ? (
        <p class="keep-lines">
          {gettext("Reply of the region:")} <span dir="auto">{item.reply}</span>
        </p>
      ) : (
        <p>{gettext("No reply yet")}</p>
      )}
    </div>
  );
}

/** On a theme: what went up of an insight, or the way to send it up. */
export function SentUp({ insight }: { insight: InsightRecord }) {
  const { board } = useDesk();
  if (board.session.value?.scope !== "theme" || insight.state !== "agreed") return null;
  const items = board.all("region_item");
  const item = items.find((one) => one.insight_id === insight.id);
  if (item) return <Sent item={item} />;
  if (!board.may("insight.send_up") || !insight.is_beyond_a_theme) return null;
  return <SendButton insight={insight} />;
}

function SendButton({ insight }: { insight: InsightRecord }) {
  const { dialog } = useDesk();
  return (
    <p class="item__buttons">
      <Button
        text={gettext("Send up to the region")}
        name={firstWords(insight.statement)}
        onClick={() => {
          dialog.value = { kind: "sendUp", id: newId(), insight };
        }}
      />
    </p>
  );
}

function Sent({ item }: { item: RegionItemRecord }) {
  const desk = useDesk();
  return (
    <>
      <p class="item__state">
        <span class="tag" data-tone="info">
          {gettext("sent up to the region")}
        </span>
      </p>
      <AskAndReply item={item} />
      {!item.reply && desk.board.may("insight.send_up") && (
        <p class="item__buttons">
          <Button
            text={gettext("Take back")}
            name={firstWords(item.statement)}
            onClick={() => void takeBack(desk, item)}
          />
        </p>
      )}
    </>
  );
}
