"""Jobs of the action log, done by the worker."""

from uuid import UUID

from django.utils.translation import gettext as _
from django_tasks import task

from actions.services.sheet_imports import run_import, stop_import


@task()
def import_actions(import_id: str) -> None:
    """Import a file that was set going; when it breaks, the page says so and offers to go on."""
    try:
        run_import(UUID(import_id))
    except Exception:
        stop_import(UUID(import_id), reason=_("Something went wrong here."))
        raise
