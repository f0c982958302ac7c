"""Addresses of the actions API."""

from django.urls import include, path

from actions.api import views

one_action = [
    path("", views.ActionView.as_view(), name="api_action"),
    path("accept/", views.AcceptanceView.as_view(), name="api_accept"),
    path("decline/", views.RefusalView.as_view(), name="api_decline"),
    path("offer/", views.OfferView.as_view(), name="api_offer"),
    path("check-ins/<uuid:check_in_id>/", views.CheckInView.as_view(), name="api_check_in"),
    path("complete/", views.CompletionView.as_view(), name="api_complete"),
    path("verify/", views.VerificationView.as_view(), name="api_verify"),
    path("not-yet/", views.NotYetView.as_view(), name="api_not_yet"),
]

urlpatterns = [
    path(
        "partnerships/<uuid:partnership_id>/actions/",
        views.ActionsView.as_view(),
        name="api_actions",
    ),
    path("partnerships/<uuid:partnership_id>/actions/<uuid:action_id>/", include(one_action)),
    path(
        "partnerships/<uuid:partnership_id>/sessions/<uuid:session_id>/actions/<uuid:action_id>/",
        views.TranslationView.as_view(),
        name="api_translate",
    ),
]
