/** The shapes in which members and themes leave the server. Made by `manage.py export_types`; do not edit. */

/** One current member; `email` is empty for those who may not read addresses. */
export interface MemberRecord {
  id: string;
  name: string;
  organisation: string;
  stakeholder_group: string;
  roles: string[];
  mandate_level: string;
  email: string;
}

/** One partnership as one of its members sees it. */
export interface PartnershipRecord {
  id: string;
  slug: string;
  name: string;
  ambition: string;
  my_membership_id: string;
  my_roles: string[];
}

/** What a partnership decided for itself; the id is its own. */
export interface SettingsRecord {
  id: string;
  time_zone: string;
  input_days: number;
  needs_days: number;
  advisors_after_days: number;
  managers_after_days: number;
  expected_groups: Record<string, string[]>;
}

/** One theme. */
export interface ThemeRecord {
  id: string;
  title: string;
  plain_title: string;
  plan_goal_ref: string;
}
