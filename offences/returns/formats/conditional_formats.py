"""The rules of an xlsx sheet that show something else than a number: “<5” for all below 5."""

import re
import zipfile
from dataclasses import dataclass, field

from offences.returns.formats.cell_looks import CellLook
from offences.returns.formats.colours import WHITE, xlsx_colour
from offences.returns.formats.workbook_records import parse_xml
from offences.returns.sheet import Position, parse_address

_TESTS = {
    "lessThan": lambda value, low, high: value < low,
    "lessThanOrEqual": lambda value, low, high: value <= low,
    "greaterThan": lambda value, low, high: value > low,
    "greaterThanOrEqual": lambda value, low, high: value >= low,
    "equal": lambda value, low, high: value == low,
    "notEqual": lambda value, low, high: value != low,
    "between": lambda value, low, high: low <= value <= high,
    "notBetween": lambda value, low, high: not low <= value <= high,
}


@dataclass
class DisplayRule:
    """Some cells, and how those of them look that a condition is true of."""

    look: CellLook
    ranges: list[tuple[Position, Position]]
    operator: str = ""  # empty for what only a spreadsheet program can decide
    limits: list[str] = field(default_factory=list)
    places: frozenset[Position] = frozenset()  # single cells

    def covers(self, place: Position) -> bool:
        return place in self.places or any(
            top <= place[0] <= bottom and left <= place[1] <= right
            for (top, left), (bottom, right) in self.ranges
        )

    @property
    def is_known(self) -> bool:
        return self.operator in _TESTS and all(map(_is_number, self.limits)) and bool(self.limits)

    def holds(self, value: float) -> bool:
        limits = [*map(float, self.limits)]
        return _TESTS[self.operator](value, limits[0], limits[-1])


def display_rules(archive: zipfile.ZipFile, part: str, looks: list[CellLook]) -> list[DisplayRule]:
    """The rules of one sheet whose look, of `looks`, hides or replaces a number."""
    walker = _Rules(looks)
    if any(look.differs for look in looks):
        with archive.open(part) as stream:
            parse_xml(stream, walker.start, walker.end, walker.text)
    return walker.found


def looks_of_rules(archive: zipfile.ZipFile) -> list[CellLook]:
    """The looks that rules may give, by their index."""
    walker = _Differences()
    if "xl/styles.xml" in archive.namelist():
        with archive.open("xl/styles.xml") as stream:
            parse_xml(stream, walker.start)
    return [CellLook(code, unseen=white and not filled) for code, white, filled in walker.found]


class _Differences:
    """Walks styles.xml."""

    def __init__(self) -> None:
        self.found: list[tuple[str, bool, bool]] = []  # number format, white, filled
        self.inside = self.in_font = False

    def start(self, name: str, of: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag in ("dxfs", "tableStyles", "colors", "extLst"):
            self.inside = tag == "dxfs"
        elif self.inside and tag == "dxf":
            self.found.append(("General", False, False))
        elif self.inside and self.found:
            code, white, filled = self.found[-1]
            match tag:
                case "numFmt":
                    code = of.get("formatCode", code)
                case "color" if self.in_font:
                    white = xlsx_colour(of) == WHITE
                case "bgColor" | "fgColor":
                    filled = filled or xlsx_colour(of) != WHITE
            self.found[-1] = code, white, filled
            self.in_font = tag == "font" or (self.in_font and tag not in ("fill", "border"))


class _Rules:
    """Walks a sheet."""

    def __init__(self, looks: list[CellLook]) -> None:
        self.looks = looks
        self.found: list[DisplayRule] = []
        self.ranges: list[tuple[Position, Position]] = []
        self.rule: DisplayRule | None = None
        self.formula: list[str] | None = None

    def start(self, name: str, of: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "conditionalFormatting":
                self.ranges = [*map(_range, of.get("sqref", "").split())]
            case "cfRule" if of.get("dxfId", "").isdigit() and int(of["dxfId"]) < len(self.looks):
                look = self.looks[int(of["dxfId"])]
                operator = of.get("operator", "") if of.get("type") == "cellIs" else ""
                self.rule = DisplayRule(look, self.ranges, operator) if look.differs else None
            case "formula" if self.rule:
                self.formula = []

    def text(self, data: str) -> None:
        if self.formula is not None:
            self.formula.append(data)

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "formula" if self.rule and self.formula is not None:
                self.rule.limits.append("".join(self.formula).strip())
                self.formula = None
            case "cfRule" if self.rule:
                self.found.append(self.rule)
                self.rule = None


def _range(text: str) -> tuple[Position, Position]:
    first, _, last = text.partition(":")
    return parse_address(first), parse_address(last or first)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(?:\.\d+)?", text))
