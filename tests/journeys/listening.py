"""Everything that a browser is sent, to look at afterwards whether something came too early."""

from http.client import OK

from playwright.sync_api import Page, Response, WebSocket


class Ears:
    """Notes down what the page at hand is sent from now on."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._frames: list[str] = []
        self._answers: list[Response] = []
        page.on("websocket", self._listen)
        page.on("response", self._keep)

    def heard(self) -> str:
        """Return all of it: what stands on the page, frames, and answers of the API."""
        answers = [one.text() for one in self._answers if one.status == OK and "/api/" in one.url]
        return "\n".join([self._page.content(), *self._frames, *answers])

    def _keep(self, answer: Response) -> None:
        # The driver does not take a method of a list.
        self._answers.append(answer)

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", lambda frame: self._frames.append(str(frame)))
