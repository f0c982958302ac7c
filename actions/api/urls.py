"""Addresses of the actions API."""

from django.urls import include, path

from actions.api.views import (
    actions,
    advising,
    asking,
    closing,
    decisions,
    examples,
    export,
    follow_up,
    indicators,
    life,
    log,
    questions,
    wording,
    workbench,
)

one_action = [
    path("", actions.ActionView.as_view(), name="api_action"),
    path("accept/", actions.AcceptanceView.as_view(), name="api_accept"),
    path("decline/", actions.RefusalView.as_view(), name="api_decline"),
    path("offer/", actions.OfferView.as_view(), name="api_offer"),
    path("check-ins/<uuid:check_in_id>/", actions.CheckInView.as_view(), name="api_check_in"),
    path("complete/", actions.CompletionView.as_view(), name="api_complete"),
    path("verify/", actions.VerificationView.as_view(), name="api_verify"),
    path("not-yet/", actions.NotYetView.as_view(), name="api_not_yet"),
    path("recorded-yes/", life.RecordedYesView.as_view(), name="api_record_yes"),
    path("dates/<uuid:change_id>/", life.DueChangeView.as_view(), name="api_change_due"),
    path("dates/<uuid:change_id>/agree/", life.DateAgreementView.as_view(), name="api_agree_date"),
    path("dates/<uuid:change_id>/refuse/", life.DateRefusalView.as_view(), name="api_refuse_date"),
    path(
        "dates/<uuid:change_id>/take-back/",
        log.DateWithdrawalView.as_view(),
        name="api_take_back_date",
    ),
    path("wording/", log.WordingChangeView.as_view(), name="api_revise_action"),
    path("ask-owner/", advising.OwnerAskView.as_view(), name="api_ask_owner"),
    path("advisor-notes/", advising.AdvisorNotesView.as_view(), name="api_advisor_notes"),
    path(
        "advisor-notes/<uuid:advisor_note_id>/",
        advising.AdvisorNoteView.as_view(),
        name="api_advisor_note",
    ),
    path("handovers/<uuid:handover_id>/", asking.HandoverView.as_view(), name="api_hand_over"),
    path("take-over/", asking.TakeOverView.as_view(), name="api_take_over"),
    path("refuse-take-over/", asking.TakeOverRefusalView.as_view(), name="api_refuse_take_over"),
    path("escalations/<uuid:escalation_id>/", asking.EscalationView.as_view(), name="api_escalate"),
    path(
        "escalations/<uuid:escalation_id>/answer/",
        asking.EscalationAnswerView.as_view(),
        name="api_answer_escalation",
    ),
    path(
        "escalations/<uuid:escalation_id>/withdraw/",
        asking.EscalationWithdrawalView.as_view(),
        name="api_withdraw_escalation",
    ),
    path("evidence/<uuid:evidence_id>/", asking.EvidenceView.as_view(), name="api_evidence"),
    path("people/", asking.PeopleView.as_view(), name="api_people"),
    path("visibility/", asking.VisibilityView.as_view(), name="api_visibility"),
    path("merge/", asking.JoinActionsView.as_view(), name="api_merge"),
    path("parts/<uuid:part_id>/", asking.PartView.as_view(), name="api_split"),
    path("drop/", life.DropView.as_view(), name="api_drop"),
    path("reopen/", life.ReopenActionView.as_view(), name="api_reopen_action"),
    path("reviews/<uuid:review_id>/", life.EffectReviewView.as_view(), name="api_review_effect"),
    path("examples/<uuid:example_id>/", examples.ExampleView.as_view(), name="api_share_example"),
    path(
        "examples/take-back/",
        examples.ExampleWithdrawalView.as_view(),
        name="api_take_example_back",
    ),
    path("waive-review/", life.ReviewWaiverView.as_view(), name="api_waive_review"),
]

in_a_session = [
    path("actions/<uuid:action_id>/", actions.TranslationView.as_view(), name="api_translate"),
    path(
        "decisions/<uuid:decision_id>/",
        decisions.RecordingView.as_view(),
        name="api_record_decision",
    ),
    path("remarks/<uuid:remark_id>/", closing.RemarkView.as_view(), name="api_remark"),
    path("wording/", wording.WordingView.as_view(), name="api_wording"),
    path("closing/", closing.ClosingCheckView.as_view(), name="api_closing_check"),
    path("close/", closing.CloseView.as_view(), name="api_close"),
    path("open-actions/", follow_up.OpenActionsView.as_view(), name="api_open_actions"),
    path("due-decisions/", follow_up.DueDecisionsView.as_view(), name="api_due_decisions"),
    path("open-insights/", follow_up.OpenInsightsView.as_view(), name="api_open_insights"),
    path("export/", export.ExportView.as_view(), name="api_export"),
    path("reopen/", closing.ReopeningView.as_view(), name="api_reopen"),
]

one_round = [
    path("", workbench.RoundView.as_view(), name="api_round"),
    path("actions/<uuid:action_id>/", workbench.RoundReportView.as_view(), name="api_round_report"),
    path("finish/", workbench.RoundEndView.as_view(), name="api_finish_round"),
]

urlpatterns = [
    path("follow-up/", workbench.FollowUpView.as_view(), name="api_follow_up"),
    path("follow-up/patterns/", workbench.PatternsView.as_view(), name="api_patterns"),
    path("follow-up/rounds/<uuid:round_id>/", include(one_round)),
    path(
        "partnerships/<uuid:partnership_id>/actions/",
        actions.ActionsView.as_view(),
        name="api_actions",
    ),
    path("partnerships/<uuid:partnership_id>/actions/<uuid:action_id>/", include(one_action)),
    path(
        "partnerships/<uuid:partnership_id>/saved-views/",
        log.SavedViewsView.as_view(),
        name="api_saved_views",
    ),
    path(
        "partnerships/<uuid:partnership_id>/saved-views/<uuid:view_id>/",
        log.SavedViewView.as_view(),
        name="api_saved_view",
    ),
    path(
        "partnerships/<uuid:partnership_id>/action-edits/<uuid:edit_id>/",
        log.BulkView.as_view(),
        name="api_bulk_edit",
    ),
    path(
        "partnerships/<uuid:partnership_id>/action-edits/<uuid:edit_id>/undo/",
        log.BulkUndoView.as_view(),
        name="api_undo_bulk_edit",
    ),
    path(
        "partnerships/<uuid:partnership_id>/decisions/",
        decisions.DecisionsView.as_view(),
        name="api_decisions",
    ),
    path(
        "partnerships/<uuid:partnership_id>/decisions/<uuid:decision_id>/",
        decisions.DecisionView.as_view(),
        name="api_decision",
    ),
    path(
        "partnerships/<uuid:partnership_id>/decisions/<uuid:decision_id>/confirm/",
        decisions.DecisionConfirmationView.as_view(),
        name="api_confirm_decision",
    ),
    path(
        "partnerships/<uuid:partnership_id>/questions/<uuid:question_id>/actions/",
        questions.QuestionActionsView.as_view(),
        name="api_question_actions",
    ),
    path(
        "partnerships/<uuid:partnership_id>/questions/<uuid:question_id>/actions/<uuid:action_id>/",
        questions.QuestionActionView.as_view(),
        name="api_question_action",
    ),
    path(
        "partnerships/<uuid:partnership_id>/examples/",
        examples.ExamplesView.as_view(),
        name="api_examples",
    ),
    path(
        "partnerships/<uuid:partnership_id>/indicators/",
        indicators.IndicatorsView.as_view(),
        name="api_indicators",
    ),
    path("partnerships/<uuid:partnership_id>/sessions/<uuid:session_id>/", include(in_a_session)),
]
