"""Django finds models only through this module; everybody else imports from where a thing is."""

from actions.models.action import ActionItem, Offer, Translation
from actions.models.check_in import CheckIn
from actions.models.decision import Decision
from actions.models.imports import ActionImport, ImportedRow
from actions.models.life import DueChange, EffectReview, StepReason
from actions.models.read_back import Remark

__all__ = [
    "ActionImport",
    "ActionItem",
    "CheckIn",
    "Decision",
    "DueChange",
    "EffectReview",
    "ImportedRow",
    "Offer",
    "Remark",
    "StepReason",
    "Translation",
]
