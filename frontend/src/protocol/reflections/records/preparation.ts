/** The shapes in which the preparation of a session leaves the server. None of them holds what somebody needs. Made by `manage.py export_types`; do not edit. */

/** One data item. */
export interface DataItemRecord {
  id: string;
  session_id: string;
  title: string;
  explanation: string;
  source: string;
  as_of: string | null;
  link: string;
  limits: string;
  added_by_name: string;
  version: number;
}

/** Who is asked and what she answered, for those who run the session and for herself. */
export interface InvitationRecord {
  id: string;
  session_id: string;
  member_id: string;
  name: string;
  organisation: string;
  answer: string;
  attendance: string;
  answered_at: string | null;
}

/** How far the preparation of one session is, in numbers; the id is that of the session. */
export interface PreparationRecord {
  id: string;
  invited: number;
  coming: number;
  perhaps: number;
  not_coming: number;
  data_items: number;
}

/** One series, for those who plan; the key is what its link ends with. */
export interface SeriesRecord {
  id: string;
  title: string;
  rhythm: string;
  key: string;
}
