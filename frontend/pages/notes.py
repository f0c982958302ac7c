"""What became of one note."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from actions.queries.decisions import decisions_of
from actions.queries.log import actions_from_note
from actions.records.action import action_record
from actions.records.decision import decision_record
from eventlog.events import partnership_stream
from frontend.action_words import action_line
from frontend.outcome_words import answer_words, decision_lines, told
from frontend.signed_in import MemberRequest, for_members
from partnerships.models.membership import Membership
from reflections.queries.feedback import feedback_of
from reflections.queries.insights import agreed_insights_of
from reflections.queries.notes import quoted_notes_of
from reflections.records.feedback import feedback_record


@for_members
@require_GET
def note(request: MemberRequest, note_id: UUID) -> HttpResponse:
    """Show a note with its group, the insights that it led to, and the actions that followed."""
    member = request.member
    found = next(iter(quoted_notes_of(member, [note_id])), None)
    if found is None:
        raise Http404
    decided = decisions_of(member).filter(notes=note_id)
    actions = [action_record(action) for action in actions_from_note(member, note_id)]
    return render(
        request,
        "board/note.html",
        {
            "note": found,
            "insights": _insights(member, note_id),
            "lines": [action_line(action, member) for action in actions],
            "decisions": decision_lines(map(decision_record, decided), member),
            "stream": partnership_stream(member.partnership_id),
        },
    )


def _insights(member: Membership, note_id: UUID) -> list[dict[str, Any]]:
    insights = list(agreed_insights_of(member).filter(notes=note_id))
    said = feedback_of(member).filter(insight__in=insights)
    return [
        {
            "insight": insight,
            "answer": answer_words(insight),
            "told": [told(feedback_record(one)) for one in said if one.insight_id == insight.pk],
        }
        for insight in insights
    ]
