"""Files and minutes that somebody brought in and nobody finished: their time ends."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from actions.models.imports import KEPT_FOR, ActionImport, SourceKind
from actions.services.sheet_imports import stop
from kernel.clock import now
from reflections.models.note import ImportState


@transaction.atomic
def forget_unfinished() -> int:
    """Forget what stands in them once they were kept long enough, and return how many those were.

    Actions that were made of them stay, each with the line or row that it came from. Minutes of
    somebody who left are among them: nobody else could read those.
    """
    unfinished = ActionImport.objects.exclude(state=ImportState.DONE).exclude(content=b"")
    old = unfinished.filter(made_at__lt=now() - KEPT_FOR).select_related("partnership")
    # Its last day is a whole one.
    locked = old.defer("content").select_for_update(of=("self",))
    late = [one for one in locked if one.is_out_of_time]
    for source in late:
        _forget(source)
    return len(late)


def _forget(source: ActionImport) -> None:
    source.content = b""
    if source.kind == SourceKind.MINUTES:
        source.mapping = {"answers": {}}
    source.save(update_fields=["content", "mapping"])
    with translation.override(source.partnership.language):
        stop(source, _("Nobody finished this within 90 days. What stood in it is not kept longer."))
