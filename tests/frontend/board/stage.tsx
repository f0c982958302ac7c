/** A board on a stage: records of our own, a server that only writes down what it is asked. */

import { render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { vi } from "vitest";
import { App } from "../../../frontend/src/islands/board/app";
import { Board } from "../../../frontend/src/islands/board/board";
import { DeskContext, deskFor } from "../../../frontend/src/islands/board/desk";
import type {
  News,
  NoteRecord,
  PhaseRecord,
  Put,
  Snapshot,
} from "../../../frontend/src/protocol";
import { Live } from "../../../frontend/src/sync/socket";
import { FakeServer } from "./fakeServer";
import { stubLocks } from "../sync/locks";
import { PHASES, byId, column } from "./records";

export * from "./records";

interface Scene {
  readonly phase?: string;
  readonly phases?: readonly PhaseRecord[];
  readonly state?: string;
  readonly may?: string[];
  readonly put?: Put;
  readonly mine?: readonly NoteRecord[];
  readonly attribution?: string;
  readonly allowed?: readonly string[];
  readonly scope?: string;
  readonly aboutUrl?: string;
  /** The phase that was left just now, whose late notes are still taken. */
  readonly left?: string;
}

function snapshotOf(scene: Scene): Snapshot {
  const session = {
    id: "s",
    title: "Falls at home",
    goal: "",
    scope: scene.scope ?? "theme",
    mode: "on_site",
    language: "en",
    state: scene.state ?? "live",
    starts_at: "2026-11-22T10:00:00Z",
    ends_at: "2026-11-22T11:30:00Z",
    place: "Library",
    meeting_link: "",
    input_opens_on: null,
    theme_ids: [],
    series_id: null,
    cancel_reason: "",
    version: 1,
    facilitator_id: "ada",
    facilitator_name: "Ada Visser",
    current_phase_id: scene.phase ?? "group",
    phases: [...(scene.phases ?? PHASES)],
    attribution: scene.attribution ?? "",
    template: "open-question",
    template_version: 1,
    template_title: "One open question",
    co_facilitators: [],
    collected_phase_id: scene.left ?? null,
    collecting_until: scene.left ? "2026-11-28T10:00:20Z" : null,
    allowed_attributions: [
      ...(scene.allowed ?? ["named", "role", "anonymous"]),
    ],
    min_group: 5,
    dots_each: 5,
    dots_per_topic: 2,
    reopen_reason: "",
  };
  return {
    stream: "session:s",
    epoch: "first",
    sequence: 1,
    put: {
      session: { s: session },
      column: byId([column("what", 1), column("now", 2)]),
      ...scene.put,
    },
    mine: byId(scene.mine ?? []),
    signals: { ready_in: [], reactions: {} },
    standing: "as-me",
    now: "2026-11-28T10:00:00Z",
    me: {
      member_id: "me",
      participant_id: "part",
      roles: [],
      may: ["note.add", ...(scene.may ?? [])],
    },
  };
}

export interface Stage {
  readonly board: Board;
  readonly server: FakeServer;
  readonly news: (more: Partial<News>) => void;
}

class QuietSocket extends EventTarget {
  readyState = 0;
  close(): void {
    this.readyState = 3;
  }
}

/** Draws the whole board with these records. */
export async function stage(
  scene: Scene = {},
  prepare?: (server: FakeServer) => unknown,
): Promise<Stage> {
  document.body.innerHTML = `
    <div id="live-state" hidden><span data-live-words></span><button data-live-pause></button></div>
    <p id="announcements" role="status"></p>`;
  stubLocks();
  const server = new FakeServer(snapshotOf(scene));
  prepare?.(server);
  vi.stubGlobal("fetch", server.answer);
  const place = {
    sessionId: "s",
    stream: "session:s",
    logStream: "partnership:p",
    partnershipApi: "/api/v1/partnerships/p/",
    sessionApi: "/api/v1/partnerships/p/sessions/s/",
    joinUrl: "http://localhost/join/",
    doorUrl: "/door/",
    keepUrl: "",
    aboutUrl: scene.aboutUrl ?? "/about/",
    noteUrl: (id: string) => `/p/x/notes/${id}/`,
    importUrl: "",
    reportUrl: "/report/",
    facilitatorsUrl: "/p/x/sessions/s/facilitators/",
    forOthersUrl: "/for-others/",
  };
  const live = new Live(() => new QuietSocket() as unknown as WebSocket);
  const board = new Board(place, live);
  const desk = deskFor(board);
  const All = ({ children }: { children: ComponentChildren }) => (
    <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>
  );
  render(
    <All>
      <App />
    </All>,
  );
  await board.start();
  live.stop();
  let sequence = 1;
  const news = (more: Partial<News>): void => {
    const frame: News = {
      type: "news",
      stream: "session:s",
      epoch: "first",
      since: sequence,
      sequence: sequence + 1,
      put: {},
      drop: {},
      all: [],
      ...more,
    };
    sequence += 1;
    board.onNews(frame);
  };
  return { board, server, news };
}
