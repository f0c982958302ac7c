/** What the sessions API reads: every field is named here, an unknown one is refused. Made by `manage.py export_types`; do not edit. */

/** Why a session does not take place. */
export interface CancellationInput {
  reason: string;
}

/** What a session is about, when, where and how, and the version that it was changed from. */
export interface DetailsInput {
  title: string;
  starts_at: string;
  ends_at?: string | null;
  goal?: string;
  scope?: string;
  mode?: string;
  place?: string;
  meeting_link?: string;
  theme_ids?: string[];
  facilitator_id?: string | null;
  input_opens_on?: string | null;
  version: number;
}

/** The phase to go to. */
export interface PhaseInput {
  phase_id: string;
}

/**
 * The plan of a session; without a facilitator one leads it oneself.
 *
 * `template` is the name of a template; `opening` and `closing` leave its blocks out when false.
 */
export interface SessionInput {
  title: string;
  starts_at: string;
  ends_at?: string | null;
  goal?: string;
  scope?: string;
  mode?: string;
  place?: string;
  meeting_link?: string;
  theme_ids?: string[];
  facilitator_id?: string | null;
  input_opens_on?: string | null;
  template: string;
  language?: string;
  opening?: boolean;
  closing?: boolean;
}
