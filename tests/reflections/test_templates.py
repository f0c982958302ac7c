from dataclasses import replace
from uuid import uuid4

import pytest

from kernel.errors import (
    IdConflictError,
    StaleVersionError,
)
from reflections.models.template import SessionTemplate
from reflections.queries.templates import (
    own_templates_of,
    template_named,
)
from reflections.records.template import (
    TemplateRecord,
    template_record,
)
from reflections.services.planning import SessionPlan, plan_session
from reflections.services.templates import (
    change_template,
    copy_session,
    copy_template,
    share_template,
)
from reflections.session_templates.library import built_in
from tests import cast
from tests.reflections.template_content import CONTENT
from tests.together import at_once
from tests.unchanged import nothing_changed


def _change(member, template, content=CONTENT, version=1):
    return change_template(member, template.pk, content=content, version=version)


def test_a_copy_of_a_built_in_template_is_a_draft_that_only_its_maker_sees(ada, cem, kinds_since):
    template_id = uuid4()

    copy_template(ada, template_id=template_id, name="timeline", language="nl")

    original = built_in("timeline", "nl")
    assert template_named(ada, str(template_id), "en") == replace(
        original,
        name=str(template_id),
        title="Tijdlijn, op onze manier",
        version=1,
        state="draft",
        made_from="timeline",
    )
    assert [one.pk for one in own_templates_of(ada)] == [template_id]
    assert list(own_templates_of(cem)) == []
    with pytest.raises(SessionTemplate.DoesNotExist):
        template_named(cem, str(template_id), "en")
    assert not [kind for kind in kinds_since(0) if kind.startswith("template")]


def test_a_template_of_ones_own_is_copied_in_its_own_language(ada, cem):
    shared = _change(ada, cast.template(ada))

    copy = copy_template(cem, template_id=uuid4(), name=str(shared.pk), language="sv")

    assert (copy.language, copy.made_from, copy.made_by) == ("en", str(shared.pk), cem)
    assert (copy.title, copy.course) == ("Looking back at the ward, our way", shared.course)


def test_a_template_is_made_from_how_a_session_goes(ada, bo):
    template = share_template(ada, _change(ada, cast.draft_template(ada)).pk)
    session = plan_session(
        ada,
        session_id=uuid4(),
        plan=SessionPlan(title="Ward 4", template=str(template.pk), starts_at=cast.in_hours(1)),
    )

    copy = copy_session(ada, template_id=uuid4(), session_id=session.pk)

    found = template_record(copy)
    assert (found.course, found.opening, found.closing) == (
        CONTENT.course,
        "",
        "translate-and-close",
    )
    assert (found.title, found.made_from, found.state) == (
        "Looking back at the ward, our way",
        str(session.pk),
        "draft",
    )


def test_a_copy_of_a_session_keeps_its_blocks_and_its_columns_of_every_phase(ada):
    plan = SessionPlan(title="Ask", template="open-question", starts_at=cast.in_hours(1))
    session = plan_session(ada, session_id=uuid4(), plan=plan)

    found = template_record(copy_session(ada, template_id=uuid4(), session_id=session.pk))

    original = built_in("open-question", "en")
    assert (found.opening, found.closing) == (original.opening, original.closing)
    assert found.course == original.course


def test_asking_for_the_same_copy_again_gives_the_one_there_is(ada):
    template_id = uuid4()
    first = copy_template(ada, template_id=template_id, name="timeline", language="nl")

    with nothing_changed():
        again = copy_template(ada, template_id=template_id, name="timeline", language="nl")

    assert again == first


def test_an_id_that_was_used_for_another_copy_or_by_another_is_a_conflict(ada, cem, mira):
    template_id = cast.draft_template(ada).pk

    for member, name in (
        (ada, "timeline"),
        (cem, "what-so-what-now-what"),
        (mira, "what-so-what-now-what"),
    ):
        with nothing_changed(), pytest.raises(IdConflictError):
            copy_template(member, template_id=template_id, name=name, language="en")


def test_what_is_not_there_is_not_copied(ada, mira):
    theirs = cast.template(mira)
    session = cast.plan(mira)

    with nothing_changed():
        for name in ("no-such", str(uuid4()), str(theirs.pk)):
            with pytest.raises(SessionTemplate.DoesNotExist):
                copy_template(ada, template_id=uuid4(), name=name, language="en")
        with pytest.raises(type(session).DoesNotExist):
            copy_session(ada, template_id=uuid4(), session_id=session.pk)


def test_everything_in_a_template_can_be_changed(ada, cem, kinds_since):
    template = cast.template(ada)

    _change(cem, template)

    template.refresh_from_db()
    assert template_record(template) == TemplateRecord(
        **vars(CONTENT),
        name=str(template.pk),
        version=2,
        state="shared",
        language="en",
        made_from="what-so-what-now-what",
    )
    assert kinds_since(0)[-1] == "template.changed"


def test_saving_what_is_there_makes_no_version(ada):
    template = _change(ada, cast.draft_template(ada))

    with nothing_changed():
        assert _change(ada, template, version=1).version == 2


def test_two_who_change_a_template_lose_no_text(ada, cem):
    template = cast.template(ada)
    _change(cem, template)
    mine = replace(CONTENT, title="My title")

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        _change(ada, template, mine, version=1)

    assert refused.value.details["current"]["title"] == CONTENT.title
    assert refused.value.details["current"]["version"] == 2
    assert refused.value.details["yours"]["title"] == "My title"
    assert refused.value.details["yours"]["course"]["phases"][0]["title"] == "Look back"
    assert _change(ada, template, mine, version=2).title == "My title"


@pytest.mark.django_db(transaction=True)
def test_one_copy_asked_for_twice_at_once_is_one_draft(ada):
    template_id = uuid4()

    outcomes = at_once(
        *(lambda: copy_template(ada, template_id=template_id, name="timeline", language="en"),) * 2
    )

    assert {one.pk for one in outcomes} == {template_id}
    assert SessionTemplate.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_one_is_told_of_the_other(ada, cem):
    template = cast.template(ada)

    outcomes = at_once(
        lambda: _change(ada, template, replace(CONTENT, title="Ada's")),
        lambda: _change(cem, template, replace(CONTENT, title="Cem's")),
    )

    refused = [one for one in outcomes if isinstance(one, StaleVersionError)]
    kept = [one for one in outcomes if isinstance(one, SessionTemplate)]
    assert (len(refused), len(kept)) == (1, 1)
    assert refused[0].details["current"]["title"] == kept[0].title
