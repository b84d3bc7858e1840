"""Everything that says something of one force: its page, its file, its facts and its draft."""

from collections.abc import Iterator, Mapping

from django.test import Client

from offences.claims.facts import Facts
from offences.claims.gate import claims_for
from offences.press.basis import ReleaseFacts, basis_of
from offences.press.drafting import Draft
from offences.statistics.years import Year
from tests.agreement import charts, facts, files, pages
from tests.agreement.cells import Agreement, Key, Reading, of_body, unknown_at_the_end
from tests.agreement.dom import Node, tree_of

CHART = {
    "SVG": charts.drawn,
    "chart data": charts.data,
    "tooltips": charts.tooltips,
    "alternative text": charts.described,
}


def page(found: Agreement, rows: Mapping[Key, Reading], html: str, body: str) -> None:
    """The pinned page of one force: table, chart, large figure, title."""
    own = of_body(rows, body)
    left_out = unknown_at_the_end(own)
    shown = {key: row for key, row in own.items() if key not in left_out}
    tree = tree_of(html)
    tables = tree.all("table", "years")
    assert len(tables) == bool(shown), f"{body}: {len(tables)} tables"
    for table in tables:
        found.compare("page table", own, pages.force_table(table, body), may_lack=left_out)
    newest = max(shown, default=None)
    has_figure = bool(newest) and not shown[newest]["missing"]
    chart = tree.all("figure", "plot")
    held = sum(not row["missing"] for row in shown.values())
    assert len(chart) == (has_figure and held > 1), f"{body}: {len(chart)} charts"
    for plot in chart:
        compare_chart(found, own, plot, body, left_out)
    without = {*own} - ({newest} if has_figure else set())
    found.compare("large figure", own, pages.large(tree, body, "tally"), may_lack=without)
    found.compare("title", own, pages.title(tree, body), may_lack=without)


def pages_of(body: str) -> Iterator[tuple[str, str]]:
    """Each count of which something is known of a force, with the page that shows it."""
    first = Client().get(f"/forces/{body}/")  # with its context: it is not from memory
    for address in (f"/forces/{body}/", *(each.url for each in first.context["others"])):
        response = Client().get(address)
        section = response.context["section"]
        if section and section["rows"]:
            yield section["id"], response.content.decode()


def living_page(
    found: Agreement, slug: str, rows: Mapping[Key, Reading], html: str, body: str
) -> None:
    """A force’s own page of one count."""
    tree, own = tree_of(html), of_body(rows, body)
    ends = unknown_at_the_end(own)
    (table,) = tree.all("table", "years")
    found.compare("living page", own, pages.force_table(table, body), may_lack=ends)
    for plot in tree.all("figure", "plot"):
        assert plot.one("script").attrs["id"] == f"chart-{slug}-config"
        compare_chart(found, own, plot, body, ends)


def compare_chart(
    found: Agreement, own: Mapping[Key, Reading], plot: Node, body: str, left_out: set[Key]
) -> None:
    for name, read in CHART.items():
        found.compare(name, own, read(plot, body), may_lack=left_out)


def force_csv(found: Agreement, rows: Mapping[Key, Reading], text: str, body: str) -> None:
    own = of_body(rows, body)
    told = files.of_one_force(files.csv_lines(text), body)
    found.compare("force’s CSV", own, told, may_lack=unknown_at_the_end(own))


def facts_of(whole: ReleaseFacts, body: str) -> Facts:
    """The facts of a force about the release's year."""
    return basis_of(whole, body, whole.year).facts


def basis(found: Agreement, rows: Mapping[Key, Reading], whole: ReleaseFacts, body: str) -> None:
    """The facts of a force, and the claims made of them, about the release's year."""
    own = of_body(rows, body)
    rest = facts_of(whole, body)
    newer = {key for key in own if Year.parse(key[1]) > whole.year}
    told = facts.series(rest, body, (year for _, year in own))
    found.compare("draft facts", own, told, may_lack=newer)
    claims = facts.claimed(claims_for(rest), rest.place, body, whole.year.label)
    found.compare("claims", own, facts.within(claims, own), may_lack=own)


def draft(found: Agreement, rows: Mapping[Key, Reading], made: Draft, whole: ReleaseFacts) -> None:
    """The headline and the claims that travel with a draft."""
    year, own = whole.year.label, of_body(rows, made.body)
    told = facts.headline(made, year)
    if (made.body, year) not in own:
        assert all(said["missing"] for said in told.values()), made.headline
        return
    found.compare("draft headline", own, told, may_lack=own)
    claims = facts.claimed(made.claims, facts_of(whole, made.body).place, made.body, year)
    found.compare("draft claims", own, facts.within(claims, own), may_lack=own)


def of_release(
    client: Client,
    found: Agreement,
    rows: Mapping[Key, Reading],
    whole: ReleaseFacts,
    bodies: list[str],
) -> None:
    """The pages, files and facts of these forces, as one release has them."""
    address = f"/releases/{whole.release.measure.slug}/{whole.release.number}"
    for body in bodies:
        page(found, rows, client.get(f"{address}/forces/{body}/").content.decode(), body)
        file = client.get(f"{address}/forces/{body}.csv")
        own = of_body(rows, body)
        if file.status_code == 200:
            force_csv(found, rows, file.content.decode(), body)
        else:
            assert unknown_at_the_end(own) == {*own}, f"{body} has no file"
        basis(found, rows, whole, body)
