"""What happens to the views of the log that are for everybody."""

from uuid import uuid4

from actions.models.saved_view import SavedView
from actions.services.saved_views import ViewToKeep, keep_view, remove_view
from tests.realtime.scene import Scene, Story, nothing_more


def _shared(scene: Scene) -> SavedView:
    return keep_view(scene.cem, view_id=uuid4(), view=ViewToKeep(name="Late", is_shared=True))


STORIES: list[Story] = [
    ("saved_view.shared", nothing_more, lambda s, _: _shared(s)),
    ("saved_view.removed", _shared, lambda s, x: remove_view(s.cem, x.pk)),
]
