"""The year that a figure is said of, and the one that it is compared with."""

import re
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import Mention, Zones, within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.years import YearsNamed
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.vocabulary import compiled

_BASE = compiled(
    r"\b(?:from|than(?:\s+the)?|compared\s+(?:with|to)|comparison\s+(?:with|to)|against|versus"
    r"|up\s+on|down\s+on"
    r"|(?:%|per\s+cent|rise|increase|fall|drop|decrease)\s+on|(?:double|twice|triple|treble|times"
    r"|half)(?:\s+the)?"
    r"|had\s+been|after|following|as|instead\s+of|previously|was)\s+(?:the\s+)?(?:just\s+|only\s+"
    r"|a\s+total\s+of\s+|the\s+|between\s+)*"
    r"(?:(?:previous|earlier|last)\s+(?:figure|total|number|year[’']s(?:\s+(?:figure|total"
    r"|number)(?:\s+of)?)?)\s+(?:of\s+)?)?$"
)
_IS_WAS = compiled(r"\bwas\s+$")
_TOO_SMALL = compiled(r"\s+(?:is|was)\s+(?:too\s+small|too\s+low|no\s+base)\b")
_IN = compiled(r",?\s+\(?(?:in\s+)?")
_NEW_CLAUSE = compiled(r"[,;]\s+(?:so|but|because|and|while|whereas|although|though|yet)\b")
_OPENING = compiled(
    r"\W*(?:(?:and|but|back)\s+)?(?:since|between|compared\s+(?:with|to)|in|during|for|over|from|by"
    r"|as\s+of)?\s*"
    r"(?:(?:early|late|mid|the|just|financial|year)\s+)*"
)
_HUGS = compiled(
    r"[’']?s?\s*(?:figure|total|number|count)?s?\s*(?:\(|:|,|was|were|of|there\s+were|had"
    r"|saw|,?\s+when\b[^.;:,\d]{0,60})?\s*(?:just\s+|only\s+)?"
)
_FIGURE_FOR = compiled(r"\b(?:figure|total|number|count)\s+(?:for|of|in)\s+(?:the\s+year\s+)?\Z")
_WHILE = compiled(r"\b(?:while|whilst|whereas)\b[^.;:\d]{0,60}$")


class YearBinder:
    """Finds the years of a figure, or the base of a change."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._last: tuple[list[Mention[YearsNamed]], int] = ([], 0)

    def is_base(self, figure: Candidate) -> bool:
        before, _ = split_modifier(self.scene.passage.before(figure.start))
        match = _BASE.search(before)
        if _TOO_SMALL.match(self.scene.passage.after(figure.end)):
            return True
        if match and _IS_WAS.search(before):
            return bool(re.search(r"previous|earlier", match[0]))
        return bool(match)

    def with_years(self, statement: Statement, zone: Zones) -> Statement:
        is_value = statement.figure.kind in VALUES
        if in_turn := self.scene.turn(statement.figure, self.scene.years):
            return replace(statement, years=in_turn.slot.years)
        near = within(self.scene.years, zone.near_after if is_value else zone.after)
        if is_value and not near:
            near = [
                m
                for m in within(self.scene.years, zone.after)
                if self._is_adverb(statement.figure, m)
            ] or self.scene.in_brackets(statement.figure, self.scene.years)
        earlier = [
            m for m in within(self.scene.years, zone.before) if id(m) not in self.scene.taken
        ]
        opening = [
            m for m in within(self.scene.years, zone.sentence) if m.end <= statement.figure.start
        ]
        if is_value:
            return replace(statement, years=self._own(statement, near, earlier, opening))
        bases = [m for m in near if m.slot.is_base or m.slot.is_distance]
        bases = bases[:1] or [m for m in earlier if m.slot.is_base or m.slot.is_distance][-1:]
        bases = bases or [m for m in opening if m.slot.is_base and self._opens(m)][:1]
        own = [
            m
            for m in (*near, *reversed(earlier))
            if not (m.slot.is_base or m.slot.is_distance or self._explains(m, bases))
            and not _FIGURE_FOR.search(self.scene.passage.text, statement.figure.end, m.start)
        ]
        self._inherit(statement, bases)
        said, first = (bases[0].slot.years, bases[0].slot.first) if bases else (None, frozenset())
        if first:
            return replace(statement, bases=first, years=said)
        return replace(statement, bases=said, years=own[0].slot.years if own else None)

    def _inherit(self, statement: Statement, bases: list[Mention[YearsNamed]]) -> None:
        """ "Rose 15% in a year, while across the UK they rose 26%": over the same time."""
        figure = statement.figure
        last, end = self._last
        if not bases and last and _WHILE.search(self.scene.passage.text, end, figure.start):
            start, _ = self.scene.passage.sentence_bounds(figure.start)
            bases += last if last[0].start >= start else []
        self._last = (bases, figure.end)

    def _explains(self, mention: Mention[YearsNamed], bases: list[Mention[YearsNamed]]) -> bool:
        """ "Two years earlier in 2016/17": the second names the year of the first."""
        text = self.scene.passage.text
        return any(_IN.fullmatch(text, base.end, mention.start) for base in bases)

    def _is_adverb(self, figure: Candidate, mention: Mention[YearsNamed]) -> bool:
        """ "200 offences … in 2017/18": of that year where nothing else stands between."""
        lead = self.scene.passage.text[figure.end : mention.start]
        return (
            not mention.slot.is_base
            and bool(re.search(r"\b(?:in|during|for)\s+(?:the\s+)?$", lead))
            and "," not in lead
            and not re.search(r"\b(?:compar|up|down|than|from|and|then|but|while|whereas)", lead)
        )

    def _opens(self, mention: Mention[YearsNamed]) -> bool:
        """ "Since 2015/16, …", "In the year to March 2018 …": said of the whole sentence."""
        start, _ = self.scene.passage.sentence_bounds(mention.start)
        return bool(_OPENING.fullmatch(self.scene.passage.text, start, mention.start))

    def _own(
        self,
        statement: Statement,
        near: list[Mention[YearsNamed]],
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> frozenset[Year] | None:
        own = [m for m in near if not m.slot.is_base or (m.slot.is_distance and statement.is_base)]
        if own:
            self.scene.taken.add(id(own[0]))
            return own[0].slot.years
        said = [
            m
            for m in earlier
            if self._hugs(m, statement.figure)
            or not (
                m.slot.is_base or statement.is_base or self._is_other_clause(m, statement.figure)
            )
        ]
        if said:
            return said[-1].slot.years
        ranged = [m for m in (*earlier, *opening) if m.slot.first]
        if ranged:
            return ranged[-1].slot.first if statement.is_base else ranged[-1].slot.years
        if statement.is_base:
            bases = [m for m in (*earlier, *opening) if m.slot.is_base and not m.slot.is_distance]
            return bases[-1].slot.years if bases else None
        said = [
            m
            for m in opening
            if self._opens(m)
            and not (
                m.slot.is_base or m.slot.is_distance or self._is_other_clause(m, statement.figure)
            )
        ]
        return said[-1].slot.years if said else None

    def _is_other_clause(self, mention: Mention[YearsNamed], figure: Candidate) -> bool:
        """ "There is no figure for 2017/18, so 20 …": another clause speaks of the year."""
        return bool(_NEW_CLAUSE.search(self.scene.passage.text, mention.end, figure.start))

    def _hugs(self, mention: Mention[YearsNamed], figure: Candidate) -> bool:
        between = self.scene.passage.text[mention.end : figure.start]
        return bool(_HUGS.fullmatch(between))
