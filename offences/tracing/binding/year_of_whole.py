"""The year of a number that is a part of another, or the next one: from that one."""

from collections.abc import Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import Zones, within
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.year_of_change import of_then
from offences.tracing.finding.vocabulary import FALL, RISE, YEAR, compiled

_LEAD = (
    r"(?:(?!\b(?:and|but|while|whereas|though|although|when)\b)"
    rf"(?:[^.;:\d(]|{YEAR}))*?(?:,|\s[–—-]|\()\s*"
)
_SOME = r"(?:(?!(?:and|but|or)\b)[^\W\d]+\s+){0,2}"
_NEXT_YEAR = (
    r"(?:the\s+(?:following|next)\s+year|the\s+year\s+(?:after|following)"
    r"|(?:a|one)\s+year\s+(?:later|on))"
)
_NEXT_BEHIND = compiled(rf",?\s+(?:in\s+)?{_NEXT_YEAR}(?=\s*(?:[.,;:!?)]|\Z))")
_NEXT_OPENS = compiled(rf"\W*(?:(?:and|but|in)\s+)*{_NEXT_YEAR}\b,?\s")
_THEN = compiled(
    rf"(?:\s+(?:[\w’'-]+\s+){{0,6}}?(?:offences|crimes|cases|against\s+children))?(?:\s+(?:(?:in|for)\s+{YEAR}|(?:(?:in|for)\s+)?{_NEXT_YEAR}))?(?:[,;.]|(?=\s+and\b))\s+"
    r"(?:and\s+)?then\s+(?:came\s+|there\s+were\s+|to\s+|it\s+was\s+)?(?:just\s+|only\s+)?"
)
_IN_YEAR = rf"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:in|for)\s+{YEAR})?"
# "869 offences the year before, including 122 in Kent", "of which 122 were in Kent"
_INCLUDING = compiled(
    rf"{_LEAD}(?:including|includes|among\s+(?:them|these|those)|of\s+(?:which|these|those|them))\s+{_SOME}"
)
# "869 offences the year before, 122 of them in Kent"
_SOME_OF_THEM, _OF_THEM = compiled(rf"{_LEAD}{_SOME}"), compiled(r"\s+of\s+(?:them|these|those)\b")
_ASIDE = compiled(r"\s*\([^()]*\)")
# "869 offences in 2017/18 (122 in Kent)"
_IN_BRACKETS = compiled(rf"[^.;:()]*(?:\(\s*|\bwith\s+){_SOME}")
# "Of the 869 in 2017/18, 122 were aged 13 and 80 were 14"
_OF_WHOLE = compiled(
    r"(?:^|[.:;]\s)\W*(?:out\s+)?(?:of|among|from)\s+(?:(?:the|its|their|those|these|all)\s+)*\Z"
)
_ITS_PARTS = compiled(r"(?:[^.;:\d]|\d{4}[/–-]\d\d)*(?:,|,?\s+and)\s+(?:[\w’'-]+\s+){0,4}?")
# "311 offences, 5% fewer than in 2017/18"
_LED = rf"(?:\s+(?!and\b|but\b)[\w’'-]+){{0,8}}?(?:\s+(?:in|for)\s+{YEAR})?,\s+"
_COMMA = compiled(rf"{_LED}(?!and\b|but\b)(?:\w+\s+){{0,2}}")
# "221 offences in 2018/19, a rise of 12% on the year before"
_A_RISE_OF = compiled(
    rf"{_LED}(?:(?:which|that)\s+(?:is|was)\s+)?(?:an?\s+)?(?:[\w-]+\s+)?(?:{RISE}|{FALL})\s+(?:of\s+|by\s+)?"
)
# "That compares with 143 the year before, and is 80% higher than in 2017/18": to the latest
_COMPARES = compiled(r"\bcompare[sd]?\s+(?:with|to)\s[^.;]*\Z")
_ON = compiled(r"\s+(?:on|from|since|compared\s+with|over)\b")
# "233 in 2020/21, having risen by 12%", "208 in 2019/20, down 6%"; but "207 the year before, a rise
# of 12%" may be one from there.
_MOVED_BY = compiled(
    rf"{_LED}(?:(?:(?:after|following)(?:\s+an?)?|having|(?:which|that)\s+was|(?P<a>an?))\s+)?(?:[\w-]+\s+)?"
    rf"(?:{RISE}|{FALL})\s+(?:of\s+|by\s+)?"
)
# "The total for 2020/21, 233, was itself 12% up on the year before"
_ITSELF = compiled(
    rf"{_IN_YEAR}(?:\s+in\s+(?:its|their|the)\s+\w+)?,?\s+(?:which\s+)?(?:(?:was|is|had)\s+)?itself\s+"
    r"(?:been\s+)?(?:an?\s+)?(?:[\w-]+\s+)?"
    rf"(?:(?:{RISE}|{FALL})\s+(?:of\s+|by\s+)?)?"
)
# "It was 221 in 2018/19 and has gone up by", "There were 221 in 2018/19. That means a rise of"
# "In 2019/20 it was still under 500, at 498"
_AT = compiled(r"(?:\s+(?:offences|crimes|cases))?,\s+at\s+(?:just\s+|only\s+|exactly\s+)?")
_IS_NOW = compiled(r"\b(?:has|have|is|are|now|so|means?|meaning)\b|[’']s\b")
_BY = compiled(r",?\s+by\s+\Z")  # "it exceeds the 221 of 2018/19 by 35 per cent"
_IT_HAS = compiled(
    r"\W*(?:(?:and|but|so)\s+)?(?:that|this|it|the\s+(?:number|total|figure|count|tally))"
    r"(?:[’']s|\s+(?:has|is|means))\b"
)
_THAN = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?(?:more|fewer|higher|lower|less|up|down|above|below)\b"
    rf"(?:\s+(?:than|on))?\s+(?:that\s+|the\s+\w+\s+)?(?:(?:in|of|for)\s+)?{YEAR}"
)


class WholeYears:
    """Finds the years of numbers that are parts of a number before them, with none of their own."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._parts: set[int] = set()
        self._of_whole: set[int] = set()

    def with_years(
        self, statement: Statement, zone: Zones, bound: Sequence[Statement]
    ) -> Statement:
        """The statement; with the years of the number that it is a part of, or the next one."""
        figure = statement.figure
        numbers = (s for s in reversed(bound) if s.figure.kind in VALUES)
        last = next((s for s in numbers if not self._is_second_in_brackets(s, figure.start)), None)
        if last and figure.kind in CHANGES:
            return self._of_a_change(last, self._from_a_number(statement, zone, bound), bound)
        if statement.is_base or figure.kind not in VALUES:
            return statement
        has_its_own = within(self.scene.years, zone.near_after)
        is_next = last and not has_its_own and self._is_next(last, statement)
        is_next = is_next or (last is not None and self._is_of_the_next_year(last, statement))
        if last and is_next and last.years and len(last.years) == 1:
            (year,) = last.years
            return replace(statement, years=frozenset({Year(year.start + 1)}))
        if statement.years is not None:
            return statement
        if last is None or last.is_base or last.years is None:
            return statement
        if last.figure.modifier and _AT.fullmatch(
            self.scene.passage.text, last.figure.end, figure.start
        ):
            return replace(statement, years=last.years)
        if last.figure.start < zone.sentence[0] or not self._is_part_of(last, statement, zone):
            return statement
        self._parts.add(figure.start)
        return replace(statement, years=last.years)

    def _is_second_in_brackets(self, number: Statement, at: int) -> bool:
        """Whether a number is in brackets behind another: "149 (110 in 2018/19), of which"."""
        text, start = self.scene.passage.text, number.figure.start
        inside, closed, _ = text[number.figure.end : at].partition(")")
        if not closed or "(" in inside:
            return False
        first, _ = self.scene.passage.sentence_bounds(start)
        opens = text.rfind("(", first, start)
        return opens > 0 and bool(self.scene.figures_in(first, opens))

    def _from_a_number(
        self, statement: Statement, zone: Zones, bound: Sequence[Statement]
    ) -> Statement:
        """A change of no year, from the one earlier number before it: "It was 221 … and is up"."""
        is_timed = statement.bases is not None or statement.years is not None
        start, text = zone.sentence[0], self.scene.passage.text
        is_change = statement.way or _BY.search(text, start, statement.figure.start)
        if is_timed or statement.base_number is not None or not is_change:
            return statement
        numbers = [s for s in bound if s.figure.kind in VALUES and s.figure.start >= start]
        if not numbers and _IT_HAS.match(text, start):
            first, _ = self.scene.passage.bounds_before(start)
            numbers = [s for s in bound if s.figure.kind in VALUES and s.figure.start >= first]
        if len(numbers) != 1:
            return statement
        (said,) = numbers
        if not said.years or said.role or said.bodies != statement.bodies:
            return statement
        lead = text[said.figure.end : statement.figure.start]
        is_earlier = len(said.years) == 1 and self.scene.latest not in said.years
        is_from = said.is_base or _IS_NOW.search(lead) or _BY.search(lead)
        if not is_earlier or not is_from or of_then(statement, said, self.scene):
            return statement
        return replace(statement, bases=said.years)

    def _of_a_change(
        self, last: Statement, statement: Statement, bound: Sequence[Statement]
    ) -> Statement:
        """A change behind the number it leads to: "311 in 2018/19, 5% fewer than in …"."""
        if then := of_then(statement, last, self.scene, is_told=True):
            return then
        text, at = self.scene.passage.text, (last.figure.end, statement.figure.start)
        is_base = last.is_base or _COMPARES.search(self.scene.passage.before(last.figure.start))
        if not last.years or statement.years is not None or is_base or last.categories:
            return statement
        if statement.bases in (None, last.years):  # "the year before, it was 233, up 12 per cent"
            moved = _MOVED_BY.fullmatch(text, *at)
            if moved and moved["a"] and self._is_by_distance(last, at):
                # "It had 110 the year before, a rise of 35%": from there; or up to it, where
                # nothing is said of the latest year
                to_latest = replace(statement, bases=last.years)
                up_to_it = replace(statement, years=last.years, bases=None)
                is_alone = not any(self._is_of_latest_nearby(s, last) for s in bound)
                return replace(to_latest, alternatives=(up_to_it,)) if is_alone else to_latest
            is_own = moved or _ITSELF.fullmatch(text, *at)
            return replace(statement, years=last.years, bases=None) if is_own else statement
        is_beside = _ITSELF.fullmatch(text, *at) or (
            _COMMA.fullmatch(text, *at) and _THAN.match(text, statement.figure.end)
        )
        is_beside = is_beside or (
            _A_RISE_OF.fullmatch(text, *at) and _ON.match(text, statement.figure.end)
        )
        is_earlier = max(statement.bases) < min(last.years)
        return replace(statement, years=last.years) if is_earlier and is_beside else statement

    def _is_of_latest_nearby(self, other: Statement, last: Statement) -> bool:
        """Whether a number of the latest year stands in the sentence of the last, or before it."""
        first, _ = self.scene.passage.with_sentence_before(last.figure.start)
        is_total = other.figure.kind in VALUES and not other.categories
        is_near = other.figure.start in range(first, last.figure.start)
        return is_total and is_near and (other.years is None or self.scene.latest in other.years)

    def _is_by_distance(self, last: Statement, at: tuple[int, int]) -> bool:
        """Whether the year of a number is told from the latest: "207 in the year before"."""
        start, _ = self.scene.passage.sentence_bounds(last.figure.start)
        named = within(self.scene.years, (start, at[1]))
        return any(m.slot.is_distance and m.slot.years == last.years for m in named)

    def _is_next(self, last: Statement, statement: Statement) -> bool:
        """Whether years go on one by one: "45 in 2017/18, then 54", "Then came 54, then 81"."""
        text, at = self.scene.passage.text, (last.figure.end, statement.figure.start)
        return _THEN.fullmatch(text, *at) is not None and not last.categories

    def _is_of_the_next_year(self, last: Statement, statement: Statement) -> bool:
        """Whether "the year after" is that after the number before: "Then 38. The next year, 52".

        Only where the year that was named last gives none, or an earlier one.
        """
        text, figure = self.scene.passage.text, statement.figure
        start, _ = self.scene.passage.sentence_bounds(figure.start)
        if not (_NEXT_BEHIND.match(text, figure.end) or _NEXT_OPENS.match(text, start)):
            return False
        of_last = min(last.years) if last.years else None
        if not of_last or last.is_base:
            return False
        return statement.years is None or max(statement.years) <= of_last

    def _is_part_of(self, whole: Statement, statement: Statement, zone: Zones) -> bool:
        text, figure = self.scene.passage.text, statement.figure
        between = whole.figure.end, figure.start
        lead = _ASIDE.sub("", text[slice(*between)])
        if _INCLUDING.fullmatch(lead):
            return True
        if _OF_THEM.match(text, figure.end) and _SOME_OF_THEM.fullmatch(lead):
            return True
        is_whole = _OF_WHOLE.search(self.scene.passage.before(whole.figure.start))
        if (is_whole or whole.figure.start in self._of_whole) and _ITS_PARTS.fullmatch(
            text, *between
        ):
            self._of_whole.add(figure.start)
            return True
        is_of_place = bool(within(self.scene.bodies, zone.near_after))
        is_first = whole.figure.start not in self._parts
        return is_of_place and is_first and _IN_BRACKETS.fullmatch(text, *between) is not None
