from datetime import timedelta
from uuid import uuid4

from actions.services.commitment import accept_action
from kernel.clock import at, now
from letters.models import Letter
from letters.services import deliver_letters
from reminders.links import answer_link_for
from reminders.models.link import LinkAnswer
from reminders.models.notice import Mailing, Notice
from reminders.services.answering import Said, answer_by_link
from reminders.services.looking import look_everywhere
from reminders.services.mailing import write_mail
from reminders.services.tidying import KEPT_FOR, forget_old_notices
from tests import cast
from tests.unchanged import nothing_changed


def test_what_asks_nothing_any_more_is_forgotten_in_time_and_what_asks_stays(ada, bo, otto):
    settled, waiting = cast.proposed(ada, bo), cast.proposed(ada, otto)
    look_everywhere()
    with at(now() + timedelta(days=1)):
        write_mail()
        deliver_letters()
        link = answer_link_for(settled, made_at=now())
        accept_action(bo, settled.pk)
        answer_by_link(link, answer_id=uuid4(), said=Said("stuck", "No key"))
        look_everywhere()
        with nothing_changed():
            assert forget_old_notices() == 0

    with at(now() + KEPT_FOR + timedelta(days=2)):
        assert forget_old_notices() > 0
        with nothing_changed():
            assert forget_old_notices() == 0

    assert [notice.about_id for notice in Notice.objects.all()] == [waiting.pk]
    assert [kind.objects.count() for kind in (Mailing, Letter, LinkAnswer)] == [0, 0, 0]
