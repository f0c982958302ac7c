/** The shape in which what is open from before leaves the server. Made by `manage.py export_types`; do not edit. */

import type { ActionRecord } from "./action";

/** An action that is open, and what the reader can report of it: nothing when she may not. */
export interface OpenAction {
  action: ActionRecord;
  claims: string[];
}

/** An insight that waits for somebody: it was taken to a higher level, or parked. */
export interface OpenInsight {
  id: string;
  session_id: string;
  session_title: string;
  closed_on: string;
  language: string;
  statement: string;
  disposition: string;
  escalated_to: string;
  answer_by: string | null;
  revisit_on: string | null;
}
