"""Django finds models only through this module; everybody else imports from where a thing is."""

from actions.models.action import ActionItem, Offer, Translation
from actions.models.check_in import CheckIn

__all__ = ["ActionItem", "CheckIn", "Offer", "Translation"]
