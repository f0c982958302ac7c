/** Says what changed in the page's one polite status region, in batches and never in a flood. */

const QUIET_TIME = 5000;

let own: string[] = [];
let others: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function speak(): void {
  const region = document.getElementById("announcements");
  const text = [...own, ...others].join(" ");
  own = [];
  others = [];
  if (!region || !text) {
    timer = undefined;
    return;
  }
  region.textContent = text;
  timer = setTimeout(speak, QUIET_TIME);
}

function queue(list: string[], text: string): void {
  if (!text || list.includes(text)) return;
  list.push(text);
  if (timer === undefined) speak();
}

/** Says what came of something that the person did herself: before all that others did. */
export function announce(text: string): void {
  queue(own, text);
}

/** Says what others did: at once if it has been quiet, otherwise together with what follows. */
export function tell(text: string): void {
  queue(others, text);
}

/** Forgets what waits; for tests, which share one document. */
export function forgetAnnouncements(): void {
  clearTimeout(timer);
  timer = undefined;
  own = [];
  others = [];
}
