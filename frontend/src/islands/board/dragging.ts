/** Dragging notes together with a mouse; the same can be done with the menu on each note. */

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

const TYPE = "note";

function noteIn(data: Record<string, unknown>): string {
  return data["type"] === TYPE && typeof data["noteId"] === "string" ? data["noteId"] : "";
}

/** On a touch screen a drag would fight with scrolling. */
function hasMouse(): boolean {
  return window.matchMedia("(pointer: fine)").matches;
}

function target(
  element: HTMLElement,
  accepts: (noteId: string) => boolean,
  onDrop: (noteId: string) => unknown,
): () => void {
  const mark = (isOver: boolean): void => {
    element.toggleAttribute("data-over", isOver);
  };
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => accepts(noteIn(source.data)),
    onDropTargetChange: ({ self, location }) =>
      mark(location.current.dropTargets[0]?.element === self.element),
    onDragLeave: () => mark(false),
    onDrop: ({ self, source, location }) => {
      mark(false);
      if (location.current.dropTargets[0]?.element === self.element) onDrop(noteIn(source.data));
    },
  });
}

/** Lets a note be dragged, and others be dropped on it; returns how to stop. */
export function makeDraggable(
  element: HTMLElement,
  noteId: string,
  onDrop: (dragged: string) => unknown,
): () => void {
  if (!hasMouse()) return () => undefined;
  return combine(
    draggable({
      element,
      getInitialData: () => ({ type: TYPE, noteId }),
      onDragStart: () => element.setAttribute("data-dragged", ""),
      onDrop: () => {
        element.removeAttribute("data-dragged");
        element.focus({ preventScroll: true });
      },
    }),
    target(element, (dragged) => dragged !== "" && dragged !== noteId, onDrop),
  );
}

/** Lets notes be dropped on a place, such as a group; returns how to stop. */
export function makeDropPlace(
  element: HTMLElement,
  onDrop: (dragged: string) => unknown,
): () => void {
  if (!hasMouse()) return () => undefined;
  return target(element, (dragged) => dragged !== "", onDrop);
}
