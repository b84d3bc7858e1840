"""Releases described for search engines: schema.org Dataset and DataCatalog."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localtime

from offences.models import Release
from offences.models.force import UK_WIDE
from offences.statistics.dates import iso
from offences.statistics.years import Year
from offences.views.moment import public_state
from offences.words import downloads, site
from offences.words.charity import charity

CONTEXT = {"@context": "https://schema.org"}


def dataset_of(request: HttpRequest, release: Release) -> dict[str, object]:
    """One release as a schema.org Dataset."""
    return CONTEXT | _dataset(request, release) | {"includedInDataCatalog": _catalogue(request)}


def catalogue_of(request: HttpRequest, releases: Sequence[Release]) -> dict[str, object]:
    """The newest releases as one schema.org DataCatalog."""
    sets = [_dataset(request, release) for release in releases]
    return CONTEXT | _catalogue(request) | {"dataset": sets}


def _catalogue(request: HttpRequest) -> dict[str, object]:
    address = request.build_absolute_uri(reverse("data"))
    return {
        "@type": "DataCatalog",
        "@id": address,
        "url": address,
        "name": charity().title,
        "description": site.CATALOGUE.format(charity().subject),
        "license": charity().licence_address,
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "publisher": _publisher(request),
    }


def _publisher(request: HttpRequest) -> dict[str, object]:
    return {
        "@type": "Organization",
        "name": charity().title,
        "url": request.build_absolute_uri(reverse("home")),
    }


def _dataset(request: HttpRequest, release: Release) -> dict[str, object]:
    measure = release.measure
    of = [measure.slug, release.number]
    nations = sorted({force.nation for force in public_state(request).forces})
    first, last = Year(measure.first_year), Year(release.year)

    def address(name: str, *args: object) -> str:
        return request.build_absolute_uri(reverse(name, args=args))

    assert release.public_at is not None
    published_on = iso(localtime(release.public_at).date(), release.public_precision)
    return {
        "@type": "Dataset",
        "@id": address("release", *of),
        "url": address("release", *of),
        "identifier": address("release", *of),
        "name": release.title,
        "alternateName": f"{measure.name}, release {release.number}",
        "description": site.DATASET.format(measure.definition),
        "keywords": charity().keyword_list,
        "version": str(release.number),
        "datePublished": published_on,
        "dateModified": published_on,
        "temporalCoverage": f"{first.starts_on}/{last.ends_on}",
        "spatialCoverage": [
            {"@type": "Place", "name": name} for name in nations if name != UK_WIDE
        ],
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "license": charity().licence_address,
        "usageInfo": address("licence"),
        "creator": _publisher(request),
        "publisher": _publisher(request),
        "measurementTechnique": address("methods"),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": name, "description": downloads.COLUMNS[name]}
            for name in ("number", "low", "high", "marker", "status")
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": each.name,
                "encodingFormat": each.media_type,
                "contentUrl": address("release_file", *of, each.file),
            }
            for each in downloads.FORMATS
        ],
    }
