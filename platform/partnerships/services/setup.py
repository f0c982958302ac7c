"""Starting a partnership."""

import re

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import Person
from eventlog.events import partnership_stream
from eventlog.services import record
from kernel.clock import today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line, clean_optional_line, clean_optional_text
from partnerships.events import ThemeAdded
from partnerships.models.membership import Level, Membership
from partnerships.models.partnership import Organisation, Partnership, StakeholderGroup, Theme
from partnerships.permissions import Role
from partnerships.queries import locked_partnership_of


@transaction.atomic
def start_partnership(
    manager: Person, *, name: str, country: str = "NL", language: str = "nl", ambition: str = ""
) -> Membership:
    """Make a partnership with its first programme manager, and return her membership.

    For whoever runs the server: there is no page for it, only a command. What somebody of the
    demonstration starts belongs to the demonstration.
    """
    name = clean_line(name, field="name", most=120)
    if not re.fullmatch("[A-Z]{2}", country):
        raise InvalidInputError(_("A country has two capital letters, as NL."), field="country")
    if language not in dict(settings.LANGUAGES):
        raise InvalidInputError(_("Please choose one of the listed languages."), field="language")
    partnership = Partnership.objects.create(
        name=name,
        slug=_free_slug(name),
        country=country,
        language=language,
        ambition=clean_optional_text(ambition, field="ambition", most=2000),
        is_demonstration=manager.is_demonstration,
    )
    office = Organisation.objects.create(
        partnership=partnership,
        name=_("Programme office"),
        stakeholder_group=StakeholderGroup.PROGRAMME_OFFICE,
    )
    return Membership.objects.create(
        partnership=partnership,
        person=manager,
        organisation=office,
        roles=[Role.PROGRAMME_MANAGER],
        mandate_level=Level.MESO,
        since=today(),
    )


@transaction.atomic
def add_theme(
    member: Membership, *, title: str, plain_title: str = "", plan_goal_ref: str = ""
) -> Theme:
    """Take up a theme, perhaps for a goal of the regional plan."""
    if not member.may("theme.manage"):
        raise NotAllowedError(_("Only a programme manager can add themes."))
    locked_partnership_of(member)  # so that a title cannot be taken twice at once
    title = clean_line(title, field="title", most=120)
    if Theme.objects.filter(partnership=member.partnership_id, title=title).exists():
        raise ConflictError(_("There is a theme with this title already."))
    theme = Theme.objects.create(
        partnership_id=member.partnership_id,
        title=title,
        plain_title=clean_optional_text(plain_title, field="plain_title", most=200),
        plan_goal_ref=clean_optional_line(plan_goal_ref, field="plan_goal_ref", most=200),
    )
    record(ThemeAdded(theme.pk), by=member, on=[partnership_stream(member.partnership_id)])
    return theme


def _free_slug(name: str) -> str:
    base = slugify(name)[:50] or "partnership"
    taken = set(Partnership.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug
        for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3)))
        if slug not in taken
    )
