from uuid import uuid4

import pytest

from actions.models.saved_view import SavedView
from actions.queries.narrowing import LogFilter
from actions.queries.saved_views import saved_view_records, saved_views_of
from actions.services.saved_views import ViewToKeep, keep_view, remove_view
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from partnerships.queries import log_view_of
from tests import api
from tests.unchanged import nothing_changed

LATE = ViewToKeep(name="Late", wanted=LogFilter(state="open", flag="overdue"))
FOR_ALL = ViewToKeep(name="For the board", wanted=LogFilter(level="macro"), is_shared=True)


def names(member):
    return [view.name for view in saved_views_of(member)]


def test_a_view_is_kept_for_oneself_and_by_a_manager_for_everybody(bo, otto, cem):
    keep_view(bo, view_id=uuid4(), view=LATE)
    keep_view(cem, view_id=uuid4(), view=FOR_ALL)

    assert names(bo) == ["For the board", "Late"]
    assert names(otto) == ["For the board"]
    assert saved_views_of(bo)[1].wanted == {"state": "open", "flag": "overdue"}


def test_ones_own_views_are_told_to_nobody(bo, cem):
    own = keep_view(bo, view_id=uuid4(), view=LATE)
    shared = keep_view(cem, view_id=uuid4(), view=FOR_ALL)

    assert list(saved_view_records(log_view_of(cem), None)) == [str(shared.pk)]
    assert saved_view_records(log_view_of(cem), [own.pk]) == {}


def test_only_a_manager_keeps_and_removes_what_is_for_everybody(bo, cem):
    shared = keep_view(cem, view_id=uuid4(), view=FOR_ALL)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            keep_view(bo, view_id=uuid4(), view=FOR_ALL)
        with pytest.raises(NotAllowedError):
            remove_view(bo, shared.pk)
    remove_view(cem, shared.pk)
    remove_view(cem, shared.pk)
    assert names(bo) == []


def test_nobody_removes_the_own_view_of_somebody_else(bo, cem):
    view = keep_view(bo, view_id=uuid4(), view=LATE)

    remove_view(cem, view.pk)

    assert names(bo) == ["Late"]


def test_keeping_it_twice_is_once_and_with_another_content_a_conflict(bo, cem):
    view_id = uuid4()
    keep_view(bo, view_id=view_id, view=LATE)

    with nothing_changed():
        keep_view(bo, view_id=view_id, view=LATE)
        for member, view in ((bo, ViewToKeep(name="Later")), (cem, LATE)):
            with pytest.raises(IdConflictError):
                keep_view(member, view_id=view_id, view=view)


def test_a_view_needs_a_name_and_there_is_an_end_to_them(bo, monkeypatch):
    with pytest.raises(InvalidInputError):
        keep_view(bo, view_id=uuid4(), view=ViewToKeep(name=" "))
    with pytest.raises(InvalidInputError):
        keep_view(bo, view_id=uuid4(), view=ViewToKeep(name="Late", layout="circle"))
    monkeypatch.setattr("actions.services.saved_views.MOST_VIEWS", 1)
    keep_view(bo, view_id=uuid4(), view=LATE)
    with pytest.raises(ConflictError):
        keep_view(bo, view_id=uuid4(), view=LATE)


def test_views_are_kept_over_http(bo, mira):
    view_id = uuid4()
    place = api.place("api_saved_view", bo, view_id=view_id)
    said = {"name": "Late", "wanted": {"owner": str(bo.pk)}, "layout": "board"}

    kept = api.browser_of(bo).put(place, said, content_type=api.JSON)

    assert kept.json() == {
        "id": str(view_id),
        "name": "Late",
        "wanted": {"owner": str(bo.pk)},
        "layout": "board",
        "is_shared": False,
        "by_id": str(bo.pk),
    }
    listed = api.browser_of(bo).get(api.place("api_saved_views", bo)).json()
    assert listed == [kept.json()]
    assert api.browser_of(mira).get(api.place("api_saved_views", mira)).json() == []
    assert api.browser_of(bo).delete(place).status_code == 204
    assert not SavedView.objects.exists()
