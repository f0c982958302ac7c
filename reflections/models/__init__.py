"""Django finds models only through this module; everybody else imports from where a thing is."""

from reflections.models.data_item import DataItem
from reflections.models.feedback import Feedback
from reflections.models.grouping import GroupingStep, RefusedSuggestion
from reflections.models.insight import Insight
from reflections.models.invitation import AttendanceNeeds, Invitation
from reflections.models.note import Note, NoteGroup, NoteImport
from reflections.models.participant import FailedEntry, Participant
from reflections.models.reaction import Reaction
from reflections.models.region_item import RegionItem
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.models.template import SessionTemplate
from reflections.models.voting import Dot, TopicVotes
from reflections.models.writing import Writing

__all__ = [
    "AttendanceNeeds",
    "DataItem",
    "Dot",
    "FailedEntry",
    "Feedback",
    "GroupingStep",
    "Insight",
    "Invitation",
    "Note",
    "NoteGroup",
    "NoteImport",
    "Participant",
    "Reaction",
    "ReflectionSession",
    "RefusedSuggestion",
    "RegionItem",
    "SessionColumn",
    "SessionPhase",
    "SessionSeries",
    "SessionTemplate",
    "TopicVotes",
    "Writing",
]
