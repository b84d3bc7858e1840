"""Lines above a table that may say that its counts are not the ones that were asked for."""

import re
from collections.abc import Collection, Iterable, Iterator

from offences.english import and_list
from offences.intake.returns.cells import OUTSIDE_TABLES, CountCell, Obstacle
from offences.intake.returns.labels import LabelResolver
from offences.intake.returns.matching import narrowing
from offences.returns import ReadFile
from offences.returns.checks.scope_notes import ASKED
from offences.returns.labels.counted_units import names_offences
from offences.returns.labels.remarks import is_remark_alone
from offences.returns.sheet import column_letters

_IF_NOT = "if not, switch the table off or ask the force."


def doubtful_titles(
    read: ReadFile,
    counted: Iterable[CountCell],
    own_names: Collection[str],
    meanings: Collection[LabelResolver],
) -> Iterator[Obstacle]:
    """Warn of lines that may narrow a table or widen it, but those that were asked about before.

    The lines of our own form are our own.
    """
    asked = " ".join(p.message for p in read.problems if p.message.endswith(ASKED))
    own = {each.sheet for each in read.form.tables} if read.form else set()
    tables = [read.tables[n] for n in sorted({c.table for c in counted} - {OUTSIDE_TABLES})]
    for table in tables:
        if table.sheet in own:
            continue
        kinds = {role for each in table.observations for role in each.labels}
        labels = {text for o in table.observations for text in (*o.labels.values(), *o.other)}
        known = {title for title in table.titles if f"“{title}" in asked} | labels
        for title in (each for each in table.titles if each not in known):
            if narrow := next(narrowing(title, own_names, kinds), ""):
                why = (
                    f"The line “{title[:150]}” above this table may narrow it (“{narrow}”). Say "
                    f"that its counts are of all that was asked for; {_IF_NOT}"
                )
                yield Obstacle(table.sheet, None, why, stops=False)
    above = ((t.sheet, line, "is above the counts, and") for t in tables for line in t.titles)
    notes = ((sheet, line, "is in this file, and") for sheet, line in _notes(read) if tables)
    of_offences = (each for each in (*above, *notes) if _is_of_offences(each[1]))
    first = next((each for each in of_offences if each[0] not in own), None)
    if first and (words := _unsaid(read, meanings)):
        sheet, title, what = first
        why = (
            f"“{title[:150]}” {what} nothing in this file says {words}. Say "
            f"that they are of no others; {_IF_NOT}"
        )
        yield Obstacle(sheet, None, why, stops=False)


def _notes(read: ReadFile) -> Iterator[tuple[str, str]]:
    """The lines of words of a file, on any sheet, that were read as nothing."""
    for sheet in read.sheets:
        for number, texts in sheet.rows:
            for column, text in enumerate(texts, 1):
                place = (
                    f"R{number}C{column}" if sheet.in_page else f"{column_letters(column)}{number}"
                )
                if text and sheet.roles.get(place, "note") == "note":
                    yield sheet.name, text


def _is_of_offences(title: str) -> bool:
    return names_offences(_FLAGGED.sub(" ", title)) and not is_remark_alone(title)


def _unsaid(read: ReadFile, meanings: Collection[LabelResolver]) -> str:
    """What tells the measures from others and no word of the file says, in a phrase."""
    words = [word for each in meanings for word in each.own_words]
    of_children = any(
        _CHILDREN.search(f"{each.measure.name} {each.measure.phrase}") for each in meanings
    )
    rows = (text for sheet in read.sheets for _, row in sheet.rows for text in row)
    titles = (title for table in read.tables for title in table.titles)  # of a page, in no row
    texts = [read.name, *(sheet.name for sheet in read.sheets), *titles, *rows]
    named = re.compile("|".join(rf"\b{re.escape(word)}" for word in words), re.IGNORECASE)
    if words and not any(map(named.search, texts)):
        return and_list([f"“{word}”" for word in words], "or")
    children = of_children and not any(map(_CHILDREN.search, texts))
    return "that the victims are children" if children else ""


_FLAGGED = re.compile(r"\b(?:cyber|on-?line|internet)?[ -]?flagged\b", re.IGNORECASE)
_CHILDREN = re.compile(
    r"\b(?:child|minors?\b|juveniles?\b|young|youth|teen|girls?\b|boys?\b|pupils?\b|aged?\b|ages\b"
    r"|under[ -]?\d\d|u1\d|0 ?(?:-|–|to) ?1\d)",
    re.IGNORECASE,
)
