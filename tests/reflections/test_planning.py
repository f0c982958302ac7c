from datetime import timedelta
from uuid import uuid4

import pytest

from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.planning import SessionPlan, plan_session
from reflections.session_templates import TEMPLATES, template_named
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


@pytest.mark.parametrize("template", [template.slug for template in TEMPLATES])
@pytest.mark.parametrize("language", ["en", "nl", "sv"])
def test_every_template_fits_in_every_language(ada, template, language):
    plan = _plan(template=template, language=language)

    session = plan_session(ada, session_id=uuid4(), plan=plan)

    wanted = template_named(template)
    columns, phases = list(session.columns.all()), list(session.phases.all())
    assert [one.position for one in columns] == list(range(1, len(wanted.columns) + 1))
    assert [one.kind for one in phases] == ["collect", "group", "agree", "translate"]
    for one in (*columns, *phases):
        one.full_clean()


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


def test_an_unknown_template_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        template_named("no-such")
