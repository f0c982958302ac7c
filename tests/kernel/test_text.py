import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kernel.errors import InvalidInputError
from kernel.text import clean_line, clean_optional_line, clean_optional_text, clean_text

MOST = 40
# What people type, and what only machines send: marks, blanks, controls, fillers, emoji.
ODD = (
    "\u0301\u0323\u200b\u200d\u202e\u2800\u3164\xad\x00\x1c\x85\r\n\t \u2003\ufe0f👩🏽\u0958e\ud834"
)
texts = st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)


def _cleaned_or_sentence(clean, text):
    try:
        return clean(text, field="text", most=MOST)
    except InvalidInputError as refused:
        return refused


@pytest.mark.parametrize(
    "clean", [clean_text, clean_optional_text, clean_line, clean_optional_line]
)
@settings(max_examples=150)
@given(text=texts)
@example(text="e\x00\u0301")
@example(text="\u0958" * MOST)
def test_cleaning_keeps_its_promises_for_any_text(clean, text):
    cleaned = _cleaned_or_sentence(clean, text)

    if isinstance(cleaned, InvalidInputError):
        assert (cleaned.field, cleaned.message != "") == ("text", True)
        return
    if cleaned or clean in {clean_optional_text, clean_optional_line}:
        assert clean(cleaned, field="text", most=MOST) == cleaned
    assert cleaned or clean in {clean_optional_text, clean_optional_line}
    assert len(cleaned) <= MOST
    assert len(cleaned) <= len(unicodedata.normalize("NFC", text))
    assert cleaned == cleaned.strip()
    assert {c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}


@settings(max_examples=100)
@given(
    text=st.text(
        alphabet="\u200b\u200d\u2060\ufeff\u202e\xad \u3000\n\t\x00\u0301\u2800\u3164\uffa0"
    )
)
def test_what_nobody_can_see_is_nothing(text):
    with pytest.raises(InvalidInputError, match="Please write something first"):
        clean_text(text, field="text", most=1000)

    assert clean_optional_text(text, field="text", most=1000) == ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Loose rugs\n", "Loose rugs"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("cafe\u0301", "café"),
        ("a\x00b\x07c\td", "abc\td"),
        ("👩🏽‍⚕️ helps", "👩🏽‍⚕️ helps"),
        ("\u202eright to left", "\u202eright to left"),
        ("<b>&amp;</b> {{ x }}", "<b>&amp;</b> {{ x }}"),
    ],
)
def test_everything_visible_stays_as_it_was_written(written, kept):
    assert clean_text(written, field="text", most=100) == kept


def test_a_line_is_one_line():
    assert clean_line(" Falls\n\tat \u2003 home ", field="title", most=100) == "Falls at home"


@pytest.mark.parametrize("character", ["a", "é", "👍", "中"])
def test_length_is_counted_in_code_points(character):
    assert clean_text(character * MOST, field="text", most=MOST) == character * MOST

    with pytest.raises(InvalidInputError) as refused:
        clean_text(character * (MOST + 1), field="text", most=MOST)

    assert refused.value.details == {"field": "text", "most": MOST, "length": MOST + 1}
    assert str(refused.value) == "This is too long: at most 40 characters fit. Please shorten it."


def test_a_text_in_decomposed_form_may_use_its_whole_length():
    decomposed = unicodedata.normalize("NFD", "\u1f82" * MOST)

    assert clean_text(decomposed, field="text", most=MOST) == "\u1f82" * MOST


@pytest.mark.parametrize("broken", ["\ud800", "a\udfff", "\ud83d x"])
def test_half_a_surrogate_pair_is_named(broken):
    with pytest.raises(InvalidInputError, match="broken character"):
        clean_text(broken, field="text", most=MOST)


def test_a_mountain_of_accents_is_refused_at_once():
    started = time.monotonic()

    with pytest.raises(InvalidInputError, match="too long"):
        clean_text("a" + "\u0301\u0323" * 60_000, field="text", most=2000)

    assert time.monotonic() - started < 1
