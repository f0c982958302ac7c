"""Appending to the event log: the last line of every use case."""

from collections.abc import Collection, Iterable, Sequence
from uuid import uuid4

from django.db import transaction
from django.db.models import F

from eventlog.doorbell import ring
from eventlog.events import Actor, DomainEvent
from eventlog.models import Event, Stream
from kernel.clock import now


def record(event: DomainEvent, *, by: Actor, on: Iterable[str]) -> None:
    """Append *event* to the streams named in *on*.

    Call it last, inside the transaction of the change it reports: the lock on each stream is held
    until that transaction ends, so that a later sequence is never visible before an earlier one.
    Streams are locked narrow before wide (session before partnership), so that two use cases never
    wait for each other, also when one calls another that records on the session alone.
    """
    record_all([event], by=by, on=on)


def record_for_each(event: DomainEvent, *, by: Actor, on: Iterable[str]) -> None:
    """Append *event* to many streams of one kind, in a fixed number of queries; else as `record`."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() belongs inside the transaction of the change it reports")
    names = sorted(set(on), reverse=True)
    Stream.objects.bulk_create([Stream(name=name) for name in names], ignore_conflicts=True)
    locked = Stream.objects.select_for_update().filter(name__in=names).order_by("-name")
    streams = list(locked)
    for stream in streams:
        stream.head += 1
    Stream.objects.filter(name__in=names).update(head=F("head") + 1)
    Event.objects.bulk_create(_row(event, by, stream, stream.head) for stream in streams)
    for stream in streams:
        _ring_later(stream)


def record_all(events: Sequence[DomainEvent], *, by: Actor, on: Iterable[str]) -> None:
    """Append several events at once, in their order: for what makes many records in one go."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("record() belongs inside the transaction of the change it reports")
    for name in sorted(set(on), reverse=True):
        _append(events, by=by, stream=_with_room(name, len(events)))


def _with_room(name: str, count: int) -> Stream:
    stream, _ = Stream.objects.select_for_update().get_or_create(name=name)
    stream.head += count
    stream.save(update_fields=["head"])
    return stream


def _append(events: Sequence[DomainEvent], *, by: Actor, stream: Stream) -> None:
    first = stream.head - len(events) + 1
    Event.objects.bulk_create(
        _row(event, by, stream, sequence) for sequence, event in enumerate(events, start=first)
    )
    _ring_later(stream)


def _row(event: DomainEvent, by: Actor, stream: Stream, sequence: int) -> Event:
    return Event(
        stream=stream,
        sequence=sequence,
        kind=event.kind,
        about=event.about,
        record_id=event.id,
        actor_id=by.actor_id,
        at=now(),
    )


def _ring_later(stream: Stream) -> None:
    # A lambda: Django 5.2 cannot log the failure of a functools.partial here.
    transaction.on_commit(lambda: ring(stream.name, stream.head), robust=True)


@transaction.atomic
def renew_streams() -> int:
    """Give every stream a new epoch and return how many; browsers then fetch fresh snapshots.

    For the moment after a backup was restored: sequence numbers from before it mean other events.
    """
    streams = list(Stream.objects.select_for_update())
    for stream in streams:
        stream.epoch = uuid4()
    Stream.objects.bulk_update(streams, ["epoch"], batch_size=200)
    return len(streams)


@transaction.atomic
def remove_streams(names: Collection[str]) -> None:
    """Remove streams with all that happened on them: when what they told of is removed."""
    Stream.objects.filter(name__in=names).delete()
