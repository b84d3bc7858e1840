"""The rules of an open document that show something else than a number, as those of an xlsx."""

import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass, replace

from offences.returns.formats.cell_looks import CellLook
from offences.returns.formats.colours import WHITE, plain_colour
from offences.returns.formats.conditional_formats import DisplayRule
from offences.returns.formats.workbook_records import SheetRecords, parse_xml
from offences.returns.sheet import Position, parse_address

type CellRange = tuple[Position, Position]
type Condition = tuple[str, list[str]]  # the operator and its limits

_COMPARED = re.compile(r"(?:cell-content\(\))?(<=|>=|!=|<|>|=)(.+)")
_BETWEEN = re.compile(r"(?:cell-content-is-)?(not-)?between\((.+),(.+)\)")
_OPERATORS = {
    "<": "lessThan",
    "<=": "lessThanOrEqual",
    ">": "greaterThan",
    ">=": "greaterThanOrEqual",
    "=": "equal",
    "!=": "notEqual",
}


def ods_rules(
    archive: zipfile.ZipFile, records: dict[str, SheetRecords]
) -> dict[str, list[DisplayRule]]:
    """The rules of each sheet whose look hides or replaces a number.

    They are written for ranges of a sheet, and in styles, of which `records` know the cells.
    """
    styles = _Styles()
    for part in ("styles.xml", "content.xml"):
        if part in archive.namelist():
            with archive.open(part) as stream:
                parse_xml(stream, styles.start, styles.end, styles.text)
    found: dict[str, list[DisplayRule]] = defaultdict(list)
    for sheet, condition, ranges, name in styles.rules:
        found[sheet].append(DisplayRule(styles.look(name), ranges, *_read(condition)))
    for sheet, own in records.items():
        places: dict[str, set[Position]] = defaultdict(set)
        for place, style in own.styles.items():
            if style in styles.maps:
                places[style].add(place)
        for style, at in places.items():
            for condition, name in styles.maps[style]:
                rule = DisplayRule(styles.look(name), [], *_read(condition), frozenset(at))
                found[sheet].append(rule)
    return {sheet: [rule for rule in own if rule.look.differs] for sheet, own in found.items()}


def _read(condition: str) -> Condition:
    """The operator of a condition and its limits; no operator where only a program can tell."""
    plain = condition.replace(" ", "")
    if found := _BETWEEN.fullmatch(plain):
        return "notBetween" if found[1] else "between", [found[2], found[3]]
    if found := _COMPARED.fullmatch(plain):
        return _OPERATORS[found[1]], [found[2]]
    return "", []


def _ranges(text: str) -> list[CellRange]:
    """The ranges of a list, in which names may be in quotes: “Data.B2:Data.C3 Data.E2”."""
    found = []
    for one in re.sub(r"'[^']*'", "", text).split():
        ends = [each.replace("$", "") for each in re.findall(r"\.(\$?[A-Z]{1,3}\$?\d+)", one)]
        if ends:
            found.append((parse_address(ends[0]), parse_address(ends[-1])))
    return found


_MOST_PARENTS = 10  # of a style; a file may name two that are each other's


@dataclass(frozen=True)
class _Look:
    """What a style says itself; None and no name where it says nothing."""

    parent: str = ""
    number_style: str = ""
    white: bool | None = None
    filled: bool | None = None  # with another colour than white

    def with_parent(self, parent: "_Look") -> "_Look":
        """This look, completed by that of its parent."""
        return _Look(
            parent.parent,
            self.number_style or parent.number_style,
            parent.white if self.white is None else self.white,
            parent.filled if self.filled is None else self.filled,
        )


class _Styles:
    """Walks the styles and the rules of a document."""

    def __init__(self) -> None:
        self.looks: dict[str, _Look] = {}
        self.codes: dict[str, str] = {}  # of number styles, as a workbook writes them
        self.maps: dict[str, list[tuple[str, str]]] = defaultdict(list)  # condition, style
        self.rules: list[tuple[str, str, list[CellRange], str]] = []  # sheet, condition, …
        self.style = self.number = self.sheet = ""
        self.ranges: list[CellRange] = []
        self.in_text = False

    def look(self, name: str) -> CellLook:
        own = self.looks.get(name, _Look())
        for _ in range(_MOST_PARENTS):
            if own.parent not in self.looks:
                break
            own = own.with_parent(self.looks[own.parent])
        code = self.codes.get(own.number_style, "General")
        return CellLook(code, unseen=bool(own.white) and not own.filled)

    def start(self, name: str, of: dict[str, str]) -> None:
        space, _, tag = name.partition(":")
        if space == "number":
            self._number(tag, of)
        match name:
            case "style:style":
                self.style, self.number = of.get("style:name", ""), ""
                parent = of.get("style:parent-style-name", "")
                self.looks[self.style] = _Look(parent, of.get("style:data-style-name", ""))
            case "style:text-properties" if self.style in self.looks and not self.number:
                white = plain_colour(of["fo:color"]) == WHITE if "fo:color" in of else None
                self.looks[self.style] = replace(self.looks[self.style], white=white)
            case "style:table-cell-properties" if self.style in self.looks:
                colour = of.get("fo:background-color", "").lower()
                filled = (
                    colour != "transparent" and plain_colour(colour) != WHITE if colour else None
                )
                self.looks[self.style] = replace(self.looks[self.style], filled=filled)
            case "style:map" if self.style and not self.number:
                rule = of.get("style:condition", ""), of.get("style:apply-style-name", "")
                self.maps[self.style].append(rule)
            case "table:table":
                self.sheet = of.get("table:name", "")
            case "calcext:conditional-format":
                self.ranges = _ranges(of.get("calcext:target-range-address", ""))
            case "calcext:condition":
                condition = of.get("calcext:value", "")
                applied = of.get("calcext:apply-style-name", "")
                self.rules.append((self.sheet, condition, self.ranges, applied))

    def _number(self, tag: str, of: dict[str, str]) -> None:
        """Add a part of a number style to its code."""
        if tag.endswith("-style"):
            self.number = of.get("style:name", "")
            self.codes[self.number] = ""
        elif tag == "text":
            self.in_text = True
        elif self.number:
            self.codes[self.number] += "0" if tag == "number" else "@"

    def text(self, data: str) -> None:
        if self.in_text and self.number:
            self.codes[self.number] += '"' + data.replace('"', "") + '"'

    def end(self, name: str) -> None:
        if name == "number:text":
            self.in_text = False
        elif name.startswith("number:") and name.endswith("-style"):
            self.number = ""
