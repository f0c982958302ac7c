/** What the API of items for the region reads. Made by `manage.py export_types`; do not edit. */

/** An insight to send up, and what the region should do. */
export interface RegionItemInput {
  insight_id: string;
  ask: string;
}

/** A reply to what was sent up; `version` is the one that was read before. */
export interface ReplyInput {
  reply: string;
  version: number;
}
