/** What one does with one's own notes that nobody else sees yet, and with those without a name. */

import { gettext } from "../../i18n";
import type { NoteRecord } from "../../protocol";
import { sendNoteAct, type NoteAct } from "../../sync/noteActs";
import type { Receipt } from "../../sync/receipts";
import type { Board } from "./board";

type Attempt = (act: () => Promise<unknown>, done: string) => Promise<boolean>;

/** The acts of a writer. */
export class OwnNoteActs {
  constructor(
    private readonly board: Board,
    private readonly attempt: Attempt,
  ) {}

  /** Changes one's own hidden note; throws Refusal with both texts when it was changed elsewhere. */
  async revise(note: NoteRecord, said: string): Promise<void> {
    const text = said.trim();
    if (text === note.text) return;
    await this.sendNote({ kind: "revise", id: note.id, text, version: note.version });
    this.board.keepMine({ ...note, text, version: note.version + 1 });
  }

  withdraw(note: NoteRecord): Promise<boolean> {
    return this.attempt(async () => {
      await this.sendNote({ kind: "withdraw", id: note.id });
      this.board.dropMine(note.id);
    }, gettext("The note is taken back."));
  }

  /** Changes a note without a name until it is shown; throws what the server says. */
  async reviseSealed(receipt: Receipt, said: string): Promise<void> {
    const text = said.trim();
    if (text === receipt.text) return;
    const { id, secret } = receipt;
    await this.sendNote({ kind: "revise_sealed", id, text, receipt: secret });
    this.board.receipts?.keep({ ...receipt, text });
  }

  /** Takes a note without a name back, also after it was shown. */
  withdrawSealed({ id, secret }: Receipt): Promise<boolean> {
    return this.attempt(async () => {
      await this.sendNote({ kind: "withdraw_sealed", id, receipt: secret });
      this.board.receipts?.forget(id);
    }, gettext("The note is taken back."));
  }

  private sendNote(act: NoteAct): Promise<void> {
    return sendNoteAct(this.board.place.sessionApi, act);
  }
}
