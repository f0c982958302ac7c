import { beforeEach, expect, test, vi } from "vitest";
import { markWhatIsOpened, startInbox } from "../../frontend/src/inbox";
import { forgetAnnouncements } from "../../frontend/src/live/announcer";
import type { News } from "../../frontend/src/protocol";

const PAGE = `
  <ul><li data-inbox="person:1"><a href="/inbox/">Inbox
    <span data-inbox-count hidden><span data-inbox-number>0</span></span></a></li></ul>
  <p id="announcements"></p>
  <div data-item="n1"><a href="#there" data-read="n1">Check 40 homes</a>
    <form method="post" action="http://localhost/inbox/"><input name="notice_id" value="n1"></form></div>`;

let tellNews: (news: News | null) => void;

beforeEach(() => {
  forgetAnnouncements();
  document.body.innerHTML = PAGE;
  startInbox({
    follow: (stream, onNews) => {
      expect(stream).toBe("person:1");
      tellNews = onNews;
      return () => undefined;
    },
  });
});

function notices(...read: boolean[]): News {
  const records = read.map((isRead, number) => [
    `n${number}`,
    { is_read: isRead },
  ]);
  return {
    all: ["notice"],
    put: { notice: Object.fromEntries(records) },
  } as unknown as News;
}

const shown = () => [
  document.querySelector("[data-inbox-number]")?.textContent,
  document.querySelector<HTMLElement>("[data-inbox-count]")?.hidden,
  document.getElementById("announcements")?.textContent,
];

test("the header counts what is unread, and says when it becomes more", () => {
  tellNews(notices(true, false, false));

  expect(shown()).toEqual([
    "2",
    false,
    "2 things in your inbox ask something of you.",
  ]);
});

test("what is read is taken off without a word, and with the last the number goes", () => {
  tellNews(notices(false));
  forgetAnnouncements();
  tellNews(notices(true));

  expect(shown().slice(0, 2)).toEqual(["0", true]);
  tellNews(null);
  expect(shown()[0]).toBe("0");
});

test("whoever goes to a thing has read of it", () => {
  const send = vi.spyOn(window, "fetch").mockResolvedValue(new Response());
  markWhatIsOpened();

  document.querySelector<HTMLElement>("[data-read]")?.click();

  const [address, sent] = send.mock.calls[0] ?? [];
  expect(address).toBe("http://localhost/inbox/");
  expect(sent?.keepalive).toBe(true);
  expect((sent?.body as FormData).get("notice_id")).toBe("n1");
});
