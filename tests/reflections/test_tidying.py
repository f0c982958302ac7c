"""After a session nothing of former envelopes is left in the files of the database."""

from pathlib import Path

import pytest
from django.db import connection

from reflections.models.envelope import Envelope
from reflections.services.notes import reveal_notes
from reflections.services.tidying import forget_old_envelopes
from tests import cast, nameless

pytestmark = pytest.mark.django_db(transaction=True)


def _files() -> bytes:
    path = Path(str(connection.settings_dict["NAME"]))
    return b"".join(one.read_bytes() for one in (path, path.with_name(path.name + "-wal")))


def test_old_versions_are_gone_and_what_waits_is_still_there(ada, bo, cem, dag):
    session = cast.collecting(ada, bo, cem, dag)
    other = cast.collecting(ada, bo, cem, dag)
    for n in range(5):
        nameless.seal(bo, session, f"Number {n}")
    contents = bytes(Envelope.objects.get(session=session).contents)
    # Pieces, for it does not lie in one place.
    old = [contents[n : n + 64] for n in range(0, 8192, 512)]
    nameless.seal(bo, other, "Still waits")
    reveal_notes(ada, session.pk)

    if connection.vendor == "sqlite":
        assert any(piece in _files() for piece in old)  # in its journal
    forget_old_envelopes()

    if connection.vendor == "sqlite":
        assert not any(piece in _files() for piece in old)
    assert Envelope.objects.get().session == other
