"""Django finds models only through this module; everybody else imports from where a thing is."""

from reflections.models.breakouts import BreakoutTable, Seat
from reflections.models.data_item import DataItem
from reflections.models.discussion import Comment, Minutes, ParkedTopic, TopicReaction
from reflections.models.envelope import Envelope
from reflections.models.facilitating import CoFacilitator, Presentation, ReadySignal, SessionTimer
from reflections.models.feedback import Feedback
from reflections.models.grouping import GroupingStep, RefusedSuggestion
from reflections.models.insight import Insight
from reflections.models.invitation import AttendanceNeeds, Invitation
from reflections.models.note import Note, NoteGroup, NoteImport
from reflections.models.participant import FailedEntry, Participant
from reflections.models.question import (
    LearningQuestion,
    ProvisionalAnswer,
    QuestionReason,
    QuestionTalk,
)
from reflections.models.reaction import Reaction
from reflections.models.recurrence import Recurrence
from reflections.models.region_item import RegionItem
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.models.template import SessionTemplate
from reflections.models.voting import Dot, TopicVotes
from reflections.models.writing import Writing

__all__ = [
    "AttendanceNeeds",
    "BreakoutTable",
    "CoFacilitator",
    "Comment",
    "DataItem",
    "Dot",
    "Envelope",
    "FailedEntry",
    "Feedback",
    "GroupingStep",
    "Insight",
    "Invitation",
    "LearningQuestion",
    "Minutes",
    "Note",
    "NoteGroup",
    "NoteImport",
    "ParkedTopic",
    "Participant",
    "Presentation",
    "ProvisionalAnswer",
    "QuestionReason",
    "QuestionTalk",
    "Reaction",
    "ReadySignal",
    "Recurrence",
    "ReflectionSession",
    "RefusedSuggestion",
    "RegionItem",
    "Seat",
    "SessionColumn",
    "SessionPhase",
    "SessionSeries",
    "SessionTemplate",
    "SessionTimer",
    "TopicReaction",
    "TopicVotes",
    "Writing",
]
