"""Rows of tables that give a number of a withheld category."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from offences.tracing import quantities
from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory

if TYPE_CHECKING:
    from offences.tracing.withheld import Forces, _Reading


def rows(text: str, reading: "_Reading", forces: "Forces") -> Iterator[tuple[int, int, str]]:
    """Rows of a table of ages, or of parts: "10 | 3", "Facebook	7	66"."""
    found = [(m.span("n"), [int(m["age"])]) for m in quantities.ROW.finditer(text)]
    for span, (age,) in found:
        said = frozenset({NamedCategory("age", "", age, age)})
        is_table = quantities.OF_AGES.search(text, max(0, span[0] - 400), span[1])
        for is_named, withheld, is_own in forces:
            is_of_force = reading.block_names(span[0], is_named, is_own)
            if is_table and is_of_force and withheld.touches(said):
                yield *span, str(next(iter(said)))
    for line in quantities.CELLS.finditer(text):
        inside = within(reading.binder.scene.categories, line.span())
        for is_named, withheld, is_own in forces:
            is_of_force = reading.block_names(line.start(), is_named, is_own)
            for mention in inside if is_of_force else ():
                if withheld.touches(frozenset({mention.slot})):
                    yield *line.span(), str(mention.slot)
