import pytest
from django.test import Client
from django.urls import reverse

from reflections.models.invitation import AttendanceNeeds, Invitation
from tests import cast, preparing
from tests.frontend_app.pages import signed_in, text_of
from tests.frontend_app.session_pages import get, planned, post, read, url_of


@pytest.fixture
def session(ada):
    return planned(ada)


def test_needs_stand_on_the_page_of_who_runs_it_and_nowhere_else(westmeer, ada, bo, session):
    preparing.invited(ada, session, bo)
    preparing.answered(bo, session, access_needs="Room for a wheelchair", language_needs="Dutch")

    assert "Room for a wheelchair Language: Dutch" in read(ada, "prepare_session", session)
    for name, member in westmeer.items():
        for page in ("session", "about_session", "sessions"):
            place = [member.partnership.slug] if page == "sessions" else None
            answer = signed_in(member.person).get(
                reverse(page, args=place) if place else url_of(page, session)
            )
            assert "wheelchair" not in text_of(answer), (name, page)
    assert "Room for a wheelchair" in get(bo, "answer_invitation", session).content.decode()


def test_who_is_invited_answers_on_a_page_with_a_promise(ada, bo, session):
    preparing.invited(ada, session, bo)

    page = read(bo, "answer_invitation", session)
    assert "Ada Visser invites you." in page
    assert (
        page.count(
            "Only those who lead this session and the programme managers see this. We delete it 7 days after the session."
        )
        == 2
    )
    answer = post(bo, "answer_invitation", session, answer="perhaps", access_needs="Large print")

    assert answer.url == url_of("about_session", session)
    assert Invitation.objects.get().answer == "perhaps"
    assert AttendanceNeeds.objects.get().access == "Large print"
    about = read(bo, "about_session", session)
    assert "Your answer Perhaps" in about
    assert "Large print" not in about


def test_an_answer_without_yes_or_no_comes_back_with_what_was_typed(ada, bo, session):
    preparing.invited(ada, session, bo)

    answer = post(bo, "answer_invitation", session, access_needs="Large print")

    assert answer.status_code == 200
    assert "Large print" in answer.content.decode()
    assert not AttendanceNeeds.objects.exists()


def test_where_there_are_two_ways_the_page_asks_how(ada, bo, session):
    cast.change(ada, session, mode="hybrid")
    preparing.invited(ada, session, bo)

    assert "If you come: how do you take part?" in read(bo, "answer_invitation", session)
    post(bo, "answer_invitation", session, answer="yes", attendance="online")

    assert Invitation.objects.get().attendance == "online"


def test_who_is_not_invited_is_told_so(otto, session):
    answer = signed_in(otto.person).get(url_of("answer_invitation", session), follow=True)
    assert answer.redirect_chain == [(url_of("about_session", session), 302)]
    assert "You are not invited to this session." in text_of(answer)
    assert "You are invited" not in read(otto, "session", session)


def test_todays_page_asks_who_is_invited(ada, bo, otto, session):
    preparing.invited(ada, session, bo)

    assert "You are invited. Will you come?" in text_of(signed_in(bo.person).get("/"))
    assert "You are invited" not in text_of(signed_in(otto.person).get("/"))


def test_everybody_reads_when_where_why_how_and_what_the_data_say(ada, otto, session):
    cast.change(
        ada, session, goal="Fewer falls", place="Library", meeting_link="https://meet.example.org/x"
    )
    preparing.brought(ada, session)

    page = read(otto, "session", session)

    for fact in (
        "Why Fewer falls",
        "When Tuesday 2 March 2027, 19:30 to 21:05 (Central European Time)",
        "Where Library",
        "Online https://meet.example.org/x",
        "Led by Ada Visser",
        "Of 100 people over 75, 9 fell",
        "19:30 What?",
        "20:10 Group",
    ):
        assert fact in page
    assert "Add a data item" not in page


def test_hours_are_those_of_the_region_wherever_the_server_is(cem, otto, session, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    cem.partnership.time_zone = "Europe/Lisbon"
    cem.partnership.save()

    page = read(otto, "session", session)

    assert "Tuesday 2 March 2027, 18:30 to 20:05 (Western European Time)" in page
    assert "2 March 2027, 18:30" in text_of(
        signed_in(otto.person).get(reverse("sessions", args=[otto.partnership.slug]))
    )
    assert "2 March, 18:30" in text_of(signed_in(otto.person).get("/"))


def test_the_link_of_a_series_leads_members_to_the_session_and_others_to_the_door(ada, bo, session):
    series = preparing.series(ada, session)
    link = reverse("series", args=[series.key])

    assert signed_in(bo.person).get(link).url == url_of("session", session)
    session.refresh_from_db()
    assert Client().get(link).url == f"{reverse('join')}#{session.join_key}"
    assert Client().get(reverse("series", args=["no-such-key"])).status_code == 404


def test_somebody_with_an_account_who_is_no_member_comes_to_the_door_too(ada, eve, session):
    series = preparing.series(ada, session)

    answer = signed_in(eve).get(reverse("series", args=[series.key]))

    assert answer.url.startswith(reverse("join"))
