"""Examples of what partnerships did and what came of it, and sharing one's own."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from actions.models.action import ActionItem, Strength
from actions.policies import may_share_example
from actions.queries.examples import ExampleFilter, example_of, examples_for
from actions.queries.log import actions_of
from actions.records.example import ExampleRecord
from actions.services.examples import ExampleWording, share_example, take_example_back
from actions.states import Effect
from frontend.forms.examples import ExampleFilterForm, ExampleForm
from frontend.forms.outcome import is_done
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import NotAllowedError
from partnerships.models.membership import Level
from reflections.models.insight import Component, Loop


@dataclass(frozen=True)
class ShownExample:
    """One example, with what it is about in words."""

    example: ExampleRecord
    effect: str
    tags: list[str]


@for_members
@require_GET
def examples(request: MemberRequest) -> HttpResponse:
    """List the examples that fit."""
    form = ExampleFilterForm(request.GET)
    found = examples_for(request.member, ExampleFilter(**form.said))
    return render(
        request,
        "examples/examples.html",
        {
            "form": form,
            "shown": [_shown(one) for one in found],
            "may_share": may_share_example(request.member),
        },
    )


def _shown(example: ExampleRecord) -> ShownExample:
    labels = [
        *(str(Component(code).label) for code in example.components),
        str(Level(example.level).label) if example.level else "",
        str(Strength(example.strength).label) if example.strength else "",
        str(Loop(example.loop).label) if example.loop else "",
    ]
    return ShownExample(
        example=example,
        effect=capfirst(str(Effect(example.effect).label)),
        tags=[label for label in labels if label],
    )


@for_members
@require_http_methods(["GET", "POST"])
def share(request: MemberRequest, action_id: UUID) -> HttpResponse:
    """Share an action and what came of it, or take it back."""
    member = request.member
    action = actions_of(member).get(pk=action_id)
    if not may_share_example(member):
        raise NotAllowedError(_("Only a programme manager can share examples with others."))
    if "take_back" in request.POST:
        take_example_back(member, action_id)
        messages.success(request, _("Others cannot read it any more."))
        return redirect("action", member.partnership.slug, action_id)
    form = ExampleForm(request.POST or None, initial=_first_words(action))
    if request.method == "POST" and is_done(form, lambda said: _share(request, action, dict(said))):
        messages.success(request, _("It is shared. Thank you for those who come after you."))
        return redirect("examples", member.partnership.slug)
    return render(
        request,
        "examples/share.html",
        {"form": form, "action": action, "is_shared": example_of(action) is not None},
    )


def _share(request: MemberRequest, action: ActionItem, said: dict[str, Any]) -> None:
    example_id = said.pop("example_id")
    wording = ExampleWording(**said)
    share_example(request.member, action.pk, example_id=example_id, wording=wording)


def _first_words(action: ActionItem) -> dict[str, str]:
    shared, review = example_of(action), action.reviews.last()
    if shared:
        return {"what": shared.what, "came_of_it": shared.came_of_it, "lesson": shared.lesson}
    return {
        "what": action.title,
        "came_of_it": review.evidence if review else action.outcome,
        "lesson": review.lesson if review else "",
    }
