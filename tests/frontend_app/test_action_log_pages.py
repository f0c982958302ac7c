import re
from datetime import timedelta

from actions.models.action import ActionItem
from kernel.clock import today
from tests import cast, lives
from tests.frontend_app.pages import hidden, queries_for, signed_in, text_of


def log_of(member) -> str:
    return f"/p/{member.partnership.slug}/actions/"


def late(action, days=3):
    ActionItem.objects.filter(pk=action.pk).update(due=today() - timedelta(days=days))


def test_the_log_shows_what_asks_for_attention_first(ada, bo, otto):
    fine, overdue = cast.accepted(ada, bo), cast.accepted(ada, otto)
    ActionItem.objects.filter(pk=fine.pk).update(title="Ask the library")
    late(overdue)

    page = text_of(signed_in(bo.person).get(log_of(bo)))

    assert page.index("Check 40 homes") < page.index("Ask the library")
    assert "3 days late" in page
    assert "due in 30 days" in page
    assert "Otto Bakker" in page


def test_the_log_is_narrowed_by_its_filter(ada, bo, otto):
    cast.accepted(ada, bo)
    done_one = cast.done(ada, otto)
    client = signed_in(ada.person)

    assert "1 action " in text_of(client.get(log_of(ada), {"state": "done"}))
    assert (
        f"/actions/{done_one.pk}/"
        in client.get(log_of(ada), {"owner": str(otto.pk)}).content.decode()
    )
    assert "No action fits" in text_of(client.get(log_of(ada), {"q": "zebra"}))
    assert "2 actions" in text_of(client.get(log_of(ada), {"state": "nonsense"}))


def test_an_empty_log_says_what_to_do_next(bo):
    page = text_of(signed_in(bo.person).get(log_of(bo)))

    assert "There are no actions yet" in page
    assert "To the sessions" in page


def test_a_long_log_comes_in_pages(ada, bo, monkeypatch):
    monkeypatch.setattr("frontend.pages.action_log.PER_PAGE", 2)
    session = cast.collecting(ada)
    for _ in range(3):
        cast.proposed(ada, bo, session)
    client = signed_in(bo.person)

    first = client.get(log_of(bo)).content.decode()
    after = re.search(r'href="\?(after=[^"]+)"', first)[1]
    second = client.get(f"{log_of(bo)}?{after}").content.decode()

    assert (first.count("data-item="), second.count("data-item=")) == (2, 1)
    assert "Back to the first" in second
    assert "Show the next" not in second
    assert client.get(log_of(bo), {"after": "nowhere"}).url == log_of(bo)


def test_the_log_takes_as_many_queries_for_fifty_actions_as_for_one(ada, bo):
    lives.many(ada, bo, 1)
    client = signed_in(ada.person)
    few = queries_for(client, log_of(ada))
    lives.many(ada, bo, 49)

    assert queries_for(client, log_of(ada)) == few


def test_many_actions_are_moved_on_the_page_and_taken_back(ada, bo, cem):
    first, second = lives.many(ada, bo, 2)
    client = signed_in(cem.person)
    said = {
        "edit_id": hidden(client.get(log_of(cem)), "edit_id"),
        "action": [str(first.pk), str(second.pk)],
        "step": "change_due",
        "change_due-due": cast.in_days(90).isoformat(),
        "change_due-reason": "The winter is long",
    }

    unfinished = client.post(log_of(cem), {**said, "change_due-reason": ""})
    done = client.post(log_of(cem), said, follow=True)
    back = client.post(
        done.redirect_chain[-1][0], {"undo_id": hidden(done, "undo_id")}, follow=True
    )

    assert unfinished.content.decode().count(" checked>") == 2 + 1  # and the keys are on
    assert 'id="step-change_due" open' in unfinished.content.decode()
    assert "It is done with 2 actions" in text_of(done)
    assert "2 actions are as they were before" in text_of(back)
    assert {action.due for action in ActionItem.objects.all()} == {cast.in_days(30)}


def test_nothing_is_done_before_actions_are_chosen(ada, bo, otto):
    lives.many(ada, bo, 1)
    client = signed_in(otto.person)

    page = client.post(log_of(otto), {"step": "set_level", "set_level-level": "meso"})

    assert "Please choose the actions first" in text_of(page)
    assert "Drop them" not in text_of(page)  # which Otto could do with none


def test_a_view_is_kept_found_again_and_removed(ada, bo):
    lives.many(ada, bo, 1)
    client = signed_in(bo.person)
    here = f"{log_of(bo)}?state=open&q=home"
    view_id = hidden(client.get(here), "keep-view_id")
    kept = client.post(
        f"{log_of(bo)}keep-view/?state=open&q=home",
        {"keep-view_id": view_id, "keep-name": "My homes"},
        follow=True,
    )

    assert kept.redirect_chain[-1][0] == here
    assert "The view is kept" in kept.content.decode()
    assert f'href="{log_of(bo)}?state=open&amp;q=home" aria-current' in kept.content.decode()
    assert "My homes" in text_of(client.get(log_of(bo)))
    gone = client.post(f"{log_of(bo)}views/{view_id}/remove/", follow=True)
    assert "My homes" not in text_of(gone)


def test_the_board_offers_the_steps_of_each_card_as_a_menu(ada, bo, cem):
    asked, under_way = cast.proposed(ada, bo), cast.accepted(ada, bo)
    client = signed_in(bo.person)

    page = client.get(log_of(bo), {"layout": "board"}).content.decode()
    moved = client.post(
        f"{log_of(bo)}{asked.pk}/", {"step": "accept", "back": "board"}, follow=True
    )

    assert f'href="{log_of(bo)}{under_way.pk}/?step=complete' in page
    assert page.count("Yes, I will do it") == 1
    assert moved.redirect_chain[-1][0] == f"{log_of(bo)}?layout=board#card-{asked.pk}"
    assert (
        'id="step-complete" open'
        in client.get(f"{log_of(bo)}{under_way.pk}/", {"step": "complete"}).content.decode()
    )


def test_the_board_takes_as_many_queries_for_fifty_actions_as_for_one(ada, bo):
    states = [{"state": "accepted"}, {"state": "proposed"}]
    lives.many(ada, bo, 2, states)
    client, board = signed_in(ada.person), f"{log_of(ada)}?layout=board"
    few = queries_for(client, board)
    lives.many(ada, bo, 48, states)

    assert queries_for(client, board) == few


def test_an_action_is_worded_differently_on_its_page(ada, bo):
    action = cast.accepted(ada, bo)
    client, page = signed_in(bo.person), f"{log_of(bo)}{action.pk}/"
    said = {
        "step": "revise",
        "revise-version": "1",
        "revise-title": "Check 50 homes",
        "revise-done_test": action.done_test,
        "revise-strength": "process",
    }

    text = text_of(client.post(page, said, follow=True))

    assert "Bo Jansen changed how it reads" in text
    assert "Work in another way" in text
