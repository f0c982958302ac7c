/** The shapes in which actions and check-ins leave the server. Made by `manage.py export_types`; do not edit. */

import type { ActionCompany } from "./company";
import type { ActionLife } from "./life";

/** One action with where it came from, its last report, and what asks for attention today. */
export interface ActionRecord {
  id: string;
  number: number;
  title: string;
  sentence: string;
  if_cue: string;
  first_step: string;
  done_test: string;
  owner_id: string;
  owner_name: string;
  owner_organisation: string;
  due: string;
  original_due: string;
  level: string;
  strength: string;
  horizon: string;
  risk: string;
  state: string;
  flags: string[];
  session_id: string | null;
  session_title: string;
  imported: ImportedFrom | null;
  insight_ids: string[];
  note_ids: string[];
  question_ids: string[];
  version: number;
  decline_reason: string;
  outcome: string;
  life: ActionLife;
  company: ActionCompany;
  check_in_count: number;
  last_check_in: CheckInRecord | null;
}

/** One report of how an action goes. */
export interface CheckInRecord {
  id: string;
  by_name: string;
  at: string;
  channel: string;
  claim: string;
  text: string;
  confidence: string;
  blocker: string;
  next_step: string;
  next_check_in: string | null;
  barrier: string;
  who_must_know: string;
}

/** What an action was brought in from: a spreadsheet or minutes by name, and the row or line. */
export interface ImportedFrom {
  kind: string;
  name: string;
  row: number;
}
