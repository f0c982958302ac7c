from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.queries.follow_up import open_actions_before
from actions.queries.history import history_of_action
from actions.queries.log import (
    action_records,
    action_records_on_board,
    actions_of,
    locked_action_of,
)
from actions.queries.narrowing import LogFilter
from actions.queries.workbench import follow_up_page
from actions.records.action import action_record
from actions.services.ending import drop_action
from actions.services.people import set_people, show_to
from actions.services.progress import verify_action
from actions.services.revision import set_level
from frontend.history_words import history_sentences
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from partnerships.queries import log_view_of
from partnerships.services.membership import change_member
from reflections.queries.board import board_view_of
from reflections.services.joining import join_session
from tests import askings, brought, cast
from tests.frontend_app.pages import signed_in, text_of
from tests.unchanged import nothing_changed


def shown(member, action):
    return action_record(actions_of(member).get(pk=action.pk))


def test_helpers_report_too_and_do_not_confirm_it(ada, bo, cem, dag, otto):
    action = cast.accepted(ada, bo)
    set_people(bo, action.pk, helper_ids=[otto.pk, dag.pk, bo.pk], sponsor_id=cem.pk)

    cast.reported(otto, action)
    askings.shown(otto, action)

    company = shown(bo, action).company
    assert company.helper_names == ["Dag Lind", "Otto Bakker"]
    assert company.sponsor_name == "Cem Aydin"
    assert [one.text for one in company.evidence] == ["Twelve homes are on the list"]
    done = cast.done(ada, bo)
    set_people(ada, cast.accepted(ada, bo).pk, helper_ids=[])
    type(done).objects.get(pk=done.pk).helpers.add(dag)
    with nothing_changed(), pytest.raises(NotAllowedError):
        verify_action(dag, done.pk)


def test_who_works_on_it_stands_in_the_history(ada, bo, otto):
    action = cast.accepted(ada, bo)

    set_people(ada, action.pk, helper_ids=[otto.pk])

    line = history_sentences(history_of_action(bo, action.pk), shown(bo, action))[0]
    assert (line.sentence, line.facts) == (
        "Ada Visser changed who works on it.",
        ("Who helps: “Otto Bakker”, before “nothing”",),
    )
    with nothing_changed():
        set_people(ada, action.pk, helper_ids=[otto.pk])
        with pytest.raises(NotAllowedError):
            set_people(otto, action.pk, helper_ids=[])
        with pytest.raises(InvalidInputError):
            set_people(ada, action.pk, helper_ids=[uuid4()])


def test_a_change_above_the_owners_mandate_warns_until_somebody_answers_for_it(ada, bo, cem):
    action = cast.accepted(ada, bo)
    change_member(cem, cem.pk, roles=cem.roles, organisation=None, mandate_level="macro")
    assert not shown(bo, action).company.lacks_mandate
    set_level(bo, action.pk, level="macro")
    assert shown(bo, action).company.lacks_mandate
    page = text_of(signed_in(bo.person).get(f"/p/{bo.partnership.slug}/actions/{action.pk}/"))
    assert "at a higher level than the owner can make it" in page

    set_people(bo, action.pk, helper_ids=[], sponsor_id=cem.pk)

    assert not shown(bo, action).company.lacks_mandate


def test_evidence_is_added_once_by_those_who_report(ada, bo, otto):
    action, other, evidence_id = cast.accepted(ada, bo), cast.accepted(ada, bo), uuid4()
    askings.shown(bo, action, evidence_id)

    with nothing_changed():
        askings.shown(bo, action, evidence_id)
        with pytest.raises(IdConflictError):
            askings.shown(bo, other, evidence_id)
        with pytest.raises(NotAllowedError):
            askings.shown(otto, action)


def test_what_only_participants_see_reaches_nobody_else(ada, bo, cem, dag, otto):
    session = cast.collecting(ada, otto)
    action = cast.proposed(ada, bo, session)

    show_to(ada, action.pk, visibility="participants")

    for member in (ada, bo, cem, otto):
        assert actions_of(member).filter(pk=action.pk).exists(), member
    assert not actions_of(dag).exists()
    assert follow_up_page(dag.person, LogFilter()).lines == []
    with pytest.raises(ObjectDoesNotExist):
        locked_action_of(dag, action.pk)
    with pytest.raises(ObjectDoesNotExist):
        history_of_action(dag, action.pk)
    assert action_records(log_view_of(cem), None) == {}
    assert list(action_records_on_board(board_view_of(otto, session.pk), None)) == [str(action.pk)]
    later = cast.collecting(ada, dag)
    assert open_actions_before(dag, later.pk) == []
    join_session(dag, session.pk)
    assert actions_of(dag).filter(pk=action.pk).exists()


def test_everybody_reads_the_plain_words_and_no_names(ada, bo, client):
    action = cast.accepted(ada, bo)
    address = f"/public/{ada.partnership.slug}/"
    assert client.get(address).status_code == 404
    with pytest.raises(InvalidInputError):
        show_to(ada, action.pk, visibility="public")

    show_to(ada, action.pk, visibility="public", plain_words="We look at forty homes")

    page = text_of(client.get(address))
    assert "We look at forty homes" in page
    assert "Bo Jansen" not in page
    assert action.title not in page


def test_who_sees_it_is_up_to_those_who_run_the_session(ada, bo, cem):
    action = cast.accepted(ada, bo)
    imported = brought.in_from_a_file(cem, bo)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            show_to(bo, action.pk, visibility="participants")
        with pytest.raises(InvalidInputError):
            show_to(ada, action.pk, visibility="friends")
        with pytest.raises(ConflictError):
            show_to(cem, imported.pk, visibility="participants")


def test_what_is_dropped_has_nothing_to_show(ada, bo):
    action = cast.accepted(ada, bo)
    drop_action(ada, action.pk, reason="The flats are sold")

    with nothing_changed(), pytest.raises(ConflictError):
        askings.shown(bo, action)
