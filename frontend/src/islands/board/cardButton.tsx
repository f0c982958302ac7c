/** A button on a card. */

interface ButtonProps {
  readonly text: string;
  readonly name: string;
  readonly isMain?: boolean;
  readonly onClick: () => void;
}

/** A button of a card, named with the card's first words. */
export function Button({ text, name, isMain, onClick }: ButtonProps) {
  return (
    <button
      class="ds-button"
      data-size="sm"
      data-variant={isMain ? "primary" : "secondary"}
      type="button"
      aria-label={`${text}: ${name}`}
      onClick={onClick}
    >
      {text}
    </button>
  );
}
