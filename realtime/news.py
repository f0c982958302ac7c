"""What a browser needs to be up to date: all of a stream once, after that what changed."""

from collections.abc import Iterable
from uuid import UUID

from eventlog.queries import MOST_CHANGES, Happening, Position, happenings_since, position_of
from kernel.clock import now
from realtime.protocol import News, Reset, Snapshot
from realtime.readers import READ_ALONG, READERS, Put, View, put_of, read_all
from realtime.standing import Me, standing_of
from reflections.models.participant import Participant
from reflections.queries.facilitating import Signals, signals_of
from reflections.queries.notes import own_hidden_notes
from reflections.visitors import Visitor

# For each type of record the ids to look at again, or None: all of them.
Touched = dict[str, set[UUID] | None]


def snapshot(visitor: Visitor, stream: str) -> Snapshot:
    """Return everything that *visitor* may see of *stream*.

    The position is read first: what happens in between is sent once more afterwards, which is
    harmless, instead of being missed. So no transaction is needed, which on SQLite would make
    everybody who writes wait.
    """
    standing = standing_of(visitor, stream)
    position = position_of(stream)
    part = _part_of(standing.me)
    return Snapshot(
        stream=stream,
        epoch=position.epoch,
        sequence=position.sequence,
        put=read_all(standing.view),
        mine=own_hidden_notes(part) if part else {},
        signals=signals_of(part) if part else Signals([], {}),
        me=standing.me,
        standing=standing.name,
        now=now(),
    )


def changes(view: View, stream: str, since: Position) -> News | Reset:
    """Return what the audience *view* has to put and drop to be up to date, or why that cannot be.

    What happened is read before the records are: later changes come again with the next news.
    """
    head = position_of(stream)
    if head.epoch != since.epoch or head.sequence < since.sequence:
        return Reset(stream=stream, reason="epoch_changed")
    happenings = happenings_since(stream, since.sequence)
    if len(happenings) > MOST_CHANGES:
        return Reset(stream=stream, reason="too_far")
    put, drop, complete = _read(view, _touched(view, happenings))
    return News(
        stream=stream,
        epoch=since.epoch,
        since=since.sequence,
        sequence=happenings[-1].sequence if happenings else since.sequence,
        put=put,
        drop=drop,
        all=complete,
    )


def _touched(view: View, happenings: Iterable[Happening]) -> Touched:
    touched: Touched = {}
    along = READ_ALONG[type(view)]
    for happening in happenings:
        ids = touched.setdefault(happening.about, set())
        if happening.record_id is None:
            touched[happening.about] = None
        elif ids is not None:
            ids.add(happening.record_id)
        touched.update(dict.fromkeys(along.get(happening.about, ())))
    return touched


def _read(view: View, touched: Touched) -> tuple[Put, dict[str, list[UUID]], list[str]]:
    found = {about: READERS[type(view)][about](view, ids) for about, ids in touched.items()}
    drop = {
        about: sorted(pk for pk in ids if str(pk) not in found[about])
        for about, ids in touched.items()
        if ids
    }
    return (
        put_of({about: records for about, records in found.items() if records}),
        {about: ids for about, ids in drop.items() if ids},
        sorted(about for about, ids in touched.items() if ids is None),
    )


def _part_of(me: Me) -> Participant | None:
    if me.participant_id is None:
        return None
    return Participant.objects.get(pk=me.participant_id)
