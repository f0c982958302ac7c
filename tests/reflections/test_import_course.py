from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils.translation import get_language

from actions.services.closing import close_session
from kernel.errors import ConflictError, NotAllowedError, WrongPhaseError
from partnerships.models.membership import Membership
from reflections.models.note import Note, NoteImport
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.imports import import_records, imports_of
from reflections.services.changing import cancel_session
from reflections.services.imports import (
    BATCH,
    choose_columns,
    mapping_of,
    run_import,
    start_import,
    stop_import,
)
from reflections.tasks import import_notes
from tests import cast
from tests.reflections.importing import imported, many, outcome, uploaded


def test_a_new_upload_takes_the_place_of_one_that_was_not_started(ada, cem):
    session = cast.collecting(ada)
    uploaded(ada, session)
    of_another = uploaded(cem, session)

    made = uploaded(ada, session)

    assert set(NoteImport.objects.all()) == {of_another, made}
    assert import_records(board_view_of(ada, session.pk), None) == {}


def test_each_batch_is_news_and_is_saved_by_itself(ada, kinds_since):
    session = cast.collecting(ada)
    made = uploaded(ada, session, many(2 * BATCH + 1))
    start_import(ada, session.pk, made.pk)
    seen = []

    run_import(made.pk, after_batch=lambda one: seen.append((one.rows_done, one.state)))

    record = import_records(board_view_of(ada, session.pk), [made.pk])[str(made.pk)]
    assert seen == [(50, "running"), (100, "running"), (101, "done")]
    assert kinds_since(0)[-4:] == ["import.progressed"] * 4
    assert (record.rows_done, record.added, record.skipped) == (101, 101, 0)


def test_an_import_that_was_cut_off_goes_on_where_it_was(ada):
    session = cast.collecting(ada)
    made = uploaded(ada, session, many(130))
    start_import(ada, session.pk, made.pk)
    with pytest.raises(SystemExit):
        run_import(made.pk, after_batch=cut_off)

    made.refresh_from_db()
    half = (made.state, made.rows_done, session.notes.count())
    start_import(ada, session.pk, made.pk)
    done = run_import(made.pk)

    assert half == ("running", 50, 50)
    assert outcome(done) == ("done", 130, 0, 0)
    assert session.notes.count() == 130


def cut_off(_: NoteImport) -> None:
    raise SystemExit


def test_a_batch_that_breaks_leaves_nothing_and_can_be_repeated(ada, monkeypatch):
    session = cast.collecting(ada)
    made = uploaded(ada, session)
    start_import(ada, session.pk, made.pk)
    with monkeypatch.context() as patch:
        patch.setattr("reflections.services.imports.record", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            run_import(made.pk)
    left = session.notes.count()
    stop_import(made.pk, reason="Something went wrong here.")

    made.refresh_from_db()
    stopped = (made.state, made.failure, left)
    start_import(ada, session.pk, made.pk)
    import_notes.enqueue(str(made.pk))

    made.refresh_from_db()
    assert stopped == ("failed", "Something went wrong here.", 0)
    assert outcome(made) == ("done", 3, 0, 1)


def test_an_import_that_breaks_in_the_worker_says_so(ada, monkeypatch):
    session = cast.collecting(ada)
    made = uploaded(ada, session)
    start_import(ada, session.pk, made.pk)
    monkeypatch.setattr("reflections.services.imports.verdicts_on", lambda *_: 1 / 0)

    result = import_notes.enqueue(str(made.pk))

    made.refresh_from_db()
    assert str(result.status) == "FAILED"
    assert (made.state, made.failure) == ("failed", "Something went wrong here.")


def test_an_import_that_is_done_stays_done(ada):
    session = cast.collecting(ada)
    done = imported(ada, session)

    start_import(ada, session.pk, done.pk)
    stop_import(done.pk, reason="Too late")
    again = run_import(done.pk)

    assert outcome(again) == ("done", 3, 0, 1)


def test_columns_stay_as_they_are_once_it_started(ada):
    session = cast.collecting(ada)
    done = imported(ada, session)

    with pytest.raises(ConflictError, match="has started"):
        choose_columns(ada, session.pk, done.pk, mapping=mapping_of(done), attribution="")


def test_only_those_who_run_the_session_import(ada, cem, bo, dag, otto):
    session = cast.collecting(ada, bo, dag, otto)
    made = uploaded(ada, session)

    for member in (bo, dag, otto):
        with pytest.raises(NotAllowedError):
            uploaded(member, session)
        with pytest.raises(NotAllowedError):
            start_import(member, session.pk, made.pk)
        with pytest.raises(NotAllowedError):
            imports_of(member, session.pk)

    assert list(imports_of(cem, session.pk)) == [made]
    assert outcome(imported(cem, session)) == ("done", 3, 0, 1)


def test_a_facilitator_imports_into_her_own_sessions_only(ada, cem):
    session = cast.collecting(cem)

    with pytest.raises(NotAllowedError):
        uploaded(ada, session)


def test_sessions_and_imports_of_others_are_not_there(ada, mira):
    session, other = cast.collecting(ada), cast.collecting(ada, title="Another")
    made = uploaded(ada, session)

    with pytest.raises(ReflectionSession.DoesNotExist):
        uploaded(mira, session)
    with pytest.raises(ReflectionSession.DoesNotExist):
        imports_of(mira, session.pk)
    with pytest.raises(ReflectionSession.DoesNotExist):
        start_import(mira, session.pk, made.pk)
    with pytest.raises(NoteImport.DoesNotExist):
        start_import(ada, other.pk, made.pk)


def test_nothing_is_added_to_a_session_that_was_called_off(ada):
    session = cast.plan(ada)
    cancel_session(ada, session.pk, reason="Snow")

    with pytest.raises(WrongPhaseError, match="is over"):
        uploaded(ada, session)
    assert not NoteImport.objects.exists()


def test_nothing_is_added_to_a_finished_session(ada):
    session = cast.collecting(ada)
    waiting = uploaded(ada, session)
    start_import(ada, session.pk, waiting.pk)
    close_session(ada, session.pk)

    stopped = run_import(waiting.pk)

    assert (stopped.state, stopped.failure) == ("failed", "The session ended meanwhile.")
    assert session.notes.count() == 0
    with pytest.raises(WrongPhaseError):
        uploaded(ada, session)


def test_the_rows_are_explained_in_the_language_of_who_imports(ada):
    ada.person.language = "nl"
    ada.person.save()

    session = cast.collecting(ada)
    made = uploaded(ada, session)
    start_import(ada, session.pk, made.pk)
    languages = []

    run_import(made.pk, after_batch=lambda _: languages.append(get_language()))

    assert languages == ["nl"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_add_every_row_once():
    ada: Membership = cast.start_westmeer()["ada"]
    session = cast.collecting(ada)
    made = uploaded(ada, session, many(6 * BATCH))
    start_import(ada, session.pk, made.pk)
    together = Barrier(2)

    def work() -> None:
        together.wait()
        run_import(made.pk)
        connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    made.refresh_from_db()
    assert outcome(made) == ("done", 6 * BATCH, 0, 0)
    assert Note.objects.filter(session=session).count() == 6 * BATCH
