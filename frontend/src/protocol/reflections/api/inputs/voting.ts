/** What the voting API reads. A ballot's secret stands in bodies only: addresses are written to logs. Made by `manage.py export_types`; do not edit. */

/** The secret of one's own ballot. */
export interface BallotInput {
  secret: string;
}

/** A dot for a topic: a group, or a note that is in none. The id of the dot is made by the caller. */
export interface CastInput {
  secret: string;
  dot_id: string;
  topic_id: string;
}

/** How many votes a topic got in the room. */
export interface RoomVotesInput {
  dots: number;
}

/** The dot to take back. */
export interface TakeBackInput {
  secret: string;
  dot_id: string;
}

/** How many dots each person has, and how many of them one topic takes. */
export interface VotingRulesInput {
  dots_each: number;
  dots_per_topic: number;
}
