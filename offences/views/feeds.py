"""For programs, of what is public: the feed of releases, the site's map, rules for robots."""

import datetime as dt
from collections.abc import Iterable
from copy import copy
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemaps
from django.contrib.syndication.views import Feed
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, format_html

from offences.english import ended, sentence, small_number
from offences.models import Release, ReleasedFigure, ReleasedResponse
from offences.releases.public_state import PublicState
from offences.statistics.cells import Missing
from offences.views.moment import public_addresses, public_state
from offences.words import site


class Releases(Feed):
    """The public releases as an Atom feed, newest first."""

    feed_type = Atom1Feed
    title = site.FEED_TITLE
    subtitle = site.FEED_SUBTITLE
    author_name = site.NAME
    language = "en-gb"

    def link(self) -> str:
        return reverse("releases")

    def feed_url(self) -> str:
        return reverse("releases_feed")

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with public_addresses(request):
            return super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest) -> HttpRequest:
        return request  # for addresses in the entries' own words

    def items(self, request: HttpRequest) -> Iterable[Release]:
        """With how many figures of forces each revises; the withdrawn ones say why they are."""
        published = public_state(request).published
        revised = dict(
            ReleasedFigure.objects.filter(release__in=published, claim="count", breakdown="")
            .filter(Q(previously__isnull=False) | ~Q(revised_why=""))
            .order_by()
            .values_list("release")
            .annotate(Count("pk"))
        )
        public: list[Any] = [copy(each) for each in published]
        for each in public:
            address = reverse("release_changes", args=[each.measure.slug, each.number])
            each.changes = request.build_absolute_uri(address)
            each.revised = revised.get(each.pk, 0)
        return sorted(public, key=lambda each: each.public_at, reverse=True)

    def item_title(self, item: Any) -> str:
        name = f"{item.measure.name}, release {item.number}"
        return f"Withdrawn: {name}" if item.withdrawn_at else name

    def item_description(self, item: Any) -> str:
        """In HTML, as Django's feed says it is."""
        if item.withdrawn_at:
            return escape(site.WITHDRAWN.format(ended(item.withdrawn_reason)))
        words = " ".join(filter(None, [f"{item.title}. {item.public_in_words}.", item.note]))
        many = sentence(small_number(item.revised)) if item.revised else "No"
        revised = (site.REVISED_ONE if item.revised == 1 else site.REVISED).format(many)
        link = site.SEE_CHANGES.format(revised)
        return format_html('{} <a href="{}">{}</a>.', words, item.changes, link)

    def item_link(self, item: Any) -> str:
        return reverse("release", args=[item.measure.slug, item.number])

    def item_pubdate(self, item: Any) -> Any:
        return item.public_at

    def item_updateddate(self, item: Any) -> Any:
        return max(item.public_at, item.withdrawn_at or item.public_at)


class Map(Sitemap):
    """Every public page at a moment: its name and arguments, and when it was published."""

    PAGES = (
        *("home", "forces", "releases", "data", "press"),
        *("about", "methods", "help", "contact", "licence", "accessibility"),
    )

    def __init__(self, public: PublicState) -> None:
        self.public = public

    def items(self) -> list[tuple[str, list, dt.datetime | None]]:
        public = self.public
        rounds = ReleasedResponse.objects.filter(release__in=public.releases).order_by("round")
        standing = {release.pk for release in public.releases}
        events = {event.pk: event.slug for event in public.events}
        return [
            *((name, [], None) for name in self.PAGES),
            *(("measure", [release.measure.slug], None) for release in public.newest),
            *(("responses", [slug], None) for (slug,) in rounds.values_list("round").distinct()),
            *(("force", [slug], None) for slug in sorted(force.slug for force in public.forces)),
            *(("force_measure", of, None) for of in self._other_measures()),
            *(("release", [r.measure.slug, r.number], r.public_at) for r in public.releases),
            *(("press_event", [slug], None) for slug in sorted(events.values())),
            *(
                ("press_text", [events[text.event], text.body], text.public_at)
                for text in public.texts
                if text.release in standing
            ),
        ]

    def _other_measures(self) -> list[list[str]]:
        """The force and measure of each page that shows another measure than a force's first."""
        others = [r for r in self.public.newest if r.measure.position != 1]
        figures = ReleasedFigure.objects.filter(
            release__in=others, claim="count", body_kind="force", breakdown=""
        ).exclude(why=Missing.NOT_IN_RECORDS)
        rows = figures.order_by().values_list("body", "release__measure__slug").distinct()
        return sorted(map(list, rows))

    def location(self, item: Any) -> str:
        return reverse(item[0], args=item[1])

    def lastmod(self, item: Any) -> dt.datetime | None:
        return item[2]


def sitemap(request: HttpRequest) -> HttpResponse:
    with public_addresses(request):
        return sitemaps.sitemap(request, {"pages": Map(public_state(request))})


def robots(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(
        f"User-agent: *\nDisallow: /admin/\n\nSitemap: {address}\n",
        content_type="text/plain; charset=utf-8",
    )
