/** The OpenAPI document: its schemas are made from the records and inputs themselves. Made by `manage.py export_types`; do not edit. */

/** Why a request was refused: a stable code and a sentence that says what to do next. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  field?: string;
}
