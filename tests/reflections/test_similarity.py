"""What texts are about, in three languages."""

from uuid import UUID

import pytest

from reflections.similarity.suggestions import similar_to, suggest_groups
from reflections.similarity.words import wording_of

DUTCH = """
Mantelzorgers raken overbelast
Er is te weinig ondersteuning voor de mantelzorg
Mantelzorgondersteuning is moeilijk te vinden
De huisartsenpost is 's avonds te ver weg
Bij de huisarts is geen plek meer
De huisarts heeft een patiëntenstop
Na zes uur rijdt er geen bus
De bushalte is opgeheven
Het was een mooie dag
Eenzaamheid onder ouderen neemt toe
Veel eenzame ouderen zie je niet
Jongeren zijn ook eenzaam
De wijkverpleegkundige heeft geen tijd
Er is een tekort aan wijkverpleging
Formulieren zijn te moeilijk
De brieven van de gemeente zijn niet te begrijpen
Een brief van de gemeente lees ik niet
Niemand weet bij welk loket hij moet zijn
Er zijn te veel loketten
Het buurthuis gaat dicht
In het buurthuis drinken we koffie
Digitaal afspraken maken lukt mij niet
Niet iedereen kan digitaal een afspraak maken
Wachttijden bij de GGZ zijn te lang
De wachtlijst voor de ggz duurt een half jaar
"""
SWEDISH = """
Hemtjänsten byter personal hela tiden
Personalen i hemtjänsten har inte tid
Vårdcentralen svarar inte i telefon
Jag kommer aldrig fram till vårdcentralen på telefon
Solen sken hela dagen
Bussen går inte efter klockan sex
Busshållplatsen är borttagen
Ensamheten bland äldre ökar
Många äldre är ensamma
Träffpunkten stängde
Vi behöver en träffpunkt för unga
Anhöriga orkar inte mer
Anhörigstöd är svårt att hitta
Stöd till anhöriga saknas
Väntetiden till psykiatrin är lång
Barn väntar för länge på psykiatrin
Breven från kommunen går inte att förstå
Kommunens brev är svåra
"""


def _texts(*texts):
    return {UUID(int=n): text for n, text in enumerate(texts)}


def _groups(texts, language):
    found = suggest_groups(_texts(*texts), language=language)
    return {frozenset(pk.int for pk in group.note_ids) for group in found}


def _found(board, language):
    texts = _texts(*board.strip().splitlines())
    return {
        ", ".join(group.words): [texts[pk] for pk in group.note_ids]
        for group in suggest_groups(texts, language=language)
    }


def test_a_dutch_board_is_grouped_also_where_words_are_written_together():
    found = _found(DUTCH, "nl")

    assert found["mantelzorg"] == DUTCH.strip().splitlines()[:3]
    assert found["huisarts"] == DUTCH.strip().splitlines()[3:6]
    assert set(found) == {
        *("mantelzorg", "huisarts", "eenzaam", "wijkverpleging", "brief, gemeente", "loket"),
        *("buurthuis", "digitaal, afspraak", "ggz, wachtlijst"),
    }


def test_a_swedish_board_is_grouped():
    found = _found(SWEDISH, "sv")

    assert found["vårdcentralen, telefon"] == SWEDISH.strip().splitlines()[2:4]
    assert set(found) == {
        *("hemtjänsten, personal, tid", "vårdcentralen, telefon", "äldre", "träffpunkt"),
        *("anhöriga", "psykiatrin", "brev, kommunen"),
    }


def test_the_language_of_a_note_is_its_own():
    mixed = ("De bus komt niet naar het dorp", "Er is geen bus naar het dorp", "Lovely weather")

    assert _groups(mixed, "en") == {frozenset({0, 1})}


def test_words_are_brought_to_their_stems_and_small_words_left_out():
    wording = wording_of("The trains aren't running; we're waiting!", language="en")

    assert wording.stems == {"train": "trains", "run": "running", "wait": "waiting"}


@pytest.mark.parametrize("texts", [(), ("",), ("the of and", "the of and"), ("!?", "😀")])
def test_what_says_nothing_is_in_no_group(texts):
    assert _groups(texts, "en") == set()


def test_the_most_similar_text_comes_first():
    texts = _texts("A ramp for wheelchairs", "Wheelchair ramps at the town hall", "No rails")

    found = similar_to("Wheelchair ramps", texts, language="en", most=5)

    assert [pk.int for pk, _ in found] == [1, 0] or [pk.int for pk, _ in found] == [0, 1]
    assert all(0 < near <= 1.0001 for _, near in found)
    assert len(similar_to("Wheelchair ramps", texts, language="en", most=1)) == 1
