from datetime import timedelta

from django.urls import reverse
from django.utils import formats

from actions.models.action import ActionItem
from actions.models.imports import ActionImport
from actions.services.unfinished_imports import forget_unfinished
from kernel.clock import at, now
from tests import cast
from tests.frontend_app.pages import signed_in, text_of

TEXT = "Action: ask the library for a room (Bo) by 3 March 2100\n[ ] Print posters\n[ ] Third thing"


def place(name, member, *ids):
    return reverse(name, args=[member.partnership.slug, *ids])


def values_of(page) -> dict[str, object]:
    found = {}
    for form in page.context["forms"]:
        found |= {bound.html_name: bound.value() or "" for bound in form}
    return found


def test_the_way_from_minutes_to_actions(ada, bo):
    browser = signed_in(ada.person)
    posted = {"name": "Steering group", "text": TEXT}
    page = browser.post(place("minutes_paste", ada), posted, follow=True)
    said = values_of(page)

    tried = browser.post(
        page.request["PATH_INFO"],
        {
            **said,
            "line1-choice": "make",
            "line1-due": str(cast.in_days(9)),
            "line1-done_test": "It is booked",
            "line2-choice": "make",
            "line2-title": "Print 40 posters",
            "line3-choice": "refuse",
        },
    )
    later = browser.get(page.request["PATH_INFO"])

    action = ActionItem.objects.get()
    assert (said["line1-title"], said["line1-owner_id"]) == (
        "Ask the library for a room",
        str(bo.pk),
    )
    assert (action.title, action.owner, action.done_test) == (
        "Ask the library for a room",
        bo,
        "It is booked",
    )
    assert "1 action is made, and its owner is asked." in text_of(tried)
    assert "This field is required." in text_of(tried)
    assert [form.line for form in tried.context["forms"]] == [2]
    assert values_of(later)["line2-title"] == "Print 40 posters"
    assert "2 of 3 answered" in text_of(later)
    assert "[ ] Third thing (left out)" in text_of(later)


def test_minutes_without_actions_stay_in_their_field(ada):
    page = signed_in(ada.person).post(
        place("minutes_paste", ada), {"name": "Meeting", "text": "We talked."}
    )

    assert "No line begins with" in text_of(page)
    assert "We talked." in text_of(page)
    assert not ActionImport.objects.exists()


def test_minutes_that_wait_are_listed(ada):
    browser = signed_in(ada.person)
    browser.post(place("minutes_paste", ada), {"name": "Meeting", "text": "[ ] Print posters"})

    assert "Meeting : 0 of 1 answered" in text_of(browser.get(place("minutes_paste", ada)))


def test_minutes_that_were_not_answered_in_time_say_so(ada):
    browser = signed_in(ada.person)
    posted = {"name": "Steering group", "text": TEXT}
    page = browser.post(place("minutes_paste", ada), posted, follow=True)
    with at(now() + timedelta(days=91)):
        forget_unfinished()
        late = browser.get(page.request["PATH_INFO"])
        paste = browser.get(place("minutes_paste", ada))

    minutes = ActionImport.objects.get()
    until = formats.date_format(minutes.kept_until, "j F Y")
    assert f"What you typed is kept until {until}, also for what you decide later." in text_of(page)
    assert "Nobody finished this within 90 days." in text_of(late)
    assert "Steering group" not in text_of(paste)
