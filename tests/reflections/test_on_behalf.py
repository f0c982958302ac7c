"""Writing down what somebody else said, and speaking for many."""

from uuid import uuid4

import pytest

from frontend.note_words import writer_of
from kernel.errors import InvalidInputError
from reflections.models.note import Note
from reflections.records.note import note_record
from reflections.services.notes import Speaker, add_note
from tests import cast
from tests.unchanged import nothing_changed


def _add(member, session, **said):
    return add_note(
        cast.part_of(member, session),
        note_id=uuid4(),
        column_id=session.columns.all()[0].pk,
        text="No bus after six",
        speaker=Speaker(**said),
    )


@pytest.mark.parametrize("kind", ["phone", "paper", "spoken"])
def test_it_is_kept_with_who_typed_it_and_how_it_was_said(ada, session, kind):
    note = _add(ada, session, on_behalf=kind, agreed=True, for_people=12)

    note.refresh_from_db()
    assert (note.author.membership, note.on_behalf, note.for_people) == (ada, kind, 12)


def test_it_is_refused_without_consent(ada, session):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _add(ada, session, on_behalf="phone")

    assert refused.value.field == "agreed"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("on_behalf", {"on_behalf": "dream", "agreed": True}),
        ("for_people", {"for_people": 0}),
        ("for_people", {"for_people": 1000}),
        ("for_people", {"for_people": -(2**70)}),
    ],
)
def test_what_cannot_be_is_refused(ada, session, field, said):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _add(ada, session, **said)

    assert refused.value.field == field


def test_words_say_it_everywhere(ada, session):
    rang = _add(ada, session, on_behalf="phone", agreed=True, for_people=12)
    plain = _add(ada, session)
    many = _add(ada, session, for_people=30)

    assert [writer_of(note_record(note)) for note in (rang, plain, many)] == [
        "written down by Ada Visser for somebody who rang, for 12 people",
        "Ada Visser",
        "Ada Visser, for 30 people",
    ]


def test_words_of_notes_without_a_name_say_no_more_than_they_may(session):
    def words(**said):
        note = Note(id=uuid4(), session=session, column=session.columns.all()[0], **said)
        return writer_of(note_record(note))

    assert words(attribution="anonymous") == "without a name"
    assert words(attribution="anonymous", for_people=3) == "without a name, for 3 people"
    assert words(attribution="role", writer_group="hospital") == "somebody from a hospital"
    assert words(attribution="role") == "somebody who takes part"
    assert words(source_reference="r7") == "From a file, row “r7”"
