/** The shape in which what a theme sent up leaves the server. Made by `manage.py export_types`; do not edit. */

/** An insight that a theme sent up, what it asks of the region, and the reply if there is one. */
export interface RegionItemRecord {
  id: string;
  session_id: string;
  session_title: string;
  language: string;
  themes: string[];
  insight_id: string;
  statement: string;
  dissent: string;
  level: string;
  ask: string;
  sent_at: string;
  reply: string;
  replied_at: string | null;
  version: number;
}
