from datetime import date

import pytest

from actions.minutes.reading import proposals_in
from kernel.clock import at
from tests import cast

MINUTES = """Verslag stuurgroep
Actie: Ada vraagt de bibliotheek om een zaal, vóór 3 maart 2030
- [ ] Folder maken (Bo, 2030-03-03)
- [x] Dit is al klaar
* Action: ask the surgery for a room @Otto by March 3, 2030
Åtgärd: Cem Aydin: ringa kommunen senast 3 mars 2030
AP 3: posters ophangen - wie: O. Bakker; deadline: 03-04-2030
1. [ ] Bo en Ada bellen de huisarts voor 12 mei 2030
**Action:** write to Bo Jansen (ada@example.org) before 1 June 2030
Niets hier. Action was great, actie ook.
To-do: send 5 posters by Friday
"""


@pytest.fixture
def members(cem, ada, bo, otto):
    return [cem, ada, bo, otto]


def test_lines_in_three_languages_become_proposals(members):
    cem, ada, bo, otto = members
    third = (date(2030, 3, 3),)

    found = proposals_in(MINUTES, members)

    assert [(one.line, one.title, one.owner_id, one.days) for one in found] == [
        (2, "Ada vraagt de bibliotheek om een zaal", ada.pk, third),
        (3, "Folder maken", bo.pk, third),
        (5, "Ask the surgery for a room", otto.pk, third),
        (6, "Ringa kommunen", cem.pk, third),
        (7, "Posters ophangen", otto.pk, (date(2030, 4, 3), date(2030, 3, 4))),
        (8, "Bo en Ada bellen de huisarts", None, (date(2030, 5, 12),)),
        (9, "Write to Bo Jansen", ada.pk, (date(2030, 6, 1),)),
        (11, "Send 5 posters by Friday", None, ()),
    ]
    assert found[4].due is None
    assert found[0].said == "Actie: Ada vraagt de bibliotheek om een zaal, vóór 3 maart 2030"


def test_a_day_without_a_year_is_the_next_one(members):
    with at(cast.now().replace(year=2030, month=6, day=1)):
        found = proposals_in("[ ] Folder, 3 maart\n[ ] Poster, 3 juli", members)

    assert [one.due for one in found] == [date(2031, 3, 3), date(2030, 7, 3)]
