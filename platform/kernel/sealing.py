"""Sealing: what is stored so can be read only with the site's secret key, and says nothing otherwise.

Not even how long it is, or that it is the same as a moment ago: each time it looks different.
"""

import secrets
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from kernel.errors import ConflictError

_NONCE = 12
# Lengths are rounded up to this: one thing more or less inside is seldom seen from outside.
_STEP = 16 * 1024


class UnreadableSealError(ConflictError):
    """It was sealed with a secret key that is not here, or was changed since."""

    code = "unreadable_seal"


def seal(plain: bytes, *, purpose: str) -> bytes:
    """Return *plain* sealed for *purpose*, which it cannot be opened without. It ends in no space."""
    nonce = secrets.token_bytes(_NONCE)
    room = -len(plain) % _STEP
    return nonce + _cipher(settings.SECRET_KEY, purpose).encrypt(nonce, plain + b" " * room, None)


def unseal(sealed: bytes, *, purpose: str) -> bytes:
    """Return what was sealed; raises UnreadableSealError."""
    nonce, rest = bytes(sealed[:_NONCE]), bytes(sealed[_NONCE:])
    for key in _keys():
        try:
            return _cipher(key, purpose).decrypt(nonce, rest, None).rstrip(b" ")
        except InvalidTag:
            continue
    raise UnreadableSealError(
        _("This was sealed with another key of the site. Ask whoever runs it to put that key back.")
    )


def _keys() -> Iterator[str]:
    yield settings.SECRET_KEY
    yield from settings.SECRET_KEY_FALLBACKS


def _cipher(key: str, purpose: str) -> AESGCM:
    return AESGCM(salted_hmac("kernel.sealing", purpose, secret=key, algorithm="sha256").digest())
