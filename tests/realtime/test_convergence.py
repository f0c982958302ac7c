"""An open browser shows what a reloaded one shows, whatever happened."""

import ast
import contextlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import product
from unittest.mock import patch
from uuid import UUID

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from bootstrap.places import ROOT
from eventlog.events import KINDS, partnership_stream, person_stream, session_stream
from eventlog.queries import Happening, Position, happenings_since, heads_of
from kernel.errors import NotAllowedError
from partnerships.queries import LogView
from realtime.readers import READERS, Put, View
from reflections.models.breakouts import BreakoutTable
from reflections.models.discussion import Comment
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.invitation import AttendanceNeeds
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView
from reflections.queries.envelope import sealed_notes_in
from reminders.queries.inbox import InboxView
from tests import cast
from tests.made_once import made_once
from tests.realtime import open_browser
from tests.realtime.open_browser import OpenBrowser, Wire
from tests.realtime.scene import Given, Scene, When, set_scene
from tests.realtime.standstill import nobody_doing_anything
from tests.realtime.stories.everything import STORIES

ADDRESS = "@example.org"
# The text of a hidden note is in nobody's copy, so nobody's copy can differ by it; nor is the history
# of an action, which its page reads, and what came by link has an event of its own besides.
SEEN_BY_NOBODY = {
    "note.revised",
    *("action.link_used", "action.owner_reminded", "action.advisors_told", "action.managers_told"),
    "action.reminders_stopped",
}
each_story = pytest.mark.parametrize(
    ("kind", "given", "when"), STORIES, ids=[f"{n}-{story[0]}" for n, story in enumerate(STORIES)]
)


@dataclass
class Opening:
    """What every story begins with, and the browsers that are open then: one for each audience."""

    scene: Scene
    browsers: list[OpenBrowser]


@dataclass
class Told:
    """How a story ended: on which streams it happened, and what browsers show and would show."""

    browsers: list[OpenBrowser]
    streams: set[str]
    # Without the kind of event that the story is about.
    deaf: list[OpenBrowser]
    reloads: dict[tuple[View, str], Wire | None]

    def left_behind(self, browsers: list[OpenBrowser]) -> set[str]:
        """Return the streams on which a reload would show somebody something else."""
        return {one.stream for one in browsers if self._is_behind(one)}

    def _is_behind(self, browser: OpenBrowser) -> bool:
        reloaded = self.reloads.get(browser.place)
        return reloaded is not None and reloaded != browser.records


@pytest.fixture(scope="module")
def opening(django_db_setup, django_db_blocker):
    """Return what every story begins with."""
    with made_once(django_db_blocker, _opened) as made:
        yield made


@pytest.fixture
def begun(db, opening):
    scene = Scene(**deepcopy(vars(opening.scene)))
    return Opening(scene, [browser.copied() for browser in opening.browsers])


def _opened() -> Opening:
    scene = set_scene(cast.start_westmeer())
    return Opening(scene, _one_of_each_audience(scene, _streams(scene)))


def tell(begun: Opening, kind: str, given: Given, when: When) -> Told:
    """Let it happen before the eyes of every audience, and let all of them catch up.

    Some hear of everything but the events of this *kind*, as if nobody had recorded them.
    """
    scene, browsers = begun.scene, begun.browsers
    before = heads_of(_streams(scene))
    what_there_was = given(scene)
    with nobody_doing_anything():
        _catch_up_with(scene, browsers, before)

    when(scene, what_there_was)

    with nobody_doing_anything():
        return _as_told(browsers, kind)


def _as_told(browsers: list[OpenBrowser], kind: str) -> Told:
    to_come = {browser.place: browser.kinds_to_come() for browser in browsers}
    streams = {stream for (_, stream), kinds in to_come.items() if kind in kinds}
    deaf = [browser.copied() for browser in browsers if browser.stream in streams]
    with _unheard(kind):
        for browser in deaf:
            browser.catch_up()
    for browser in browsers:
        browser.text = ""  # what she saw before may have been hers to see then
        browser.catch_up()
    # Where nothing happened, whoever is who she was has nothing to reload for.
    told = [browser for browser in browsers if to_come.get(browser.place) != set()]
    return Told(browsers, streams, deaf, {browser.place: browser.reload() for browser in told})


def _catch_up_with(
    scene: Scene, browsers: list[OpenBrowser], before: Mapping[str, Position]
) -> None:
    """Let the browsers hear what happened since, and open one for each audience that is new."""
    after = heads_of(_streams(scene))
    changed = [stream for stream, head in after.items() if before.get(stream) != head]
    for browser in browsers:
        if browser.stream in changed:
            browser.catch_up()
    known = {browser.standing.view for browser in browsers}
    browsers += _one_of_each_audience(scene, changed, known)


def _streams(scene: Scene) -> list[str]:
    sessions = ReflectionSession.objects.values_list("pk", flat=True)
    # Two inboxes stand for all.
    inboxes = [person_stream(scene.people[name].person_id) for name in ("bo", "cem")]
    return [partnership_stream(scene.ada.partnership_id), *map(session_stream, sessions), *inboxes]


def _one_of_each_audience(
    scene: Scene, streams: Iterable[str], known: Collection[View] = ()
) -> list[OpenBrowser]:
    found = {}
    for stream, visitor in product(streams, scene.visitors()):
        # She did not join it, or it is a draft that she does not know of.
        with contextlib.suppress(NotAllowedError, ObjectDoesNotExist):
            found.setdefault(open_browser.standing_of(visitor, stream).view, (visitor, stream))
    return [OpenBrowser(*place) for view, place in found.items() if view not in known]


@contextlib.contextmanager
def _unheard(kind: str) -> Iterator[None]:
    """Let what is read of the log be without the events of *kind*."""

    def without(stream: str, sequence: int) -> list[Happening]:
        return [one for one in happenings_since(stream, sequence) if one.kind != kind]

    with patch("realtime.news.happenings_since", without):
        yield


def test_every_kind_of_event_has_a_story():
    assert {kind for kind, _, _ in STORIES} == set(KINDS)


def test_every_type_of_record_has_a_place_in_what_is_sent():
    read = {about for readers in READERS.values() for about in readers}

    assert read == set(Put.__annotations__)
    assert {event.about for event in KINDS.values()} <= read


def test_every_place_that_records_has_a_story():
    places = Counter(_places_that_record())

    assert set(places) == set(KINDS)
    assert places <= Counter(kind for kind, _, _ in STORIES)


# What each audience reads and when is our own text, the same on every database.
@pytest.mark.once
@each_story
def test_an_open_browser_converges_on_a_reloaded_one_and_would_not_without_the_event(
    begun: Opening, kind: str, given: Given, when: When
):
    told = tell(begun, kind, given, when)

    assert told.streams
    assert told.left_behind(told.browsers) & told.streams == set()
    would_be = set() if kind in SEEN_BY_NOBODY else told.streams
    assert told.left_behind(told.deaf) == would_be
    _nobody_got_what_is_not_hers_to_see(told)


def _nobody_got_what_is_not_hers_to_see(told: Told) -> None:
    hidden = set(Note.objects.filter(revealed_at=None).values_list("text", flat=True))
    for session in ReflectionSession.objects.all():
        hidden |= {note.text for note in sealed_notes_in(session)}
    needs = _texts(AttendanceNeeds.objects.all(), "access")
    assert needs
    secrets = {ADDRESS} | _drafted_titles() | hidden | needs
    secrets = secrets.union(*(texts for _, texts in _known_to_some()))
    assert {type(browser.standing.view) for browser in told.browsers} == set(READERS)
    for browser in told.browsers:
        view = browser.standing.view
        shown = told.reloads.get(browser.place, browser.records)
        came_in = browser.text + json.dumps(shown, ensure_ascii=False)
        found = {secret for secret in secrets if secret in came_in}
        assert found == _what_she_may_see(view) - hidden, view


def _what_she_may_see(view: View) -> set[str]:
    if isinstance(view, LogView):
        titles = _drafted_titles() if view.sees_drafts else set()
        return titles | ({ADDRESS} if view.reads_addresses else set())
    if isinstance(view, InboxView):
        return set()
    return set().union(*(texts for sees, texts in _known_to_some(view.session_id) if sees(view)))


def _drafted_titles() -> set[str]:
    return _texts(ReflectionSession.objects.filter(planned_at=None), "title")


def _known_to_some(*sessions: UUID) -> Iterator[tuple[Callable[[BoardView], bool], set[str]]]:
    """What is on these boards (on all of them by default) but not for everybody, and for whom it is."""
    on = {"session__in": sessions} if sessions else {}
    # The lesson of a look at an effect stands in the log, before it is an insight of a session.
    drafts = Insight.objects.filter(state="draft", review=None, **on)
    yield lambda view: view.reads_drafts, _texts(drafts, "statement")
    said = Comment.objects.filter(topic_id__in=drafts.values("pk"))
    yield lambda view: view.reads_drafts, _texts(said, "text")
    untold = Feedback.objects.filter(published_at=None, **on)
    yield lambda view: view.previews_feedback, _texts(untold, "text", "reason")
    for kind in (Note, Comment):
        withheld = kind.objects.exclude(withheld_at=None).filter(**on)
        yield lambda view: view.runs, _texts(withheld, "text", "withheld_remark")
    for table in BreakoutTable.objects.filter(closed_at=None, **on):
        notes = table.notes.all()
        said = Comment.objects.filter(topic_id__in=notes.values("pk"))
        yield _sits_at(table), _texts(notes, "text") | _texts(said, "text")


def _sits_at(table: BreakoutTable) -> Callable[[BoardView], bool]:
    return lambda view: view.runs or view.table_id == table.pk


def _texts(records: QuerySet, *fields: str) -> set[str]:
    return {text for row in records.values_list(*fields) for text in row if text}


def _places_that_record() -> Iterator[str]:
    names = {event.__name__: kind for kind, event in KINDS.items()}
    folders = [ROOT / "reflections", ROOT / "actions", *(ROOT / "platform").iterdir()]
    services = [path for folder in folders for path in folder.glob("services/*.py")]
    for path in services:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                # Also where the kind is handed on to whoever records it.
                said = [getattr(one, "id", "") for one in (node.func, *node.args)]
                yield from (names[one] for one in said if one in names)
