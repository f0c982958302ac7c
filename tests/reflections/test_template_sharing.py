from uuid import uuid4

import pytest

from kernel.errors import ConflictError, NotAllowedError
from partnerships.queries import log_view_of
from reflections.models.template import SessionTemplate
from reflections.queries.templates import (
    built_in_templates,
    own_templates_of,
    template_named,
    template_records,
)
from reflections.records.template import template_record
from reflections.services.templates import (
    change_template,
    copy_session,
    copy_template,
    retire_template,
    share_template,
    throw_draft_away,
)
from reflections.session_templates.library import IN_ORDER
from tests import cast
from tests.reflections.template_content import CONTENT
from tests.unchanged import nothing_changed


def _change(member, template, content=CONTENT, version=1):
    return change_template(member, template.pk, content=content, version=version)


def test_sharing_retiring_and_bringing_back(ada, cem, bo, kinds_since):
    template = cast.draft_template(ada)

    share_template(ada, template.pk)
    assert template_named(bo, str(template.pk), "en").state == "shared"
    retire_template(cem, template.pk)
    assert template_named(bo, str(template.pk), "en").state == "retired"
    share_template(cem, template.pk)
    assert template_named(bo, str(template.pk), "en").state == "shared"

    found = [kind for kind in kinds_since(0) if kind.startswith("template")]
    assert found == ["template.shared", "template.retired", "template.shared"]


def test_doing_it_twice_is_doing_it_once(ada):
    template = cast.template(ada)

    with nothing_changed():
        share_template(ada, template.pk)
    retire_template(ada, template.pk)
    with nothing_changed():
        retire_template(ada, template.pk)


def test_a_draft_is_thrown_away_and_never_retired(ada):
    template = cast.draft_template(ada)

    with nothing_changed(), pytest.raises(ConflictError):
        retire_template(ada, template.pk)
    throw_draft_away(ada, template.pk)

    assert not SessionTemplate.objects.exists()


def test_what_others_know_is_not_thrown_away(ada):
    template = cast.template(ada)

    with nothing_changed(), pytest.raises(ConflictError):
        throw_draft_away(ada, template.pk)


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_else_makes_or_changes_templates(westmeer, ada, who):
    member, template, session = westmeer[who], cast.template(ada), cast.plan(ada)
    draft_of_ada = cast.draft_template(ada)

    with nothing_changed():
        for attempt in (
            lambda: copy_template(member, template_id=uuid4(), name="timeline", language="en"),
            lambda: copy_session(member, template_id=uuid4(), session_id=session.pk),
            lambda: _change(member, template),
            lambda: share_template(member, template.pk),
            lambda: retire_template(member, template.pk),
            lambda: throw_draft_away(member, draft_of_ada.pk),
        ):
            with pytest.raises(NotAllowedError):
                attempt()


@pytest.mark.parametrize("who", ["cem", "mira"])
def test_the_draft_of_somebody_else_does_not_exist(ada, who, request):
    other, draft = request.getfixturevalue(who), cast.draft_template(ada)

    with nothing_changed():
        for attempt in (_change, _share, _retire, _throw_away):
            with pytest.raises(SessionTemplate.DoesNotExist):
                attempt(other, draft)


def test_a_template_of_another_partnership_does_not_exist(ada, mira):
    template = cast.template(ada)

    with nothing_changed():
        for attempt in (_change, _share, _retire, _throw_away):
            with pytest.raises(SessionTemplate.DoesNotExist):
                attempt(mira, template)


def _share(member, template):
    share_template(member, template.pk)


def _retire(member, template):
    retire_template(member, template.pk)


def _throw_away(member, template):
    throw_draft_away(member, template.pk)


def test_everybody_in_the_partnership_reads_what_is_shared(westmeer, ada, mira):
    template, draft = cast.template(ada), cast.draft_template(ada)

    for member in westmeer.values():
        mine = {one.pk for one in own_templates_of(member)}
        assert mine == ({template.pk, draft.pk} if member == ada else {template.pk})
        assert template_records(log_view_of(member), None) == {
            str(template.pk): template_record(template)
        }
    assert list(own_templates_of(mira)) == []
    assert template_records(log_view_of(mira), [template.pk]) == {}
    assert template_records(log_view_of(ada), [draft.pk]) == {}


def test_the_built_in_ones_are_offered_in_order_in_ones_language():
    found = built_in_templates("sv")

    assert [one.name for one in found] == list(IN_ORDER)
    assert {(one.language, one.state) for one in found} == {("sv", "built_in")}
