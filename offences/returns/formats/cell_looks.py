"""The looks of a workbook's cells that change what a person sees: number formats and fonts."""

import re
import unicodedata
import zipfile
from dataclasses import dataclass

from offences.returns.formats.colours import BLACK, WHITE, xlsx_colour
from offences.returns.formats.workbook_records import SheetRecords, parse_xml
from offences.returns.labels.cell_counts import BLANK, NOTE_MARKS, parse_count
from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.sheet import Position

STRUCK, PARTLY_STRUCK, COMMENT, UNSEEN = "struck", "partly struck", "comment", "unseen"
UNCERTAIN = "uncertain"  # a rule that only a spreadsheet program can follow
CHANGED = "changed"  # with tracked changes that deleted something
ADDED = "added"  # with tracked changes
NUMBERED = "numbered"  # by the word processor itself
NESTED = "nested"  # a table is within the cell
COVERED = "covered"  # merged over cells with a text that nobody sees
MONTH = "month"  # a date of which only the month and the year are seen
FAINT = "faint"  # in letters that nobody sees

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<space>_.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<end>;)|(?P<digits>(?:[0#?]|General)+)|(?P<point>\.)|(?P<other>AM/PM|[@ymdhsEe])"
    r"|(?P<scale>,+(?=[^0#?,]|$))|(?P<idle>,)"
    r"|(?P<percent>%)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_LIMIT = re.compile(
    r"[<>≤≥~≈]|\+$|\b(?:under|over|less|fewer|more|about|approx|circa|est)\b|\bc\.", re.IGNORECASE
)
TINY = 2  # points: smaller letters are no more than a line
_UNIT = re.compile(r"[^\W\d_]|[%‰]")
_FOOTNOTE = re.compile(rf"[{NOTE_MARKS}]")  # of a text
_MARK = re.compile(r"[^\w\s.,'’\N{MINUS SIGN}–-]")  # no part of a number
BUILT_IN = {"9": "0%", "10": "0.00%", "17": "mmm-yy"}  # formats that a file need not spell out
_NAMED_COLOURS = {  # in a number format: “[White]0”, “[Color2]0”
    **dict.fromkeys(("white", "color2"), WHITE),
    **dict.fromkeys(("black", "color1"), BLACK),
}
USUAL_SIZE = 11  # points, of the letters of a cell that gives none
_MINUS = re.compile(r"^[\N{MINUS SIGN}–-] ?\d|\d[\N{MINUS SIGN}–-]$")
NO_NUMBER = ("", "-", "\N{EN DASH}", "\N{EM DASH}")


@dataclass
class _Section:
    """One part of a number format, for the numbers of one sign or size."""

    before: str = ""
    after: str = ""
    fill: str = ""
    condition: tuple[str, float] | None = None
    digits: bool = False
    other: bool = False  # a date, a text: nothing that we would write ourselves
    parts: str = ""  # of a date, by their letters
    decimals: bool = False
    percent: bool = False
    scaled: bool = False  # shown in thousands
    text: bool = False  # for what is no number
    colour: str = ""  # of its letters

    def add(self, text: str) -> None:
        if self.digits:
            self.after += text
        else:
            self.before += text

    @property
    def is_year(self) -> bool:
        """Whether it shows the year of a date and neither its month nor its day."""
        return bool(self.parts) and not self.parts.strip("y")

    @property
    def is_month(self) -> bool:
        """Whether it shows the month of a date, and no day or hour."""
        return "m" in self.parts and not self.parts.strip("my")

    def holds(self, value: float) -> bool:
        if self.condition is None:
            return True
        sign, limit = self.condition
        tests = {"<": value < limit, ">": value > limit, "=": value == limit}
        return value != limit if sign == "<>" else any(tests[each] for each in sign)


def shown_instead(code: str, value: float) -> str | None:
    """The text that a number format shows in place of a number; None if it shows the number.

    A 3 with the format `"<5"` is seen as “<5”. A zero that is a dash or nothing stays a zero.
    """
    section = _choose(_sections(code), value)
    if section is None or section.other or section.decimals:
        return None
    if not section.digits:
        text = (section.before or section.fill).strip() + "%" * section.percent
        return None if value == 0 and text in NO_NUMBER else text
    around = f"{section.before.strip()} {section.after.strip()}".strip()
    if value == int(value) and _LIMIT.search(around):
        return f"{section.before}{int(value)}{section.after}".strip()
    return None


def with_unit(code: str, value: float) -> str:
    """A number as its format shows it, where something is beside it: “28%”, “7k”, “5*”."""
    section = _choose(_sections(code), value)
    if section is None or section.other or not section.digits:
        return ""
    if section.percent:
        return f"{int(value) * 100}%" if value == int(value) else ""
    value = value / 1000 if section.scaled else value
    number = str(int(value)) if value == int(value) else str(value)
    around = f"{section.before} {section.after}"
    return unit_of(f"{section.before}{number}{section.after}".strip(), around, value)


def unit_of(seen: str, around: str, value: float) -> str:
    """What is seen of a number, if it has a unit and is no count, or if a mark is `around` it.

    It is read as if somebody had typed it, as is 45 with a minus before or behind it; what changes
    a number otherwise is asked about.
    """
    if value > 0 and _MINUS.search(seen):
        return seen
    if _MARK.search(around) and not adds_to_number(around):
        return seen
    count = parse_count(seen) if _UNIT.search(seen) else BLANK
    return seen if count is None else ""


def adds_to_number(around: str) -> bool:
    """Whether what is around a number makes it another, and is not the word for offences.

    Digits, letters and a sign of a currency do.
    """
    if any(unicodedata.category(each) == "Sc" for each in around):
        return True
    added = any(map(str.isalnum, around))
    return added and (any(map(str.isdigit, around)) or counted_unit(around) != OFFENCES)


def adds_to_text(around: str) -> bool:
    """Whether what is around a text is more than it says, as a mark of a note is."""
    return adds_to_number(around) or bool(_FOOTNOTE.search(around))


def _sections(code: str) -> list[_Section]:
    found = [_Section()]
    for token in _TOKEN.finditer(code):
        now, kind = found[-1], token.lastgroup
        text = token[kind] if kind else ""
        match kind:
            case "end":
                found.append(_Section())
            case "quoted" | "escaped" | "literal":
                now.add(text)
            case "space":
                now.add(" ")
            case "fill":
                now.fill = text
            case "digits":
                now.digits = True
            case "other":
                now.other = True
                now.parts += text.lower()
                now.text = now.text or text == "@"
            case "point":
                now.decimals = True
            case "scale":
                now.scaled = now.digits
            case "percent":
                now.percent = True
            case "bracket":
                if condition := _CONDITION.fullmatch(text):
                    now.condition = (condition[1], float(condition[2]))
                elif text.startswith("$"):
                    now.add(text[1:].partition("-")[0])
                elif colour := _NAMED_COLOURS.get(text.lower().replace(" ", "")):
                    now.colour = colour
                elif text.lower().strip("hms") == "":
                    now.other = True
    return found


def _choose(sections: list[_Section], value: float) -> _Section | None:
    numbers = sections[:3]
    if any(each.condition for each in numbers):
        return next((each for each in numbers if each.holds(value)), None)
    at = 0 if len(numbers) == 1 else 1 if value < 0 else 2 if value == 0 else 0
    return numbers[min(at, len(numbers) - 1)] if at < len(numbers) else numbers[0]


@dataclass(frozen=True)
class CellLook:
    """How the cells of one style look, where that is not what they hold."""

    code: str = "General"
    struck: bool = False
    unseen: bool = False  # in the colour of what is behind, or too small to be seen
    indent: int = 0  # steps from the left edge
    behind: str = WHITE  # the colour behind its letters
    size: float = USUAL_SIZE  # of its letters, in points

    def shows(self, value: float) -> str | None:
        section = _choose(self._numbers, value)
        hidden = self.unseen or (section is not None and section.colour == self.behind)
        return "" if hidden else shown_instead(self.code, value)

    def in_words(self, value: float) -> str:
        return with_unit(self.code, value)

    def changes(self, value: float) -> bool:
        """Whether a number is shown in thousands, or with what it has not: digits, “£”.

        A date of which only the year is seen, 2018, is not that of the year from 1 April 2018.
        """
        section = _choose(self._numbers, value)
        if section and section.is_year:
            return True
        if section is None or section.other or not section.digits:
            return False
        return section.scaled or adds_to_number(f"{section.before} {section.after}")

    def changes_text(self) -> bool:
        """Whether a text is shown with digits or letters that it has not: “2019/20 (to Dec)”."""
        return any(each.text and adds_to_text(each.before + each.after) for each in self._all)

    def shows_month(self, value: float) -> bool:
        section = _choose(self._numbers, value)
        return section is not None and section.is_month

    @property
    def differs(self) -> bool:
        numbers = self._numbers
        shown = (
            (each.other and not (each.is_year or each.is_month))
            or (each.digits and not (each.percent or each.scaled))
            for each in numbers
        )
        plain, around = all(shown), "".join(each.before + each.after for each in numbers)
        literal = _LIMIT.search(around) is not None or adds_to_number(around)
        literal = literal or _UNIT.search(around) is not None or self.changes_text()
        literal = literal or _MARK.search(around) is not None
        literal = literal or any(each.colour == self.behind for each in numbers)
        literal = literal or any(c in around for c in NO_NUMBER[1:])
        return self.struck or self.unseen or bool(self.indent) or not plain or literal

    @property
    def _all(self) -> list[_Section]:
        return _sections(self.code)

    @property
    def _numbers(self) -> list[_Section]:
        return self._all[:3]


def add_look(records: SheetRecords, place: Position, look: CellLook, value: float) -> None:
    """Record what a cell shows in place of its number, or beside it."""
    if (shown := look.shows(value)) is not None:
        records.shown[place] = shown
    elif words := look.in_words(value):
        records.unmarked[place] = words
    elif look.changes(value):
        records.marks.setdefault(place, UNCERTAIN)
    elif look.shows_month(value):
        records.marks.setdefault(place, MONTH)


_FILLS = {"none": WHITE, "solid": BLACK}  # a solid one is black until it names its colour


def xlsx_looks(archive: zipfile.ZipFile) -> dict[str, CellLook]:
    """The looks of an xlsx file's styles, by their index, where they may change what is seen."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    styles = _Styles()
    with archive.open("xl/styles.xml") as stream:
        parse_xml(stream, styles.start, styles.end)
    found = enumerate(styles.looks())
    usual = CellLook()
    return {
        str(n): look
        for n, look in found
        if look.differs or (look.behind, look.size) != (usual.behind, usual.size)
    }


@dataclass
class _Font:
    struck: bool = False
    size: float = USUAL_SIZE
    colour: str = BLACK


class _Styles:
    """Walks styles.xml."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.fonts: list[_Font] = []
        self.behind: list[str] = []  # colours
        self.formats: list[tuple[str, int, int]] = []
        self.indents: dict[int, int] = {}  # of the formats that have one
        self.within: list[str] = []

    def start(self, name: str, of: dict[str, str]) -> None:
        tag, parent = name.rpartition(":")[2], self.within[-1] if self.within else ""
        self.within.append(tag)
        match parent, tag:
            case "numFmts", "numFmt":
                self.codes[of.get("numFmtId", "")] = of.get("formatCode", "General")
            case "fonts", "font":
                self.fonts.append(_Font())
            case "fills", "fill":
                self.behind.append(WHITE)
            case "cellXfs", "xf":
                font, fill = int(of.get("fontId", 0)), int(of.get("fillId", 0))
                self.formats.append((of.get("numFmtId", "0"), font, fill))
            case "xf", "alignment" if "cellXfs" in self.within:
                self.indents[len(self.formats) - 1] = int(float(of.get("indent", 0)))
            case "font", "strike" if "fonts" in self.within:
                self.fonts[-1].struck = of.get("val", "1") not in ("0", "false")
            case "font", "color" if "fonts" in self.within:
                self.fonts[-1].colour = xlsx_colour(of)
            case "font", "sz" if "fonts" in self.within:
                self.fonts[-1].size = float(of.get("val", USUAL_SIZE))
            case "fill", "gradientFill" if "fills" in self.within:
                self.behind[-1] = "several"
            case "fill", "patternFill" if "fills" in self.within:
                self.behind[-1] = _FILLS.get(of.get("patternType", "none"), "several")
            case "patternFill", "fgColor" if "fills" in self.within and self.behind[-1] == BLACK:
                self.behind[-1] = xlsx_colour(of)

    def end(self, _: str) -> None:
        self.within.pop()

    def looks(self) -> list[CellLook]:
        found = []
        for number, (code, font, fill) in enumerate(self.formats):
            own = self.fonts[font] if font < len(self.fonts) else _Font()
            behind = self.behind[fill] if fill < len(self.behind) else WHITE
            unseen = own.size <= TINY or own.colour == behind
            code, indent = (
                self.codes.get(code, BUILT_IN.get(code, "General")),
                self.indents.get(number, 0),
            )
            found.append(CellLook(code, own.struck, unseen, indent, behind, own.size))
        return found
