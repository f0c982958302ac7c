"""Addresses of the API of insights that come back, below a partnership."""

from django.urls import URLPattern, URLResolver, path

from reflections.api.views import recurrences

recurrence_urls: list[URLPattern | URLResolver] = [
    path("", recurrences.RecurrencesView.as_view(), name="api_recurrences"),
    path(
        "proposed/", recurrences.ProposedRecurrencesView.as_view(), name="api_proposed_recurrences"
    ),
    path(
        "<uuid:insight_id>/<uuid:earlier_id>/",
        recurrences.ComparisonView.as_view(),
        name="api_compare_insights",
    ),
]
