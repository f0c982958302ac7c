"""Django finds models only through this module; everybody else imports from where a thing is."""

from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation, Partnership, Theme
from partnerships.models.webhook import Delivery, Webhook

__all__ = ["Delivery", "Membership", "Organisation", "Partnership", "Theme", "Webhook"]
