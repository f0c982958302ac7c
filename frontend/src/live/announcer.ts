/** Says what changed in the page's one polite status region, in batches and never in a flood. */

const QUIET_TIME = 5000;

let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function speak(): void {
  const region = document.getElementById("announcements");
  const text = waiting.join(" ");
  waiting = [];
  if (!region || !text) {
    timer = undefined;
    return;
  }
  region.textContent = text;
  timer = setTimeout(speak, QUIET_TIME);
}

/** Announces a short text: at once if it has been quiet, otherwise together with what follows. */
export function announce(text: string): void {
  if (!text || waiting.includes(text)) return;
  waiting.push(text);
  if (timer === undefined) speak();
}

/** Forgets what waits; for tests, which share one document. */
export function forgetAnnouncements(): void {
  clearTimeout(timer);
  timer = undefined;
  waiting = [];
}
