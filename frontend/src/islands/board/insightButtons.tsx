/** What those who run the session can do with an insight. */

import { gettext } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { Button } from "./cardButton";
import { useDesk, type Asked } from "./desk";
import { firstWords } from "./words";

/** The buttons of one insight; the rare ones are folded away. */
export function InsightButtons({ insight }: { insight: InsightRecord }) {
  const { board } = useDesk();
  if (!board.mayNow("insight.draft")) return null;
  if (insight.state === "draft") return <DraftButtons insight={insight} />;
  return insight.state === "agreed" ? <AgreedButtons insight={insight} /> : null;
}

function DraftButtons({ insight }: { insight: InsightRecord }) {
  const { acts, dialog } = useDesk();
  const name = firstWords(insight.statement);
  return (
    <p class="item__buttons">
      <Button text={gettext("Agree")} name={name} onClick={() => void acts.agree(insight.id)} />
      <Button
        text={gettext("Reword")}
        name={name}
        onClick={() => {
          const { id, note_ids: noteIds } = insight;
          dialog.value = { kind: "insight", id, noteIds, insight };
        }}
      />
    </p>
  );
}

function AgreedButtons({ insight }: { insight: InsightRecord }) {
  const { board, dialog } = useDesk();
  const name = firstWords(insight.statement);
  const open = (asked: Asked): void => {
    dialog.value = asked;
  };
  const noteIds = insight.note_ids;
  const act = (
    <Button
      text={gettext("Turn into action")}
      name={name}
      isMain={insight.disposition !== "decide"}
      onClick={() => open({ kind: "action", id: newId(), noteIds, insight })}
    />
  );
  const decide = board.may("decision.record") && (
    <Button
      text={gettext("Write down a decision")}
      name={name}
      isMain={insight.disposition === "decide"}
      onClick={() => open({ kind: "decision", id: newId(), noteIds, insight })}
    />
  );
  const [first, second] = insight.disposition === "decide" ? [decide, act] : [act, decide];
  return (
    <>
      <p class="item__buttons">
        {first}
        <Button
          text={insight.disposition ? gettext("Change answer") : gettext("Other answer")}
          name={name}
          onClick={() => open({ kind: "disposition", insight })}
        />
      </p>
      <details class="sources">
        <summary>{gettext("More about this insight")}</summary>
        <p class="item__buttons">
          {second}
          <Button
            text={gettext("Answer those who gave input")}
            name={name}
            onClick={() => open({ kind: "feedback", insight })}
          />
          <Button
            text={gettext("Take back")}
            name={name}
            onClick={() => open({ kind: "withdraw", insight })}
          />
        </p>
      </details>
    </>
  );
}
