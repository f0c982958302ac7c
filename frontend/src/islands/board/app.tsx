/** The whole board: head, notes, insights and actions, and the notices above them. */

import { useEffect, useLayoutEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { gettext, interpolate } from "../../i18n";
import type { SessionRecord } from "../../protocol";
import { isKeptOnDevice, keep, kept } from "../../sync/shelf";
import { Actions, AskedOfMe } from "./actions";
import { collectsIn } from "./collecting";
import { Column } from "./column";
import { useDesk } from "./desk";
import { Decisions } from "./decisions";
import { Dialogs } from "./dialogs";
import { FollowUp } from "./followUp";
import { Head } from "./head";
import { Insights } from "./insights";
import { SelectionBar } from "./moving";
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

function Notices({ session }: { session: SessionRecord }) {
  const { board, acts } = useDesk();
  const trouble = board.trouble.value.trim() || (board.trouble.value && signedOut());
  return (
    <div class="notices">
      <div role="alert">
        {acts.problem.value && <Notice tone="danger" text={acts.problem.value} />}
        {trouble && <Notice tone="danger" text={trouble} />}
      </div>
      {!isKeptOnDevice.value && <Notice tone="warning" text={memoryOnly()} />}
      {session.state === "closed" && (
        <div class="ds-alert" data-color="info">
          <p>
            {gettext("The session is finished. Everything stays readable.")}{" "}
            <a href={window.location.pathname}>{gettext("See the result")}</a>
          </p>
        </div>
      )}
      {session.reopen_reason && session.state !== "closed" && (
        <div class="ds-alert" data-color="info">
          <p dir="auto">
            {interpolate(gettext("This session was opened again: %(reason)s"), {
              reason: session.reopen_reason,
            })}
          </p>
        </div>
      )}
      <Imports />
    </div>
  );
}

function Notice({ tone, text }: { tone: string; text: string }) {
  return (
    <div class="ds-alert" data-color={tone}>
      <p>{text}</p>
    </div>
  );
}

function signedOut(): string {
  return gettext("You are not signed in any more. Load the page again to go on.");
}

function memoryOnly(): string {
  return gettext(
    "This browser does not let us keep your text on this device. What is not sent yet is lost when you close the page.",
  );
}

function Imports() {
  const { board } = useDesk();
  const running = board
    .all("import")
    .filter((one) => one.state === "running" || one.state === "waiting");
  return (
    <>
      {running.map((one) => {
        const words = interpolate(gettext("Importing %(file)s: %(done)s of %(total)s"), {
          file: one.file_name,
          done: one.rows_done,
          total: one.rows_total,
        });
        return (
          <div class="progress" key={one.id}>
            <progress max={Math.max(1, one.rows_total)} value={one.rows_done} aria-label={words} />
            <span>{words}</span>
          </div>
        );
      })}
    </>
  );
}

function writeHere(title: string): string {
  return interpolate(gettext("Write here: %(column)s"), { column: title });
}

function BoardNavigation() {
  const { board } = useDesk();
  const columns = board.columns.value;
  const open = columns.filter(({ column }) => collectsIn(board, column));
  // Where all are open there is nothing to look for.
  const isSaid = open.length > 0 && open.length < columns.length;
  const links = columns.map((placed) => ({
    href: `#column-${placed.column.id}`,
    text: isSaid && open.includes(placed) ? writeHere(placed.column.title) : placed.column.title,
    count: placed.count,
  }));
  const { insight, action, decision, region_item: items } = board.tables ?? {};
  const results = [
    { href: "#insights", text: gettext("Insights"), count: insight?.size ?? 0 },
    { href: "#actions", text: gettext("Actions"), count: action?.size ?? 0 },
  ];
  if (board.session.value?.scope === "region_wide") {
    results.unshift({
      href: "#region-items",
      text: gettext("From the themes"),
      count: items?.size ?? 0,
    });
  }
  // While people write, an empty place would only take room from the box on a phone.
  if (decision?.size)
    results.push({ href: "#decisions", text: gettext("Decisions"), count: decision.size });
  links.push(...results.filter((link) => link.count > 0 || board.phaseKind !== "collect"));
  if (links.length < 2) return null;
  return (
    <nav class="board-nav" aria-label={gettext("On this board")}>
      <ul role="list">
        {links.map((link) => (
          <li key={link.href}>
            <a class="board-nav__link" href={link.href}>
              <span dir="auto">{link.text}</span>
              {link.count > 0 && <span class="count">{link.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
