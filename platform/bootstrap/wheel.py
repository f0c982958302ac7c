"""Builds the wheel and proves that what it holds can be imported and served."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bootstrap.places import ROOT, VENV

NEEDED = (
    "config/settings/production.py",
    "frontend/dist/manifest.json",
    "frontend/dist/fonts/NotoSans_400Regular.ttf",
)
PROOF = """
import sys
sys.path.insert(0, sys.argv[1])
import actions, config
for package in (actions, config):
    assert package.__file__.startswith(sys.argv[1]), package.__file__
"""


def build_and_import() -> int:
    """Build into a temporary folder, look inside, import from it; the status is 0 if all is well."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = (VENV / "bin" / "hatchling", "build", "--target", "wheel", "--directory", folder)
        subprocess.run(build, cwd=ROOT, check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            missing = _missing_from(wheel.namelist())
            wheel.extractall(folder / "content")
        if missing:
            print("The wheel lacks " + ", ".join(missing))
            return 1
        proof = [sys.executable, "-I", "-c", PROOF, str(folder / "content")]
        return subprocess.run(proof, cwd=folder, check=False).returncode


def _missing_from(names: list[str]) -> list[str]:
    catalogs = [path.relative_to(ROOT) for path in (ROOT / "frontend").glob("locale/**/*.po")]
    compiled = [path.with_suffix(".mo").as_posix() for path in catalogs]
    return [name for name in (*NEEDED, *compiled) if name not in names]


if __name__ == "__main__":
    sys.exit(build_and_import())
