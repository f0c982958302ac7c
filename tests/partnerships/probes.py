"""For each line of the table of permissions: a real attempt to use it."""

from uuid import uuid4

from actions.services.closing import close_session
from actions.services.commitment import accept_action, offer_action
from actions.services.origin import Origin
from actions.services.translation import translate_to_action
from partnerships.models.membership import Membership
from partnerships.services.membership import add_member
from partnerships.services.setup import add_theme
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.insights import agreed_insights_of, insight_records
from reflections.queries.notes import note_records
from reflections.queries.templates import own_templates_of
from reflections.services.counting import enter_room_votes
from reflections.services.door import remove_participant
from reflections.services.groups import group_notes
from reflections.services.imports import upload_notes
from reflections.services.insights import Wording, draft_insight
from reflections.services.joining import join_session
from reflections.services.leading import start_session
from reflections.services.notes import add_note, reveal_notes, revise_note
from reflections.services.templates import retire_template
from tests import api, ballots, cast, endings
from tests.partnerships import (
    advising,
    asking,
    bringing,
    closing,
    learning,
    living,
    preparing,
    running,
    telling,
)
from tests.partnerships.scene import ON_A_SESSION, ON_HERS, Attempt, Probe, Scene


def _over_http(name: str) -> Attempt:
    def read(asking: Membership) -> object:
        answer = api.browser_of(asking).get(api.place(name, asking))
        assert answer.status_code in {200, 404}
        return answer.json() if answer.status_code == 200 else None

    return read


def _partnership(scene: Scene) -> Attempt:
    return lambda asking: api.browser_of(asking).get("/api/v1/partnerships/").json()


def _addresses(scene: Scene) -> Attempt:
    members = _over_http("api_members")
    return lambda asking: [one for one in members(asking) or [] if one["email"]]


def _add_member(scene: Scene) -> Attempt:
    return lambda asking: add_member(asking, email="n@example.org", name="N", roles=["member"])


def _read_template(scene: Scene) -> Attempt:
    cast.template(scene.others["ada"])
    return own_templates_of


def _retire_template(scene: Scene) -> Attempt:
    template = cast.template(scene.others["ada"])
    return lambda asking: retire_template(asking, template.pk)


def _run(scene: Scene) -> Attempt:
    session = cast.plan(scene.leader)
    return lambda asking: start_session(asking, session.pk)


def _join(scene: Scene) -> Attempt:
    session = cast.collecting(scene.others["ada"])
    return lambda asking: join_session(asking, session.pk)


def _admit(scene: Scene) -> Attempt:
    session = scene.session()
    guest = cast.guest_in(session)
    return lambda asking: remove_participant(asking, session.pk, participant_id=guest.pk)


def _read_board(scene: Scene) -> Attempt:
    session = scene.session()
    cast.revealed(scene.leader, session)
    return lambda asking: note_records(board_view_of(asking, session.pk), None)


def _read_closed(scene: Scene) -> Attempt:
    session = scene.session()
    cast.revealed(scene.leader, session)
    close_session(scene.leader, session.pk)
    return lambda asking: note_records(board_view_of(asking, session.pk), None)


def _add_note(scene: Scene) -> Attempt:
    session = scene.session()
    column = session.columns.all()[0].pk
    return lambda asking: add_note(
        cast.part_of(asking, session), note_id=uuid4(), column_id=column, text="Rugs"
    )


def _change_note(scene: Scene) -> Attempt:
    session = cast.collecting(scene.others["ada"], scene.asking, scene.others["bo"])
    note = cast.write(scene.owner, session)
    return lambda asking: revise_note(
        cast.part_of(asking, session), note.pk, text="Dark stairs", version=1
    )


def _import(scene: Scene) -> Attempt:
    session = scene.session()
    return lambda asking: upload_notes(
        asking, session.pk, file_name="notes.csv", content=b"text\nLoose rugs\n"
    )


def _reveal(scene: Scene) -> Attempt:
    session = scene.session()
    cast.write(scene.leader, session)
    return lambda asking: reveal_notes(asking, session.pk)


def _group(scene: Scene) -> Attempt:
    session = scene.session()
    notes = [note.pk for note in cast.revealed(scene.leader, session)]
    return lambda asking: group_notes(asking, session.pk, group_id=uuid4(), note_ids=notes)


def _cast(scene: Scene) -> Attempt:
    session, notes = _voting(scene)
    return lambda asking: ballots.vote(asking, session, notes[0].pk)


def _enter_for_room(scene: Scene) -> Attempt:
    session, notes = _voting(scene)

    def enter(asking: Membership) -> bool:
        enter_room_votes(asking, session.pk, topic_id=notes[0].pk, dots=3)
        return True

    return enter


def _voting(scene: Scene) -> tuple[ReflectionSession, list[Note]]:
    joined = [scene.asking] if scene.relation == "joined" else []
    return ballots.voting(scene.leader, *joined)


def _draft(scene: Scene) -> Attempt:
    session = scene.session()
    notes = [note.pk for note in cast.revealed(scene.leader, session)]
    wording = Wording(statement="Rugs are a risk", note_ids=notes)
    return lambda asking: draft_insight(asking, session.pk, insight_id=uuid4(), wording=wording)


def _read_draft(scene: Scene) -> Attempt:
    session = scene.session()
    if scene.relation == "nothing":
        join_session(scene.asking, session.pk)  # drafts are on the board, which others do not see
    _draft_by_leader(scene, session)
    return lambda asking: insight_records(board_view_of(asking, session.pk), None)


def _draft_by_leader(scene: Scene, session: ReflectionSession) -> None:
    notes = [note.pk for note in cast.revealed(scene.leader, session)]
    wording = Wording(statement="Rugs are a risk", note_ids=notes)
    draft_insight(scene.leader, session.pk, insight_id=uuid4(), wording=wording)


def _read_insight(scene: Scene) -> Attempt:
    cast.agreed(scene.leader, scene.session())
    return agreed_insights_of


def _dispose(scene: Scene) -> Attempt:
    session = scene.session()
    insight = cast.agreed(scene.leader, session)
    return lambda asking: endings.answered(asking, session, insight)


def _read_action(scene: Scene) -> Attempt:
    cast.proposed(scene.others["ada"], scene.others["bo"])
    return _over_http("api_actions")


def _propose(scene: Scene) -> Attempt:
    session = scene.session()
    insight = cast.agreed(scene.leader, session)
    return lambda asking: translate_to_action(
        asking,
        session.pk,
        action_id=uuid4(),
        wording=cast.wording_for(scene.others["bo"]),
        origin=Origin(insight_id=insight.pk),
    )


def _answer(scene: Scene) -> Attempt:
    action = cast.proposed(scene.others["ada"], scene.owner)
    return lambda asking: accept_action(asking, action.pk)


def _offer(scene: Scene) -> Attempt:
    action = cast.proposed(scene.leader, scene.others["bo"], scene.session())
    return lambda asking: offer_action(asking, action.pk, owner_id=scene.others["otto"].pk)


PROBES = {
    "partnership.read": Probe(_partnership, reads=True),
    "member.list": Probe(lambda scene: _over_http("api_members"), reads=True),
    "member.read_address": Probe(_addresses, reads=True),
    "member.manage": Probe(_add_member),
    "theme.manage": Probe(lambda scene: lambda asking: add_theme(asking, title="Falls")),
    "template.read": Probe(_read_template, reads=True),
    "template.manage": Probe(_retire_template),
    "settings.change": Probe(lambda scene: preparing.settle),
    "webhook.manage": Probe(bringing.remove_a_webhook),
    "session.plan": Probe(lambda scene: cast.plan),
    "session.run": Probe(_run, ON_HERS),
    "session.appoint": Probe(running.appoint, ON_A_SESSION),
    "session.join": Probe(_join),
    "session.admit": Probe(_admit, ON_A_SESSION),
    "session.read_board": Probe(_read_board, ("nothing", "joined")),
    "session.read_closed": Probe(_read_closed, ("nothing", "joined")),
    "session.export": Probe(telling.exporting, ON_HERS),
    "session.invite": Probe(preparing.invite, ON_HERS),
    "invitation.answer": Probe(preparing.answer_invitation, ON_HERS),
    "needs.read": Probe(preparing.read_needs, ON_HERS),
    "data_item.change": Probe(preparing.bring_data, ON_A_SESSION),
    "note.add": Probe(_add_note, ("nothing", "joined")),
    "note.change": Probe(_change_note, ON_HERS),
    "note.withhold": Probe(running.withhold, ON_A_SESSION),
    "note.import": Probe(_import, ON_A_SESSION),
    "note.reveal": Probe(_reveal, ON_A_SESSION),
    "group.change": Probe(_group, ON_A_SESSION),
    "vote.cast": Probe(_cast, ON_A_SESSION),
    "vote.enter_for_room": Probe(_enter_for_room, ON_A_SESSION),
    "topic.signal": Probe(running.signal, ("nothing", "joined")),
    "comment.add": Probe(running.comment, ("nothing", "joined")),
    "comment.change": Probe(running.change_comment, ON_HERS),
    "minutes.write": Probe(running.take_minutes, ON_HERS),
    "insight.draft": Probe(_draft, ON_A_SESSION),
    "insight.read_draft": Probe(_read_draft, ON_HERS),
    "insight.read": Probe(_read_insight, ("nothing", "joined"), reads=True),
    "insight.dispose": Probe(_dispose, ON_A_SESSION),
    "insight.compare": Probe(learning.compare_insights, ON_A_SESSION),
    "feedback.draft": Probe(closing.draft_answer, ON_A_SESSION),
    "feedback.preview": Probe(closing.preview_answer, ON_HERS),
    "feedback.publish": Probe(closing.publish_answer, ON_A_SESSION),
    "feedback.react": Probe(telling.reacting, ON_HERS),
    "question.read": Probe(learning.read_questions, reads=True),
    "question.answer": Probe(learning.answer_question),
    "question.keep": Probe(learning.ask_question),
    "insight.send_up": Probe(telling.sending_up, ON_A_SESSION),
    "region.reply": Probe(telling.replying, ON_A_SESSION),
    "action.read": Probe(_read_action, reads=True),
    "action.propose": Probe(_propose, ON_A_SESSION),
    "action.import": Probe(bringing.import_actions),
    "action.from_minutes": Probe(bringing.use_minutes),
    "action.answer": Probe(_answer, ON_HERS),
    "action.offer": Probe(_offer, ON_A_SESSION),
    "action.complete": Probe(living.complete, ON_HERS),
    "action.check_in": Probe(living.check_in, ON_HERS),
    "action.verify": Probe(living.verify),
    "action.record_yes": Probe(living.hear_a_yes, ON_A_SESSION),
    "action.change_due": Probe(living.move_the_date, ON_HERS),
    "action.agree_due": Probe(living.agree_on_a_date),
    **asking.PROBES,
    "action.revise": Probe(living.reword, ON_HERS),
    "action.drop": Probe(living.drop, ON_A_SESSION),
    "action.review": Probe(living.look_at_the_effect),
    "action.waive_review": Probe(living.finish_without_a_look),
    "action.reopen": Probe(living.reopen),
    "action.ask_owner": Probe(advising.ask),
    "advisor_note.write": Probe(advising.write_a_note),
    "advisor_note.confided": Probe(advising.read_what_is_confided, ON_HERS, reads=True),
    "saved_view.keep": Probe(living.keep_a_view),
    "saved_view.share": Probe(living.keep_a_view_for_everybody),
    "example.read": Probe(learning.read_examples, reads=True),
    "example.share": Probe(learning.share_an_example),
    "action.stop_ladder": Probe(living.stop_the_reminders, ON_HERS),
    "decision.read": Probe(closing.read_decision, reads=True),
    "decision.record": Probe(closing.write_decision, ON_A_SESSION),
    "indicators.read": Probe(lambda _scene: _over_http("api_indicators"), reads=True),
    "read_back.lead": Probe(closing.read_back("meant"), ON_HERS),
    "read_back.dissent": Probe(closing.read_back("dissent"), ("nothing", "joined")),
}
