"""Django finds models only through this module; everybody else imports from where a thing is."""

from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation, Partnership, Theme

__all__ = ["Membership", "Organisation", "Partnership", "Theme"]
