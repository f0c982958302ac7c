"""Addresses of the API of reminders."""

from django.urls import path

from reminders.api.views import StopRemindersView

ACTION = "partnerships/<uuid:partnership_id>/actions/<uuid:action_id>/"

urlpatterns = [
    path(f"{ACTION}stop-reminders/", StopRemindersView.as_view(), name="api_stop_reminders"),
]
