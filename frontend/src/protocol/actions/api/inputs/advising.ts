/** What the API of the advisor's workbench reads. Made by `manage.py export_types`; do not edit. */

/** A note, and who reads it. */
export interface AdvisorNoteInput {
  text: string;
  confidentiality: string;
}

/** Through which actions a round goes, in which order. */
export interface RoundInput {
  action_ids: string[];
}

/** What is reported on an action of a round; `check_in_id` is made by the caller. */
export interface RoundReportInput {
  claim: string;
  text: string;
  channel?: string;
  confidence?: string;
  blocker?: string;
  next_step?: string;
  next_check_in?: string | null;
  barrier?: string;
  who_must_know?: string;
  check_in_id: string;
}
