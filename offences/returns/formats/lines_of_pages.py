"""The lines of words on a page of a PDF: over a table, below it, or where there is none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from offences.returns.labels.addresses import is_contact
from offences.returns.labels.label_words import content_role, is_note, is_title, is_total
from offences.returns.labels.letter_heads import is_idle_heading, is_of_letter
from offences.returns.labels.part_year_words import names_part_alone, part_of_every_year
from offences.returns.labels.years import parse_year
from offences.returns.tables.cell_kinds import is_value
from offences.returns.tables.page_lines import PageLine, joined
from offences.returns.tables.page_tables import PageTable

_BAND = re.compile(r"\d+ ?(?:[-–]|to) ?\d+")
_TIMES = re.compile(
    r"\b(?:19|20)\d\d(?: ?[/–-] ?(?:20)?\d\d)?\b|\bq(?:uarter)? ?[1-4]\b|\bh(?:alf)? ?[12]\b"
    r"|\b\d{1,2} (?:months|weeks)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\W*q ?[1-4]\b\W*(?:only|data|figures)?\W*", re.IGNORECASE)
_LONGEST = 120  # characters of a title
_FEW = 30  # of the name of a part of a year
_MOST = 3  # lines of one
_NEAR = 3  # heights of a line between it and the table


@dataclass(frozen=True)
class PageContents:
    """The tables and the lines of words of one page, from the top."""

    number: int
    size: tuple[float, float]  # its width and height
    tables: list[PageTable]
    lines: list[PageLine]
    unread: list[str] = field(default_factory=list)  # lines that look like rows


def lines_above(table: PageTable, page: PageContents) -> list[str]:
    """The lines of words right above a table, those over tables beside it left out."""
    others = [each for each in page.tables if each is not table]
    top = max((each.box[1] for each in others if each.box[1] <= table.box[0] + 1), default=0)
    beside = [each for each in others if each.box[1] > top and each.box[0] < table.box[1]]
    over = line_above_columns(table, page)
    above = (line for line in page.lines if top <= line.top < table.box[0] and line is not over)
    return _whole_lines(page, ((line, _own_words(line, table, beside)) for line in above))


def line_above_columns(table: PageTable, page: PageContents) -> PageLine | None:
    """The line right above a table, if each of its words is over one column of counts alone.

    A title begins at the left or stands in the middle; words over the first may be of all, if they
    are no part of a year. A number is none of a heading, and “Total” may be of a line not read.
    """
    above = [line for line in page.lines if line.top < table.box[0]]
    line = above[-1] if above else None
    if line is None or table.box[0] - line.bottom > _NEAR * line.height:
        return None
    texts = [each.text for each in line.pieces]
    if any(map(_is_number, texts)) or (len(texts) > 1 and any(map(is_total, texts))):
        return None
    middles = (page.size[0] / 2, sum(table.sides) / 2)
    own = [(p.x0 + p.x1) / 2 for p in line.pieces]
    is_centred = len(own) == 1 and any(abs(own[0] - each) < line.height / 2 for each in middles)
    columns = [*words_by_column(line, table)]
    is_over = len(columns) == len(own) and all(columns)
    is_over &= bool(columns) and (columns[-1] > 1 or _names_part(texts[0]))
    return line if is_over and not is_centred else None


def _names_part(text: str) -> bool:
    """Whether words are a part of a year alone: “Q3”, “9 months”."""
    named = names_part_alone(text) or part_of_every_year(text)
    return bool(named or _QUARTER.fullmatch(text)) and len(text) < _FEW


def _is_number(text: str) -> bool:
    """Whether a text may be a count, or hold one: “86”, “12 rapes”; “13-15” is an age."""
    left = _TIMES.sub("", text)
    if content_role(text) == "age" and (_BAND.fullmatch(text) or any(map(str.isalpha, text))):
        return False
    return any(map(str.isdigit, left)) or is_value(text)


def words_by_column(line: PageLine, table: PageTable) -> dict[int, str]:
    """The words of a line that are wholly over one column of a table, by the column, from 0."""
    columns = [*enumerate(table.columns)]
    found = ((n, p) for p in line.pieces for n, (x0, x1) in columns if x0 <= p.x0 and p.x1 <= x1)
    return {n: p.text for n, p in found}


def lines_alone(page: PageContents, lines: Iterable[PageLine]) -> list[str]:
    """The lines of a page that holds no table, as of a covering letter or of notes."""
    return _whole_lines(page, ((line, line.text) for line in lines))


def lines_below(bottom: float, page: PageContents) -> list[str]:
    """The lines of words below a table, as far as the next, without the rows of one beside it."""
    tops = [each.box[0] for each in page.tables if each.box[0] > bottom]
    end = min(tops, default=float("inf"))
    below = (line for line in page.lines if bottom - 1 <= line.top < end - 1)
    return _whole_lines(page, ((line, _outside_tables(line, page)) for line in below))


def _outside_tables(line: PageLine, page: PageContents) -> str:
    """The words of a line that are in no table."""
    middle = (line.top + line.bottom) / 2
    sides = [each.sides for each in page.tables if each.box[0] < middle < each.box[1]]
    outside = [p.text for p in line.pieces if not any(p.overlaps(*side) for side in sides)]
    return " ".join(outside) if len(outside) < len(line.pieces) else line.text


def titles_at_end(lines: list[str]) -> list[str]:
    """The last lines of a page that name a year, a force or a breakdown, as over a table."""
    own = [text for text in lines if not is_contact(text)]
    found = [*takewhile(_is_title, reversed(own))][:_MOST]
    return found[::-1]


def _is_title(text: str) -> bool:
    if (
        len(text) > _LONGEST
        or text.endswith((".", ",", ";", "?"))
        or is_note(text)
        or is_of_letter(text)
    ):
        return False
    year = parse_year(text)
    named = content_role((year.rest if year else "") or text)
    dated = bool(year and (year.label or year.several))
    return (dated or bool(named) or is_title(text)) and not (is_idle_heading(text) and not dated)


def _whole_lines(page: PageContents, lines: Iterable[tuple[PageLine, str]]) -> list[str]:
    """Lines of a page with their words; one that fills its width goes on in the line below."""
    found: list[str] = []
    before: PageLine | None = None
    right = max([0.8 * page.size[0], *(line.pieces[-1].x1 for line in page.lines)])
    for line, text in lines:
        texts = _texts_of(line, text)
        if before and before.is_close_above(line) and _is_full(before, line, right):
            found[-1] = joined(found[-1], text)
        else:
            found += texts
        before = line if texts == [text] else None
    return [text for text in found if text]


def _texts_of(line: PageLine, text: str) -> list[str]:
    """A line as one text; as its pieces, where one is of the head of a letter beside an address."""
    pieces = [piece.text for piece in line.pieces]
    beside = len(pieces) > 1 and text == line.text and any(map(is_contact, pieces))
    return pieces if beside else [text]


def _is_full(line: PageLine, below: PageLine, right: float) -> bool:
    """Whether the first word of the line below would not have been in a line's width."""
    first = (below.first.words or below.pieces)[0]
    return line.pieces[-1].x1 + first.x1 - first.x0 > right - 1


def _own_words(line: PageLine, table: PageTable, beside: list[PageTable]) -> str:
    """The words of a line that are over a table, or over all that are beside each other."""
    if not beside:
        return line.text
    left = min(each.sides[0] for each in (table, *beside))
    if len(line.pieces) == 1 and line.first.x0 < left + 3:
        return line.text  # a title
    return " ".join(piece.text for piece in line.pieces if piece.overlaps(*table.sides))
