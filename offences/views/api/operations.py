"""The addresses of the API. Its rows are those of the files, from released figures only."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError

from offences.exports import ReleaseContent, about, answer_records, record, rows_in_order
from offences.models import Release, ReleasedFigure, ReleasedResponse
from offences.models.count import FigureBody
from offences.statistics.years import JANUARY, Year, first_month
from offences.trends import categories_in, in_file_rows
from offences.views.api.schema import (
    REFUSALS,
    AnswerPage,
    AnswerQuery,
    FigurePage,
    FigureQuery,
    ForcePage,
    MeasurePage,
    Paged,
    ReleasePage,
)
from offences.views.moment import public_state
from offences.words import api as words

api = NinjaAPI(version="1", docs_url=None, openapi_url=None, urls_namespace="api")


class Unanswered(Exception):
    """A request that cannot be answered as it is."""

    def __init__(self, status: int, problem: str) -> None:
        self.status, self.problem = status, problem


@api.exception_handler(Unanswered)
def _refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    assert isinstance(refusal, Unanswered)
    return JsonResponse({"problem": refusal.problem}, status=refusal.status)


@api.exception_handler(ValidationError)
def _wrong(request: HttpRequest, error: Exception) -> HttpResponse:
    assert isinstance(error, ValidationError)
    first = error.errors[0]
    return JsonResponse({"problem": words.wrong(str(first["loc"][-1]), first["msg"])}, status=422)


@api.get("measures", response={200: MeasurePage, **REFUSALS}, summary=words.MEASURES)
def measures(request: HttpRequest, query: Query[Paged]) -> dict[str, object]:
    rows = [
        {
            "measure": each.measure.slug,
            "name": each.measure.name,
            "definition": each.measure.definition,
            "excludes": each.measure.excludes,
            "newest_release": each.number,
        }
        for each in public_state(request).newest
    ]
    return _page_of(request, query, rows)


@api.get("forces", response={200: ForcePage, **REFUSALS}, summary=words.FORCES)
def forces(request: HttpRequest, query: Query[Paged]) -> dict[str, object]:
    names = ("name", "welsh_name", "area", "kind", "nation", "region", "ons_code")
    rows = [
        {"force": each.slug, **{name: getattr(each, name) for name in names}}
        for each in public_state(request).forces
    ]
    return _page_of(request, query, rows)


@api.get("releases", response={200: ReleasePage, **REFUSALS}, summary=words.RELEASES)
def releases(request: HttpRequest, query: Query[Paged]) -> dict[str, object]:
    rows = [about(_book(request, each)) for each in public_state(request).releases]
    return _page_of(request, query, rows)


@api.get("figures", response={200: FigurePage, **REFUSALS}, summary=words.FIGURES)
def figures(request: HttpRequest, query: Query[FigureQuery]) -> dict[str, object]:
    release = _release(request, query.measure, query.release)
    found = ReleasedFigure.objects.filter(release=release)
    if not release.disclosure:
        found = found.filter(breakdown="")
    if query.force:
        found = found.filter(body_kind=FigureBody.FORCE, body=_force(request, query.force))
    if query.kind:
        found = found.filter(body_kind=query.kind)
    if query.what:
        found = found.filter(figure_kind=query.what)
    if query.year:
        found = found.filter(year=_year(query.year))
    categories = categories_in(release)
    if query.breakdown:
        found = found.filter(breakdown=_breakdown(query.breakdown, categories))
    count, pages = found.count(), _Pages(request, query)
    some = in_file_rows(found.order_by("pk")[pages.rows])
    rows = rows_in_order(_book(request, release, figures=some, categories=categories))
    return _of(release) | pages.around(count) | {"rows": [record(row) for row in rows]}


@api.get("answers", response={200: AnswerPage, **REFUSALS}, summary=words.ANSWERS)
def answers(request: HttpRequest, query: Query[AnswerQuery]) -> dict[str, object]:
    release = _release(request, query.measure, query.release)
    found = ReleasedResponse.objects.filter(release=release)
    if query.force:
        found = found.filter(force=_force(request, query.force))
    count, pages = found.count(), _Pages(request, query)
    some = list(found.order_by("-round_number", "force", "number")[pages.rows])
    rows = answer_records(_book(request, release, responses=some))
    return _of(release) | pages.around(count) | {"rows": rows}


class _Pages:
    """Which rows a request asks for, and the addresses of the pages beside them."""

    def __init__(self, request: HttpRequest, query: Paged) -> None:
        self.request, self.query = request, query

    @property
    def rows(self) -> slice:
        start = (self.query.page - 1) * self.query.per_page
        return slice(start, start + self.query.per_page)

    def around(self, count: int) -> dict[str, object]:
        page, pages = self.query.page, max(1, -(-count // self.query.per_page))
        if page > pages:
            raise Unanswered(404, words.no_page(page, pages))
        return {
            "count": count,
            "page": page,
            "pages": pages,
            "next": self._address(page + 1) if page < pages else None,
            "previous": self._address(page - 1) if page > 1 else None,
        }

    def _address(self, page: int) -> str:
        asked = self.request.GET.dict() | {"page": str(page)}
        return self.request.build_absolute_uri(f"{self.request.path}?{urlencode(asked)}")


def _page_of(request: HttpRequest, query: Paged, rows: Sequence[object]) -> dict[str, object]:
    pages = _Pages(request, query)
    return pages.around(len(rows)) | {"rows": rows[pages.rows]}


def _of(release: Release) -> dict[str, object]:
    return {"measure": release.measure.slug, "release": release.number}


def _book(request: HttpRequest, release: Release, **some: Any) -> ReleaseContent:
    address = reverse("release", args=[release.measure.slug, release.number])
    return ReleaseContent(
        release=release,
        forces={force.slug: force for force in public_state(request).forces},
        address=request.build_absolute_uri(address),
        **some,
    )


def _release(request: HttpRequest, measure: str, number: int | None) -> Release:
    public = public_state(request)
    newest = next((r for r in public.newest if r.measure.slug == measure), None)
    release = public.release(measure, number) if number else newest
    if release is None:
        known = [each.measure.slug for each in public.newest]
        raise Unanswered(404, words.no_release(measure, number, known))
    if release.withdrawn_at:
        raise Unanswered(410, words.withdrawn(release.number, release.withdrawn_reason))
    return release


def _force(request: HttpRequest, slug: str) -> str:
    if public_state(request).force(slug) is None:
        raise Unanswered(404, words.no_force(slug))
    return slug


def _year(label: str) -> int:
    try:
        return int(label[:4]) if first_month() == JANUARY else Year.parse(label).start
    except ValueError as error:
        raise Unanswered(422, str(error)) from error


def _breakdown(slug: str, categories: Sequence[Any]) -> str:
    known = list(dict.fromkeys(each.breakdown for each in categories))
    if slug == words.WHOLE:
        return ""
    if slug not in known:
        raise Unanswered(404, words.no_breakdown(slug, known))
    return slug
