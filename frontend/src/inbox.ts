/** What every page shows of one's inbox: how much of it is unread, as soon as it changes. */

import { interpolate, ngettext } from "./i18n";
import { tell } from "./live/announcer";
import type { News } from "./protocol";

interface Following {
  follow: (stream: string, onNews: (news: News | null) => void) => () => void;
}

function show(way: HTMLElement, unread: number): void {
  const count = way.querySelector<HTMLElement>("[data-inbox-count]");
  const number = way.querySelector<HTMLElement>("[data-inbox-number]");
  if (!count || !number) return;
  const before = Number(number.textContent);
  number.textContent = String(unread);
  count.hidden = unread === 0;
  if (unread <= before) return;
  const words = ngettext(
    "%(count)d thing in your inbox asks something of you.",
    "%(count)d things in your inbox ask something of you.",
    unread,
  );
  tell(interpolate(words, { count: unread }));
}

/** Keeps the number beside the way to the inbox true; on the page of the inbox the page does so itself. */
export function startInbox(connection: Following): void {
  const way = document.querySelector<HTMLElement>("[data-inbox]");
  const stream = way?.dataset["inbox"];
  if (!way || !stream) return;
  connection.follow(stream, (news) => {
    if (!news?.all.includes("notice")) return;
    const notices = Object.values(news.put.notice ?? {});
    show(way, notices.filter((notice) => !notice.is_read).length);
  });
}

/** Marks what one goes to from the inbox as read, on the way there. */
export function markWhatIsOpened(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-read]");
    const form = link instanceof HTMLElement && link.closest("[data-item]")?.querySelector("form");
    if (!form) return;
    void fetch(form.action, { method: "post", body: new FormData(form), keepalive: true });
  });
}
