"""The partnership itself, its organisations and its themes."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StakeholderGroup(models.TextChoices):
    """The side of the table an organisation sits on."""

    CITIZENS = "citizens", _("citizens")
    MUNICIPALITY = "municipality", _("municipality")
    HOSPITAL = "hospital", _("hospital")
    PRIMARY_CARE = "primary_care", _("primary care")
    INSURER = "insurer", _("insurer")
    PUBLIC_HEALTH = "public_health", _("public health")
    SOCIAL_WELFARE = "social_welfare", _("social work and welfare")
    BUSINESS = "business", _("business")
    KNOWLEDGE = "knowledge", _("knowledge institute")
    PROGRAMME_OFFICE = "programme_office", _("programme office")


def default_time_zone() -> str:
    """Return the zone of the region that this site is for."""
    return str(settings.TIME_ZONE)


def default_expected_groups() -> dict[str, list[str]]:
    """Return who belongs at the table as long as nobody chose: more of them for the whole region."""
    group = StakeholderGroup
    theme = [group.CITIZENS, group.MUNICIPALITY, group.PRIMARY_CARE]
    region_wide = [*theme, group.HOSPITAL, group.INSURER, group.SOCIAL_WELFARE]
    return {"theme": [*map(str, theme)], "region_wide": [*map(str, region_wide)]}


class Partnership(models.Model):
    """A regional partnership: the tenant that everything else belongs to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    country = models.CharField(max_length=2, default="NL")
    language = models.CharField(max_length=5, default="nl")
    # The long-term text that every session opens with.
    ambition = models.TextField(blank=True)
    check_in_days = models.PositiveSmallIntegerField(default=28)
    accept_days = models.PositiveSmallIntegerField(default=7)
    # With more open actions than this, somebody else may be a better choice.
    max_open_actions = models.PositiveSmallIntegerField(default=5)
    # Where fewer people sit on a side of the table, a note does not say that it comes from there.
    min_group = models.PositiveSmallIntegerField(default=5)
    # So many days after its date one looks what came of an action.
    effect_review_days = models.PositiveSmallIntegerField(default=90)
    # When an action is late for so many days, the advisors are told, and later the managers.
    advisors_after_days = models.PositiveSmallIntegerField(default=7)
    managers_after_days = models.PositiveSmallIntegerField(default=14)
    # Within so many days those who gave input hear what became of it.
    feedback_days = models.PositiveSmallIntegerField(default=21)
    # Clock times are shown and read in this zone.
    time_zone = models.CharField(max_length=40, default=default_time_zone)
    # So many days before a session people may begin to write.
    input_days = models.PositiveSmallIntegerField(default=7)
    # So many days after a session it is forgotten what people needed to take part.
    needs_days = models.PositiveSmallIntegerField(default=7)
    # Which stakeholder groups belong at the table, for each scope of a session.
    expected_groups = models.JSONField(default=default_expected_groups)
    last_action_number = models.PositiveIntegerField(default=0)
    last_decision_number = models.PositiveIntegerField(default=0)
    last_question_number = models.PositiveIntegerField(default=0)
    # May be removed as a whole, with all that happened in it.
    is_demonstration = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """Where a member comes from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="organisations"
    )
    name = models.CharField(max_length=120)
    stakeholder_group = models.CharField(max_length=20, choices=StakeholderGroup.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"], name="organisation_named_once_per_partnership"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Theme(models.Model):
    """What the partnership works on for longer: sessions reflect on one or on all of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="themes")
    title = models.CharField(max_length=120)
    plain_title = models.CharField(max_length=200, blank=True)
    # Which goal of the regional plan it serves, as the plan calls it.
    plan_goal_ref = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "title"], name="theme_titled_once_per_partnership"
            ),
        ]

    def __str__(self) -> str:
        return self.title
