"""Actions out of minutes that were typed elsewhere: each is looked at by a person before it is made."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.minutes.reading import Proposal, proposals_in
from actions.models.action import ActionItem
from actions.models.imports import ActionImport, ImportedRow, SourceKind
from actions.policies import may_use_minutes
from actions.queries.imports import locked_import_of, minutes_of
from actions.services.bringing_in import ReadRow, bring_in
from actions.services.translation import ActionWording, cleaned_wording
from actions.sheets.words import folded
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line, clean_text
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.models.note import ImportState

LONGEST_TEXT = 50_000
MOST_PROPOSALS = 60


@dataclass(frozen=True)
class Answer:
    """What somebody typed about one proposal, as she typed it; `choice` says what is to become of it."""

    choice: str = ""
    title: str = ""
    owner_id: str = ""
    due: str = ""
    done_test: str = ""


@dataclass(frozen=True)
class AnsweredProposal:
    """A proposal with what was typed about it, and the action that it became."""

    proposal: Proposal
    answer: Answer | None
    action: ActionItem | None
    is_refused: bool


@transaction.atomic
def keep_minutes(member: Membership, *, name: str, text: str) -> ActionImport:
    """Keep minutes in which actions stand, so that nothing of them is lost until each was answered.

    Raises InvalidInputError where none stand in them.
    """
    _must_be_allowed(member)
    text = clean_text(text, field="text", most=LONGEST_TEXT)
    found = proposals_in(text, _members(member))
    if not found:
        raise InvalidInputError(
            _(
                "No line begins with “Action:”, “Actie:”, “Åtgärd:” or an open box, “[ ]”. Put one"
                " of these before what somebody will do."
            ),
            field="text",
        )
    if len(found) > MOST_PROPOSALS:
        raise InvalidInputError(
            _("These are more than 60 actions. Paste the minutes in parts."), field="text"
        )
    return ActionImport.objects.create(
        partnership_id=member.partnership_id,
        by=member,
        kind=SourceKind.MINUTES,
        name=clean_line(name, field="name", most=200),
        content=text.encode(),
        mapping={"answers": {}},
        rows_total=len(found),
        made_at=now(),
    )


def answered_proposals(member: Membership, source: ActionImport) -> list[AnsweredProposal]:
    """Return what the minutes propose, each with what became of it; nothing once all is answered."""
    text = bytes(source.content).decode()
    rows = source.rows.select_related("action")
    made = {row.number: row.action for row in rows}
    answers = source.mapping["answers"]
    return [
        AnsweredProposal(
            proposal=one,
            answer=Answer(**answers[str(one.line)]) if str(one.line) in answers else None,
            action=made.get(one.line),
            is_refused=answers.get(str(one.line), {}).get("choice") == "refused",
        )
        for one in proposals_in(text, _members(member))
    ]


@transaction.atomic
def keep_answers(
    member: Membership, import_id: UUID, *, answers: Mapping[int, Answer]
) -> ActionImport:
    """Keep what was typed about proposals, whatever is wrong with it; nothing is made by this."""
    source = _open_minutes(member, import_id)
    kept = source.mapping["answers"]
    for line, answer in answers.items():
        if kept.get(str(line), {}).get("choice") != "refused":
            kept[str(line)] = asdict(answer)
    source.save(update_fields=["mapping"])
    return source


@transaction.atomic
def make_from_minutes(
    member: Membership, import_id: UUID, *, line: int, wording: ActionWording
) -> ActionItem:
    """Make the action that a line proposes, in the words that somebody chose, and ask its owner.

    Twice from the same line is once.
    """
    source = _open_minutes(member, import_id)
    made = source.rows.filter(number=line).first()
    if made:
        return ActionItem.objects.get(imported=made)
    proposal = _proposal_on(member, source, line)
    wording = cleaned_wording(member, wording)
    key = _key_of(source, proposal)
    before = ImportedRow.objects.filter(partnership=member.partnership_id, key=key).first()
    if before:
        number = ActionItem.objects.get(imported=before).number
        raise ConflictError(
            _("Action %(number)d was made from this line of these minutes before.")
            % {"number": number}
        )
    _count(source, is_made=True)
    row = ReadRow(
        number=line,
        key=key,
        title=wording.title,
        owner_id=wording.owner_id,
        due=wording.due,
        done_test=wording.done_test,
        said={"title": proposal.said[:300]},
    )
    return bring_in(member, source, [row])[0]


@transaction.atomic
def refuse_proposal(member: Membership, import_id: UUID, *, line: int) -> ActionImport:
    """Leave a line as it is: no action is made of it. Twice is once."""
    source = _open_minutes(member, import_id)
    if source.state == ImportState.DONE:
        return source
    _proposal_on(member, source, line)
    answer = source.mapping["answers"].setdefault(str(line), asdict(Answer()))
    if answer["choice"] != "refused":
        answer["choice"] = "refused"
        _count(source, is_made=False)
    return source


def _count(source: ActionImport, *, is_made: bool) -> None:
    source.rows_done += 1
    source.added += is_made
    if source.rows_done >= source.rows_total:
        # The rest of what was said there is not ours to keep.
        source.state, source.content, source.mapping = ImportState.DONE, b"", {"answers": {}}
    source.save(update_fields=["mapping", "rows_done", "added", "state", "content"])


def _open_minutes(member: Membership, import_id: UUID) -> ActionImport:
    _must_be_allowed(member)
    return locked_import_of(
        member, minutes_of(member).get(pk=import_id).pk, kind=SourceKind.MINUTES
    )


def _proposal_on(member: Membership, source: ActionImport, line: int) -> Proposal:
    found = proposals_in(bytes(source.content).decode(), _members(member))
    proposal = next((one for one in found if one.line == line), None)
    if proposal is None:
        raise InvalidInputError(_("Nothing is proposed on this line."), field="line")
    return proposal


def _key_of(source: ActionImport, proposal: Proposal) -> str:
    said = f"{folded(source.name)}\n{folded(proposal.said)}"
    return f"m#{hashlib.sha256(said.encode()).hexdigest()[:24]}"


def _must_be_allowed(member: Membership) -> None:
    if not may_use_minutes(member):
        raise NotAllowedError(
            _("Only a facilitator or a programme manager can make actions out of minutes.")
        )


def _members(member: Membership) -> list[Membership]:
    return list(members_of(member).select_related("person").order_by("person__name", "pk"))
