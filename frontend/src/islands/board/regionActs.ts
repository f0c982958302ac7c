/** What a person can do between a theme and the region; each act is one request. */

import { gettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { RegionItemInput, RegionItemRecord, ReplyInput } from "../../protocol";
import { request } from "../../sync/api";
import type { Desk } from "./desk";

function addressOf({ board }: Desk, id: string): string {
  return `${board.place.sessionApi}region-items/${id}/`;
}

/** Sends an insight up to the region; throws what the server says. */
export async function sendUp(desk: Desk, id: string, said: RegionItemInput): Promise<void> {
  await request("PUT", addressOf(desk, id), said);
  announce(gettext("The insight is sent up to the region."));
  desk.board.catchUp();
}

/** Takes back what was sent up, and shows the reason if that cannot be done. */
export function takeBack(desk: Desk, item: RegionItemRecord): Promise<boolean> {
  const said = gettext("The insight is taken back from the region.");
  return desk.acts.attempt(() => request("DELETE", addressOf(desk, item.id)), said);
}

/** Replies to what a theme sent up; throws what the server says. */
export async function reply(desk: Desk, item: RegionItemRecord, said: ReplyInput): Promise<void> {
  await request("PUT", `${addressOf(desk, item.id)}reply/`, said);
  announce(gettext("Your reply is saved. The theme can read it."));
  desk.board.catchUp();
}
