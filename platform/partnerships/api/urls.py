"""Addresses of the partnerships API."""

from django.urls import path

from partnerships.api.views import MembersView, PartnershipsView

urlpatterns = [
    path("partnerships/", PartnershipsView.as_view(), name="api_partnerships"),
    path(
        "partnerships/<uuid:partnership_id>/members/",
        MembersView.as_view(),
        name="api_members",
    ),
]
