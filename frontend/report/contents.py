"""What the report of a session says, in the language that is on: its title, its parts, its foot."""

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from frontend.documents.blocks import Document, Facts, Paragraph, Words
from frontend.report.sections import SECTIONS
from frontend.report.source import ReportSource
from kernel.clock import now
from reflections.states import SessionState


def report_of(source: ReportSource) -> Document:
    """Return the report of a session; a part that has nothing to say is left out."""
    session = source.session
    day = date_format(localtime(session.starts_at), "j F Y")
    sections = [section for make in SECTIONS for section in make(source)]
    return Document(
        title=source.said(session.title),
        about=f"{session.partnership.name} · {day}",
        language=get_language() or session.language,
        blocks=(*_standing(source), _facts(source), *sections),
        foot=f"{session.title} · {_('Made with Doorwerk on %(day)s') % {'day': _today()}}",
    )


def _standing(source: ReportSource) -> list[Paragraph]:
    if source.session.state == SessionState.CLOSED:
        return []
    words = _("This session is not finished. The report shows how things stood on %(moment)s.")
    moment = date_format(localtime(now()), "j F Y, H:i")
    return [Paragraph((Words(words % {"moment": moment}),), tone="lead")]


def _facts(source: ReportSource) -> Facts:
    session = source.session
    about = str(session.get_scope_display())
    if source.themes:
        about = f"{about}: {', '.join(source.themes)}"
    rows = [
        (_("What it was for"), source.said(session.goal)),
        (_("What it was about"), Words(capfirst(about))),
        (_("When"), Words(date_format(localtime(session.starts_at), "l j F Y, H:i"))),
        (_("How"), Words(capfirst(str(session.get_mode_display())))),
        (_("Led by"), Words(session.facilitator.person.name)),
    ]
    return Facts(tuple((Words(name), what) for name, what in rows if what.text))


def _today() -> str:
    return date_format(localtime(now()), "j F Y")
