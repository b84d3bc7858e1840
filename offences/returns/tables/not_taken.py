"""The numbers of a sheet that became no observation, each with the reason.

What a cell was taken for is compared with what it holds, whatever the tables are: so that a number
is an observation, a label, a year, or listed here.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from offences.returns.labels.cell_counts import is_fraction, is_pair, parse_count, plain_text
from offences.returns.labels.label_words import content_role, heading_role, is_generic
from offences.returns.labels.legends import is_legend
from offences.returns.labels.lengths_of_time import units_of_year
from offences.returns.labels.some_ages import is_of_all_ages, without_all_ages
from offences.returns.sheet import NotTaken, Position, Sheet
from offences.returns.tables.cell_kinds import is_year_number, names_year, names_years, parse_number
from offences.returns.tables.columns import FRACTIONS, NOT_READ, UNNAMED
from offences.returns.tables.keys import pairs_of_cells
from offences.returns.tables.lines_above import label_in_name
from offences.returns.tables.open_numbers import (
    ends_in_brackets,
    gives_dated_numbers,
    is_answer,
    may_count,
)
from offences.returns.tables.passing_words import ALONE
from offences.returns.tables.prose_numbers import has_number_in_words, is_dated_row, is_row

UNKNOWN = "in no table that was read"
FRACTION = "a number that cannot be a count"
CODE = "a code: it begins with 0"
IN_WORDS = "an answer in words, on a sheet without a table"
SEVERAL = "several numbers in one cell, as of a table that was pasted as text"
SAME_TOTAL = "the same as a total that was read"
OVER_TABLE = "a line over a table, which may be of these alone"


def not_taken(
    sheet: Sheet,
    roles: Mapping[Position, str],
    counted: Collection[str | None],
    excluded: Mapping[Position, str],
    years: Collection[str | None],
    totals: Collection[int | None] = (),
) -> Iterator[NotTaken]:
    """List them: `counted` are cells of observations, `excluded` cells with a known reason.

    A year alone in its cell heads what is below it if `years`, those of the observations, have it;
    “Total crimes: 70” is no question if one of the `totals` is 70.
    """
    in_row = Counter(row for row, _ in sheet.cells)
    keys, over = _keys(sheet), _rows_of_filters(sheet, roles)
    for place, text in sorted((sheet.faults | sheet.cells).items()):
        alone = in_row[place[0]] == 1
        answer = (alone and is_answer(text)) or gives_dated_numbers(text)
        named = roles.get(place) in ("label", "year", "total") and not answer
        if named or place[0] < 1 or sheet.address(*place) in counted or is_legend(text):
            continue
        if is_of_all_ages(text):
            continue
        number, rest = is_number(text, alone=alone), without_all_ages(text)
        number = number or (place not in excluded and (may_count(rest) or _is_pair(text)))
        number = number or (alone and ends_in_brackets(text) is not None)
        number = (number or answer or _is_pasted(text)) and place not in keys
        title = not number or (alone and plain_text(text) in years)
        if title and place not in sheet.faults:
            continue
        why = excluded.get(place) or (SAME_TOTAL if _gives_any(text, totals) else _why(text))
        if alone and why == FRACTIONS and not is_fraction(text):
            why = UNKNOWN  # a number below a column of percentages, which is none itself
        why = OVER_TABLE if place[0] in over and number else why
        stops = why in (UNKNOWN, SEVERAL, ALONE, UNNAMED, OVER_TABLE)
        # A small number beside counts is that of a note.
        stops |= why == NOT_READ["remark"] and len(re.sub(r"\D", "", text)) > 1
        yield NotTaken(sheet.name, sheet.address(*place), text[:60], why, stops)


def _keys(sheet: Sheet) -> set[Position]:
    """The cells of rows that say what a marker means: “*” beside “fewer than 5”, and no more."""
    rows: dict[int, list[Position]] = {}
    for place in sorted(sheet.cells):
        rows.setdefault(place[0], []).append(place)
    found = set[Position]()
    for places in rows.values():
        if len(places) == 2 and _explains(*(sheet.cells[place] for place in places)):
            found |= {*places}
    return found


def _rows_of_filters(sheet: Sheet, roles: Mapping[Position, str]) -> set[int]:
    """The rows that may say of which code, ages or time the counts below are: “HO code | 71”."""
    last = max((at[0] for at, role in roles.items() if role == "value"), default=0)
    found = set[int]()
    for (row, _), name, text in pairs_of_cells(sheet, roles):
        units = units_of_year(name)
        is_whole = units is not None and (parse_number(text) or 0) >= units
        if row < last and not is_whole and (units or heading_role(name) in ("code", "age")):
            found.add(row)
    return found


_LONGEST_MARKER = 5
_LIMIT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_FEW = (
    rf"(?:(?:fewer|less|lower|smaller|under|below|up to|at most)(?: than)? {_LIMIT}\b"
    rf"|(?:between )?{_LIMIT} ?(?:to|and|or|-) ?(?:{_LIMIT}|fewer|less|under|below|lower)\b"
    r"|(?:small|low) (?:numbers?|counts?|values?|figures?)\b)"
)
_UNSHOWN = (
    r"(?:not (?:yet )?(?:held|recorded|available|known|provided|supplied|published|applicable"
    r"|collected|captured|confirmed)|to be (?:confirmed|determined|provided|supplied)|to follow"
    r"|awaited|pending|unavailable|nil|zero|none)\b"
)
_HIDDEN = r"(?:suppressed|withheld|redacted|hidden|masked|exempt|refused)\b"
_LEADING = (  # words before the meaning of a marker: “means that the figure is”
    r"(?:\W|(?:means?|denotes?|indicates?|represents?|shows?|signifies|stands for|where|that"
    r"|is|are|was|were|has|have|been|an?|the|any|of|figures?|numbers?|counts?|values?|data|cells?"
    r"|information)\b)*"
)
_MEANING = re.compile(rf"{_LEADING}(?:{_FEW}|{_HIDDEN}|(?P<unshown>{_UNSHOWN}))", re.I)
_EXPLAINED = re.compile(rf"{_FEW}|\bs(?:ection|\.)? ?\d+(?:\(\w+\))*", re.IGNORECASE)


def _explains(marker: str, words: str) -> bool:
    """Whether words say what a marker means; they are no label of a count that is withheld."""
    count, phrase = parse_count(marker), plain_text(words)
    found = _MEANING.match(phrase)
    if not found or count is None or count.value is not None or len(marker) > _LONGEST_MARKER:
        return False
    if count.marker == "suppressed" and found["unshown"]:
        return False  # “Not recorded” beside “*” may be a sex
    rest = _EXPLAINED.sub("", phrase).strip(" .,;:()=-")
    if any(map(str.isdigit, rest)):
        return False
    # “Under 13” is an age.
    return not content_role(rest or phrase) or bool(rest and is_generic(rest))


_NO_FIGURES = re.compile(
    r"(?:there (?:is|are|were) |we have )?(?:no|nil|none|nothing)\b.*"
    r"|.*(?:\bnot|n['’]t) (?:be )?(?:held|hold|recorded|available|provided|supplied|known|collected"
    r"|captured|retriev\w+|searchable|applicable)\b.*"
    r"|.*\b(?:unable to (?:provide|supply|retrieve|search)|unavailable|withheld|refused"
    r"|exempt(?:ion)?)\b.*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3}", re.IGNORECASE)


def answers_in_words(sheet: Sheet) -> Iterator[NotTaken]:
    """What a sheet without a table says of figures: “Nil return”, “Threats: seventeen”.

    A sentence may be a remark, unless the sheet's name says of which counts it is.
    """
    name = sheet.name
    named = names_year(name) or is_year_number(name) or label_in_name(name) is not None
    for place, text in sorted(sheet.cells.items()):
        phrase = plain_text(text)
        is_word = _WORD.search(phrase) and not (names_year(phrase) or names_years(phrase))
        is_marker = bool(is_word) and parse_count(phrase) is not None
        is_number = is_dated_row(phrase) or (is_row(phrase) and has_number_in_words(phrase))
        if is_marker or is_number or (named and _NO_FIGURES.fullmatch(phrase)):
            yield NotTaken(name, sheet.address(*place), text[:60], IN_WORDS, stops=True)


def is_number(text: str, *, alone: bool = False) -> bool:
    """Whether a cell holds a number, or a marker in its place; words alone are a line."""
    count = parse_count(text)
    if count is None or names_year(text) or names_years(text):
        return is_fraction(text)
    return count.marker != "blank" and not (alone and not re.search(r"[\d*<]", text))


def _is_pair(text: str) -> bool:
    return is_pair(text) and not names_year(text)


_PASTED = re.compile(  # “2020/21     41      12”
    r"(?<![\d/,.])\d[\d,]*(?:\s{2,}|\t|\s*\|\s*)\d[\d,]*(?![\d/-])"
    # "… in 2022; 31 records moved" is a sentence.
    r"|(?<![\d/,.])\d[\d,]*\s*;\s*\d[\d,]*(?![\d,/-]|\s+[a-z]{2})"
    r"|(?<![\d/.])\d+, ?\d+, ?\d+(?![\d/-])"
)


def _is_pasted(text: str) -> bool:
    """Whether a cell has a whole row of figures in it."""
    return bool(_PASTED.search(text)) and parse_count(text) is None


_TOTAL = re.compile(r"(?:grand |overall )?total\b\D*[:=([-] ?(\d[\d,]*)[)\]]?\.?", re.IGNORECASE)


def _gives_any(text: str, totals: Collection[int | None]) -> bool:
    found = _TOTAL.fullmatch(plain_text(text))
    return found is not None and int(found[1].replace(",", "")) in totals


def _why(text: str) -> str:
    plain = plain_text(text)
    if _is_pasted(text):
        return SEVERAL
    if is_fraction(text):
        return FRACTION
    is_code = plain.isdigit() and plain.startswith("0") and len(plain) > 1
    return CODE if is_code and not is_year_number(plain) else UNKNOWN
