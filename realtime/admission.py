"""Who may follow what: asked when somebody begins to follow, and again now and then."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.utils import translation
from django.utils.translation import gettext as _

from eventlog.queries import Position, position_of
from kernel.errors import NotAllowedError
from realtime.feed import Frame, frame_of
from realtime.news import changes
from realtime.protocol import Follow, Refused, Reset
from realtime.standing import Standing, standing_of, still_stands
from reflections.visitors import Visitor


@dataclass(frozen=True)
class Admission:
    """As whom somebody follows a stream, and the frame that brings her up to date."""

    standing: Standing
    first: Frame


def admit(visitor: Visitor, follow: Follow) -> Admission | Refused:
    """Let *visitor* follow a stream from where she says that she is, or say why not."""
    standing = _standing_or_refusal(visitor, follow.stream)
    if isinstance(standing, Refused):
        return standing
    if follow.standing not in {None, standing.name}:
        start = position_of(follow.stream)
        return Admission(standing, frame_of(Reset(follow.stream, "rights_changed"), start))
    if follow.epoch is None or follow.since is None:
        since = position_of(follow.stream)
    else:
        since = Position(follow.epoch, follow.since)
    return Admission(standing, frame_of(changes(standing.view, follow.stream, since), since))


def standings_of(
    visitor: Visitor, session_key: str, streams: Collection[str]
) -> dict[str, Standing | Refused] | None:
    """Return what *visitor* is now on each of *streams*, or None when she has signed out."""
    if not still_stands(visitor, session_key):
        return None
    return {stream: _standing_or_refusal(visitor, stream) for stream in streams}


def _standing_or_refusal(visitor: Visitor, stream: str) -> Standing | Refused:
    with translation.override(visitor.speaks):
        try:
            return standing_of(visitor, stream)
        except NotAllowedError as refusal:
            return Refused(stream=stream, code=refusal.code, detail=refusal.message)
        except ObjectDoesNotExist:
            sentence = _("There is nothing here, or it is not yours to see.")
            return Refused(stream=stream, code="not_found", detail=sentence)
