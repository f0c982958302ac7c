/** What those who run the session do next, and what they rarely do. */

import { gettext, interpolate } from "../../i18n";
import type { SessionRecord } from "../../protocol";
import { useDesk, type Asked } from "./desk";
import { UndoButton } from "./moving";
import { RevealButton } from "./reveal";
import { SuggestButton } from "./suggestions";

/** The next step in plain sight; what is rarely needed in a menu. */
export function Tools({ session }: { session: SessionRecord }) {
  const { board, acts } = useDesk();
  const at = session.phases.findIndex((one) => one.id === session.current_phase_id);
  const next = session.phases[at + 1];
  const columns = board.all("column");
  const hidden = columns.reduce((sum, column) => sum + column.hidden_notes, 0);
  const isEarly = session.state === "input_open";
  return (
    <div class="buttons">
      {isEarly && (
        <button class="ds-button" type="button" onClick={() => void acts.startSession()}>
          {gettext("Start session")}
        </button>
      )}
      {!isEarly && next && (
        <button
          class="ds-button"
          data-variant={hidden > 0 ? "secondary" : "primary"}
          type="button"
          onClick={() => void acts.goTo(next.id)}
        >
          {interpolate(gettext("Next: %(phase)s"), { phase: next.title })}
        </button>
      )}
      <RevealButton hidden={hidden} isEarly={isEarly} />
      <SuggestButton />
      <UndoButton />
      {!isEarly && !next && <FinishButton />}
      <MoreTools session={session} isLast={!next} />
    </div>
  );
}

function FinishButton() {
  const { dialog } = useDesk();
  return (
    <button
      class="ds-button"
      type="button"
      onClick={() => {
        dialog.value = { kind: "finish" };
      }}
    >
      {gettext("Finish session")}
    </button>
  );
}

interface Tool {
  readonly text: string;
  /** The dialog that it opens, or the page that it leads to. */
  readonly asked?: Asked;
  readonly url?: string;
}

/** What is rarely needed: parts, people, tables, minutes, rules, import; and the end before its time. */
function MoreTools({ session, isLast }: { session: SessionRecord; isLast: boolean }) {
  const { board } = useDesk();
  const { importUrl, facilitatorsUrl } = board.place;
  const isEarly = session.state === "input_open";
  const isBeforeVotes = useIsBeforeVotes(session);
  const tools: readonly (Tool | false)[] = [
    { text: gettext("Parts of the session"), asked: { kind: "phases" } },
    !isEarly && { text: gettext("Tables"), asked: { kind: "tables" } },
    { text: gettext("Who takes minutes"), asked: { kind: "minuteTakers" } },
    isBeforeVotes && { text: gettext("Dots for voting"), asked: { kind: "rules" } },
    facilitatorsUrl !== "" && { text: gettext("Who runs it"), url: facilitatorsUrl },
    importUrl !== "" && { text: gettext("Import notes"), url: importUrl },
    !isEarly && !isLast && { text: gettext("Finish session"), asked: { kind: "finish" } },
  ];
  return (
    <details class="popup">
      <summary>{gettext("More")}</summary>
      <ul class="popup__panel menu-list" role="list">
        {tools.map(
          (tool) =>
            tool && (
              <li key={tool.text}>
                <OneTool tool={tool} />
              </li>
            ),
        )}
      </ul>
    </details>
  );
}

function OneTool({ tool }: { tool: Tool }) {
  const { dialog } = useDesk();
  const { text, asked, url = "" } = tool;
  if (!asked) {
    return (
      <a class="menu__item" href={url}>
        {text}
      </a>
    );
  }
  return (
    <button
      class="menu__item"
      type="button"
      aria-haspopup="dialog"
      onClick={(event) => {
        const menu = event.currentTarget.closest("details");
        menu?.querySelector("summary")?.focus();
        menu?.removeAttribute("open");
        dialog.value = asked;
      }}
    >
      {text}
    </button>
  );
}

function useIsBeforeVotes(session: SessionRecord): boolean {
  const { board } = useDesk();
  const voting = session.phases.findIndex((phase) => phase.kind === "vote");
  const now = session.phases.findIndex((phase) => phase.id === session.current_phase_id);
  return voting >= 0 && now < voting && (board.tables?.tally.size ?? 0) === 0;
}
