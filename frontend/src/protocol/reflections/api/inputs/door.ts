/** What the API of a session's door reads. Made by `manage.py export_types`; do not edit. */

/** Who may come in besides those who are in. */
export interface DoorInput {
  admits_guests: boolean;
  has_waiting_room: boolean;
  is_locked: boolean;
  capacity: number;
}
