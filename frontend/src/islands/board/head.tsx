/** The top of the board: where the session is, who is in it, and what the facilitator can do. */

import type { ComponentChildren } from "preact";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { PhaseRecord, SessionRecord } from "../../protocol";
import { DataPanel, Where } from "./preparation";
import { useDesk } from "./desk";
import { useIsNarrow } from "./narrow";
import { AtTheDoor, Keep, Participants, WayIn } from "./people";
import { Phases } from "./phases";
import { Preferences } from "./preferences";
import { PhaseTime } from "./time";
import { Tools } from "./tools";
import { groupingWords } from "./words";

/** Draws the title, the phases and the tools. */
export function Head({
  session,
  children,
}: {
  session: SessionRecord;
  children: ComponentChildren;
}) {
  const { board } = useDesk();
  const { phase } = board;
  const isEarly = session.state === "input_open";
  const isNarrow = useIsNarrow();
  const about = <About session={session}>{children}</About>;
  return (
    <header class="board-head">
      <h1 dir="auto" lang={session.language}>
        {session.title}
      </h1>
      {!isNarrow && <Goal session={session} />}
      <Phases session={session} />
      {phase && <PhaseLine phase={phase} isEarly={isEarly} />}
      {phase && board.isOpen && !isEarly && <PhaseTime phase={phase} />}
      <div class="board-tools">
        {board.mayNow("session.run") && <Tools session={session} />}
        <AtTheDoor />
        <DataPanel />
        {isNarrow ? (
          <details class="board-about">
            <summary>{gettext("About this session")}</summary>
            <Goal session={session} />
            <div class="board-tools">{about}</div>
          </details>
        ) : (
          about
        )}
      </div>
      {board.isOpen && phase?.kind === "collect" && board.may("note.add") && (
        <WhoReads phase={phase} />
      )}
      {session.attribution && <p class="attribution">{session.attribution}</p>}
    </header>
  );
}

function Goal({ session }: { session: SessionRecord }) {
  if (!session.goal) return null;
  return (
    <p class="board-head__goal" dir="auto" lang={session.language}>
      {session.goal}
    </p>
  );
}

/** What one looks up now and then; the rest of the head is what one can do now. */
function About({ session, children }: { session: SessionRecord; children: ComponentChildren }) {
  return (
    <>
      <Participants />
      <WayIn />
      <Where session={session} />
      <Report />
      <Keep />
      <Preferences />
      {children}
    </>
  );
}

function PhaseLine({ phase, isEarly }: { phase: PhaseRecord; isEarly: boolean }) {
  const minutes = interpolate(ngettext("%(count)d minute", "%(count)d minutes", phase.minutes), {
    count: phase.minutes,
  });
  const how = [minutes, groupingWords(phase.grouping)].join(", ");
  return (
    <p class="board-head__prompt">
      {isEarly && <strong>{gettext("Open for input before the session starts.")} </strong>}
      <span dir="auto">{phase.prompt}</span> {!isEarly && <span class="muted">({how})</span>}
    </p>
  );
}

function WhoReads({ phase }: { phase: PhaseRecord }) {
  const hidden = gettext("Only you can read what you write until all notes are shown.");
  const live = gettext(
    "Everybody in the session sees at once what you add with your name; without it, when this part ends.",
  );
  return (
    <p class="board-head__promise muted">
      {phase.reveal === "live" ? live : hidden}{" "}
      <span class="board-head__keys">
        {gettext("Enter adds a note, Shift+Enter starts a new line.")}
      </span>
    </p>
  );
}

function Report() {
  const { board } = useDesk();
  if (!board.place.reportUrl) return null;
  return (
    <a class="link" href={board.place.reportUrl}>
      {gettext("Report so far")}
    </a>
  );
}
