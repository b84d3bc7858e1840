"""Downloads: a release in every format, and exactly the table that a page shows."""

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from offences import exports
from offences.exports import READ_AS_UTF_8, ReleaseContent
from offences.models import Release
from offences.public_answers import open_to_all
from offences.statistics.years import Year
from offences.trends import categories_in, figures_for_files, released_trends, responses_of
from offences.views.linked_data import catalogue_of
from offences.views.moment import page, preview_of, public_state, released
from offences.views.releases import public_release, withdrawn_page
from offences.words import downloads
from offences.words.cells import markers

JSON = "application/json"
TYPES = {each.file: each.media_type for each in downloads.FORMATS}


def data(request: HttpRequest, measure: str = "") -> HttpResponse:
    """The page of everything that can be downloaded, about one measure at a time."""
    releases = released(request)
    chosen = next((r for r in releases if measure in ("", r.measure.slug)), None)
    if measure and chosen is None:
        raise Http404("Nothing is public of this measure.")
    shown: dict[str, object] = {}
    if chosen:
        of = [chosen.measure.slug, chosen.number]
        pinned = request.build_absolute_uri(reverse("release", args=of))
        latest = reverse("data_file", args=[chosen.measure.slug, "latest", "figures.csv"])
        shown = {
            "newest_year": Year(chosen.year).label,
            "pinned": pinned,
            "pinned_csv": f"{pinned}figures.csv",
            "latest_csv": request.build_absolute_uri(latest),
            "dataset": catalogue_of(request, releases),
        }
    return page(
        request,
        "data.html",
        releases,
        releases=releases,
        chosen=chosen,
        formats=downloads.FORMATS,
        columns=[(name, downloads.meaning(name)) for name in downloads.RELEASE],
        markers=markers().items(),
        **shown,
    )


type Write[Content] = Callable[[HttpRequest, ReleaseContent], Content]


def _csv(write: Callable[[ReleaseContent], str]) -> Write[bytes]:
    return lambda _, book: write(book).encode(READ_AS_UTF_8)


def _changes(request: HttpRequest, book: ReleaseContent) -> bytes:
    release = book.release
    of_measure = [r for r in public_state(request).releases if r.measure_id == release.measure_id]
    earlier = next((r for r in of_measure if r.number < release.number), None)
    before = _book(request, earlier) if earlier else None
    return exports.changes_csv(book, before).encode(READ_AS_UTF_8)


def _package(request: HttpRequest, book: ReleaseContent) -> str:
    files = {name: CSVS[name](request, book) for name in downloads.ABOUT_FILES}
    return exports.data_package(book, files)


CSVS: Mapping[str, Write[bytes]] = {
    "figures.csv": _csv(exports.release_csv),
    "answers.csv": _csv(exports.answers_csv),
    "changes.csv": _changes,
}
FILES: Mapping[str, Write[str | bytes]] = {
    **CSVS,
    "figures.xlsx": lambda _, book: exports.release_xlsx(book),
    "figures.ods": lambda _, book: exports.release_ods(book),
    "figures.json": lambda _, book: exports.release_json(book),
    "datapackage.json": _package,
}
"""Every file of a release, and how it is written of its table."""


@open_to_all
def release_file(request: HttpRequest, measure: str, number: int, file: str) -> HttpResponse:
    """One file of a release, for ever at this address."""
    if file not in FILES:
        raise Http404("There is no such file.")
    release = public_release(request, measure, number)
    if release.withdrawn_at:
        return withdrawn_page(request, release)
    content = FILES[file](request, _book(request, release))
    of, _, ending = file.partition(".")
    name = f"{measure}-release-{number}{'' if of == 'figures' else f'-{of}'}.{ending}"
    return _file(content, TYPES[file], name)


@open_to_all
def data_file(request: HttpRequest, measure: str, version: str, file: str) -> HttpResponse:
    """Leads to a file of the newest release, or of the one with this number."""
    if version == "latest":
        number = next((r.number for r in released(request) if r.measure.slug == measure), 0)
    else:
        number = int(version) if version.isdecimal() and len(version) < 5 else 0
    if file not in FILES or public_state(request).release(measure, number) is None:
        raise Http404("There is no such file.")
    return redirect("release_file", measure, number, file)


@open_to_all
def columns(request: HttpRequest) -> HttpResponse:
    """Every column and marker of the files with its meaning."""
    return _file(exports.columns_csv().encode(READ_AS_UTF_8), "text/csv", "columns.csv")


def _book(request: HttpRequest, release: Release) -> ReleaseContent:
    preview = preview_of(request)
    address = reverse("release", args=[release.measure.slug, release.number])
    return ReleaseContent(
        release=release,
        figures=figures_for_files(release),
        categories=categories_in(release),
        responses=SimpleLazyObject(lambda: responses_of([release])),  # for some files only
        forces={force.slug: force for force in public_state(request).forces},
        address=request.build_absolute_uri(address),
        embargo=preview.line if preview else "",
    )


@open_to_all
def force_csv(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    """The table of one force in the newest release."""
    releases = released(request)
    return _table(request, slug, next((r for r in releases if r.measure.slug == measure), None))


@open_to_all
def pinned_csv(request: HttpRequest, measure: str, number: int, slug: str) -> HttpResponse:
    """The table as one release had it, for ever."""
    return _table(request, slug, public_state(request).release(measure, number))


def _table(request: HttpRequest, slug: str, release: Release | None) -> HttpResponse:
    force = public_state(request).force(slug)
    if force is None or release is None or release.withdrawn_at:
        raise Http404("There is no such table.")
    (trend,) = released_trends(force, [release])
    if not trend.points:
        raise Http404("There is no figure of this force to download.")
    name = f"{slug}-{release.measure.slug}-release-{release.number}.csv"
    return _file(exports.trend_csv(trend).encode(READ_AS_UTF_8), "text/csv", name)


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    shown = "inline" if kind == JSON else "attachment"
    named = {"Content-Disposition": f'{shown}; filename="{name}"'}
    text = "; charset=utf-8" if kind == "text/csv" else ""
    return HttpResponse(content, content_type=kind + text, headers=named)
