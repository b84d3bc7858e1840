"""Every field that staff fill in says what it takes."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from tests import worlds

# Fields whose label says it all.
PLAIN = {
    *("name", "title", "date", "on"),
    *("breakdown", "campaign", "force", "measure", "round", "submission"),
    "seen",  # hidden
}
# Tables that nobody fills in by hand.
LOOKED_AT = {
    "annualcount",
    "dispute",
    "exemption",
    "issuedtext",
    "releasedfigure",
    "releasedresponse",
    "sentletter",
    "senttext",
}


@pytest.mark.django_db
def test_a_field_without_help_is_one_whose_label_says_it_all():
    request = RequestFactory().get("/")
    request.user = worlds.person("Ira Ash", superuser=True)
    bare = set()
    for model, page in admin.site._registry.items():
        if model._meta.app_label != "offences" or model._meta.model_name in LOOKED_AT:
            continue
        forms = {model._meta.model_name: page.get_form(request)}
        for inline in page.get_inline_instances(request):
            forms[inline.model._meta.model_name] = inline.get_formset(request).form
        for table, form in forms.items():
            bare |= {
                f"{table}.{name}"
                for name, field in form.base_fields.items()
                if not field.help_text and name not in PLAIN
            }
    assert bare == set()
