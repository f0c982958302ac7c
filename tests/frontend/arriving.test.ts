import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askAgain, enterByFragment } from "../../frontend/src/arriving";

const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  reload.mockClear();
  vi.spyOn(window.location, "reload").mockImplementation(reload);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/join/");
});

function codeForm(): { form: HTMLFormElement; sent: () => string[] } {
  document.body.innerHTML =
    '<form data-from-fragment="code" method="post"><input name="code"></form>';
  const form = document.querySelector("form") as HTMLFormElement;
  const values: string[] = [];
  form.requestSubmit = () => {
    values.push(new FormData(form).get("code") as string);
  };
  return { form, sent: () => values };
}

test("what a link carries behind its # is sent and leaves the address", () => {
  const { sent } = codeForm();
  window.history.replaceState(null, "", "/join/#secret-key_1");

  enterByFragment();

  expect(sent()).toEqual(["secret-key_1"]);
  expect(window.location.href).not.toContain("secret");
});

test("without it the form waits for somebody to type", () => {
  const { sent } = codeForm();

  enterByFragment();

  expect(sent()).toEqual([]);
});

test("a page that waits loads again as soon as the server shows something else", async () => {
  document.body.innerHTML = '<div data-ask-again="3">Please wait</div>';
  const answers = [document.body.innerHTML, "", "<p>Come in</p>"];
  vi.stubGlobal("fetch", () => {
    const next = answers.shift();
    return next
      ? Promise.resolve(new Response(`<body>${next}</body>`))
      : Promise.reject(new TypeError("no line"));
  });

  askAgain();
  await vi.advanceTimersByTimeAsync(6000);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3000);

  expect(reload).toHaveBeenCalledOnce();
});

test("a page that waits for nothing asks nothing", async () => {
  const fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  document.body.innerHTML = "<p>Here</p>";

  askAgain();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(fetched).not.toHaveBeenCalled();
});
