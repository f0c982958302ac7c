"""The sentence frame: an action said in one breath, in the language of its session."""

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actions.wording.check import Draft
from actions.wording.words import words_in

GAP = "…"


def sentence_of(draft: Draft) -> str:
    """Return the action as one sentence; what is not typed yet is a gap. Empty for an empty draft."""
    if not (draft.what.strip() or draft.done_test.strip() or draft.owner):
        return ""
    with translation.override(draft.language):
        values = {
            "cue": _inside(draft, draft.cue),
            "owner": draft.owner or GAP,
            "what": _inside(draft, draft.what),
            "day": date_format(draft.due, "j F Y") if draft.due else GAP,
            "sign": _inside(draft, draft.done_test),
        }
        if draft.cue.strip():
            return (
                _(
                    "When %(cue)s, %(owner)s will %(what)s, so that by %(day)s one can see: %(sign)s."
                )
                % values
            )
        return _("%(owner)s will %(what)s, so that by %(day)s one can see: %(sign)s.") % values


def _inside(draft: Draft, text: str) -> str:
    """Return *text* as it stands inside a sentence: no capital where its first word has none."""
    said = text.strip().rstrip(".")
    if not said:
        return GAP
    first = next(iter(words_in(said)), "")
    usual = draft.words.small_words | draft.words.verbs
    return said[0].lower() + said[1:] if first in usual else said
