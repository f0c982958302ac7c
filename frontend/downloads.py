"""Files that somebody takes with her."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import localtime

from reflections.models.session import ReflectionSession

LONGEST_NAME = 60


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    """Answer with a file that is kept and not shown."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})


def name_for(session: ReflectionSession, ending: str) -> str:
    """Name a file after a session, in letters that every system takes."""
    day = localtime(session.starts_at).date().isoformat()
    title = slugify(session.title)[:LONGEST_NAME].strip("-")
    return f"{title or 'session'}-{day}.{ending}"
