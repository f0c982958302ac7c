/** The shapes in which figures about the learning of a partnership leave the server: counts, no people. Made by `manage.py export_types`; do not edit. */

/** One bar: how many of each series of its picture. */
export interface Bar {
  code: string;
  counts: number[];
}

/** A picture of bars; `series` names what each bar is made of. */
export interface Bars {
  code: string;
  series: string[];
  bars: Bar[];
}

/** One indicator. `is_withheld`: there are too few people behind it to say anything. */
export interface Figure {
  code: string;
  shares: Share[];
  medians: Median[];
  parts: Part[];
  is_withheld?: boolean;
}

/** Where notes, insights, actions or effects are counted together. */
export interface FlowPlace {
  code: string;
  n: number;
}

/** How many of one place went to another, each of them counted once. */
export interface FlowStream {
  source: string;
  target: string;
  n: number;
}

/**
 * The figures of a partnership's sessions on a theme, in some months.
 *
 * `check_in_days` is the rhythm of reports that the bars of silence are counted in.
 * `drift` counts steps from an insight to an action: a line for each level of the insight, in it a
 * number for each level of the action, micro first.
 */
export interface IndicatorsRecord {
  theme_id: string | null;
  since: string | null;
  until: string | null;
  sessions: number;
  check_in_days: number;
  figures: Figure[];
  bars: Bars[];
  flow: WholeFlow;
  drift: number[][];
}

/** The middle of so many numbers of days; only from five on. */
export interface Median {
  code: string;
  count: number;
  days: number | null;
}

/** How many of a figure are of one kind. */
export interface Part {
  code: string;
  n: number;
}

/** So many of so many; in percent only from five on. */
export interface Share {
  code: string;
  n: number;
  of: number;
  percent: number | null;
}

/** From notes to insights to actions to effects: four columns, and what went between them. */
export interface WholeFlow {
  columns: FlowPlace[][];
  streams: FlowStream[];
}
