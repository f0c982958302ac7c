"""Django finds models only through this module; everybody else imports from where a thing is."""

from actions.models.action import ActionItem, Offer, Translation
from actions.models.advisor_note import AdvisorNote
from actions.models.asking import Escalation, Evidence, Handover
from actions.models.bulk import BulkEdit, BulkResult
from actions.models.check_in import CheckIn
from actions.models.decision import Decision
from actions.models.example import SharedExample
from actions.models.follow_up_round import FollowUpRound, RoundItem
from actions.models.imports import ActionImport, ImportedRow
from actions.models.life import DueChange, EffectReview, StepReason
from actions.models.owner_ask import OwnerAsk
from actions.models.question_action import QuestionAction
from actions.models.read_back import Remark
from actions.models.revision import Revision
from actions.models.saved_view import SavedView

__all__ = [
    "ActionImport",
    "ActionItem",
    "AdvisorNote",
    "BulkEdit",
    "BulkResult",
    "CheckIn",
    "Decision",
    "DueChange",
    "EffectReview",
    "Escalation",
    "Evidence",
    "FollowUpRound",
    "Handover",
    "ImportedRow",
    "Offer",
    "OwnerAsk",
    "QuestionAction",
    "Remark",
    "Revision",
    "RoundItem",
    "SavedView",
    "SharedExample",
    "StepReason",
    "Translation",
]
