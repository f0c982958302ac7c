import pytest

from kernel.clock import today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from partnerships.models.partnership import Partnership
from partnerships.services.setup import add_theme, start_partnership
from tests.unchanged import nothing_changed


def test_a_partnership_starts_with_its_first_manager(eve):
    member = start_partnership(
        eve, name=" Healthy  Delta ", country="SE", language="sv", ambition="No falls\nat home"
    )

    partnership = member.partnership
    assert (str(partnership), partnership.slug) == ("Healthy Delta", "healthy-delta")
    assert (partnership.country, partnership.language) == ("SE", "sv")
    assert partnership.ambition == "No falls\nat home"
    assert (member.person, member.roles, member.since) == (eve, ["programme_manager"], today())
    assert member.organisation is not None
    assert member.organisation.stakeholder_group == "programme_office"


def test_partnerships_of_one_name_have_addresses_of_their_own(eve):
    slugs = [start_partnership(eve, name="Delta").partnership.slug for _ in range(3)]
    unwritable = start_partnership(eve, name="健康").partnership.slug

    assert [*slugs, unwritable] == ["delta", "delta-2", "delta-3", "partnership"]


def test_a_long_name_still_has_an_address(eve):
    slugs = [start_partnership(eve, name="Delta " * 20).partnership.slug for _ in range(2)]

    assert len(set(slugs)) == 2
    assert Partnership.objects.filter(slug__in=slugs).count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "x" * 121), ("country", "NLD"), ("country", "nl"), ("language", "de")],
)
def test_a_partnership_needs_a_name_a_country_and_a_language(eve, field, value):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        start_partnership(eve, **{"name": "Delta", field: value})

    assert refused.value.field == field


def test_a_manager_adds_a_theme(cem, kinds_since):
    theme = add_theme(cem, title="Falls  at home", plain_title="Staying on your feet")

    assert (str(theme), theme.plain_title, theme.partnership) == (
        "Falls at home",
        "Staying on your feet",
        cem.partnership,
    )
    assert kinds_since(0)[-1] == "theme.added"


def test_a_title_is_taken_once_in_each_partnership(cem, mira):
    add_theme(cem, title="Falls")

    with nothing_changed(), pytest.raises(ConflictError):
        add_theme(cem, title=" Falls ")

    assert add_theme(mira, title="Falls").partnership == mira.partnership


def test_nobody_else_adds_a_theme(ada):
    with nothing_changed(), pytest.raises(NotAllowedError):
        add_theme(ada, title="Falls")
