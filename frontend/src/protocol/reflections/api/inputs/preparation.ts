/** What the preparation API reads: every field is named here, an unknown one is refused. Made by `manage.py export_types`; do not edit. */

/** Whether one comes, how, and what one needs. */
export interface InvitationReplyInput {
  answer: string;
  attendance?: string;
  access_needs?: string;
  language_needs?: string;
}

/** Who is asked to come. */
export interface InvitationsInput {
  member_ids: string[];
}

/** What a data item says from now on, and the version that it was changed from. */
export interface ItemChangeInput {
  title: string;
  explanation: string;
  source?: string;
  as_of?: string | null;
  link?: string;
  limits?: string;
  version: number;
}

/** What a data item says. */
export interface ItemInput {
  title: string;
  explanation: string;
  source?: string;
  as_of?: string | null;
  link?: string;
  limits?: string;
}

/** The series that a session belongs to. */
export interface SeriesChoiceInput {
  series_id: string;
}

/** What a series is called, and how long it is from one session to the next. */
export interface SeriesInput {
  title: string;
  rhythm: string;
}
