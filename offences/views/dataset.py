"""A release described for search engines, as a schema.org Dataset."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localtime

from offences.models import Release
from offences.statistics.dates import Precision
from offences.statistics.years import Year
from offences.words import site


def dataset_of(request: HttpRequest, release: Release) -> dict[str, object]:
    """What a release is, and where its files are."""
    measure, of = release.measure, [release.measure.slug, release.number]
    address = request.build_absolute_uri(reverse("release", args=of))
    first, last = Year(measure.first_year), Year(release.year)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": release.title,
        "description": site.dataset_description(measure.definition),
        "version": str(release.number),
        "datePublished": _published(release),
        "temporalCoverage": f"{first.starts_on}/{last.ends_on}",
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "license": request.build_absolute_uri(reverse("licence")),
        "measurementTechnique": request.build_absolute_uri(reverse("methods")),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": request.build_absolute_uri(reverse(name, args=of)),
            }
            for name, kind in (
                ("release_csv", "text/csv"),
                (
                    "release_xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ),
            )
        ],
    }


_AS_KNOWN = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y"}


def _published(release: Release) -> str:
    """The day, or no more of it than is known."""
    assert release.public_at is not None
    return localtime(release.public_at).strftime(_AS_KNOWN[Precision(release.public_precision)])
