"""Django finds models only through this module; everybody else imports from where a thing is."""

from actions.models.action import ActionItem, Offer, Translation
from actions.models.bulk import BulkEdit, BulkResult
from actions.models.check_in import CheckIn
from actions.models.decision import Decision
from actions.models.example import SharedExample
from actions.models.imports import ActionImport, ImportedRow
from actions.models.life import DueChange, EffectReview, StepReason
from actions.models.question_action import QuestionAction
from actions.models.read_back import Remark
from actions.models.revision import Revision
from actions.models.saved_view import SavedView

__all__ = [
    "ActionImport",
    "ActionItem",
    "BulkEdit",
    "BulkResult",
    "CheckIn",
    "Decision",
    "DueChange",
    "EffectReview",
    "ImportedRow",
    "Offer",
    "QuestionAction",
    "Remark",
    "Revision",
    "SavedView",
    "SharedExample",
    "StepReason",
    "Translation",
]
