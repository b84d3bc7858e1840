"""The short way to ORDER BY comes to what Django says by itself."""

import pytest
from django.db.models import Count, F, Q
from django.db.models.functions import Lower

from offences.models import AnnualCount, FoiSubmission, Force, Release
from tests.quick_order import _is_by_fields, _order_by_pairs, ordering_by_names

SLUGS, AREAS = (Force.objects.order_by().values_list(name) for name in ("slug", "area"))
LISTS = {
    "by the model's order": FoiSubmission.objects.all(),
    "by a field": Force.objects.order_by("-slug"),
    "by a field of another table": AnnualCount.objects.order_by("submission__force__area", "year"),
    "by nothing": Release.objects.order_by(),
    "by chance": Force.objects.order_by("?"),
    "by an expression": Force.objects.order_by(Lower("area"), F("slug").desc()),
    "by a count": Force.objects.annotate(n=Count("submissions")).order_by("-n", "slug"),
    "by a value": Force.objects.values_list("area", "slug").order_by("area"),
    "of two": SLUGS.union(AREAS).order_by("slug"),
    "of few": Force.objects.filter(Q(slug="a") | Q(area="b")).distinct().order_by("area")[:3],
}


def question(rows) -> str:
    return str(rows.all().query)


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_the_question_is_the_same(rows, monkeypatch):
    with ordering_by_names():
        quick = question(rows)
    monkeypatch.setattr(
        "django.db.models.sql.compiler.SQLCompiler._order_by_pairs", _order_by_pairs
    )
    assert quick == question(rows)


def test_only_an_order_by_fields_is_short():
    def is_short(rows) -> bool:
        compiler = rows.query.get_compiler("default")
        compiler.setup_query()
        return _is_by_fields(compiler)

    short = {name for name, rows in LISTS.items() if is_short(rows.all())}
    assert {"by the model's order", "by a field", "by a field of another table"} <= short
    assert not short & {"by an expression", "by a count", "of two"}
