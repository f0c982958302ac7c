"""What templates say of notes."""

from django.template import Library

from frontend.note_words import writer_of
from reflections.records.note import NoteRecord, QuotedNote

register = Library()


@register.filter
def writer(note: NoteRecord | QuotedNote) -> str:
    """Return who wrote a note, as far as it may be said."""
    return writer_of(note.shown if isinstance(note, QuotedNote) else note)
