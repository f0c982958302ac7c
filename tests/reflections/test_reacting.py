import pytest

from actions.queries.closing import closing_check_of
from eventlog.models import Event
from kernel.errors import InvalidInputError
from reflections.models.feedback import Feedback
from reflections.models.note import Note
from reflections.models.reaction import Reaction
from reflections.queries.board import board_view_of
from reflections.queries.feedback import feedback_records
from reflections.queries.reactions import reopened
from reflections.services.joining import join_session
from reflections.services.reacting import react_to_feedback
from reflections.visitors import Visitor
from tests import cast, telling
from tests.unchanged import nothing_changed


@pytest.fixture
def note(bo, session):
    return cast.revealed(bo, session, "Loose rugs")[0]


@pytest.fixture
def told(cem, session):
    return telling.published(cem, session)


def say(member, note, told, verdict="helpful", sentence=""):
    visitor = Visitor(person=member.person)
    return react_to_feedback(
        visitor, note.pk, feedback_id=told.pk, verdict=verdict, sentence=sentence
    )


def test_the_writer_says_that_an_answer_helps_and_the_log_names_nobody(bo, note, told):
    reaction = say(bo, note, told)

    assert (reaction.verdict, reaction.on) == ("helpful", cast.in_days(0))
    assert set(Event.objects.filter(kind="feedback.reacted").values_list("actor_id")) == {(None,)}


def test_the_last_word_counts_and_the_same_word_again_changes_nothing(bo, note, told):
    say(bo, note, told)
    say(bo, note, told, "not_answered", "Which homes?")

    with nothing_changed():
        say(bo, note, told, "not_answered", " Which homes? ")

    reaction = Reaction.objects.get()
    assert (reaction.verdict, reaction.sentence) == ("not_answered", "Which homes?")


def test_an_answer_that_is_none_is_open_again_until_a_later_one_follows(
    bo, cem, session, note, told
):
    say(bo, note, told, "not_answered")
    asked = list(reopened(Feedback.objects.all()))
    missing = closing_check_of(cem, session.pk).items
    telling.published(cem, session, text="The homes in Mill Lane")

    assert asked == [told]
    assert [(one.kind, one.is_blocking) for one in missing] == [("feedback_reopened", False)]
    assert closing_check_of(cem, session.pk).items == []
    assert list(reopened(Feedback.objects.all())) == []


def test_a_helpful_answer_is_not_open(bo, note, told):
    say(bo, note, told)

    assert list(reopened(Feedback.objects.all())) == []


@pytest.mark.parametrize("who", ["ada", "cem", "otto", "mira"])
def test_nobody_speaks_for_the_writer(request, note, told, who):
    member = request.getfixturevalue(who)

    with nothing_changed(), pytest.raises(Note.DoesNotExist):
        say(member, note, told)


def test_one_speaks_only_of_answers_to_ones_own_note(ada, bo, cem, session, note):
    insight = cast.agreed(ada, session)
    elsewhere = telling.published(cem, cast.collecting(ada))
    about_others = telling.published(cem, session, insight)
    draft = telling.promised(cem, session, cast.in_days(3))

    with nothing_changed():
        for told in (elsewhere, about_others, draft):
            with pytest.raises(Feedback.DoesNotExist):
                say(bo, note, told)


def test_nonsense_is_refused(bo, note, told):
    with nothing_changed():
        with pytest.raises(InvalidInputError):
            say(bo, note, told, "love")
        with pytest.raises(InvalidInputError):
            say(bo, note, told, "not_answered", "x" * 501)


def test_a_guest_speaks_for_her_own_note(ada, cem, session):
    guest = cast.guest_in(session)
    note = cast.jot(guest, "No bus")
    told = telling.published(cem, session)

    react_to_feedback(cast.visiting(guest), note.pk, feedback_id=told.pk, verdict="not_answered")

    assert Reaction.objects.get().note == note


def test_those_who_answer_read_what_is_said_of_it_and_others_do_not(
    ada, bo, otto, session, note, told
):
    join_session(otto, session.pk)
    say(bo, note, told, "not_answered", "Which homes?")

    shown, hidden = (
        feedback_records(board_view_of(member, session.pk), None)[str(told.pk)]
        for member in (ada, otto)
    )

    assert (shown.helpful, shown.not_answered, shown.remarks) == (0, 1, ["Which homes?"])
    assert (hidden.helpful, hidden.not_answered, hidden.remarks) == (0, 0, [])
