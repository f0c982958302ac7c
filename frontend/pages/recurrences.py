"""Saying on the learning agenda whether an insight says an earlier one again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from frontend.forms.recurrences import ComparisonForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from reflections.services.recurrences import compare_insights, take_comparison_back


@for_members
@require_POST
def compare(request: MemberRequest) -> HttpResponse:
    """Take one step with two insights, and go back to the list."""
    form = ComparisonForm(request.POST)
    if form.is_valid():
        try:
            messages.success(request, _step(request.member, **form.cleaned_data))
        except DomainError as error:
            messages.error(request, error.message)
    return redirect(reverse("questions", args=[request.member.partnership.slug]) + "#recurrences")


def _step(member: Membership, *, insight_id: UUID, earlier_id: UUID, step: str) -> str:
    """Take the step, and return what to say of it."""
    if step == "take_back":
        take_comparison_back(member, insight_id, earlier_id=earlier_id)
        return _("That is taken back. You can decide again.")
    is_same = step == "same"
    compare_insights(member, insight_id, earlier_id=earlier_id, is_same=is_same)
    if is_same:
        return _("The two insights are linked.")
    return _("The two are not proposed again.")
