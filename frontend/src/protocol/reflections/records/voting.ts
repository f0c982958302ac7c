/** The shapes in which ballots and counted votes leave the server. Made by `manage.py export_types`; do not edit. */

/**
 * One's own ballot: where its dots lie, and how many are left.
 *
 * Is it elsewhere? Then she began to vote in another browser, and goes on there.
 */
export interface BallotRecord {
  left: number;
  dots: DotRecord[];
  is_elsewhere: boolean;
}

/** A dot that lies on a topic. */
export interface DotRecord {
  id: string;
  topic_id: string;
}

/** What was entered for a topic, for people in the room. */
export interface RoomVotesRecord {
  topic_id: string;
  dots: number;
}

/**
 * What a topic got, once voting is over; `id` is that of the group or of the note in none.
 *
 * `room` was entered for people without a device, and is not in `dots`.
 */
export interface TallyRecord {
  id: string;
  dots: number;
  room: number;
}
