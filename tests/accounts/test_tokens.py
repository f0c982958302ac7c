from uuid import uuid4

import pytest

from accounts.models import ApiToken, Scope
from accounts.queries import tokens_of
from accounts.services import end_token, make_token, token_with
from kernel.clock import at, now, today
from kernel.errors import ConflictError, IdConflictError, InvalidInputError
from tests.unchanged import nothing_changed


def made(person, *scopes, days=30, token_id=None, name="Dashboard"):
    return make_token(
        person,
        token_id=token_id or uuid4(),
        name=name,
        scopes=scopes or [Scope.READ_ACTIONS],
        days=days,
    )


def test_a_token_is_known_by_its_secret_which_is_kept_nowhere(eve):
    new = made(eve)

    stored = str(ApiToken.objects.values().get())
    assert token_with(new.secret) == new.token
    assert new.secret not in stored
    assert new.secret.startswith(new.token.hint)
    assert len(new.secret) > 40
    assert token_with(new.secret[:-1]) is None
    assert token_with("") is None


def test_writing_brings_reading_along(eve):
    assert made(eve, Scope.WRITE_ACTIONS).token.scopes == ["actions:read", "actions:write"]


def test_the_day_of_its_last_use_is_kept_and_no_more(eve):
    new = made(eve)
    before = tokens_of(eve).get().last_used_on
    token_with(new.secret)

    assert (before, tokens_of(eve).get().last_used_on) == (None, today())


def test_it_does_not_hold_once_it_was_ended_or_is_too_old_or_its_person_is_gone(eve):
    ended, old, hers = made(eve), made(eve, days=1), made(eve)
    end_token(eve, ended.token.pk)
    end_token(eve, ended.token.pk)

    assert token_with(ended.secret) is None
    with at(now().replace(year=now().year + 1)):
        assert token_with(old.secret) is None
    eve.is_active = False
    eve.save()
    assert token_with(hers.secret) is None


def test_nobody_ends_a_token_of_others(eve, bo):
    new = made(eve)

    with nothing_changed(), pytest.raises(ApiToken.DoesNotExist):
        end_token(bo.person, new.token.pk)


def test_the_same_id_twice_makes_no_second_token(eve):
    token_id = made(eve).token.pk

    with nothing_changed(), pytest.raises(IdConflictError):
        made(eve, token_id=token_id)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["actions:everything"]}, "scopes"),
        ({"days": 0}, "days"),
        ({"days": 400}, "days"),
        ({"name": " "}, "name"),
    ],
)
def test_what_makes_no_sense_is_refused(eve, wrong, field):
    said = {"token_id": uuid4(), "name": "Script", "scopes": ["actions:read"], "days": 30, **wrong}

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        make_token(eve, **said)

    assert refused.value.field == field


def test_nobody_has_more_tokens_than_she_can_look_after(eve):
    for _ in range(20):
        made(eve)

    with pytest.raises(ConflictError):
        made(eve)
