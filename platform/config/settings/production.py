"""Past one machine: no default for what must be chosen; a missing value stops the start."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *

SHORTEST_SECRET_KEY = 50

SECRET_KEY = env("SECRET_KEY")
if len(SECRET_KEY) < SHORTEST_SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY must have 50 random characters or more.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site: with * anybody can.")
CSRF_TRUSTED_ORIGINS = env.list("TRUSTED_ORIGINS")
SITE_URL = env("SITE_URL", default=CSRF_TRUSTED_ORIGINS[0])
DATABASES = {"default": env.db_url("DATABASE_URL")}
DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {
    # Persistent connections do not survive the thread per request that ASGI gives; a pool does.
    "pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=8)},
}
REDIS_URL = env("REDIS_URL")
EMAIL_CONFIG = env.email_url("EMAIL_URL")
vars().update(EMAIL_CONFIG)

SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
# Whether other sites of the same domain speak TLS only is not ours to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
