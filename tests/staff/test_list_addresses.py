"""A list whose address asks for nonsense answers with the list and a sentence, never an error."""

from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.db import transaction
from django.db.models import DateField, DateTimeField, Field, ForeignKey
from django.test import Client
from django.urls import reverse

from offences.staff.record_lists.addresses import MOST_WORDS, NO_SUCH_FILTER
from tests.samples import sampled
from tests.staff.addresses import PAGES, table_of

pytestmark = pytest.mark.on_postgresql

LISTS = sorted(name for name in PAGES if name.endswith("_changelist"))
HUGE = 10**20
ANYWHERE = [
    {"id__in": HUGE},
    {"id__in": ",".join(map(str, range(40_000)))},
    {"id__in": "a,b"},
    {"id": "x"},
    {"pk": HUGE},
    {"pk__in": HUGE},
    {"_negated": "1"},
    {"__": 1},
    {"id__": 1},
    {"id__isnull": "maybe"},
    {"id__range": "1"},
    {"id__range": f"1,{HUGE}"},
    {"id__regex": "("},
    {"id__contains": "\0"},
    {"id__nonsense": 1},
    {"nonsense": 1},
    {"user__password__startswith": "a"},
    {"_connector": "OR"},
    {"p": HUGE},
    {"p": -1},
    {"p": "9" * 5000},
    {"o": HUGE},
    {"o": "9" * 5000},
    {"_to_field": "nonsense"},
    {"e": 1, "id": "x"},
    {"q": " ".join(f"w{n}" for n in range(500))},
    {"q": "\0"},
    {"q": "x" * 20_000},
]


def of_field(field: Field) -> list[dict[str, object]]:
    """Nonsense asked of one field."""
    name = field.name
    asked: list[dict[str, object]] = [{f"{name}__exact": "\0"}, {f"{name}__in": HUGE}]
    if isinstance(field, DateField):
        asked += [{f"{name}__year": year} for year in (0, -1, 10**5, HUGE, "x")]
        asked += [{f"{name}__gte": "x"}, {f"{name}__year": 2019, f"{name}__month": HUGE}]
        asked += [{f"{name}__year": 2019, f"{name}__month": 2, f"{name}__day": 31}]
    if isinstance(field, DateTimeField):
        asked += [{f"{name}__gte": "0001-01-01 00:00:00+14:00"}]
    if isinstance(field, ForeignKey):
        asked += [{f"{name}__id__in": f"1,{HUGE}"}, {f"{name}__id__exact": "x"}]
    return asked


def filters_of(listed: admin.ModelAdmin) -> list[dict[str, object]]:
    """Nonsense asked of the filters that a list has by a class of its own."""
    names = [getattr(each, "parameter_name", "") for each in listed.list_filter]
    return [{n: value} for n in filter(None, names) for value in ("x", HUGE, "\0")]


def asked_of(name: str) -> list[dict[str, object]]:
    model = table_of(name)
    listed = admin.site.get_model_admin(model)
    # One field of each kind: another of the same is read by the same code.
    kinds = {type(field): field for field in model._meta.concrete_fields}
    fields = [query for field in kinds.values() for query in of_field(field)]
    # What may be asked of any list is read by the same code in each: a third of it of each.
    share = ANYWHERE[LISTS.index(name) % 3 :: 3]
    return [*share, *fields, *filters_of(listed)]


@pytest.fixture
def lead(everything):
    """The data lead logged in, who is let into the lists of accounts too."""
    everything.lead.is_superuser = True
    everything.lead.save()
    client = Client(raise_request_exception=False)
    client.force_login(everything.lead)
    return client


@pytest.mark.parametrize("name", sampled(LISTS, LISTS[::13]))
def test_no_filter_in_an_address_is_an_error_page(lead, name):
    bare = reverse(f"admin:{name}")
    queries = asked_of(name)
    assert len(queries) >= 10
    wrong = []
    for query in queries:
        with transaction.atomic():  # what fails in the database fails by itself
            answer = lead.get(f"{bare}?{urlencode(query)}")
            transaction.set_rollback(True)
        refused = answer.status_code == 302
        said = [str(message) for message in get_messages(answer.wsgi_request)] if refused else []
        fine = refused and answer["Location"] == bare and NO_SUCH_FILTER in said
        if not fine and (answer.status_code != 200 or b"Database error" in answer.content):
            wrong.append((answer.status_code, str(query)[:90]))
    assert wrong == []


def test_a_list_says_that_it_is_whole_and_keeps_its_rows(lead):
    bare = reverse("admin:offences_document_changelist")
    page = lead.get(f"{bare}?id__range=1", follow=True).content.decode()
    assert NO_SUCH_FILTER in page and "northshire.pdf" in page


def test_what_is_read_is_still_filtered(lead):
    bare = reverse("admin:offences_document_changelist")
    words = " ".join(["northshire"] * MOST_WORDS)
    for asked in ("title__exact=northshire.pdf", "id__in=1,2,3,4", urlencode({"q": words})):
        assert lead.get(f"{bare}?{asked}").status_code == 200


def test_an_export_of_a_wrong_filter_offers_the_whole_list(lead):
    bare = reverse("admin:offences_document_export")
    for asked in ("id__range=1", "nonsense=1", "added_at__year=0", "_to_field=nonsense"):
        answer = lead.get(f"{bare}?{asked}", follow=True)
        assert answer.redirect_chain == [(bare, 302)]
        assert NO_SUCH_FILTER in answer.content.decode()


def test_a_choice_searched_for_with_five_hundred_words_is_not_found(lead):
    asked = {"app_label": "offences", "model_name": "foisubmission", "field_name": "force"}
    answer = lead.get(reverse("admin:autocomplete"), asked | {"term": "w " * 500})
    assert answer.status_code == 200 and answer.json()["results"] == []
