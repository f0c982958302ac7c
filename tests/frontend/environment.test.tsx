import { render, screen } from "@testing-library/preact";
import { expect, test } from "vitest";

test("a component renders into the document", () => {
  render(<p>Hallo</p>);

  expect(screen.getByText("Hallo").tagName).toBe("P");
});
