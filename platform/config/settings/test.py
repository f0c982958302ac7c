"""What the tests run on: a database file of their own, or the servers that the environment names."""

import os

from config.settings.base import *

SECRET_KEY = "only for tests, and as long as the one of a real site must be"  # noqa: S105 -- public on purpose: what tests seal and sign is theirs
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)
vars().update(env.email_url("EMAIL_URL", default="memorymail://"))
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ACCOUNT_RATE_LIMITS = False
# Nobody waits for the files to be listed anew with each client that a test opens.
WHITENOISE_AUTOREFRESH = True
REST_FRAMEWORK = REST_FRAMEWORK | {"DEFAULT_THROTTLE_CLASSES": []}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: other threads must see it, with the locks that people meet. One for each
    # process: two people, or one in two windows, may test the same folder at once.
    DATABASES["default"]["TEST"] = {"NAME": DATA / f"test-{os.getpid()}.sqlite3"}
    DATA.mkdir(parents=True, exist_ok=True)
