"""Tells the stories through the use cases, with the clock moved to when each thing happened.

So the demonstration has a real history: events, dates and states that the rules let happen.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from uuid import uuid4

from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify

from accounts.models import Person
from accounts.services import account_for
from frontend.demonstration.asking import agenda_of, comparison_of
from frontend.demonstration.calendar import Calendar
from frontend.demonstration.course import course_of
from frontend.demonstration.follow_up import follow_up_of
from frontend.demonstration.meeting import Meeting
from frontend.demonstration.memory import Memory, Move
from frontend.demonstration.old_lists import bring_in_list
from frontend.demonstration.own_templates import make_template
from frontend.demonstration.story import PersonPart, Story
from kernel.clock import at, now
from letters.services import count_as_sent
from partnerships.models.membership import Membership
from partnerships.services.membership import add_member, organisation_named
from partnerships.services.settings import change_settings, settings_of
from partnerships.services.setup import add_theme, start_partnership
from reminders.services.ladder import climb_ladders

# A domain that can never get mail.
DOMAIN = "doorwerk.example"
# Days on which somebody may be told of what is late.
LOOKS = (-28, -21, -14, -7, -3, -1)


@transaction.atomic
def tell(story: Story) -> Membership:
    """Make the partnership of a story with its whole history; return who manages it."""
    calendar = Calendar(now())
    with translation.override(story.language), timezone.override(story.time_zone):
        with at(calendar.moment(story.day, "10:00")):
            memory = _begin(story, calendar)
        moves = [*_moves(story, memory), *_looks(memory)]
        for move in sorted(moves, key=lambda move: move.at):
            if move.at > calendar.now:
                raise ValueError(f"{story.name}: {move.at} is still to come")
            with at(move.at):
                move.act()
    # Nobody in a story has a mailbox.
    count_as_sent([member.person_id for member in memory.members.values()])
    return memory.members[story.people[0].key]


def _begin(story: Story, calendar: Calendar) -> Memory:
    first = story.people[0]
    manager = start_partnership(
        _account(first, story),
        name=story.name,
        country=story.country,
        language=story.language,
        ambition=story.ambition,
    )
    settings = settings_of(manager)
    change_settings(manager, settings=replace(settings, time_zone=story.time_zone))
    memory = Memory(calendar, members={first.key: manager})
    groups = {organisation.name: organisation.group for organisation in story.organisations}
    for person in story.people[1:]:
        account = _account(person, story)
        memory.members[person.key] = add_member(
            manager,
            email=account.email,
            name=account.name,
            roles=person.roles,
            organisation=organisation_named(
                manager, name=person.organisation, stakeholder_group=groups[person.organisation]
            ),
            mandate_level=person.level,
        )
    for theme in story.themes:
        made = add_theme(manager, title=theme.title, plain_title=theme.plain_title)
        memory.themes[theme.title] = made.pk
    for template in story.templates:
        make_template(memory.members[template.by], template)
    return memory


def _account(person: PersonPart, story: Story) -> Person:
    return account_for(
        email=f"{slugify(person.name)}@{DOMAIN}",
        name=person.name,
        language=story.language,
        is_demonstration=True,
    )


def _looks(memory: Memory) -> Iterator[Move]:
    """Return when the worker looked what was late: the history of actions says so of those days."""
    for number in LOOKS:
        day, at_dawn = memory.calendar.day(number), memory.calendar.moment(number, "06:00")
        yield Move(at_dawn, partial(climb_ladders, memory.manager.partnership, day))


def _moves(story: Story, memory: Memory) -> Iterator[Move]:
    for old in story.lists:
        moment = memory.calendar.moment(old.day, "15:00")
        yield Move(moment, partial(bring_in_list, old, memory))
    for part in story.sessions:
        meeting = Meeting(part=part, memory=memory, id=uuid4())
        action_ids = [uuid4() for _ in part.actions]
        memory.sessions[part.title] = meeting.id
        memory.actions |= {one.title: pk for one, pk in zip(part.actions, action_ids, strict=True)}
        yield from course_of(meeting, action_ids)
        for place, (action, pk) in enumerate(zip(part.actions, action_ids, strict=True)):
            yield from follow_up_of(action, pk, memory, place=place)
    for question in story.questions:
        yield from agenda_of(question, memory)
    for comparison in story.comparisons:
        yield comparison_of(comparison, memory)
