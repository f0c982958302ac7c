"""An open browser shows what a reloaded one shows, whatever happened."""

import ast
import contextlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import product
from uuid import UUID

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

import eventlog.services
from bootstrap.places import ROOT
from eventlog.events import KINDS, Actor, DomainEvent, partnership_stream, session_stream
from kernel.errors import NotAllowedError
from partnerships.queries import LogView
from realtime.readers import READERS, Put, View
from realtime.standing import standing_of
from reflections.models.breakouts import BreakoutTable
from reflections.models.discussion import Comment
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.invitation import AttendanceNeeds
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView
from reflections.queries.envelope import sealed_notes_in
from reflections.visitors import Visitor
from tests import cast
from tests.made_once import made_once
from tests.realtime.open_browser import OpenBrowser, Wire
from tests.realtime.scene import Given, Scene, When, set_scene
from tests.realtime.stories.everything import STORIES

ADDRESS = "@example.org"
# The text of a hidden note is in nobody's copy, so nobody's copy can differ by it; nor is the history
# of an action, which its page reads, and what came by link has an event of its own besides.
SEEN_BY_NOBODY = {"note.revised", "action.link_used"}
# Ada leads the session and Cem manages: nearly all that there is, one of them may see.
LEADING = ("ada", "cem")
TOLD_TO_OTHERS = {"participant.joined", "preparation.invited", "session.facilitators_changed"}
each_story = pytest.mark.parametrize(
    ("kind", "given", "when"), STORIES, ids=[f"{n}-{story[0]}" for n, story in enumerate(STORIES)]
)


@dataclass
class Told:
    """How a story ended: on which streams it happened, and who was left behind there."""

    browsers: list[OpenBrowser]
    streams: set[str]
    reloads: dict[OpenBrowser, Wire | None]

    @property
    def left_behind(self) -> list[OpenBrowser]:
        """Return those to whom a reload would show something else."""
        return [
            browser
            for browser, reloaded in self.reloads.items()
            if reloaded is not None and reloaded != browser.records
        ]


@pytest.fixture(scope="module")
def first_scene(django_db_setup, django_db_blocker):
    """Return what every story begins with."""
    with made_once(django_db_blocker, lambda: set_scene(cast.start_westmeer())) as made:
        yield made


@pytest.fixture
def scene(db, first_scene):
    return Scene(**deepcopy(vars(first_scene)))


def tell(scene: Scene, kind: str, given: Given, when: When, *, to: tuple[str, ...] = ()) -> Told:
    """Open a browser for each audience, let it happen, and let all of them catch up.

    With *to*, only browsers of these people are opened: enough to see that somebody is left behind.
    """
    what_there_was = given(scene)
    visitors = [Visitor(person=scene.people[name].person) for name in to] or scene.visitors()
    browsers = _one_of_each_audience(scene, visitors)

    when(scene, what_there_was)

    streams = {browser.stream for browser in browsers if kind in browser.kinds_to_come()}
    for browser in browsers:
        browser.text = ""  # what she saw before may have been hers to see then
        browser.catch_up()
    return Told(browsers, streams, {browser: browser.reload() for browser in browsers})


def _one_of_each_audience(scene: Scene, visitors: list[Visitor]) -> list[OpenBrowser]:
    streams = [partnership_stream(scene.ada.partnership_id)]
    streams += [session_stream(session.pk) for session in ReflectionSession.objects.all()]
    found = {}
    for stream, visitor in product(streams, visitors):
        # She did not join it, or it is a draft that she does not know of.
        with contextlib.suppress(NotAllowedError, ObjectDoesNotExist):
            found.setdefault(standing_of(visitor, stream).view, (visitor, stream))
    return [OpenBrowser(visitor, stream) for visitor, stream in found.values()]


def _take_out(kind: str, monkeypatch: pytest.MonkeyPatch, swallowed: set[str]) -> None:
    """Take every `record()` of *kind* out; note in *swallowed* where they would have gone."""
    record = eventlog.services.record

    def deaf(event: DomainEvent, *, by: Actor, on: Iterable[str]) -> None:
        if event.kind == kind:
            swallowed.update(on)
        else:
            record(event, by=by, on=on)

    def deaf_to_all(events: Sequence[DomainEvent], *, by: Actor, on: Iterable[str]) -> None:
        for event in events:
            deaf(event, by=by, on=on)

    _put_instead(monkeypatch, "record", deaf)
    _put_instead(monkeypatch, "record_all", deaf_to_all)


def _put_instead(monkeypatch: pytest.MonkeyPatch, name: str, other: Callable[..., None]) -> None:
    real = getattr(eventlog.services, name)
    for module in list(sys.modules.values()):
        if getattr(module, name, None) is real and module is not eventlog.services:
            monkeypatch.setattr(module, name, other)


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
def test_an_open_browser_converges_on_a_reloaded_one(
    scene: Scene, kind: str, given: Given, when: When
):
    told = tell(scene, kind, given, when)

    assert told.streams
    left_behind = {(one.standing.view, one.stream) for one in told.left_behind}
    assert {(view, stream) for view, stream in left_behind if stream in told.streams} == set()
    _nobody_got_what_is_not_hers_to_see(told)


@pytest.mark.once
@each_story
def test_it_would_not_if_the_event_were_not_recorded(
    scene: Scene, monkeypatch, kind: str, given: Given, when: When
):
    swallowed: set[str] = set()

    def unrecorded(scene: Scene, what_there_was: object) -> None:
        _take_out(kind, monkeypatch, swallowed)
        when(scene, what_there_was)

    told = tell(scene, kind, given, unrecorded, to=() if kind in TOLD_TO_OTHERS else LEADING)

    followed = swallowed & {browser.stream for browser in told.browsers}
    left_behind = swallowed & {browser.stream for browser in told.left_behind}
    assert followed
    assert left_behind == (set() if kind in SEEN_BY_NOBODY else followed)


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
        came_in = browser.text + json.dumps(told.reloads[browser], ensure_ascii=False)
        found = {secret for secret in secrets if secret in came_in}
        assert found == _what_she_may_see(view) - hidden, view


def _what_she_may_see(view: View) -> set[str]:
    if isinstance(view, LogView):
        titles = _drafted_titles() if view.sees_drafts else set()
        return titles | ({ADDRESS} if view.reads_addresses else set())
    return set().union(*(texts for sees, texts in _known_to_some(view.session_id) if sees(view)))


def _drafted_titles() -> set[str]:
    return _texts(ReflectionSession.objects.filter(planned_at=None), "title")


def _known_to_some(*sessions: UUID) -> Iterator[tuple[Callable[[BoardView], bool], set[str]]]:
    """What is on these boards (on all of them by default) but not for everybody, and for whom it is."""
    on = {"session__in": sessions} if sessions else {}
    drafts = Insight.objects.filter(state="draft", **on)
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
    folders = [
        *(ROOT / app for app in ("reflections", "actions", "reminders")),
        *(ROOT / "platform").iterdir(),
    ]
    services = [path for folder in folders for path in folder.glob("services/*.py")]
    for path in services:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                yield names[node.func.id]
