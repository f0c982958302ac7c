from uuid import uuid4

import pytest
from django.urls import reverse

from actions.models.decision import Decision
from actions.services.decisions import DecisionWording
from actions.services.read_back import Said, make_remark
from kernel.clock import today
from tests import cast, endings
from tests.frontend_app.filled_in import form_with
from tests.frontend_app.pages import queries_for, signed_in, text_of
from tests.unchanged import nothing_changed

OPEN = DecisionWording(
    text="Do we visit every home?",
    options="A letter to every home",
    dissent="Otto: a letter is enough",
)


@pytest.fixture
def decision(ada, session):
    return endings.decision(ada, session, OPEN)


def address(decision):
    return reverse("decision", args=[decision.partnership.slug, decision.pk])


def read(member, path):
    answer = signed_in(member.person).get(path)
    assert answer.status_code == 200, answer.status_code
    return text_of(answer)


def decided(browser, decision, **said):
    """Send the form of an open decision as a browser has it, with what one fills in."""
    sent = form_with(browser.get(address(decision)), "version")
    return {
        **sent,
        "decided_on": today().isoformat(),
        "decided_by": "The board of Westmeer",
        "rationale": "It costs less than a broken hip",
        **said,
    }


def test_every_member_reads_what_is_open_and_what_was_decided_newest_first(ada, otto, decision):
    taken = endings.decision(ada, decision.session, endings.taken(ada))

    page = read(otto, reverse("decisions", args=[otto.partnership.slug]))

    assert "2 decisions" in page
    assert (
        page.index("Every home gets a visit")
        < page.index("Ada Visser")
        < page.index(f"{taken.decided_on:%-d %B %Y}")
        < page.index("Do we visit every home?")
        < page.index("To be decided")
    )


def test_without_decisions_the_page_says_where_they_come_from(otto):
    page = read(otto, reverse("decisions", args=[otto.partnership.slug]))

    assert "There are no decisions yet" in page


def test_many_decisions_stand_on_several_pages_and_take_no_more_queries(ada, otto, session):
    path = reverse("decisions", args=[otto.partnership.slug])
    endings.decision(ada, session)
    browser = signed_in(otto.person)
    few = queries_for(browser, path)
    for number in range(50):
        endings.decision(ada, session, DecisionWording(text=f"Question no. {number}"))

    assert queries_for(browser, path) == few
    assert "51 decisions" in text_of(browser.get(path))
    assert "Do we visit every home?" not in text_of(browser.get(path))
    assert "Do we visit every home?" in text_of(browser.get(path + "?page=2"))


def test_a_decision_stands_with_its_options_its_dissent_and_where_it_came_from(bo, otto, decision):
    said = Said("dissent", decision_id=decision.pk, text="Who pays for it?")
    make_remark(cast.part_of(bo, decision.session), remark_id=uuid4(), said=said)

    page = read(otto, address(decision))

    for expected in [
        "Do we visit every home?",
        "What else was considered A letter to every home",
        "Otto: a letter is enough",
        "Bo Jansen sees it differently: Who pays for it?",
        "Homes are not ready",
        "Loose rugs",
    ]:
        assert expected in page
    assert "Write down what was decided" not in page


def test_from_its_notes_everybody_walks_forth_to_it(otto, decision):
    note = decision.notes.get(text="Loose rugs")

    page = read(otto, reverse("note", args=[otto.partnership.slug, note.pk]))

    assert "Loose rugs" in page
    assert "What was decided 1. Do we visit every home? To be decided" in page


def test_whoever_runs_the_session_writes_down_what_was_decided_also_afterwards(ada, decision):
    endings.closed(ada, decision.session)
    browser = signed_in(ada.person)

    answer = browser.post(address(decision), decided(browser, decision), follow=True)

    decision.refresh_from_db()
    assert (decision.state, decision.decided_by, decision.decided_on) == (
        "decided",
        "The board of Westmeer",
        today(),
    )
    assert (decision.options, decision.dissent) == (OPEN.options, OPEN.dissent)
    assert "The decision is saved." in text_of(answer)
    assert "Write down what was decided" not in text_of(answer)


def test_a_decision_takes_the_place_of_an_earlier_one(ada, otto, decision):
    earlier = endings.decision(ada, decision.session, endings.taken(ada))
    browser = signed_in(ada.person)

    browser.post(address(decision), decided(browser, decision, replaces_id=str(earlier.pk)))

    assert Decision.objects.get(pk=earlier.pk).state == "superseded"
    assert "It does not hold any more. This took its place: 1. Do we visit every home?" in read(
        otto, address(earlier)
    )
    assert "In place of 2. Every home gets a visit" in read(otto, address(decision))


def test_what_is_missing_stands_beside_its_field_and_nothing_is_lost(ada, decision):
    browser = signed_in(ada.person)
    said = decided(browser, decision, rationale="", options="Or nothing at all")

    with nothing_changed():
        refused = browser.post(address(decision), said)

    assert "Please say why it was decided so." in text_of(refused)
    assert form_with(refused, "version")["options"] == "Or nothing at all"


def test_two_who_reword_it_see_both(ada, cem, decision):
    browsers = [signed_in(member.person) for member in (ada, cem)]
    first, second = (
        decided(browser, decision, text=text, decided_on="", rationale="", decided_by="")
        for browser, text in zip(browsers, ("Do we visit?", "Do we call?"), strict=True)
    )
    browsers[0].post(address(decision), first)

    refused = browsers[1].post(address(decision), second)

    assert "Saved meanwhile: Do we visit?" in text_of(refused)
    assert form_with(refused, "version")["text"] == "Do we call?"
    browsers[1].post(address(decision), form_with(refused, "version"))
    decision.refresh_from_db()
    assert decision.text == "Do we call?"


def test_others_are_told_that_they_cannot_decide(ada, otto, decision):
    said = decided(signed_in(ada.person), decision)

    with nothing_changed():
        refused = signed_in(otto.person).post(address(decision), said)

    assert "Only the facilitator or a programme manager can write down decisions." in text_of(
        refused
    )


def test_decisions_of_others_do_not_exist(mira, decision):
    theirs = reverse("decision", args=[mira.partnership.slug, decision.pk])

    assert signed_in(mira.person).get(theirs).status_code == 404
    assert "Do we visit" not in read(mira, reverse("decisions", args=[mira.partnership.slug]))
