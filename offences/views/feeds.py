"""For programs: the feed of releases, the map of the site, and what robots may read.

Each names only what is public at this moment.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from offences.models import Force, IssuedText, Measure, Release, ReleasedResponse

NAME = "Online offences against children"


class Releases(Feed):
    """The public releases as an Atom feed, newest first."""

    feed_type = Atom1Feed
    title = f"{NAME}: releases"
    subtitle = "Every release of the figures, newest first. A correction is a new release."
    author_name = NAME
    language = "en-gb"

    def link(self) -> str:
        return reverse("releases")

    def feed_url(self) -> str:
        return reverse("releases_feed")

    def items(self) -> Iterable[Release]:
        public = Release.objects.public(timezone.now()).select_related("measure")
        return public.order_by("-public_at", "measure__position", "-number")

    def item_title(self, item: Any) -> str:
        return f"{item.measure.name}, release {item.number}"

    def item_description(self, item: Any) -> str:
        return " ".join(filter(None, [f"{item.title}. {item.public_in_words}.", item.note]))

    def item_link(self, item: Any) -> str:
        return reverse("release", args=[item.measure.slug, item.number])

    def item_pubdate(self, item: Any) -> Any:
        return item.public_at

    def item_updateddate(self, item: Any) -> Any:
        return item.public_at


class Pages(Sitemap):
    """The pages that are always there."""

    NAMES = (
        *("home", "forces", "releases", "data", "press"),
        *("about", "methods", "help", "contact", "licence", "accessibility"),
    )

    def items(self) -> tuple[str, ...]:
        return self.NAMES

    def location(self, item: str) -> str:
        return reverse(item)


class Forces(Sitemap):
    def items(self) -> list[str]:
        return list(Force.objects.order_by("slug").values_list("slug", flat=True))

    def location(self, item: str) -> str:
        return reverse("force", args=[item])


class Measures(Sitemap):
    """Those with a public release."""

    def items(self) -> list[str]:
        public = Release.objects.public(timezone.now()).order_by().values("measure")
        return list(Measure.objects.filter(pk__in=public).values_list("slug", flat=True))

    def location(self, item: str) -> str:
        return reverse("measure", args=[item])


class Rounds(Sitemap):
    """Who answered, in each round that a public release tells of."""

    def items(self) -> list[str]:
        public = Release.objects.public(timezone.now()).order_by().values("pk")
        told = ReleasedResponse.objects.filter(release__in=public).order_by("round")
        return list(told.values_list("round", flat=True).distinct())

    def location(self, item: str) -> str:
        return reverse("responses", args=[item])


class ReleasePages(Sitemap):
    def items(self) -> list[Release]:
        public = Release.objects.public(timezone.now()).select_related("measure")
        return list(public.order_by("measure__position", "-number"))

    def location(self, item: Release) -> str:
        return reverse("release", args=[item.measure.slug, item.number])

    def lastmod(self, item: Release) -> Any:
        return item.public_at


class Events(Sitemap):
    """Those of which a text is public."""

    def items(self) -> list[str]:
        public = IssuedText.objects.public(timezone.now()).order_by("event__slug")
        return list(public.values_list("event__slug", flat=True).distinct())

    def location(self, item: str) -> str:
        return reverse("press_event", args=[item])


class Texts(Sitemap):
    """Issued texts whose figures still stand."""

    def items(self) -> list[IssuedText]:
        public = IssuedText.objects.public(timezone.now()).select_related("event")
        return list(public.filter(release__withdrawn_at__isnull=True))

    def location(self, item: IssuedText) -> str:
        return reverse("press_text", args=[item.event.slug, item.body])

    def lastmod(self, item: IssuedText) -> Any:
        return item.public_at


SITEMAPS = {
    "pages": Pages,
    "measures": Measures,
    "rounds": Rounds,
    "forces": Forces,
    "releases": ReleasePages,
    "events": Events,
    "press": Texts,
}


def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(
        f"User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}\n",
        content_type="text/plain; charset=utf-8",
    )
