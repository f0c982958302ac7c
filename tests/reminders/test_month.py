import os
from pathlib import Path

import pytest

from tests.reminders.month import begin, live_through, page_of

PAGE = Path(__file__).parent / "month.txt"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://doorwerk.example.org"


def test_a_month_sends_exactly_these_mails(db):
    page = page_of(live_through(begin()))

    if os.environ.get("WRITE_MONTH"):
        PAGE.write_text(page)
    assert page == PAGE.read_text()
