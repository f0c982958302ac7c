/** The whole board: head, notes, insights and actions. */

import { useEffect, useLayoutEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { gettext } from "../../i18n";
import type { SessionRecord } from "../../protocol";
import { keep, kept } from "../../sync/shelf";
import { Actions, AskedOfMe } from "./actions";
import { Column } from "./column";
import { useDesk } from "./desk";
import { Decisions } from "./decisions";
import { Dialogs } from "./dialogs";
import { FollowUp } from "./followUp";
import { Head } from "./head";
import { Insights } from "./insights";
import { SelectionBar } from "./moving";
import { BoardNavigation } from "./navigation";
import { Notices } from "./notices";
import { ParkingLot } from "./parking";
import { Stage, usePresented } from "./presenting";
import { ReadBack } from "./readBack";
import { Search } from "./search";
import { Suggestions } from "./suggestions";
import { Digest } from "./region";
import { TableBar } from "./tables";
import { ViewSwitch } from "./viewSwitch";
import { VotesInOrder, VotingBar } from "./voting";

const VIEW = "board-view";

/** Draws the board as soon as there is something to draw. */
export function App() {
  const { board } = useDesk();
  const session = board.session.value;
  if (!session) {
    return <p class="board-loading">{board.trouble.value || gettext("Loading the board…")}</p>;
  }
  return <OpenBoard session={session} />;
}

function OpenBoard({ session }: { session: SessionRecord }) {
  const view = useSignal(kept(VIEW) || "board");
  const isPresenting = usePresented().value?.isFollowed ?? false;
  useTitle(session);
  const choose = (next: string): void => {
    view.value = next;
    keep(VIEW, next);
  };
  return (
    <div class="board" data-view={view.value} data-presenting={isPresenting || undefined}>
      <Head session={session}>
        <ViewSwitch view={view.value} onChoose={choose} />
      </Head>
      <Notices session={session} />
      <TableBar />
      <Stage />
      <AskedOfMe />
      <VotingBar />
      <ReadBack />
      <FollowUp />
      <Digest isFirst />
      <BoardNavigation />
      <div class="board-body">
        <Notes isOutline={view.value === "outline"} />
        <div class="board-side">
          <Digest />
          <Insights />
          <Actions />
          <Decisions />
          <ParkingLot />
        </div>
      </div>
      <SelectionBar />
      <Dialogs />
    </div>
  );
}

function useTitle(session: SessionRecord): void {
  const phase = session.phases.find((one) => one.id === session.current_phase_id);
  const title = [phase?.title, session.title, "Doorwerk"].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Notes({ isOutline }: { isOutline: boolean }) {
  const { board } = useDesk();
  const columns = board.columns.value;
  useLayoutEffect(() => board.focus.restore());
  return (
    <section class="columns-area" aria-labelledby="notes-title">
      <h2 id="notes-title" class="ds-sr-only">
        {gettext("Notes")}
      </h2>
      <Suggestions />
      <Search />
      <VotesInOrder />
      {isOutline ? (
        <ul class="outline" role="list">
          {columns.map((placed) => (
            <li key={placed.column.id}>
              <Column placed={placed} isOutline />
            </li>
          ))}
        </ul>
      ) : (
        <div class="columns" data-count={Math.min(columns.length, 4)}>
          {columns.map((placed) => (
            <Column key={placed.column.id} placed={placed} isOutline={false} />
          ))}
        </div>
      )}
    </section>
  );
}
