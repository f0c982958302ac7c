import re

from django import forms

from frontend.forms.outcome import is_done
from kernel.errors import ConflictError, InvalidInputError


class Report(forms.Form):
    title = forms.CharField(label="Title", help_text="Start with a verb.")
    detail = forms.CharField(label="Detail", required=False, widget=forms.Textarea)
    claim = forms.ChoiceField(
        label="How is it going?",
        widget=forms.RadioSelect,
        choices=[("moving", "Moving"), ("stuck", "Stuck")],
    )
    told = forms.BooleanField(label="Tell everybody", required=False)


def drawn(form: forms.Form) -> str:
    return re.sub(r"\s+", " ", str(form))


def test_every_control_has_its_label_and_help() -> None:
    page = drawn(Report())

    assert '<label for="id_title">Title</label>' in page
    assert 'aria-describedby="id_title_helptext"' in page
    assert '<p class="field__help" id="id_title_helptext">Start with a verb.</p>' in page
    assert "<legend>How is it going?</legend>" in page
    assert page.count('type="radio"') == page.count('<label for="id_claim_') == 2


def test_what_may_stay_empty_says_so_in_words() -> None:
    page = drawn(Report())

    assert 'Detail <span class="field__optional">(optional)</span>' in page
    assert 'Title <span class="field__optional">' not in page


def test_errors_stand_beside_their_field_and_in_the_summary() -> None:
    page = drawn(Report({"detail": "x"}))

    assert 'id="error-summary"' in page
    assert '<a href="#id_title">Title: This field is required.</a>' in page
    assert '<a href="#id_claim">How is it going?: This field is required.</a>' in page
    assert 'id="id_claim"' in page
    assert 'id="id_title_error"' in page
    assert 'aria-describedby="id_title_helptext id_title_error"' in page


def test_a_form_without_errors_has_no_summary() -> None:
    assert "error-summary" not in drawn(Report())
    assert "error-summary" not in drawn(Report({"title": "Call", "claim": "moving"}))


def test_a_done_act_got_the_cleaned_values() -> None:
    got: list[dict] = []

    assert is_done(Report({"title": " Call ", "claim": "moving"}), got.append)
    assert got == [{"title": "Call", "detail": "", "claim": "moving", "told": False}]


def test_an_incomplete_form_does_nothing() -> None:
    got: list[dict] = []

    assert not is_done(Report({"title": "Call"}), got.append)
    assert got == []


def refuse(error: Exception):
    def act(values: dict) -> None:
        raise error

    return act


def test_a_rule_that_names_a_field_is_heard_there() -> None:
    form = Report({"title": "Call", "claim": "stuck"})

    assert not is_done(form, refuse(InvalidInputError("Say what is in the way.", field="detail")))
    assert form.errors == {"detail": ["Say what is in the way."]}


def test_a_rule_about_something_else_is_heard_at_the_top() -> None:
    for error in (
        InvalidInputError("Not on this form.", field="elsewhere"),
        ConflictError("Not on this form."),
    ):
        form = Report({"title": "Call", "claim": "stuck"})

        assert not is_done(form, refuse(error))
        assert form.non_field_errors() == ["Not on this form."]
