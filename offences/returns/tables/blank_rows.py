"""Rows of a table that have a label and nothing else: their figures were left blank."""

from offences.returns.labels.label_words import content_role, is_region
from offences.returns.sheet import SheetRow, Table


def take_blank_rows(table: Table, behind: list[SheetRow]) -> None:
    """Find lines that are rows with blank figures, rather than lines above what follows.

    Such a line is of the kind of the labels around it (an offence among offences), is between
    them without a gap, and they do not come again below it, as the members of groups do. It ends
    with no full stop, as a note does, unless they do.
    `behind` are the lines after the last row.
    """
    first = min(min(row.cells) for row in table.body)
    labels = [row.cells[first] for row in table.body if first in row.cells]
    roles = [content_role(text) for text in labels]
    kind = max(set(roles), key=roles.count, default="")
    known = set(labels)
    ends_so = any(text.endswith(".") for text in labels)
    if not kind or roles.count(kind) * 2 <= len(roles) or len(known) < len(labels):
        return
    numbers = {row.number for row in table.body}
    lines = [line for lines in table.sections.values() for line in lines]
    lines += [line for line in behind if not line.after_gap]
    blank = [
        line
        for line in lines
        if content_role(line.text) == kind
        and not is_region(line.text)
        and line.text not in known
        and (ends_so or not line.text.endswith("."))
        and min(line.cells) == first
        and {line.number - 1, line.number + (line not in behind)} & numbers
        and not line.after_gap
    ]
    # Groups begin with a line over the first of them.
    if len(blank) >= len(labels) or any(line.number < min(numbers) for line in blank):
        return
    table.left_blank = {line.number for line in blank}
    table.body = sorted([*table.body, *blank], key=lambda row: row.number)
    for number, above in list(table.sections.items()):
        table.sections[number] = [n for n in above if n.number not in table.left_blank]
    table.sections = {number: above for number, above in table.sections.items() if above}
