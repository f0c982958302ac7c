/** The shapes in which a session, its columns and its participants leave the server. Made by `manage.py export_types`; do not edit. */

/** Somebody who runs a session beside its facilitator. */
export interface CoFacilitatorRecord {
  member_id: string;
  name: string;
}

/**
 * One place to put notes; `hidden_notes` counts those that are not revealed yet.
 *
 * It is open in the phase `phase_id`; without one in every phase that collects.
 */
export interface ColumnRecord {
  id: string;
  title: string;
  prompt: string;
  position: number;
  phase_id: string | null;
  kind: string;
  hidden_notes: number;
}

/** One part of a session. */
export interface PhaseRecord {
  id: string;
  kind: string;
  title: string;
  prompt: string;
  minutes: number;
  output: string;
  block: string;
  grouping: string;
  reveal: string;
  attribution: string;
  version: number;
}

/**
 * A session as every member of its partnership may see it.
 *
 * Late notes of the phase `collected_phase_id`, which was left, are taken until `collecting_until`.
 * A note with a role only says where its writer comes from if `min_group` people come from there.
 */
export interface SessionRecord {
  id: string;
  title: string;
  goal: string;
  scope: string;
  mode: string;
  language: string;
  state: string;
  starts_at: string;
  ends_at: string;
  place: string;
  meeting_link: string;
  input_opens_on: string | null;
  theme_ids: string[];
  series_id: string | null;
  cancel_reason: string;
  version: number;
  facilitator_id: string;
  facilitator_name: string;
  co_facilitators: CoFacilitatorRecord[];
  current_phase_id: string | null;
  collected_phase_id: string | null;
  collecting_until: string | null;
  phases: PhaseRecord[];
  attribution: string;
  allowed_attributions: string[];
  min_group: number;
  dots_each: number;
  dots_per_topic: number;
  template: string;
  template_version: number;
  template_title: string;
  reopen_reason: string;
}
