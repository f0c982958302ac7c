/** An own note that only this browser shows, in the shape that all notes have. */

import type { NoteRecord } from "../../protocol";
import type { OutboxNote } from "../../sync/outbox";

/** Shows a note that the server took, as the part of the session who wrote it. */
export function recordOf(note: OutboxNote, participantId: string, name: string): NoteRecord {
  return {
    id: note.id,
    column_id: note.columnId,
    text: note.text,
    author_id: participantId,
    author_name: name,
    attribution: note.attribution,
    writer_group: "",
    on_behalf: note.onBehalf,
    for_people: note.forPeople,
    source_reference: "",
    table_id: null,
    withheld_reason: "",
    withheld_remark: "",
    added_at: note.writtenAt,
    version: 1,
  };
}
