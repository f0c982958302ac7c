/** The shape in which notices leave the server. Made by `manage.py export_types`; do not edit. */

/**
 * What asks something of somebody: its title and dates, and where to go; nothing else of it.
 *
 * `day` is what it is about: when it is due, was due, is planned or promised; `asked_day` another date that
 * somebody asks for. `place_id` is the action, the decision or the question, or the session of an answer or
 * an invitation.
 */
export interface NoticeRecord {
  id: string;
  kind: string;
  partnership_id: string;
  partnership_name: string;
  slug: string;
  place_id: string;
  title: string;
  language: string;
  day: string;
  asked_day: string | null;
  made_at: string;
  is_read: boolean;
}
