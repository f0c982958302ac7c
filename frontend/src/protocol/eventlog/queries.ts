/** Reading the event log. Made by `manage.py export_types`; do not edit. */

/** Where a stream is: numbers of different epochs cannot be compared. */
export interface Position {
  epoch: string;
  sequence: number;
}
