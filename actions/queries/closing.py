"""The closing check: everything that a session still owes, found in one place.

The dialog shows it, and finishing a session refuses with it: there is no second copy of
these rules.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.models.action import ActionItem, Translation
from actions.records.closing import ClosingCheck, ClosingItem
from actions.states import OPEN, ActionState
from kernel.clock import today
from partnerships.models.membership import Membership
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession
from reflections.queries.envelope import STEP, waiting_notes
from reflections.queries.reactions import reopened
from reflections.queries.region_items import items_without_reply
from reflections.queries.sessions import session_run_by
from reflections.states import Disposition, InsightState

WORDS_SHOWN = 8


def closing_check_of(member: Membership, session_id: UUID) -> ClosingCheck:
    """Return what a session still owes, to somebody who may finish it."""
    return closing_check(session_run_by(member, session_id))


def closing_check(session: ReflectionSession) -> ClosingCheck:
    """Return what *session* still owes; the rights of whoever asks were looked at before."""
    items = [
        *_hidden_notes(session),
        *_sealed_notes(session),
        *_insights(session),
        *_actions(session),
        *_feedback(session),
        *_drafts(session),
        *_replies(session),
    ]
    usual = today() + timedelta(days=session.partnership.feedback_days)
    return ClosingCheck(sorted(items, key=lambda item: not item.is_blocking), usual)


def _hidden_notes(session: ReflectionSession) -> Iterator[ClosingItem]:
    hidden = Note.objects.filter(
        session=session, revealed_at__isnull=True, withdrawn_at__isnull=True
    ).count()
    if hidden:
        sentence = ngettext(
            "%(count)d note was never shown.", "%(count)d notes were never shown.", hidden
        )
        yield _item("hidden_notes", sentence % {"count": hidden}, session)


def _sealed_notes(session: ReflectionSession) -> Iterator[ClosingItem]:
    # Fewer are shown when the session is finished; before that they could not be.
    if waiting_notes(session) >= STEP:
        sentence = _("Notes without a name were never shown.")
        yield _item("hidden_notes", sentence, session)


def _insights(session: ReflectionSession) -> Iterator[ClosingItem]:
    for insight in _agreed(session).filter(disposition=""):
        yield _item(
            "insight_unanswered", _("What becomes of “%(text)s”?") % _text(insight), insight
        )
    acted = _agreed(session).filter(disposition=Disposition.ACT, translations__isnull=True)
    for insight in acted:
        sentence = _("“%(text)s”: you act on it, but there is no action yet.")
        yield _item("insight_without_action", sentence % _text(insight), insight)
    decided = _agreed(session).filter(disposition=Disposition.DECIDE, decisions__isnull=True)
    for insight in decided:
        sentence = _("“%(text)s”: it needs a decision, and none is written down yet.")
        yield _item("insight_without_decision", sentence % _text(insight), insight)


def _actions(session: ReflectionSession) -> Iterator[ClosingItem]:
    actions = ActionItem.objects.filter(session=session, state__in=OPEN).order_by("number")
    ownerless = Q(state=ActionState.DECLINED) | Q(owner__until__isnull=False)
    for action in actions.filter(ownerless):
        sentence = _("Nobody does action %(number)s. Ask somebody else.")
        yield _item("action_without_owner", sentence % {"number": action.number}, action)
    sources = Translation.objects.filter(
        Q(insight__isnull=False) | Q(notes__isnull=False), action=OuterRef("pk")
    )
    for action in actions.exclude(Exists(sources)):
        sentence = _("Action %(number)s does not say which notes it comes from.")
        yield _item("action_without_source", sentence % {"number": action.number}, action)
    waiting = actions.filter(state=ActionState.PROPOSED).exclude(ownerless)
    for action in waiting.select_related("owner__person"):
        values = {"name": action.owner.person.name, "number": action.number}
        sentence = _("%(name)s has not said yes to action %(number)s yet.") % values
        yield _item("action_unaccepted", sentence, action, is_blocking=False)


def _feedback(session: ReflectionSession) -> Iterator[ClosingItem]:
    asked_again = reopened(Feedback.objects.filter(session=session)).count()
    if asked_again:
        sentence = ngettext(
            "%(count)d answer does not answer those who gave input. They ask again.",
            "%(count)d answers do not answer those who gave input. They ask again.",
            asked_again,
        )
        words = sentence % {"count": asked_again}
        yield _item("feedback_reopened", words, session, is_blocking=False)
    about_all = Feedback.objects.filter(session=session, insight__isnull=True)
    if about_all.exists():
        return
    untold = _agreed(session).filter(feedback__isnull=True).count()
    if untold:
        sentence = ngettext(
            "Those who gave input do not know yet when they hear about %(count)d insight.",
            "Those who gave input do not know yet when they hear about %(count)d insights.",
            untold,
        )
        yield _item("feedback_missing", sentence % {"count": untold}, session)


def _drafts(session: ReflectionSession) -> Iterator[ClosingItem]:
    drafts = Insight.objects.filter(session=session, state=InsightState.DRAFT)
    for insight in drafts.order_by("drafted_at"):
        sentence = _("“%(text)s” is still a draft. Not everybody will see it.")
        yield _item("insight_draft", sentence % _text(insight), insight, is_blocking=False)


def _replies(session: ReflectionSession) -> Iterator[ClosingItem]:
    for item in items_without_reply(session):
        sentence = _("“%(text)s”: the theme that sent this up has no reply yet.")
        yield _item("reply_missing", sentence % _text(item.insight), item)


def _agreed(session: ReflectionSession) -> QuerySet[Insight]:
    found = Insight.objects.filter(session=session, state=InsightState.AGREED)
    return found.order_by("drafted_at", "pk")


def _text(insight: Insight) -> dict[str, str]:
    return {"text": Truncator(insight.statement).words(WORDS_SHOWN, truncate="…")}


def _item(
    kind: str,
    sentence: str,
    target: ReflectionSession | Insight | ActionItem | RegionItem,
    *,
    is_blocking: bool = True,
) -> ClosingItem:
    names = {
        ReflectionSession: "session",
        Insight: "insight",
        ActionItem: "action",
        RegionItem: "region_item",
    }
    return ClosingItem(kind, is_blocking, sentence, names[type(target)], target.pk)
