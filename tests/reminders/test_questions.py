"""A question of an advisor becomes a notice and a mail with a link, and goes when it is answered."""

from actions.services.asking import ask_owner
from kernel.clock import now
from reminders.links import answer_link_for
from reminders.models.notice import Notice
from reminders.services.answering import Said, answer_by_link
from reminders.services.looking import look_at
from tests import cast


def test_a_question_is_noticed_once_and_settled_by_the_answer(ada, bo, dag):
    action = cast.accepted(ada, bo)
    ask_owner(dag, action.pk)
    look_at(dag.partnership_id)
    asked = Notice.objects.get(kind="question")

    assert (asked.member, asked.about_id, asked.way, asked.settled_at) == (
        bo,
        action.pk,
        "now",
        None,
    )

    link = answer_link_for(action, made_at=now())
    answer_by_link(link, answer_id=asked.pk, said=Said("on_track", "Ten homes"))
    look_at(dag.partnership_id)

    asked.refresh_from_db()
    assert asked.settled_at is not None
