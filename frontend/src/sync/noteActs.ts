/**
 * What one does with one's own notes: to one address, in bodies of one length, so that nothing on the
 * way to the server can tell which note it was, of which kind, or how long.
 */

import type {
  AddNote,
  ReviseNote,
  ReviseSealedNote,
  SealNote,
  WithdrawNote,
  WithdrawSealedNote,
} from "../protocol";
import { request } from "./api";

export type NoteAct =
  AddNote | ReviseNote | WithdrawNote | SealNote | ReviseSealedNote | WithdrawSealedNote;

/** In bytes; the longest note fits, whatever its letters. */
const LENGTH = 16 * 1024;

/** Sends one act; throws Refusal or Unreachable. */
export function sendNoteAct(sessionUrl: string, act: NoteAct): Promise<void> {
  return request("POST", `${sessionUrl}notes/`, act, LENGTH);
}
