"""Addresses of the reflections API."""

from django.urls import include, path

from reflections.api.question_urls import question_urls
from reflections.api.recurrence_urls import recurrence_urls
from reflections.api.running_urls import running_it
from reflections.api.views import (
    door,
    feedback,
    groups,
    insights,
    notes,
    preparation,
    questions,
    region_items,
    sessions,
    suggestions,
    templates,
    voting,
    writing,
)

one_session = [
    path("", sessions.SessionView.as_view(), name="api_session"),
    path("plan/", sessions.PlanView.as_view(), name="api_plan"),
    path("cancel/", sessions.CancellationView.as_view(), name="api_cancel"),
    path("invitations/", preparation.InvitationsView.as_view(), name="api_invitations"),
    path(
        "invitations/<uuid:member_id>/",
        preparation.InvitationView.as_view(),
        name="api_invitation",
    ),
    path("answer/", preparation.AnswerView.as_view(), name="api_answer"),
    path("data/", preparation.DataItemsView.as_view(), name="api_data_items"),
    path("data/<uuid:data_item_id>/", preparation.DataItemView.as_view(), name="api_data_item"),
    path("series/", preparation.SeriesChoiceView.as_view(), name="api_series_choice"),
    path("series/<uuid:series_id>/", preparation.SeriesView.as_view(), name="api_series"),
    path("open-input/", sessions.InputView.as_view(), name="api_open_input"),
    path("start/", sessions.StartView.as_view(), name="api_start"),
    path("phase/", sessions.PhaseView.as_view(), name="api_phase"),
    path("door/", door.DoorView.as_view(), name="api_door"),
    path("door/renew/", door.JoinSecretsView.as_view(), name="api_join_secrets"),
    path(
        "participants/<uuid:participant_id>/admit/",
        door.AdmissionView.as_view(),
        name="api_admit",
    ),
    path(
        "participants/<uuid:participant_id>/remove/",
        door.RemovalView.as_view(),
        name="api_remove",
    ),
    path(
        "region-items/<uuid:item_id>/",
        region_items.RegionItemView.as_view(),
        name="api_region_item",
    ),
    path(
        "region-items/<uuid:item_id>/reply/",
        region_items.ReplyView.as_view(),
        name="api_region_reply",
    ),
    path("join/", sessions.JoinView.as_view(), name="api_join"),
    path("reveal/", notes.RevealView.as_view(), name="api_reveal"),
    path("notes/", notes.NotesView.as_view(), name="api_notes"),
    path("attributions/", notes.AttributionsView.as_view(), name="api_attributions"),
    path("notes/ungrouped/", groups.UngroupedNotesView.as_view(), name="api_ungrouped"),
    path("notes/search/", suggestions.SearchView.as_view(), name="api_search"),
    path(
        "notes/<uuid:note_id>/similar/",
        suggestions.SimilarNotesView.as_view(),
        name="api_similar",
    ),
    path("group-suggestions/", suggestions.SuggestionsView.as_view(), name="api_suggestions"),
    path(
        "group-suggestions/refuse/",
        suggestions.RefusedSuggestionsView.as_view(),
        name="api_refuse_suggestion",
    ),
    path("groups/<uuid:group_id>/", groups.GroupView.as_view(), name="api_group"),
    path("groups/<uuid:group_id>/merge/", groups.MergeView.as_view(), name="api_merge"),
    path("grouping/<uuid:step_id>/undo/", groups.UndoView.as_view(), name="api_undo"),
    path("ballot/", voting.BallotView.as_view(), name="api_ballot"),
    path("ballot/cast/", voting.CastView.as_view(), name="api_cast"),
    path("ballot/take-back/", voting.TakeBackView.as_view(), name="api_take_back"),
    path("voting/", voting.VotingRulesView.as_view(), name="api_voting"),
    path("room-votes/", voting.RoomVotesView.as_view(), name="api_room_votes"),
    path(
        "room-votes/<uuid:topic_id>/",
        voting.TopicRoomVotesView.as_view(),
        name="api_topic_room_votes",
    ),
    path("insights/<uuid:insight_id>/", insights.InsightView.as_view(), name="api_insight"),
    path("insights/<uuid:insight_id>/agree/", insights.AgreementView.as_view(), name="api_agree"),
    path(
        "insights/<uuid:insight_id>/disposition/",
        insights.DispositionView.as_view(),
        name="api_disposition",
    ),
    path(
        "insights/<uuid:insight_id>/withdraw/",
        insights.WithdrawalView.as_view(),
        name="api_withdraw_insight",
    ),
    path("feedback/<uuid:feedback_id>/", feedback.FeedbackView.as_view(), name="api_feedback"),
    path(
        "feedback/<uuid:feedback_id>/publish/",
        feedback.PublicationView.as_view(),
        name="api_publish_feedback",
    ),
    path("open-questions/", questions.OpenQuestionsView.as_view(), name="api_open_questions"),
    path("writing/", writing.WritingView.as_view(), name="api_writing"),
]

urlpatterns = [
    path(
        "partnerships/<uuid:partnership_id>/templates/",
        templates.TemplatesView.as_view(),
        name="api_templates",
    ),
    path(
        "partnerships/<uuid:partnership_id>/templates/<slug:name>/",
        templates.TemplateView.as_view(),
        name="api_template",
    ),
    path(
        "partnerships/<uuid:partnership_id>/sessions/",
        sessions.SessionsView.as_view(),
        name="api_sessions",
    ),
    path(
        "partnerships/<uuid:partnership_id>/series/<uuid:series_id>/next/<uuid:session_id>/",
        preparation.NextSessionView.as_view(),
        name="api_next_session",
    ),
    path("partnerships/<uuid:partnership_id>/questions/", include(question_urls)),
    path("partnerships/<uuid:partnership_id>/recurrences/", include(recurrence_urls)),
    path(
        "partnerships/<uuid:partnership_id>/session-drafts/<uuid:session_id>/",
        sessions.DraftView.as_view(),
        name="api_draft",
    ),
    path(
        "partnerships/<uuid:partnership_id>/sessions/<uuid:session_id>/",
        include([*one_session, *running_it]),
    ),
]
