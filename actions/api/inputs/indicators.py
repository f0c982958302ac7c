"""What the API of figures reads."""

from datetime import date
from uuid import UUID

from web.json import Input


class IndicatorQuery(Input):
    """Which sessions to count: on a theme, and from one month to another, each by its first day."""

    theme: UUID | None = None
    since: date | None = None
    until: date | None = None
