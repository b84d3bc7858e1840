"""Lines that may change what all the numbers of a sheet are, shown once and in one place."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from offences.english import and_list
from offences.returns.checks.other_totals import is_of_all_ages_alone, says_young
from offences.returns.labels.changing_words import RULES
from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.label_words import (
    YES,
    clean_label,
    content_role,
    heading_role,
    is_total,
    without_of_which,
)
from offences.returns.labels.other_times import (
    Years,
    says_other_kind,
    says_other_start,
    says_other_year,
    without_kind,
    without_own_start,
)
from offences.returns.labels.part_year_words import (
    names_part_alone,
    says_own_years,
    without_own_years,
)
from offences.returns.labels.quoted_requests import (
    is_of_request,
    without_first_day,
    without_own_offences,
)
from offences.returns.labels.scope_words import (
    changes_counts,
    is_heading,
    is_reference,
    may_change_counts,
    name_may_change_counts,
    names_all_crime,
    names_place_or_part,
    remark_may_change_counts,
)
from offences.returns.labels.since_when import says_since_when
from offences.returns.labels.title_parts import part_of_title_is_of_months, without_own_parts
from offences.returns.labels.years import find_dates, parse_short_pair, parse_year
from offences.returns.sheet import (
    Position,
    Problem,
    ReadTable,
    Sheet,
    is_list,
    parse_address,
    rows_of,
)
from offences.returns.tables.keys import pairs_of_cells
from offences.returns.tables.lines_above import year_of_line
from offences.statistics.years import APRIL, JANUARY

MOST = 6  # sentences of one sheet
ASKED = "Are they still the counts that were asked for?"
_SHOWN = 120
_SHORT, _LONGEST = 20, 250  # characters
_QUESTIONS = re.compile(r"q ?\d{1,2}\b(?:\W+(?:and|to)?\W*q? ?\d{1,2}\b)*", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z)\d]{3}[.!?;]) (?=[A-Z])|\n")
_SEXES = {
    "female": re.compile(r"\b(?:females?|girls?)\b", re.IGNORECASE),
    "male": re.compile(r"\b(?:males?|boys?)\b", re.IGNORECASE),
}
_NUMBER = re.compile(r"[\d,. ]+%?")
_READ = ("label", "year", "value", "total", "marker")


def scope_notes(
    sheet: Sheet,
    roles: Mapping[Position, str],
    tables: Sequence[ReadTable],
    asked: Iterable[Problem],
    seen: set[str],
    of_file: Years,
    *,
    beside_others: bool = False,
) -> Iterator[Problem]:
    """A question that shows the sentences nobody was asked about yet; `seen` are those shown.

    `of_file` are the years of the whole file; `beside_others` says that other sheets of it have
    figures, too.
    """
    kinds = {kind for kind, _ in of_file if kind}
    messages = " ".join(each.message for each in asked)
    every = [each for table in tables for each in table.observations]
    named = {text for each in every for text in each.labels.values()}
    labels = named.union(*(each.other for each in every))
    offences = {text for o in every if (text := o.labels.get("offence")) and not o.total}
    lists = bool(tables) and all(map(is_list, tables))
    years = years_of(tables)
    several = all(len({o.year for o in t.observations}) > 1 for t in tables)
    several = several and (bool(tables) or len(of_file) > 1)
    young = says_young(title for table in tables for title in table.titles)
    found: dict[str, list[str]] = {}  # each with the cells beside a count
    named_so = _is_named(sheet, tables, labels, kinds, beside_others=beside_others)
    named_so |= bool(years) and says_other_start(sheet.name, years)
    if named_so and f"“{sheet.name}" not in messages:
        found[sheet.name] = []
    for text, is_line in _lines(sheet, roles, tables):
        # A title that is no label of a known kind is shown to nobody elsewhere.
        is_label = clean_label(text) in (labels if is_line else named)
        pieces = () if is_label else _SENTENCE.split(text)
        for sentence in map(str.strip, pieces):
            idle = sentence in seen or is_heading(sentence, kinds, alone=is_line)
            idle = idle or _is_quoted(sentence, messages) or says_own_years(sentence, kinds)
            idle = idle or says_since_when(sentence)
            of_children = young and is_of_all_ages_alone(sentence)
            idle = idle or of_children
            changes = may_change_counts if is_line else changes_counts
            # In a list each crime has its own day; its years are asked about elsewhere.
            said = without_own_years(in_fewer_words(text), kinds, several=several)
            said = RULES.sub(" ", said)
            part = is_line and not lists and (_is_part(said) or names_part_alone(said))
            part = part or (not lists and part_of_title_is_of_months(said, kinds))
            other = is_line and not lists and _is_other_year(text, years)
            other = other or (not lists and says_other_start(sentence, years or of_file))
            other = other or (not lists and says_other_year(sentence, years or of_file, of_file))
            rest = without_own_start(sentence, years or of_file)
            rest = without_own_parts(without_own_years(rest, kinds, several=several), kinds)
            if is_of_request(rest):
                rest = without_first_day(rest, _begins(years))
                rest = without_own_offences(rest if is_line else _without(rest, named), offences)
            if not idle and (part or other or changes(rest)):
                found[sentence] = []
    for text, rest in _unused_words(sheet, roles, tables, labels):
        other = says_other_start(text, years) or says_other_kind(text, years)
        if not _is_quoted(text, messages) and (other or may_change_counts(without_kind(rest))):
            found[text] = []
    for at, text in _remarks(sheet, roles, tables):
        part = _is_part(text) or names_part_alone(text) or _is_other_year(text, years)
        part = part or says_other_year(text, years)
        idle = _is_quoted(text, messages) or says_own_years(text, kinds)
        band = parse_short_pair(text) is not None  # “16-17” beside counts may be ages
        if not idle and (part or band or remark_may_change_counts(text)):
            found.setdefault(text, []).append(sheet.address(*at))
    if found:
        first = [*found][:MOST]
        seen.update(first)
        shown = [f"“{each[:_SHOWN]}”{_in_cells(found[each])}" for each in first]
        more = f" Read {len(found) - MOST} more on the sheet." if len(found) > MOST else ""
        what = "These lines" if len(found) > 1 else "This line"
        why = f"{what} may change what the numbers are: {and_list(shown)}.{more}"
        yield Problem(sheet.name, None, f"{why} {ASKED}")


def years_of(tables: Iterable[ReadTable]) -> Years:
    """Each year of the counts of tables, with its kind."""
    return {(o.year_kind, o.year) for table in tables for o in table.observations if o.year}


def _begins(years: Collection[tuple[str | None, str | None]]) -> tuple[int, int]:
    """The calendar year and the month with which the first of these years begins."""
    kind, year = min(years, key=lambda each: each[1] or "", default=("", ""))
    return int((year or "0")[:4]), JANUARY if kind == "calendar" else APRIL


def _without(title: str, labels: Iterable[str]) -> str:
    """A title without the labels that were read in it, of which nobody need be asked."""
    words = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", " ", title) if words else title


def _in_cells(cells: Sequence[str]) -> str:
    """The first cells of a remark that is beside counts: “ (D2, D5)”."""
    more = ["…"] * (len(cells) > MOST)
    return f" ({', '.join([*cells[:MOST], *more])})" if cells else ""


def _unused_words(
    sheet: Sheet,
    roles: Mapping[Position, str],
    tables: Iterable[ReadTable],
    labels: Collection[str],
) -> Iterator[tuple[str, str]]:
    """Each heading or label of a table, with what is left of it without its year and its labels.

    Nobody is shown words that became no label of any count: “Quarter”, “2018/19 no crime”.
    """
    own = [table for table in tables if not is_list(table)]
    rows = {row for table in own for row in rows_of(table)}
    places = {parse_address(o.cell) for table in own for o in table.observations if o.cell}
    counted, in_row = {column for _, column in places}, Counter(row for row, _ in sheet.cells)
    for at, text in sorted(sheet.cells.items()):
        text = text[:_LONGEST]
        if at[0] not in rows or roles.get(at) not in ("label", "year", "total"):
            continue
        year = parse_year(text)
        rest = year.rest if year and (year.label or year.several) else text
        rest = rest if rest in labels else clean_label(rest).strip("() ")
        over_labels = in_row[at[0]] > 1 and at[1] not in counted
        axis = over_labels and names_place_or_part(text)  # asked about with its labels
        is_known = axis or (year and year.part) or rest in labels
        if any(map(str.isalpha, text)):
            yield text, "" if is_known else _says_more(_without(rest, labels))


_NONE = re.compile(r"no (?!of\b)\w", re.IGNORECASE)  # “No crime” counts none, and “No.” some


def _says_more(text: str) -> str:
    """A text, but nothing of one for a total, a “Yes”, or the numbers or the notes beside it."""
    if (
        (is_total(text) and not names_all_crime(text))
        or YES.fullmatch(text)
        or not without_of_which(text)
    ):
        return ""
    name, _, aside = text.partition("(")
    role = heading_role(name)
    of_offences = role == "count" and counted_unit(name) in ("", OFFENCES)
    idle = of_offences or role in ("reference", "code", "remark")
    return aside if idle and not _NONE.match(text) else text


def _remarks(
    sheet: Sheet, roles: Mapping[Position, str], tables: Iterable[ReadTable]
) -> Iterator[tuple[Position, str]]:
    """The texts beside a count that were read as nothing."""
    rows = {parse_address(o.cell)[0] for t in tables for o in t.observations if o.cell}
    for at, text in sorted(sheet.cells.items()):
        if at[0] in rows and roles.get(at, "note") not in _READ:
            yield at, text


def _is_quoted(sentence: str, messages: str) -> bool:
    """Whether a question shows all of a sentence; one of a few letters may be there by chance."""
    return f"“{sentence}" in messages or (len(sentence) > _SHORT and sentence in messages)


def _is_named(
    sheet: Sheet,
    tables: Sequence[ReadTable],
    labels: Collection[str],
    kinds: AbstractSet[str | None],
    *,
    beside_others: bool,
) -> bool:
    """Whether the name of a sheet with figures, which labels none of them, may change them."""
    known = clean_label(sheet.name) in labels or _is_of_sex(sheet.name, tables)
    named = not (sheet.in_page or known)
    of_other = beside_others and is_reference(sheet.name)
    part = names_part_alone(sheet.name) and not _QUESTIONS.fullmatch(sheet.name)
    own = any(is_heading(f"{sheet.name}{years}", kinds, alone=True) for years in ("", " years"))
    changes = part or _is_part(sheet.name) or name_may_change_counts(sheet.name)
    changes = changes and not (own and kinds)
    return bool(tables) and named and (of_other or changes)


def _is_of_sex(name: str, tables: Sequence[ReadTable]) -> bool:
    """Whether a name is that of one sex, and every count on the sheet is labelled with it."""
    sexes = {_sex(each.labels.get("sex", "")) for table in tables for each in table.observations}
    return content_role(name) == "sex" and sexes == {_sex(name)} != {""}


def _sex(text: str) -> str:
    found = [name for name, words in _SEXES.items() if words.search(text)]
    return found[0] if len(found) == 1 else ""


def _is_other_year(text: str, years: Collection[tuple[str | None, str | None]]) -> bool:
    """Whether a line is a year of their kind and no more, which is none of these."""
    year = year_of_line(text.rstrip(" ."))
    if year is None or not year.label or year.rest or year.part or year.several:
        return False
    return year.kind in {kind for kind, _ in years} and (year.kind, year.label) not in years


def _is_part(text: str) -> bool:
    """Whether a text names a part of one year in words: “2019/20 to December”."""
    year = year_of_line(text) if any(map(str.isalpha, text)) else None
    return bool(year and year.label and year.part and not year.several)


def _lines(
    sheet: Sheet, roles: Mapping[Position, str], tables: Sequence[ReadTable]
) -> Iterator[tuple[str, bool]]:
    """The texts of a sheet that were read as nothing, and whether each is a line of words.

    Any other is over or beside what was left aside; a heading over nothing is a line, too. None is
    of a list of crimes, whose rows have words of their own.
    """
    in_row = Counter(row for row, _ in sheet.cells)
    in_column = Counter(column for _, column in sheet.cells)
    of_tables = {row for table in tables for row in rows_of(table)}
    numbered = {at[0] for at, text in sheet.cells.items() if _NUMBER.fullmatch(text)}
    listed = {row for table in tables if is_list(table) for row in rows_of(table)}
    for at, text in sorted(sheet.cells.items()):
        alone, role = in_row[at[0]] == 1, roles.get(at, "note")
        part = alone and role == "year" and at[0] not in of_tables
        if role == "label" and alone and at[0] not in listed:
            # A title may say more than its label; a line between rows may have none.
            yield text, at[0] in of_tables
        elif role == "total" and alone and at[0] not in listed and changes_counts(text):
            yield text, True  # “All crime” over rows, and beside no number
        elif (role not in _READ or part) and at[0] not in listed:
            over_nothing = in_column[at[1]] == 1
            is_line = alone or over_nothing or role == "note"
            yield text, is_line or at[0] not in (of_tables | numbered)
    for name, text in pairs_of_cells(sheet, roles):
        pair = f"{name}: {text}"
        part = names_part_alone(text) and not find_dates(text)
        yield pair, part or changes_counts(pair)
    yield from ((text, True) for text in (*sheet.lines_above, *sheet.lines_below))
