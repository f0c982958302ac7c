"""What all environments share. Every environment variable is read here or in the three overrides."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]
env = environ.Env()

# Where a single machine keeps its database and its secret key.
DATA = Path(env("DOORWERK_DATA", default=str(ROOT / ".data")))

DEBUG = False
# Former keys, so that what they sealed and signed can still be read.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEMONSTRATION = False
ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "rest_framework",
    "drf_spectacular",
    "channels",
    "csp",
    "django_vite",
    "django_tasks",
    "django_tasks_db",
    "eventlog",
    "accounts",
    "letters",
    "partnerships",
    "reflections",
    "actions",
    "reminders",
    "realtime",
    "frontend",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "frontend.middleware.OwnLanguageMiddleware",
    "frontend.middleware.PrivateAnswersMiddleware",
    "frontend.middleware.PlainAnswersMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "frontend" / "templates"],  # before the sign-in library's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "frontend.context.page",
            ],
        },
    },
]
FORM_RENDERER = "frontend.forms.renderer.Renderer"

# Data

DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA / 'db.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # A transaction that reads first and writes later must hold the write lock from its start;
        # deferred ones fail under load instead of waiting.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: an answer means that it is on disk, also when the power goes.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            " PRAGMA secure_delete=ON;"
        ),
    }

# Live

REDIS_URL = env("REDIS_URL", default="")
CHANNEL_LAYERS = (
    {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {
                # socket_timeout None: with redis-py 8 the layer otherwise drops idle sockets after
                # 5 s (channels_redis issue 422). The connect timeout is short because the doorbell
                # rings inside the request.
                "hosts": [
                    {"address": REDIS_URL, "socket_timeout": None, "socket_connect_timeout": 1}
                ],
                "prefix": env("CHANNEL_PREFIX", default="doorwerk"),
            },
        }
    }
    if REDIS_URL
    else {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
)

# Jobs

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Limits

# Counts of requests live here, in each process. With the usual 300 entries, whoever asks for codes
# for 300 addresses would have all counts forgotten.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
# What one person writes in one session.
NOTES_PER_MINUTE = env.int("NOTES_PER_MINUTE", default=30)
NOTES_PER_SESSION = env.int("NOTES_PER_SESSION", default=200)
NUM_PROXIES = env.int("NUM_PROXIES", default=0)

# Signing in

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_REQUIRED = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    # A town hall shares one address, and sixty people may sign in within the same minute.
    "request_login_code": env("SIGN_IN_RATE", default="120/m/ip,5/m/key"),
}
# Behind a proxy all would share its address, and one of them could lock out the others.
ALLAUTH_TRUSTED_PROXY_COUNT = NUM_PROXIES
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
# A mail server that says nothing for so long is taken for dead, and asked again later.
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Doorwerk <doorwerk@localhost>")
# What links in mail begin with: nobody's request says so.
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
LETTER_COMPOSER = "frontend.letters.composing.composer_for"

# News to other programmes: nothing leaves this site unless whoever runs it wants that.
WEBHOOKS = env.bool("WEBHOOKS", default=False)

# Languages

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("nl", _("Dutch")), ("sv", _("Swedish"))]
LOCALE_PATHS = [ROOT / "frontend" / "locale"]
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="Europe/Amsterdam")

# Browser bundle

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "frontend" / "dist"]
# The bundle's names carry their own hash, so the folder is served as it is.
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+-[\w-]{8}\..+$"
DJANGO_VITE = {
    "default": {
        "dev_mode": False,
        "manifest_path": ROOT / "frontend" / "dist" / "manifest.json",
    }
}

# Security

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "frontend.pages.errors.csrf_failed"
# A note is at most 2,000 characters: nobody needs more than this outside the import of a file.
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

# API

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "web.authentication.SessionAuthentication",
        "accounts.authentication.TokenAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "accounts.authentication.WithinItsScopes",
    ],
    "DEFAULT_RENDERER_CLASSES": ["web.json.RecordRenderer"],
    # Views read their body with web.json.read, straight into the type they expect.
    "DEFAULT_PARSER_CLASSES": ["web.json.BodyForLater"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.UserRateThrottle",
        "accounts.authentication.TokenThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "user": env("API_RATE", default="600/min"),
        "token": env("TOKEN_RATE", default="120/min"),
    },
    "NUM_PROXIES": NUM_PROXIES,
    "EXCEPTION_HANDLER": "web.errors.problem_details",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Doorwerk",
    "DESCRIPTION": "Reflection sessions, their notes and insights, and the actions that follow.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",  # the first whose schemas are those that msgspec makes
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": ["web.openapi.add_record_schemas"],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
}

_level = env("LOG_LEVEL", default="WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    # The handler too: the worker lets its own logger tell of every job.
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "level": _level}
    },
    "root": {"handlers": ["console"], "level": _level},
}
