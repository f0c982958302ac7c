"""Addresses of the pages."""

from django.urls import path
from django.views.decorators.cache import cache_control
from django.views.i18n import JavaScriptCatalog

from frontend.pages import account, demonstration, home, site

texts = cache_control(private=True, max_age=3600)(JavaScriptCatalog.as_view(packages=["frontend"]))

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", site.about, name="about"),
    path("accessibility/", site.accessibility, name="accessibility"),
    path("help/", site.help_page, name="help"),
    path("demonstration/sign-in/", demonstration.sign_in, name="demonstration_sign_in"),
    path("settings/", account.own_account, name="own_account"),
    path("language/", account.language, name="set_language"),
    path("jsi18n/", texts, name="texts"),
]
