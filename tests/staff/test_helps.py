"""Every field that staff fill in says what it takes."""

import pytest
from django.contrib import admin
from django.forms import IntegerField
from django.test import RequestFactory
from django.urls import reverse

from offences.models import RecordedFigure
from offences.staff.forms import YearField
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


def fields_of_forms():
    """Every field that somebody fills in on a record's page: table, name, field."""
    request = RequestFactory().get("/")
    request.user = worlds.person("Ira Ash", superuser=True)
    for model, page in admin.site._registry.items():
        if model._meta.app_label != "offences" or model._meta.model_name in LOOKED_AT:
            continue
        forms = {model._meta.model_name: page.get_form(request)}
        for inline in page.get_inline_instances(request):
            forms[inline.model._meta.model_name] = inline.get_formset(request).form
        for table, form in forms.items():
            yield from ((table, name, field) for name, field in form.base_fields.items())


@pytest.mark.django_db
def test_a_field_without_help_is_one_whose_label_says_it_all():
    bare = {
        f"{table}.{name}"
        for table, name, field in fields_of_forms()
        if not field.help_text and name not in PLAIN
    }
    assert bare == set()


@pytest.mark.django_db
def test_every_year_is_typed_as_people_write_it_and_its_help_shows_how():
    of_years = {
        f"{table}.{name}": field
        for table, name, field in fields_of_forms()
        if isinstance(field, YearField | IntegerField) and "year" in name
    }
    assert len(of_years) >= 8
    assert [name for name, field in of_years.items() if not isinstance(field, YearField)] == []
    for field in of_years.values():
        assert field.help_text.endswith("Written like 2018/19.")


@pytest.mark.django_db
def test_a_published_figure_is_of_a_year_as_people_write_it_or_of_a_period(client):
    client.force_login(worlds.person("Ira Ash", superuser=True))
    measure, document = worlds.measure(), worlds.publication()

    def store(**when):
        of = {"measure": measure.pk, "document": document.pk, "claim": "total", "value": "68"}
        given = of | {"body_kind": "total", "body": "England", "as_written": "68"} | when
        answer = client.post(reverse("admin:offences_recordedfigure_add"), given)
        return [] if answer.status_code == 302 else answer.context["errors"]

    assert store(year="2018/19") == []
    assert store(year="", period="2015 to 2018") == []
    stored = RecordedFigure.objects.order_by("pk")
    assert [*stored.values_list("year", "period")] == [(2018, ""), (0, "2015 to 2018")]
    assert "Write it like 2018/19" in str(store(year="2018"))
    assert "Give a financial year, or else the period" in str(store(year=""))
    for row, shown in zip(stored, ("2018/19", ""), strict=True):
        page = client.get(reverse("admin:offences_recordedfigure_change", args=[row.pk]))
        assert page.context["adminform"].form["year"].value() == shown
