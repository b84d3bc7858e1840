"""Files of exactly what the pages show."""

from django.http import Http404, HttpRequest, HttpResponse

from offences.exports import trend_csv
from offences.models import Force, Release
from offences.trends import released_trends
from offences.views.moment import moment, released


def force_csv(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    """The table of the newest release."""
    releases = released(request)
    return _file(slug, next((r for r in releases if r.measure.slug == measure), None))


def pinned_csv(request: HttpRequest, measure: str, number: int, slug: str) -> HttpResponse:
    """The table as one release had it, for ever."""
    public = Release.objects.public(moment(request)).select_related("measure")
    return _file(slug, public.filter(measure__slug=measure, number=number).first())


def _file(slug: str, release: Release | None) -> HttpResponse:
    force = Force.objects.filter(slug=slug).first()
    if force is None or release is None:
        raise Http404("There is no such table.")
    (trend,) = released_trends(force, [release])
    if not trend.points:
        raise Http404("There is no figure of this force to download.")
    response = HttpResponse(
        # The mark at the start makes a spreadsheet read the file as UTF-8.
        "\ufeff" + trend_csv(trend),
        content_type="text/csv; charset=utf-8",
    )
    name = f"{slug}-{release.measure.slug}-release-{release.number}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
