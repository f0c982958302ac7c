/** The ways to the places of the board. */

import { gettext, interpolate } from "../../i18n";
import { collectsIn } from "./collecting";
import { useDesk } from "./desk";

function writeHere(title: string): string {
  return interpolate(gettext("Write here: %(column)s"), { column: title });
}

/** Links to the columns and to what followed from them. */
export function BoardNavigation() {
  const { board } = useDesk();
  const columns = board.columns.value;
  const open = columns.filter(({ column }) => collectsIn(board, column));
  // Where all are open there is nothing to look for.
  const isSaid = open.length > 0 && open.length < columns.length;
  const links = columns.map((placed) => ({
    href: `#column-${placed.column.id}`,
    text: isSaid && open.includes(placed) ? writeHere(placed.column.title) : placed.column.title,
    count: placed.count,
  }));
  const { insight, action, decision, region_item: items } = board.tables ?? {};
  const results = [
    { href: "#insights", text: gettext("Insights"), count: insight?.size ?? 0 },
    { href: "#actions", text: gettext("Actions"), count: action?.size ?? 0 },
  ];
  if (board.session.value?.scope === "region_wide") {
    results.unshift({
      href: "#region-items",
      text: gettext("From the themes"),
      count: items?.size ?? 0,
    });
  }
  // While people write, an empty place would only take room from the box on a phone.
  if (decision?.size)
    results.push({ href: "#decisions", text: gettext("Decisions"), count: decision.size });
  links.push(...results.filter((link) => link.count > 0 || board.phaseKind !== "collect"));
  if (links.length < 2) return null;
  return (
    <nav class="board-nav" aria-label={gettext("On this board")}>
      <ul role="list">
        {links.map((link) => (
          <li key={link.href}>
            <a class="board-nav__link" href={link.href}>
              <span dir="auto">{link.text}</span>
              {link.count > 0 && <span class="count">{link.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
