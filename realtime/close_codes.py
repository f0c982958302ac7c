"""Why the server closes a socket, so that the browser knows whether to come back."""

from enum import IntEnum


class CloseCode(IntEnum):
    """All reasons there are.

    Numbers of our own (4000 to 4999), after those of HTTP: daphne cannot send the standard ones,
    nor anything that is not a plain int, so send the `value`.
    """

    NOT_UNDERSTOOD = 4400  # what came in is not a message of the protocol
    SESSION_ENDED = 4401  # nobody is signed in, or not any more
    SILENT = 4408  # no `here` for too long
    TOO_BIG = 4413
    TOO_FAST = 4429
    RESTARTING = 4503  # come back after the time that `bye` named
