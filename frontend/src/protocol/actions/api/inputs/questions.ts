/** What the API of a learning question's actions reads. Made by `manage.py export_types`; do not edit. */

/** Which action is to bring an answer closer. */
export interface QuestionActionInput {
  action_id: string;
}
