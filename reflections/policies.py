"""What a member may do in a session, as sentences with a name; the table behind them is data."""

from uuid import UUID

from partnerships.models.membership import Membership
from reflections.learning_agenda import MOVES as QUESTION_MOVES
from reflections.learning_agenda import STANDING
from reflections.models.discussion import Comment
from reflections.models.invitation import Invitation
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.question import LearningQuestion
from reflections.models.session import ReflectionSession


def may_run_session(member: Membership, session: ReflectionSession) -> bool:
    """Whoever facilitates it, and every programme manager, leads the session through its phases."""
    return _on_own_session(member, session, "session.run")


def may_keep_the_door(member: Membership, session: ReflectionSession) -> bool:
    """Letting people in, taking them out and changing how one gets in is up to those who run it."""
    return _on_own_session(member, session, "session.admit")


def may_export_session(member: Membership, session: ReflectionSession) -> bool:
    """Taking everything out of a session as sheets is up to those who run it."""
    return _on_own_session(member, session, "session.export")


def may_manage_templates(member: Membership) -> bool:
    """Making and changing templates is up to those who plan sessions."""
    return member.may("template.manage")


def may_appoint_facilitators(member: Membership, session: ReflectionSession) -> bool:
    """Whoever has the lead, and every programme manager, asks others to run the session as well."""
    return member.may("session.appoint", own=session.facilitator_id == member.pk)


def may_send_up(member: Membership, session: ReflectionSession) -> bool:
    """Sending an insight up to the region is up to those who run the session it comes from."""
    return _on_own_session(member, session, "insight.send_up")


def may_reply_to_items(member: Membership, session: ReflectionSession) -> bool:
    """Replying to the themes is up to those who run the region-wide session."""
    return _on_own_session(member, session, "region.reply")


def may_react(participant: Participant, note: Note) -> bool:
    """Whether an answer answers a note is said by nobody but its writer."""
    return participant.may("feedback.react", own=note.author_id == participant.pk)


def may_invite(member: Membership, session: ReflectionSession) -> bool:
    """Asking people to come, and seeing what they answered, is up to those who run the session."""
    return _on_own_session(member, session, "session.invite")


def may_answer(member: Membership, invitation: Invitation) -> bool:
    """Nobody answers but who is asked."""
    return member.may("invitation.answer", own=invitation.member_id == member.pk)


def may_read_needs(member: Membership, session: ReflectionSession) -> bool:
    """What people need to take part is for nobody's eyes but of those who run the session."""
    return _on_own_session(member, session, "needs.read")


def may_change_data(member: Membership, session: ReflectionSession) -> bool:
    """Data scientists bring data to every session, and those who run one to theirs."""
    return _on_own_session(member, session, "data_item.change")


def may_import_notes(member: Membership, session: ReflectionSession) -> bool:
    """Bringing in a file of notes is up to those who run the session."""
    return _on_own_session(member, session, "note.import")


def may_reveal_notes(member: Membership, session: ReflectionSession) -> bool:
    """Showing all notes to all is up to those who run the session."""
    return _on_own_session(member, session, "note.reveal")


def may_withhold_notes(member: Membership, session: ReflectionSession) -> bool:
    """Taking a text off the board, and putting it back, is up to those who run the session."""
    return _on_own_session(member, session, "note.withhold")


def may_change_groups(member: Membership, session: ReflectionSession) -> bool:
    """Grouping is up to those who run the session."""
    return _on_own_session(member, session, "group.change")


def may_cast_vote(participant: Participant) -> bool:
    """Whoever joined a session votes in it, but for those who run it as facilitators."""
    leads = runs_together(participant.membership_id, participant.session)
    return not leads and participant.may("vote.cast")


def may_enter_votes(member: Membership, session: ReflectionSession) -> bool:
    """Votes of people in the room without a device are entered by those who run the session."""
    return _on_own_session(member, session, "vote.enter_for_room")


def may_draft_insight(member: Membership, session: ReflectionSession) -> bool:
    """Wording and agreeing insights is up to those who run the session."""
    return _on_own_session(member, session, "insight.draft")


def may_dispose_of_insight(member: Membership, session: ReflectionSession) -> bool:
    """Saying what becomes of an insight is up to those who run the session."""
    return _on_own_session(member, session, "insight.dispose")


def may_compare_insights(member: Membership, session: ReflectionSession) -> bool:
    """Saying that an insight says an earlier one again is up to those who run its session."""
    return _on_own_session(member, session, "insight.compare")


def may_read_drafts(member: Membership, session: ReflectionSession) -> bool:
    """Insights that are still being worded are for those who word them, and for advisors."""
    return _on_own_session(member, session, "insight.read_draft")


def may_draft_feedback(member: Membership, session: ReflectionSession) -> bool:
    """Writing to contributors, and promising a day, is up to those who run the session."""
    return _on_own_session(member, session, "feedback.draft")


def may_preview_feedback(member: Membership, session: ReflectionSession) -> bool:
    """Who writes an answer reads it before it is published, and so do citizen representatives."""
    return _on_own_session(member, session, "feedback.preview")


def may_publish_feedback(member: Membership, session: ReflectionSession) -> bool:
    """A programme manager answers for what contributors are told."""
    return _on_own_session(member, session, "feedback.publish")


def may_add_note(participant: Participant) -> bool:
    """Whoever joined a session writes in it."""
    return participant.may("note.add")


def may_keep_questions(member: Membership) -> bool:
    """The learning agenda is kept by those who lead sessions and by advisors, who ask on."""
    return member.may("question.keep")


def may_answer_questions(member: Membership) -> bool:
    """Everybody says what she thinks for now."""
    return member.may("question.answer")


def possible_question_steps(member: Membership, question: LearningQuestion) -> set[str]:
    """Return what this member may do with the question as it is now."""
    allowed = {"answer"} if may_answer_questions(member) else set()
    beside: set[str] = set()
    if may_keep_questions(member):
        allowed |= {step for _, step in QUESTION_MOVES}
        beside = {"reword", "add_action", "take_action"}
        if question.state in STANDING:
            beside |= {"talk", "deep_dive"}
    return {step for state, step in QUESTION_MOVES if state == question.state} & allowed | beside


def may_change_note(participant: Participant, note: Note) -> bool:
    """A note is changed by nobody but its author."""
    return participant.may("note.change", own=note.author_id == participant.pk)


def may_change_nameless_note(participant: Participant) -> bool:
    """A note without a name is changed by whoever holds its receipt; nobody knows more of her."""
    return participant.may("note.change", own=True)


def may_signal(participant: Participant) -> bool:
    """Whoever joined a session says that she is ready, and reacts to a topic."""
    return participant.may("topic.signal")


def may_comment(participant: Participant) -> bool:
    """Whoever joined a session comments on its topics."""
    return participant.may("comment.add")


def may_change_comment(participant: Participant, comment: Comment) -> bool:
    """A comment is changed by nobody but its author."""
    return participant.may("comment.change", own=comment.author_id == participant.pk)


def may_write_minutes(participant: Participant) -> bool:
    """Minutes are taken by those who run the session, and by whom they ask."""
    runs_it = runs_together(participant.membership_id, participant.session)
    return participant.may("minutes.write", own=participant.takes_minutes or runs_it)


def runs_together(member_id: UUID | None, session: ReflectionSession) -> bool:
    """Say whether the session is hers to run, as its facilitator or together with her."""
    if member_id is None:
        return False  # a guest
    return member_id == session.facilitator_id or member_id in {
        one.membership_id for one in session.co_facilitators.all()
    }


def _on_own_session(member: Membership, session: ReflectionSession, permission: str) -> bool:
    return member.may(permission, own=runs_together(member.pk, session))
