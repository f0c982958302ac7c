"""Pages for what others said, and for what notes may say of their writers."""

from uuid import uuid4

from django.urls import reverse

from reflections.models.note import Note
from tests import api, cast
from tests.unchanged import nothing_changed


def _url(name, member, session):
    return reverse(name, args=[member.partnership.slug, session.pk])


def _said(session, **others):
    return {
        "note_id": str(uuid4()),
        "column_id": str(session.columns.all()[0].pk),
        "on_behalf": "phone",
        "text": "The night is long",
        "for_people": "12",
        "agreed": "on",
        **others,
    }


def test_notes_are_written_down_one_after_the_other(bo, session):
    browser = api.browser_of(bo)
    page = _url("for_others", bo, session)
    first = _said(session)

    for said in (first, first, _said(session, text="My rail is loose", on_behalf="paper")):
        answer = browser.post(page, said)
    shown = browser.get(answer.headers["Location"]).content.decode()

    notes = Note.objects.order_by("added_at")
    assert [(note.text, note.on_behalf, note.for_people) for note in notes] == [
        ("The night is long", "phone", 12),
        ("My rail is loose", "paper", 12),
    ]
    assert {note.author.membership for note in notes} == {bo}
    assert '<option value="paper" selected>' in shown
    assert "My rail is loose" in shown


def test_without_a_yes_nothing_is_kept_and_the_text_stays(bo, session):
    said = {name: value for name, value in _said(session).items() if name != "agreed"}

    with nothing_changed():
        answer = api.browser_of(bo).post(_url("for_others", bo, session), said)

    page = answer.content.decode()
    assert "Ask whoever said this" in page
    assert "The night is long" in page


def test_who_did_not_join_is_told_so(otto, session):
    answer = api.browser_of(otto).get(_url("for_others", otto, session))

    assert answer.status_code == 403
    assert "Join the session first." in answer.content.decode()


def test_whoever_runs_the_session_decides_what_people_choose_from(ada, session):
    browser = api.browser_of(ada)

    browser.post(_url("attributions", ada, session), {"allowed": ["named", "anonymous"]})

    session.refresh_from_db()
    assert session.allowed_attributions == ["named", "anonymous"]


def test_none_at_all_is_refused_with_a_sentence(ada, session):
    with nothing_changed():
        answer = api.browser_of(ada).post(_url("attributions", ada, session), {})

    assert "Please choose at least one" in answer.content.decode()


def test_nor_once_somebody_wrote(ada, bo, session):
    cast.write(bo, session)

    with nothing_changed():
        answer = api.browser_of(ada).post(
            _url("attributions", ada, session), {"allowed": ["named"]}
        )

    assert "Somebody wrote already" in answer.content.decode()


def test_nobody_else_decides_it(bo, session):
    with nothing_changed():
        answer = api.browser_of(bo).get(_url("attributions", bo, session))

    assert answer.status_code == 403
