"""The year that a figure is said of, and the one that it is compared with."""

import re
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import Mention, Zones, is_in_brackets, within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.year_of_change import (
    compared_before,
    is_within,
    of_other_form,
    turned_round,
)
from offences.tracing.binding.year_rows import YearRows, hugs
from offences.tracing.binding.years import YearsNamed
from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

_BASE = compiled(
    r"\b(?:from|than(?:\s+the)?|compared\s+(?:with|to)|comparison\s+(?:with|to)"
    r"|(?<!set\s)(?<!read\s)against|versus"
    r"|from\s+an?\s+(?:number|figure|total|count|base|level)\s+(?:of|as\s+\w+\s+as)"
    r"|up\s+on|down\s+on"
    r"|(?:%|per\s+cent|rise|increase|fall|drop|decrease)\s+on|(?:double|twice|triple|treble|times"
    r"|half)(?:\s+the)?"
    r"|(?<!there\s)had\s+been|after|following|(?:many|much|high|large|great|big|low|level|number"
    r"|same|half|twice|published)\s+as"
    r"|instead\s+of|previously|was)\s+(?:the\s+)?(?:just\s+|only\s+"
    r"|a\s+total\s+of\s+|the\s+|between\s+)*"
    r"(?:previous\s+(?=$)|(?:previous|earlier|last)\s+(?:figure|total|number"
    r"|year[’']s(?:\s+(?:figure|total"
    r"|number)(?:\s+of)?)?)\s+(?:of\s+)?)?$"
)
_IS_WAS = compiled(r"\bwas\s+$")
_TOO_SMALL = compiled(r"\s+(?:is|was)\s+(?:too\s+small|too\s+low|no\s+base)\b")
_OF_KNOWN = compiled(r"\s+(?:\w+\s+)?(?:offences|crimes|cases)\s+(?:where|(?:in|for)\s+which)\b")
_IN = compiled(r",?\s+\(?(?:in\s+)?")
_NEW_CLAUSE = compiled(
    r"\bbefore\s+(?:falling|dropping|slipping|rising|climbing|jumping|going|reaching)\b"
    r"|[,;]\s+(?:so|but|because|and|while|whereas|although|though|yet)\b"
)
_SINCE = compiled(r"\W*since\b")
_AND_IN = compiled(r",\s+(?:and|but|while|whereas)\s+(?:in\s+)?\Z")
_AND_SINCE = compiled(r"[^.;]*,\s+(?:and|but|while|whereas)\s+(?:\w+\s+)?since\s+")
_OPENING = compiled(
    r"\W*(?:(?:and|but|back)\s+)?(?:since|between|compared\s+(?:with|to)|in|during|for|over|from|by"
    r"|as\s+of)?\s*"
    r"(?:(?:early|late|mid|the|just|financial|year)\s+)*"
)
# "Since 2016/17, when the region's four forces recorded 799, …"
_WHEN = compiled(r",?\s+when\b[^.;:,]*")
# "Across the 12 forces with figures for 2014/15, offences have doubled since then"
_FIGURES_FOR = compiled(
    r"\b(?:forces|constabularies)\b[^.;:,\d]*\b(?:figures|data|numbers)\s+(?:for|in)\s+\Z"
)
_FIGURE_FOR = compiled(r"\b(?:figure|total|number|count)\s+(?:for|of|in)\s+(?:the\s+year\s+)?\Z")
# "Three times the number in 2020/21"
_OF_THE_BASE = compiled(
    r"\s+(?:the\s+)?(?:number|figure|total|level|count|amount|tally)s?\s+(?:(?:recorded|logged"
    r"|seen|counted|reported|it\s+was"
    r"|there\s+was)\s+)?(?:(?:back\s+)?(?:in|for|of|from)\s+)(?:the\s+year\s+)?"
)
# "In that time it recorded 11": of the year that the sentence before names.
_IN_THAT_TIME = compiled(
    r"\W*(?:in|over|during|for|within)\s+(?:that|this|those|these)\s+(?:(?:short|whole|first|same"
    r"|\w+)\s+)?(?:time|period|months|stretch|span)\b"
)
_COMMA_IN, _CLAUSE_END = compiled(r",\s+(?:back\s+)?in\s+$"), compiled(r"\s*(?:[.,;!?”\"]|$)")
_FELL_FROM = compiled(rf"\b(?:{RISE}|{FALL})\s+(?:\w+ly\s+)?from\s+(?:\w+\s+)?$")
_LAST = compiled(r"\b(?:last|past|previous)\b")
_AGAINST = compiled(r"against|versus|compare|comparison")
_FOR_YEAR = compiled(r",?\s+for\s+(?=(?:19|20)\d\d)")
_FROM_IN = compiled(rf"\bfrom\s+{NUMBER}\s+(?:\w+\s+)?in\s+$")
_TO_IN = compiled(rf"\s+to\s+{NUMBER}(?:\s+(?:offences|crimes|cases))?,?\s+")
_LEADS_TO_YEAR = compiled(
    r"\s+(?:(?!and\b|up\b|down\b)\w+\s+){0,3}?(?:in|for|of|during)\s+(?:the\s+year\s+)?"
)
_THEN_CAME = compiled(
    r"\W*(?:and\s+)?(?:then|next|after\s+that)(?:\s+(?:came|it\s+(?:was|reached|hit|(?!fell\b|rose\b)\w+(?:\s+(?:on|up|down|back))?\s+to)"
    r"|there\s+were|followed|comes))?"
    r"\s+(?:just\s+|only\s+)?"
)
_WHILE = compiled(r"\b(?:while|whilst|whereas)\b[^.;:\d]{0,60}$")


class YearBinder:
    """Finds the years of a figure, or the base of a change."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._last: tuple[list[Mention[YearsNamed]], int] = ([], 0)
        self.rows = YearRows(scene)

    def is_base(self, figure: Candidate) -> bool:
        before, _ = split_modifier(self.scene.passage.before(figure.start))
        match = _BASE.search(before)
        if _OF_KNOWN.match(self.scene.passage.after(figure.end)):
            return False  # "That is from 2,480 offences in which a platform was recorded"
        if _TOO_SMALL.match(self.scene.passage.after(figure.end)):
            return True
        if match and _AGAINST.match(match[0]):
            zone = self.scene.zones(figure)
            beside = within(self.scene.bodies, zone.near_after)
            if beside and not within(self.scene.years, zone.near_after):
                return False  # "1,900, against 9,430 across the UK"
        if match and _IS_WAS.search(before):
            return bool(re.search(r"previous|earlier", match[0]))
        return bool(match)

    def with_years(self, statement: Statement, zone: Zones) -> Statement:
        figure = statement.figure
        is_value = figure.kind in VALUES
        of_brackets = self.scene.of_brackets
        is_in_them = of_brackets and is_in_brackets(self.scene.passage.text, figure)
        if is_value and is_in_them and of_brackets[0].end < figure.start:
            return replace(statement, years=of_brackets[0].slot.years)
        if in_turn := self.scene.turn(figure, self.scene.years):
            return replace(statement, years=in_turn.slot.years)
        before = within(self.scene.years, zone.before)
        earlier = [m for m in before if id(m) not in self.scene.taken]
        opening = [m for m in within(self.scene.years, zone.sentence) if m.end <= figure.start]
        if is_value:
            return replace(statement, years=self._years_of(statement, zone, earlier, opening))
        near = within(self.scene.years, zone.after) or of_other_form(self.scene, figure)
        bases = self._bases(statement, near, earlier, opening)
        own = self._own_of_change(figure, near, earlier, bases)
        if not bases and figure.kind in ("percent", "fraction", "difference"):
            bases = [m for m in opening if self._is_start(m)][-1:]
        if not bases and any(
            m.slot.is_time or is_within(self.scene, statement.figure, m) for m in own
        ):
            return replace(statement, bases=frozenset({self.scene.latest.previous}))
        if not bases and own and own[0].end <= figure.start and self._is_since(zone):
            bases, own = own[:1], []  # "Since records began in 2019/20, it has doubled"
        if not bases and figure.kind == "forces":
            # "Among the 28 forces, the number rose by 9% on the previous year"
            bases = [m for m in within(self.scene.years, zone.sentence) if m.slot.is_base][:1]
        return self._with_bases(statement, self._inherited(figure, bases), own)

    def _years_of(
        self,
        statement: Statement,
        zone: Zones,
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> frozenset[Year] | None:
        """The years of a number of offences."""
        figure = statement.figure
        if of_run := self.rows.year_of(figure):
            return frozenset({of_run})
        near = within(self.scene.years, zone.near_after)
        if beside := _FOR_YEAR.match(self.scene.passage.text, figure.end):
            near = [m for m in self.scene.years if m.start == beside.end()] or near
        near = near or [
            m for m in within(self.scene.years, zone.after) if self._is_adverb(figure, m)
        ]
        near = near or self.scene.in_brackets(figure, self.scene.years)
        said = (
            self._own(statement, near, earlier, opening),
            self._of_that_time(zone),
            self._of_heading(statement),
            self._of_the_next(statement, zone),
            self._of_the_forces(opening) if statement.is_base else None,
        )
        return next((years for years in said if years is not None), None)

    def _bases(
        self,
        statement: Statement,
        near: list[Mention[YearsNamed]],
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> list[Mention[YearsNamed]]:
        """The year that a change starts from: beside it, before it or at its sentence's start."""
        if of_number := self._of_base_number(statement) or self._of_its_base_year(statement, near):
            return of_number
        bases = [m for m in near if m.slot.is_base or m.slot.is_distance]
        opens = [m for m in opening if m.slot.is_base and self._opens(m)]
        if opens:
            # "Since 2015/16 it has risen by 50%, and since 2016/17 …"
            end, text = statement.figure.end, self.scene.passage.text
            bases = [m for m in bases if not _AND_SINCE.fullmatch(text, end, m.start)]
        before = [m for m in earlier if m.slot.is_base or m.slot.is_distance]
        return bases[:1] or before[-1:] or opens[:1]

    def _own_of_change(
        self,
        figure: Candidate,
        near: list[Mention[YearsNamed]],
        earlier: list[Mention[YearsNamed]],
        bases: list[Mention[YearsNamed]],
    ) -> list[Mention[YearsNamed]]:
        """The years that a change leads to."""
        passage = self.scene.passage
        own = [
            m
            for m in (*near, *reversed(earlier))
            if not (
                m.slot.is_base
                or m.slot.is_distance
                or self._explains(m, bases)
                or _FIGURE_FOR.search(passage.text, figure.end, m.start)
                or _FIGURES_FOR.search(passage.before(m.start))
            )
        ]
        if figure.kind != "record":
            return own
        since = passage.year_since(figure.end)
        return [
            m
            for m in own
            if not (since in m.slot.years and m.start > figure.end)
            and not _AND_IN.search(passage.text, figure.end, m.start)
        ]

    def _with_bases(
        self, statement: Statement, bases: list[Mention[YearsNamed]], own: list[Mention[YearsNamed]]
    ) -> Statement:
        of_own = own[0].slot.years if own else None
        if not bases:
            return statement if of_own is None else replace(statement, years=of_own)
        said = bases[0].slot
        statement = turned_round(statement, said)
        if said.first:
            return replace(statement, bases=said.first, years=said.years)
        if not own and said.is_one_year:
            # "In 2021/22 there were 47, which means 17 more in one year": before it, or since.
            of_latest = replace(statement, bases=frozenset({self.scene.latest.previous}))
            to = frozenset({Year(max(said.years).start + 1)})
            if to != {self.scene.latest}:
                return replace(statement, bases=said.years, years=to, alternatives=(of_latest,))
        return replace(statement, bases=said.years, years=of_own)

    def _is_since(self, zone: Zones) -> bool:
        return bool(_SINCE.match(self.scene.passage.text, zone.sentence[0]))

    def _is_start(self, mention: Mention[YearsNamed]) -> bool:
        """Whether a change starts in a year: "Went from 613 in 2020/21 to 702, which is 15%"."""
        return bool(_FROM_IN.search(self.scene.passage.before(mention.start)))

    def _of_base_number(self, statement: Statement) -> list[Mention[YearsNamed]]:
        """The year beside the number it starts from: "Double the 207 recorded in 2019/20"."""
        figure, text = statement.figure, self.scene.passage.text
        if statement.base_number is None:
            return []
        later = self.scene.figures_in(figure.end, len(text))
        of_base = next((f for f in later if f.value == statement.base_number), None)
        if of_base is None:
            return []
        return [
            m for m in self.scene.years if _LEADS_TO_YEAR.fullmatch(text, of_base.end, m.start)
        ][:1]

    def _of_its_base_year(
        self, statement: Statement, near: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """The earlier year whose number a figure is measured by: "six times that of 2015/16"."""
        text, end = self.scene.passage.text, statement.figure.end
        earlier = [m for m in near if self.scene.latest not in m.slot.years]
        return [m for m in earlier if _OF_THE_BASE.fullmatch(text, end, m.start)]

    def _of_the_forces(self, opening: list[Mention[YearsNamed]]) -> frozenset[Year] | None:
        """The year of the forces compared: "Among the forces with figures for 2020/21, it rose"."""
        passage = self.scene.passage
        named = [m for m in opening if _FIGURES_FOR.search(passage.before(m.start))]
        return named[0].slot.years if len(named) == 1 else None

    def _of_that_time(self, zone: Zones) -> frozenset[Year] | None:
        start, text = zone.sentence[0], self.scene.passage.text
        if not (start and _IN_THAT_TIME.match(text, start)):
            return None
        before = within(self.scene.years, self.scene.passage.sentence_bounds(start - 1))
        return before[-1].slot.years if before else None

    def _of_heading(self, statement: Statement) -> frozenset[Year] | None:
        """The one year that the line above a list names, for each line of the list."""
        row = self.scene.passage.row(statement.figure.start)
        above = within(self.scene.years, row.heading) if row else []
        years = above[0].slot.years if len(above) == 1 else None
        return None if not above or above[0].slot.is_base else years

    def _of_the_next(self, statement: Statement, zone: Zones) -> frozenset[Year] | None:
        """The year after the one named last: "In 2018/19 it was 455. Then came 518"."""
        start, text = zone.sentence[0], self.scene.passage.text
        if not (start and _THEN_CAME.fullmatch(text, start, statement.figure.start)):
            return None
        before = within(self.scene.years, self.scene.passage.sentence_bounds(start - 1))
        named = [m.slot.years for m in before if len(m.slot.years) == 1]
        return frozenset({Year(max(named[-1]).start + 1)}) if named else None

    def _inherited(
        self, figure: Candidate, bases: list[Mention[YearsNamed]]
    ) -> list[Mention[YearsNamed]]:
        """The time of the change before it: "Rose 15% in a year, while across the UK by 26%"."""
        last, end = self._last
        if not bases and last and _WHILE.search(self.scene.passage.text, end, figure.start):
            start, _ = self.scene.passage.sentence_bounds(figure.start)
            bases = last if last[0].start >= start else []
        self._last = (bases, figure.end)
        return bases

    def _explains(self, mention: Mention[YearsNamed], bases: list[Mention[YearsNamed]]) -> bool:
        """Whether a label names the year of the words: "Two years earlier in 2016/17"."""
        text = self.scene.passage.text
        return any(_IN.fullmatch(text, base.end, mention.start) for base in bases)

    def _is_adverb(self, figure: Candidate, mention: Mention[YearsNamed]) -> bool:
        """Whether a year is of a number with nothing else between: "200 offences … in 2017/18"."""
        lead = self.scene.passage.text[figure.end : mention.start]
        return (
            not mention.slot.is_base
            and bool(re.search(r"\b(?:in|during|for)\s+(?:the\s+)?$", lead))
            and ("," not in lead or self._is_aside(lead, mention))
            and not re.search(r"\b(?:compar|up|down|than|from|and|then|but|while|whereas)", lead)
        )

    def _is_aside(self, lead: str, mention: Mention[YearsNamed]) -> bool:
        """Whether a year is an aside that ends a clause: "85 when we first asked, in 2015/16,"."""
        ends = _CLAUSE_END.match(self.scene.passage.text, mention.end)
        return lead.count(",") == 1 and bool(_COMMA_IN.search(lead)) and bool(ends)

    def _opens(self, mention: Mention[YearsNamed]) -> bool:
        """Whether a year opens its sentence and is of all of it: "Since 2015/16, …"."""
        start, _ = self.scene.passage.sentence_bounds(mention.start)
        return bool(_OPENING.fullmatch(self.scene.passage.text, start, mention.start))

    def _own(
        self,
        statement: Statement,
        near: list[Mention[YearsNamed]],
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> frozenset[Year] | None:
        figure = statement.figure
        own = [m for m in near if not m.slot.is_base or (m.slot.is_distance and statement.is_base)]
        if own:
            self.scene.taken.add(id(own[0]))
            return own[0].slot.years
        text = self.scene.passage.text
        if when := [m for m in opening if _WHEN.fullmatch(text, m.end, figure.start)]:
            return when[-1].slot.years
        said = [
            m
            for m in earlier
            if hugs(self.scene, m, figure)
            or not (m.slot.is_base or statement.is_base or self._is_other_clause(m, figure))
        ]
        if said:
            return said[-1].slot.years
        ranged = [m for m in (*earlier, *opening) if m.slot.first]
        if ranged:
            return ranged[-1].slot.first if statement.is_base else ranged[-1].slot.years
        if statement.is_base:
            bases = [m for m in (*earlier, *opening) if m.slot.is_base and not m.slot.is_distance]
            if bases:
                return bases[-1].slot.years
            # "In two years, from 41 to 68"; "the last two years" may be counted either way.
            over = [m for m in (*earlier, *opening) if m.slot.is_base][-1:]
            over = over or self._time_after(figure)
            is_plain = over and not _LAST.search(
                self.scene.passage.text, over[0].start, over[0].end
            )
            if not over:
                return self._before_the_opening(figure, opening) or compared_before(
                    self.scene, figure
                )
            return over[0].slot.years if is_plain else None
        said = [
            m
            for m in opening
            if self._opens(m)
            and not (m.slot.is_base or m.slot.is_distance or self._is_other_clause(m, figure))
        ]
        return said[-1].slot.years if said else None

    def _before_the_opening(
        self, figure: Candidate, opening: list[Mention[YearsNamed]]
    ) -> frozenset[Year] | None:
        """The year before that of the opening: "In 2016/17 the number had fallen from 412"."""
        named = [m.slot for m in opening if self._opens(m)]
        if not named or self.scene.latest in named[-1].years:
            return None
        is_from = _FELL_FROM.search(self.scene.passage.before(figure.start))
        return frozenset(year.previous for year in named[-1].years) if is_from else None

    def _time_after(self, figure: Candidate) -> list[Mention[YearsNamed]]:
        """The time after a pair, where no other year is named: "From 62 to 124 in a year"."""
        text = self.scene.passage.text
        end = self.scene.passage.sentence_bounds(figure.start)[1]
        later = within(self.scene.years, (figure.end, end))
        is_year = len(later) == 1 and later[0].slot.is_base and later[0].slot.is_distance
        return later if is_year and _TO_IN.fullmatch(text, figure.end, later[0].start) else []

    def _is_other_clause(self, mention: Mention[YearsNamed], figure: Candidate) -> bool:
        """Whether a year is of another clause: "There is no figure for 2017/18, so 20 …"."""
        return bool(_NEW_CLAUSE.search(self.scene.passage.text, mention.end, figure.start))
