"""Pages are read in English unless a test says otherwise."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    """Undo what requests in other languages leave behind in this thread."""
    with translation.override("en"):
        yield
