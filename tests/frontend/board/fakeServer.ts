/** A server that only writes down what it is asked, and answers as a test says. */

import type { Snapshot } from "../../../frontend/src/protocol";

interface Asking {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const NOTHING_SAID = { elements: [], hints: [], sentence: "" };

/** What was asked of the server, and what it answers to what. */
export class FakeServer {
  readonly asked: Asking[] = [];
  readonly answers = new Map<string, () => Response | Promise<Response>>();

  constructor(private readonly snapshot: Snapshot) {}

  answer = (url: string, init: RequestInit): Promise<Response> => {
    const path = url.replace("/api/v1/partnerships/p/sessions/s/", "");
    const method = init.method ?? "GET";
    if (path.endsWith("/snapshot"))
      return Promise.resolve(Response.json(this.snapshot));
    const body = init.body
      ? (JSON.parse(String(init.body)) as object)
      : undefined;
    // Signs of life and looks at a wording come by themselves and change nothing.
    if (path !== "writing/" && path !== "wording/")
      this.asked.push({ method, path, body });
    const begins = ([start]: [string, unknown]) =>
      `${method} ${path}`.startsWith(start);
    const [, answer] = [...this.answers].find(begins) ?? [];
    if (answer) return Promise.resolve(answer());
    if (path === "writing/") return Promise.resolve(Response.json([]));
    if (path === "wording/")
      return Promise.resolve(Response.json(NOTHING_SAID));
    if (path.endsWith("/similar/") || path.endsWith("/members/"))
      return Promise.resolve(Response.json([]));
    if (path === "notes/")
      return Promise.resolve(new Response(null, { status: 204 }));
    return Promise.resolve(
      Response.json({ id: path.split("/").at(-2), ...body }),
    );
  };
}
