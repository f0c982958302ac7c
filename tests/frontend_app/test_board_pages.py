from uuid import uuid4

import pytest
from django.urls import reverse

from actions.services.closing import close_session
from partnerships.models.membership import Membership
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.groups import group_notes
from reflections.states import PhaseKind
from tests import cast, endings, telling
from tests.frontend_app.pages import signed_in


def page(member: Membership, name: str, *args: object) -> str:
    answer = signed_in(member.person).get(reverse(name, args=[member.partnership.slug, *args]))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def status(member: Membership, name: str, *args: object) -> int:
    slug = Membership.objects.get(pk=member.pk).partnership.slug
    return signed_in(member.person).get(reverse(name, args=[slug, *args])).status_code


def filled_in(**other: object) -> dict[str, object]:
    return {
        "session_id": str(uuid4()),
        "template": "open-question",
        "title": "Falls at home",
        "goal": "Know why",
        "scope": "theme",
        "mode": "hybrid",
        "starts_at": "2027-03-01T19:30",
        "language": "en",
        **other,
    }


def test_a_programme_manager_plans_a_session_from_a_template(cem, ada):
    theme = add_theme(cem, title="Falls")
    form = page(cem, "plan_session")
    plan = filled_in(facilitator_id=str(ada.pk), theme_ids=[str(theme.pk)])

    answer = signed_in(cem.person).post(reverse("plan_session", args=[cem.partnership.slug]), plan)

    session = ReflectionSession.objects.get()
    assert "What, so what, now what" in form
    assert answer.url == reverse("prepare_session", args=[cem.partnership.slug, session.pk])
    assert (session.title, session.facilitator, session.mode) == ("Falls at home", ada, "hybrid")
    assert list(session.themes.all()) == [theme]
    assert session.starts_at.isoformat() == "2027-03-01T18:30:00+00:00"


def test_sending_a_plan_twice_plans_one_session(cem):
    plan = filled_in(facilitator_id=str(cem.pk))
    url = reverse("plan_session", args=[cem.partnership.slug])

    for _ in range(2):
        signed_in(cem.person).post(url, plan)

    assert ReflectionSession.objects.count() == 1


def test_a_plan_with_an_error_keeps_what_was_typed_and_says_what_is_wrong_beside_it(cem):
    plan = filled_in(facilitator_id=str(cem.pk), title="\u200b", goal="Know why they fall")

    answer = signed_in(cem.person).post(reverse("plan_session", args=[cem.partnership.slug]), plan)

    text = answer.content.decode()
    assert answer.context["form"].errors.keys() == {"title"}
    assert "Please write something first." in text
    assert "Know why they fall" in text
    assert not ReflectionSession.objects.exists()


def test_only_those_who_may_plan_see_the_form(otto, bo):
    assert status(otto, "plan_session") == 403
    assert status(bo, "plan_session") == 403
    assert "Plan a session" not in page(otto, "sessions")


def test_the_list_names_every_session_with_its_state(ada):
    cast.plan(ada, "Falls at home")
    cast.collecting(ada, title="Lonely evenings")

    text = page(ada, "sessions")

    assert text.index("Lonely evenings") < text.index("Falls at home")
    assert "Open now" in text
    assert "To come" in text


def test_a_planned_session_offers_its_steps_to_those_who_run_it(ada, otto):
    session = cast.plan(ada)

    leading = page(ada, "session", session.pk)
    watching = page(otto, "session", session.pk)

    assert 'value="start"' in leading
    assert reverse("door", args=[ada.partnership.slug, session.pk]) in leading
    assert 'value="start"' not in watching
    assert reverse("door", args=[ada.partnership.slug, session.pk]) not in watching
    assert "not open yet" in watching


@pytest.mark.parametrize(("step", "state"), [("open_input", "input_open"), ("start", "live")])
def test_the_facilitator_opens_or_starts_a_session_without_javascript(ada, step, state):
    session = cast.plan(ada)
    url = reverse("session", args=[ada.partnership.slug, session.pk])

    signed_in(ada.person).post(url, {"step": step})

    session.refresh_from_db()
    assert session.state == state


def test_a_step_that_a_rule_refuses_becomes_a_message(otto, ada):
    session = cast.plan(ada)
    url = reverse("session", args=[otto.partnership.slug, session.pk])

    answer = signed_in(otto.person).post(url, {"step": "start"}, follow=True)

    session.refresh_from_db()
    assert "Only the facilitator or a programme manager can do this." in answer.content.decode()
    assert session.state == "planned"


def test_whoever_has_not_joined_is_asked_to_join_and_then_gets_the_board(ada, bo):
    session = cast.collecting(ada)
    note = cast.write(ada, session, "Nobody else reads this yet")
    url = reverse("session", args=[bo.partnership.slug, session.pk])

    before = page(bo, "session", session.pk)
    signed_in(bo.person).post(url, {"step": "join"})
    after = page(bo, "session", session.pk)

    assert 'value="join"' in before
    assert 'id="board"' not in before
    assert f'data-session="{session.pk}"' in after
    assert note.text not in before + after


def test_whoever_only_looks_on_says_so_when_she_joins(ada, dag):
    session = cast.collecting(ada)
    url = reverse("session", args=[dag.partnership.slug, session.pk])

    before = page(dag, "session", session.pk)
    signed_in(dag.person).post(url, {"step": "look_on"})

    assert 'value="look_on"' in before
    assert cast.part_of(dag, session).is_observer


def test_sessions_and_notes_of_another_partnership_are_not_there(ada, mira):
    session = cast.collecting(ada)
    [note, _] = cast.revealed(ada, session)

    assert status(mira, "session", session.pk) == 404
    assert status(mira, "note", note.pk) == 404


def finished(ada: Membership, owner: Membership) -> ReflectionSession:
    session = cast.collecting(ada, owner)
    session.attribution = "Data: The Computational Democracy Project, CC BY 4.0"
    session.save()
    cast.proposed(ada, owner, session)
    insight = cast.agreed(ada, session, "Nobody checks")
    [lamp] = cast.revealed(owner, session, "The lamp is broken")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[lamp.pk], title="Light")
    parked = Answer("park", "No money this year", revisit_on=cast.in_days(200))
    endings.answered(ada, session, insight, parked)
    cast.go_to(ada, session, PhaseKind.TRANSLATE)
    return endings.closed(ada, session)


def test_a_finished_session_is_readable_without_javascript(ada, bo):
    session = finished(ada, bo)

    text = page(bo, "session", session.pk)

    for expected in [
        "Homes are not ready",
        "Nobody checks",
        "We park it",
        "No money this year",
        "Check 40 homes for loose rugs",
        "Waiting for a yes",
        "Light",
        "The lamp is broken",
        "Loose rugs",
        "The Computational Democracy Project",
        "Bo Jansen",
    ]:
        assert expected in text
    assert "<script type" not in text.replace('<script type="module"', "")


def test_who_did_not_take_part_reads_a_result_only_where_her_role_allows_it(ada, bo, otto):
    session = finished(ada, ada)

    assert status(bo, "session", session.pk) == 200
    assert status(otto, "session", session.pk) == 403


def test_the_result_takes_the_same_number_of_queries_for_few_and_for_many_notes(
    ada, bo, django_assert_max_num_queries
):
    few = finished(ada, bo)
    many = cast.collecting(ada, bo, title="Many")
    cast.revealed(bo, many, *[f"Note {n}" for n in range(40)])
    close_session(ada, many.pk)
    browser = signed_in(bo.person)

    for session in (few, many):
        url = reverse("session", args=[bo.partnership.slug, session.pk])
        with django_assert_max_num_queries(45):
            browser.get(url)


def test_from_a_note_one_walks_forward_to_what_became_of_it(ada, bo):
    session = cast.collecting(ada, bo)
    action = cast.proposed(ada, bo, session)
    note = action.translations.get().notes.get(text="Loose rugs")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk], title="Floors")

    text = page(bo, "note", note.pk)

    assert "Loose rugs" in text
    assert "Floors" in text
    assert "Homes are not ready" in text
    assert "Check 40 homes for loose rugs" in text
    assert reverse("action", args=[bo.partnership.slug, action.pk]) in text


def test_beside_a_note_stands_the_answer_and_what_contributors_were_told(ada, bo, cem):
    session = cast.collecting(ada, bo)
    insight = cast.agreed(ada, session)
    endings.answered(ada, session, insight, Answer("no", "It is not ours to change"))
    telling.published(cem, session, insight, text="We told the landlord")

    text = page(bo, "note", insight.notes.get(text="Loose rugs").pk)

    assert "We do not act on it." in text
    assert "It is not ours to change" in text
    assert "We told the landlord" in text


def test_a_note_that_nobody_may_read_yet_has_no_page_not_even_for_its_author(ada, bo):
    session = cast.collecting(ada, bo)
    hidden = cast.write(bo, session, "Still mine")

    assert status(bo, "note", hidden.pk) == 404
    assert status(ada, "note", hidden.pk) == 404


def test_a_planned_session_that_is_gone_is_not_there(ada):
    assert status(ada, "session", uuid4()) == 404
