from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError
from partnerships.services.setup import add_theme
from reflections.course import Block
from reflections.models.session import ReflectionSession
from reflections.records.template import template_record
from reflections.services.planning import SessionPlan, plan_session
from reflections.services.templates import (
    change_template,
    copy_template,
    retire_template,
    share_template,
)
from reflections.session_templates.library import BLOCKS, IN_ORDER, built_in
from tests import cast
from tests.unchanged import nothing_changed


def _plan(**others):
    said = {"title": "Falls", "template": "open-question", "starts_at": now(), **others}
    return SessionPlan(**said)


def test_a_facilitator_plans_a_session_from_a_template(ada, cem, kinds_since):
    theme = add_theme(cem, title="Falls")
    start = now() + timedelta(days=2)
    session_id = uuid4()

    plan_session(
        ada,
        session_id=session_id,
        plan=_plan(
            title=" Falls  at home",
            starts_at=start,
            goal="Fewer falls",
            scope="region_wide",
            mode="hybrid",
            theme_ids=[theme.pk],
            language="en",
        ),
    )

    session = ReflectionSession.objects.get(pk=session_id)
    assert (session.title, session.goal, session.starts_at) == (
        "Falls at home",
        "Fewer falls",
        start,
    )
    assert (session.scope, session.mode, session.state) == ("region_wide", "hybrid", "planned")
    assert (session.facilitator, session.partnership) == (ada, ada.partnership)
    assert list(session.themes.all()) == [theme]
    assert (session.current_phase, str(session)) == (None, "Falls at home")
    assert len(session.join_key) >= 20
    assert kinds_since(0)[-2:] == ["session.planned"] * 2


@pytest.mark.parametrize("name", IN_ORDER)
@pytest.mark.parametrize("language", ["en", "nl", "sv"])
def test_a_session_takes_over_each_template_in_each_language(ada, name, language):
    plan = _plan(template=name, language=language, opening=False, closing=False)

    session = plan_session(ada, session_id=uuid4(), plan=plan)

    template = built_in(name, language)
    columns, phases = list(session.columns.all()), list(session.phases.all())
    assert (session.template, session.template_version, session.template_title) == (
        name,
        template.version,
        template.title,
    )
    assert [
        (phase.position, phase.block, phase.kind, phase.title, phase.prompt, phase.output)
        for phase in phases
    ] == [
        (n, Block.BODY, phase.kind, phase.title, phase.prompt, phase.output)
        for n, phase in enumerate(template.course.phases, start=1)
    ]
    assert [
        (phase.minutes, phase.grouping, phase.reveal, phase.attribution) for phase in phases
    ] == [
        (phase.minutes, phase.grouping, phase.reveal, phase.attribution)
        for phase in template.course.phases
    ]
    assert [(column.title, column.prompt, column.kind, column.phase) for column in columns] == [
        *((one.title, one.prompt, one.kind, None) for one in template.course.columns),
        *(
            (one.title, one.prompt, one.kind, made)
            for made, phase in zip(phases, template.course.phases, strict=True)
            for one in phase.columns
        ),
    ]
    for one in (*columns, *phases):
        one.full_clean()


@pytest.mark.parametrize("opening", [True, False])
@pytest.mark.parametrize("closing", [True, False])
def test_what_a_session_opens_and_closes_with_can_be_left_out(ada, opening, closing):
    plan = _plan(opening=opening, closing=closing)

    session = plan_session(ada, session_id=uuid4(), plan=plan)

    first, last = (built_in(name, "en").course.phases for name in BLOCKS)
    found = [(phase.block, phase.title) for phase in session.phases.all()]
    assert found == [
        *((Block.OPENING, phase.title) for phase in first if opening),
        *((Block.BODY, title) for title in ("Collect", "Group", "Agree")),
        *((Block.CLOSING, phase.title) for phase in last if closing),
    ]


def test_a_template_that_closes_by_itself_gets_no_closing(ada):
    plan = _plan(template="help-when-stuck")
    session_id = uuid4()

    session = plan_session(ada, session_id=session_id, plan=plan)

    assert not session.phases.filter(block=Block.CLOSING).exists()
    with nothing_changed():
        assert plan_session(ada, session_id=session_id, plan=plan) == session


def test_a_session_is_planned_from_a_template_of_the_partnership(ada, cem):
    template = cast.template(cem)
    changed = change_template(
        cem,
        template.pk,
        content=replace(template_record(template), title="Looking back together"),
        version=1,
    )

    session = plan_session(ada, session_id=uuid4(), plan=_plan(template=str(template.pk)))

    assert (session.template, session.template_version, session.template_title) == (
        str(template.pk),
        changed.version,
        "Looking back together",
    )
    assert [column.title for column in session.columns.all()] == ["What?", "So what?", "Now what?"]


def test_a_later_version_changes_nothing_in_a_session(ada):
    template = cast.template(ada)
    session = plan_session(ada, session_id=uuid4(), plan=_plan(template=str(template.pk)))
    before = [*session.phases.values(), *session.columns.values()]
    record = template_record(template)
    first = replace(record.course, phases=record.course.phases[:1])
    shorter = replace(record, title="Short", course=first)

    change_template(ada, template.pk, content=shorter, version=1)

    session.refresh_from_db()
    assert (session.template_version, session.template_title) == (1, record.title)
    assert [*session.phases.values(), *session.columns.values()] == before


def test_a_template_of_ones_own_has_its_own_language(ada):
    template = copy_template(ada, template_id=uuid4(), name="timeline", language="nl")
    share_template(ada, template.pk)
    plan = _plan(template=str(template.pk))

    assert plan_session(ada, session_id=uuid4(), plan=plan).language == "nl"
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        plan_session(ada, session_id=uuid4(), plan=replace(plan, language="sv"))
    assert refused.value.field == "language"


def test_drafts_retired_ones_blocks_and_those_of_others_are_not_planned_from(ada, cem, mira):
    retired = retire_template(ada, cast.template(ada).pk)
    others = cast.template(mira)

    for name in (cast.draft_template(ada).pk, retired.pk, others.pk, uuid4(), *BLOCKS):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            plan_session(ada, session_id=uuid4(), plan=_plan(template=str(name)))
        assert refused.value.field == "template"


def test_without_a_language_it_is_that_of_the_partnership(ada):
    assert plan_session(ada, session_id=uuid4(), plan=_plan()).language == "en"


def test_a_manager_plans_a_session_for_a_facilitator(cem, ada):
    session = plan_session(cem, session_id=uuid4(), plan=_plan(facilitator_id=ada.pk))

    assert session.facilitator == ada


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_else_plans_a_session(westmeer, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        plan_session(westmeer[who], session_id=uuid4(), plan=_plan())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 121),
        ("goal", "x" * 501),
        ("template", "no-such"),
        ("scope", "planet"),
        ("mode", "by mail"),
        ("language", "de"),
        ("starts_at", now() + timedelta(days=21 * 365)),
        ("starts_at", now() - timedelta(days=21 * 365)),
        ("theme_ids", [uuid4()]),
        ("facilitator_id", uuid4()),
    ],
)
def test_what_cannot_be_planned_is_named(ada, field, value):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        plan_session(ada, session_id=uuid4(), plan=_plan(**{field: value}))

    assert refused.value.field == field


def test_somebody_who_cannot_plan_cannot_lead(ada, otto):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        plan_session(ada, session_id=uuid4(), plan=_plan(facilitator_id=otto.pk))

    assert refused.value.field == "facilitator_id"


def test_themes_and_people_of_another_partnership_are_not_taken(ada, mira):
    theirs = add_theme(mira, title="Sleep")

    with nothing_changed():
        with pytest.raises(InvalidInputError):
            plan_session(ada, session_id=uuid4(), plan=_plan(theme_ids=[theirs.pk]))
        with pytest.raises(InvalidInputError):
            plan_session(ada, session_id=uuid4(), plan=_plan(facilitator_id=mira.pk))


def test_the_same_plan_sent_again_is_the_same_session(ada, cem):
    theme = add_theme(cem, title="Falls")
    session_id, plan = uuid4(), _plan(theme_ids=[theme.pk])
    first = plan_session(ada, session_id=session_id, plan=plan)

    with nothing_changed():
        again = plan_session(ada, session_id=session_id, plan=plan)

    assert again == first


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Air"},
        {"goal": "Clean air"},
        {"template": "focused-conversation"},
        {"opening": False},
        {"closing": False},
        {"scope": "region_wide"},
        {"mode": "online"},
        {"language": "nl"},
        {"starts_at": now() + timedelta(days=1)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_plan_under_the_same_id_is_a_conflict(ada, other):
    start = now()
    session_id = uuid4()
    plan_session(ada, session_id=session_id, plan=_plan(starts_at=start))

    with nothing_changed(), pytest.raises(IdConflictError):
        plan_session(ada, session_id=session_id, plan=_plan(**{"starts_at": start, **other}))


def test_other_themes_and_another_leader_are_another_plan(ada, cem):
    session_id, plan = uuid4(), _plan()
    plan_session(ada, session_id=session_id, plan=plan)
    theme = add_theme(cem, title="Falls")

    with nothing_changed():
        with pytest.raises(IdConflictError):
            plan_session(cem, session_id=session_id, plan=plan)
        with pytest.raises(IdConflictError):
            plan_session(
                ada,
                session_id=session_id,
                plan=_plan(starts_at=plan.starts_at, theme_ids=[theme.pk]),
            )


def test_an_id_of_another_partnership_is_taken(ada, mira):
    session_id, plan = uuid4(), _plan()
    plan_session(mira, session_id=session_id, plan=plan)

    with nothing_changed(), pytest.raises(IdConflictError):
        plan_session(ada, session_id=session_id, plan=plan)
