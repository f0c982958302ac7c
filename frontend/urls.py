"""Addresses of the pages."""

from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.i18n import JavaScriptCatalog

from frontend.pages import (
    account,
    action_imports,
    action_log,
    actions,
    answers,
    attending,
    attributions,
    board,
    by_link,
    calendars,
    contributions,
    data_items,
    decisions,
    demonstration,
    door,
    examples,
    exports,
    facilitators,
    follow_up,
    home,
    imports,
    inbox,
    indicators,
    inviting,
    joining,
    log_exports,
    members,
    minutes,
    notes,
    partnership,
    preparing,
    questions,
    region,
    report,
    sessions,
    settings,
    site,
    speaking,
    template_editing,
    templates,
    tokens,
    webhooks,
)

texts = cache_control(private=True, max_age=3600)(JavaScriptCatalog.as_view(packages=["frontend"]))

one_session = [
    path("about/", attending.about, name="about_session"),
    path("answer/", attending.answer, name="answer_invitation"),
    path("calendar/", attending.calendar, name="session_calendar"),
    path("prepare/", preparing.prepare, name="prepare_session"),
    path("invite/", inviting.invite, name="invite"),
    path("change/", sessions.change, name="change_session"),
    path("cancel/", sessions.cancel, name="cancel_session"),
    path("answers/", answers.answers, name="answers"),
    path("data/new/", data_items.new, name="new_data_item"),
    path("data/<uuid:data_item_id>/", data_items.change, name="change_data_item"),
]

log_export = [
    path("sheet/", log_exports.sheet, name="log_sheet"),
    path("csv/", log_exports.values, name="log_csv"),
    path("json/", log_exports.records, name="log_json"),
    path("paper/", log_exports.on_paper, name="log_on_paper"),
]

minutes_of_meetings = [
    path("", minutes.paste, name="minutes_paste"),
    path("<uuid:minutes_id>/", minutes.proposals, name="minutes"),
]

action_import = [
    path("", action_imports.upload, name="action_import_upload"),
    path("<uuid:action_import_id>/", action_imports.progress, name="action_import"),
    path("<uuid:action_import_id>/reading/", action_imports.reading, name="action_import_reading"),
    path("<uuid:action_import_id>/continue/", action_imports.go_on, name="action_import_go_on"),
]

one_session_import = [
    path("", imports.upload, name="import_upload"),
    path("<uuid:import_id>/", imports.progress, name="import"),
    path("<uuid:import_id>/columns/", imports.columns, name="import_columns"),
    path("<uuid:import_id>/continue/", imports.go_on, name="import_go_on"),
]

one_session_report = [
    path("", report.report, name="report"),
    path("pdf/", report.pdf, name="report_pdf"),
    path("word/", report.word, name="report_word"),
    path("you-said/", report.you_said, name="you_said"),
    path("sheet/", exports.sheet, name="export_sheet"),
    path("csv/", exports.values, name="export_csv"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", site.about, name="about"),
    path("accessibility/", site.accessibility, name="accessibility"),
    path("help/", site.help_page, name="help"),
    path("demonstration/sign-in/", demonstration.sign_in, name="demonstration_sign_in"),
    path("settings/", account.own_account, name="own_account"),
    path("settings/tokens/", tokens.own_tokens, name="own_tokens"),
    path("settings/tokens/end/", tokens.end, name="end_token"),
    path("language/", account.language, name="set_language"),
    path("jsi18n/", texts, name="texts"),
    path("my-input/", contributions.my_input, name="my_input"),
    path("my-actions/", actions.my_actions, name="my_actions"),
    path("follow-up/", follow_up.follow_up, name="follow_up"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/mail/", inbox.mail_wishes, name="mail_wishes"),
    path("inbox/calendars/", calendars.calendars, name="calendars"),
    path("calendar/<str:token>.ics", calendars.feed, name="calendar_feed"),
    path("mail/answer/<str:token>/", by_link.answer, name="answer_by_link"),
    path("mail/stop/<str:token>/", by_link.stop, name="stop_mail"),
    path("p/<slug:slug>/", partnership.overview, name="partnership"),
    path("p/<slug:slug>/themes/new/", partnership.new_theme, name="new_theme"),
    path("p/<slug:slug>/settings/", settings.settings, name="partnership_settings"),
    path("p/<slug:slug>/settings/webhooks/", webhooks.webhooks, name="webhooks"),
    path(
        "p/<slug:slug>/settings/webhooks/<uuid:webhook_id>/remove/",
        webhooks.remove,
        name="remove_webhook",
    ),
    path(
        "p/<slug:slug>/settings/webhooks/<uuid:webhook_id>/resume/",
        webhooks.resume,
        name="resume_webhook",
    ),
    path("p/<slug:slug>/members/", members.members, name="members"),
    path("p/<slug:slug>/members/new/", members.new_member, name="new_member"),
    path("p/<slug:slug>/members/<uuid:member_id>/", members.change, name="change_member"),
    path("p/<slug:slug>/members/<uuid:member_id>/end/", members.end, name="end_membership"),
    path("p/<slug:slug>/actions/", action_log.log, name="actions"),
    path("p/<slug:slug>/actions/keep-view/", action_log.keep, name="keep_view"),
    path(
        "p/<slug:slug>/actions/views/<uuid:view_id>/remove/", action_log.remove, name="remove_view"
    ),
    path("p/<slug:slug>/actions/edits/<uuid:edit_id>/", action_log.edit, name="bulk_edit"),
    path("p/<slug:slug>/actions/<uuid:action_id>/", actions.action, name="action"),
    path("p/<slug:slug>/actions/import/", include(action_import)),
    path("p/<slug:slug>/actions/export/", include(log_export)),
    path("p/<slug:slug>/actions/minutes/", include(minutes_of_meetings)),
    path("p/<slug:slug>/decisions/", decisions.decisions, name="decisions"),
    path("p/<slug:slug>/decisions/<uuid:decision_id>/", decisions.decision, name="decision"),
    path("p/<slug:slug>/actions/<uuid:action_id>/share/", examples.share, name="share_example"),
    path("p/<slug:slug>/questions/", questions.questions, name="questions"),
    path("p/<slug:slug>/questions/new/", questions.new_question, name="new_question"),
    path("p/<slug:slug>/questions/<uuid:question_id>/", questions.question, name="question"),
    path("p/<slug:slug>/examples/", examples.examples, name="examples"),
    path("p/<slug:slug>/figures/", indicators.indicators, name="indicators"),
    path("p/<slug:slug>/figures/csv/", indicators.values, name="indicators_csv"),
    path("p/<slug:slug>/sessions/", sessions.sessions, name="sessions"),
    path("p/<slug:slug>/templates/", templates.gallery, name="templates"),
    path("p/<slug:slug>/templates/copy/", templates.copy, name="copy_template"),
    path("p/<slug:slug>/templates/<slug:name>/", templates.template, name="template"),
    path(
        "p/<slug:slug>/templates/<uuid:template_id>/edit/",
        template_editing.edit,
        name="edit_template",
    ),
    path("p/<slug:slug>/sessions/new/", sessions.plan, name="plan_session"),
    path("p/<slug:slug>/sessions/<uuid:session_id>/", board.session, name="session"),
    path("p/<slug:slug>/sessions/<uuid:session_id>/", include(one_session)),
    path("p/<slug:slug>/sessions/<uuid:session_id>/door/", door.door, name="door"),
    path(
        "p/<slug:slug>/sessions/<uuid:session_id>/facilitators/",
        facilitators.facilitators,
        name="facilitators",
    ),
    path(
        "p/<slug:slug>/sessions/<uuid:session_id>/for-others/",
        speaking.for_others,
        name="for_others",
    ),
    path(
        "p/<slug:slug>/sessions/<uuid:session_id>/names/",
        attributions.attributions,
        name="attributions",
    ),
    path("p/<slug:slug>/sessions/<uuid:session_id>/import/", include(one_session_import)),
    path("p/<slug:slug>/sessions/<uuid:session_id>/report/", include(one_session_report)),
    path(
        "p/<slug:slug>/sessions/<uuid:session_id>/insights/<uuid:insight_id>/send-up/",
        region.send,
        name="send_up",
    ),
    path(
        "p/<slug:slug>/sessions/<uuid:session_id>/region-items/<uuid:item_id>/take-back/",
        region.take,
        name="take_back",
    ),
    path(
        "p/<slug:slug>/sessions/<uuid:session_id>/region-items/<uuid:item_id>/reply/",
        region.reply,
        name="region_reply",
    ),
    path("p/<slug:slug>/notes/<uuid:note_id>/", notes.note, name="note"),
    path("series/<slug:key>/", attending.series, name="series"),
    path("join/", joining.join, name="join"),
    path("join/<uuid:session_id>/", joining.join_one, name="join_session"),
    path("s/<uuid:session_id>/", board.take_part, name="take_part"),
    path("s/<uuid:session_id>/you-said/", report.you_said_to_guests, name="you_said_to_guests"),
    path("keep/", joining.keep, name="keep_parts"),
    path("claim/", joining.claim, name="claim_parts"),
]
