"""Refusing a suggested group; to accept one is to group its notes."""

import hashlib
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from partnerships.models.membership import Membership
from reflections.models.grouping import RefusedSuggestion
from reflections.services.groups import notes_to_group, session_to_group


@transaction.atomic
def refuse_suggestion(
    member: Membership, session_id: UUID, *, note_ids: Collection[UUID]
) -> RefusedSuggestion:
    """Keep these notes from being suggested as a group again in this session; twice is once."""
    session = session_to_group(member, session_id)
    ids = sorted(str(note.pk) for note in notes_to_group(session, note_ids))
    fingerprint = hashlib.sha256(",".join(ids).encode()).hexdigest()
    refused, _ = RefusedSuggestion.objects.get_or_create(
        session=session, fingerprint=fingerprint, defaults={"note_ids": ids}
    )
    return refused
