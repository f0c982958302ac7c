"""A person without a mouse: she gets to everything with the Tab key, and presses what she got to."""

from playwright.sync_api import Locator, Page, expect

MOST_STEPS = 200


class Keyboard:
    """What somebody does on a page by its keyboard alone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, wanted: Locator) -> None:
        """Go on with the Tab key until *wanted* has the focus."""
        expect(wanted).to_be_visible()
        for _ in range(MOST_STEPS):
            if wanted.evaluate("(element) => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} cannot be reached by keyboard")

    def press(self, name: str, *, role: str = "button") -> None:
        """Reach what has that name, and press Enter."""
        self.reach(self.page.get_by_role(role, name=name, exact=True))
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        """Reach a field, and write into it what stands there then."""
        self.reach(self.page.get_by_label(label))
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
