"""Texts that several people may change: whoever is second sees both, and nothing is overwritten."""

from typing import Any, Protocol

from kernel.errors import StaleVersionError


class Versioned(Protocol):
    """A record that counts its changes."""

    version: int


def must_be_current(found: Versioned, version: int, sentence: str, **yours: Any) -> None:
    """Raise StaleVersionError unless *found* is still the *version* that was read before the change.

    It carries what *yours* names, as it stands now and as it was sent.
    """
    if found.version == version:
        return
    raise StaleVersionError(
        sentence,
        current={**{name: getattr(found, name) for name in yours}, "version": found.version},
        yours={**yours, "version": version},
    )
