/** Coming into a session: by a link whose secret no server log sees, and through a waiting room. */

/** Fills in and sends the form with what the link carries behind its #, which stays in the browser. */
export function enterByFragment(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-from-fragment]");
  const secret = decodeURIComponent(window.location.hash.slice(1));
  const field = form?.elements.namedItem(form.dataset["fromFragment"] ?? "");
  if (!form || !secret || !(field instanceof HTMLInputElement)) return;
  field.value = secret;
  window.history.replaceState(null, "", window.location.pathname);
  form.requestSubmit();
}

/** Loads a page again that waits for somebody, as soon as the server says something else. */
export function askAgain(): void {
  const waiting = document.querySelector<HTMLElement>("[data-ask-again]");
  const seconds = Number(waiting?.dataset["askAgain"]);
  if (!waiting || !seconds) return;
  const before = waiting.outerHTML;
  const timer = setInterval(() => void look(), seconds * 1000);
  const look = async (): Promise<void> => {
    const page = await latest();
    if (page === null || page.querySelector("[data-ask-again]")?.outerHTML === before) return;
    clearInterval(timer);
    window.location.reload();
  };
}

async function latest(): Promise<Document | null> {
  try {
    const answer = await fetch(window.location.href, { credentials: "same-origin" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null; // no connection now; asked again in a moment
  }
}
