"""Everything is the app's, but for serving it at the root."""

from django.urls import include, path

handler500 = "offences.views.faults.show_error"

urlpatterns = [path("", include("offences.urls"))]
