/** What one does with a session while it runs: its time, its parts, its tables, being ready. */

import { gettext, interpolate } from "../../i18n";
import type {
  NewPhaseInput,
  ParticipantRecord,
  PhaseRecord,
  PhaseWordingInput,
  TableInput,
  TimerRecord,
} from "../../protocol";
import { newId } from "../../sync/ids";
import type { Acts } from "./acts";
import type { Board } from "./board";

/** The acts of those who run the session, and the ready signal of everybody else. */
export class Running {
  constructor(
    private readonly board: Board,
    private readonly acts: Acts,
  ) {}

  startTimer(minutes: number): Promise<boolean> {
    const path = `timer/${newId()}/`;
    return this.acts.attempt(
      () => this.acts.send("PUT", path, { minutes }),
      gettext("The timer runs."),
    );
  }

  /** Adds to the end that is shown: a press that arrives twice adds the time once. */
  extendTimer(timer: TimerRecord, minutes: number): Promise<boolean> {
    const more = { minutes, ends_at: timer.ends_at };
    return this.acts.attempt(() => this.acts.send("PATCH", `timer/${timer.id}/`, more));
  }

  stopTimer(timer: TimerRecord): Promise<boolean> {
    return this.acts.attempt(() => this.acts.send("DELETE", `timer/${timer.id}/`));
  }

  /** Says that one is ready with a phase, or not after all; nobody is shown who. */
  sayReady(phaseId: string, isReady: boolean): Promise<boolean> {
    const path = `phases/${phaseId}/ready/`;
    return this.acts.attempt(
      async () => {
        await this.acts.send(isReady ? "POST" : "DELETE", path);
        this.board.signals.noteReady(phaseId, isReady);
      },
      isReady ? gettext("You are ready.") : gettext("You are not ready yet."),
    );
  }

  /** Adds a part before those that close the session; throws what the server says. */
  async addPhase(words: NewPhaseInput): Promise<void> {
    await this.acts.send("PUT", `phases/${newId()}/`, words);
    this.board.catchUp();
  }

  /** Rewords a part; throws what the server says. */
  async changePhase(phase: PhaseRecord, words: PhaseWordingInput): Promise<void> {
    await this.acts.send("PATCH", `phases/${phase.id}/`, words);
    this.board.catchUp();
  }

  /** Puts a part one place earlier or later. */
  movePhase(phases: readonly PhaseRecord[], phase: PhaseRecord, step: -1 | 1): Promise<boolean> {
    const order = phases.map((one) => one.id);
    const at = order.indexOf(phase.id);
    order.splice(at + step, 0, ...order.splice(at, 1));
    const said = interpolate(gettext("%(phase)s is now part %(number)s."), {
      phase: phase.title,
      number: at + step + 1,
    });
    return this.acts.attempt(
      () => this.acts.send("PUT", "phase-order/", { phase_ids: order }),
      said,
    );
  }

  /** Splits the session up, and seats everybody if that is wanted; throws what the server says. */
  async openTables(tables: readonly TableInput[], isSpread: boolean): Promise<void> {
    await this.acts.send("PUT", "tables/", { tables });
    if (isSpread) await this.acts.send("POST", "tables/spread/");
    this.board.catchUp();
  }

  /** Seats everybody who has no table. */
  spread(): Promise<boolean> {
    return this.acts.attempt(
      () => this.acts.send("POST", "tables/spread/"),
      gettext("Everybody has a table."),
    );
  }

  /** Lets somebody sit at a table, or in the plenary. */
  seat(person: ParticipantRecord, tableId: string | null): Promise<boolean> {
    const path = `participants/${person.id}/table/`;
    return this.acts.attempt(() => this.acts.send("PUT", path, { table_id: tableId }));
  }

  bringTogether(): Promise<boolean> {
    return this.acts.attempt(
      () => this.acts.send("DELETE", "tables/"),
      gettext("The tables are together again."),
    );
  }

  /** Asks a participant to take minutes, or lets her off. */
  askForMinutes(person: ParticipantRecord, isAsked: boolean): Promise<boolean> {
    const path = `participants/${person.id}/minutes/`;
    return this.acts.attempt(() => this.acts.send(isAsked ? "POST" : "DELETE", path));
  }
}
