"""Where a permission is tried: who asks, what is hers, and what an attempt comes to."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist

from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reflections.models.session import ReflectionSession
from tests import cast

Attempt = Callable[[Membership], object]


@dataclass(frozen=True)
class Scene:
    """Who asks (a facilitator until the scene is set), what is hers, and the others."""

    others: dict[str, Membership]
    asking: Membership
    relation: str  # "nothing", "joined" or "own"

    @property
    def leader(self) -> Membership:
        """Return who leads the session: the one who asks where it is to be hers."""
        return self.asking if self.relation == "own" else self.others["ada"]

    @property
    def owner(self) -> Membership:
        """Return who owns the action."""
        return self.asking if self.relation == "own" else self.others["bo"]

    def session(self) -> ReflectionSession:
        """Start a session, which whoever asks has joined unless nothing binds her to it."""
        joined = [self.asking] if self.relation == "joined" else []
        return cast.collecting(self.leader, *joined)


def may(attempt: Attempt, asking: Membership) -> bool:
    """Say whether the attempt gets anything but a refusal."""
    try:
        return bool(attempt(asking))
    except (NotAllowedError, ObjectDoesNotExist):
        return False


@dataclass(frozen=True)
class Probe:
    """How to set the scene, and what may bind whoever asks to the thing."""

    set_scene: Callable[[Scene], Attempt]
    relations: tuple[str, ...] = ("nothing",)
    reads: bool = False


ON_A_SESSION = ("nothing", "joined", "own")
ON_HERS = ("nothing", "own")


def through_the_door(asking: Membership) -> Membership:
    """Return the membership as every page and API view finds it, or raise DoesNotExist."""
    return memberships_of(asking.person).get(partnership=asking.partnership_id)
