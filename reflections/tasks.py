"""Jobs of reflections, done by the worker."""

from uuid import UUID

from django.utils.translation import gettext as _
from django_tasks import task

from reflections.services.imports import run_import, stop_import
from reflections.services.tidying import forget_old_envelopes


@task()
def import_notes(import_id: str) -> None:
    """Import a file that was set going; when it breaks, the page says so and offers to go on."""
    try:
        run_import(UUID(import_id))
    except Exception:
        stop_import(UUID(import_id), reason=_("Something went wrong here."))
        raise


@task()
def tidy_after_a_session() -> None:
    """Leave none of the former versions of notes without a name in the files of the database."""
    forget_old_envelopes()
