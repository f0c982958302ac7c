from actions.queries.log import actions_from_note, actions_of
from actions.queries.provenance import origin_of
from actions.records.action import action_record
from tests import cast
from tests.actions.translating import translated, worded


def test_the_action_keeps_all_notes_of_the_insight_or_those_named(ada, bo, session, insight):
    notes = list(insight.notes.order_by("text"))

    all_of_them = translated(ada, session, worded(bo), insight=insight)
    one_of_them = translated(ada, session, worded(bo), insight=insight, notes=notes[:1])

    assert set(all_of_them.translations.get().notes.all()) == set(notes)
    assert list(one_of_them.translations.get().notes.all()) == notes[:1]
    assert [all_of_them.number, one_of_them.number] == [1, 2]


def test_notes_become_an_action_without_an_insight(ada, bo, session):
    notes = cast.revealed(bo, session)

    action = translated(ada, session, worded(bo), notes=notes)

    step = action.translations.get()
    assert (step.insight, step.by, set(step.notes.all())) == (None, ada, set(notes))


def test_from_a_note_to_its_actions_and_back_to_the_exact_notes(ada, bo, otto, session):
    rugs, rails, stairs = cast.revealed(bo, session, "Loose rugs", "No rails", "Dark stairs")
    first = translated(ada, session, worded(bo, title="First"), notes=[rugs, rails])
    second = translated(ada, session, worded(bo, title="Second"), notes=[rugs])

    def led_to(note):
        return {action.title for action in actions_from_note(otto, note.pk)}

    def came_from(action):
        record = action_record(actions_of(otto).get(pk=action.pk))
        return {note.text for note in origin_of(otto, record).notes}

    assert [led_to(note) for note in (rugs, rails, stairs)] == [
        {"First", "Second"},
        {"First"},
        set(),
    ]
    assert [came_from(action) for action in (first, second)] == [
        {"Loose rugs", "No rails"},
        {"Loose rugs"},
    ]


def test_nothing_leads_into_another_partnership(ada, bo, mira, session, insight):
    action = translated(ada, session, worded(bo), insight=insight)
    record = action_record(actions_of(ada).get(pk=action.pk))

    assert list(actions_from_note(mira, record.note_ids[0])) == []
    assert (origin_of(mira, record).insights, origin_of(mira, record).notes) == ([], [])
