"""The words around the forms of an action's steps, in the order in which a page shows them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

# What one opens, and what one presses; steps of a single button stand in the template.
AROUND_FORMS: dict[str, tuple[Promise, Promise]] = {
    "decline": (gettext_lazy("No, I cannot"), gettext_lazy("Say no")),
    "check_in": (gettext_lazy("Report how it goes"), gettext_lazy("Save the report")),
    "complete": (gettext_lazy("It is done"), gettext_lazy("Say that it is done")),
    "not_yet": (gettext_lazy("Not yet"), gettext_lazy("Say what is missing")),
    "offer": (gettext_lazy("Ask somebody else"), gettext_lazy("Ask")),
    "stop_ladder": (gettext_lazy("Stop the reminders"), gettext_lazy("Stop them")),
    "answer_date": (gettext_lazy("Answer about the date"), gettext_lazy("Save the answer")),
    "review": (gettext_lazy("Say what came of it"), gettext_lazy("Save what came of it")),
    "waive_review": (gettext_lazy("Finish without a look"), gettext_lazy("Finish it")),
    "change_due": (gettext_lazy("Ask for another date"), gettext_lazy("Move the date")),
    "take_over": (gettext_lazy("Answer whether you take it over"), gettext_lazy("Save the answer")),
    "answer_above": (
        gettext_lazy("Write down the answer from above"),
        gettext_lazy("Save the answer"),
    ),
    "evidence": (gettext_lazy("Show how far it is"), gettext_lazy("Save")),
    "escalate": (gettext_lazy("Ask above"), gettext_lazy("Ask")),
    "hand_over": (gettext_lazy("Ask somebody to take it over"), gettext_lazy("Ask")),
    "people": (gettext_lazy("Who helps, and who answers for it"), gettext_lazy("Save")),
    "show": (gettext_lazy("Who sees it"), gettext_lazy("Save")),
    "split": (
        gettext_lazy("Make a part of it an action of its own"),
        gettext_lazy("Make the action"),
    ),
    "merge": (gettext_lazy("Make another action part of this one"), gettext_lazy("Join them")),
    "revise": (gettext_lazy("Change how it reads"), gettext_lazy("Save")),
    "write_note": (gettext_lazy("Write a note beside the reports"), gettext_lazy("Save the note")),
    "drop": (gettext_lazy("Drop this action"), gettext_lazy("Drop it")),
    "reopen": (gettext_lazy("Open it again"), gettext_lazy("Open again")),
}
