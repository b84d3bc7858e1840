"""Rows of tables that give a number of a withheld category."""

import re
from collections.abc import Iterator
from itertools import pairwise

from offences.statistics.years import Year
from offences.tracing import quantities
from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.hidden import NOT_KNOWN, Forces, Names, Withheld
from offences.tracing.quantified import QuantifiedText


def rows(text: str, reading: QuantifiedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Rows of a table of ages, or of parts: "10 | 3", "Facebook	7	66"."""
    found = [(m.span("n"), [int(m["age"])]) for m in quantities.ROW.finditer(text)]
    named = [(m.start, m.end) for m in reading.binder.scene.categories]
    for span, (age,) in found:
        if any(start <= span[0] < end for start, end in named):
            continue  # the end of a band's own label
        said = frozenset({NamedCategory("age", "", age, age)})
        is_table = quantities.OF_AGES.search(text, max(0, span[0] - 400), span[1])
        for is_named, withheld, is_own in forces:
            is_of_force = _names_block(reading, span[0], is_named, is_own)
            if is_table and is_of_force and withheld.touches(said):
                yield *span, str(next(iter(said)))
    for line in quantities.CELLS.finditer(text):
        inside = within(reading.binder.scene.categories, line.span())
        for is_named, withheld, is_own in forces:
            is_of_force = _names_block(reading, line.start(), is_named, is_own)
            for mention in inside if is_of_force else ():
                if withheld.touches(frozenset({mention.slot})):
                    yield *line.span(), str(mention.slot)
    for row in quantities.DATA_ROW.finditer(text):
        for is_named, withheld, is_own in forces:
            label = _hidden_label(reading, row, withheld)
            if label and _names_block(reading, row.start(), is_named, is_own):
                yield *row.span("cells"), label


def _hidden_label(reading: QuantifiedText, row: re.Match[str], withheld: Withheld) -> str:
    """What the first field of a row of data names, where it is hidden: "2018/19,3"."""
    if row["year"]:
        year = Year(int(row["year"]))
        return "the total" if year in withheld.years else ""
    if quantities.CELLS.match(row.string, row.start()):
        return ""  # found above
    inside = within(reading.binder.scene.categories, row.span("label"))
    of = (m.slot for m in inside if (m.start, m.end) == row.span("label"))
    return next((str(each) for each in of if withheld.touches(frozenset({each}))), "")


def _names_block(reading: QuantifiedText, at: int, is_named: Names, is_own: bool) -> bool:
    """The table around a place names the force; or no body, in a text about the force."""
    text = reading.passage.text
    start = text.rfind("\n\n", 0, at) + 1
    end = f"{text}\n\n".find("\n\n", at)
    inside = within(reading.binder.scene.bodies, (start, end))
    return any(is_named(m.slot.name) for m in inside) or (is_own and not inside)


def is_of_a_shown_row(figure: Candidate, reading: QuantifiedText, withheld: Withheld) -> bool:
    """In a row of a table, or a list of as many names, where its own part is shown."""
    return (
        _is_in_a_shown_row(figure, reading, withheld)
        or _is_listed(figure, reading, withheld)
        or _is_in_a_row_of_ages(figure, reading, withheld)
        or _is_in_a_shown_row_of_data(figure, reading, withheld)
    )


def _is_in_a_shown_row_of_data(
    figure: Candidate, reading: QuantifiedText, withheld: Withheld
) -> bool:
    """ "Snapchat,24" in a data file, where that is the number shown."""
    for row in quantities.DATA_ROW.finditer(reading.passage.text):
        if row.start("cells") <= figure.start < row.end():
            inside = within(reading.binder.scene.categories, row.span("label"))
            of = [m.slot for m in inside if (m.start, m.end) == row.span("label")]
            return any(figure.value in withheld.shown.get(frozenset({c}), ()) for c in of)
    return False


def _is_in_a_row_of_ages(figure: Candidate, reading: QuantifiedText, withheld: Withheld) -> bool:
    """ "12: 47", under "by age": the age that is its label, or the number shown of that age."""
    text = reading.passage.text
    for row in quantities.ROW.finditer(text):
        if not row.start() <= figure.start < row.end():
            continue
        if not quantities.OF_AGES.search(text, max(0, row.start() - 400), row.start("age")):
            continue
        age = NamedCategory("age", "", int(row["age"]), int(row["age"]))
        shown = withheld.shown.get(frozenset({age}), ())
        return figure.start < row.start("n") or figure.value in shown
    return False


def _is_in_a_shown_row(figure: Candidate, reading: QuantifiedText, withheld: Withheld) -> bool:
    text = reading.passage.text
    start, end = text.rfind("\n", 0, figure.start) + 1, f"{text}\n".find("\n", figure.start)
    if not quantities.CELLS.match(text, start):
        return False
    said = [m.slot for m in within(reading.binder.scene.categories, (start, end))]
    if not said and quantities.NOT_KNOWN_ROW.match(text, start):
        return not withheld.touches(NOT_KNOWN)
    return bool(said) and not any(withheld.touches(frozenset({each})) for each in said)


def _is_listed(figure: Candidate, reading: QuantifiedText, withheld: Withheld) -> bool:
    """ "Snapchat, Kik and TikTok: 27, 6, <5"."""
    text = reading.passage.text
    start, end = reading.passage.sentence_bounds(figure.start)
    numbers = [n for n in reading.passage.numbers if start <= n.start < end]
    places = [n.start for n in numbers]
    if figure.start not in places or len(places) < 2:
        return False
    links = (text[a.end : b.start] for a, b in pairwise(numbers))
    said = within(reading.binder.scene.categories, (start, places[0]))
    if len(said) != len(places) or not all(quantities.LISTED.fullmatch(each) for each in links):
        return False
    named = frozenset({said[places.index(figure.start)].slot})
    return figure.value in withheld.shown.get(named, ())


def is_in_a_table(figure: Candidate, text: str) -> bool:
    """In a row of a table, for which see `rows`; or before an item of a list."""
    found = (
        *quantities.ROW.finditer(text),
        *quantities.CELLS.finditer(text),
        *quantities.ITEM.finditer(text),
    )
    return any(row.start() <= figure.start < row.end() for row in found)
