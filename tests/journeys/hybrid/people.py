"""Nine people who hold a session together, and what they say in it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from playwright.sync_api import Page

TITLE = "Home in the evening"
QUESTION = "What should we know? What would help?"
BUS = "There is no bus after six"
TUNNEL = ["The last bus leaves at six", "A bus at half past six would help", "The bus stop is dark"]
PILLS = "Nobody told me which pills to take"
OUTLINE = "My pills changed and nobody told my doctor"
NAMELESS = "I am afraid of the stairs at night"
SPOKEN = "My husband fell because nobody rang back"
LATE = "Half a sentence that was not ready in time"
HIDDEN = [BUS, *TUNNEL, PILLS, OUTLINE, NAMELESS, SPOKEN, LATE]
GROUP = "Getting home in the evening"
SUGGESTED = "Told, pills"
INSIGHT = "After six, whoever cannot drive stays at home"
DEED = "Ask the bus company for a bus at half past six"


@dataclass(frozen=True)
class People:
    """Nine people at nine browsers; who sits at the keyboard has no mouse."""

    ada: Page  # leads, at a desk
    fay: Page  # helps her
    bo: Page  # on a phone in the room
    kim: Page  # on a phone, with a bad line
    guest: Page  # on a phone, without an account and without a name
    otto: Page  # by keyboard alone
    eva: Page  # in the outline
    dag: Page  # looks on
    mia: Page  # at home

    def __iter__(self) -> Iterator[Page]:
        return iter([getattr(self, field.name) for field in fields(self)])

    @property
    def writers(self) -> list[Page]:
        return [self.bo, self.kim, self.guest, self.otto, self.eva, self.mia]
