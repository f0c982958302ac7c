"""People in one room, each with a browser of her own."""

import os
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from accounts.models import Person
from bootstrap.places import CACHE
from tests import cast
from tests.journeys.keyboard import Keyboard

Made = TypeVar("Made")
# How a text of the product is said in the language of a story.
Say = Callable[..., str]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
PICTURES = CACHE / "pictures"


class Room:
    """Opens browsers, signs people in, and notes whatever a browser complains of."""

    def __init__(self, url: str, browser: Browser, mailbox: Path, cookie: str) -> None:
        self.url = url
        self.complaints: list[str] = []
        self._browser = browser
        self._mailbox = mailbox
        self._cookie = cookie
        self._contexts: list[BrowserContext] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for context in self._contexts:
            context.close()

    def visitor(
        self, *, phone: bool = False, at: str = "", language: str = "en", **options: object
    ) -> Page:
        """Open a browser of its own, at a desk or on a phone, perhaps at another server."""
        size = PHONE if phone else DESK
        context = self._browser.new_context(
            base_url=at or self.url, viewport=size, has_touch=phone, locale=language, **options
        )
        context.set_default_timeout(15_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def person(self, email: str, **options: Any) -> Page:
        """Open a browser in which whoever has this address is signed in already."""
        page = self.visitor(**options)
        cookie = self.prepare(_signed_in, email)
        address = self.url.replace("http:", "https:")  # the cookie is one for secure places only
        page.context.add_cookies([{"name": self._cookie, "value": cookie, "url": address}])
        return page

    def person_by_mail(self, email: str, **options: Any) -> Page:
        """Open a browser and sign in with the code that is mailed to *email*."""
        page = self.visitor(**options)
        page.goto("/account/login/code/")
        page.get_by_label("Email").fill(email)
        self.type_code(page)
        return page

    def person_at_keyboard(self, email: str) -> Keyboard:
        """Open a browser and sign in without a mouse."""
        keys = Keyboard(self.visitor())
        keys.page.goto("/account/login/code/")
        keys.write("Email", email)
        before = set(self._mailbox.iterdir())
        keys.press("Send me a code")
        keys.write("Code", _code_in(_new_mail(self._mailbox, before)))
        keys.press("Sign in")
        keys.page.wait_for_url("**/")
        return keys

    def type_code(self, page: Page) -> None:
        """Have the page send a code, read it in the mail, and type it in."""
        before = set(self._mailbox.iterdir())
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code").fill(_code_in(_new_mail(self._mailbox, before)))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/")

    def prepare(self, make: Callable[..., Made], *given: Any, **named: Any) -> Made:
        """Make what the story starts with, by the use cases, away from the browser's event loop."""

        def made() -> Made:
            try:
                return make(*given, **named)
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as thread:
            return thread.submit(made).result()

    def photograph(self, name: str) -> None:
        """Keep a picture of every open page: what everybody saw when a story went wrong."""
        pages = [page for context in self._contexts for page in context.pages]
        for number, page in enumerate(pages, start=1):
            _photograph(page, f"{name}-{number}")

    def _note(self, message: ConsoleMessage) -> None:
        # An answer that refuses and a lost line are part of a story; a violated policy or a script
        # error is not.
        expected = ("Failed to load resource", "WebSocket connection to")
        if message.type == "error" and not message.text.startswith(expected):
            self.complaints.append(message.text)


def _signed_in(email: str) -> str:
    """Return the key of a session in which somebody is signed in."""
    return cast.session_key_of(Person.objects.get(email=email))


def in_english(text: str, **values: object) -> str:
    """Say a text of the product as it stands in the code, filled in with *values*."""
    return text % values if values else text


def go_to_part(page: Page, title: str, say: Say = in_english) -> None:
    """Let the facilitator go to the part of the session with that title."""
    name = say("%(phase)s: go to this part", phase=title)
    inside = page.get_by_role("button", name=name, include_hidden=True)
    folded = page.locator("details.phases__block:not([open])").filter(has=inside)
    if folded.count():
        folded.locator("summary").click()
    page.get_by_role("button", name=name).click()
    page.locator("[aria-current=step]", has_text=title).wait_for()


def way_in(page: Page, say: Say = in_english) -> str:
    """Read from the board of whoever runs a session the code that others type to come in."""
    way = page.locator("details", has=page.get_by_text(say("How to come in"), exact=True))
    way.locator("summary").click()
    code = way.get_by_text(re.compile("^[0-9A-Z]{4}-[0-9A-Z]{4}$")).inner_text()
    way.locator("summary").click()
    return code


def come_to(page: Page, code: str, say: Say = in_english) -> None:
    """Find the way to a session by its code, up to its door."""
    page.goto("/join/")
    page.get_by_label(say("Code of the session")).fill(code)
    page.get_by_role("button", name=say("Go on")).click()
    page.wait_for_url("**/join/*/")


def open_tools(page: Page) -> Locator:
    """Open the menu with what whoever runs a session rarely needs."""
    menu = page.locator("details", has=page.get_by_text("More", exact=True))
    menu.locator("summary").click()
    return menu


def finish_with_a_promise(page: Page) -> None:
    """Finish a session in its last part, of which nothing but the promise of an answer is missing."""
    page.get_by_role("button", name="Finish session").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("Those who gave input")).click()
    dialog.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Finish session").click()
    expect(dialog.get_by_text("Nothing is missing.")).to_be_visible()
    dialog.get_by_role("button", name="Finish session").click()


def picture(page: Page, name: str) -> None:
    """Keep a picture of the whole page for people to look at, where KEEP_PICTURES is set.

    There are two hundred of them, and each takes as long as a look of axe.
    """
    if "KEEP_PICTURES" in os.environ:
        _photograph(page, name)


def _photograph(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def _new_mail(mailbox: Path, before: set[Path]) -> str:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if new := set(mailbox.iterdir()) - before:
            return new.pop().read_text()
        time.sleep(0.05)
    raise AssertionError("No mail came.")


def _code_in(mail: str) -> str:
    found = re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", mail, re.MULTILINE)
    assert found, mail
    return found[1]
