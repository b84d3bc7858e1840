"""Everything is the app's, but for serving it at the root."""

from django.urls import include, path

urlpatterns = [path("", include("offences.urls"))]
