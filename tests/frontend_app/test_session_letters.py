import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from kernel.clock import at, now
from letters.models import Letter
from letters.services import deliver_letters
from partnerships.services.membership import add_member
from reflections.services.changing import cancel_session
from reflections.services.leading import open_input, start_session
from reflections.services.opening import open_due_input
from tests import cast, preparing
from tests.frontend_app.pages import signed_in

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
START = datetime(2027, 3, 2, 19, 30, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://doorwerk.example.org"
    settings.DEFAULT_FROM_EMAIL = "Doorwerk <no-answers@doorwerk.example.org>"


@pytest.fixture
def session(ada):
    session = cast.plan(ada)
    session.refresh_from_db()
    return cast.change(
        ada,
        session,
        starts_at=START,
        ends_at=START + timedelta(minutes=90),
        goal="Fewer falls",
        place="Library",
        mode="hybrid",
        meeting_link="https://meet.example.org/x",
        input_opens_on=START.date() - timedelta(days=7),
    )


def _delivered():
    deliver_letters()
    found = list(mail.outbox)
    mail.outbox.clear()
    return found


def _entry(message):
    [part] = message.attachments
    assert part.get_content_type() == "text/calendar"
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    [event] = calendar.walk("VEVENT")
    assert part.get_param("method") == calendar["METHOD"]
    return calendar, event


def test_an_invitation_says_why_when_where_how_long_and_what_happens_with_input(ada, bo, session):
    preparing.invited(ada, session, bo)

    [message] = _delivered()

    site = f"https://doorwerk.example.org/p/healthy-westmeer/sessions/{session.pk}"
    assert message.to == ["bo@example.org"]
    assert message.subject == "Invitation: Falls at home, Tuesday 2 March 2027"
    assert message.body.startswith(
        "Hello Bo Jansen,\n\nAda Visser asks you to come to a session of Healthy Westmeer.\n\n"
        "Falls at home\n\n"
        "Why: Fewer falls\n"
        "When: Tuesday 2 March 2027, 19:30 to 21:00 (Central European Time)\n"
        "How long: 90 minutes\n"
        "Where: Library\n"
        "Online: https://meet.example.org/x\n"
        "Who leads it: Ada Visser\n"
    )
    for part in (
        f"\n{site}/answer/\n",
        "From Tuesday 23 February 2027 you can already write down",
        f"\n{site}/about/\n",
        "\n19:30  What?\n       Think for a minute on your own",
        "\n20:10  Group\n       Read all notes.",
        "What happens with what you say\nTogether you put into words",
        "The appointment is attached",
    ):
        assert part in message.body
    assert "\n\n\n\n" not in message.body


def test_each_reads_it_in_the_language_that_is_theirs(cem, ada, session):
    others = {
        language: add_member(
            cem, email=f"{language}@example.org", name=f"Member {language}", roles=["member"]
        )
        for language in ("nl", "sv", "en")
    }
    for language, member in others.items():
        member.person.language = language
        member.person.save()
    preparing.invited(ada, session, *others.values())

    by_address = {message.to[0]: message for message in _delivered()}

    assert by_address["nl@example.org"].subject.endswith("dinsdag 2 maart 2027")
    assert by_address["sv@example.org"].subject.endswith("tisdag 2 mars 2027")
    bodies = {message.body.split("\n")[0] for message in by_address.values()}
    assert len(bodies) == 3
    assert all("Fewer falls" in message.body for message in by_address.values())


def test_the_entry_for_the_calendar_is_an_invitation_that_can_change(ada, bo, session):
    preparing.invited(ada, session, bo)

    calendar, event = _entry(_delivered()[0])

    assert calendar["METHOD"] == "REQUEST"
    assert event["UID"] == f"{session.pk}@doorwerk.example.org"
    assert (event["SEQUENCE"], event["STATUS"], event["SUMMARY"]) == (
        session.version,
        "CONFIRMED",
        "Falls at home",
    )
    assert (event.start, event.end) == (START, START + timedelta(minutes=90))
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert event["LOCATION"] == "Library"
    assert event["ATTENDEE"] == "mailto:bo@example.org"
    # Nobody's own address is told to all who are invited.
    assert event["ORGANIZER"] == "mailto:no-answers@doorwerk.example.org"
    assert event["ORGANIZER"].params["CN"] == "Ada Visser"
    assert "ada@example.org" not in calendar.to_ical().decode()
    assert "Fewer falls" in event["DESCRIPTION"]


def test_a_change_is_a_newer_entry_of_the_same_appointment(ada, bo, session):
    preparing.invited(ada, session, bo)
    _, first = _entry(_delivered()[0])
    preparing.answered(bo, session, "yes", attendance="online")

    cast.change(ada, session, place="Town hall", starts_at=START - timedelta(hours=1))
    [message] = _delivered()

    _, second = _entry(message)
    assert second["UID"] == first["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second.start == START - timedelta(hours=1)
    assert message.subject == "Changed: Falls at home, Tuesday 2 March 2027"
    assert "Where: Town hall" in message.body
    assert "Your answer was: yes." in message.body


def test_a_cancellation_takes_the_appointment_out(ada, bo, session):
    preparing.invited(ada, session, bo)
    _, first = _entry(_delivered()[0])

    cancel_session(ada, session.pk, reason="The hall is flooded")
    [message] = _delivered()

    calendar, entry = _entry(message)
    assert (calendar["METHOD"], entry["STATUS"]) == ("CANCEL", "CANCELLED")
    assert entry["UID"] == first["UID"]
    assert entry["SEQUENCE"] > first["SEQUENCE"]
    assert message.subject == "Cancelled: Falls at home, Tuesday 2 March 2027"
    assert "The reason: The hall is flooded" in message.body


def test_who_was_not_told_yet_gets_the_plan_as_it_is_now_and_only_that(ada, bo, session):
    preparing.invited(ada, session, bo)
    cast.change(ada, session, place="Town hall")

    [message] = _delivered()

    assert message.subject.startswith("Invitation:")
    assert "Where: Town hall" in message.body
    assert sorted(Letter.objects.values_list("state", flat=True)) == ["needless", "sent"]


def test_while_the_invitation_is_on_its_way_what_came_after_it_waits(ada, bo, session):
    preparing.invited(ada, session, bo)
    soon = now() + timedelta(minutes=4)
    Letter.objects.update(tries=1, due_at=soon)  # a slow server, which somebody is talking to
    cast.change(ada, session, place="Town hall")
    assert _delivered() == []

    with at(now() + timedelta(minutes=30)):
        subjects = [message.subject.partition(":")[0] for message in _delivered()]
    assert subjects == ["Invitation"]


def test_what_is_cancelled_before_it_was_told_is_not_told(ada, bo, session):
    preparing.invited(ada, session, bo)
    cancel_session(ada, session.pk, reason="Snow")

    assert _delivered() == []
    assert set(Letter.objects.values_list("state", flat=True)) == {"needless"}


def test_who_has_left_or_said_no_and_who_is_late_hears_nothing(cem, ada, bo, otto, session):
    preparing.invited(ada, session, bo, otto)
    preparing.answered(otto, session, "no")
    cast.gone(cem, bo)
    assert _delivered() == []

    preparing.invited(ada, session, cem)
    with at(START + timedelta(days=1)):
        assert _delivered() == []


def test_when_input_is_open_the_invitation_says_so_and_promises_no_day(ada, bo, session):
    open_input(ada, session.pk)
    preparing.invited(ada, session, bo)

    [message] = _delivered()

    assert "you can already write down" not in message.body
    assert (
        "You can already write down what you want to say:\n"
        f"https://doorwerk.example.org/p/healthy-westmeer/sessions/{session.pk}/about/\n"
    ) in message.body


def test_whoever_may_come_hears_that_she_can_write_now(ada, bo, dag, otto, session):
    preparing.invited(ada, session, bo, dag, otto)
    preparing.answered(dag, session, "perhaps", attendance="online")
    preparing.answered(otto, session, "no")
    _delivered()

    with at(START - timedelta(days=7)):
        open_due_input()
        messages = _delivered()

    assert sorted(message.to[0] for message in messages) == ["bo@example.org", "dag@example.org"]
    assert {message.subject for message in messages} == {"You can write now: Falls at home"}
    assert f"/sessions/{session.pk}/about/\n" in messages[0].body
    assert [message.attachments for message in messages] == [[], []]


@pytest.mark.parametrize("invites_first", [True, False])
def test_whoever_is_told_in_her_invitation_or_too_late_hears_no_more(
    ada, bo, session, invites_first
):
    preparing.invited(ada, session, bo)
    if invites_first:
        _delivered()
    open_input(ada, session.pk)
    if invites_first:
        start_session(ada, session.pk)

    subjects = [message.subject.partition(":")[0] for message in _delivered()]

    assert subjects == ([] if invites_first else ["Invitation"])


def test_a_round_of_days_has_no_hours_and_leaves_people_free(ada, bo, session):
    cast.change(
        ada, session, mode="spread", place="", meeting_link="", ends_at=START + timedelta(days=9)
    )
    preparing.invited(ada, session, bo)

    [message] = _delivered()

    _, event = _entry(message)
    assert event["TRANSP"] == "TRANSPARENT"
    assert "When: Tuesday 2 March 2027, 19:30 to Thursday 11 March 2027, 19:30" in message.body
    assert "How long" not in message.body
    assert re.search(r"^-  Group$", message.body, re.MULTILINE)


def test_everybody_in_the_partnership_can_take_the_entry_from_the_page(otto, mira, session):
    url = reverse("session_calendar", args=[otto.partnership.slug, session.pk])

    answer = signed_in(otto.person).get(url)

    calendar = Calendar.from_ical(answer.content)
    [event] = calendar.walk("VEVENT")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="session.ics"'
    assert (calendar["METHOD"], event["UID"]) == (
        "PUBLISH",
        f"{session.pk}@doorwerk.example.org",
    )
    assert "ATTENDEE" not in event
    assert signed_in(mira.person).get(url).status_code == 404
