/** What the API of the log reads: how an action reads, kept views, and steps with many actions. Made by `manage.py export_types`; do not edit. */

/** A step with many actions, and what it needs. */
export interface BulkInput {
  action_ids: string[];
  step: string;
  due?: string | null;
  reason?: string;
  level?: string;
  owner_id?: string | null;
}

/** How an action reads, and the version that it was changed from. */
export interface RewordingInput {
  title: string;
  done_test: string;
  version: number;
  if_cue?: string;
  first_step?: string;
  level?: string;
  strength?: string;
  horizon?: string;
  risk?: string;
  plan_goal?: string;
}

/** Conditions under a name. */
export interface SavedViewInput {
  name: string;
  wanted: WantedInput;
  layout?: string;
  is_shared?: boolean;
}

/** The id of what takes the step back; made by the caller. */
export interface UndoInput {
  undo_id: string;
}

/** Conditions on the log. */
export interface WantedInput {
  state?: string;
  owner?: string | null;
  organisation?: string | null;
  theme?: string | null;
  level?: string;
  origin?: string;
  flag?: string;
  text?: string;
}
