"""What production insists on, asked in a process of its own: settings are read once."""

import os
import subprocess
import sys

import pytest
from django.core.cache import cache

CHOSEN = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "fifty characters or more of which none is a secret here",
    "ALLOWED_HOSTS": "doorwerk.example.org",
    "TRUSTED_ORIGINS": "https://doorwerk.example.org",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "memorymail://",
    "NUM_PROXIES": "1",
}
ADDRESS_BEHIND_A_PROXY = """
import django; django.setup()
from allauth.account.adapter import get_adapter
from django.test import RequestFactory
forged_and_true = {"X-Forwarded-For": "10.6.6.6, 10.1.2.3"}
print(get_adapter().get_client_ip(RequestFactory().get("/", headers=forged_and_true)))
"""


def in_production(code: str, **chosen: str) -> subprocess.CompletedProcess[str]:
    # What the browser's driver is allowed in the tests' own process is not production's.
    environment = {**os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE": "", **CHOSEN, **chosen}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", sorted(set(CHOSEN) - {"DJANGO_SETTINGS_MODULE", "NUM_PROXIES"}))
def test_what_must_be_chosen_has_no_default(monkeypatch, name: str) -> None:
    monkeypatch.delenv(name, raising=False)
    monkeypatch.delitem(CHOSEN, name)

    done = in_production("import django; django.setup()")

    assert done.returncode
    assert name in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value"), [("SECRET_KEY", "changeme"), ("ALLOWED_HOSTS", "doorwerk.example.org,*")]
)
def test_it_does_not_start_with_what_protects_nothing(name: str, value: str) -> None:
    done = in_production("import django; django.setup()", **{name: value})

    assert done.returncode
    assert name in done.stderr.splitlines()[-1]


def test_the_framework_finds_nothing_to_warn_of() -> None:
    check = "check", "--deploy", "--fail-level", "WARNING"
    run = "from django.core.management import execute_from_command_line as run; "
    done = in_production(f"{run}run({['manage.py', *check]})")

    assert "no issues" in done.stdout, done.stderr


def test_codes_are_counted_for_each_visitor_behind_the_proxy() -> None:
    done = in_production(ADDRESS_BEHIND_A_PROXY)

    assert done.stdout.split() == ["10.1.2.3"], done.stderr


def test_counts_outlive_what_strangers_add_to_them() -> None:
    cache.set("one", 5)

    for stranger in range(1000):
        cache.set(f"stranger-{stranger}", 1)

    assert cache.get("one") == 5
    cache.clear()
