import { beforeEach, describe, expect, it } from "vitest";
import { startLog } from "../../frontend/src/log";

function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent("keydown", {
      key,
      bubbles: true,
      cancelable: true,
      ...more,
    }),
  );
}

function row(name: string): string {
  return `<tr data-row><td><input type="checkbox" name="action" value="${name}"></td>
    <th><a href="/${name}">${name}</a></th></tr>`;
}

function chosen(): string[] {
  return [
    ...document.querySelectorAll<HTMLInputElement>("[name=action]:checked"),
  ].map((pick) => pick.value);
}

function switchOf(name: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`[${name}]`);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

let stop = (): void => undefined;

function open(): void {
  stop();
  document.body.innerHTML = `<form role="search"><input type="search"></form>
    <div id="log-tools" hidden><input type="checkbox" data-choose-all>
    <input type="checkbox" data-use-keys checked></div>
    <form id="log"><table>${row("a")}${row("b")}</table></form>`;
  stop = startLog();
}

describe("the keys of the log", () => {
  beforeEach(() => {
    localStorage.clear();
    open();
  });

  it("go from row to row and choose", () => {
    press("j");
    press("j");
    expect(document.activeElement?.textContent).toBe("b");
    press("x");
    press("k");
    expect(document.activeElement?.textContent).toBe("a");
    press("k", { ctrlKey: true });
    expect(chosen()).toEqual(["b"]);
  });

  it("lead to the search and are letters there", () => {
    press("/");
    expect(document.activeElement).toBe(
      document.querySelector("[type=search]"),
    );
    press("j");
    expect(document.activeElement).toBe(
      document.querySelector("[type=search]"),
    );
  });

  it("stay switched off", () => {
    switchOf("data-use-keys").click();
    open();
    expect(switchOf("data-use-keys").checked).toBe(false);
    press("j");
    expect(document.activeElement).toBe(document.body);
  });

  it("can choose all at once", () => {
    switchOf("data-choose-all").click();
    expect(chosen()).toEqual(["a", "b"]);
    switchOf("data-choose-all").click();
    expect(chosen()).toEqual([]);
  });
});

describe("dragging a card", () => {
  it("does what the menu offers for that column, and nothing where it offers nothing", () => {
    document.body.innerHTML = `<div class="log-board"><section data-state="accepted">
      <p data-card draggable="true"><button data-move="done">It is done</button></p></section>
      <section data-state="done"></section><section data-state="dropped"></section></div>`;
    startLog();
    const pressed: string[] = [];
    const button = document.querySelector("button");
    button?.addEventListener("click", () => pressed.push("done"));
    const drag = (where: string, kind: string): boolean =>
      document
        .querySelector(where)
        ?.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true })) ??
      true;

    drag("[data-card]", "dragstart");
    expect(
      document.querySelector("[data-takes]")?.getAttribute("data-state"),
    ).toBe("done");
    expect(drag("[data-state=dropped]", "dragover")).toBe(true);
    drag("[data-state=dropped]", "drop");
    expect(drag("[data-state=done]", "dragover")).toBe(false);
    drag("[data-state=done]", "drop");
    drag("[data-card]", "dragend");

    expect(pressed).toEqual(["done"]);
    expect(document.querySelector("[data-takes]")).toBeNull();
  });
});
