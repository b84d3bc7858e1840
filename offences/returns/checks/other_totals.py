"""Totals that may be of more than was asked for, or none: “All crime”, “Offence” beside 18."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from offences.returns.labels.cell_counts import parse_count, plain_text
from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.joined_labels import named_of_total
from offences.returns.labels.label_words import content_role, heading_role, is_of_which, is_total
from offences.returns.labels.years import parse_year
from offences.returns.sheet import LABEL_KINDS, Position, Problem, SheetRow, Table
from offences.returns.tables.label_levels import MOST_AGE
from offences.returns.tables.sums import CellTexts, is_sum, value_or_none

_TOTAL = re.compile(
    r"\W*(?:grand |sub-?)?(?:all|totals?|overall|sum)\b|.*\btotals?\W*", re.IGNORECASE
)
_MORE = re.compile(  # “total crimes” are those counted here, “all crimes” may be any
    r"\bcrime\b(?! (?:number|count|report|record)s?\b)|\ball (?:\w+ )*crimes\b"
    r"|\b(?:all|overall) (?:\w+ )*sexual offen[cs]es\b|\bforces\b",
    re.IGNORECASE,
)
_CRIME = re.compile(r"\bcrimes?\b", re.IGNORECASE)
_FORCES = re.compile(r"\bforces\b", re.IGNORECASE)
_ONLINE = re.compile(r"\b(?:on-?line|cyber|internet|digital)", re.IGNORECASE)
_SEXUAL = re.compile(r"\bsexual\b", re.IGNORECASE)
_YOUNG = re.compile(
    r"\b(?:under|below)[ -](?:the age of )?(?:18|eighteen)|\bu18|\b0 ?(?:-|–|to) ?17\b"
    r"|\b(?:against|with|on|towards?|where|of) (?:\w+ )?(?:child(?:ren)?|minors|juveniles)\b",
    re.IGNORECASE,
)

_ALL_AGES = re.compile(
    r"(?:(?:victims?|total|for|of) )*(?:all|any|every) ages?(?: (?:victims?|total|groups?))*", re.I
)
_ALL_FORCES = re.compile(
    r"(?:(?:totals?|for|of) )*all (?:the )?(?:police )?forces(?: totals?)?", re.I
)
_ALL_CRIME = re.compile(r"(?:all|total) (?:(?:recorded|reported|police) )*crimes?", re.I)
_CUMULATIVE = re.compile(
    r"(?:cumulative|running|rolling|accumulated)(?: (?:totals?|counts?|figures?|number|year)"
    r"|(?: (?:12|twelve|\d+))? months?)?",
    re.IGNORECASE,
)
_SO_FAR = re.compile(  # beside months; “2019/20 to date” is a part of that year
    r"(?:[a-z’'-]+ ){0,3}(?:(?:financial )?(?:year|quarter|month)[ -])?to[ -]date|f?y\.?t\.?d\.?",
    re.IGNORECASE,
)
_READ, _COUNTS = ("label", "total"), ("value", "total", "marker")

type _Lines = Mapping[Position, tuple[str, CellTexts]]  # each label, with the cells that it is of


def of_other_totals(table: Table, lines: Sequence[SheetRow]) -> Iterator[Problem]:
    """Ask once of a table whether such a total is of the offences that were asked for.

    There is no doubt where it is the sum of the cells beside it, or where a title says of what it
    names (of crimes, if it is of all crime) that they are online and of children.
    """
    yield from _headings_as_counts(table)
    titles = [row.text for row in lines]
    yield from _of_all_ages(table, titles)
    yield from _of_more(table, titles)
    covering = [text for text in titles if _ONLINE.search(text) and _YOUNG.search(text)]
    for at, text, others in _named(table):
        covered = [t for t in covering if _CRIME.search(t) or not _CRIME.search(text)]
        why = _why(text, covered=bool(covered))
        # Of one with a part “of which online” it is asked which of the two was meant.
        if (
            why
            and _MORE.search(text)
            and any(is_of_which(t) and _ONLINE.search(t) for t, _ in others.values())
        ):
            continue
        if why and not _is_of_parts(at, others, strict=counted_unit(text) not in ("", OFFENCES)):
            message = f"“{text[:60]}”: {why}"
            yield Problem(table.sheet.name, table.sheet.address(*at), message, stops=True)
            return


def _of_all_ages(table: Table, titles: Sequence[str]) -> Iterator[Problem]:
    """Ask about “all ages” where no other age is named, nor a line says that victims are young.

    As a heading by itself it is that of a column of counts.
    """
    cells = table.sheet.cells
    roles = sorted(table.roles.items())  # a count below a total has its role
    texts = {at: _without_year(cells.get(at, "")) for at, role in roles if role in (*_READ, "year")}
    texts = {at: t for at, t in texts.items() if table.roles[at] != "total" or not parse_count(t)}
    header = {row.number for row in table.header}
    alone = {at for at, text in texts.items() if at[0] in header and text == cells.get(at)}
    named = [at for at, text in texts.items() if _ALL_AGES.fullmatch(text) and at not in alone]
    rest = [text for at, text in texts.items() if at not in named]
    others = (content_role(text) == "age" or heading_role(text) == "age" for text in rest)
    if named and not any(map(_YOUNG.search, [table.sheet.name, *titles])) and not any(others):
        at = named[0]
        why = f"“{cells[at][:60]}”: may these be of adults too? Are they of children alone?"
        yield Problem(table.sheet.name, table.sheet.address(*at), why, stops=True)


def _of_more(table: Table, titles: Sequence[str]) -> Iterator[Problem]:
    """Ask about “All forces” where no force has a row or column, and about “Cumulative”.

    So of “2018/19 all crime” over counts of which no title says that they are of online crime.
    """
    of_crime = any(_CRIME.search(text) and _ONLINE.search(text) for text in titles)
    header = {row.number for row in table.header}
    cells = table.sheet.cells
    read = [at for at, role in sorted(table.roles.items()) if role in (*_READ, "year")]
    texts = {at: _without_year(cells.get(at, "")) for at in read}
    of_forces = any(content_role(text) == "force" for text in texts.values())
    for at, text in texts.items():
        all_crime = _ALL_CRIME.fullmatch(text) and at[0] in header and not of_crime
        of_more = _CUMULATIVE.fullmatch(text) or (_ALL_FORCES.fullmatch(text) and not of_forces)
        if of_more or all_crime or _SO_FAR.fullmatch(plain_text(cells.get(at, ""))):
            message = f"“{cells[at][:60]}”: are these the counts that were asked for?"
            yield Problem(table.sheet.name, table.sheet.address(*at), message, stops=True)
            return


def is_of_all_ages_alone(line: str) -> bool:
    """Whether a line says no more than that victims are of all ages: “Victim age: All ages”."""
    name, _, text = plain_text(line).rpartition(":")
    return heading_role(name) in ("", "age") and bool(_ALL_AGES.fullmatch(text.strip(" ()")))


def says_young(texts: Iterable[str]) -> bool:
    """Whether any of the words around a table say that victims are children."""
    return any(map(_YOUNG.search, texts))


def _without_year(text: str) -> str:
    phrase = plain_text(text)
    year = parse_year(phrase)
    return (year.rest if year and year.label else phrase).strip(" :,-–()")


def _headings_as_counts(table: Table) -> Iterator[Problem]:
    """Ask about a first row with the name of an axis, whose number is no sum of those below it.

    “Offence” beside 18 may be the heading over an age as well as a count of all offences.
    """
    headed = {column for row in table.header for column in row.cells}
    first, *below = table.body or [SheetRow(0, {})]
    for at, text in sorted(first.cells.items()):
        number = value_or_none(text) if table.roles.get((first.number, at)) in _COUNTS else None
        is_age = number is not None and number <= MOST_AGE and at not in headed
        labels = (t for c, t in first.cells.items() if c < at)
        if not (is_age and below and any(map(_names_axis, labels))):
            continue
        parts = [[row.cells.get(at)] for row in below if at in row.cells]
        if not is_sum([text], parts):
            why = (
                f"“{text[:60]}” is beside “{min(first.cells.items())[1][:60]}”, and the numbers "
                "below it do not add up to it. Is it a count, and no heading such as an age?"
            )
            yield Problem(table.sheet.name, table.sheet.address(first.number, at), why, stops=True)
            return


def _names_axis(label: str) -> bool:
    return heading_role(label) in LABEL_KINDS and not is_total(label)


def _why(text: str, *, covered: bool) -> str:
    """What has to be asked of a total with these words; nothing where they are of offences."""
    phrase = plain_text(text)
    if not _TOTAL.match(phrase) or named_of_total(phrase):
        return ""
    unit = counted_unit(phrase)
    if unit not in ("", OFFENCES):
        return f"this total counts {unit}. Are these offences?"
    as_asked = _ONLINE.search(phrase) or (_SEXUAL.search(phrase) and _YOUNG.search(phrase))
    if covered or as_asked or not _MORE.search(phrase):
        return ""
    return "this total may have more in it than was asked for. Is it of these offences alone?"


def _named(table: Table) -> Iterator[tuple[Position, str, _Lines]]:
    """Each label of a table, with all that are in its column, or its row of headings."""
    body = [(row.number, at, text) for row in table.body for at, text in row.cells.items()]
    of_counts = {at for at, role in table.roles.items() if role in _COUNTS}
    counted = sorted({at for row, at, text in body if (row, at) in of_counts and parse_count(text)})
    beside = {at for row, at, _ in body if table.roles.get((row, at)) in _READ}
    for column in sorted(beside - {*counted}):
        rows = {
            (row.number, column): (row.cells[column], [row.cells.get(at) for at in counted])
            for row in table.body
            if column in row.cells
        }
        yield from ((at, text, rows) for at, (text, _) in rows.items())
    for row in table.header:
        starts = [at for at in sorted(row.cells) if at in counted]
        ends = [*starts[1:], max(counted, default=0) + 1]
        groups = {}
        for start, end in zip(starts, ends, strict=False):
            own = [at for at in counted if start <= at < end]
            cells = [each.cells.get(at) for at in own for each in table.body]
            groups[row.number, start] = (row.cells[start], cells)
        yield from ((at, text, groups) for at, (text, _) in groups.items() if at[0] > 0)


def _is_of_parts(at: Position, lines: _Lines, *, strict: bool) -> bool:
    """Whether a total is the sum of the parts before it, after it, or of all of them."""
    places = list(lines)
    own, here = lines[at][1], places.index(at)
    parts = [None if _TOTAL.match(plain_text(t)) else cells for t, cells in lines.values()]
    before = _up_to_total(parts[:here][::-1])
    after = _up_to_total(parts[here + 1 :])
    every = [cells for cells in parts if cells is not None]
    if _FORCES.search(lines[at][0]) and any(content_role(t) == "force" for t, _ in lines.values()):
        return True  # the regions beside them are sums without a word for one
    return any(_adds_up(own, each, strict=strict) for each in (before, after, every))


def _up_to_total(parts: Sequence[CellTexts | None]) -> list[CellTexts]:
    end = parts.index(None) if None in parts else len(parts)
    return [each for each in parts[:end] if each is not None]


def _adds_up(own: CellTexts, parts: Sequence[CellTexts], *, strict: bool) -> bool:
    """Whether parts add up to a total; `strict`: none of them may be without its number."""
    same = [each for each in parts if len(each) == len(own)]
    known = all(value_or_none(text) is not None for each in same for text in each)
    return is_sum(own, same) and (known or not strict)
