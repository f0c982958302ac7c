"""What a form on a page holds, as a browser would send it."""

from html.parser import HTMLParser

from django.http import HttpResponse

Attributes = list[tuple[str, str | None]]


class _Fields(HTMLParser):
    """Collects the fields of each form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self._select = ""
        self._area = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif not self.forms:
            return
        elif tag == "input" and "name" in found:
            self._input(found)
        elif tag == "select":
            self._select = found["name"]
        elif tag == "option" and "selected" in found:
            self.forms[-1][self._select] = found["value"]
        elif tag == "textarea":
            self._area = found["name"]
            self.forms[-1][self._area] = ""

    def _input(self, found: dict[str, str]) -> None:
        is_box = found.get("type") in {"checkbox", "radio"}
        if not is_box or "checked" in found:
            self.forms[-1][found["name"]] = found.get("value", "on" if is_box else "")

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1][self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser leaves out the line break that every area begins with.
            self.forms[-1][self._area] = self.forms[-1][self._area].removeprefix("\n")
            self._area = ""


def form_with(response: HttpResponse, name: str) -> dict[str, str]:
    """Return the fields of the form that holds a field called *name*."""
    reader = _Fields()
    reader.feed(response.content.decode())
    return next(form for form in reader.forms if name in form)
