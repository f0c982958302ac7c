import re
from datetime import timedelta

from actions.models.action import ActionItem
from kernel.clock import today
from tests import cast, lives
from tests.frontend_app.pages import queries_for, signed_in, text_of


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
