"""Lines that may change what all the numbers of a sheet are, shown once and in one place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from offences.english import and_list
from offences.returns.checks.scope_rules import FiguresOfSheet, ScopeRules, without_labels
from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.label_words import (
    YES,
    clean_label,
    heading_role,
    is_total,
    without_of_which,
)
from offences.returns.labels.other_times import Years
from offences.returns.labels.part_year_words import names_part_alone, words_with_part
from offences.returns.labels.scope_words import changes_counts, names_all_crime, names_place_or_part
from offences.returns.labels.some_ages import is_of_all_ages
from offences.returns.labels.years import find_dates, parse_year
from offences.returns.sheet import (
    LABEL_KINDS,
    Position,
    Problem,
    ReadTable,
    Sheet,
    is_list,
    parse_address,
    rows_of,
)
from offences.returns.tables.columns import are_codes
from offences.returns.tables.keys import pairs_of_cells

MOST = 6  # sentences of one sheet
ASKED = "Are they still the counts that were asked for?"
_SHOWN = 120
_SHORT = 20  # characters, which another text may have by chance
_LONGEST = 250  # characters
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
    of_offences: bool = False,
) -> Iterator[Problem]:
    """A question that shows the sentences nobody was asked about yet; `seen` are those shown.

    `of_file` are the years of the whole file; `beside_others` says that other sheets of it have
    figures, too, and `of_offences` that it says that they count offences.
    """
    figures = FiguresOfSheet.of(tables, of_file, are_of_offences=of_offences)
    rules = ScopeRules(figures, " ".join(each.message for each in asked), seen)
    found: dict[str, list[str]] = {}  # each with the cells beside a count
    if rules.ask_about_name(sheet, tables, beside_others=beside_others):
        found[sheet.name] = []
    for text, is_line in _lines(sheet, roles, tables):
        for sentence in rules.sentences_to_ask_about(text, is_line=is_line):
            found[sentence] = []
        beside = words_with_part(text)
        if beside and any(rules.sentences_to_ask_about(beside, is_line=is_line)):
            found.setdefault(text, [])
    for text, rest in _unused_words(sheet, roles, tables, figures):
        if rules.ask_about_words(text, rest):
            found[text] = []
    for at, text in _remarks(sheet, roles, tables):
        if rules.ask_about_remark(text):
            found.setdefault(text, []).append(sheet.address(*at))
    for place, pair, shown in _asked_of_keys(sheet, tables, found):
        why = f"“{pair[:_SHOWN]}” is over this table. {ASKED}"
        yield Problem(sheet.name, place, why, stops=True)
        seen.update(shown)
        found = {text: cells for text, cells in found.items() if text not in shown}
    if found:
        seen.update([*found][:MOST])
        yield Problem(sheet.name, None, _question(found))


_PLAIN = re.compile(  # who made a table, for which request, and what is so of any: “Status: Final”
    r"(?:contact|department|directorate|team|author|owner|analyst|officer"
    r"|(?:prepared|produced|created|compiled|completed|provided|checked|approved) by"
    r"|(?:our |foi )?(?:ref(?:erence)?|request)(?: (?:no|number|id)\.?)?): .*"
    r"|(?:(?:data )?source|(?:recording )?systems?): "
    r"(?:police |force )?(?:niche|athena|connect|genie|crime(?: record\w+)?)(?: (?:rms|system))?"
    r"|(?:status|version|(?:crime|record) status|stage): (?:final|recorded(?: crimes?)?|validated)"
    r"|(?:location|method|place|mode|type): on-?line"
    r"|(?:counting|units?|measures?|counted|values?|data|figures|numbers?|metric): (?:recorded )?"
    r"(?:crimes?|offen[cs]es?)"
    r"|(?:(?!.*(?:flag|marker|cyber|on-?line|victim))[^:]*): \(?all\)?",
    re.IGNORECASE,
)
_ANY_OF_AXIS = re.compile(r"\(?(?:all|multiple items)\)?|(?:\d+\W+)?other\b.*", re.IGNORECASE)


def _asked_of_keys(
    sheet: Sheet, tables: Iterable[ReadTable], found: Iterable[str]
) -> Iterator[tuple[str, str, list[str]]]:
    """Where a line of two cells above a table is of which something is asked, and what it says.

    “Value | Percentage” says as much of a table as a heading does, and “Department | Crime
    registry” nothing.
    """
    found = [*found]
    for row, column in dict.fromkeys(at for table in tables for at in table.key):
        texts = [text for at, text in sorted(sheet.cells.items()) if at[0] == row]
        name, pair = texts[0].rstrip(" :"), ": ".join([texts[0].rstrip(" :"), *texts[1:]])
        shown = [s for s in found if s in (*texts, pair) or (len(s) > _SHORT and s in pair)]
        is_open = heading_role(name) in LABEL_KINDS and _ANY_OF_AXIS.fullmatch(texts[-1])
        if shown and not (is_open or _PLAIN.fullmatch(pair)):
            yield sheet.address(row, column), pair, shown


def _question(found: Mapping[str, Sequence[str]]) -> str:
    """The question about the first of these texts, each with the cells where it is a remark."""
    shown = [f"“{each[:_SHOWN]}”{_in_cells(found[each])}" for each in [*found][:MOST]]
    more = f" Read {len(found) - MOST} more on the sheet." if len(found) > MOST else ""
    what = "These lines" if len(found) > 1 else "This line"
    return f"{what} may change what the numbers are: {and_list(shown)}.{more} {ASKED}"


def _in_cells(cells: Sequence[str]) -> str:
    """The first cells of a remark that is beside counts: “ (D2, D5)”."""
    more = ["…"] * (len(cells) > MOST)
    return f" ({', '.join([*cells[:MOST], *more])})" if cells else ""


def _unused_words(
    sheet: Sheet,
    roles: Mapping[Position, str],
    tables: Iterable[ReadTable],
    figures: FiguresOfSheet,
) -> Iterator[tuple[str, str]]:
    """Each heading or label of a table, with what is left of it without its year and its labels.

    Nobody is shown words that became no label of any count: “Quarter”, “2018/19 no crime”. Beside
    a year, words of no known kind are rather of its counts: “ave 2018/19”, “2018/19 cancelled”.
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
        beside = words_with_part(text)
        labels = figures.named if year and year.label and year.rest else figures.labels
        rest = (year.rest or beside) if year and (year.label or year.several) else text
        rest = rest if rest in labels else clean_label(rest).strip("() ")
        over_labels = in_row[at[0]] > 1 and at[1] not in counted
        axis = over_labels and names_place_or_part(text)  # asked about with its labels
        is_known = axis or (year and year.part and not beside) or rest in labels
        if any(map(str.isalpha, text)):
            yield text, "" if is_known else _says_more(without_labels(rest, labels))


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
    """The texts beside a count that were read as nothing, but no columns of codes: “22/23”."""
    rows = {parse_address(o.cell)[0] for t in tables for o in t.observations if o.cell}
    columns: dict[int, list[str]] = defaultdict(list)
    for at, text in sorted(sheet.cells.items()):
        if at[0] in rows and roles.get(at, "note") not in _READ:
            columns[at[1]].append(text)
    codes = {column for column, texts in columns.items() if are_codes(texts)}
    for at, text in sorted(sheet.cells.items()):
        if at[0] in rows and roles.get(at, "note") not in _READ and at[1] not in codes:
            yield at, text


_VICTIM = re.compile(
    r"victims?(?: (?:ages?|aged)| \(ages?\))?|ages? of (?:the )?victims?", re.IGNORECASE
)


def _is_of_every_child(name: str, text: str) -> bool:
    """Whether two cells say no more than who was a victim: “Victims | Under 18 years”.

    “Number of victims | Under 18” says what is counted, and “Repeat victims” which of them.
    """
    return bool(_VICTIM.fullmatch(name)) and is_of_all_ages(in_fewer_words(text))


def _lines(
    sheet: Sheet, roles: Mapping[Position, str], tables: Sequence[ReadTable]
) -> Iterator[tuple[str, bool]]:
    """The texts of a sheet that were read as nothing, and whether each is a line of words.

    Any other is over or beside what was left aside; a heading over nothing is a line, too. Of a
    list of crimes, whose rows have words of their own, only those between its rows are lines.
    """
    in_row = Counter(row for row, _ in sheet.cells)
    in_column = Counter(column for _, column in sheet.cells)
    of_tables = {row for table in tables for row in rows_of(table)}
    numbered = {at[0] for at, text in sheet.cells.items() if _NUMBER.fullmatch(text)}
    listed = {row for table in tables if is_list(table) for row in rows_of(table)}
    pairs = [*pairs_of_cells(sheet, roles)]
    whole = {at for at, name, text in pairs if _is_of_every_child(name, text)}
    for at, text in sorted(sheet.cells.items()):
        if at in whole:
            continue
        alone, role = in_row[at[0]] == 1, roles.get(at, "note")
        part = alone and role == "year" and at[0] not in of_tables
        if role == "label" and alone and at[0] not in listed:
            # A title may say more than its label; a line between rows may have none.
            yield text, at[0] in of_tables
        elif role == "total" and alone and at[0] not in listed and changes_counts(text):
            yield text, True  # “All crime” over rows, and beside no number
        elif (role not in _READ or part) and (at[0] not in listed or (alone and role == "note")):
            over_nothing = in_column[at[1]] == 1
            is_line = alone or over_nothing or role == "note"
            yield text, is_line or at[0] not in (of_tables | numbered)
    for _, name, text in pairs:
        pair = f"{name}: {text}"
        part = names_part_alone(text) and not find_dates(text)
        yield pair, part or changes_counts(pair)
    yield from ((text, True) for text in (*sheet.lines_above, *sheet.lines_below))
