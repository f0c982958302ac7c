/** What the API of the talk about topics reads. Made by `manage.py export_types`; do not edit. */

/** Another text for one's own comment; `version` is the one that was read before. */
export interface CommentChangeInput {
  text: string;
  version: number;
}

/** A comment on a topic. */
export interface CommentInput {
  about: string;
  topic_id: string;
  text: string;
}

/** The minutes of a topic; `version` is the one that was read before, 0 for the first. */
export interface MinutesInput {
  text: string;
  version: number;
}

/** Why a topic waits for later. */
export interface ParkingInput {
  reason: string;
}
