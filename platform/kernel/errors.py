"""What a rule may answer instead of a result; each carries a sentence for the person and a stable code."""

from typing import Any, ClassVar


class DomainError(Exception):
    """A rule said no. The message is a sentence that tells the person what to do next."""

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, **details: Any) -> None:
        """Keep *details* (JSON-ready values) for those who can use more than the sentence."""
        super().__init__(message)
        self.message = message
        self.details = details


class InvalidInputError(DomainError):
    """What was sent cannot be used as it is; `field` names the part to mend."""

    code = "invalid_input"

    def __init__(self, message: str, *, field: str, **details: Any) -> None:
        """Name the *field* so that the sentence can stand beside it."""
        super().__init__(message, field=field, **details)
        self.field = field


class NotAllowedError(DomainError):
    """The person may see the thing but may not do this with it."""

    code = "not_allowed"


class TooManyTriesError(DomainError):
    """Somebody tried something too often in too short a time."""

    code = "throttled"


class ConflictError(DomainError):
    """It could be done, but not in the state things are in now."""

    code = "conflict"


class WrongPhaseError(ConflictError):
    """The session is not in a phase in which this can be done."""

    code = "wrong_phase"


class TooFewError(ConflictError):
    """Too few people are there for it."""

    code = "too_few"


class IdConflictError(ConflictError):
    """The id was used before for something else."""

    code = "id_conflict"


class StaleVersionError(ConflictError):
    """Somebody changed the same thing first; details carry `current` and `yours`."""

    code = "stale_version"
