/** Everything of one session in one piece: for those who run it, to take elsewhere. Made by `manage.py export_types`; do not edit. */

import type { ActionRecord } from "../records/action";
import type { InsightRecord } from "../../reflections/records/insight";
import type { GroupRecord, NoteRecord } from "../../reflections/records/note";
import type { ColumnRecord, SessionRecord } from "../../reflections/records/session";
import type { TallyRecord } from "../../reflections/records/voting";

/** A session with all that everybody in it can read, in the words in which it was written. */
export interface SessionExport {
  exported_at: string;
  session: SessionRecord;
  columns: ColumnRecord[];
  groups: GroupRecord[];
  notes: NoteRecord[];
  votes: TallyRecord[];
  insights: InsightRecord[];
  actions: ActionRecord[];
}
