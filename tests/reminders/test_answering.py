from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from actions.models.check_in import CheckIn
from actions.queries.history import history_of_action
from actions.services.commitment import offer_action
from kernel.clock import at, now
from kernel.errors import IdConflictError, InvalidInputError
from reminders.links import VALID_FOR, LinkGoneError, answer_link_for, read_answer_link
from reminders.models.link import LinkAnswer
from reminders.services.answering import Said, answer_by_link
from tests import cast
from tests.frontend_app.pages import hidden, text_of
from tests.together import at_once
from tests.unchanged import nothing_changed


def _link(action):
    return answer_link_for(action, made_at=now())


def _page(action):
    return reverse("answer_by_link", args=[_link(action).token])


def _kinds(member, action):
    return [line.kind for line in history_of_action(member, action.pk)]


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def _say(action, answer, text="Ten homes so far", *, answer_id=None, **more):
    said = Said(answer, text, **more)
    return answer_by_link(_link(action), answer_id=answer_id or uuid4(), said=said)


@pytest.mark.parametrize(
    ("answer", "state", "kind"),
    [
        ("on_track", "in_progress", "action.checked_in"),
        ("late", "in_progress", "action.checked_in"),
        ("stuck", "blocked", "action.checked_in"),
        ("done", "done", "action.completed"),
    ],
)
def test_the_owner_says_how_it_goes_and_the_history_says_that_it_came_by_link(
    ada, bo, action, answer, state, kind
):
    _say(action, answer)

    action.refresh_from_db()
    assert action.state == state
    [used, done, *_] = history_of_action(ada, action.pk)
    assert (used.kind, used.by_name) == ("action.link_used", "Bo Jansen")
    assert (done.kind, done.by_name) == (kind, "Bo Jansen")


def test_another_date_comes_with_its_reason(action):
    _say(action, "late", "The landlord answers late", due=cast.in_days(60))

    action.refresh_from_db()
    assert action.due == cast.in_days(60)
    assert [change.reason for change in action.due_changes.all()] == ["The landlord answers late"]


def test_whoever_is_asked_says_yes_or_no(ada, bo):
    yes, no = cast.proposed(ada, bo), cast.proposed(ada, bo)

    _say(yes, "yes", "")
    _say(no, "no", "No time before spring")

    yes.refresh_from_db()
    no.refresh_from_db()
    assert (yes.state, no.state, no.decline_reason) == (
        "accepted",
        "declined",
        "No time before spring",
    )


def test_sent_again_it_is_one_answer_also_when_the_action_went_on(action):
    answer_id = uuid4()
    _say(action, "done", "All 40", answer_id=answer_id)

    with nothing_changed():
        _say(action, "done", "All 40", answer_id=answer_id)
        with pytest.raises(IdConflictError):
            _say(action, "done", "Only 39", answer_id=answer_id)


@pytest.mark.parametrize("answer", ["yes", "no", "drop", ""])
def test_an_answer_that_does_not_fit_changes_nothing(action, answer):
    with nothing_changed(), pytest.raises(InvalidInputError):
        _say(action, answer)


def test_the_link_opens_nothing_once_somebody_else_owns_the_action(ada, bo, otto):
    action = cast.proposed(ada, bo)
    link = _link(action)
    _say(action, "no", "No time")
    offer_action(ada, action.pk, owner_id=otto.pk)

    with nothing_changed(), pytest.raises(LinkGoneError):
        answer_by_link(link, answer_id=uuid4(), said=Said("yes"))
    assert Client().get(reverse("answer_by_link", args=[link.token])).status_code == 409

    # Nor when it comes back to her: she is asked anew, and gets a new link.
    offer_action(ada, action.pk, owner_id=bo.pk)
    with at(now() + timedelta(seconds=2)):
        offer_action(ada, action.pk, owner_id=otto.pk)
        offer_action(ada, action.pk, owner_id=bo.pk)
    with nothing_changed(), pytest.raises(LinkGoneError):
        answer_by_link(link, answer_id=uuid4(), said=Said("yes"))


def test_the_link_opens_nothing_when_it_is_old_or_its_owner_left(cem, bo, action):
    link = _link(action)

    with at(now() + VALID_FOR), nothing_changed(), pytest.raises(LinkGoneError):
        answer_by_link(link, answer_id=uuid4(), said=Said("done", "All 40"))
    cast.gone(cem, bo)
    with nothing_changed(), pytest.raises(LinkGoneError):
        answer_by_link(link, answer_id=uuid4(), said=Said("done", "All 40"))


@pytest.mark.parametrize("where", [0, 10, 40, -2])
def test_nobody_can_make_or_change_a_link(action, where):
    token = _link(action).token
    letter = "0" if token[where] != "0" else "1"
    places = list(token)
    places[where] = letter

    with pytest.raises(LinkGoneError):
        read_answer_link("".join(places))
    assert read_answer_link(token) == _link(action)


def test_looking_at_the_page_changes_nothing_and_says_who_answers(action):
    browser = Client(headers={"accept-language": "en"})

    with nothing_changed():
        page = browser.get(_page(action))

    assert "You answer as Bo Jansen." in text_of(page)
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page.headers["Cache-Control"]
    assert browser.head(_page(action)).status_code == 405


def test_the_page_takes_an_answer_without_cookies_and_once(action):
    browser, address = Client(enforce_csrf_checks=True), _page(action)
    said = {
        "answer_id": hidden(browser.get(address), "answer_id"),
        "answer": "late",
        "text": "The landlord answers late",
        "due": cast.in_days(60).isoformat(),
    }

    first, second = browser.post(address, said), browser.post(address, said)

    assert (first.status_code, second.status_code) == (302, 302)
    assert "Thank you. Your answer is saved." in text_of(browser.get(first.headers["Location"]))
    assert (LinkAnswer.objects.count(), CheckIn.objects.count()) == (1, 1)


def test_the_page_says_what_is_missing_and_keeps_what_was_typed(action):
    answer = Client(headers={"accept-language": "en"}).post(
        _page(action), {"answer_id": str(uuid4()), "answer": "late", "due": "2020-01-01"}
    )

    assert "Please write one sentence." in text_of(answer)
    assert 'value="2020-01-01"' in answer.content.decode()
    assert LinkAnswer.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_same_answer_sent_twice_at_once_is_one(action):
    answer_id = uuid4()

    def say():
        return _say(action, "stuck", "No key", answer_id=answer_id).pk

    assert at_once(say, say) == [answer_id, answer_id]
    assert CheckIn.objects.count() == 1
