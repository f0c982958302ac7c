"""What the API of insights that come back reads."""

from web.json import Input


class ComparisonInput(Input):
    """Whether the later insight says the earlier one again."""

    is_same: bool
