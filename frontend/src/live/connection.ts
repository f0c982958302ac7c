/** What the live regions need of the connection to the server. */

export type ConnectionState = "live" | "reconnecting" | "polling";

export interface LiveConnection {
  /** Calls `onNews` whenever something happened on the stream; returns how to stop. */
  follow: (stream: string, onNews: (news: unknown) => void) => () => void;
  /** Calls `listener` now and at every change; returns how to stop. */
  watchState: (listener: (state: ConnectionState) => void) => () => void;
}
