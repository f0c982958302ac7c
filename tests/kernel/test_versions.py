from types import SimpleNamespace

import pytest

from kernel.errors import StaleVersionError
from kernel.versions import must_be_current

FOUND = SimpleNamespace(text="Loose rugs", title="Falls", version=3)


def test_whoever_read_what_stands_may_change_it():
    must_be_current(FOUND, 3, "Somebody was first.", text="Rugs")


def test_whoever_is_second_gets_both_texts():
    with pytest.raises(StaleVersionError, match="Somebody was first") as refused:
        must_be_current(FOUND, 2, "Somebody was first.", text="Rugs")

    assert refused.value.details == {
        "current": {"text": "Loose rugs", "version": 3},
        "yours": {"text": "Rugs", "version": 2},
    }
