/** The shapes in which time, the presented topic, readiness and tables leave the server. Made by `manage.py export_types`; do not edit. */

/** All tables that the session split up into so far; `id` is that of the session. */
export interface BreakoutRecord {
  id: string;
  tables: TableRecord[];
}

/** The topic that every screen shows; `id` is that of the session. */
export interface PresentationRecord {
  id: string;
  about: string;
  topic_id: string;
  since: string;
}

/** How many are ready with the present phase; `id` is that of the session. */
export interface ReadinessRecord {
  id: string;
  phase_id: string;
  ready: number;
  people: number;
}

/** One table, and who sits at it while it is open. */
export interface TableRecord {
  id: string;
  title: string;
  is_open: boolean;
  participant_ids: string[];
}

/** The time that the session gives itself. */
export interface TimerRecord {
  id: string;
  started_at: string;
  ends_at: string;
}
