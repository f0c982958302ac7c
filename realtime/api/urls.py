"""Addresses of the realtime API."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
