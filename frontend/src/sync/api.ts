/** Requests to the API: JSON both ways, with the CSRF token, and refusals as typed errors. */

import { gettext } from "../i18n";
import type { Problem } from "../protocol";

const PATIENCE = 15_000;
const CSRF_COOKIES = ["__Host-csrf", "csrftoken"];
// What passes by itself: too early, too many, or a fault on the way or on the server.
const PASSING = new Set([408, 425, 429]);

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The server said no, for a reason that a repeat would not change. */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(problem.detail ?? gettext("This did not work. Load the page again and try once more."));
  }

  get code(): string {
    return this.problem.code ?? "refused";
  }

  get field(): string {
    return this.problem.field ?? "";
  }
}

/** No answer, or one that says "not now": the same request may be sent again. */
export class Unreachable extends Error {
  override name = "Unreachable";

  constructor(readonly retryAfter = 0) {
    super(gettext("No connection to the server. Nothing is lost: try again in a moment."));
  }
}

/**
 * Sends one request and returns the answer's body; throws Refusal or Unreachable. With a `length` the
 * body is filled up with blanks to so many bytes.
 */
export async function request<Answer = void>(
  method: Method,
  path: string,
  body?: unknown,
  length = 0,
): Promise<Answer> {
  const answer = await sent(method, path, body, length);
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer;
  if (answer.status >= 500 || PASSING.has(answer.status)) {
    throw new Unreachable(1000 * Number(answer.headers.get("Retry-After") ?? 0));
  }
  throw new Refusal(answer.status, await problemIn(answer));
}

/** The sentence to show for whatever a request threw. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof Unreachable) return error.message;
  throw error;
}

async function sent(
  method: Method,
  path: string,
  body: unknown,
  length: number,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRFToken"] = csrfToken();
  const options: RequestInit = {
    method,
    headers,
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    options.body = filledUp(JSON.stringify(body), length);
  }
  try {
    return await fetch(path, options);
  } catch {
    throw new Unreachable();
  }
}

function filledUp(text: string, length: number): string {
  const bytes = new TextEncoder().encode(text).length;
  return text + " ".repeat(Math.max(0, length - bytes));
}

async function problemIn(answer: Response): Promise<Partial<Problem>> {
  try {
    return (await answer.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}

function csrfToken(): string {
  const cookies = new Map(
    document.cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name, value.join("=")] as const;
    }),
  );
  return CSRF_COOKIES.map((name) => cookies.get(name)).find(Boolean) ?? "";
}
