"""Asking owners, and notes of advisors that nobody else gets to read."""

from datetime import timedelta
from uuid import uuid4

import msgspec
import pytest

from actions.models.advisor_note import AdvisorNote
from actions.queries.advisor_notes import advisor_notes_on
from actions.queries.asking import last_asks, unanswered_asks
from actions.queries.history import history_of_action
from actions.services.advisor_notes import remove_advisor_note, write_advisor_note
from actions.services.asking import ask_owner
from kernel.clock import at, now
from kernel.errors import ConflictError, IdConflictError, NotAllowedError
from partnerships.permissions import Role
from partnerships.queries import log_view_of
from partnerships.services.membership import add_member
from realtime.readers import read_all
from tests import api, cast, lives
from tests.unchanged import nothing_changed

READ_BY = {"mine": {"dag"}, "managers": {"dag", "cem"}, "everybody": {*cast.MEMBERS, "cem", "ida"}}
# Everything of a partnership that one can look at or take along.
PLACES = (
    "/p/{slug}/actions/{action}/",
    "/p/{slug}/actions/",
    "/p/{slug}/actions/export/csv/",
    "/p/{slug}/actions/export/json/",
    "/p/{slug}/actions/export/paper/",
    "/api/v1/partnerships/{partnership}/actions/",
    "/api/v1/partnerships/{partnership}/actions/{action}/",
    "/api/v1/partnerships/{partnership}/actions/{action}/advisor-notes/",
    "/p/{slug}/actions/?q=xylophone",
)
SECRET = "She told me in confidence: xylophone"


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def note(member, action, confidentiality="mine", note_id=None, text=SECRET):
    return write_advisor_note(
        member,
        action.pk,
        advisor_note_id=note_id or uuid4(),
        text=text,
        confidentiality=confidentiality,
    )


def test_each_note_is_read_by_those_it_is_for_and_gets_nowhere_else(westmeer, action):
    ida = add_member(
        westmeer["cem"], email="ida@example.org", name="Ida", roles=[Role.TRUSTED_ADVISOR]
    )
    people = {**westmeer, "ida": ida}
    secrets = {kind: f"{SECRET}, for {kind}" for kind in READ_BY}
    for kind, secret in secrets.items():
        note(people["dag"], action, kind, text=secret)
    names = {
        "slug": ida.partnership.slug,
        "partnership": ida.partnership_id,
        "action": action.pk,
    }

    paths = [place.format(**names) for place in PLACES]
    found = {
        (kind, who, place)
        for who, member in people.items()
        for place, answer in zip(PLACES, api.answers_to(member, paths), strict=True)
        for kind in _told_by(answer, secrets)
    }

    shown = {place for place in PLACES if place.endswith(("{action}/", "notes/"))} - {PLACES[6]}
    assert found == {
        (kind, who, place)
        for kind, readers in READ_BY.items()
        for who in readers
        for place in shown
    }
    for member in people.values():
        assert SECRET.encode() not in msgspec.json.encode(read_all(log_view_of(member)))


def _told_by(answer, secrets):
    assert answer.status_code in {200, 403}
    body = (b"".join(answer) if answer.streaming else answer.content).decode()
    told = [kind for kind, secret in secrets.items() if secret in body]
    # Nor in pieces, but for the form that searches, which repeats what was looked for.
    for known in (*secrets.values(), 'value="xylophone"', "q=xylophone"):
        body = body.replace(known, "")
    assert "xylophone" not in body
    return told


@pytest.mark.parametrize("confidentiality", READ_BY)
def test_a_note_is_no_event_and_its_writer_alone_takes_it_away(
    dag, cem, action, confidentiality, kinds_since
):
    before = kinds_since(0)
    made = note(dag, action, confidentiality)
    remove_advisor_note(cem, action.pk, made.pk)
    assert AdvisorNote.objects.filter(pk=made.pk).exists()
    for _ in range(2):
        remove_advisor_note(dag, action.pk, made.pk)

    assert kinds_since(0) == before
    assert not AdvisorNote.objects.exists()


def test_whoever_is_no_advisor_any_more_reads_nothing_confided(dag, action):
    note(dag, action)
    dag.roles = [Role.MEMBER]
    dag.save()

    assert advisor_notes_on(dag, action.pk) == []


def test_a_note_is_written_once_by_an_advisor_and_only_there(westmeer, dag, mira, action):
    note_id = uuid4()
    note(dag, action, note_id=note_id)

    with nothing_changed():
        note(dag, action, note_id=note_id)
        with pytest.raises(IdConflictError):
            note(dag, action, note_id=note_id, text="Something else")
        with pytest.raises(NotAllowedError):
            note(westmeer["cem"], action)
        with pytest.raises(type(action).DoesNotExist):
            note(mira, action)


def test_an_owner_is_asked_once_a_day_and_her_answer_is_seen(dag, cem, bo, action):
    with at(now() - timedelta(days=1)):
        yesterday = ask_owner(dag, action.pk)
    first = ask_owner(dag, action.pk)

    with nothing_changed():
        assert ask_owner(cem, action.pk) == first
    assert first != yesterday
    assert last_asks([action.pk])[action.pk].answered_at is None
    assert unanswered_asks(dag.partnership).count() == 2

    report = cast.reported(bo, action)

    asked = last_asks([action.pk])[action.pk]
    assert (asked.by_name, asked.at, asked.answered_at) == ("Dag Lind", first.at, report.at)
    assert not unanswered_asks(dag.partnership).exists()
    kinds = [line.kind for line in history_of_action(dag, action.pk)][:3]
    assert kinds == ["action.checked_in", "action.owner_asked", "action.owner_asked"]


def test_only_an_owner_who_is_at_it_is_asked_by_those_who_follow_up(westmeer, ada, bo, dag, action):
    proposed, done = cast.proposed(ada, bo), cast.accepted(ada, bo)
    lives.completed(bo, done)

    with nothing_changed():
        for who in ("ada", "bo", "otto"):
            with pytest.raises(NotAllowedError):
                ask_owner(westmeer[who], action.pk)
        for unasked in (proposed, done):
            with pytest.raises(ConflictError):
                ask_owner(dag, unasked.pk)
