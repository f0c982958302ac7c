"""What people call columns and states in their spreadsheets, in three languages: what guesses start from."""

import re
import unicodedata

from actions.states import ActionState

# What a column can be. The order is that in which columns are given away.
COLUMNS: dict[str, tuple[str, ...]] = {
    "reference": (
        *("nr", "no", "number", "nummer", "id", "volgnr", "volgnummer", "action no", "actienr"),
        *("actienummer", "löpnr", "löpnummer", "ref", "reference"),
    ),
    "title": (
        *("action", "actions", "action item", "task", "what", "description", "activity"),
        *("actie", "acties", "actiepunt", "taak", "wat", "omschrijving", "beschrijving"),
        *("activiteit", "åtgärd", "åtgärder", "uppgift", "vad", "aktivitet", "beskrivning"),
    ),
    "owner": (
        *("owner", "who", "responsible", "lead", "assignee", "assigned to", "action owner"),
        *("eigenaar", "wie", "verantwoordelijke", "verantwoordelijk", "trekker", "actiehouder"),
        *("ansvarig", "vem", "ägare", "ansvar"),
    ),
    "due": (
        *("due", "due date", "deadline", "by when", "when", "target date", "ready by", "date due"),
        *("wanneer", "datum gereed", "gereed", "streefdatum", "einddatum", "uiterlijk", "voor"),
        *("gereed voor", "klart", "klart senast", "klar senast", "senast", "när", "slutdatum"),
        *("förfallodatum", "datum", "date"),
    ),
    "state": (
        *("state", "status", "progress", "stand", "stand van zaken", "voortgang", "läge"),
        *("status åtgärd", "framsteg"),
    ),
    "done_test": (
        *("done when", "how to see it", "measure", "klaar als", "gereed als", "klaar wanneer"),
        *("meetbaar", "hoe te zien", "klart när", "hur märks det", "mått"),
    ),
    "first_step": ("first step", "next step", "eerste stap", "volgende stap", "första steg", "nästa steg"),
    "outcome": (
        *("outcome", "result", "results", "comment", "comments", "remarks", "notes"),
        *("resultaat", "uitkomst", "opmerking", "opmerkingen", "toelichting"),
        *("utfall", "resultat", "kommentar", "kommentarer", "anmärkning"),
    ),
}  # fmt: skip

STATES: dict[str, tuple[str, ...]] = {
    ActionState.PROPOSED: (
        *("proposed", "new", "to be agreed", "voorgesteld", "voorstel", "nieuw", "föreslagen"),
        *("ny", "nytt"),
    ),
    ActionState.ACCEPTED: (
        *("accepted", "agreed", "to do", "todo", "open", "not started", "planned", "afgesproken"),
        *("akkoord", "te doen", "niet gestart", "nog niet gestart", "gepland", "överenskommen"),
        *("att göra", "ej påbörjad", "inte påbörjad", "planerad", "öppen"),
    ),
    ActionState.IN_PROGRESS: (
        *("in progress", "doing", "started", "ongoing", "busy", "under way", "loopt", "bezig"),
        *("lopend", "in uitvoering", "mee bezig", "gestart", "pågår", "pågående", "påbörjad"),
    ),
    ActionState.BLOCKED: (
        *("stuck", "blocked", "on hold", "waiting", "vast", "loopt vast", "geblokkeerd"),
        *("aangehouden", "wacht", "wachten", "blockerad", "fast", "väntar", "pausad"),
    ),
    ActionState.DONE: (
        *("done", "completed", "complete", "ready", "klaar", "gereed", "gedaan", "afgerond"),
        *("uitgevoerd", "voltooid", "klar", "klart", "färdig", "genomförd", "utförd"),
    ),
    ActionState.CLOSED: (
        *("closed", "finished", "archived", "gesloten", "afgesloten", "afgehandeld"),
        *("stängd", "avslutad", "avslutat"),
    ),
    ActionState.DROPPED: (
        *("dropped", "cancelled", "canceled", "vervallen", "geannuleerd", "gestopt"),
        *("struken", "avbruten", "inställd", "utgår"),
    ),
}


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals, signs and doubled blanks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w#]+", " ", plain).split())


def state_named(text: str) -> str:
    """Return the state that people call so, or nothing."""
    word = folded(text)
    return next((str(state) for state, names in STATES.items() if word in names), "")
