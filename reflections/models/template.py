"""Templates that a partnership made its own; those that come with the product are files."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership


class TemplateState(models.TextChoices):
    """Who can use a template: its maker alone, everybody, or nobody any more."""

    DRAFT = "draft", _("only for me")
    SHARED = "shared", _("shared")
    RETIRED = "retired", _("not used any more")


class SessionTemplate(models.Model):
    """A way to run a session, in one language; each change makes its next version.

    Sessions copy what they are planned from, so a change reaches none of those that are there.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="templates")
    language = models.CharField(max_length=5)
    title = models.CharField(max_length=80)
    summary = models.CharField(max_length=300, blank=True)
    preparation = models.CharField(max_length=500, blank=True)
    output = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300, blank=True)
    # The built-in blocks that it opens and closes with.
    opening = models.SlugField(max_length=40, blank=True)
    closing = models.SlugField(max_length=40, blank=True)
    # A `records.template.Course`, always read and written as a whole.
    course = models.JSONField()
    # The template, or the session, that it was made from.
    made_from = models.SlugField(max_length=40)
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    state = models.CharField(
        max_length=7, choices=TemplateState.choices, default=TemplateState.DRAFT
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
