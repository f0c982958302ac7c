"""What one person does with a board at a time: write, choose, move, open and close."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.hybrid.people import GROUP, HIDDEN, QUESTION
from tests.journeys.keyboard import Keyboard


def write(page: Page, text: str, how: str = "", *, by_keyboard: bool = False) -> None:
    if how:
        page.get_by_label("How your note is shown").select_option(label=how)
    if by_keyboard:
        Keyboard(page).write(QUESTION, text)
    else:
        page.get_by_label(QUESTION).fill(text)
    page.keyboard.press("Enter")


def select(page: Page, *texts: str) -> Locator:
    for text in texts:
        page.get_by_role("checkbox", name=f"Select: {text}").check()
    return page.get_by_role("region", name="Selected notes")


def show_all(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Show .*hidden notes")).click()
    page.get_by_role("dialog").get_by_role("button", name="Show all notes").click()


def group(page: Page, title: str = GROUP) -> Locator:
    return page.get_by_role("region", name=re.compile(f"^{title}"))


def move_by_keyboard(page: Page, text: str, title: str) -> None:
    """Arrow keys lead from note to note; Enter asks where it goes."""
    keys = Keyboard(page)
    note = page.get_by_role("article", name=text)
    keys.reach(page.locator("article.note[tabindex='0']").first)
    page.keyboard.press("Home")
    for _ in HIDDEN:
        if note.evaluate("(element) => element === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    place = re.compile(f"^{title}")
    keys.reach(page.get_by_role("dialog").get_by_role("button", name=place))
    page.keyboard.press("Enter")
    expect(group(page, title).get_by_text(text)).to_be_visible()


def talk_about(page: Page, text: str) -> Locator:
    page.locator(".columns").get_by_role("button", name=re.compile(rf"\. {text[:20]}")).click()
    return page.get_by_role("dialog")


def close(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
