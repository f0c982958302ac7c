import pytest

from partnerships.models.membership import Membership
from partnerships.services.membership import add_member, organisation_named
from reflections.queries.attendance import Attendance, attendance_of
from reflections.queries.board import board_view_of
from reflections.services.joining import join_session
from tests import cast


def joined(cem: Membership, session, **numbers: int) -> None:
    """Have that many new members of each group of stakeholders join."""
    for group, number in numbers.items():
        organisation = organisation_named(cem, name=group, stakeholder_group=group)
        for n in range(number):
            member = add_member(
                cem,
                email=f"{group}{n}@example.org",
                name=f"{group} {n}",
                roles=["member"],
                organisation=organisation,
            )
            join_session(member, session.pk)


@pytest.mark.parametrize(
    ("numbers", "counted", "others"),
    [
        ({}, {}, ["municipality"]),
        ({"citizens": 7}, {}, ["citizens", "municipality"]),
        ({"citizens": 5, "municipality": 4}, {"citizens": 5, "municipality": 5}, []),
        ({"citizens": 7, "hospital": 4}, {"citizens": 7}, ["hospital", "municipality"]),
        (
            {"citizens": 7, "hospital": 5, "insurer": 2},
            {"citizens": 7},
            ["hospital", "insurer", "municipality"],
        ),
    ],
)
def test_no_group_of_fewer_than_five_can_be_counted_not_even_by_taking_the_others_off(
    cem, ada, numbers, counted, others
):
    session = cast.collecting(ada)  # of the municipality, who is in it from the start
    joined(cem, session, **numbers)

    found = attendance_of(board_view_of(ada, session.pk))

    assert found == Attendance(total=1 + sum(numbers.values()), counted=counted, others=others)
    rest = found.total - sum(found.counted.values())
    assert not found.counted or rest == 0 or rest >= 5


def test_members_without_an_organisation_count_in_the_total(cem, ada):
    session = cast.collecting(ada)
    loose = add_member(cem, email="l@example.org", name="Loose", roles=["member"])
    join_session(loose, session.pk)

    found = attendance_of(board_view_of(ada, session.pk))

    assert found == Attendance(total=2, counted={}, others=["municipality"])
