/** What the API of notes and groups reads. Made by `manage.py export_types`; do not edit. */

/** A note with a name. With `on_behalf` somebody else said it, and `agreed` that it is written down. */
export interface AddNote {
  kind: "add";
  id: string;
  column_id: string;
  text: string;
  for_people?: number;
  on_behalf?: string;
  agreed?: boolean;
}

/** What notes may say of their writers. */
export interface AttributionsInput {
  allowed: string[];
}

/** Notes to put into a group, which is made with this title if it is not there. */
export interface GroupInput {
  note_ids: string[];
  title?: string;
}

/** Another title for a group. */
export interface GroupTitleInput {
  title: string;
}

/** The group that the notes go to. */
export interface MergeInput {
  into_id: string;
}

/** Some notes. */
export interface NotesInput {
  note_ids: string[];
}

/** Another text for one's own note; `version` is the one that was read before. */
export interface ReviseNote {
  kind: "revise";
  id: string;
  text: string;
  version: number;
}

/** Another text for the note with that receipt. */
export interface ReviseSealedNote {
  kind: "revise_sealed";
  id: string;
  text: string;
  receipt: string;
}

/** A note without a name; the receipt, 256 random bits in hexadecimal, is kept by nobody but the writer. */
export interface SealNote {
  kind: "seal";
  id: string;
  column_id: string;
  text: string;
  attribution: "anonymous" | "role";
  receipt: string;
  for_people?: number;
}

/** What somebody looks for; in a body, because addresses are written to logs. */
export interface SearchInput {
  text: string;
}

/** One's own note, to take it back. */
export interface WithdrawNote {
  kind: "withdraw";
  id: string;
}

/** The note with that receipt, to take it back. */
export interface WithdrawSealedNote {
  kind: "withdraw_sealed";
  id: string;
  receipt: string;
}
