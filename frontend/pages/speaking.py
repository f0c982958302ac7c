"""Writing down what others said: on the phone, on paper, in the room; one note after the other."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.forms.outcome import is_done
from frontend.forms.speaking import ForOthersForm
from frontend.signed_in import MemberRequest, for_members
from reflections.models.participant import Participant
from reflections.queries.notes import written_for_others
from reflections.queries.participants import participant_of
from reflections.queries.sessions import sessions_of
from reflections.services.notes import Speaker, add_note

# Kept from one note to the next.
STAYS = ("column_id", "on_behalf")


@for_members
@require_http_methods(["GET", "POST"])
def for_others(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show the form with what was written down so far, or keep a note and go on with the next."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    participant = participant_of(member, session_id)
    columns = [(str(column.pk), column.title) for column in session.columns.all()]
    stays = {name: request.GET[name] for name in STAYS if name in request.GET}
    form = ForOthersForm(request.POST or None, columns=columns, initial=stays)
    if request.method == "POST" and is_done(form, lambda said: _write(participant, said)):
        messages.success(request, _("The note is kept. Write down the next one."))
        kept = urlencode({name: form.cleaned_data[name] for name in STAYS})
        return redirect(f"{request.path}?{kept}")
    context = {"session": session, "form": form, "written": written_for_others(participant)[:20]}
    return render(request, "board/for_others.html", context)


def _write(participant: Participant, said: dict[str, Any]) -> None:
    add_note(
        participant,
        note_id=said["note_id"],
        column_id=said["column_id"],
        text=said["text"],
        speaker=Speaker(said["for_people"], said["on_behalf"], said["agreed"]),
    )
