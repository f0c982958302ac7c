from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from msgspec.structs import replace

from accounts.models import Person
from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.models.example import SharedExample
from actions.models.life import EffectReview
from actions.states import ActionState
from eventlog.models import Event, Stream
from frontend.demonstration.calendar import Calendar
from frontend.demonstration.loading import load, remove
from frontend.demonstration.story import stories
from frontend.demonstration.telling import tell
from kernel.clock import at, now
from letters.models import Letter
from letters.services import deliver_letters
from partnerships.models.partnership import Partnership
from partnerships.permissions import Role
from partnerships.queries import memberships_of
from reflections.models.data_item import DataItem
from reflections.models.discussion import Comment, Minutes, ParkedTopic
from reflections.models.insight import Insight
from reflections.models.invitation import AttendanceNeeds, Invitation
from reflections.models.note import Note
from reflections.models.question import LearningQuestion
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession
from reflections.models.template import SessionTemplate, TemplateState
from reflections.models.voting import Dot, TopicVotes
from reflections.states import NEEDS_A_REASON, Disposition, PhaseKind, SessionState
from tests import cast


def answer_of(command: str, *arguments: str) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def counts() -> dict[str, int]:
    models = (Person, Partnership, ReflectionSession, Note, Insight, ActionItem, CheckIn, Event)
    return {model.__name__: model.objects.count() for model in models}


@pytest.fixture
def short(monkeypatch) -> None:
    monkeypatch.setattr("frontend.demonstration.story.TOLD_IN_ORDER", ("norralvsbygden",))


@pytest.mark.parametrize("day", [5, 6], ids=["saturday", "sunday"])
def test_on_every_day_its_history_is_past_and_in_order_and_shows_all_there_is(db, day):
    moment = datetime(2031, 4, day, 6, 30, tzinfo=UTC)

    with at(moment):
        load()
        _shows_every_kind_of_thing()

    for stream in Stream.objects.all():
        moments = list(stream.events.order_by("sequence").values_list("at", flat=True))
        assert moments == sorted(moments)
        assert moments[-1] <= moment
    assert not ReflectionSession.objects.filter(state="planned", starts_at__lte=moment)


def _shows_every_kind_of_thing() -> None:
    live = ReflectionSession.objects.get(
        state=SessionState.LIVE, current_phase__kind=PhaseKind.COLLECT
    )
    hidden = Note.objects.filter(session=live, revealed_at=None)
    grouping = ReflectionSession.objects.get(current_phase__kind=PhaseKind.GROUP)
    voting = ReflectionSession.objects.get(current_phase__kind=PhaseKind.VOTE)
    roles = {
        role for person in Person.objects.all() for m in memberships_of(person) for role in m.roles
    }
    assert set(ActionItem.objects.values_list("state", flat=True)) == set(ActionState.values)
    assert set(ReflectionSession.objects.values_list("state", flat=True)) == {
        "draft", "planned", "input_open", "live", "closed",
    }  # fmt: skip
    assert SessionTemplate.objects.get().state == TemplateState.SHARED
    assert live.notes.count() > hidden.count() >= 4
    assert len(set(hidden.values_list("author", flat=True))) >= 4
    assert grouping.groups.count() >= 3
    assert Dot.objects.filter(session=voting, group__isnull=False).count() == 15
    assert not Dot.objects.exclude(session=voting).exists()
    assert TopicVotes.objects.filter(dots__gt=0, session__state="closed").count() == 4
    assert Note.objects.count() >= 45
    assert all(kind.objects.exists() for kind in (Comment, Minutes, ParkedTopic))
    answers = Insight.objects.filter(state="agreed").values_list("disposition", flat=True)
    assert set(answers) == set(Disposition.values)
    assert not Insight.objects.filter(disposition__in=NEEDS_A_REASON, disposition_reason="")
    assert roles == set(Role.values)
    assert _shows_what_was_learned()
    assert CheckIn.objects.filter(channel="phone").count() >= 5
    ingrid = Person.objects.get(name="Ingrid Solheim")
    assert [member.roles for member in memberships_of(ingrid)] == [["trusted_advisor"]] * 3


def _shows_what_was_learned():
    states = set(LearningQuestion.objects.values_list("state", flat=True))
    planned = LearningQuestion.objects.filter(deep_dive__isnull=False).exists()
    lesson = EffectReview.objects.filter(insight__isnull=False).exists()
    return (
        states >= {"open", "answered", "resolved"}
        and planned
        and lesson
        and SharedExample.objects.count() >= 5
    )


def test_loading_it_twice_is_loading_it_once(db, short):
    first = answer_of("load_demonstration")
    loaded = counts()
    second = answer_of("load_demonstration")

    assert first == "Partnerships of the demonstration made: 1.\n"
    assert second == "The demonstration is there already; nothing was changed.\n"
    assert counts() == loaded


def test_it_shows_how_a_session_is_prepared_and_mails_nobody(db, monkeypatch, mailoutbox):
    monkeypatch.setattr("frontend.demonstration.story.TOLD_IN_ORDER", ("brackwater",))
    load()

    asked = Invitation.objects.filter(session__state="planned")
    assert set(asked.values_list("answer", flat=True)) == {"yes", "perhaps", ""}
    assert AttendanceNeeds.objects.count() == 2
    assert DataItem.objects.exclude(limits="").exists()
    assert SessionSeries.objects.get().sessions.count() == 2
    assert Partnership.objects.get().time_zone == "Europe/London"
    with at(now() + timedelta(days=3)):
        deliver_letters()
    assert mailoutbox == []
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_nobody_works_at_the_weekend():
    sunday = Calendar(datetime(2031, 4, 6, 12, tzinfo=UTC))

    assert [sunday.day(n).isoformat() for n in (-2, -1, 0, 1)] == [
        "2031-04-04", "2031-04-04", "2031-04-04", "2031-04-07",
    ]  # fmt: skip


def test_a_story_that_is_ahead_of_its_time_is_refused(db):
    story = stories()[-1]
    tomorrow = replace(story.sessions[0], day=4, until="collect", actions=[])

    with pytest.raises(ValueError, match="is still to come"):
        tell(replace(story, sessions=[tomorrow]))

    assert counts() == dict.fromkeys(counts(), 0)


def test_it_starts_over_and_leaves_real_partnerships_alone(ada, bo, settings, short):
    settings.DEMONSTRATION = True
    action = cast.reported(bo, cast.accepted(ada, bo)).action
    real = counts()
    load()
    loaded = counts()
    Note.objects.filter(session__partnership__is_demonstration=True).first().delete()

    said = answer_of("reset_demonstration")

    assert said == "Partnerships removed: 1, made anew: 1.\n"
    assert counts() == loaded
    remove()
    assert counts() == real
    assert CheckIn.objects.get().action == action
    assert {stream.name.partition(":")[0] for stream in Stream.objects.all()} == {
        "session", "partnership",
    }  # fmt: skip
    assert Stream.objects.count() == 2


def test_it_does_not_start_over_where_people_really_work(westmeer):
    people = counts()

    with pytest.raises(CommandError, match="This is no demonstration"):
        answer_of("reset_demonstration")

    assert counts() == people


def test_the_start_says_who_one_can_sign_in_as(db, short):
    load()

    few, everybody = answer_of("demonstration_people"), answer_of("demonstration_people", "--all")

    assert few == (
        "  Karin Ekblad       Programme manager: God hälsa i Norrälvsbygden\n"
        "  Johan Sundvall     Facilitator: God hälsa i Norrälvsbygden\n"
        "  Britt-Marie Åhlén  Citizen representative: God hälsa i Norrälvsbygden\n"
        "  Ingrid Solheim     Trusted advisor: God hälsa i Norrälvsbygden\n"
        "  Lena Wikfors       Member: God hälsa i Norrälvsbygden\n"
        "  and 2 more\n"
    )
    assert len(everybody.splitlines()) == 7


def test_without_a_demonstration_nobody_is_named(westmeer):
    assert answer_of("demonstration_people") == ""


def test_a_real_partnership_starts_from_the_command_line(db):
    said = answer_of(
        "start_partnership",
        "Gezond Westmeer",
        "--manager",
        "Cem Aydin",
        "--email",
        "cem@example.org",
    )

    partnership = Partnership.objects.get()
    assert said == (
        "Gezond Westmeer was started. Cem Aydin signs in with cem@example.org"
        " and finds it at /p/gezond-westmeer/.\n"
    )
    assert (partnership.language, partnership.country, partnership.is_demonstration) == (
        "nl", "NL", False,
    )  # fmt: skip
    assert partnership.memberships.get().roles == [Role.PROGRAMME_MANAGER]


def test_a_partnership_needs_a_manager_with_an_address(db):
    with pytest.raises(CommandError, match="not a complete e-mail address"):
        answer_of("start_partnership", "Westmeer", "--manager", "Cem", "--email", "cem")

    assert counts() == dict.fromkeys(counts(), 0)
