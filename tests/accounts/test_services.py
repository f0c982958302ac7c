import pytest
from django.core.exceptions import ValidationError

from accounts.models import Person
from accounts.queries import demonstration_people, demonstration_person
from accounts.services import (
    account_for,
    change_own_account,
    choose_language,
    remove_demonstration_people,
)
from kernel.errors import InvalidInputError
from partnerships.services.setup import start_partnership
from tests.together import at_once
from tests.unchanged import nothing_changed


def test_an_account_is_made_once_per_address(db):
    first = account_for(email=" Cem@Example.org ", name="Cem  Aydin", language="nl")
    again = account_for(email="cem@example.ORG", name="Somebody else")

    assert again == first == Person.objects.get()
    assert (first.email, first.name, first.language) == ("cem@example.org", "Cem Aydin", "nl")
    assert not first.has_usable_password()
    assert again.name == "Cem Aydin"


@pytest.mark.parametrize(
    "email", ["", "cem", "cem@", "@example.org", "a b@example.org", "a@b.c\n", "a" * 250 + "@b.org"]
)
def test_what_is_no_address_is_refused(db, email):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        account_for(email=email, name="Cem")

    assert refused.value.field == "email"


def test_a_broken_character_in_an_address_is_refused(db):
    with nothing_changed(), pytest.raises(InvalidInputError):
        account_for(email="cem@\ud800.example.org", name="Cem")


def test_an_account_needs_a_name(db):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        account_for(email="cem@example.org", name=" \u200b ")

    assert refused.value.field == "name"


@pytest.mark.django_db(transaction=True)
def test_inviting_one_person_twice_at_once_makes_one_account():
    outcomes = at_once(*[lambda: account_for(email="cem@example.org", name="Cem")] * 4)

    assert outcomes == [Person.objects.get()] * 4


def test_people_change_their_own_name_and_language(eve):
    change_own_account(eve, name="Eva  Strand", language="sv")

    eve.refresh_from_db()
    assert (eve.name, eve.language, str(eve)) == ("Eva Strand", "sv", "Eva Strand")


def test_people_choose_a_language_for_all_their_devices(eve):
    choose_language(eve, language="nl")

    eve.refresh_from_db()
    assert eve.language == "nl"


@pytest.mark.parametrize("language", ["de", "xx", "\x00"])
def test_only_listed_languages_are_taken(eve, language):
    with nothing_changed():
        with pytest.raises(InvalidInputError):
            choose_language(eve, language=language)
        with pytest.raises(InvalidInputError):
            change_own_account(eve, name="Eva", language=language)


def test_the_browser_decides_when_nobody_chose_a_language(eve):
    choose_language(eve, language="nl")

    choose_language(eve, language="")

    eve.refresh_from_db()
    assert eve.language == ""


def test_only_the_people_of_the_demonstration_can_be_signed_in_as(db):
    shown = Person.objects.create_user("d@example.org", "Dem", is_demonstration=True)
    Person.objects.create_user("r@example.org", "Real")
    Person.objects.create_user("o@example.org", "Off", is_demonstration=True, is_active=False)

    assert list(demonstration_people()) == [shown]


@pytest.mark.parametrize("nobody", ["", "x", "\x00", "8f14e45f-ceea-467f-8a6b-3d2c9b1e7a50"])
def test_an_unknown_person_of_the_demonstration_does_not_exist(db, nobody):
    with pytest.raises(Person.DoesNotExist):
        demonstration_person(nobody)


def test_a_real_person_is_nobody_of_the_demonstration(eve):
    shown = Person.objects.create_user("d@example.org", "Dem", is_demonstration=True)

    assert demonstration_person(str(shown.pk)) == shown
    with pytest.raises(Person.DoesNotExist):
        demonstration_person(str(eve.pk))


def test_people_of_the_demonstration_go_when_they_are_in_no_partnership_any_more(eve):
    gone = account_for(email="gone@example.org", name="Gone", is_demonstration=True)
    stays = account_for(email="stays@example.org", name="Stays", is_demonstration=True)
    start_partnership(stays, name="Delta")

    remove_demonstration_people()

    assert gone.is_demonstration
    assert set(Person.objects.all()) == {eve, stays}


def test_somebody_without_a_name_is_shown_by_address(db):
    person = Person.objects.create_user("n@example.org")

    assert str(person) == "n@example.org"
    with pytest.raises(ValidationError):
        person.full_clean()
