"""The year that a number of offences is said of."""

import re
from collections.abc import Iterable

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, Zones, within
from offences.tracing.binding.number_before import (
    year_announced,
    year_asked_for,
    year_of_data_shown,
)
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.year_of_change import compared_before
from offences.tracing.binding.year_rows import YearRows, hugs, labelled_year
from offences.tracing.binding.years_in_asides import years_in_asides
from offences.tracing.binding.years_of_forces import years_of_forces
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.forces_pointed_at import CAME_TO
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, YEAR, compiled

_NEW_CLAUSE = compiled(
    r"\bbefore\s+(?:falling|dropping|slipping|rising|climbing|jumping|going|reaching)\b"
    r"|[,;]\s+(?:so|but|because|and|while|whereas|although|though|yet)\b|;[^.;]*\bnow\b"
)
# "The return for 2019/20 covers five months, and 77 offences"
_MONTHS_AND = compiled(
    rf"[^.;:\d]{{0,40}}?\b(?:{NUMBER})\s+months,?\s+and\s+(?:(?:just|only|some)\s+)?"
)
# "Went missing for 2016/17, and came back at 118"
_BACK_AT = compiled(
    r"\b(?:no\s+(?:figure|number|data|return)s?|missing|lost|gaps?|blank|out\s+of\s+sight|dropped\s+out|refused)\b[^.;:]*"
    r"\b(?:(?:came|comes|was|is|were|returned|back)\s+back|returned|resumed|resumes)\s+(?:at|to|with)\s+(?:(?:just|only)\s+)?\Z"
)
_OPENING = compiled(
    r"\W*(?:(?:and|but|back)\s+)?(?:(?:measured|counted|counting|taken|judged)\s+)?"
    r"(?:since|against|(?:starting|beginning)\s+(?:in|with|from)|between|compared\s+(?:with|to)|in|during|for|over|from|by"
    r"|as\s+of)?\s*"
    r"(?:(?:early|late|mid|the|just|financial|year)\s+)*"
)
# "Across the UK, 2016/17: the four forces holding data had 460"
_PLACE = compiled(r"\W*[^.;:\d]{1,50},\s+")
# "After a dip in 2019/20 from 412"
_CHANGE_IN = compiled(rf"\b(?:{RISE}|{FALL})\s+(?:(?:in|during)\s+(?:the\s+year\s+)?)?\Z")
_THEN_FROM = compiled(r",?\s+from\s+(?:(?:just|only|an?\s+(?:total|figure|number)\s+of)\s+)*")
# "It had 120 in 2020/21, up from 90"
_UP_FROM = compiled(
    rf",?\s+(?:(?:which\s+(?:was|is)|an?|and)\s+)?(?:{RISE}|{FALL})\s+(?:\w+ly\s+)?from\s+(?:just\s+|only\s+)?"
)
# "… in 2018/19 and has gone up in every year since: to 233, then 298"
_EACH_SINCE = compiled(
    rf"\b(?:{RISE}|{FALL})\s+(?:(?:twice|again|year\s+after\s+year)|{NUMBER}\s+times)\s+since(?:[:,]|\s[–—-])?\s+"
    r"(?:first\s+)?to\s+(?:(?:just|only)\s+)?\Z|"
    r"\b(?:every|each|both|all)(?:\s+single)?\s+(?:years?\s+since|year\s+after(?:wards|\s+that)?"
    rf"|(?:of\s+)?the\s+(?:next\s+(?:{NUMBER}\s+)?years|(?:{NUMBER}\s+)?years\s+(?:since|after(?:wards)?|that\s+followed)))"
    rf"(?:\s+{YEAR})?(?:[:,]|\s[–—-])\s+(?:first\s+)?to\s+(?:(?:just|only)\s+)?\Z"
)
# "Going back to 2017/18, it had 44"
_BACK_TO = compiled(
    r"\W*(?:(?:going|looking|go|look)\s+|if\s+you\s+(?:go|look)\s+)?(?:further\s+)?back\s+to\s+(?:the\s+year\s+)?"
)
_THERE_WERE = compiled(
    r"(?:,\s+though)?,?\s+(?:and\s+)?(?:it|there|they|the\s+[\w-]+|[A-Z]\w+)\s+(?:had|was|were|recorded|logged|saw|stood\s+at)\s+"
    r"(?:(?:just|only|about|a\s+total\s+of|some)\s+)*"
)
# "Since 2016/17, when the region's four forces recorded 799, …"
_WHEN = compiled(
    # "2016/17, the low point, when it was 77"
    r"(?:,\s+(?:however|though|(?:the|an?|its|our|their)\s+(?:\w+[^\S\n]+){0,2}?(?:year|point|low|high|peak|ebb|start|beginning|trough|survey|count)\b[^.;:,\d]{0,50}))?,?\s+when\b[^.;:,]*"
    r"|,\s+which\s+(?:saw|had|brought)\s+(?:(?:just|only|a\s+total\s+of)\s+)*|,?\s+with\s+(?:an?|their|its|the)\s+(?:[a-z]+\s+)?(?:sum|total|tally|figure)\s+of\s+"
)
# "Across the 12 forces with figures for 2014/15, offences have doubled since then", "among the 11
# that could give a figure for 2014/15"
_FIGURES_FOR = compiled(
    rf"(?:\b(?:forces|constabularies)\b|\b(?:among|in|for|across)\s+(?:the\s+)?{NUMBER}\s+(?:of\s+them|that|with)\b)"
    r"[^.;:,\d]*\b(?:figures?|data|numbers?)\s+(?:for|in)\s+\Z"
)
# "In that time it recorded 11": of the year that the sentence before names.
_IN_THAT_TIME = compiled(
    r"\W*(?:(?:that|it)\s+was\s+(?:when|then\s+that|the\s+year\s+(?:when|that|in\s+which))\b"
    r"|(?:in|over|during|for|within)\s+(?:that|this|those|these)\s+(?:(?:short|whole|first|same"
    r"|\w+)\s+)?(?:time|period|months|stretch|span)\b)"
)
_IN_OR_FROM = compiled(r"\b(?:in|during|for|(?<=dates\s)from)\s+(?:the\s+)?\Z")
_COMMA_IN, _CLAUSE_END = compiled(r",\s+(?:back\s+)?in\s+$"), compiled(r"\s*(?:[.,;!?”\"]|$)")
_FELL_FROM = compiled(
    rf"\b(?:{RISE}|{FALL})\s+(?:\w+ly\s+)?(?:(?:by|to)\s+{NUMBER}(?:\s*%|\s+per\s+cent)?,?\s+)?from\s+(?:\w+\s+)?$"
)
# "The year before, it had slipped from 330 to 318"
_FROM_TO = compiled(
    rf"\bfrom\s+{NUMBER}(?:\s+(?:offences|crimes|cases))?\s+to\s+(?:just\s+|only\s+)?\Z"
)
# "A year before, the same five had 1,867"
_THOSE_FORCES_HAD = compiled(
    rf",?\s+(?:those|these|the|all)(?:\s+same)?\s+{NUMBER}(?:\s+(?:police\s+)?forces)?\s+(?:had\s+)?{CAME_TO}?\s*"
    r"(?:(?:just|only|about|some|a\s+total\s+of)\s+)*"
)
_LAST = compiled(r"\b(?:last|past|previous)\b")
_FOR_YEAR = compiled(r",?\s+for\s+(?=(?:19|20)\d\d)")
_TO_IN = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+to\s+{NUMBER}(?:\s+(?:offences|crimes|cases))?,?\s+(?:(?:between|from)\s+)?"
)
_NOW_THAN = compiled(
    r"\b(?:now|(?:fewer|more|lower|higher|less)(?:\s+(?:offences|crimes|cases))?)(?:\s+in\s+\d{4}[/–-]\d\d)?\s+than\s+(?:in\s+)?\Z"
)
_ALONE = compiled(r"(?:\s+(?:offences|crimes|cases))?\)")


# "118 offences in 2017/18, a number that has since risen to 268", "and it is now 268"
_HAS_SINCE = compiled(
    rf"\b(?:(?:has|have)\s+(?:since|now|subsequently)|since\s+then,?\s+(?:\w+\s+){{1,3}}?(?:has|have))\s+(?:{RISE}|{FALL}|gone)\s+(?:(?:up|down|back|\w+ly)\s+)*to\s+(?:(?:just|only|a\s+total\s+of)\s+)*\Z"
    r"|\A(?!.*\b(?:published|reported|first|initially|originally|revised|given)\b).*(?:[,;]|\band|\bbut)\s+"
    r"(?:it|there|they|the\s+(?:number|total|figure|count))\s+(?:is|are|has|stands)\s+now\s+(?:(?:at|just|only)\s+)*\Z"
)
# "It stood at 118. That was 2017/18."
_THAT_WAS = compiled(
    r"\W*(?:(?:that|this|it|the\s+year)\s+(?:was|is)|(?:that|it)[’']s)\s+(?:(?-i:[A-Z])[\w’'-]+\s+){0,3}(?:back\s+)?"
    r"(?:(?:in|for|the\s+(?:figure|total|number|count)\s+(?:for|in|of))\s+)?(?:the\s+year\s+)?"
    # "That is how many offences the force recorded in 2017/18"
    r"|\W*(?:that|this|it)\s+(?:is|was)\s+(?:how\s+many|the\s+(?:number|total|count)\s+of)\s[^.;:\d]{3,140}?\s"
    r"(?:in|for|during)\s+(?:the\s+year\s+)?"
)
_STOP = compiled(rf"\s*(?:[.,;!?)”\"](?!\s*{YEAR})|\Z)")


def opens_its_sentence(scene: Scene, mention: Mention[YearsNamed]) -> bool:
    """Whether a year opens its sentence and is of all of it: "Since 2015/16, …"."""
    text, (start, _) = scene.passage.text, scene.passage.sentence_bounds(mention.start)
    is_heading = text.startswith(":", mention.end) and _PLACE.fullmatch(text, start, mention.start)
    return bool(is_heading or _OPENING.fullmatch(text, start, mention.start))


def is_of_figures_for(scene: Scene, mention: Mention[YearsNamed]) -> bool:
    """Whether a year is of the forces compared: "forces with figures for 2014/15"."""
    return bool(_FIGURES_FOR.search(scene.passage.before(mention.start)))


class NumberYears:
    """Finds the years of a number of offences; `year_slot` has those of a change."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._rows = YearRows(scene)
        self._of_sets = {m for pair in years_of_forces(scene) for m in pair}
        self._aside = years_in_asides(scene)

    def years_of(
        self,
        statement: Statement,
        zone: Zones,
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> frozenset[Year] | None:
        """The years of a number of offences."""
        figure = statement.figure
        if of_run := self._rows.year_of(figure):
            return frozenset({of_run})
        if label := labelled_year(self.scene, figure):
            return frozenset({label})
        if _HAS_SINCE.search(self.scene.passage.before(figure.start)):
            return frozenset({self.scene.latest})
        aside = set() if statement.is_base else self._aside
        earlier = [m for m in self._that_date(earlier) if m not in aside]
        opening = [m for m in self._that_date(opening) if m not in aside]
        near = self._that_date(within(self.scene.years, zone.near_after))
        if beside := _FOR_YEAR.match(self.scene.passage.text, figure.end):
            near = [m for m in self.scene.years if m.start == beside.end()]
        near = near or [
            m for m in within(self.scene.years, zone.after) if self._is_adverb(figure, m)
        ]
        near = near or self.scene.in_brackets(figure, self.scene.years)
        said = (
            self._own(statement, near, earlier, opening),
            self._of_that_time(zone),
            year_announced(self.scene, figure) or year_asked_for(self.scene, figure),
            year_of_data_shown(self.scene, figure),
            self._of_heading(statement),
            self._year_behind(figure),
            self._of_the_forces(opening) if statement.is_base else None,
        )
        return next((years for years in said if years is not None), None)

    def _that_date(self, mentions: Iterable[Mention[YearsNamed]]) -> list[Mention[YearsNamed]]:
        """Those that may be the year of a number."""
        return [m for m in mentions if m not in self._of_sets]

    def _own(
        self,
        statement: Statement,
        near: list[Mention[YearsNamed]],
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> frozenset[Year] | None:
        """The years beside it, before it in its clause, or at the start of its sentence."""
        figure = statement.figure
        own = [m for m in near if not m.slot.is_base]
        if own:
            self.scene.taken.add(own[0])
            return own[0].slot.years
        text = self.scene.passage.text
        if when := [m for m in (*opening, *earlier) if _WHEN.fullmatch(text, m.end, figure.start)]:
            is_from = _FELL_FROM.search(self.scene.passage.before(figure.start))
            years = when[-1].slot.years  # "In 2016/17, when it had fallen from 412": before it
            return frozenset(each.previous for each in years) if is_from else years
        if had := self._first_since(figure):
            return had
        if back := [m for m in opening if self._is_of_earlier(m, figure)]:
            return back[-1].slot.years
        earlier = [m for m in earlier if not self._is_of_brackets(m, figure)]
        said = [
            m
            for m in earlier
            if (hugs(self.scene, m, figure) and not self._is_than(m, statement))
            or not (m.slot.is_base or statement.is_base or self._is_other_clause(m, figure))
        ]
        if said:
            return said[-1].slot.years
        ranged = [m for m in (*earlier, *opening, *near) if m.slot.first]
        if ranged:
            return ranged[-1].slot.first if statement.is_base else ranged[-1].slot.years
        if statement.is_base:
            return self._of_base(figure, earlier, opening)
        said = [
            m
            for m in opening
            if opens_its_sentence(self.scene, m)
            and not (m.slot.is_base or self._is_other_clause(m, figure))
            and (
                not m.slot.is_distance
                or _FROM_TO.search(self.scene.passage.before(figure.start))
                or _THOSE_FORCES_HAD.fullmatch(text, m.end, figure.start)
            )
        ]
        return said[-1].slot.years if said else None

    def _first_since(self, figure: Candidate) -> frozenset[Year] | None:
        """The year after the one named last: "208 in 2019/20, and up in every year since: to"."""
        lead = self.scene.passage.before(figure.start)
        if not (_EACH_SINCE.search(lead) or _BACK_AT.search(lead)):
            return None
        start, _ = self.scene.passage.with_sentence_before(figure.start)
        named = [m.slot.years for m in within(self.scene.years, (start, figure.start))]
        return frozenset({Year(max(named[-1]).start + 1)}) if named and named[-1] else None

    def _is_of_earlier(self, mention: Mention[YearsNamed], figure: Candidate) -> bool:
        """Whether it is a number of the year gone back to: "Going back to 2017/18, it had 44"."""
        text, (start, _) = self.scene.passage.text, self.scene.passage.sentence_bounds(figure.start)
        is_back = _BACK_TO.fullmatch(text, start, mention.start)
        return bool(is_back and _THERE_WERE.fullmatch(text, mention.end, figure.start))

    def _is_than(self, mention: Mention[YearsNamed], statement: Statement) -> bool:
        """Whether a year is the other of two: "Fewer now than in 2017/18: 257 against 263"."""
        text, is_other = self.scene.passage.text, mention.slot.is_base and not statement.is_base
        is_in_brackets = _ALONE.match(text, statement.figure.end) and text.startswith(
            " (", mention.end
        )
        return (
            is_other
            and not is_in_brackets
            and bool(_NOW_THAN.search(self.scene.passage.before(mention.start)))
        )

    def _of_base(
        self,
        figure: Candidate,
        earlier: list[Mention[YearsNamed]],
        opening: list[Mention[YearsNamed]],
    ) -> frozenset[Year] | None:
        """The year of a number that another is compared with."""
        of_base = [m for m in (*earlier, *opening) if m.slot.is_base]
        if years := [m for m in of_base if not m.slot.is_distance]:
            return years[-1].slot.years
        over = of_base[-1:] or self._time_after(figure)
        if not over:
            before = self._before_the_opening(figure, opening) or self._before_a_change(figure)
            before = before or self._before_the_number(figure, opening)
            return before or compared_before(self.scene, figure)
        # "In two years, from 41 to 68"; "the last two years" may be counted either way.
        is_plain = not _LAST.search(self.scene.passage.text, over[0].start, over[0].end)
        return (over[0].slot.first or over[0].slot.years) if is_plain else None

    def _before_the_opening(
        self, figure: Candidate, opening: list[Mention[YearsNamed]]
    ) -> frozenset[Year] | None:
        """The year before that of the opening: "In 2016/17 the number had fallen from 412"."""
        named = [m.slot for m in opening if opens_its_sentence(self.scene, m)]
        if not named or self.scene.latest in named[-1].years:
            return None
        is_from = _FELL_FROM.search(self.scene.passage.before(figure.start))
        return frozenset(year.previous for year in named[-1].years) if is_from else None

    def _before_a_change(self, figure: Candidate) -> frozenset[Year] | None:
        """The year before a change that it is the start of: "After a dip in 2019/20 from 412"."""
        text, (start, _) = self.scene.passage.text, self.scene.passage.sentence_bounds(figure.start)
        for m in within(self.scene.years, (start, figure.start)):
            is_from = _THEN_FROM.fullmatch(text, m.end, figure.start)
            if is_from and _CHANGE_IN.search(self.scene.passage.before(m.start)):
                return frozenset(year.previous for year in m.slot.years)
        return None

    def _before_the_number(
        self, figure: Candidate, opening: list[Mention[YearsNamed]]
    ) -> frozenset[Year] | None:
        """The year before that of the number it rose to: "It had 120 in 2020/21, up from 90"."""
        last = opening[-1:]
        if not last or self.scene.latest in last[0].slot.years:
            return None
        is_from = _UP_FROM.fullmatch(self.scene.passage.text, last[0].end, figure.start)
        return frozenset(each.previous for each in last[0].slot.years) if is_from else None

    def _time_after(self, figure: Candidate) -> list[Mention[YearsNamed]]:
        """The time after a pair, where no other is named: "From 62 to 124 in a year"."""
        text = self.scene.passage.text
        end = self.scene.passage.sentence_bounds(figure.start)[1]
        later = within(self.scene.years, (figure.end, end))
        named = later[0].slot if len(later) == 1 else None
        is_time = named and named.is_base and (named.is_distance or named.first)
        return later if is_time and _TO_IN.fullmatch(text, figure.end, later[0].start) else []

    def _is_of_brackets(self, mention: Mention[YearsNamed], figure: Candidate) -> bool:
        """Whether a year is of a number in brackets that end before it: "(8, last year 9), 12"."""
        text = self.scene.passage.text
        start, close = text.rfind("(", 0, mention.start), text.find(")", mention.end, figure.start)
        is_inside = close >= 0 and start > text.rfind(")", 0, mention.start)
        return is_inside and bool(self.scene.figures_in(start, close))

    def _is_other_clause(self, mention: Mention[YearsNamed], figure: Candidate) -> bool:
        """Whether a year is of another clause: "There is no figure for 2017/18, so 20 …"."""
        text, at = self.scene.passage.text, (mention.end, figure.start)
        return bool(_NEW_CLAUSE.search(text, *at)) and not _MONTHS_AND.fullmatch(text, *at)

    def _is_adverb(self, figure: Candidate, mention: Mention[YearsNamed]) -> bool:
        """Whether a year is of a number with nothing else between: "200 offences … in 2017/18"."""
        lead = self.scene.passage.text[figure.end : mention.start]
        return (
            not mention.slot.is_base
            and bool(_IN_OR_FROM.search(lead))
            and ("," not in lead or self._is_aside(lead, mention))
            and not re.search(r"\b(?:compar|up|down|than|from|and|then|but|while|whereas)", lead)
        )

    def _is_aside(self, lead: str, mention: Mention[YearsNamed]) -> bool:
        """Whether a year is an aside that ends a clause: "85 when we first asked, in 2015/16,"."""
        ends = _CLAUSE_END.match(self.scene.passage.text, mention.end)
        return lead.count(",") == 1 and bool(_COMMA_IN.search(lead) and ends)

    def _of_that_time(self, zone: Zones) -> frozenset[Year] | None:
        start, text = zone.sentence[0], self.scene.passage.text
        if not (start and _IN_THAT_TIME.match(text, start)):
            return None
        before = within(self.scene.years, self.scene.passage.bounds_before(start))
        return before[-1].slot.years if before else None

    def _of_heading(self, statement: Statement) -> frozenset[Year] | None:
        """The one year that the line above a list names, for each line of the list."""
        row = self.scene.passage.row(statement.figure.start)
        above = within(self.scene.years, row.heading) if row else []
        years = above[0].slot.years if len(above) == 1 else None
        return None if not above or above[0].slot.is_base else years

    def _year_behind(self, figure: Candidate) -> frozenset[Year] | None:
        """The year that the next sentence alone tells: "It stood at 118. That was 2017/18"."""
        passage = self.scene.passage
        start, end = passage.sentence_bounds(figure.start)
        if not _THAT_WAS.match(passage.text, end) or self.scene.figures_in(figure.end, end):
            return None
        if any(not m.slot.is_one_year for m in within(self.scene.years, (start, end))):
            return None  # but "204 offences in one year. That was 2017/18"
        named = within(self.scene.years, passage.sentence_bounds(end))[:1]
        is_told = named and _THAT_WAS.fullmatch(passage.text, end, named[0].start)
        return named[0].slot.years if is_told and _STOP.match(passage.text, named[0].end) else None

    def _of_the_forces(self, opening: list[Mention[YearsNamed]]) -> frozenset[Year] | None:
        """The year of the forces compared: "Among the forces with figures for 2020/21, it rose"."""
        named = [m for m in opening if is_of_figures_for(self.scene, m)]
        return named[0].slot.years if len(named) == 1 else None
