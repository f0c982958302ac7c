/** What a person can do between a theme and the region; each act is one request. */

import { gettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { RegionItemInput, RegionItemRecord, ReplyInput } from "../../protocol";
import type { Desk } from "./desk";

function placeOf(id: string): string {
  return `region-items/${id}/`;
}

/** Sends an insight up to the region; throws what the server says. */
export async function sendUp(desk: Desk, id: string, said: RegionItemInput): Promise<void> {
  await desk.acts.send("PUT", placeOf(id), said);
  announce(gettext("The insight is sent up to the region."));
  desk.board.catchUp();
}

/** Takes back what was sent up, and shows the reason if that cannot be done. */
export function takeBack(desk: Desk, item: RegionItemRecord): Promise<boolean> {
  const said = gettext("The insight is taken back from the region.");
  return desk.acts.attempt(() => desk.acts.send("DELETE", placeOf(item.id)), said);
}

/** Replies to what a theme sent up; throws what the server says. */
export async function reply(desk: Desk, item: RegionItemRecord, said: ReplyInput): Promise<void> {
  await desk.acts.send("PUT", `${placeOf(item.id)}reply/`, said);
  announce(gettext("Your reply is saved. The theme can read it."));
  desk.board.catchUp();
}
