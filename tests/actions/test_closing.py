from datetime import timedelta
from uuid import uuid4

import pytest

from actions.models.action import Translation
from actions.queries.closing import closing_check_of
from actions.records.closing import ClosingItem
from actions.services.closing import close_session, reopen_session
from actions.services.commitment import accept_action, decline_action, offer_action
from kernel.clock import today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.insights import Wording, draft_insight
from reflections.services.leading import move_to_phase
from reflections.services.notes import reveal_notes
from reflections.states import PhaseKind
from tests import cast, endings
from tests.unchanged import nothing_changed


def _missing(member, session):
    return closing_check_of(member, session.pk).items


def _kinds(member, session):
    return [(item.kind, item.is_blocking) for item in _missing(member, session)]


def test_a_session_without_anything_owes_nothing_and_is_finished_once(ada, session, kinds_since):
    assert _missing(ada, session) == []

    closed = close_session(ada, session.pk)

    with nothing_changed():
        assert close_session(ada, session.pk).state == "closed"
    assert closed.closed_at is not None
    assert kinds_since(0).count("session.closed") == 2


def test_hidden_notes_are_missing_until_they_are_shown(ada, bo, session):
    cast.write(bo, session)

    assert _missing(ada, session) == [
        ClosingItem("hidden_notes", True, "1 note was never shown.", "session", session.pk)
    ]
    reveal_notes(ada, session.pk)
    assert _missing(ada, session) == []


def test_an_agreed_insight_needs_an_answer_and_contributors_a_day(ada, session):
    insight = cast.agreed(ada, session, "Homes are not ready for people who walk badly at all")

    assert _missing(ada, session) == [
        ClosingItem(
            "insight_unanswered",
            True,
            "What becomes of “Homes are not ready for people who walk…”?",
            "insight",
            insight.pk,
        ),
        ClosingItem(
            "feedback_missing",
            True,
            "Those who gave input do not know yet when they hear about 1 insight.",
            "session",
            session.pk,
        ),
    ]
    endings.answered(ada, session, insight)
    endings.promised(ada, session)
    assert _missing(ada, session) == []


def test_each_insight_can_be_told_of_by_itself(ada, session):
    first, second = cast.agreed(ada, session), cast.agreed(ada, session)
    for insight in (first, second):
        endings.answered(ada, session, insight)
    endings.promised(ada, session, first)
    assert _kinds(ada, session) == [("feedback_missing", True)]

    endings.promised(ada, session, second)

    assert _missing(ada, session) == []


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("act", "insight_without_action"), ("decide", "insight_without_decision")],
)
def test_an_answer_that_announces_something_needs_it(ada, bo, session, answer, kind):
    endings.promised(ada, session)
    insight = cast.agreed(ada, session)
    endings.answered(ada, session, insight, Answer(answer))

    [item] = _missing(ada, session)

    assert (item.kind, item.is_blocking, item.about, item.id) == (kind, True, "insight", insight.pk)


def test_what_an_insight_led_to_answers_it(ada, bo, session):
    endings.promised(ada, session)
    endings.decision(ada, session)
    accept_action(bo, cast.proposed(ada, bo, session).pk)

    assert _missing(ada, session) == []


def test_an_action_that_nobody_does_is_missing_an_owner(ada, bo, otto, cem, session):
    endings.promised(ada, session)
    declined, left = cast.proposed(ada, bo, session), cast.proposed(ada, otto, session)
    decline_action(bo, declined.pk, reason="No time")
    cast.gone(cem, otto)

    assert [(item.kind, item.sentence, item.id) for item in _missing(ada, session)] == [
        ("action_without_owner", "Nobody does action 1. Ask somebody else.", declined.pk),
        ("action_without_owner", "Nobody does action 2. Ask somebody else.", left.pk),
    ]
    for action in (declined, left):
        offer_action(ada, action.pk, owner_id=ada.pk)
    assert _kinds(ada, session) == [("action_unaccepted", False)] * 2


def test_an_action_needs_where_it_comes_from(ada, bo, session):
    endings.promised(ada, session)
    action = accept_action(bo, cast.proposed(ada, bo, session).pk)
    Translation.objects.filter(action=action).update(insight=None)
    Translation.objects.get(action=action).notes.clear()

    # The insight is left without its action, too.
    assert _kinds(ada, session) == [
        ("insight_without_action", True),
        ("action_without_source", True),
    ]


def test_what_only_warns_does_not_hold_the_session(ada, bo, session):
    action = cast.proposed(ada, bo, session)
    wording = Wording("Rails help", [action.translations.get().notes.all()[0].pk])
    draft = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)
    endings.promised(ada, session)

    assert _missing(ada, session) == [
        ClosingItem(
            "action_unaccepted",
            False,
            "Bo Jansen has not said yes to action 1 yet.",
            "action",
            action.pk,
        ),
        ClosingItem(
            "insight_draft",
            False,
            "“Rails help” is still a draft. Not everybody will see it.",
            "insight",
            draft.pk,
        ),
    ]
    assert close_session(ada, session.pk).state == "closed"


def test_finishing_refuses_with_the_very_list_of_the_check(ada, bo, session):
    cast.proposed(ada, bo, session)
    cast.agreed(ada, session)
    check = closing_check_of(ada, session.pk)

    with nothing_changed(), pytest.raises(ConflictError) as refused:
        close_session(ada, session.pk)

    assert refused.value.details == {"missing": [vars(item) for item in check.blocking]}
    assert refused.value.message == (
        "2 things are missing before you can finish. The first one:"
        " What becomes of “Homes are not ready”?"
    )
    assert [item.kind for item in check.items] == [
        "insight_unanswered",
        "feedback_missing",
        "action_unaccepted",
    ]


def test_the_check_knows_by_when_contributors_usually_hear(ada, session):
    assert closing_check_of(ada, session.pk).usual_promise == today() + timedelta(days=21)


def test_the_check_is_for_those_who_can_finish(bo, cem, dag, mira, session):
    assert _missing(cem, session) == []
    for member in (bo, dag):
        with pytest.raises(NotAllowedError):
            _missing(member, session)
        with nothing_changed(), pytest.raises(NotAllowedError):
            close_session(member, session.pk)
    with pytest.raises(ReflectionSession.DoesNotExist):
        _missing(mira, session)


def test_a_finished_session_is_opened_once_more_with_a_reason(ada, session, kinds_since):
    close_session(ada, session.pk)
    start = len(kinds_since(0))

    opened = reopen_session(ada, session.pk, reason=" We forgot the rails ")

    assert (opened.state, opened.closed_at) == ("translating", None)
    assert (opened.reopen_reason, opened.reopened_at is not None) == ("We forgot the rails", True)
    assert opened.current_phase.kind == PhaseKind.TRANSLATE
    assert kinds_since(0)[start:] == ["session.reopened"] * 2
    with nothing_changed():
        reopen_session(ada, session.pk, reason="We forgot the rails")


def test_a_session_stays_where_it_turned_insights_into_actions(ada, session):
    last = session.phases.last()
    last.kind = PhaseKind.READ_BACK
    last.save()
    move_to_phase(ada, session.pk, phase_id=last.pk)
    close_session(ada, session.pk)

    assert reopen_session(ada, session.pk, reason="A number was wrong").current_phase == last


def test_a_session_is_not_opened_twice(ada, session):
    close_session(ada, session.pk)
    reopen_session(ada, session.pk, reason="We forgot the rails")
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(ConflictError, match="once before"):
        reopen_session(ada, session.pk, reason="And the stairs")


def test_only_a_finished_session_is_opened_again_and_only_with_a_reason(ada, bo, mira, session):
    with nothing_changed(), pytest.raises(ConflictError, match="Reload the page"):
        reopen_session(ada, session.pk, reason="Why not")
    close_session(ada, session.pk)

    with nothing_changed():
        with pytest.raises(InvalidInputError) as refused:
            reopen_session(ada, session.pk, reason=" ")
        with pytest.raises(NotAllowedError):
            reopen_session(bo, session.pk, reason="We forgot the rails")
        with pytest.raises(ReflectionSession.DoesNotExist):
            reopen_session(mira, session.pk, reason="We forgot the rails")
    assert refused.value.field == "reason"
