"""Addresses of the realtime API."""

from django.urls import path

from realtime.api.views import ChangesView, SnapshotView

urlpatterns = [
    path("streams/<str:stream>/snapshot", SnapshotView.as_view()),
    path("streams/<str:stream>/changes", ChangesView.as_view()),
]
