"""What can be told of voting: never who, and never what while it goes on."""

from typing import ClassVar

from eventlog.events import DomainEvent


class VotingRulesSet(DomainEvent):
    """It was decided how many dots each person has."""

    kind: ClassVar[str] = "session.voting_set"
    about: ClassVar[str] = "session"


class RoomVotesEntered(DomainEvent):
    """Votes of people in the room were entered; it names no topic, for that is hidden at first."""

    kind: ClassVar[str] = "vote.room_entered"
    about: ClassVar[str] = "tally"
