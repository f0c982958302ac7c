"""Addresses of the reflections API."""

from django.urls import include, path

from reflections.api import views

one_session = [
    path("", views.SessionView.as_view(), name="api_session"),
    path("open-input/", views.InputView.as_view(), name="api_open_input"),
    path("start/", views.StartView.as_view(), name="api_start"),
    path("phase/", views.PhaseView.as_view(), name="api_phase"),
    path("close/", views.CloseView.as_view(), name="api_close"),
    path("join/", views.JoinView.as_view(), name="api_join"),
    path("reveal/", views.RevealView.as_view(), name="api_reveal"),
    path("notes/<uuid:note_id>/", views.NoteView.as_view(), name="api_note"),
    path("notes/<uuid:note_id>/group/", views.NoteGroupView.as_view(), name="api_note_group"),
    path("groups/<uuid:group_id>/", views.GroupView.as_view(), name="api_group"),
    path("insights/<uuid:insight_id>/", views.InsightView.as_view(), name="api_insight"),
    path("insights/<uuid:insight_id>/agree/", views.AgreementView.as_view(), name="api_agree"),
    path(
        "insights/<uuid:insight_id>/disposition/",
        views.DispositionView.as_view(),
        name="api_disposition",
    ),
]

urlpatterns = [
    path(
        "partnerships/<uuid:partnership_id>/sessions/",
        views.SessionsView.as_view(),
        name="api_sessions",
    ),
    path(
        "partnerships/<uuid:partnership_id>/sessions/<uuid:session_id>/",
        include(one_session),
    ),
]
