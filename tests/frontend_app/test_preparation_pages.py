from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from letters.models import Letter, LetterState
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from partnerships.services.setup import add_theme
from reflections.models.invitation import Invitation
from reflections.models.session import ReflectionSession
from reflections.session_templates.library import built_in
from tests import cast, preparing
from tests.frontend_app.pages import hidden, signed_in, text_of
from tests.frontend_app.session_pages import START, get, planned, post, read, url_of


@pytest.fixture
def session(ada):
    return planned(ada)


def test_the_preparation_says_what_is_ready_and_what_is_to_do(ada, session):
    page = read(ada, "prepare_session", session)

    assert "Goal To do Say in one sentence what you want to know or decide at the end." in page
    assert "Day and time Ready Tuesday 2 March 2027, 19:30 to 21:05" in page
    assert "Place To do Say where people meet." in page
    assert "Theme To do Choose the theme that it is about." in page
    assert "Data To do Bring a figure or a source" in page
    assert "Invitations To do Nobody is invited yet." in page
    assert "Who is at the table To do There are 2 things to think about." in page
    assert "Nobody is invited yet. Choose who should be at the table." in page
    assert "Writing before you meet To do" in page


def test_the_preparation_says_what_its_template_asks_for_before(ada, session):
    page = read(ada, "prepare_session", session)

    assert f"{built_in('what-so-what-now-what', 'en').preparation} How it goes" in page


def test_what_is_prepared_is_ready(cem, ada, bo, session):
    theme = add_theme(cem, title="Falls")
    other = add_member(
        cem, email="kim@example.org", name="Kim", roles=[Role.CITIZEN_REPRESENTATIVE]
    )
    cem.partnership.expected_groups = {"theme": ["citizens"], "region_wide": []}
    cem.partnership.save()
    cast.change(
        ada,
        session,
        goal="Fewer falls",
        place="Library",
        theme_ids=(theme.pk,),
        input_opens_on=START.date() - timedelta(days=7),
    )
    preparing.brought(ada, session)
    preparing.invited(ada, session, bo, other)
    preparing.answered(bo, session, "yes")

    page = read(ada, "prepare_session", session)

    assert "To do" not in page
    assert "Place Ready On site · Library" in page
    assert "2 invited: 1 yes, 0 perhaps, 0 no, 1 without answer. 2 mails are on their way." in page
    assert "It opens by itself on Tuesday 23 February 2027." in page
    assert "Those who are expected fit what it is about." in page


def test_a_region_wide_session_is_asked_more_strictly(ada, bo, session):
    cast.change(ada, session, scope="region_wide")
    preparing.invited(ada, session, bo)

    page = read(ada, "prepare_session", session)

    assert "One citizen cannot speak for a whole region." in page
    assert (
        "A session for the whole region needs this group at the table: hospital. Invite them."
        in page
    )
    assert "should not rest on impressions alone" in page


def test_a_meeting_that_is_too_short_says_by_how_much(ada, session):
    cast.change(ada, session, ends_at=START + timedelta(minutes=85))

    page = read(ada, "prepare_session", session)

    assert "The parts take 10 minutes more than there is. Let it end later." in page


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
@pytest.mark.parametrize(
    "name", ["prepare_session", "invite", "change_session", "cancel_session", "new_data_item"]
)
def test_the_pages_of_who_runs_it_are_for_nobody_else(westmeer, session, who, name):
    assert get(westmeer[who], name, session).status_code == 403


def test_whoever_fits_is_ticked_on_the_list(cem, ada, bo, otto, session):
    theme = add_theme(cem, title="Falls")
    before = cast.collecting(ada, otto, title="Before")
    before.themes.set([theme])
    session.themes.set([theme])

    def ticked(who):
        page = signed_in(ada.person).get(url_of("invite", session), {"who": who})
        form = page.context["form"]
        return {str(one) for one in form["member_ids"].value()}

    assert ticked("") == set()
    assert len(ticked("all")) == 5
    assert ticked("theme") == {str(otto.pk), str(ada.pk)}
    assert ticked("role:citizen_representative") == {str(bo.pk)}
    assert ticked("group:hospital") == {str(otto.pk)}
    assert ticked("group:no-such") == set()


def test_inviting_says_that_the_mail_is_on_its_way(ada, bo, session):
    answer = signed_in(ada.person).post(
        url_of("invite", session), {"member_ids": [str(bo.pk)]}, follow=True
    )

    assert "1 person is invited. The mail is on its way." in text_of(answer)
    assert [one.member for one in Invitation.objects.all()] == [bo]
    again = read(ada, "invite", session)
    assert "Bo Jansen" not in again


def test_with_nobody_ticked_the_form_says_so(ada, session):
    answer = post(ada, "invite", session, pressed="yes")

    assert answer.status_code == 200
    assert "This field is required." in text_of(answer)


def test_what_could_not_be_delivered_is_said_and_sent_again(ada, bo, session):
    preparing.invited(ada, session, bo)
    Letter.objects.update(state=LetterState.REFUSED)

    page = read(ada, "prepare_session", session)
    assert "1 mail could not be delivered: please look at the address." in page
    assert "Could not be delivered" in page

    post(ada, "prepare_session", session, step="send_again")
    assert "1 mail is on its way." in read(ada, "prepare_session", session)


def test_a_series_begins_and_its_next_session_is_drafted(ada, session):
    form = get(ada, "prepare_session", session).context["forms"]["series"]
    post(
        ada,
        "prepare_session",
        session,
        step="series",
        **{
            "series-series_id": form["series_id"].value(),
            "series-title": "Learning evening",
            "series-rhythm": "month",
        },
    )
    page = get(ada, "prepare_session", session)
    assert "belongs to “Learning evening”, every month" in text_of(page)

    answer = post(
        ada, "prepare_session", session, step="next", session_id=hidden(page, "session_id")
    )

    drafted = ReflectionSession.objects.get(state="draft")
    assert answer.url == url_of("change_session", drafted)
    assert drafted.starts_at == datetime(2027, 4, 6, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_another_session_is_put_into_a_series(ada, session):
    series, other = preparing.series(ada, session), cast.plan(ada)

    without = post(ada, "prepare_session", other, step="choice")
    assert "This field is required." in text_of(without)
    post(ada, "prepare_session", other, step="choice", **{"choice-series_id": str(series.pk)})

    other.refresh_from_db()
    assert other.series == series


def test_the_settings_are_the_programme_managers(cem, ada):
    url = reverse("partnership_settings", args=[cem.partnership.slug])
    form = signed_in(cem.person).get(url).context["form"]
    said = {name: form[name].value() for name in form.fields}

    answer = signed_in(cem.person).post(
        url, {**said, "time_zone": "Europe/Stockholm", "expected_for_theme": ["hospital"]}
    )
    wrong = signed_in(cem.person).post(url, {**said, "needs_days": 0})

    cem.partnership.refresh_from_db()
    assert answer.url == url
    assert cem.partnership.time_zone == "Europe/Stockholm"
    assert cem.partnership.expected_groups["theme"] == ["hospital"]
    assert "Please choose from 1 to 90 days." in text_of(wrong)
    assert signed_in(ada.person).get(url).status_code == 403


def test_without_a_series_there_is_no_next_one(ada, session):
    answer = post(ada, "prepare_session", session, step="next", session_id=uuid4())

    assert answer.status_code == 200
    assert ReflectionSession.objects.count() == 1
