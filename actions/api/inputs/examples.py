"""What the API of examples reads."""

from web.json import Input


class ExampleInput(Input):
    """What was done and what came of it, in plain words without names."""

    what: str
    came_of_it: str
    lesson: str = ""


class ExampleQuery(Input):
    """Which examples to list."""

    text: str = ""
    component: str = ""
    level: str = ""
    loop: str = ""
    strength: str = ""
    effect: str = ""
