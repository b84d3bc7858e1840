"""Columns and rows of another time, version or unit than the counts beside them.

“Year to date” over quarters says so in its own words alone: the counts below it have the quarter
of their row, and would be taken for that quarter's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.counted_units import OFFENCES, counted_unit, is_bare_unit
from offences.returns.labels.label_words import clean_label, is_total
from offences.returns.labels.no_counts import is_of_other_quantity, names_share
from offences.returns.labels.years import parse_year
from offences.returns.sheet import (
    Observation,
    Position,
    Problem,
    ReadTable,
    SheetRow,
    Table,
    parse_address,
)

_TO_DATE = re.compile(
    r"\b(?:to[ -]date|(?:f|c)?\.?y\.?t\.?d|mtd|qtd|so far|accumulat\w+|cumulat\w+|cum|rolling"
    r"|running (?:total|sum|count)s?|moving (?:total|sum|annual total)s?"
    r"|(?:year|quarter|month)s? up to (?:and including )?(?:this|each|the) (?:month|quarter)"
    r"|(?:since|from) (?:1(?:st)? )?(?:april|january|the (?:start|beginning) of (?:the )?year)"
    r"(?!.*(?:\b(?:to|until|till|and)\b|-))"
    r"|same (?:quarter|month|period|time|week|half|point)(?: (?:of|in))?(?: the)?"
    r"(?: (?:last|previous|prior|preceding))?(?: year)?"
    r"|(?:last|previous|prior|preceding) (?:12|twelve) months|12[ -]month(?:s|ly)?"
    r" (?:total|sum|figure)s?)\b",
    re.IGNORECASE,
)
_DATE_BEHIND = re.compile(r"\bto[ -]date (?:of|when|on which)\b|\bdate\b.*\bto[ -]date\b", re.I)
_STATED = r"(?: ?(?:\(?(?:figures?|data|numbers?|counts?|totals?|values?|versions?|offences?)\)?))*"
_VERSION = re.compile(
    r"(?:the |as )*(?:(?:previous(?:ly)?|originally|originals?|initial(?:ly)?|first|last|latest"
    r"|earlier|prior|old|new|newly|current|final|most recent)\W+)*"
    r"(?:published|publication|released|releases?|submitted|issued|supplied|revised|revisions?"
    r"|restated|restatements?|corrected|corrections?|amended|amendments?|updated?|adjusted"
    r"|unadjusted|unrevised|estimated?|estimates|imputed|modelled|provisional|preliminary"
    rf"|superseded|originals?|initial|validated|unvalidated|verified|unverified){_STATED}"
    r"|previous(?:ly)?|prior|old(?:er)?|new(?:er)?|latest|earlier"
    r"|(?:the )?(?:old|older|new|newer|original|initial|earlier|previous|latest|current)"
    r" (?:figures?|data|numbers?|counts?|totals?|values?|versions?|basis|return|release|method)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:(?:number|no\.?|count|total)s? (?:of )?)?(?:detections|detected|solved|(?:cases )?solved"
    r"|cleared(?:[ -]up)?|clear(?:ed)?[ -]ups|clearances|non[ -]crimes?(?: (?:incidents?|reports?"
    r"|numbers?))?|police reports?|intelligence (?:reports?|logs?)|prevalence|confidence|weeks?"
    r"|devices?|schools|households|(?:crimes?|offen[cs]es?) per \w+|victims? per \w+"
    r"|\w+ per (?:crime|offen[cs]e|victim|child))",
    re.IGNORECASE,
)
_CARRIED = re.compile(  # of a year before, where they may be counted, too
    r"\b(?:(?:brought|carried|rolled|held|transferred)[ -](?:forward|over|across|down|from)"
    r"|[bc]/f(?:w?d)?|back ?logs?|late (?:entries|records?|additions?|returns?)"
    r"|(?:outstanding|left over|remaining|residual|unfinished|historic(?:al)?)\W+(?:\w+ ){0,2}from"
    r"|(?:recorded|reported|added|entered|input) (?:late|retrospectively|in arrears))\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,2}|[a-h]|[ivx]{1,4})"
_OTHER_ROW = re.compile(  # a part of another row: “c) Of a), online”, “of those in row 2”
    r"\b(?:of|from|in|within|at)(?: (?:those|these|the|which|that|offen[cs]es|crimes|cases|figures?"
    r"|numbers?|totals?))*(?: (?:in|at|from|under))?"
    rf" (?:(?:row|line|question|part|item|answer|column) ?\(?{_NUMBER}\b|\(?{_NUMBER}\)"
    rf"|[“\"'‘]{_NUMBER}[”\"'’])"
    rf"|\bhow many of {_NUMBER}\b|\b(?:part|those|share|subset|which) (?:of|in) q ?\d"
    r"|\b(?:included|counted|contained|shown) (?:in the )?above\b",
    re.IGNORECASE,
)
_ASK = "Are these the counts that were asked for?"
_PLACES = re.compile(r"(?:devices?|schools|households)", re.IGNORECASE)  # where an offence was
_EVENT = (  # “Where offences took place”, and not “Where applicable” or “How many”
    r"(?: (?:(?:(?:was|were|did|has|have|is|are) )?(?:the |this |these |it|they|each )?"
    r"(?:offen[cs]es?|crimes?|incidents?|it|they)|committed|reported|recorded|disclosed"
    r"|contact\w*|from|held|found)\b.*)?\W*$"
)
_AXIS_OF_PLACES = re.compile(
    r"\b(?:locat\w+|places?|venues?|premises|settings?|scenes?|sites?|devices?|equipment"
    r"|hardware|means|methods?|mode|medium|channels?|referr\w+)\b"
    rf"|^\W*(?:from )?(?:where|how){_EVENT}"
    r"|^\W*(?:(?:referral|report\w*|crime|offen[cs]e) )?(?:sources?|origins?)"
    r"(?: of (?:the )?(?:offen[cs]es?|crimes?|reports?|referrals?|contact|complaints?))?\W*$"
    r"|\b(?:reported|recorded|notified|disclosed) (?:by|via|through|from|to)\W*$",
    re.IGNORECASE | re.MULTILINE,
)

_MULTIPLE = re.compile(
    r"(?:(?:units?|scale|figures?|numbers?|in|are|of|all)\W+)*(?:tens|hundreds|thousands|millions"
    r"|[x×] ?10{1,6}|10{1,6}s?)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:sub-?)?(?:region(?:al(?:ly)?)?|national(?:ly)?|countrywide|nationwide|divisions?"
    r"|divisional|districts?|boroughs?|wards?|beats?|localit(?:y|ies)|neighbourhoods?|bcus?)"
    r"(?:\W.*)?"
    r"|(?:[\w’'&-]+ ){1,3}(?:area|division|district|region|borough|ward|bcu|lpa|lpu|hub|sector)"
    r"|(?:area|sector|hub|station|town)\W+[\w ]+"
    r"|(?:north|south|east|west|central)(?:ern)?(?:[ -](?:north|south|east|west)(?:ern)?)?",
    re.IGNORECASE,
)
_NO_DATA = re.compile(
    r"(?:\w+ ){0,3}(?:sample|subset|extract|excerpt|snapshot|selection)s?(?: (?:of|from) .*)?"
    r"|(?:for )?(?:archived?|working copy|template|mock[ -]?up|placeholders?|tests?|testing"
    r"|training|dummy|illustrations?|demos?|demonstration|examples?|specimens?|superseded|obsolete"
    r"|withdrawn|void|redundant)"
    r"(?: (?:data|figures?|numbers?|counts?|table|sheet|only|copy|version))?",
    re.IGNORECASE,
)


def of_other_versions(
    read: ReadTable, table: Table, lines: Sequence[SheetRow], known: Sequence[Problem]
) -> Iterator[Problem]:
    """Ask once about each kind of such words over counts or beside them, and in a line above.

    Not about words that a question shows already.
    """
    quoted = " ".join(each.message for each in known if each.stops)
    yield from (each for each in _of_lines(read, table, lines) if each.message not in quoted)
    by_line = _lines(read)
    asked: set[str] = set()
    of_offences = {_line_of(table, at) for at, t in _words_of(table) if _is_of_offences(t)}
    for at, text in _words_of(table):
        counts = by_line.get(("row", at[0]), []) + by_line.get(("column", at[1]), [])
        phrase = clean_label(plain_text(text)).strip(" :")
        over = "\n".join(row.cells.get(at[1], "") for row in table.header)
        why = _why(phrase, counts, over) if counts else ""
        if not why and counts and _line_of(table, at) in of_offences:
            why = _of_unit(phrase)
        if why and why not in asked and f"“{text[:60]}" not in quoted:
            asked.add(why)
            place = table.sheet.address(*at) if at[0] > 0 else counts[0].cell
            yield Problem(read.sheet, place, f"“{text[:60]}” {why} {_ASK}", stops=True)


def sums_among_parts(tables: Iterable[ReadTable], known: Sequence[Problem]) -> Iterator[Problem]:
    """Ask of each table about “Year to date 2018/19” in a file with other counts of 2018/19.

    By itself it is a part of its year, which is stored as one and never added to another. So is
    none of which only the sheet’s name says it.
    """
    quoted = " ".join(each.message for each in known if each.stops)
    found = [(table, o) for table in tables for o in table.observations if o.year]
    times: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for _, each in found:
        times[each.year, each.year_kind].add(each.part_words)
    asked = set[int]()
    for table, each in found:
        others = times[each.year, each.year_kind] - {each.part_words}
        if each.part_words:
            sums = _TO_DATE.search(plain_text(each.part_words)) and others
            adds_up = bool(sums) and not all(map(_TO_DATE.search, others))
        else:
            adds_up = _is_to_date(plain_text(table.sheet))
        text = (each.part_words or table.sheet)[:60]
        if adds_up and id(table) not in asked and f"“{text}" not in quoted:
            asked.add(id(table))
            why = f"“{text}” adds up counts, and those of {each.year} may be here more than once."
            yield Problem(table.sheet, each.cell, f"{why} {_ASK}", stops=True)


def _of_lines(read: ReadTable, table: Table, lines: Sequence[SheetRow]) -> Iterator[Problem]:
    """Ask about a line that is a label of no known kind of all counts: “Thousands”, “North”."""
    of_all = [set(each.other) for each in read.observations]
    for row in lines if of_all else ():
        text, year = clean_label(row.text), parse_year(row.text)
        if row.number >= table.range_start or (year and (year.label or year.part)):
            continue  # a heading, or words about a time, which are asked about elsewhere
        if all(text in others for others in of_all) and _says_other_numbers(text):
            at = (row.number, min(row.cells)) if row.number > 0 else None
            place = table.sheet.address(*at) if at else read.range.partition(":")[0]
            yield Problem(
                read.sheet, place, f"“{text[:60]}” is over this table. {_ASK}", stops=True
            )


def _says_other_numbers(text: str) -> bool:
    phrase = plain_text(text)
    forms = (_MULTIPLE, _PLACE, _NO_DATA, _VERSION, _UNIT)
    return any(each.fullmatch(phrase) for each in forms) or (
        is_of_other_quantity(phrase) and ("%" not in phrase or names_share(phrase))
    )


def names_version(text: str) -> bool:
    """Whether a label only says which version of the numbers is below it: “Revised figures”."""
    return bool(_VERSION.fullmatch(clean_label(plain_text(text)).strip(" :()")))


def _why(phrase: str, counts: list[Observation], heading: str) -> str:
    if _is_to_date(phrase) and any(_is_of_less(each, phrase) for each in counts):
        return "adds up counts, or is of another time than its own row or column says."
    if _OTHER_ROW.search(phrase):
        return "seems to be a part of other counts here."
    if _CARRIED.search(phrase):
        return "may be of crimes that are counted in another year."
    if _VERSION.fullmatch(phrase):
        return "says which version of the numbers these are."
    if _PLACES.fullmatch(phrase) and all(_is_of_places(o, phrase, heading) for o in counts):
        return ""
    return _of_unit(phrase)


def _of_unit(phrase: str) -> str:
    return "is no word for offences." if _UNIT.fullmatch(phrase) else ""


def _is_of_offences(text: str) -> bool:
    """Whether a label says that offences are counted, beside which “Schools” are no places."""
    return is_bare_unit(text) and counted_unit(text) == OFFENCES and not is_total(text)


def _line_of(table: Table, at: Position) -> tuple[str, int]:
    """The row of a heading, or the column of a label."""
    headings = {row.number for row in table.header}
    return ("row", at[0]) if at[0] in headings else ("column", at[1])


def _is_of_places(each: Observation, phrase: str, heading: str) -> bool:
    """Whether a word for places or things is over a label: “Location” over “Schools”."""
    others = [clean_label(plain_text(text)) for text in each.other]
    at = others.index(phrase) if phrase in others else 0
    over = [others[at - 1]] if at else [heading, *each.labels.values()]
    return any(_AXIS_OF_PLACES.search(text) for text in over if clean_label(text) != phrase)


def _is_to_date(phrase: str) -> bool:
    """Whether words say that counts are added up, of no year that they name: “Grooming to date”."""
    year = parse_year(phrase)
    named = year and (year.label or year.several)
    return bool(_TO_DATE.search(phrase)) and not named and not _DATE_BEHIND.search(phrase)


def _is_of_less(each: Observation, phrase: str) -> bool:
    """Whether a count is read as of something else than of what these words say."""
    return each.value is not None and plain_text(each.part_words).strip(" :") != phrase


def _lines(read: ReadTable) -> dict[tuple[str, int], list[Observation]]:
    """The counts of each row and column."""
    found: dict[tuple[str, int], list[Observation]] = {}
    for each in read.observations:
        if each.cell:
            row, column = parse_address(each.cell)
            found.setdefault(("row", row), []).append(each)
            found.setdefault(("column", column), []).append(each)
    return found


def _words_of(table: Table) -> Iterator[tuple[Position, str]]:
    """The headings over counts and the labels beside them, each with its place."""
    counted = table.columns_of_counts()
    rows = {row for (row, _), role in table.roles.items() if role in ("value", "total", "marker")}
    for row in table.header:
        yield from (((row.number, c), t) for c, t in row.cells.items() if c in counted)
    for row in table.body:
        own = (c for c in row.cells if row.number in rows and c not in counted)
        labels = ("label", "year", "total")
        yield from (
            ((row.number, c), row.cells[c])
            for c in own
            if table.roles.get((row.number, c)) in labels
        )
