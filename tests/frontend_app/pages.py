"""Reading pages as a person does: signed in, with the text that stands on them."""

import re
from html import unescape

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from tests.api import let_in


def signed_in(person: Person) -> Client:
    client = Client(headers={"accept-language": "en"})
    let_in(client, person)
    return client


def text_of(response: HttpResponse) -> str:
    body = response.content.decode().partition("<main")[2]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


def hidden(response: HttpResponse, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found, f"no hidden field {name}"
    return found[1]


def queries_for(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)
