from datetime import date

import pytest
from django.utils import translation

from actions.queries.wording import wording_of
from actions.services.commitment import accept_action
from actions.wording.check import Draft, Element, Hint, Owner, elements_of, hints_for
from actions.wording.frame import sentence_of
from kernel.errors import NotAllowedError
from partnerships.services.membership import change_member
from reflections.models.session import ReflectionSession
from tests import cast
from tests.unchanged import nothing_changed

DAY = date(2027, 3, 3)


def _is_there(language, what):
    """Say whether the check finds a verb and what it is done with."""
    found = {one.code: one.is_there for one in elements_of(Draft(what, language=language))}
    return found["verb"], found["object"]


def _hints(language, what, due=DAY):
    return {hint.code for hint in hints_for(Draft(what, due=due, language=language))}


@pytest.mark.parametrize(
    ("language", "what"),
    [
        ("en", "Check 40 homes for loose rugs and missing rails"),
        ("en", "Phone every family on the list within a week"),
        ("en", "Relabel the medicine boxes"),
        ("en", "Check rugs and rails"),
        ("en", "Train six people over 65 to visit others"),
        ("nl", "40 huizen controleren op losse kleden en leuningen"),
        ("nl", "Losse kleden en leuningen controleren"),
        ("nl", "Bel elk gezin op de lijst"),
        ("nl", "Elk gezin binnen een week laten bellen door een ouder"),
        ("nl", "Een lijst van oppassers uitdelen"),
        ("nl", "Schrijf één valplan van twee bladzijden"),
        ("sv", "Öppna för blodprov i Östbyn varje tisdag"),
        ("sv", "Kontrollera 40 hem"),
        ("sv", "Ringa alla familjer på listan"),
        ("sv", "Skriv en plan på två sidor"),
    ],
)
def test_a_concrete_action_has_verb_and_object_and_needs_no_hint(language, what):
    assert _is_there(language, what) == (True, True)
    assert _hints(language, what) == set()


@pytest.mark.parametrize(
    ("language", "what", "word"),
    [
        ("en", "Discuss loose rugs", "Discuss"),
        ("en", "Look into the waiting list", "Look into"),
        ("en", "Explore options with the council", "Explore"),
        ("en", "Consider a new form", "Consider"),
        ("en", "Raise awareness of falls", "Raise awareness"),
        ("en", "Coordinating the fall plans", "Coordinating"),
        ("en", "Improve awareness", "Improve"),
        ("en", "Strengthen the network of nurses", "Strengthen"),
        ("nl", "Losse kleden bespreken", "bespreken"),
        ("nl", "Verkennen wat er kan", "Verkennen"),
        ("nl", "De wachtlijst oppakken", "oppakken"),
        ("nl", "Pak de wachtlijst samen op", "Pak de wachtlijst samen op"),
        ("nl", "Dit meenemen in het overleg", "meenemen"),
        ("nl", "Afstemmen met de gemeente", "Afstemmen"),
        ("nl", "Meer aandacht geven aan ouderen", "aandacht geven"),
        ("nl", "De samenwerking verbeteren", "verbeteren"),
        ("nl", "Stimuleer bewegen in de wijk", "Stimuleer"),
        ("sv", "Diskutera lösa mattor", "Diskutera"),
        ("sv", "Stärka samverkan", "Stärka"),
        ("sv", "Se över väntelistan", "Se över"),
        ("sv", "Titta på väntelistan", "Titta på"),
        ("sv", "Ta med sig frågan till nästa möte", "Ta med sig"),
        ("sv", "Lyfta frågan om mattor", "Lyfta"),
        ("sv", "Samordna våra planer", "Samordna"),
    ],
)
def test_soft_verbs_are_named_and_count_for_no_verb(language, what, word):
    draft = Draft(what, due=DAY, language=language)

    assert not elements_of(draft)[0].is_there
    assert [hint for hint in hints_for(draft) if hint.code == "soft_verb"] == [
        Hint(
            "soft_verb",
            f"After “{word}”, what is different? Name the step that one can see.",
            "title",
        )
    ]


@pytest.mark.parametrize(
    ("language", "what"),
    [
        ("en", "Communication with practices"),
        ("en", "More bread"),
        ("en", "Better information for families"),
        ("nl", "Meer brood"),
        ("nl", "Betere informatie voor ouderen"),
        ("sv", "Bättre information"),
        ("sv", "Mer bröd"),
    ],
)
def test_a_wish_has_no_verb(language, what):
    assert not _is_there(language, what)[0]


@pytest.mark.parametrize(
    ("language", "what"), [("en", "Check"), ("nl", "Bellen"), ("sv", "Ringa"), ("en", "")]
)
def test_a_verb_alone_is_done_with_nothing(language, what):
    assert not _is_there(language, what)[1]


@pytest.mark.parametrize(
    ("language", "what"),
    [
        ("en", "Check 40 homes and write a report"),
        ("en", "Check 40 homes. Write a report"),
        ("en", "Check 40 homes; report the rugs"),
        ("nl", "40 huizen controleren en een lijst maken"),
        ("nl", "Bel de huisarts en maak een lijst"),
        ("sv", "Kontrollera 40 hem och skriva en lista"),
        ("sv", "Ring familjerna och skriv en lista"),
    ],
)
def test_two_actions_in_one_are_noticed(language, what):
    assert _hints(language, what) == {"two_actions"}


@pytest.mark.parametrize(
    ("language", "what", "with_doer"),
    [
        (
            "en",
            "Forty homes will be checked",
            "Forty homes will be checked by the panel",
        ),
        (
            "nl",
            "Er worden 40 huizen gecontroleerd",
            "40 huizen worden door het panel gecontroleerd",
        ),
        ("sv", "Hemmen ska kontrolleras", "Hemmen ska kontrolleras av panelen"),
        ("sv", "Hemmen blir kontrollerade", "Hemmen blir kontrollerade av panelen"),
    ],
)
def test_a_passive_without_somebody_who_does_it_is_noticed(language, what, with_doer):
    assert "passive" in _hints(language, what)
    assert "passive" not in _hints(language, with_doer)


@pytest.mark.parametrize(
    ("language", "what", "word"),
    [
        ("en", "Check the homes as soon as possible", "as soon as possible"),
        ("en", "Check the homes next month", "next month"),
        ("nl", "De huizen binnenkort controleren", "binnenkort"),
        ("nl", "De huizen voor de zomer controleren", "voor de zomer"),
        ("sv", "Kontrollera hemmen snarast", "snarast"),
        ("sv", "Kontrollera hemmen nästa vecka", "nästa vecka"),
    ],
)
def test_a_vague_day_is_noticed_until_there_is_a_real_one(language, what, word):
    [hint] = hints_for(Draft(what, language=language))

    assert hint == Hint(
        "vague_day", f"“{word}” is no day. Choose one, so that others know when to ask.", "due"
    )
    assert _hints(language, what, due=DAY) == set()


def test_a_long_text_is_noticed():
    assert _hints("en", "Check " + "many " * 38) == set()
    assert _hints("en", "Check " + "many " * 40) == {"too_long"}


def test_nothing_is_said_of_what_is_not_typed():
    assert hints_for(Draft()) == []
    assert [one.is_there for one in elements_of(Draft(language="fr"))] == [False] * 6


def test_all_six_elements_can_be_there():
    draft = Draft("Check 40 homes", "Bo Jansen", DAY, "A list", first_step="Ask the library")

    assert elements_of(draft) == [
        Element("verb", "a verb that one can see", True),
        Element("object", "what it is done with or to", True),
        Element("owner", "one person", True),
        Element("due", "a day", True),
        Element("done_test", "a sign that it is done", True),
        Element("cue", "a cue or a first step", True),
    ]


def test_an_owner_with_much_to_do_or_beyond_her_mandate_is_noticed():
    assert hints_for(Draft(), Owner("Bo", open_actions=4, most=5)) == []

    full = Owner("Bo", open_actions=5, most=5, level="system", is_beyond_mandate=True)

    assert [(hint.code, hint.field) for hint in hints_for(Draft(), full)] == [
        ("owner_is_full", "owner_id"),
        ("beyond_mandate", "level"),
    ]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (Draft(), ""),
        (Draft("Check 40 homes"), "… will check 40 homes, so that by … one can see: …"),
        (
            Draft("Check 40 homes.", "Bo Jansen", DAY, "A list of 40 homes", "The panel meets"),
            (
                "When the panel meets, Bo Jansen will check 40 homes, so that by 3 March 2027"
                " one can see: a list of 40 homes."
            ),
        ),
        (
            Draft("GPs to be phoned", "Bo Jansen", DAY, "Yes"),
            "Bo Jansen will GPs to be phoned, so that by 3 March 2027 one can see: Yes.",
        ),
    ],
)
def test_an_action_is_said_in_one_sentence(draft, sentence):
    assert sentence_of(draft) == sentence


def test_the_sentence_is_in_the_language_of_the_session_and_the_hints_in_that_of_the_reader():
    draft = Draft("40 huizen bespreken", "Bo Jansen", DAY, "Een lijst", "Het panel komt", "", "nl")

    with translation.override("sv"):
        sentence, [hint] = sentence_of(draft), hints_for(draft)

    assert sentence == (
        "Als het panel komt, dan gaat Bo Jansen 40 huizen bespreken."
        " Zo is op 3 maart 2027 te zien: een lijst."
    )
    assert hint.sentence.startswith("Vad är annorlunda efter ”bespreken”?")


def _looked_at(member, session, owner, **typed):
    return wording_of(member, session.pk, draft=Draft("Check it"), owner_id=owner, **typed)


def test_the_owner_s_open_actions_and_mandate_count(ada, cem, bo):
    session = cast.collecting(ada)
    for _ in range(4):
        cast.proposed(ada, bo)
    accept_action(bo, cast.proposed(ada, bo).pk)

    def hints(level=""):
        return [one.code for one in _looked_at(ada, session, bo.pk, level=level).hints]

    assert hints() == ["owner_is_full"]
    assert hints("micro") == ["owner_is_full"]
    assert hints("macro") == ["owner_is_full", "beyond_mandate"]
    change_member(cem, bo.pk, roles=["member"], organisation=None, mandate_level="macro")
    assert hints("macro") == ["owner_is_full"]
    assert hints("no such level") == ["owner_is_full"]


def test_looking_keeps_nothing_and_is_for_those_who_make_actions(ada, bo, mira):
    session = cast.collecting(ada, bo)

    with nothing_changed():
        assert _looked_at(ada, session, mira.pk).sentence.startswith("… will check it")
        with pytest.raises(NotAllowedError):
            _looked_at(bo, session, bo.pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _looked_at(mira, session, mira.pk)
