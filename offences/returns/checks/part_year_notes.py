"""Notes that say a year is not a whole one, beside counts that were read as of all of it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from offences.returns.labels.cell_counts import RAISED, SURE_MARKS, plain_text
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.file_names import names_plain_file
from offences.returns.labels.months import parse_months
from offences.returns.labels.note_marks import lowered
from offences.returns.labels.part_year_words import is_whole_year, part_of_every_year
from offences.returns.labels.since_when import says_since_when
from offences.returns.labels.years import find_dates, parse_day, parse_year
from offences.returns.labels.years_cut_short import (
    UNTIL,
    is_date_of_letter,
    year_of_day,
    years_cut_short,
)
from offences.returns.sheet import (
    Observation,
    Position,
    Problem,
    ReadTable,
    Sheet,
    is_list,
    parse_address,
    rows_of,
)
from offences.returns.tables.keys import pairs_of_cells

_PART = re.compile(
    r"\b(?:part(?:ial)?[ -]?years?|part(?:ial)? data|incomplete|not (?:yet )?(?:a )?(?:full|whole"
    r"|complete)|(?:year )?to date|ytd|so far|(?:first|last|only) (?:\w+ )?(?:months?|quarters?"
    r"|half)|q[1-4]|(?:months?|quarters?) only|(?!12\b|13 p|5[23] w)\d{1,2} (?:of (?:the )?\d\d )?"
    r"(?:months|periods|weeks)|(?!12)\d{1,2} ?(?:m|mo?n?ths?)"
    # the ninth of the 12 or 13 periods of an account, or of 52 weeks
    r"|(?:months?|periods?|weeks?|wks?|p|pd|m) ?(?!1[23]\b|5[23]\b)\d{1,2}(?![/.-]\d))\b",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(  # “so 2021/22 is incomplete”
    r"\b((?:19|20)\d\d(?:[/-](?:\d\d){1,2})?)(?: (?!not\b)[\w’'-]+){0,5} (?:incomplete"
    r"|partial|partly|not (?:yet )?(?:a )?(?:full|whole|complete))\b",
    re.IGNORECASE,
)
# “Q3 Please note that” has no quarter in it.
_NUMBER_OF_QUESTION = re.compile(
    r"q(?:uestion)? ?\d{1,2}[a-z]?\W+(?=(?:please|note|how|what|which|we|there|see|as|you)\b)",
    re.IGNORECASE,
)
_SOME = re.compile(r"(?:\(?\d{1,2}[.):]+ )?\d[\d,]* of (?:the|these|those)\b", re.IGNORECASE)
_SIGN = rf"([{SURE_MARKS}#]+|[{RAISED}]+)|[(\[]?(?:note )?(\d{{1,2}}|[a-z])[)\].:]"
_LAST_OF_SIGN = re.compile(rf"[{SURE_MARKS}#{RAISED})\].:]", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:{_SIGN})$", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:{_SIGN}) ?(?=\S)", re.IGNORECASE)
_NEXT = re.compile(rf"(?:[,/&] ?|and )(?:{_SIGN}) ?(?=\S)", re.IGNORECASE)  # “*, ** to May”


EACH = 12  # cells that are asked about one by one

type Place = tuple[str, str]
"""A sheet and a cell."""


def part_year_notes(
    sheet: Sheet,
    roles: Mapping[Position, str],
    tables: Sequence[ReadTable],
    asked_before: Collection[str] = (),
) -> Iterator[Problem]:
    """Years that a line beside the table says are not whole: “1 April to 30 November 2020”.

    A sheet of notes has none of these tables itself.
    """
    whole: dict[str | None, list[Place]] = {}
    for place, each in _whole_counts(tables):
        whole.setdefault(each.year, []).append(place)
    listed = _listed_years(tables)
    every = {each for each in (*whole, *listed) if each}
    marks, counts = marks_of_years(sheet, roles), marks_of_counts(sheet, roles, tables)
    yield from _remarks_in_rows(sheet, roles, tables)
    for said, role in _texts_outside(sheet, roles, tables).items():
        if said in asked_before:
            continue
        why, text = f"A note says “{said[:100]}”.", in_fewer_words(said)
        marked = marked_counts(text, counts) if role == "note" else ()
        yield from ask_of_cells(marked, why, "Is this count of a whole year?")
        asked = {*years_cut_short(text), year_of_day(text, every)}
        if role == "note":
            asked |= {*marked_years(text, marks), *_incomplete_years(text)}
        if role == "note" and not marked:
            asked |= {_year_of_part(text), _year_with_part_behind(text)}
            asked.add(_latest_cut_short(text, whole))
        for year in sorted(asked & every):
            ask = f"Is this count of the whole of {year}?"
            ask_all = f"Are all counts of {year} of the whole year?"
            most = 1 if is_date_of_letter(text) else EACH  # all are as old as the letter
            yield from ask_of_cells(whole.get(year, ()), why, ask, ask_all, most)
            for name in listed.get(year, ()):
                yield Problem(name, None, f"{why} {ask_all}", stops=True)


def _texts_outside(
    sheet: Sheet, roles: Mapping[Position, str], tables: Sequence[ReadTable]
) -> dict[str, str]:
    """The texts that may be of a table, each with its role.

    None is of a list of crimes, whose rows have words of their own.
    """
    own = (table for table in tables if table.sheet == sheet.name and is_list(table))
    listed = {row for table in own for row in rows_of(table)}
    cells = {at: text for at, text in sorted(sheet.cells.items()) if at[0] not in listed}
    in_row = Counter(row for row, _ in cells)
    alone = {t: roles.get(at, "note") for at, t in cells.items() if in_row[at[0]] == 1}
    notes = {t: "note" for at, t in cells.items() if roles.get(at, "note") == "note"}
    pairs = [f"{name}: {text}" for _, name, text in pairs_of_cells(sheet, roles)]
    lines = dict.fromkeys([*sheet.lines_above, *sheet.lines_below, *pairs], "note")
    texts = alone | notes | lines
    return {t: r for t, r in texts.items() if not (says_since_when(t) or names_plain_file(t))}


def _listed_years(tables: Iterable[ReadTable]) -> dict[str, dict[str, None]]:
    """The years of lists of crimes, with the sheets that they are on."""
    found: dict[str, dict[str, None]] = {}
    for table in filter(is_list, tables):
        for each in table.observations:
            if each.year and not each.part_words:
                found.setdefault(each.year, {})[table.sheet] = None
    return found


def ask_of_cells(
    places: Collection[Place],
    why: str,
    ask: str,
    ask_all: str = "Are all counts of whole years?",
    most: int = EACH,
) -> Iterator[Problem]:
    """A question about each cell, so that no answer to one settles the others; of many, one."""
    if len(places) <= most:
        for sheet, cell in places:
            yield Problem(sheet, cell, f"{why} {ask}", stops=True)
    else:
        for sheet in dict.fromkeys(sheet for sheet, _ in places):
            yield Problem(sheet, None, f"{why} {ask_all}", stops=True)


def _whole_counts(tables: Iterable[ReadTable]) -> Iterator[tuple[Place, Observation]]:
    """The counts that were read as of a whole year."""
    for table in tables:
        for each in table.observations:
            counted = each.value is not None or each.marker == "suppressed"
            if each.cell and counted and not each.part_words:
                yield (table.sheet, each.cell), each


def _remarks_in_rows(
    sheet: Sheet, roles: Mapping[Position, str], tables: Iterable[ReadTable]
) -> Iterator[Problem]:
    """The counts with a remark in their row that says they are of a part: “9 months only”."""
    cells = {
        parse_address(cell): (cell, each.year)
        for (own, cell), each in _whole_counts(tables)
        if own == sheet.name and each.year
    }
    rows: dict[int, list[tuple[str, str]]] = {}
    for (row, _), each in sorted(cells.items()):
        rows.setdefault(row, []).append(each)
    for at, text in sorted(sheet.cells.items()):
        if at in cells or roles.get(at, "note") not in ("note", "ignored"):
            continue
        own = [(cell, year) for cell, year in rows.get(at[0], ()) if _says_part(text, year)]
        why = f"“{text[:100]}” is beside this count."
        if len(own) > EACH:
            yield from ask_of_cells([(sheet.name, cell) for cell, _ in own], why, "")
        else:
            for cell, year in own:
                yield Problem(sheet.name, cell, f"{why} Is it of the whole of {year}?", stops=True)


_SHORT = 7  # words
_LATEST = re.compile(
    r"\b(?:last|latest|final|most recent|current|this)(?: financial| calendar)? year(?:[’']s)?\b",
    re.IGNORECASE,
)


def _latest_cut_short(text: str, years: Iterable[str | None]) -> str:
    """The latest of these years, if a note says that it is a part: “the last year runs to May”.

    A note of a few words, “(9 months)”, may be of any, and most often is of the latest.
    """
    year, phrase = max(filter(None, years), default=""), plain_text(text)
    found = _LATEST.search(phrase)
    said = phrase[found.end() :] if found else phrase
    is_short = phrase.count(" ") < _SHORT and not re.match(r"q ?\d", phrase, re.IGNORECASE)
    is_of_it = bool(found or is_short) and not part_of_every_year(phrase)
    return year if year and is_of_it and _says_part(said, year) else ""


def _says_part(text: str, year: str) -> bool:
    """Whether a text without a year of its own says that a year is not a whole one."""
    named = parse_year(text)
    if (named and named.label) or re.fullmatch(r"q ?\d{1,2}[a-z]?\W?", text, re.IGNORECASE):
        return False
    if _PART.search(text):
        return True
    if named and named.several:
        return False
    kind = "financial" if "/" in year else "calendar"
    limited = re.search(r"\b(?:to|until|till|from|only)\b", text, re.IGNORECASE)
    alone = named is not None and named.part and not named.rest  # “(Apr-Dec)”
    is_part = bool(limited or alone) and parse_months(text, kind) is not None
    return is_part and not is_whole_year(text, kind)


def _incomplete_years(text: str) -> Iterator[str]:
    """The years that a sentence calls incomplete."""
    for found in _INCOMPLETE.finditer(plain_text(text)):
        year = parse_year(found[1])
        yield year.label if year else ""


def _year_of_part(text: str) -> str:
    """The year of which a note names a part, and nothing else."""
    said = _NUMBER_OF_QUESTION.sub("", plain_text(text))
    year = parse_year(said)
    if not (year and year.label and year.part) or year.rest or parse_day(said):
        return ""
    if _SOME.match(said):
        return ""
    days = [day for day in find_dates(said) if day.year]
    before = said[: days[0].start] if days else ""
    if UNTIL.search(before) and year.label not in years_cut_short(said):
        return ""  # “To: 31/03/2020”
    months = parse_months(year.part, year.kind)
    return year.label if not months or (months[1] - months[0]) % 12 < 11 else ""


def _year_with_part_behind(text: str) -> str:
    """The year of which a note says in other words that it is a part: “2019/20: to period 9”."""
    year = parse_year(_NUMBER_OF_QUESTION.sub("", plain_text(text)))
    if not (year and year.label) or year.part or year.several:
        return ""
    return year.label if _PART.search(year.rest) else ""


def marks_of_years(sheet: Sheet, roles: Mapping[Position, str]) -> dict[str, set[str]]:
    """The years by the footnote mark behind them: “2023/24*”, of which several may have one."""
    found: dict[str, set[str]] = {}
    for at in sorted(at for at, role in roles.items() if role == "year"):
        text = sheet.cells.get(at, "")
        year, mark = parse_year(plain_text(text)), _mark_behind(text)
        if mark and year and year.label:
            found.setdefault(mark, set()).add(year.label)
    return found


def marks_of_counts(
    sheet: Sheet, roles: Mapping[Position, str], tables: Iterable[ReadTable]
) -> dict[str, dict[Place, None]]:
    """The counts by the footnote mark behind them, or behind the label of their row: “31*”."""
    counted = {
        parse_address(cell): (own, cell)
        for (own, cell), _ in _whole_counts(tables)
        if own == sheet.name
    }
    rows: dict[int, list[Place]] = {}
    for (row, _), place in sorted(counted.items()):
        rows.setdefault(row, []).append(place)
    found: dict[str, dict[Place, None]] = {}
    for at, text in sorted(sheet.cells.items()):
        own = [counted[at]] if at in counted else rows.get(at[0], [])
        named = at in counted or roles.get(at) in ("label", "total")
        if own and named and (mark := _mark_behind(text)):
            found.setdefault(mark, {}).update(dict.fromkeys(own))
    return found


def marked_years(note: str, marks: Mapping[str, Collection[str]]) -> Collection[str]:
    """The years that a note with their mark says to be a part, if one of `marks` is its own."""
    signs, said = _marks_before(note)
    own = {label for sign in signs for label in marks.get(sign, ())}
    year = parse_year(said)
    if year and year.label and not year.part:
        return ()
    limited = bool(find_dates(said)) and re.search(r"\b(?:to|until|only)\b", said, re.IGNORECASE)
    is_part = limited or _PART.search(said)
    return {label for label in own if is_part or _says_part(said, label)}


def marked_counts(note: str, marks: Mapping[str, Mapping[Place, None]]) -> Collection[Place]:
    """The counts that a note with their mark says to be of a part of a year."""
    signs, said = _marks_before(note)
    own = dict.fromkeys(place for sign in signs for place in marks.get(sign, ()))
    # Whatever kind of year its counts are of.
    is_part = _year_of_part(said) or all(_says_part(said, kind) for kind in ("2000/01", "2000"))
    return own if is_part else ()


def _mark_behind(text: str) -> str:
    """The footnote mark behind a year, a count or a label; a mark alone is of none."""
    plain = plain_text(text)
    mark = _BEHIND.search(plain) if _LAST_OF_SIGN.match(plain[-1:]) else None
    return _sign(mark) if mark and re.search(r"\w", plain[: mark.start()]) else ""


def _marks_before(note: str) -> tuple[list[str], str]:
    """The marks that a note begins with, and the rest of it."""
    said, signs, mark = plain_text(note), [], _BEFORE.match(plain_text(note))
    while mark:
        signs.append(_sign(mark))
        said = said[mark.end() :]
        mark = _NEXT.match(said)
    return signs, said


def _sign(mark: re.Match[str]) -> str:
    return lowered(mark[1] or mark[2]).casefold()
