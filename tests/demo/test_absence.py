"""What a page or draft calls absent is in no public file, and what was published is on its page."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator

from django.test import TestCase

from offences.models import CampaignEvent, Force, Measure, Release, ReleasedResponse
from offences.press import drafts
from offences.statistics.years import Year
from tests import worlds
from tests.agreement.dom import Node, tree_of
from tests.samples import is_drill, some

ABSENT = re.compile(
    r"\bno (?:confirmed |checked |settled |yearly )?figure|\b(?:do|does) not (?:have|hold)\b"
    r"|\bin (?:our|the charity’s) records|\b(?:is|are) missing\b|\bhave (?:none|no)\b"
)
NOT_OF_FIGURES = (
    "No figure here",
    "The file itself",
    "We do not have the file.",
    "We do not have the reply.",
    "Do not write",
    "We do not have it. Not zero.",
)
YEAR = re.compile(r"\b\d{4}/\d\d\b")
OTHER_OBSTACLE = re.compile(r"\band [^ ]+ (?:is|are|was|were) (?:in doubt|revised|contradicted)")
"""Of a year that has a figure, in a sentence that names missing years too."""
COUNT = "count from a return"
WITHOUT = {
    *("essex", "leicestershire", "cheshire", "derbyshire"),
    *("gloucestershire", "nottinghamshire", "suffolk", "surrey"),
}
"""Forces without a yearly figure of the first measure, of which something else is held."""
READ = {"essex", "cheshire"}  # two of them, in every run


class TestAbsence(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()
        cls.forces = list(Force.objects.order_by("slug"))
        cls.to_read = [f for f in cls.forces if f.slug in READ or f in some(cls.forces)]
        cls.measures = {m.slug: m for m in Measure.objects.order_by("position")}
        cls.releases = list(Release.objects.select_related("measure").order_by("public_at"))
        newest = {r.measure.slug: r for r in cls.releases}
        cls.newest = [newest[slug] for slug in cls.measures]
        cls.to_draft = cls.releases if is_drill() else cls.newest

    def lines(self, address: str) -> list[dict[str, str]]:
        text = self.client.get(address).content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def of_forces(self, release: Release) -> list[dict[str, str]]:
        """The rows with a number, or words, for a single force in a release's file."""
        address = f"/releases/{release.measure.slug}/{release.number}/figures.csv"
        rows = [row for row in self.lines(address) if row["kind"] == "force"]
        return [row for row in rows if row["low"] or row["what"] != COUNT]

    def numbers(self, until: Release | None = None) -> dict[str, set[tuple[str, str]]]:
        """By force, the measures and years of which some public file has a number for it.

        `until` leaves out later releases: a draft says what was known when its release came out.
        """
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for release in self.releases:
            if until and release.public_at > until.public_at:
                continue
            for row in self.of_forces(release):
                if row["low"] and row["year"]:
                    found[row["address"]].add((release.measure.slug, row["year"]))
        for force in [] if until else self.to_read:
            for slug in self.measures:
                address = f"/forces/{force.slug}/{slug}.csv"
                if self.client.get(address).status_code == 200:
                    found[force.slug] |= {
                        (slug, row["year"]) for row in self.lines(address) if row["low"]
                    }
        return found

    def absent(self, text: str, default: str) -> Iterator[tuple[str, str]]:
        """Each measure and year that some text calls absent; all years where it names none."""
        if any(words in text for words in NOT_OF_FIGURES):
            return
        named = [s for s, m in self.measures.items() if m.phrase in text]
        years = YEAR.findall(OTHER_OBSTACLE.sub("", text))
        assert years or (named and "yearly figure" in text), f"without a scope: {text}"
        every = [Year(y).label for y in range(2010, 2026)]
        for slug in named or [default]:
            yield from ((slug, year) for year in years or every)

    def sentences(self, page: Node) -> Iterator[tuple[str, str]]:
        """The sentences about an absence with the measure of their section."""
        first, *_ = self.measures
        described = [
            m.attrs["content"] for m in page.all("meta") if m.attrs.get("name") == "description"
        ]
        outside = [(first, text) for text in [page.all("title")[0].text, *described]]
        for node in (n for tag in ("p", "dd", "desc", "h1") for n in page.one("main").all(tag)):
            slug = next((s for s in self.measures if in_section(node, s)), first)
            text = f"{term_of(node)}: {node.text}" if node.tag == "dd" else node.text
            outside.append((slug, text))
        for slug, text in outside:
            before = ""
            for sentence in re.split(r"(?<=[.;]) ", text):
                if ABSENT.search(sentence):
                    back = before if re.search(r"\bthat (figure|year)\b", sentence) else ""
                    yield slug, f"{back} {sentence}"
                before = f"{before} {sentence}"

    def test_what_a_page_calls_absent_is_in_no_public_file(self) -> None:
        numbers, seen, wrong = self.numbers(), 0, []
        for force in self.to_read:
            page = tree_of(self.client.get(f"/forces/{force.slug}/").content.decode())
            said = [
                (text, each)
                for slug, text in self.sentences(page)
                for each in self.absent(text, slug)
            ]
            for table in page.all("table", "years"):
                slug = next(
                    (s for s in self.measures if in_section(table, s)), next(iter(self.measures))
                )
                for row in table.one("tbody").all("tr"):
                    if "[x]" in row.text or "[c]" in row.text:
                        said.append((row.text, (slug, row.one("th").text)))
            seen += len(said)
            wrong += [f"{force}: {text}" for text, each in said if each in numbers[force.slug]]
        assert wrong == []
        assert seen > (400 if is_drill() else 100)

    def test_what_a_draft_calls_absent_is_in_no_public_file(self) -> None:
        seen = 0
        event = CampaignEvent.objects.exclude(release=None).first()
        event.older_because = "each release is read in turn"
        for release in self.to_draft:
            event.release, numbers = release, self.numbers(until=release)
            for draft in drafts(event):
                local = f"{draft.headline}. {draft.text.split('Across ')[0]}"
                for sentence in re.split(r"(?<=[.;]) |\n", local):
                    label = Year(release.year).label
                    if draft.body_kind == "force" and f"give no {label} number" in sentence:
                        seen += 1
                        year = (release.measure.slug, label)
                        assert year not in numbers[draft.body], sentence
        assert seen > (50 if is_drill() else 5)

    def test_a_force_without_a_yearly_figure_says_what_is_held_instead(self) -> None:
        numbers, seen = self.numbers(), set()
        rows = [row for release in self.newest for row in self.of_forces(release)]
        for force in self.to_read:
            page = tree_of(self.client.get(f"/forces/{force.slug}/").content.decode())
            told = page.one("main").all("div", "absence")
            own = [row for row in rows if row["address"] == force.slug]
            if (
                not told
                or not own
                or any(s == self.newest[0].measure.slug for s, _ in numbers[force.slug])
            ):
                continue
            description = next(
                m.attrs["content"] for m in page.all("meta") if m.attrs.get("name") == "description"
            )
            for text in (told[0].text, description):
                assert "We do have: " in text, force
                for row in own:
                    assert not row["period"] or f"{int(row['low']):,} " in text, text
            seen.add(force.slug)
        assert seen >= (WITHOUT if is_drill() else READ)

    def test_what_else_was_published_of_a_force_is_on_its_page_with_its_source(self) -> None:
        seen = 0
        for release in self.newest:
            for row in self.of_forces(release):
                if row["what"] == COUNT:
                    continue
                address = f"/forces/{row['address']}/"
                first = self.client_class().get(address).context
                places = [address, *(each.url for each in first["others"])]
                sections = [
                    tree_of(self.client.get(place).content.decode()).at("also-published")
                    for place in places
                ]
                section = sections[0]
                assert section.one("h2").text == "Also published"
                entries = [div for s in sections for dl in s.all("dl") for div in dl.all("div")]
                shown = f"{int(row['low']):,}" if row["low"] else row["reason"].split(": ", 1)[1]
                assert any(
                    entry.one("dt").text == (row["year"] or row["period"])
                    and shown in entry.one("dd").text
                    and release.measure.phrase in entry.one("dd").text
                    and row["published"] in entry.one("dd").text
                    and entry.one("a").attrs["href"] == row["source_address"]
                    for entry in entries
                ), (row, section.text)
                seen += 1
        assert seen > 8

    def test_a_pinned_page_speaks_of_its_release_alone(self) -> None:
        html = self.client.get("/releases/cyber-flagged/2/forces/dorset/").content.decode()
        assert "Release 2 has no yearly figure of online sexual offences" in html
        assert "We hold" not in html and "charity holds" not in html

    def test_the_numbers_of_forces_are_reconciled_where_a_reader_meets_them(self) -> None:
        asked = {
            n: set(ReleasedResponse.objects.filter(round=n).values_list("force", flat=True))
            for n in ("2019", "2020")
        }
        sentence = (
            f"In 2019 the charity asked the {len(asked['2019'])} forces of England, Wales and "
            "Northern Ireland. In 2020 it also asked Guernsey Police and States of Jersey Police, "
            f"which makes {len(asked['2020'])}. This site also lists British Transport Police and "
            f"Police Scotland, which were not asked, so it has {len(self.forces)}."
        )
        for address in (
            *("/forces/", "/responses/2019/", "/responses/2020/"),
            *("/releases/cyber-flagged/4/", "/measures/cyber-flagged/"),
        ):
            main = tree_of(self.client.get(address).content.decode()).one("main")
            assert sentence in [p.text for p in main.all("p")], address

    def test_the_notes_of_a_draft_do_not_contradict_each_other(self) -> None:
        event = CampaignEvent.objects.exclude(release=None).first()
        event.older_because = "each release is read in turn"
        for release in self.to_draft:
            event.release = release
            for draft in drafts(event):
                notes = draft.text.split("Notes to editors")[1]
                told = re.findall(
                    r"The figure for (\d{4}/\d\d), [^,.]+, (?:was published|is in)", notes
                )
                assert len(told) == len(set(told)), f"{release}, {draft.body}: {notes}"
                if f"has no {Year(release.year)} figure" in draft.text:
                    assert f"{draft.place}: as reported" not in notes, draft.body


def in_section(node: Node | None, slug: str) -> bool:
    while node is not None:
        if node.tag == "section" and node.attrs.get("id") == slug:
            return True
        node = node.parent
    return False


def term_of(node: Node) -> str:
    terms = node.parent.all("dt") if node.parent else []
    return terms[0].text if terms else ""
