"""How fast one may write: counted in the memory of the server only, as a number and nothing else."""

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from kernel.errors import TooManyTriesError
from reflections.models.participant import Participant

MINUTE, DAY = 60, 24 * 60 * 60


def must_not_hurry(participant: Participant) -> None:
    """Refuse the writes of a machine that repeats itself; people do not come near these numbers."""
    for most, seconds in ((settings.NOTES_PER_MINUTE, MINUTE), (settings.NOTES_PER_SESSION, DAY)):
        key = f"notes:{participant.pk}:{seconds}"
        if _count(key, seconds) > most:
            raise TooManyTriesError(
                _("That is a lot of notes at once. Wait a minute; your text is kept here."),
            )


def _count(key: str, seconds: int) -> int:
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # its time was over in between
        return 1
