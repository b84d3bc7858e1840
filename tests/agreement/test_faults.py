"""A difference is found: each output is changed in one place, and then each row."""

import io
import re
from dataclasses import replace

from django.test import TestCase
from openpyxl import load_workbook

from offences.press import drafts
from offences.press.basis import ReleaseFacts, facts_of_release
from offences.statistics.cells import Cell
from offences.statistics.series import Series
from offences.statistics.years import Year
from tests import worlds
from tests.agreement import facts, files, outputs
from tests.agreement.cells import Agreement, Key, Reading, of_body, rows_of
from tests.agreement.crowd import crowd

BODY = "states"
FIRST, LAST = (BODY, "2007/08"), (BODY, "2018/19")  # refused under s.12; 68, revised from 54

# What a page must not say instead of what it says, and which output is then another.
CHANGES = [
    ("a number", r'(amount-number">)1,234', r"\g<1>1,243", "page table"),
    ("a range", r'(amount-number">.{0,30})0 to 4', r"\g<1>0 to 5", "page table"),
    ("a nought for a gap", r'"amount">\s*<span class="code">\[x\]</span>', 'amount-number">0', ""),
    ("a marker left out", r'68 *(<span class="code">)?\[r\](</span>)?', "68", "page table"),
    ("what was said before", r"(row-note\">Revised: )54", r"\g<1>45", "page table"),
    ("the months", r"Covers 11 months", "Covers ten months", "page table"),
    ("a reason", r"<td>Refused, s\.12", "<td>Left blank", "page table"),
    ("a section", r"<td>Refused, s\.12", "<td>Refused, s.14", "page table"),
    ("a year left out", r"<tr>\s*<th scope=\"row\">2012/13</th>.*?</tr>", "", "page table"),
    ("a number over a bar", r"(t-number[^>]*>)1,234", r"\g<1>1,243", "SVG"),
    ("a bar too high", r'(<rect class="b-solid"[^>]* height=")(\d\d+\.?\d*)"', r'\g<1>259"', "SVG"),
    ("a bar for a gap", r'<rect class="b-gap"', '<rect class="b-solid"', "SVG"),
    ("a scale that lies", r"(t-tick[^>]*>)1,500", r"\g<1>3,000", "SVG"),
    ("a nought for nothing in the data", r'"data": \[null', '"data": [0', "chart data"),
    ("another bar in the data", r'("datasets".*?)1234', r"\g<1>1243", "chart data"),
    ("another end of a range", r'("words": ")0 to 4', r"\g<1>0 to 5", "tooltips"),
    ("the pointer’s words", r'("words": ")1,234', r"\g<1>1,243", "tooltips"),
    (
        "the pointer’s nought",
        r'"words": "No figure: refused, s\.12[^"]*"',
        '"words": "0"',
        "tooltips",
    ),
    ("a described number", r"(<desc.*?In 2012/13: )1,234", r"\g<1>1,243", "alternative text"),
    (
        "a described gap",
        r"(<desc.*?)no figure, refused, s\.12; it is not zero",
        r"\g<1>0",
        "alternative text",
    ),
    ("a year not described", r"(<desc.*?)In 2012/13: [^.]*\. ", r"\1", "alternative text"),
    ("the large figure", r"(<strong>)68(</strong> <span>in 2018/19)", r"\g<1>86\2", "large figure"),
    ("the year of the large figure", r"<span>in 2018/19", "<span>in 2017/18", "large figure"),
    ("the title", r"(<title>States: )68", r"\g<1>86", "title"),
]


class TestFaults(TestCase):
    whole: ReleaseFacts
    rows: dict[Key, Reading]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.whole = facts_of_release(crowd().release)
        cls.rows = of_body(rows_of(cls.whole.figures), BODY)

    def get(self, address: str) -> bytes:
        return self.client.get(f"/releases/online/1/{address}").content

    def page(self, html: str, rows: dict[Key, Reading] | None = None) -> set[str]:
        """The outputs of a page in which something differs; a drawing can contradict itself."""
        found = Agreement()
        try:
            outputs.page(found, rows or self.rows, html, BODY)
        except AssertionError as contradiction:
            return differing(found) | {f"contradiction: {contradiction}"}
        return differing(found)

    def test_each_change_of_a_page_is_found_in_that_output(self) -> None:
        html = self.get(f"forces/{BODY}/").decode()
        assert self.page(html) == set()
        for what, old, new, output in CHANGES:
            changed, n = re.subn(old, new, html, count=1, flags=re.DOTALL)
            with self.subTest(what):
                assert n and changed != html, "there is nothing to change"
                seen = self.page(changed)
                assert len(seen) == 1, seen
                assert seen == {output} or seen.pop().startswith("contradiction"), seen

    def test_each_change_of_a_file_is_found(self) -> None:
        text = self.get("figures.csv").decode()
        own = self.get(f"forces/{BODY}.csv").decode()
        for old, new in (
            (",68,68,68,r,", ",68,68,68,,"),
            (",68,68,68,r,", ",86,68,68,r,"),
            (',,,,x,"refused, s.12"', ',0,0,0,x,"refused, s.12"'),
            (',,,,x,"refused, s.12"', ",,,,x,refused"),
            (",130,130,130,,,11,", ",130,130,130,,,12,"),
        ):
            for name, whole in (("release", text), ("own", own)):
                with self.subTest(f"{name}: {old} → {new}"):
                    assert self.file(whole, name) == []
                    at = whole.index("States Police")
                    changed = whole[:at] + whole[at:].replace(old, new, 1)
                    assert changed != whole, "there is nothing to change"
                    assert self.file(changed, name) != []
        book = load_workbook(io.BytesIO(self.get("figures.xlsx")))
        sheet = book["Forces"]
        _, headings, *rows = sheet.iter_rows()
        names = [cell.value for cell in headings]
        address, year, number = map(names.index, ("Address", "Year", "Number"))
        for row in rows:
            if (row[address].value, row[year].value) == FIRST:
                row[number].value = 0
        changed = io.BytesIO()
        book.save(changed)
        told = of_body(files.counts(files.sheets(changed.getvalue())["Forces"]), BODY)
        assert self.told("XLSX", told) == ["XLSX: states 2007/08: number is 0, released as None"]

    def file(self, text: str, name: str) -> list[str]:
        lines = files.csv_lines(text)
        told = files.counts(lines) if name == "release" else files.of_one_force(lines, BODY)
        return self.told(name, of_body(told, BODY))

    def told(self, name: str, told: dict[Key, Reading]) -> list[str]:
        found = Agreement()
        found.compare(name, self.rows, told)
        return found.differ

    def test_each_change_of_the_facts_is_found(self) -> None:
        trend = self.whole.trend(worlds.Force.objects.get(slug=BODY))
        years = [year for _, year in self.rows]
        for year, cell in (
            (2018, Cell.count(69)),
            (2007, Cell.count(0)),
            (2008, Cell.missing("blank")),
        ):
            series = Series({**trend.series.cells, Year(year): cell})
            rest = replace(outputs.facts_of(self.whole, BODY), series=series)
            assert self.told("facts", facts.series(rest, BODY, years)) != []

    def test_a_row_that_changes_is_found_in_every_output_that_tells_it(self) -> None:
        html, own = self.get(f"forces/{BODY}/").decode(), self.get(f"forces/{BODY}.csv").decode()
        drafted = drafts(worlds.event(self.whole.release), BODY)
        more = {"number": 69, "low": 69, "high": 69, "bar": 69}
        for key, changed, fewest in (
            (LAST, more, {*outputs.CHART, "page table", "large figure", "title"}),
            (FIRST, more | {"missing": False}, {*outputs.CHART, "page table"}),
        ):
            rows = self.rows | {key: self.rows[key] | changed}
            assert self.page(html, rows) == fewest
            found = Agreement()
            outputs.force_csv(found, rows, own, BODY)
            outputs.basis(found, rows, self.whole, BODY)
            for made in drafted:
                outputs.draft(found, rows, made, self.whole)
            of_text = {"claims", "draft claims", "draft headline"} if key == LAST else set()
            assert differing(found) == {"force’s CSV", "draft facts"} | of_text


def differing(found: Agreement) -> set[str]:
    return {each.split(":")[0] for each in found.differ}
