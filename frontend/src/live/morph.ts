/** Changes a region of the page into its newer self without disturbing the person who is using it. */

import { Idiomorph } from "idiomorph";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(element: Node): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

function isChangedByHand(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const hasDefault = [...field.options].some((option) => option.defaultSelected);
    return hasDefault
      ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.selectedIndex > 0;
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field.type === "hidden") return false;
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  return field.value !== field.defaultValue;
}

/** A hidden field stays with what is typed beside it: the id by which a repeat is known. */
function belongsToTyping(field: Field): boolean {
  return field.type === "hidden" && !!field.form && isInUse(field.form);
}

function isInUse(element: Element): boolean {
  if (isField(element)) return element === document.activeElement || isChangedByHand(element);
  return [...element.querySelectorAll<Field>("input, textarea, select")].some(isInUse);
}

function pathTo(element: Element): () => HTMLElement | null {
  const { id } = element;
  const href = element.getAttribute("href");
  return () => {
    if (id) return document.getElementById(id);
    if (!href) return null;
    return document.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);
  };
}

function giveFocusBack(
  region: HTMLElement,
  before: Element | null,
  find: () => HTMLElement | null,
): void {
  if (!before || before.isConnected) return;
  const place = find() ?? region;
  if (place === region) region.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * Makes `region` look like `newer`. Promises: a field that is focused or was changed keeps what was
 * typed, also when the newer page no longer has it; opened details stay open; focus stays or goes to
 * the same link, else to the region.
 */
export function morph(region: HTMLElement, newer: Element): void {
  const active = region.contains(document.activeElement) ? document.activeElement : null;
  const find = active ? pathTo(active) : () => null;
  void Idiomorph.morph(region, newer, {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed: (node) => !(isField(node) && (isInUse(node) || belongsToTyping(node))),
      beforeNodeRemoved: (node) => !(node instanceof Element && isInUse(node)),
      beforeAttributeUpdated: (name, element) =>
        !(name === "open" && (element.tagName === "DETAILS" || element.tagName === "DIALOG")),
    },
  });
  giveFocusBack(region, active, find);
}
