"""Stories in another language: what the pages say there, and what they still say in English."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from frontend.catalogs.upkeep import places, read

# Everything that is seen or read out, but for what is marked as English.
SAID = """() => {
  const texts = [];
  const isForeign = (element) => element.closest('[lang]')?.lang === 'en';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.checkVisibility({visibilityProperty: true}) && !isForeign(element))
      texts.push(walker.currentNode.textContent);
  }
  const named = ['aria-label', 'placeholder', 'title', 'alt'];
  for (const element of document.body.querySelectorAll(named.map((one) => `[${one}]`).join(', ')))
    if (element.checkVisibility() && !isForeign(element))
      texts.push(...named.map((one) => element.getAttribute(one) ?? ''));
  return texts.map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""
DOMAINS = ("django", "djangojs")
# Words of which every English sentence has one, and no Dutch or Swedish one.
ENGLISH = re.compile(
    r"\b(the|you|your|with|this|that|these|what|who|which|when|from|are|have|nobody|everybody)\b",
    re.IGNORECASE,
)


class Language:
    """A language that the product speaks."""

    def __init__(self, code: str) -> None:
        self.texts = dict(_texts_in(code))

    def __call__(self, text: str, **values: object) -> str:
        """Say a text of the product, filled in with *values*; KeyError when it says no such thing."""
        return self.texts[text] % values if values else self.texts[text]

    def english_on(self, page: Page) -> list[str]:
        """Return what the page says in English all the same."""
        own = set(self.texts.values())
        return [
            text
            for text in page.evaluate(SAID)
            if ENGLISH.search(text) or (text in self.texts and text not in own)
        ]


def _texts_in(code: str) -> Iterator[tuple[str, str]]:
    for place in (one for domain in DOMAINS for one in places(domain) if one.language == code):
        for message in read(place):
            if isinstance(message.id, str):
                yield message.id, message.string
            else:
                yield from zip(message.id, message.string, strict=True)
