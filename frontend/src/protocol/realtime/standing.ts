/** What somebody is on a stream: which audience she belongs to, and what she may do there. Made by `manage.py export_types`; do not edit. */

/** Who the reader is here, and which of the permissions she has; guests have no `member_id`. */
export interface Me {
  member_id: string | null;
  participant_id: string | null;
  roles: string[];
  may: string[];
}
