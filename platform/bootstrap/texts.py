"""Compiles the translations that have changed."""

from collections.abc import Mapping

from bootstrap.places import FRONTEND, PYTHON, STAMPS
from bootstrap.stamps import digest, is_current, leave
from bootstrap.steps import run_step


def compile_texts(environment: Mapping[str, str]) -> None:
    """Make the .mo file beside every .po file, unless that has been done."""
    catalogs = list((FRONTEND / "locale").rglob("*.po"))
    compiled = all(path.with_suffix(".mo").exists() for path in catalogs)
    wanted = digest(catalogs)
    if compiled and is_current(STAMPS / "texts", wanted):
        return
    run_step("Translations", [PYTHON, "manage.py", "compile_messages"], env=environment)
    leave(STAMPS / "texts", wanted)
