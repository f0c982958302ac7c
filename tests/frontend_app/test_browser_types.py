from django.core.management import call_command

from frontend.browser_types import typescript


def test_the_committed_types_are_those_of_the_api_and_of_the_socket():
    call_command("export_types", "--check")


def test_records_inputs_and_messages_are_all_described():
    types = "".join(typescript().values())

    assert "  note_ids: string[];\n" in types
    assert "  insight_id?: string | null;\n" in types
    assert "  first_step?: string;\n" in types
    assert '  type: "follow";\n' in types
    assert "export type Incoming = Follow | Unfollow | Here;" in types
