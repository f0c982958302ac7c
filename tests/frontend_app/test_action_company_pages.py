import re

import pytest

from actions.models.action import ActionItem
from tests import askings, cast
from tests.frontend_app.pages import signed_in, text_of


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def taken(member, action, step, **said):
    """Take a step on the page of the action, with the hidden fields that stand there."""
    client, page = signed_in(member.person), f"/p/{member.partnership.slug}/actions/{action.pk}/"
    html = client.get(page).content.decode()
    hidden = dict(re.findall(rf'type="hidden" name="({step}-\w+)" value="([^"]*)"', html))
    sent = {f"{step}-{name}": value for name, value in said.items()}
    return text_of(client.post(page, {"step": step, **hidden, **sent}, follow=True))


def test_somebody_is_asked_to_take_it_over_and_does(bo, otto, action):
    asked = taken(bo, action, "hand_over", to_id=otto.pk, reason="I change jobs")
    assert "Otto Bakker is asked to take this over" in asked

    refused = taken(otto, action, "take_over", answer="no", reason="")
    assert "Please write something first" in refused
    done = taken(otto, action, "take_over", answer="yes")

    assert "Otto Bakker took it over." in done
    assert ActionItem.objects.get(pk=action.pk).owner_id == otto.pk


def test_somebody_above_is_asked_and_answers(bo, cem, action):
    wrong = taken(bo, action, "escalate", ask="Who pays?", answer_by=cast.in_days(9))
    assert "Please choose one member, or write the name" in wrong

    asked = taken(bo, action, "escalate", ask="Who pays?", forum="Board", answer_by=cast.in_days(9))
    done = taken(cem, action, "answer_above", answer="The fund pays")

    assert "Board is asked, for an answer by" in asked
    assert "Board answered: The fund pays" in done
    askings.raised(bo, action)
    assert "No answer is needed any more." in taken(bo, action, "withdraw_above")


def test_who_works_on_it_and_who_sees_it_is_said_on_its_page(ada, bo, cem, otto, action):
    helped = taken(bo, action, "people", helper_ids=[otto.pk], sponsor_id=cem.pk)
    shown = taken(bo, action, "evidence", text="Ten homes", link="https://example.org/a")
    public = taken(ada, action, "show", visibility="public", plain_words="We look at homes")

    assert "Who helps Otto Bakker Who answers for it above Cem Aydin" in helped
    assert "Ten homes https://example.org/a" in shown
    assert "Everybody, in plain words We look at homes" in public


def test_actions_are_parted_and_joined_on_their_page(ada, otto, action):
    said = {"title": "Call them", "done_test": "All called", "due": cast.in_days(9)}
    parted = taken(ada, action, "split", owner_id=otto.pk, **said)
    assert "A part of it is 2. Call them" in parted

    unknown = taken(ada, action, "merge", number=77, reason="The same")
    joined = taken(ada, action, "merge", number=2, reason="The same")

    assert "There is no action with this number." in unknown
    assert "It took in 2. Call them" in joined
    part = ActionItem.objects.get(number=2)
    assert "This is part of another action now: 1." in taken(ada, part, "accept")
