"""From a letter to a mail: its words are found when it is sent, so that they are still true."""

from collections.abc import Callable

from django.core.mail import EmailMessage

from frontend.letters.notices import notices
from frontend.letters.sessions import cancellation, change, input_open, invitation
from letters.models import Letter
from reflections.services.inviting import CANCELLATION, CHANGE, INPUT_OPEN, INVITATION
from reminders.services.mailing import AT_ONCE, DIGEST

# One line for each kind of letter. None: it is not needed any more.
COMPOSERS: dict[str, Callable[[Letter], EmailMessage | None]] = {
    INVITATION: invitation,
    CHANGE: change,
    CANCELLATION: cancellation,
    INPUT_OPEN: input_open,
    DIGEST: notices,
    AT_ONCE: notices,
}


def compose(letter: Letter) -> EmailMessage | None:
    """Return the mail that the letter is; raises KeyError for a kind that nobody writes."""
    return COMPOSERS[letter.kind](letter)
