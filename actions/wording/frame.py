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
            "what": _small(_bare(draft.what)) or GAP,
            "day": date_format(draft.due, "j F Y") if draft.due else GAP,
            "sign": _inside(draft, draft.done_test) or GAP,
        }
        if values["cue"]:
            said = _(
                "When %(cue)s, %(owner)s will %(what)s, so that by %(day)s one can see: %(sign)s."
            )
        else:
            said = _("%(owner)s will %(what)s, so that by %(day)s one can see: %(sign)s.")
        return (said % values).replace(f"{GAP}.", GAP)


def _bare(text: str) -> str:
    return text.strip().rstrip(".")


def _small(text: str) -> str:
    """Begin *text* with a small letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _inside(draft: Draft, text: str) -> str:
    """Return *text* as it stands inside a sentence; it may begin with a name."""
    said = _bare(text)
    first = next(iter(words_in(said)), "")
    return _small(said) if first in draft.words.small_words | draft.words.verbs else said
