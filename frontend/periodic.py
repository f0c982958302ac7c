"""What happens by itself because its time has come: one list, gone through every minute.

Each use case finds out for itself what is due, and done twice or by two at once it is done once. To
add one, add a line.
"""

import logging
from collections.abc import Callable

from actions.services.sheet_imports import forget_uploads
from actions.services.unfinished_imports import forget_unfinished
from letters.services import deliver_letters
from partnerships.tasks import tell_webhooks
from reflections.services.needs import forget_needs
from reflections.services.opening import open_due_input
from reminders.services.looking import look_everywhere
from reminders.services.mailing import write_mail
from reminders.services.tidying import forget_old_notices

logger = logging.getLogger(__name__)

# What people wait for: gone through every few seconds, and cheap when nothing happened.
OFTEN: tuple[Callable[[], object], ...] = (look_everywhere,)

PERIODIC: tuple[Callable[[], object], ...] = (
    open_due_input,
    forget_needs,
    forget_uploads,
    forget_unfinished,
    *OFTEN,
    write_mail,
    forget_old_notices,
    tell_webhooks,
    # Those that are sent again after a failure, and any whose job was lost.
    deliver_letters,
)


def tick() -> None:
    """Do whatever is due; what fails keeps nothing else from being done, and is due again."""
    _do(PERIODIC)


def glance() -> None:
    """Do what people wait for, between two rounds."""
    _do(OFTEN)


def _do(use_cases: tuple[Callable[[], object], ...]) -> None:
    for use_case in use_cases:
        try:
            use_case()
        except Exception:
            logger.exception("%s failed and is tried again", use_case.__name__)
