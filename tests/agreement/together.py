"""What is said of several forces together: on pages, in files, in facts and in drafts."""

from collections import Counter, defaultdict

from django.test import Client
from django.urls import reverse
from django.utils.text import slugify

from offences.models import Force, ForceKind
from offences.press.basis import ReleaseFacts, basis_of
from offences.press.drafting import Draft
from offences.statistics.years import Year
from tests.agreement import facts, files, pages
from tests.agreement.cells import Agreement, Key, Reading, row_of, rows_of, year_of
from tests.agreement.dom import Node, tree_of

IN_WORDS = {"UK": "the UK"}


def printed_of(whole: ReleaseFacts) -> dict[Key, Reading]:
    """The rows of a release that are of several forces, or were printed."""
    names = dict(Force.objects.values_list("slug", "name"))
    found: dict[Key, Reading] = {}
    for f in whole.figures:
        if f.figure_kind == "count":
            continue
        key = files.printed_key(
            *(f.body_kind, names.get(f.body, f.body), f.get_figure_kind_display(), f.category),
            *(year_of(f.year) if f.year else "", f.period, f.published_in_words),
        )
        assert key not in found, key
        found[key] = row_of(f)
    return found


def sums_of(whole: ReleaseFacts) -> dict[Key, Reading]:
    return {
        ("sum", f.body, year_of(f.year)): row_of(f)
        for f in whole.figures
        if (f.figure_kind, f.body_kind) == ("sum", "total")
    }


def totals_of(whole: ReleaseFacts) -> dict[Key, Reading]:
    found: dict[Key, Reading] = {}
    for f in whole.figures:
        if (f.figure_kind, f.body_kind) == ("total", "total") and f.year:
            area = IN_WORDS.get(f.body, f.body.replace("Channel", "the Channel"))
            key = files.printed_key("total", area, year_of(f.year), f.published_in_words)
            assert key not in found, key
            found[key] = row_of(f)
    return found


def release_page(found: Agreement, whole: ReleaseFacts, html: str) -> None:
    page = tree_of(html)
    found.compare("sums, release page", sums_of(whole), pages.sums(page))
    published = [f for f in whole.figures if f.figure_kind not in ("count", "sum")]
    told = pages.recorded(page) if published else []
    rows = [
        {
            "when": year_of(f.year) if f.year else f.period,
            "published": f.published_in_words,
            "shown": f"{f.low:,}" if f.low is not None else f.as_written,
            "missing": f.low is None,
            "with_figures": f.with_figures,
            "asked": f.asked if f.with_figures else None,
        }
        for f in published
    ]
    found.cells["recorded, release page"] += len(rows)
    left = Counter(map(str, rows)) - Counter(map(str, told))
    more = Counter(map(str, told)) - Counter(map(str, rows))
    found.differ += [f"recorded, release page: not told: {each}" for each in left]
    found.differ += [f"recorded, release page: told without a row: {each}" for each in more]


def newest(found: Agreement, client: Client, whole: ReleaseFacts) -> None:
    """The pages that tell of the newest release of a measure: its own, its areas’ and home."""
    page = tree_of(client.get(f"/measures/{whole.release.measure.slug}/").content.decode())
    found.compare("sums, measure page", sums_of(whole), pages.sums(page))
    found.compare("totals, measure page", totals_of(whole), pages.totals(page))
    _tally(found, tree_of(client.get("/").content.decode()), whole)
    _areas(found, client, whole)


def _tally(found: Agreement, page: Node, whole: ReleaseFacts) -> None:
    """A measure’s figure on the home page is a sum or a total of the newest year with one."""
    block = page.at(f"total-{whole.release.measure.slug}")
    assert block
    every = sums_of(whole) | totals_of(whole)
    years = [key[2] for key in every]
    if not years:
        assert not block.all("p", "tally")
        return
    told = pages.tally(block)
    assert told["year"] == max(years)
    fits = [row for key, row in every.items() if key[2] == told["year"] and fit(told, row)]
    found.cells["home’s figure"] += 1
    if not fits:
        found.differ.append(f"home’s figure: {told} is in no row")


def fit(told: Reading, row: Reading) -> bool:
    return (told["low"], told["high"]) == (row["low"], row["high"])


def _areas(found: Agreement, client: Client, whole: ReleaseFacts) -> None:
    """A nation or region is added up where every one of its forces has a figure to add."""
    counts = rows_of(whole.figures)
    members: dict[str, set[str]] = defaultdict(set)
    for force in Force.objects.filter(kind=ForceKind.TERRITORIAL):
        for name in {force.nation, force.region} - {""}:
            members[name].add(force.slug)
    rows: dict[Key, Reading] = {}
    told: dict[Key, Reading] = {}
    for name, slugs in members.items():
        if len(slugs) < 2:  # a force is not added up with itself
            continue
        address = reverse("area_measure", args=[slugify(name), whole.release.measure.slug])
        page = tree_of(client.get(address, follow=True).content.decode())
        told |= pages.areas(page)
        for year in {key[1] for key in counts}:
            own = [counts.get((slug, year)) for slug in slugs]
            fit_ = [
                c for c in own if c and not c["missing"] and not c["doubt"] and c["months"] == 12
            ]
            is_whole = len(fit_) == len(own)
            low = sum(c["low"] for c in fit_) if is_whole else None
            high = None
            if is_whole and all(c["high"] is not None for c in fit_):
                high = sum(c["high"] for c in fit_)
            number = low if low == high else None
            rows[name, year] = {"missing": not is_whole, "number": number, "low": low, "high": high}
    found.compare(
        "sums, area pages", rows, told, may_lack={key for key in rows if rows[key]["missing"]}
    )


def facts_and_drafts(found: Agreement, whole: ReleaseFacts, made: list[Draft]) -> None:
    """The facts of all forces, each one’s cell; the headlines of all and of each nation."""
    counts = rows_of(whole.figures)
    if whole.sum:
        rest = basis_of(whole, "national", whole.year).facts
        own = {key: row for key, row in counts.items() if Year.parse(key[1]) == rest.latest}
        found.compare("facts of all forces", own, facts.panel(rest), may_lack=own)
        row = sums_of(whole)["sum", rest.place, rest.latest.label]
        told = facts.total(rest)
        found.compare("sum of the facts", {("sum",): row}, {("sum",): told})
    year = whole.year.start
    for each in made:
        if each.body_kind == "force":
            continue
        kind = "total" if each.body_kind == "all" else "nation"
        rows = [
            f
            for f in whole.figures
            if f.body_kind == kind and f.year == year and f.figure_kind in ("sum", "total")
            if kind == "total" or f.body == each.place
        ]
        found.cells["headline of several"] += 1
        told = facts.recorded_in(each.text)
        if not any(told["low"] == f.low for f in rows):
            found.differ.append(f"the text of {each.body} has {told}, which is in no row")
