/** The shapes in which participants, and the door of a session, leave the server. Made by `manage.py export_types`; do not edit. */

/**
 * How one gets into a session; only for whoever runs it. `id` is the id of the session.
 *
 * There is a `code` only while the session is open.
 */
export interface DoorRecord {
  id: string;
  key: string;
  code: string;
  admits_guests: boolean;
  has_waiting_room: boolean;
  is_locked: boolean;
  capacity: number;
}

/**
 * Somebody who takes part; `member_id` is empty for guests, `state` is "joined" for most readers.
 *
 * Only whoever runs the session also reads of those who wait or were removed.
 */
export interface ParticipantRecord {
  id: string;
  member_id: string | null;
  name: string;
  organisation: string;
  group: string;
  roles: string[];
  is_observer: boolean;
  state: string;
  takes_minutes: boolean;
}
