"""Files of exactly what the pages show."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from offences.exports import trend_csv
from offences.models import Force
from offences.trends import newest_releases, released_trends


def force_csv(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    now = timezone.now()
    found = Force.objects.filter(slug=slug).first()
    release = next((r for r in newest_releases(now) if r.measure.slug == measure), None)
    if found is None or release is None:
        raise Http404("There is no such table.")
    (trend,) = released_trends(found, [release])
    if not trend.points:
        raise Http404("There is no figure of this force to download.")
    response = HttpResponse(
        # The mark at the start makes a spreadsheet read the file as UTF-8.
        "\ufeff" + trend_csv(trend),
        content_type="text/csv; charset=utf-8",
    )
    name = f"{slug}-{measure}-release-{release.number}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
