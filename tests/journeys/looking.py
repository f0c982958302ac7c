"""What every page owes everybody: no fault that axe finds, no sideways scrolling, targets to hit."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.journeys.people import picture

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is in order need not be listed: with it, each look takes twice as long.
BAD = {"resultTypes": ["violations"]}
ALL: dict[str, Any] = {**BAD, "runOnly": {"type": "tag", "values": RULES}}
COLOURS_APART = {**ALL, "rules": {"color-contrast": {"enabled": False}}}
COLOURS_ALONE = {**BAD, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
NARROW = {"width": 320, "height": 640}

# Half-way through a change of colours a contrast is nobody's choice: two frames for a change to
# begin, and then to its end, except for what never ends.
SETTLED = """async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const ending = document.getAnimations().filter(
    (one) => Number.isFinite(one.effect?.getComputedTiming().endTime ?? 0));
  await Promise.all(ending.map((one) => one.finished.catch(() => null)));
}"""

# Links inside a sentence are excepted, as in WCAG 2.5.8.
SMALL_TARGETS = """() => [...document.querySelectorAll('button, select, input, summary, a[href]')]
  .filter((e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((e) => !(e.matches('a, summary') && getComputedStyle(e).display === 'inline'))
  .filter((e) => e.type !== 'hidden' && !e.closest('.visually-hidden, .ds-sr-only, .ds-skip-link'))
  .map((e) => [e.outerHTML.slice(0, 90), (e.closest('label') ?? e).getBoundingClientRect()])
  .filter(([, r]) => r.width > 1 && (r.width < 24 || r.height < 24))
  .map(([html, r]) => `${Math.round(r.width)}x${Math.round(r.height)} ${html}`)"""


def faults_of(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Return what is wrong with the page as it is now, in words; empty when nothing is."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("(options) => axe.run(options)", options or ALL)
    faults = [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
    return faults + [f"target {target}" for target in page.evaluate(SMALL_TARGETS)]


def faults_when_narrow(page: Page) -> list[str]:
    """Return what is wrong at 320 pixels, which is also 1280 at 400 % zoom; colours stay as they are."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    faults = faults_of(page, COLOURS_APART)
    if width > NARROW["width"]:
        faults.append(f"scrolls sideways: {width} px")
    if before:
        page.set_viewport_size(before)
    return faults


def faults_in_the_dark(page: Page) -> list[str]:
    """Return what is wrong in dark colours, where nothing else is different."""
    page.emulate_media(color_scheme="dark")
    faults = faults_of(page, COLOURS_ALONE)
    page.emulate_media(color_scheme="light")
    return faults


def faults_now(page: Page, name: str) -> list[str]:
    """Return all that is wrong with the page as it is now, in both colours and when narrow."""
    picture(page, name)
    faults = [*faults_of(page), *faults_in_the_dark(page), *faults_when_narrow(page)]
    return [f"{name}: {fault}" for fault in faults]


def faults_at(page: Page, path: str) -> list[str]:
    """Go to an address, and return all that is wrong there."""
    page.goto(path)
    return faults_now(page, path.strip("/").replace("/", "-") or "welcome")
