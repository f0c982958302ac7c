import pytest

from actions.services.commitment import accept_action
from kernel.errors import NotAllowedError
from tests import cast


def test_the_owner_says_yes(ada, bo):
    action = cast.proposed(ada, bo)

    accept_action(bo, action.pk)

    action.refresh_from_db()
    assert action.state == "accepted"


def test_only_the_owner_can_say_yes(ada, bo):
    action = cast.proposed(ada, bo)

    with pytest.raises(NotAllowedError):
        accept_action(ada, action.pk)

    action.refresh_from_db()
    assert action.state == "proposed"
