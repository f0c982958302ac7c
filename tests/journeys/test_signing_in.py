from playwright.sync_api import expect

from tests import cast


def test_a_member_signs_in_with_a_code_from_her_mail(room):
    room.prepare(cast.start_westmeer)

    page = room.person_by_mail("bo@example.org", phone=True)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Healthy Westmeer").first).to_be_visible()
