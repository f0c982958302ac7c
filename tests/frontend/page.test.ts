import { beforeAll, beforeEach, expect, test } from "vitest";
import { closeMenus, sendOnce, showErrors } from "../../frontend/src/page";

beforeAll(() => {
  closeMenus();
  sendOnce();
});

beforeEach(() => {
  document.body.innerHTML = "";
});

function menu(): HTMLDetailsElement {
  document.body.innerHTML =
    '<details class="menu" open><summary>Menu</summary><a href="/x/">X</a></details><p>Elsewhere</p>';
  return document.querySelector("details") as HTMLDetailsElement;
}

test("Escape closes the menu and brings the focus back to its button", () => {
  const opened = menu();
  document.querySelector("a")?.focus();

  document.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Escape", bubbles: true }),
  );

  expect(opened.open).toBe(false);
  expect(document.activeElement?.tagName).toBe("SUMMARY");
});

test("pressing elsewhere closes the menu, pressing inside does not", () => {
  const opened = menu();

  document
    .querySelector("summary")
    ?.dispatchEvent(new Event("click", { bubbles: true }));
  expect(opened.open).toBe(true);
  document
    .querySelector("p")
    ?.dispatchEvent(new Event("click", { bubbles: true }));
  expect(opened.open).toBe(false);
});

test("the focus goes to the summary of errors", () => {
  document.body.innerHTML = '<div id="error-summary" tabindex="-1">Wrong</div>';

  showErrors();

  expect(document.activeElement?.id).toBe("error-summary");
});

test("a form is sent once, and again after the page came back", () => {
  document.body.innerHTML = '<form method="post"></form>';
  const form = document.querySelector("form") as HTMLFormElement;
  const isSent = () =>
    form.dispatchEvent(
      new Event("submit", { bubbles: true, cancelable: true }),
    );

  expect([isSent(), isSent()]).toEqual([true, false]);
  window.dispatchEvent(new Event("pageshow"));
  expect(isSent()).toBe(true);
});

test("a search can be sent as often as one likes", () => {
  document.body.innerHTML = '<form method="get"></form>';
  const form = document.querySelector("form") as HTMLFormElement;
  const isSent = () =>
    form.dispatchEvent(
      new Event("submit", { bubbles: true, cancelable: true }),
    );

  expect([isSent(), isSent()]).toEqual([true, true]);
});
