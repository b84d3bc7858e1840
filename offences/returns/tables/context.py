"""The meaning of the lines above a table, alone and beside those of other tables."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import reduce

from offences.returns.labels import label_words as words
from offences.returns.labels import years
from offences.returns.labels.cell_counts import cached
from offences.returns.sheet import ROLES, Table
from offences.returns.tables.kinds import names_year
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning

_ADMIN = re.compile(
    r"\b(?:foi|freedom of information|request|ref(?:erence)?|extract(?:ed|ion)|received"
    r"|correct (?:at|as)"
    r"|published|produced|created|printed|dated|updated|prepared|run on|disclosure|author)\b",
    re.IGNORECASE,
)


def context_of(lines: list[str], sheet_lines: list[str], sheet_name: str) -> LabelMeaning:
    """The meaning of the lines above a table, the sheet's title and its name."""
    meaning = reduce(LabelMeaning.and_then, map(line_meaning, lines), NOTHING)
    if meaning.year is None:
        for line in reversed(sheet_lines):
            if (year := _year(line)) is not None and year.label:
                meaning = meaning.and_then(LabelMeaning(year=year))
                break
    if meaning.year is None or not meaning.year.label:
        start = years.parse_short_pair(sheet_name)
        pair = None if start is None else years.ReadYear(years.financial_label(start), "financial")
        own = LabelMeaning(year=pair or _year(sheet_name))
        meaning = meaning.and_then(own) if own.year and own.year.label else meaning
    named = any(role == "force" for role, _ in meaning.labels)
    if not named and words.content_role(sheet_name) == "force":
        meaning = LabelMeaning((("force", words.clean_label(sheet_name)),)).and_then(meaning)
    return meaning


def _year(line: str) -> years.ReadYear | None:
    if _ADMIN.search(line):
        return None
    found = years.parse_year(line)
    if found is None or (found.part and not found.label) or years.parse_day(found.part):
        return None
    return found


_NAMED = re.compile(r"([^:]{2,40}?) ?[:=] ?(.{1,100})")
_SEX = re.compile(r"\b(males?|females?|boys?|girls?|men|women)\b", re.IGNORECASE)


def line_meaning(line: str) -> LabelMeaning:
    """The meaning of a line above a table: “Male victims”, “Offence: Rape”, “2014/15”."""
    if _ADMIN.search(line) or len(line) > 200 or words.is_note(line):
        return NOTHING
    year = _year(line)
    if (named := _NAMED.fullmatch(line)) and (role := words.heading_role(named[1])) in ROLES:
        return LabelMeaning(
            ((role, words.clean_label(named[2])),), year if role == "year" else None
        )
    rest = year.rest if year else line
    if words.heading_role(rest):
        rest = ""
    meaning = LabelLevel([rest]).read(rest) if rest and not words.is_title(rest) else NOTHING
    found = () if meaning.excluded else meaning.labels
    labels = tuple((role, text) for role, text in found if role in ROLES)
    sexes = {found.casefold().rstrip("s") for found in _SEX.findall(line)}
    if not labels and len(sexes) == 1 and words.content_role(line) != "offence":
        labels = (("sex", words.clean_label(rest or line)),)
    if not labels and _is_short_label(rest):
        labels = (("other", words.clean_label(rest)),)
    return LabelMeaning(labels, year, excluded=words.is_no_count(rest) and words.is_generic(rest))


def _is_short_label(text: str) -> bool:
    tests = (words.is_title, words.is_generic, words.heading_role)
    return 1 < len(text) <= 40 and not any(test(text) for test in tests)


_NUMBERED = re.compile(
    r"(?:table|figure|part|appendix|sheet|q(?:uestion)?)\b ?(?:[\dA-Z]{1,3}\b)?[ :.)–-]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[ ,:(–-]*\b(?:by|broken down|split|(?:as )?(?:recorded|reported) (?:by|in|to|between|within)"
    r"|between|per|for|in) .*",
    re.IGNORECASE,
)


def sibling_lines(
    tables: Sequence[Table], lines: Sequence[Sequence[str]]
) -> tuple[dict[int, LabelMeaning], list[int]]:
    """What lines over several tables of a sheet say, read as one axis, and tables without one.

    Over one table “Harassment recorded online” may be a title. Where other tables have other
    lines, each says what its table counts. Tables are known by their number in `tables`.
    """
    found: dict[int, LabelMeaning] = {}
    missing: list[int] = []
    if len(tables) < 2:
        return found, missing
    nearest = {n: _nearest(own) for n, own in enumerate(lines)}
    for group in _groups(tables):
        near = nearest | ({0: _first_line(lines, group)} if group[0] == 0 else {})
        subjects = {n: _subject(near[n]) for n in group}
        read = {n: line_meaning(near[n]).labels for n in group}
        if len(set(subjects.values())) < 2:
            continue
        level = LabelLevel([text for text in subjects.values() if text])
        found |= {n: level.read(text) for n, text in subjects.items() if text and not read[n]}
        missing += [n for n, text in subjects.items() if not text and _is_below(tables, group, n)]
    _add_sheet_lines(lines, found, missing)
    titles = {n: text for n, line in nearest.items() if words.content_role(text := _subject(line))}
    level = LabelLevel([*titles.values()])
    for n in titles.keys() - found.keys() if len(set(titles.values())) > 1 else ():
        if not line_meaning(nearest[n]).labels:
            found[n] = level.read(titles[n])
    return found, missing


def _first_line(lines: Sequence[Sequence[str]], group: Sequence[int]) -> str:
    """The first table's own line: not the sheet's title, above as many as other tables have.

    One that is no title counts where the others have none at all.
    """
    if most := max((len(lines[n]) for n in group[1:]), default=0):
        return _nearest(lines[0][-most:])
    line = _nearest(lines[0])
    return line if {role for role, _ in line_meaning(line).labels} - {"force"} else ""


def _add_sheet_lines(
    lines: Sequence[Sequence[str]], found: dict[int, LabelMeaning], missing: list[int]
) -> None:
    """Let a sheet's title, above the first table's own lines, label all its tables.

    Whether it does so for a table without any line, nobody knows.
    """
    most = max(map(len, lines[1:]), default=0)
    title = reduce(LabelMeaning.and_then, map(line_meaning, lines[0][: -most or None]), NOTHING)
    labels = tuple(each for each in title.labels if each[0] in ROLES and each[0] != "force")
    for number in range(1, len(lines) if labels else 0):
        if lines[number]:
            found[number] = LabelMeaning(labels).and_then(found.get(number, NOTHING))
        elif {role for role, _ in labels} - {"offence"} and number not in missing:
            missing.append(number)


def _groups(tables: Sequence[Table]) -> list[list[int]]:
    """The tables with the same headings, apart from their years."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, table in enumerate(tables):
        texts = [text for row in table.header for text in row.cells.values()]
        if texts:
            groups[tuple(text for text in texts if not names_year(text))].append(number)
    return [*groups.values()]


def _is_below(tables: Sequence[Table], group: Sequence[int], number: int) -> bool:
    """Whether a table is above or below the others of its group, rather than beside them."""
    own = tables[number]
    rows = range(own.range_start, own.range_end + 1)
    return not any(tables[n].range_start in rows for n in group if n != number)


def _nearest(lines: Sequence[str]) -> str:
    """The last line that may say what a table counts; not its year alone, nor a note."""
    for line in reversed(lines):
        year = years.parse_year(line)
        rest = year.rest if year else line
        if rest and not (_ADMIN.search(line) or words.is_note(line) or words.heading_role(rest)):
            return line
    return ""


@cached
def _subject(line: str) -> str:
    """What a line is about, without its number, year, axes and force."""
    year = years.parse_year(line)
    text = _TAIL.sub("", _NUMBERED.sub("", year.rest if year else line, count=1)).strip(" ,:–-")
    return "" if words.is_generic(text) else words.clean_label(text)
