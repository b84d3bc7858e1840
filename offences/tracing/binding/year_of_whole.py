"""The year of a number that is a part of another, or the next one: from that one."""

from collections.abc import Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import Zones, within
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.year_of_change import of_then
from offences.tracing.finding.vocabulary import YEAR, compiled

_LEAD = (
    r"(?:(?!\b(?:and|but|while|whereas|though|although|when)\b)"
    rf"(?:[^.;:\d(]|{YEAR}))*?(?:,|\s[–—-]|\()\s*"
)
_SOME = r"(?:(?!(?:and|but|or)\b)[^\W\d]+\s+){0,2}"
_THEN = compiled(
    rf"(?:\s+(?:[\w’'-]+\s+){{0,6}}?(?:offences|crimes|cases|against\s+children))?(?:\s+(?:in|for)\s+(?:{YEAR}|the\s+(?:following|next)\s+year))?[,;.]\s+"
    r"(?:and\s+)?then\s+(?:came\s+|there\s+were\s+|to\s+|it\s+was\s+)?(?:just\s+|only\s+)?"
)
# "869 offences the year before, including 122 in Kent", "of which 122 were in Kent"
_INCLUDING = compiled(
    rf"{_LEAD}(?:including|includes|among\s+(?:them|these|those)|of\s+(?:which|these|those|them))\s+{_SOME}"
)
# "869 offences the year before, 122 of them in Kent"
_SOME_OF_THEM, _OF_THEM = compiled(rf"{_LEAD}{_SOME}"), compiled(r"\s+of\s+(?:them|these|those)\b")
# "869 offences in 2017/18 (122 in Kent)"
_IN_BRACKETS = compiled(rf"[^.;:()]*(?:\(\s*|\bwith\s+){_SOME}")
# "…, including 88 in Kent, 240 in Essex and 131 in Fife"
_AND = compiled(rf"\s+[^.;:\d()]{{0,60}}?(?:,|,?\s+and)\s+{_SOME}")
# "311 offences, 5% fewer than in 2017/18"
_COMMA = compiled(
    rf"(?:\s+(?!and\b|but\b)[\w’'-]+){{0,8}}?(?:\s+(?:in|for)\s+{YEAR})?,\s+(?:\w+\s+){{0,2}}"
)
_THAN = compiled(
    r"\s+(?:(?:offences|crimes|cases)\s+)?(?:more|fewer|higher|lower|less|up|down|above|below)\b"
    rf"(?:\s+(?:than|on))?\s+(?:the\s+\w+\s+)?(?:(?:in|of|for)\s+)?{YEAR}"
)


class WholeYears:
    """Finds the years of numbers that are parts of a number before them, with none of their own."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._parts: set[int] = set()

    def with_years(
        self, statement: Statement, zone: Zones, bound: Sequence[Statement]
    ) -> Statement:
        """The statement; with the years of the number that it is a part of, or the next one."""
        figure = statement.figure
        last = next((s for s in reversed(bound) if s.figure.kind in VALUES), None)
        if last and figure.kind in CHANGES:
            return self._of_a_change(last, statement)
        if statement.is_base or figure.kind not in VALUES:
            return statement
        has_its_own = within(self.scene.years, zone.near_after)
        is_next = last and not has_its_own and self._is_next(last, statement)
        if last and is_next and last.years and len(last.years) == 1:
            (year,) = last.years
            return replace(statement, years=frozenset({Year(year.start + 1)}))
        if statement.years is not None:
            return statement
        if last is None or last.is_base or last.years is None:
            return statement
        if last.figure.start < zone.sentence[0] or not self._is_part_of(last, statement, zone):
            return statement
        self._parts.add(figure.start)
        return replace(statement, years=last.years)

    def _of_a_change(self, last: Statement, statement: Statement) -> Statement:
        """A change behind the number it leads to: "311 in 2018/19, 5% fewer than in …"."""
        if then := of_then(statement, last, self.scene, is_told=True):
            return then
        text, at = self.scene.passage.text, (last.figure.end, statement.figure.start)
        is_to_it = last.years and statement.bases and statement.years is None
        if not is_to_it or last.is_base or last.categories:
            return statement
        is_earlier = max(statement.bases or ()) < min(last.years or ())
        is_beside = _COMMA.fullmatch(text, *at) and _THAN.match(text, statement.figure.end)
        return replace(statement, years=last.years) if is_earlier and is_beside else statement

    def _is_next(self, last: Statement, statement: Statement) -> bool:
        """Whether years go on one by one: "45 in 2017/18, then 54", "Then came 54, then 81"."""
        text, at = self.scene.passage.text, (last.figure.end, statement.figure.start)
        return _THEN.fullmatch(text, *at) is not None and not last.categories

    def _is_part_of(self, whole: Statement, statement: Statement, zone: Zones) -> bool:
        text, figure = self.scene.passage.text, statement.figure
        between = whole.figure.end, figure.start
        if _INCLUDING.fullmatch(text, *between):
            return True
        if _OF_THEM.match(text, figure.end) and _SOME_OF_THEM.fullmatch(text, *between):
            return True
        is_of_place = bool(within(self.scene.bodies, zone.near_after))
        goes_on = _AND if whole.figure.start in self._parts else _IN_BRACKETS
        return is_of_place and goes_on.fullmatch(text, *between) is not None
