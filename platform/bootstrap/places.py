"""Where things are kept on disk."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "platform" / "requirements"
FRONTEND = ROOT / "frontend"
BUNDLE = FRONTEND / "dist"
CHROMIUM = ROOT / "tests" / "chromium"
CACHE = ROOT / ".cache"  # logs, stamps and the test browser: may be deleted at any time
LOGS = CACHE / "logs"
STAMPS = CACHE / "stamps"


def data_folder() -> Path:
    """Where the embedded database and the secret key live, as the settings see it."""
    return Path(os.environ.get("DOORWERK_DATA") or ROOT / ".data").resolve()
