"""Whether the wording of an action says what one needs to do it: hints, never a gate.

Knows nothing of the database; which words it looks for is in the modules of the languages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from actions.wording.dutch import DUTCH
from actions.wording.english import ENGLISH
from actions.wording.swedish import SWEDISH
from actions.wording.words import Language, words_in

LANGUAGES = {"en": ENGLISH, "nl": DUTCH, "sv": SWEDISH}
LONGEST = 200


@dataclass(frozen=True)
class Draft:
    """An action as far as somebody has typed it, in the language of its session."""

    what: str = ""
    owner: str = ""
    due: date | None = None
    done_test: str = ""
    cue: str = ""
    first_step: str = ""
    language: str = "en"

    @property
    def words(self) -> Language:
        """Return what the check knows of the language."""
        return LANGUAGES.get(self.language, ENGLISH)


@dataclass(frozen=True)
class Owner:
    """How much the owner has to do already, and whether the change is beyond her mandate."""

    name: str
    open_actions: int
    most: int
    level: str = ""
    is_beyond_mandate: bool = False


@dataclass(frozen=True)
class Element:
    """One of the six things that a good action says."""

    code: str
    label: str
    is_there: bool


@dataclass(frozen=True)
class Hint:
    """Something that could be said better, beside the `field` where one can mend it."""

    code: str
    sentence: str
    field: str


def elements_of(draft: Draft) -> list[Element]:
    """Return the six elements, each with whether it is there."""
    return [
        Element("verb", _("a verb that one can see"), _has_verb(draft)),
        Element("object", _("what it is done with or to"), _has_object(draft)),
        Element("owner", _("one person"), bool(draft.owner)),
        Element("due", _("a day"), draft.due is not None),
        Element("done_test", _("a sign that it is done"), bool(draft.done_test.strip())),
        Element("cue", _("a cue or a first step"), bool((draft.cue + draft.first_step).strip())),
    ]


def hints_for(draft: Draft, owner: Owner | None = None) -> list[Hint]:
    """Return what could be said better; nothing about what is not typed yet."""
    return [*_hints_about_words(draft), *(_hints_about_owner(owner) if owner else ())]


def _hints_about_words(draft: Draft) -> Iterator[Hint]:
    words, what = draft.words, draft.what
    if soft := words.soft.search(what):
        sentence = _("After “%(word)s”, what is different? Name the step that one can see.")
        yield Hint("soft_verb", sentence % {"word": soft[0]}, "title")
    if _is_two_actions(what, words):
        yield Hint("two_actions", _("These look like two actions. Make one of each."), "title")
    if words.passive.search(what) and not words.doer.search(what):
        sentence = _("Say it with the person who does it: not “is done” but “does”.")
        yield Hint("passive", sentence, "title")
    if len(what) > LONGEST:
        sentence = _("This is long. The part after the first sentence may fit in the first step.")
        yield Hint("too_long", sentence, "title")
    if draft.due is None and (vague := words.vague_days.search(what)):
        sentence = _("“%(word)s” is no day. Choose one, so that others know when to ask.")
        yield Hint("vague_day", sentence % {"word": vague[0]}, "due")


def _hints_about_owner(owner: Owner) -> Iterator[Hint]:
    if owner.open_actions >= owner.most:
        sentence = _("%(name)s has %(count)s open actions already. Is there somebody else?")
        values = {"name": owner.name, "count": owner.open_actions}
        yield Hint("owner_is_full", sentence % values, "owner_id")
    if owner.is_beyond_mandate:
        sentence = _(
            "This must change on the level “%(level)s”, which is beyond the mandate of %(name)s."
            " Who can open that door?"
        )
        yield Hint("beyond_mandate", sentence % {"name": owner.name, "level": owner.level}, "level")


def _has_verb(draft: Draft) -> bool:
    words = draft.words
    parts = [part for part in _parts_of(words.soft.sub(" ", draft.what), words) if part]
    if any(_has_known_verb(part, words) for part in parts):
        return True
    # Without its soft verb a sentence may begin with anything.
    if not parts or words.soft.search(draft.what):
        return False
    places = parts[0][:1] if words.is_verb_first else [parts[0][0], parts[-1][-1]]
    return any(_looks_like_a_verb(word, words) for word in places)


def _parts_of(text: str, words: Language) -> list[list[str]]:
    return [words_in(part) for part in words.joining.split(text)]


def _has_known_verb(part: list[str], words: Language) -> bool:
    return any(word in words.verbs for word in (part[:1] if words.is_verb_first else part))


def _looks_like_a_verb(word: str, words: Language) -> bool:
    is_known_otherwise = word in words.small_words or word.endswith(words.noun_endings)
    return word.isalpha() and word.endswith(words.verb_endings) and not is_known_otherwise


def _has_object(draft: Draft) -> bool:
    words = draft.words
    rest = words_in(words.soft.sub(" ", draft.what))
    things = [word for word in rest if word not in words.small_words]
    verbs = sum(word in words.verbs for word in things)
    # A verb that is not in the list counts as one too.
    return len(things) > max(verbs, int(_has_verb(draft)))


def _is_two_actions(what: str, words: Language) -> bool:
    # "Rugs and rails" are two things, "check rugs and fit rails" are two actions.
    parts = _parts_of(what, words)
    return sum(len(part) > 1 and _has_known_verb(part, words) for part in parts) > 1
