"""What people do in one session while its story is told."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from actions.services.origin import Origin
from actions.services.translation import ActionWording, translate_to_action
from frontend.demonstration.memory import Memory
from frontend.demonstration.story import (
    ActionPart,
    CommentPart,
    GroupPart,
    InsightPart,
    NotePart,
    ReplyPart,
    SessionPart,
)
from partnerships.models.membership import Membership
from reflections.course import Attribution
from reflections.models.session import ReflectionSession, SessionColumn
from reflections.queries.participants import participant_of
from reflections.queries.sessions import sessions_of
from reflections.services.comments import add_comment
from reflections.services.counting import enter_room_votes
from reflections.services.dispositions import Answer, dispose_of_insight
from reflections.services.groups import group_notes
from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.services.leading import move_to_phase
from reflections.services.minutes import write_minutes
from reflections.services.notes import Speaker, add_note, reveal_notes
from reflections.services.parking import park_topic
from reflections.services.planning import SessionPlan, draft_session, plan_session
from reflections.services.region import reply_to_item, send_up
from reflections.services.sealing import Signature, seal_note
from reflections.services.voting import cast_dot
from reflections.states import PhaseKind


@dataclass
class Meeting:
    """One session while it is told; each method is one thing that somebody does in it."""

    part: SessionPart
    memory: Memory
    id: UUID
    groups: dict[str, UUID] = field(default_factory=dict)

    @property
    def votes(self) -> list[tuple[str, str]]:
        """Return for each dot the title of the group that it is for, and who gives it."""
        return [(group.title, voter) for group in self.part.groups for voter in group.dots]

    @property
    def facilitator(self) -> Membership:
        """Return who leads it."""
        return self.memory.members[self.part.facilitator]

    @property
    def start(self) -> datetime:
        """Return when it begins."""
        if self.part.minutes_ago:
            return self.memory.calendar.now - timedelta(minutes=self.part.minutes_ago)
        return self.memory.calendar.moment(self.part.day, self.part.clock)

    def plan(self, starts_at: datetime) -> None:
        """Plan it."""
        part = self.part
        themes = [self.memory.themes[part.theme]] if part.theme else []
        plan = SessionPlan(
            title=part.title,
            goal=part.goal,
            template=part.template,
            starts_at=starts_at,
            scope=part.scope,
            mode=part.mode,
            theme_ids=themes,
            place=part.place,
            meeting_link=part.link,
            ends_at=starts_at + timedelta(days=part.lasts_days) if part.lasts_days else None,
            input_opens_on=(starts_at - timedelta(days=part.opens)).date() if part.opens else None,
        )
        keep = draft_session if part.until == "draft" else plan_session
        keep(self.facilitator, session_id=self.id, plan=plan)

    def write(self, note: NotePart) -> None:
        """Add a note."""
        participant = participant_of(self.memory.members[note.by], self.id)
        column = participant.session.columns.get(position=note.column)
        self._be_where_one_writes(participant.session, column)
        note_id = uuid4()
        if note.key:
            self.memory.notes[note.key] = note_id
        if note.attribution == Attribution.NAMED:
            speaker = Speaker(note.for_people, note.on_behalf, agreed=True)
            add_note(
                participant, note_id=note_id, column_id=column.pk, text=note.text, speaker=speaker
            )
        else:
            signature = Signature(note.attribution, secrets.token_hex(32))
            seal_note(
                participant,
                note_id=note_id,
                column_id=column.pk,
                text=note.text,
                signature=signature,
            )

    def _be_where_one_writes(self, session: ReflectionSession, column: SessionColumn) -> None:
        phase = column.phase or session.phases.filter(kind=PhaseKind.COLLECT)[0]
        if session.current_phase_id != phase.pk:
            reveal_notes(self.facilitator, self.id)
            move_to_phase(self.facilitator, self.id, phase_id=phase.pk)

    def go_to(self, kind: str) -> None:
        """Move to the first phase of that kind."""
        session = sessions_of(self.facilitator).get(pk=self.id)
        phase = session.phases.filter(kind=kind)[0]
        move_to_phase(self.facilitator, self.id, phase_id=phase.pk)

    def group(self, group: GroupPart) -> None:
        """Put notes together."""
        group_notes(
            self.facilitator,
            self.id,
            group_id=self.groups.setdefault(group.title, uuid4()),
            note_ids=self.memory.note_ids(group.notes),
            title=group.title,
        )

    def comment(self, group: GroupPart, comment: CommentPart) -> None:
        """Say something about a group."""
        add_comment(
            participant_of(self.memory.members[comment.by], self.id),
            comment_id=uuid4(),
            about="group",
            topic_id=self.groups[group.title],
            text=comment.text,
        )

    def note_what_was_said(self, group: GroupPart) -> None:
        """Take the minutes of a group, and park it if it was left for another time."""
        topic_id = self.groups[group.title]
        if group.minutes:
            taker = participant_of(self.facilitator, self.id)
            write_minutes(taker, about="group", topic_id=topic_id, text=group.minutes, version=0)
        if group.parked:
            park_topic(
                self.facilitator, self.id, about="group", topic_id=topic_id, reason=group.parked
            )

    def vote(self, title: str, voter: str) -> None:
        """Give a group a dot."""
        cast_dot(
            participant_of(self.memory.members[voter], self.id),
            secret=f"what the browser of {voter} made for {self.id}",
            dot_id=uuid4(),
            topic_id=self.groups[title],
        )

    def enter_for_room(self, group: GroupPart) -> None:
        """Enter what people without a device voted for a group."""
        enter_room_votes(
            self.facilitator, self.id, topic_id=self.groups[group.title], dots=group.room
        )

    def agree(self, insight: InsightPart) -> None:
        """Agree an insight."""
        insight_id = self.memory.insights[insight.key] = uuid4()
        wording = Wording(
            statement=insight.statement,
            note_ids=self.memory.note_ids(insight.notes),
            plain_statement=insight.plain,
            dissent=insight.dissent,
            level=insight.level,
            loop=insight.loop,
            components=insight.components,
        )
        draft_insight(self.facilitator, self.id, insight_id=insight_id, wording=wording)
        agree_insight(self.facilitator, self.id, insight_id=insight_id, how=insight.agreed_how)

    def answer(self, insight: InsightPart) -> None:
        """Say what becomes of an insight."""
        dispose_of_insight(
            self.facilitator,
            self.id,
            insight_id=self.memory.insights[insight.key],
            answer=Answer(
                insight.answer,
                insight.reason,
                question=insight.question,
                escalated_to=insight.to,
                answer_by=self.memory.day(insight.answer_day),
                revisit_on=self.memory.day(insight.revisit_day),
            ),
            version=1,
        )

    def send_up(self, insight: InsightPart) -> None:
        """Send an insight up to the region."""
        item_id = self.memory.items[insight.key] = uuid4()
        send_up(
            self.facilitator,
            self.id,
            item_id=item_id,
            insight_id=self.memory.insights[insight.key],
            ask=insight.ask,
        )

    def reply(self, reply: ReplyPart) -> None:
        """Reply to a theme."""
        item_id = self.memory.items[reply.insight]
        reply_to_item(self.facilitator, self.id, item_id=item_id, reply=reply.text, version=1)

    def act(self, action: ActionPart, action_id: UUID) -> None:
        """Turn an insight or notes into an action."""
        wording = ActionWording(
            title=action.title,
            owner_id=self.memory.members[action.owner].pk,
            due=self.memory.calendar.day(action.due),
            done_test=action.done_test,
            if_cue=action.cue,
            first_step=action.first_step,
            level=action.level,
            strength=action.strength,
            horizon=action.horizon,
            risk=action.risk,
        )
        origin = Origin(
            insight_id=self.memory.insights[action.insight] if action.insight else None,
            note_ids=self.memory.note_ids(action.notes),
        )
        translate_to_action(
            self.facilitator, self.id, action_id=action_id, wording=wording, origin=origin
        )
