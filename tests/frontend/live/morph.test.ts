import { beforeEach, expect, test } from "vitest";
import { morph } from "../../../frontend/src/live/morph";

function element(html: string): HTMLElement {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder.firstElementChild as HTMLElement;
}

function show(html: string): HTMLElement {
  document.body.innerHTML = "";
  const region = element(html);
  document.body.append(region);
  return region;
}

function field(id: string): HTMLInputElement {
  return document.getElementById(id) as HTMLInputElement;
}

beforeEach(() => {
  document.body.innerHTML = "";
});

test("the region takes the newer content and keeps the elements that stayed", () => {
  const region = show('<ul id="r"><li id="a">One</li><li id="b">Two</li></ul>');
  const stayed = document.getElementById("b");

  morph(
    region,
    element('<ul id="r"><li id="c">New</li><li id="b">Two, changed</li></ul>'),
  );

  expect(document.getElementById("r")?.textContent).toBe("NewTwo, changed");
  expect(document.getElementById("b")).toBe(stayed);
});

test("focus stays on the same link when the list is put in another order", () => {
  const region = show(
    '<ul id="r"><li><a href="/1/">One</a></li><li><a href="/2/">Two</a></li></ul>',
  );
  document.querySelector<HTMLElement>('a[href="/2/"]')?.focus();

  morph(
    region,
    element(
      '<ul id="r"><li id="n"><b>New</b></li><li><a href="/2/">Two</a></li></ul>',
    ),
  );

  expect(document.activeElement?.getAttribute("href")).toBe("/2/");
});

test("focus goes to the region when its element is gone", () => {
  const region = show('<div id="r"><a href="/1/">One</a></div>');
  document.querySelector("a")?.focus();

  morph(region, element('<div id="r"><p>Nothing left</p></div>'));

  expect(document.activeElement?.id).toBe("r");
});

test("half-typed fields keep what was typed, untouched ones follow the server", () => {
  const region = show(
    '<form id="r"><input id="typed" value="a"><input id="same" value="a"><textarea id="text"></textarea></form>',
  );
  field("typed").value = "half a sen";
  field("text").value = "more";

  morph(
    region,
    element(
      '<form id="r"><input id="typed" value="b"><input id="same" value="b"><textarea id="text">server</textarea></form>',
    ),
  );

  expect(field("typed").value).toBe("half a sen");
  expect(field("text").value).toBe("more");
  expect(field("same").value).toBe("b");
});

test("the id of what somebody is typing stays, that of an untouched form follows the server", () => {
  const form = (id: string, value: string) =>
    `<form><input type="hidden" id="id-${id}" value="${value}"><input id="${id}"></form>`;
  const region = show(
    `<div id="r">${form("typed", "old")}${form("same", "old")}</div>`,
  );
  field("typed").value = "half a sen";

  morph(
    region,
    element(`<div id="r">${form("typed", "new")}${form("same", "new")}</div>`),
  );

  expect(field("id-typed").value).toBe("old");
  expect(field("id-same").value).toBe("new");
});

test("a form that somebody is typing in stays when the newer page has none", () => {
  const region = show(
    '<div id="r"><form id="f"><textarea id="text"></textarea></form><p id="p">old</p></div>',
  );
  field("text").value = "half a sen";

  morph(region, element('<div id="r"><p id="p">new</p></div>'));

  expect(field("text").value).toBe("half a sen");
  expect(document.getElementById("p")?.textContent).toBe("new");
});

test("a form that nobody touched goes when the newer page has none", () => {
  const region = show(
    '<div id="r"><form id="f"><textarea id="text"></textarea></form></div>',
  );

  morph(region, element('<div id="r"></div>'));

  expect(document.getElementById("f")).toBeNull();
});

test("choices made by hand stay", () => {
  const choices =
    '<form id="r"><input type="checkbox" id="box"><select id="who"><option value="a">A</option><option value="b">B</option></select></form>';
  const region = show(choices);
  field("box").checked = true;
  (document.getElementById("who") as HTMLSelectElement).value = "b";

  morph(region, element(choices));

  expect(field("box").checked).toBe(true);
  expect((document.getElementById("who") as HTMLSelectElement).value).toBe("b");
});

test("opened details stay open", () => {
  const region = show(
    '<div id="r"><details id="d"><summary>More</summary>old</details></div>',
  );
  (document.getElementById("d") as HTMLDetailsElement).open = true;

  morph(
    region,
    element(
      '<div id="r"><details id="d"><summary>More</summary>new</details></div>',
    ),
  );

  const details = document.getElementById("d") as HTMLDetailsElement;
  expect(details.open).toBe(true);
  expect(details.textContent).toBe("Morenew");
});
