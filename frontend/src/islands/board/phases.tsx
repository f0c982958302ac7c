/** The parts of the session: those of the session itself, and around them its opening and closing. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { PhaseRecord, SessionRecord } from "../../protocol";
import type { Board } from "./board";
import { useDesk } from "./desk";

interface Block {
  readonly name: string;
  readonly phases: readonly PhaseRecord[];
}

function blocksOf(session: SessionRecord): readonly Block[] {
  return ["opening", "body", "closing"]
    .map((name) => ({ name, phases: session.phases.filter((phase) => phase.block === name) }))
    .filter((block) => block.phases.length > 0);
}

function canGoOn(board: Board, session: SessionRecord): boolean {
  return board.mayNow("session.run") && session.state !== "input_open";
}

/** Draws the parts in order. The opening and the closing are folded away while they are not on. */
export function Phases({ session }: { session: SessionRecord }) {
  const { board } = useDesk();
  const { phase } = board;
  return (
    <nav
      class="phases"
      data-go={canGoOn(board, session) || undefined}
      aria-label={gettext("Parts of the session")}
    >
      {blocksOf(session).map((block) =>
        block.name === "body" || block.name === phase?.block ? (
          <Steps key={block.name} session={session} block={block} />
        ) : (
          <Folded key={block.name} session={session} block={block} />
        ),
      )}
    </nav>
  );
}

function Folded({ session, block }: { session: SessionRecord; block: Block }) {
  const count = block.phases.length;
  const parts = interpolate(ngettext("%(count)d part", "%(count)d parts", count), { count });
  const name = block.name === "opening" ? gettext("Opening") : gettext("Closing");
  return (
    <details class="popup phases__block">
      <summary>
        {name} ({parts})
      </summary>
      <div class="popup__panel">
        <Steps session={session} block={block} />
      </div>
    </details>
  );
}

function Steps({ session, block }: { session: SessionRecord; block: Block }) {
  return (
    <ol class="steps">
      {block.phases.map((phase) => (
        <Step key={phase.id} session={session} phase={phase} />
      ))}
    </ol>
  );
}

function Step({ session, phase }: { session: SessionRecord; phase: PhaseRecord }) {
  const { board, acts } = useDesk();
  const isNow = phase.id === session.current_phase_id;
  const canGo = canGoOn(board, session);
  return (
    <li aria-current={isNow ? "step" : undefined}>
      {canGo && !isNow ? (
        <button
          class="link"
          type="button"
          aria-label={interpolate(gettext("%(phase)s: go to this part"), { phase: phase.title })}
          onClick={() => void acts.goTo(phase.id)}
        >
          {phase.title}
        </button>
      ) : (
        <span>{phase.title}</span>
      )}
    </li>
  );
}
