"""Addresses of the reflections API."""

from django.urls import include, path

from reflections.api.views import insights, notes, sessions

one_session = [
    path("", sessions.SessionView.as_view(), name="api_session"),
    path("open-input/", sessions.InputView.as_view(), name="api_open_input"),
    path("start/", sessions.StartView.as_view(), name="api_start"),
    path("phase/", sessions.PhaseView.as_view(), name="api_phase"),
    path("join/", sessions.JoinView.as_view(), name="api_join"),
    path("reveal/", notes.RevealView.as_view(), name="api_reveal"),
    path("notes/<uuid:note_id>/", notes.NoteView.as_view(), name="api_note"),
    path("notes/<uuid:note_id>/group/", notes.NoteGroupView.as_view(), name="api_note_group"),
    path("groups/<uuid:group_id>/", notes.GroupView.as_view(), name="api_group"),
    path("insights/<uuid:insight_id>/", insights.InsightView.as_view(), name="api_insight"),
    path("insights/<uuid:insight_id>/agree/", insights.AgreementView.as_view(), name="api_agree"),
    path(
        "insights/<uuid:insight_id>/disposition/",
        insights.DispositionView.as_view(),
        name="api_disposition",
    ),
]

urlpatterns = [
    path(
        "partnerships/<uuid:partnership_id>/sessions/",
        sessions.SessionsView.as_view(),
        name="api_sessions",
    ),
    path(
        "partnerships/<uuid:partnership_id>/sessions/<uuid:session_id>/",
        include(one_session),
    ),
]
