"""From a letter to a mail: its words are found when it is sent, so that they are still true."""

from collections import defaultdict
from collections.abc import Sequence

from frontend.letters.notices import notices
from frontend.letters.sessions import cancellation, change, input_open, invitation
from letters.models import Letter
from letters.services import Compose, Prepare
from reflections.services.inviting import CANCELLATION, CHANGE, INPUT_OPEN, INVITATION
from reminders.services.mailing import AT_ONCE, DIGEST


def _each(compose: Compose) -> Prepare:
    """Compose letters that come a few at a time: each reads for itself."""
    return lambda letters: compose


# One line for each kind of letter. A letter without a mail is not needed any more.
COMPOSERS: dict[str, Prepare] = {
    INVITATION: _each(invitation),
    CHANGE: _each(change),
    CANCELLATION: _each(cancellation),
    INPUT_OPEN: _each(input_open),
    DIGEST: notices,
    AT_ONCE: notices,
}


def composer_for(letters: Sequence[Letter]) -> Compose:
    """Return what makes a mail of each of these; it raises KeyError for a kind that nobody writes."""
    by_kind: dict[str, list[Letter]] = defaultdict(list)
    for letter in letters:
        by_kind[letter.kind].append(letter)
    known = {kind: COMPOSERS[kind](those) for kind, those in by_kind.items() if kind in COMPOSERS}
    return lambda letter: known[letter.kind](letter)
