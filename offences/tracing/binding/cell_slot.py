"""What a number in a table is said of: what its row and its column name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from offences.statistics.years import JANUARY, Year, first_month
from offences.tracing.binding.bodies import Body
from offences.tracing.binding.categories import UNKNOWN as UNKNOWN_WORDS
from offences.tracing.binding.categories import attribute_kind
from offences.tracing.binding.known import IS_KNOWN
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.table_cells import TableCell
from offences.tracing.finding.vocabulary import CHANGE_NOUN, compiled

OF_CELLS = (*VALUES, "percent", "fraction", "difference")
"""Kinds of figures that a row and a column say all of."""
_AGES = re.compile(
    r"(?P<a>\d\d?)(?:\s?[-–]\s?|\s+to\s+)?(?P<b>\d\d?)?(?P<more>\+)?(?:\s+years?(?:\s+old)?)?"
)
_AGE = compiled(r"\bages?\b|\bhow\s+old\b")
_CALENDAR = re.compile(r"(?:19|20)\d\d")
_CHANGE = compiled(rf"\b(?:{CHANGE_NOUN}|difference)\b")
_KNOWN = compiled(r"\b(?:un)?(?:known|recorded|stated)\b")
_NOT = compiled(r"\b(?:not|un(?:known|recorded|stated))\b")


class CellBinder:
    """Binds the numbers of tables by their cells alone."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def bind(self, statement: Statement, cell: TableCell) -> Statement:
        """The statement of a number in a cell; a body or year of no cell is that of the caption."""
        text = self.scene.passage.text
        own = [cell.label, cell.head]
        words = " ".join(text[slice(*span)] for span in own)
        bodies = self._named(self.scene.bodies, own) or self._alone(self.scene.bodies, cell.caption)
        categories = frozenset(m.slot for m in self._named(self.scene.categories, own))
        if age := age_of_label(text, cell):
            categories |= {age}
        years = self._years(own) or self._years([cell.caption])
        figure, role, known_of = statement.figure, "", ""
        if figure.kind in VALUES and not categories:
            heads = " ".join(text[slice(*span)] for span in (cell.label_head, cell.caption))
            kind = attribute_kind(words) or (attribute_kind(heads) if _KNOWN.search(words) else "")
            if UNKNOWN_WORDS.search(words) or (kind and _NOT.search(words)):
                role, known_of = UNKNOWN, kind
            elif IS_KNOWN.search(words) and kind:
                role, known_of = KNOWN, kind
        if figure.kind == "count" and _CHANGE.search(text, *cell.head):
            figure, years = replace(figure, kind="difference"), None
        return replace(
            statement,
            figure=figure,
            bodies=tuple(dict.fromkeys(m.slot for m in bodies))[:1],
            categories=categories,
            years=years,
            role=role,
            known_of=known_of,
            in_table=True,
        )

    def _named[Slot](
        self, mentions: Sequence[Mention[Slot]], spans: Sequence[tuple[int, int]]
    ) -> list[Mention[Slot]]:
        return [m for span in spans for m in within(mentions, span)]

    def _alone(
        self, mentions: Sequence[Mention[Body]], span: tuple[int, int]
    ) -> list[Mention[Body]]:
        found = within(mentions, span)
        return found if len({m.slot.name for m in found}) == 1 else []

    def _years(self, spans: Sequence[tuple[int, int]]) -> frozenset[Year] | None:
        text = self.scene.passage.text
        named = {m.slot.years for m in self._named(self.scene.years, spans)}
        for start, end in spans:
            if _CALENDAR.fullmatch(text, start, end):
                last = Year(int(text[start:end]))
                named.add(frozenset({last} if first_month() == JANUARY else {last.previous, last}))
        return named.pop() if len(named) == 1 else None


def age_of_label(text: str, cell: TableCell) -> NamedCategory | None:
    """The age that a row is of, by a number in a column of ages."""
    found = _AGES.fullmatch(text, *cell.label)
    heads = (cell.label_head, cell.caption)
    if not (found and any(_AGE.search(text, *span) for span in heads)):
        return None
    low, high = int(found["a"]), int(found["b"] or found["a"])
    return age_category(low, 17 if found["more"] else high)


def is_label(figure: Candidate, text: str, cells: Sequence[TableCell]) -> bool:
    """The number of a row's label, where it is an age."""
    return any(figure.start in range(*c.label) and age_of_label(text, c) for c in cells)
