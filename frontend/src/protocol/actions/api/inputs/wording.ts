/** What the wording check reads: an action as far as it is typed. Made by `manage.py export_types`; do not edit. */

/** The fields of an action, of which each may still be empty. */
export interface WordingInput {
  title?: string;
  owner_id?: string | null;
  due?: string | null;
  done_test?: string;
  if_cue?: string;
  first_step?: string;
  level?: string;
}
