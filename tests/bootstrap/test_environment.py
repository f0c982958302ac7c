import os
import subprocess
import sys

import pytest

from bootstrap.environment import keep_bytecode
from bootstrap.places import CACHE


@pytest.mark.parametrize(
    ("wish", "folder"), [("1", str(CACHE / "bytecode")), ("", "None")], ids=["elsewhere", "beside"]
)
def test_bytecode_is_kept_and_only_beside_the_code_where_nobody_minds(wish, folder):
    environment = {"PATH": os.environ["PATH"]}
    if wish:
        environment["PYTHONDONTWRITEBYTECODE"] = wish

    keep_bytecode(environment)

    seen = "import sys; print(sys.dont_write_bytecode, sys.pycache_prefix)"
    child = subprocess.run(
        [sys.executable, "-c", seen], env=environment, capture_output=True, text=True, check=True
    )
    assert child.stdout.split() == ["False", folder]
