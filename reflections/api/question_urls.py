"""Addresses of the API of the learning agenda, below a partnership."""

from django.urls import URLPattern, URLResolver, include, path

from reflections.api.views import questions

one_question = [
    path("", questions.QuestionView.as_view(), name="api_question"),
    path(
        "answers/<uuid:answer_id>/",
        questions.ProvisionalAnswerView.as_view(),
        name="api_answer_question",
    ),
    path("resolve/", questions.ResolutionView.as_view(), name="api_resolve_question"),
    path("doubt/", questions.DoubtView.as_view(), name="api_doubt_answer"),
    path("dissolve/", questions.DissolutionView.as_view(), name="api_dissolve_question"),
    path("reopen/", questions.ReaskingView.as_view(), name="api_reopen_question"),
    path("merge/", questions.QuestionMergingView.as_view(), name="api_merge_question"),
    path("talks/", questions.TalkView.as_view(), name="api_talk_about"),
    path("deep-dive/", questions.DeepDiveView.as_view(), name="api_deep_dive"),
]

question_urls: list[URLPattern | URLResolver] = [
    path("", questions.QuestionsView.as_view(), name="api_questions"),
    path("<uuid:question_id>/", include(one_question)),
]
