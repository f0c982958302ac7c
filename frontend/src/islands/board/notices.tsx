/** What stands above the board: what went wrong, what became of the session, what is being imported. */

import { gettext, interpolate } from "../../i18n";
import type { SessionRecord } from "../../protocol";
import { isKeptOnDevice } from "../../sync/shelf";
import { useDesk } from "./desk";

/** Draws the notices. */
export function Notices({ session }: { session: SessionRecord }) {
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
