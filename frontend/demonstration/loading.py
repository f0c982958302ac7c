"""Loading and removing the demonstration as a whole."""

from django.db import transaction

from accounts.queries import demonstration_people
from accounts.services import remove_demonstration_people
from actions.services.removal import remove_actions
from frontend.demonstration.rounds import begin_rounds
from frontend.demonstration.story import stories
from frontend.demonstration.telling import tell
from partnerships.queries import demonstration_partnerships
from partnerships.services.removal import remove_partnership
from reflections.services.removal import remove_sessions
from reminders.services.looking import look_everywhere
from reminders.services.mailing import count_as_told
from reminders.services.removal import remove_reminders


def is_loaded() -> bool:
    """Say whether the people of the demonstration are here."""
    return demonstration_people().exists()


@transaction.atomic
def load() -> int:
    """Make the partnerships of the demonstration unless they are here; return how many were made."""
    if is_loaded():
        return 0
    made = [tell(story) for story in stories()]
    begin_rounds()
    look_everywhere()
    # What waits is in their inboxes; mail goes out about what happens from now on.
    count_as_told(demonstration_people().values_list("pk", flat=True))
    return len(made)


@transaction.atomic
def remove() -> int:
    """Remove the partnerships of the demonstration and nothing else; return how many."""
    partnerships = list(demonstration_partnerships())
    for partnership in partnerships:
        remove_actions(partnership.pk)
        remove_sessions(partnership.pk)
        remove_reminders(partnership.pk)
        remove_partnership(partnership.pk)
    remove_demonstration_people()
    return len(partnerships)
