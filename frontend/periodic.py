"""What happens by itself because its time has come: one list, gone through every minute.

Each use case finds out for itself what is due, and done twice or by two at once it is done once. To
add one, add a line.
"""

import logging
from collections.abc import Callable

from actions.services.sheet_imports import forget_uploads
from letters.services import deliver_letters
from partnerships.tasks import tell_webhooks
from reflections.services.needs import forget_needs
from reflections.services.opening import open_due_input
from reminders.services.looking import look_everywhere
from reminders.services.mailing import write_mail

logger = logging.getLogger(__name__)

PERIODIC: tuple[Callable[[], object], ...] = (
    open_due_input,
    forget_needs,
    forget_uploads,
    look_everywhere,
    write_mail,
    tell_webhooks,
    # Those that are sent again after a failure, and any whose job was lost.
    deliver_letters,
)


def tick() -> None:
    """Do whatever is due; what fails keeps nothing else from being done, and is due again."""
    for use_case in PERIODIC:
        try:
            use_case()
        except Exception:
            logger.exception("%s failed and is tried again", use_case.__name__)
