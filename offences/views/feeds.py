"""Pages for programs: the feed of releases, the sitemap, the rules for robots."""

import datetime as dt
from collections.abc import Iterable
from copy import copy
from typing import Any, cast

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemaps
from django.contrib.syndication.views import Feed
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, format_html

from offences.english import ended, sentence, small_number
from offences.exports import rows_of
from offences.models import Release, ReleasedFigure, ReleasedResponse
from offences.releases.public_state import PublicState
from offences.statistics.cells import Missing
from offences.trends import released_trends
from offences.views.areas import areas_of
from offences.views.moment import public_addresses, public_state
from offences.words import site
from offences.words.charity import charity


class Releases(Feed):
    """The public releases as an Atom feed, newest first."""

    feed_type = Atom1Feed
    subtitle = site.FEED_SUBTITLE
    language = "en-gb"

    def title(self, asked: Any) -> str:
        return site.FEED_TITLE.format(charity().title)

    def author_name(self, asked: Any) -> str:
        return charity().title

    def link(self, asked: Any) -> str:
        return reverse("releases")

    def feed_url(self, asked: Any) -> str:
        return reverse("releases_feed")

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with public_addresses(request):
            return super().__call__(request, *args, **kwargs)

    def get_object(self, request: HttpRequest, slug: str = "") -> HttpRequest:
        return request  # for addresses in the entries' own words

    def items(self, request: HttpRequest) -> Iterable[Release]:
        """The releases with how many figures each revises; a withdrawn one says why."""
        published = public_state(request).published
        revised = dict(
            ReleasedFigure.objects.filter(release__in=published, figure_kind="count", breakdown="")
            .filter(Q(previously__isnull=False) | ~Q(revised_why=""))
            .order_by()
            .values_list("release")
            .annotate(Count("pk"))
        )
        public: list[Any] = [copy(each) for each in published]
        for each in public:
            words = [f"{each.title}. {each.public_in_words}.", each.note]
            each.said = " ".join(filter(None, words))
            each.revised = revised.get(each.pk, 0)
        return self.listed(request, public)

    def listed(self, request: HttpRequest, entries: list[Any]) -> list[Any]:
        """Entries with their addresses, the newest first."""
        for each in entries:
            address = reverse("release_changes", args=[each.measure.slug, each.number])
            each.changes = request.build_absolute_uri(address)
        return sorted(entries, key=lambda each: each.public_at, reverse=True)

    def unshown(self, item: Any) -> list[Any]:
        """The answers that it corrects in numbers that are not shown."""
        return cast(list[Any], item.unshown_corrections)

    def item_title(self, item: Any) -> str:
        name = f"{item.measure.name}, release {item.number}"
        return f"Withdrawn: {name}" if item.withdrawn_at else name

    def item_description(self, item: Any) -> str:
        """In HTML, as Django's feed says it is."""
        if item.withdrawn_at:
            return escape(site.WITHDRAWN.format(ended(item.withdrawn_reason)))
        many = sentence(small_number(item.revised)) if item.revised else "No"
        revised = (site.REVISED_ONE if item.revised == 1 else site.REVISED).format(many)
        if unshown := len(self.unshown(item)):
            words = site.CORRECTED_ONE if unshown == 1 else site.CORRECTED
            revised = site.UNSHOWN.format(revised, words.format(small_number(unshown)))
        link = site.SEE_CHANGES.format(revised)
        return format_html('{} <a href="{}">{}</a>.', item.said, item.changes, link)

    def item_link(self, item: Any) -> str:
        usual = reverse("release", args=[item.measure.slug, item.number])
        return getattr(item, "address", usual)

    def item_pubdate(self, item: Any) -> Any:
        return item.public_at

    def item_updateddate(self, item: Any) -> Any:
        return max(item.public_at, item.withdrawn_at or item.public_at)


class ForceReleases(Releases):
    """One force's released figures as an Atom feed: the newest one, or why there is none."""

    subtitle = site.FORCE_FEED_SUBTITLE

    def get_object(self, request: HttpRequest, slug: str = "") -> HttpRequest:
        asked: Any = request
        asked.force = public_state(request).force(slug)
        if asked.force is None:
            raise Http404("There is no such force.")
        return request

    def title(self, asked: Any) -> str:
        return f"{asked.force.area}: {charity().title_inside}"

    def link(self, asked: Any) -> str:
        return reverse("force", args=[asked.force.slug])

    def feed_url(self, asked: Any) -> str:
        return reverse("force_feed", args=[asked.force.slug])

    def unshown(self, item: Any) -> list[Any]:
        return cast(list[Any], item.years_corrected_unshown(item.of_force))

    def items(self, asked: Any) -> Iterable[Release]:
        """Every release, with what it says of the force."""
        own: list[Any] = []
        for trend in released_trends(asked.force, public_state(asked).published):
            rows, each = rows_of(trend), cast(Any, copy(trend.release))
            each.said = site.FORCE_FEED_NOTHING.format(each.measure.name)
            if rows:
                newest = (rows[0].year, rows[0].shown, rows[0].published)
                each.said = site.FORCE_FEED_FIGURE.format(each.measure.name, *newest)
            each.of_force = asked.force.slug
            each.revised = sum(bool(point.revised_why) for point in trend.points)
            if rows and not each.withdrawn_at:
                of = [each.measure.slug, each.number, asked.force.slug]
                each.address = reverse("pinned_force", args=of)
            own.append(each)
        return self.listed(asked, own)


class PublicSitemap(Sitemap):
    """Every public page at a moment: its name and arguments, and when it was published."""

    PAGES = (
        *("home", "forces", "releases", "data", "press"),
        *("about", "methods", "ranking", "help", "contact", "licence", "accessibility"),
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
            *(("area", [area.slug], None) for area in areas_of(public.forces)),
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
            release__in=others, figure_kind="count", body_kind="force", breakdown=""
        ).exclude(why=Missing.NOT_IN_RECORDS)
        rows = figures.order_by().values_list("body", "release__measure__slug").distinct()
        return sorted(map(list, rows))

    def location(self, item: Any) -> str:
        return reverse(item[0], args=item[1])

    def lastmod(self, item: Any) -> dt.datetime | None:
        return item[2]


def sitemap(request: HttpRequest) -> HttpResponse:
    with public_addresses(request):
        return sitemaps.sitemap(request, {"pages": PublicSitemap(public_state(request))})


def robots(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(
        f"User-agent: *\nDisallow: /admin/\n\nSitemap: {address}\n",
        content_type="text/plain; charset=utf-8",
    )
