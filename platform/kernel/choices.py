"""Values that people choose from a list."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from kernel.errors import InvalidInputError


def must_be_known(value: str, values: Collection[str], *, field: str) -> None:
    """Refuse a value that is not in the list that people choose from."""
    if value not in values:
        raise InvalidInputError(_("Please choose one of the listed values."), field=field)
