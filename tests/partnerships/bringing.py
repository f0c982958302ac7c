"""Attempts to bring actions in from elsewhere, and to have news taken elsewhere."""

from actions.services.minutes import keep_minutes
from actions.services.sheet_imports import start_import, upload_actions
from tests.partnerships.scene import Attempt, Scene


def import_actions(scene: Scene) -> Attempt:
    """Start an import that a manager prepared."""
    content = b"Action,Who,Due\nAsk the library,Bo,2030-03-31\n"
    made = upload_actions(scene.others["cem"], file_name="a.csv", content=content)
    return lambda asking: start_import(asking, made.pk)


def use_minutes(scene: Scene) -> Attempt:
    """Paste minutes."""
    text = "Action: ask the library for a room"
    return lambda asking: keep_minutes(asking, name="Steering group", text=text)
