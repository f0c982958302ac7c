/** Keeps what was typed in a form that is left in the middle: a call comes in, the browser closes. */

export function keepTyped(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-keeps-typed]");
  if (!form) return;
  let isTouched = false;
  form.addEventListener("input", () => (isTouched = true));
  form.addEventListener("submit", () => (isTouched = false));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !isTouched) return;
    const typed = new FormData(form);
    typed.set("do", "keep");
    navigator.sendBeacon(form.action, typed);
    isTouched = false;
  });
}
