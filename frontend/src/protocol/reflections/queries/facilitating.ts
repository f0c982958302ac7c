/** Reading how a session is run: its time, what all look at, how many are ready, its tables. Made by `manage.py export_types`; do not edit. */

/** What one participant said with a press: where she is ready, how she reacted to which topic. */
export interface Signals {
  ready_in: string[];
  reactions: Record<string, string[]>;
}
