"""The session templates that come with the product: columns to write in, phases to go through.

The wording is this project's own. The methods behind it are named with each template.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reflections.states import PhaseKind


@dataclass(frozen=True)
class TemplateColumn:
    """One place to put notes: a heading and the question that people answer."""

    title: Promise
    prompt: Promise


@dataclass(frozen=True)
class TemplatePhase:
    """One part of a session."""

    kind: PhaseKind
    title: Promise
    prompt: Promise
    minutes: int


@dataclass(frozen=True)
class SessionTemplate:
    """A way to run a session; its texts are taken over when a session is planned from it."""

    slug: str
    title: Promise
    summary: Promise
    columns: tuple[TemplateColumn, ...]
    phases: tuple[TemplatePhase, ...]
    source: Promise


def _phases(collect: int, group: int, agree: int, translate: int) -> tuple[TemplatePhase, ...]:
    return (
        TemplatePhase(
            PhaseKind.COLLECT,
            _("Collect"),
            _("Everybody writes on their own. Nobody sees what others wrote yet."),
            collect,
        ),
        TemplatePhase(
            PhaseKind.GROUP,
            _("Group"),
            _("Read all notes. Put together what belongs together."),
            group,
        ),
        TemplatePhase(
            PhaseKind.AGREE,
            _("Agree"),
            _("What do we learn from this? Say it in one plain sentence."),
            agree,
        ),
        TemplatePhase(
            PhaseKind.TRANSLATE,
            _("Turn into action"),
            _("Who does what, by when, and how can a citizen see that it is done?"),
            translate,
        ),
    )


TEMPLATES = (
    SessionTemplate(
        slug="what-so-what-now-what",
        title=_("What, so what, now what"),
        summary=_("Three questions in a fixed order. Good for looking back on any experience."),
        columns=(
            TemplateColumn(_("What?"), _("What happened? Which facts stand out?")),
            TemplateColumn(_("So what?"), _("Why does it matter? Which pattern do you see?")),
            TemplateColumn(_("Now what?"), _("What makes sense to do next?")),
        ),
        phases=_phases(10, 15, 15, 20),
        source=_("After “What, so what, now what” (reflective practice; Liberating Structures)."),
    ),
    SessionTemplate(
        slug="after-action-review",
        title=_("After-action review"),
        summary=_("Compare what you expected with what happened. No blame, only learning."),
        columns=(
            TemplateColumn(_("Expected"), _("What was meant to happen? Who expected what?")),
            TemplateColumn(_("Happened"), _("What did happen, seen from your place?")),
            TemplateColumn(_("Why the difference"), _("What made it easier or harder?")),
            TemplateColumn(_("Keep or change"), _("What do we keep? What do we change next time?")),
        ),
        phases=_phases(20, 20, 15, 25),
        source=_("After the after-action review as used in health services."),
    ),
    SessionTemplate(
        slug="focused-conversation",
        title=_("Focused conversation"),
        summary=_("From facts to feelings to meaning. Good when a subject touches people."),
        columns=(
            TemplateColumn(_("Seen and heard"), _("What did we see and hear? Which numbers?")),
            TemplateColumn(_("Felt"), _("What surprised, worried or encouraged you?")),
            TemplateColumn(_("Meaning"), _("What is behind it? What would citizens say?")),
        ),
        phases=_phases(15, 15, 15, 15),
        source=_("After the focused conversation method (ORID)."),
    ),
    SessionTemplate(
        slug="open-question",
        title=_("One open question"),
        summary=_("One question, all answers. Good for input from many citizens."),
        columns=(TemplateColumn(_("Your answer"), _("What should we know? What would help?")),),
        phases=_phases(10, 25, 15, 20),
        source=_("This project's own."),
    ),
)


def template_named(slug: str) -> SessionTemplate:
    """Return the template; raises KeyError when there is none of that name."""
    return {template.slug: template for template in TEMPLATES}[slug]
