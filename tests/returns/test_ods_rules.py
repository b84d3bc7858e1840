"""A rule of an open document that replaces a number is followed, or asked about."""

import io
import re
import zipfile
from itertools import pairwise

import pytest

from offences.returns.formats.files import open_file
from offences.returns.formats.ods_rules import ods_rules
from offences.returns.formats.workbook_records import SheetRecords
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import zip_of
from tests.returns.every_format import ods_with
from tests.returns.grids import Rows
from tests.returns.test_cell_looks import SEXES, cells, stops

CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
LOOKS = {
    "limit": '<number:number-style style:name="N1"><number:text>&lt;5</number:text>'
    '</number:number-style><style:style style:name="look" style:family="table-cell"'
    ' style:data-style-name="N1"/>',
    "white": '<style:style style:name="look" style:family="table-cell">'
    '<style:text-properties fo:color="#FFFFFF"/></style:style>',
    "red": '<style:style style:name="look" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#ff0000"/></style:style>',
}
TALL: Rows = [["Year", "Girls", "Boys"], ["2020/21", 3, 25], ["2021/22", 12, 1]]
LONG: Rows = [["Sex", "2020/21", "2021/22"], ["Girls", 3, 25], ["Boys", 12, 1], ["Total", 15, 26]]


def read(rows: Rows, styles: str, change) -> ReadFile:
    """The file with these styles, whose content is changed."""
    before = zipfile.ZipFile(io.BytesIO(ods_with(rows, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    styles = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content = parts["content.xml"].decode()
    content = re.sub(r"<office:automatic-styles ?/>|(?=<office:body)", styles, content, count=1)
    parts["content.xml"] = change(content).encode()
    return read_sheets("a.ods", open_file(zip_of(parts), "a.ods"))


def with_ranges(rows: Rows, look: str, condition: str) -> ReadFile:
    """The file with a rule for B2 to C3, written behind the rows."""
    rule = (
        f'<calcext:conditional-formats xmlns:calcext="{CALCEXT}"><calcext:conditional-format '
        'calcext:target-range-address="Data.B2:Data.C3"><calcext:condition '
        f'calcext:apply-style-name="look" calcext:value="{condition}"/>'
        "</calcext:conditional-format></calcext:conditional-formats></table:table>"
    )
    return read(rows, LOOKS[look], lambda content: content.replace("</table:table>", rule))


def with_map(rows: Rows, look: str, condition: str) -> ReadFile:
    """The file with a rule in the style of all numbers."""
    own = (
        '<style:style style:name="own" style:family="table-cell"><style:map style:condition='
        f'"{condition}" style:apply-style-name="look"/></style:style>'
    )
    cell = r"(<table:table-cell)([^>]*office:value=)"
    named = r'\1 table:style-name="own"\2'
    return read(rows, LOOKS[look] + own, lambda content: re.sub(cell, named, content))


SEEN = {"B2": ("suppressed", 1, 4), "C2": 25, "B3": 12, "C3": ("suppressed", 1, 4)}


@pytest.mark.parametrize("rows", [SEXES, TALL, LONG])
@pytest.mark.parametrize(
    ("made", "condition"),
    [
        (with_ranges, "&lt;5"),
        (with_ranges, "between(1,4)"),
        (with_map, "cell-content()&lt;=4"),
        (with_map, "cell-content-is-between(1, 4)"),
    ],
)
def test_a_number_that_a_rule_replaces_is_read_as_it_is_seen(rows, made, condition):
    found = made(rows, "limit", condition)
    assert {at: seen for at, seen in cells(found).items() if at in SEEN} == SEEN
    assert found.hidden == ("Data!B2", "Data!C3")


@pytest.mark.parametrize("made", [with_ranges, with_map])
def test_a_rule_with_white_letters_hides_a_number(made):
    found = cells(made(SEXES, "white", "&gt;20"))
    assert found == {"B2": 3, "C2": ("blank", None, None), "B3": 12, "C3": 1}


@pytest.mark.parametrize("made", [with_ranges, with_map])
def test_a_rule_that_nobody_can_follow_here_is_asked_about(made):
    asked = stops(made(SEXES, "limit", "is-true-formula([.Z1]&gt;2)"))
    assert asked["B2"].startswith("A rule or a number format may show something else than “3”.")
    assert len(asked) == 4


@pytest.mark.parametrize("made", [with_ranges, with_map])
@pytest.mark.parametrize("condition", ["&lt;5", "is-true-formula([.Z1]&gt;2)"])
def test_a_rule_that_only_colours_changes_nothing(made, condition):
    found = made(SEXES, "red", condition)
    assert cells(found) == {"B2": 3, "C2": 25, "B3": 12, "C3": 1}
    assert stops(found) == {}


def descendant(look: str, generations: int) -> str:
    """The styles of a look, with one named “look” that inherits it over some generations."""
    styles = LOOKS[look].replace('style:name="look"', 'style:name="parent 0"')
    names = [*(f"parent {n}" for n in range(generations)), "look"]
    return styles + "".join(
        f'<style:style style:name="{name}" style:family="table-cell"'
        f' style:parent-style-name="{parent}"><style:text-properties fo:font-weight="bold"/>'
        '<style:table-cell-properties fo:padding="1mm"/></style:style>'
        for parent, name in pairwise(names)
    )


@pytest.mark.parametrize("made", [with_ranges, with_map])
@pytest.mark.parametrize("generations", [1, 2, 5])
def test_a_rule_whose_style_inherits_its_look_is_followed(made, generations, monkeypatch):
    monkeypatch.setitem(LOOKS, "limit", descendant("limit", generations))
    monkeypatch.setitem(LOOKS, "white", descendant("white", generations))
    monkeypatch.setitem(LOOKS, "red", descendant("red", generations))
    assert {at: cells(made(SEXES, "limit", "&lt;5"))[at] for at in SEEN} == SEEN
    assert cells(made(SEXES, "white", "&gt;20"))["C2"] == ("blank", None, None)
    assert cells(made(SEXES, "red", "&lt;5")) == {"B2": 3, "C2": 25, "B3": 12, "C3": 1}


def test_styles_that_are_each_others_parents_are_read(monkeypatch):
    pair = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"'
        f' style:parent-style-name="{parent}"/>'
        for name, parent in [("look", "other"), ("other", "look")]
    )
    monkeypatch.setitem(LOOKS, "red", pair)
    assert cells(with_ranges(SEXES, "red", "&lt;5")) == {"B2": 3, "C2": 25, "B3": 12, "C3": 1}


class CountedStyles(dict):
    """The styles of cells, which counts how often all of them are walked."""

    walks = 0

    def items(self):
        self.walks += 1
        return super().items()


def test_the_styles_of_a_sheet_are_walked_once_however_many_there_are():
    styles = CountedStyles({(row, 1): f"style {row}" for row in range(1, 50)})
    with zipfile.ZipFile(io.BytesIO(zip_of({"mimetype": b""}))) as archive:
        assert ods_rules(archive, {"Data": SheetRecords(styles=styles)}) == {}
    assert styles.walks == 1
