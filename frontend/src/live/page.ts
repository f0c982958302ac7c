/** Keeps the live regions of a server-rendered page fresh: news comes, the page is fetched, regions are morphed. */

import { tell } from "./announcer";
import { itemsOf, sentence } from "./changes";
import type { LiveConnection } from "./connection";
import { morph } from "./morph";
import { Pace } from "./pace";
import { StateLine } from "./state";

function regionsOf(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("[data-live][id]")];
}

function streamsOf(regions: HTMLElement[]): Set<string> {
  return new Set(regions.flatMap((region) => (region.dataset["live"] ?? "").split(/\s+/)));
}

async function newerPage(): Promise<Document | null> {
  const answer = await fetch(window.location.href, {
    headers: { Accept: "text/html" },
    cache: "no-store",
    credentials: "same-origin",
  });
  // A redirect leads to another page, such as the one to sign in: not a newer version of this one.
  if (!answer.ok || answer.redirected) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function refresh(region: HTMLElement, newer: Document): void {
  const counterpart = newer.getElementById(region.id);
  if (!counterpart) return;
  const before = itemsOf(region);
  morph(region, document.importNode(counterpart, true));
  const now = document.getElementById(region.id);
  if (now) tell(sentence(now.dataset["liveName"] ?? "", before, itemsOf(now)));
}

async function refreshAll(): Promise<boolean> {
  const newer = await newerPage();
  if (!newer) return false;
  document.title = newer.title;
  for (const region of regionsOf(document)) refresh(region, newer);
  return true;
}

/** Follows the streams that the page's regions name; returns how to stop. */
export function startLive(connection: LiveConnection): () => void {
  const streams = streamsOf(regionsOf(document));
  streams.delete("");
  if (streams.size === 0) return () => undefined;
  const pace = new Pace(refreshAll);
  const line = new StateLine(document.getElementById("live-state"), () => pace.ask());
  let isBehind = false;

  const onNews = (): void => {
    if (line.isPaused) line.holdBack();
    else if (document.hidden) isBehind = true;
    else pace.ask();
  };
  const onShown = (): void => {
    if (document.hidden || !isBehind) return;
    isBehind = false;
    onNews();
  };

  document.addEventListener("visibilitychange", onShown);
  const stops = [...streams].map((stream) => connection.follow(stream, onNews));
  stops.push(connection.watchState((state) => line.connectionIs(state)));
  stops.push(() => document.removeEventListener("visibilitychange", onShown));
  stops.push(() => pace.stop());
  return () => {
    for (const stop of stops) stop();
  };
}
