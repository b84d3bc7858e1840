"""The short ways to SQL come to what Django says by itself."""

import pytest
from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Lower

from offences.models import AnnualCount, FoiSubmission, Force, Release
from tests.quick_columns import ORIGINAL, quick_columns
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
    "with its force and round": FoiSubmission.objects.select_related("force", "round"),
    "of some columns": Release.objects.only("title"),
    "of two tables, one twice": Force.objects.filter(
        Exists(FoiSubmission.objects.filter(force=OuterRef("pk"), force__area="a"))
    ),
    "of few": Force.objects.filter(Q(slug="a") | Q(area="b")).distinct().order_by("area")[:3],
}


def question(rows) -> str:
    return str(rows.all().query)


def columns_of(rows) -> tuple:
    """What is asked for, and how each column is read."""
    compiler = rows.all().query.get_compiler("default")
    sql = compiler.as_sql()
    readers = compiler.get_converters(column for column, *_ in compiler.select)
    return sql, {number: names_of(of) for number, (of, _) in readers.items()}


def names_of(functions: list) -> list[str]:
    return [each.__qualname__ for each in functions]


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_its_columns_are_the_same_and_read_alike(rows, monkeypatch):
    with quick_columns():
        first, again = columns_of(rows), columns_of(rows)  # the second from memory
    for owner, name, function in ORIGINAL:
        monkeypatch.setattr(owner, name, function)
    assert first == again == columns_of(rows)


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
