"""Who wrote a note, as far as it may be said, in words: the pages' counterpart of the board's."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.models.partnership import StakeholderGroup
from reflections.course import Attribution, OnBehalf
from reflections.records.note import NoteRecord


def writer_of(note: NoteRecord) -> str:
    """Return who wrote a note, or which row of which file it came from, and for how many people."""
    many = ngettext("for %(count)d person", "for %(count)d people", note.for_people)
    words = [_signature(note), many % {"count": note.for_people} if note.for_people > 1 else ""]
    return ", ".join(part for part in words if part)


def somebody_from(group: str) -> str:
    """Return somebody of a side of the table, without her name."""
    words = {
        StakeholderGroup.CITIZENS: _("a citizen"),
        StakeholderGroup.MUNICIPALITY: _("somebody from a municipality"),
        StakeholderGroup.HOSPITAL: _("somebody from a hospital"),
        StakeholderGroup.PRIMARY_CARE: _("somebody from primary care"),
        StakeholderGroup.INSURER: _("somebody from an insurer"),
        StakeholderGroup.PUBLIC_HEALTH: _("somebody from public health"),
        StakeholderGroup.SOCIAL_WELFARE: _("somebody from social work or welfare"),
        StakeholderGroup.BUSINESS: _("somebody from a business"),
        StakeholderGroup.KNOWLEDGE: _("somebody from a knowledge institute"),
        StakeholderGroup.PROGRAMME_OFFICE: _("somebody from the programme office"),
    }
    return words[StakeholderGroup(group)] if group else _("somebody who takes part")


def _signature(note: NoteRecord) -> str:
    if note.attribution == Attribution.ANONYMOUS:
        return _("without a name")
    if note.attribution == Attribution.ROLE:
        return somebody_from(note.writer_group)
    if note.on_behalf:
        return _("written down by %(typist)s for %(somebody)s") % {
            "typist": note.author_name,
            "somebody": OnBehalf(note.on_behalf).label,
        }
    if note.author_name or not note.source_reference:
        return note.author_name
    return _("From a file, row “%(reference)s”") % {"reference": note.source_reference}
