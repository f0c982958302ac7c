/** Dialogs: one begins at its first field, and ends with buttons the last of which leaves it. */

import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { gettext } from "../../i18n";
import { FormTrouble, type Submitting } from "./forms";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Whether one comes to read first: no keyboard jumps up on a phone. */
  readonly isToRead?: boolean;
  readonly children: ComponentChildren;
}

/** A modal dialog; one begins at its first field, and returns to where the focus was. */
export function Dialog({ title, onClose, isToRead = false, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // At once and not after painting: what the dialog leads to gets the focus after its opener did.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    // Of its own a browser would begin at the list of notes above, because that can be scrolled.
    element?.querySelector<HTMLElement>(isToRead ? "h2" : "input, select, textarea")?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [isToRead]);
  return (
    <dialog class="ds-dialog board-dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

interface EndProps {
  readonly onLeave: () => void;
  /** What leaving is called. */
  readonly leave?: string;
  readonly size?: "sm";
  readonly children?: ComponentChildren;
}

/** The buttons at the end of a form or a dialog, the last of which leaves it. */
export function EndButtons({ onLeave, leave = gettext("Cancel"), size, children }: EndProps) {
  return (
    <p class="buttons">
      {children}
      <button
        class="ds-button"
        data-variant="tertiary"
        data-size={size}
        type="button"
        onClick={onLeave}
      >
        {leave}
      </button>
    </p>
  );
}

interface FormDialogProps extends DialogProps {
  readonly form: Submitting;
  /** The fields beside which a refusal can stand. */
  readonly fields: readonly string[];
  readonly button: string;
}

/** A dialog with one form: what went wrong first, its fields, and one button besides Cancel. */
export function FormDialog({ title, form, fields, button, onClose, children }: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <FormTrouble trouble={form.trouble} fields={fields} />
        {children}
        <EndButtons onLeave={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {button}
          </button>
        </EndButtons>
      </form>
    </Dialog>
  );
}
