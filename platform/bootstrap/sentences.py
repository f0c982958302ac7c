"""How the set-up gives up: one sentence that says what to do next."""


class CannotGoOnError(Exception):
    """Ends the command with its sentence and a failure status, without a traceback."""
