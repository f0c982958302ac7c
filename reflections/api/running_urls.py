"""Addresses of what one does with a session while it runs, below that of the session."""

from django.urls import URLPattern, URLResolver, include, path

from reflections.api.views import breakouts, discussion, facilitating

on_a_topic = [
    path("minutes/", discussion.MinutesView.as_view(), name="api_minutes"),
    path("parked/", discussion.ParkingView.as_view(), name="api_parking"),
    path("reactions/<str:kind>/", discussion.ReactionView.as_view(), name="api_reaction"),
]

running_it: list[URLPattern | URLResolver] = [
    path("timer/<uuid:timer_id>/", facilitating.TimerView.as_view(), name="api_timer"),
    path("phase-order/", facilitating.PhaseOrderView.as_view(), name="api_phase_order"),
    path("phases/<uuid:phase_id>/", facilitating.OnePhaseView.as_view(), name="api_one_phase"),
    path("phases/<uuid:phase_id>/ready/", facilitating.ReadyView.as_view(), name="api_ready"),
    path("presentation/", facilitating.PresentationView.as_view(), name="api_presentation"),
    path("lead/", facilitating.LeadView.as_view(), name="api_lead"),
    path(
        "facilitators/<uuid:member_id>/",
        facilitating.FacilitatorView.as_view(),
        name="api_facilitator",
    ),
    path("tables/", breakouts.TablesView.as_view(), name="api_tables"),
    path("tables/spread/", breakouts.SpreadView.as_view(), name="api_spread"),
    path(
        "participants/<uuid:participant_id>/table/",
        breakouts.SeatView.as_view(),
        name="api_seat",
    ),
    path(
        "participants/<uuid:participant_id>/minutes/",
        breakouts.MinuteTakerView.as_view(),
        name="api_minute_taker",
    ),
    path(
        "notes/<uuid:note_id>/withheld/", discussion.WithheldNoteView.as_view(), name="api_withheld"
    ),
    path("comments/<uuid:comment_id>/", discussion.CommentView.as_view(), name="api_comment"),
    path(
        "comments/<uuid:comment_id>/withheld/",
        discussion.WithheldCommentView.as_view(),
        name="api_withheld_comment",
    ),
    path("topics/<str:about>/<uuid:topic_id>/", include(on_a_topic)),
]
