from dataclasses import replace
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.models.action import ActionItem
from actions.queries.contributions import contributions_of
from actions.records.contribution import ContributionInsight
from actions.services.commitment import accept_action
from actions.services.ending import drop_action
from actions.services.progress import complete_action
from actions.services.translation import Origin, translate_to_action
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.insights import (
    Wording,
    agree_insight,
    draft_insight,
)
from reflections.services.notes import withdraw_note
from reflections.services.reacting import react_to_feedback
from reflections.services.region import send_up
from reflections.visitors import Visitor
from tests import cast, endings, region, telling


def visiting(member: Membership) -> Visitor:
    return Visitor(person=member.person)


def states(visitor: Visitor) -> dict[str, str]:
    return {one.text: one.state for one in contributions_of(visitor)}


def learned(ada: Membership, session: ReflectionSession, *notes: Note) -> Insight:
    """Agree an insight that rests on these notes."""
    wording = Wording("Nobody looks at the floor", [note.pk for note in notes])
    insight = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)
    return agree_insight(ada, session.pk, insight_id=insight.pk)


def acted_on(ada: Membership, owner: Membership, insight: Insight) -> ActionItem:
    """Turn an insight into an action of somebody."""
    return translate_to_action(
        ada,
        insight.session_id,
        action_id=uuid4(),
        wording=cast.wording_for(owner),
        origin=Origin(insight_id=insight.pk),
    )


def test_from_ones_note_one_reads_on_to_insight_action_and_answer(ada, bo, cem, otto):
    session = cast.collecting(ada, bo, otto)
    [rugs, _] = cast.revealed(bo, session)
    others = cast.revealed(otto, session, "Dark stairs")
    insight = learned(ada, session, rugs, *others)
    action = accept_action(otto, acted_on(ada, otto, insight).pk)
    complete_action(otto, action.pk, outcome="Nineteen rugs are gone")
    told = telling.published(cem, session, insight)

    found = next(one for one in contributions_of(visiting(bo)) if one.note_id == rugs.pk)

    assert (found.text, found.session_title, found.state) == (
        "Loose rugs", "Falls at home", "answered",
    )  # fmt: skip
    assert [(one.statement, one.disposition) for one in found.insights] == [
        ("Nobody looks at the floor", "act")
    ]
    assert [(one.number, one.state, one.outcome) for one in found.actions] == [
        (1, "done", "Nineteen rugs are gone")
    ]
    assert [(one.id, one.about, one.text) for one in found.answers] == [
        (told.pk, "Nobody looks at the floor", telling.TEXT)
    ]


def test_what_the_region_was_asked_and_replied_stands_with_the_insight(ada, bo, cem):
    session = cast.collecting(ada, bo)
    wording = Wording(
        "Nobody owns the stairs", [cast.revealed(bo, session, "Dark")[0].pk], level="meso"
    )
    insight = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)
    agree_insight(ada, session.pk, insight_id=insight.pk)
    item = send_up(ada, session.pk, item_id=uuid4(), insight_id=insight.pk, ask=region.ASK)
    [before] = contributions_of(visiting(bo))
    region.replied(cem, region.begun(cem), item)
    [after] = contributions_of(visiting(bo))

    assert before.insights == [
        ContributionInsight("Nobody owns the stairs", "", "", ask=region.ASK, reply="")
    ]
    assert after.insights == [replace(before.insights[0], reply="The fund pays until June")]
    assert (before.state, after.state) == ("waiting", "answered")


def test_why_an_action_was_dropped_is_read_by_whoever_gave_input(ada, bo, otto):
    session = cast.collecting(ada, bo, otto)
    notes = cast.revealed(bo, session)
    action = acted_on(ada, otto, learned(ada, session, *notes))

    drop_action(ada, action.pk, reason="The flats are sold")

    [became, *_] = contributions_of(visiting(bo))
    assert [(one.state, one.drop_reason) for one in became.actions] == [
        ("dropped", "The flats are sold")
    ]


def test_nobody_else_is_named(ada, bo, cem, otto):
    session = cast.collecting(ada, bo, otto)
    [rugs, _] = cast.revealed(bo, session)
    insight = learned(ada, session, rugs, *cast.revealed(otto, session, "Dark stairs"))
    acted_on(ada, otto, insight)
    telling.published(cem, session, insight)

    shown = str(contributions_of(visiting(bo)))

    assert not [name for name in ("Ada", "Otto", "Cem", "Dark stairs") if name in shown]


def test_one_reads_of_ones_own_notes_alone(ada, bo, mira):
    cast.revealed(ada, cast.collecting(ada), "Hers")
    cast.revealed(mira, cast.collecting(mira), "Elsewhere")
    cast.revealed(bo, cast.collecting(ada, bo), "His")

    assert set(states(visiting(bo))) == {"His"}
    assert states(Visitor()) == {}


def test_a_note_waits_until_there_is_something_to_tell(ada, bo, cem):
    session = cast.collecting(ada, bo)
    [parked, told, acted] = cast.revealed(bo, session, "Parked", "Told", "Acted on")
    cast.revealed(bo, session, "Waiting")
    learned_parked = learned(ada, session, parked)
    parked = Answer("park", "No money", revisit_on=cast.in_days(200))
    endings.answered(ada, session, learned_parked, parked)
    learned_told = learned(ada, session, told)
    telling.published(cem, session, learned_told)
    acted_on(ada, ada, learned(ada, session, acted))
    cast.write(bo, session, "Hidden")

    assert states(visiting(bo)) == {
        "Parked": "answered",
        "Told": "answered",
        "Acted on": "answered",
        "Waiting": "waiting",
        "Hidden": "hidden",
    }


def test_what_is_not_shown_to_others_yet_has_led_to_nothing(ada, bo):
    session = cast.collecting(ada, bo)
    note = cast.write(bo, session, "Still hidden")

    [found] = contributions_of(visiting(bo))

    assert (found.note_id, found.insights, found.actions) == (note.pk, [], [])


def test_drafts_are_not_told_and_what_is_promised_is_told_by_its_day(ada, bo, cem):
    session = cast.collecting(ada, bo)
    [rugs, _] = cast.revealed(bo, session)
    wording = Wording("Only a draft of an insight", [rugs.pk])
    draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)
    telling.promised(cem, session, cast.in_days(9))
    telling.promised(cem, session, cast.in_days(5), learned(ada, session, rugs))

    found = next(one for one in contributions_of(visiting(bo)) if one.note_id == rugs.pk)

    assert found.promised_by == cast.in_days(5)
    assert "Only a draft" not in str(found)
    assert found.state == "waiting"


def test_an_answer_about_the_whole_session_is_for_each_of_its_notes(ada, bo, cem):
    session, other = cast.collecting(ada, bo), cast.collecting(ada, bo)
    cast.revealed(bo, session)
    cast.revealed(bo, other, "Elsewhere")
    telling.published(cem, session)

    assert states(visiting(bo)) == {
        "Loose rugs": "answered",
        "No rails": "answered",
        "Elsewhere": "waiting",
    }


def test_who_is_not_answered_asks_again_until_there_is_a_later_answer(ada, bo, cem):
    session = cast.collecting(ada, bo)
    [note] = cast.revealed(bo, session, "Loose rugs")
    told = telling.published(cem, session)
    react_to_feedback(
        visiting(bo), note.pk, feedback_id=told.pk, verdict="not_answered", sentence="Which homes?"
    )

    asked = contributions_of(visiting(bo))[0]
    telling.published(cem, session, text="The homes in Mill Lane")

    assert (asked.state, asked.answers[0].sentence) == ("asked_again", "Which homes?")
    assert states(visiting(bo)) == {"Loose rugs": "answered"}


def test_what_one_took_back_is_gone(ada, bo):
    session = cast.collecting(ada, bo)
    note = cast.write(bo, session)
    withdraw_note(cast.part_of(bo, session), note.pk)

    assert contributions_of(visiting(bo)) == []


def test_a_guest_reads_what_became_of_her_notes_in_her_browser(ada):
    session = cast.collecting(ada)
    guest, other = cast.guest_in(session), cast.guest_in(session, "Ida")
    cast.jot(guest, "No bus after six")
    cast.jot(other, "No lamps")

    assert states(cast.visiting(guest)) == {"No bus after six": "hidden"}
    Participant.objects.filter(pk=guest.pk).update(state=ParticipantState.REMOVED)
    assert states(cast.visiting(guest)) == {}


def test_who_left_a_partnership_reads_no_more_of_it(ada, bo, cem):
    cast.revealed(bo, cast.collecting(ada, bo))
    cast.gone(cem, bo)

    assert states(visiting(bo)) == {}


def test_many_notes_take_no_more_queries_than_few(ada, bo, cem):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            contributions_of(visiting(bo))
        return len(found)

    def one_more_session() -> None:
        session = cast.collecting(ada, bo)
        insight = learned(ada, session, *cast.revealed(bo, session))
        acted_on(ada, bo, insight)
        telling.published(cem, session, insight)

    one_more_session()
    few = queries()
    for _ in range(3):
        one_more_session()

    assert queries() == few
