/** The shape in which an import leaves the server. Made by `manage.py export_types`; do not edit. */

/** How far an import is and what became of its rows. */
export interface ImportRecord {
  id: string;
  file_name: string;
  state: string;
  rows_total: number;
  rows_done: number;
  added: number;
  known: number;
  skipped: number;
}
