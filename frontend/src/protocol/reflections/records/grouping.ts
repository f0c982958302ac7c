/** The shape in which a step of grouping leaves the server. Made by `manage.py export_types`; do not edit. */

/** One step of grouping that can be taken back, and how many notes it moved. */
export interface StepRecord {
  id: string;
  kind: string;
  notes: number;
  made_at: string;
}
