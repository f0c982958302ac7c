"""Notes, the groups they are put in, and imports of many at once."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from partnerships.models.partnership import StakeholderGroup
from reflections.course import NAMELESS, Attribution, OnBehalf
from reflections.models.breakouts import BreakoutTable
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionColumn

MOST_PEOPLE = 999


class NoteGroup(models.Model):
    """Notes that belong together, under a title."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="groups")
    title = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    # The note that left it last: what was said of the group goes where this note is.
    last_note = models.ForeignKey("Note", on_delete=models.SET_NULL, null=True, related_name="+")


class WithheldReason(models.TextChoices):
    """Why something that everybody could read is taken off the board."""

    PERSON = "person", _("it tells who somebody is")
    HURTFUL = "hurtful", _("it hurts people")
    REPEATED = "repeated", _("it is there twice")
    ELSEWHERE = "elsewhere", _("it belongs somewhere else")
    OTHER = "other", _("another reason")


class Withholdable(models.Model):
    """A text of somebody that those who run the session can take off the board, and put back."""

    withheld_at = models.DateTimeField(null=True)
    withheld_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withheld_reason = models.CharField(max_length=9, choices=WithheldReason.choices, blank=True)
    # In words, for those who run the session.
    withheld_remark = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class Note(Withholdable):
    """One contribution, as it was written. Others see it after the reveal."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="notes")
    column = models.ForeignKey(SessionColumn, on_delete=models.PROTECT, related_name="notes")
    # Empty for input that came in from outside, whose writer took no part, and without a name.
    author = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, related_name="notes"
    )
    attribution = models.CharField(
        max_length=9, choices=Attribution.choices, default=Attribution.NAMED
    )
    # With a role only: where the writer comes from, if enough others do.
    writer_group = models.CharField(max_length=20, choices=StakeholderGroup.choices, blank=True)
    # The author typed what somebody else said, and that person agreed to it.
    on_behalf = models.CharField(max_length=6, choices=OnBehalf.choices, blank=True)
    for_people = models.PositiveSmallIntegerField(default=1)
    # Without a name: the digest of a secret that nobody but the writer's browser has.
    receipt = models.CharField(max_length=64, blank=True, db_index=True)
    # What an imported row was called where it came from.
    source_reference = models.CharField(max_length=120, blank=True)
    text = models.TextField(max_length=2000)
    # Where it was written while the session was split up.
    table = models.ForeignKey(
        BreakoutTable, on_delete=models.SET_NULL, null=True, related_name="notes"
    )
    group = models.ForeignKey(NoteGroup, on_delete=models.SET_NULL, null=True, related_name="notes")
    added_at = models.DateTimeField()
    revealed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["session", "column"])]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "source_reference"],
                condition=~models.Q(source_reference=""),
                name="imported_once_per_session",
            ),
            models.CheckConstraint(
                condition=~models.Q(attribution__in=sorted(NAMELESS))
                | models.Q(author__isnull=True, on_behalf=""),
                name="nobody_is_named_for_nameless_notes",
            ),
            models.CheckConstraint(
                condition=models.Q(attribution=Attribution.ROLE) | models.Q(writer_group=""),
                name="a_group_stands_for_a_role_only",
            ),
            models.CheckConstraint(
                condition=models.Q(attribution__in=sorted(NAMELESS)) | models.Q(receipt=""),
                name="receipts_are_for_nameless_notes",
            ),
            models.CheckConstraint(
                condition=models.Q(for_people__range=(1, MOST_PEOPLE)),
                name="a_note_speaks_for_somebody",
            ),
        ]


class ImportState(models.TextChoices):
    """How far an import is."""

    PREPARING = "preparing", _("being prepared")
    WAITING = "waiting", _("waiting for its turn")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("stopped")


class ImportCourse(models.Model):
    """How far an import is, and what became of its rows."""

    state = models.CharField(
        max_length=9, choices=ImportState.choices, default=ImportState.PREPARING
    )
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    # [[row number, sentence], ...]: the rows that were skipped and why.
    problems = models.JSONField(default=list)
    # Why it stopped before its end.
    failure = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["-made_at"]


class NoteImport(ImportCourse):
    """A file of notes: what it held, how its columns were mapped, what became of each row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="imports")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    # The text of the file, until the import is done.
    content = models.TextField(blank=True)
    attribution = models.CharField(max_length=300, blank=True)
    # Which column of the file is what, by position, and the board column the notes go to.
    mapping = models.JSONField(default=dict)
