"""The year that a text gives for a turn of the numbers: a peak, a low, a change."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import year_from
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import FALL, OF_DATA, RISE, YEAR, compiled
from offences.tracing.judging.extreme_years import BY_FORCE, of_a_year
from offences.tracing.judging.first_passed import years_first_passed
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.year_directions import beyond_latest
from offences.tracing.judging.years_of_extremes import (
    extreme_between_named,
    extreme_named,
    of_extreme_between,
    right_extremes,
)

_AS_LATE_AS = (
    r"(?:(?:back|only|just|right|way)\s+"
    r"|as\s+(?:recently|lately|late|early|soon|long\s+ago|far\s+back)\s+as\s+)*"
)
_CHANGE = rf"(?:(?P<rise>leap|{RISE})|(?P<fall>{FALL}))"
# "The only fall came in 2020/21", "only once has it fallen: in 2020/21", "it fell only in 2020/21"
_CHANGE_BEFORE = (
    compiled(
        rf"\b(?:the|its)\s+(?:(?P<most>biggest|largest|steepest|sharpest|greatest)|only|sole|one|single|(?P<first>first))"
        rf"\s+(?:[\w-]+\s+){{0,2}}?{_CHANGE}\b(?:,?\s+(?:of|by)\s+{NUMBER}(?:\s?%|\s+per\s+cent)?)?(?:[^.;\d]|{YEAR}){{0,40}}?"
        rf"\b(?:came|was|occurred|happened|in)\s+{_AS_LATE_AS}(?:in\s+)?\Z"
    ),
    compiled(rf"\bonce\b[^.;:\d]{{0,60}}\b{_CHANGE}\b[^.;:\d]{{0,20}}?(?:[:,–—-]\s*)?\bin\s+\Z"),
    compiled(rf"\b{_CHANGE}\s+(?:only(?:\s+once)?|just\s+once),?\s+in\s+\Z"),
    # "Only one year since 2016/17 brought a fall: 2020/21", "the one year in which it fell was",
    # "just one year interrupted the rise: 2020/21"
    compiled(
        rf"\b(?:(?:only|just)\s+(?:one|a\s+single)|(?:the|its)\s+(?:only|sole|single|one))\s+year\b(?:[^.;:\d]|{YEAR}){{0,60}}?"
        rf"(?P<broke>\b(?:interrupt\w*|broke|breaks?|halt\w*|spoil\w*|buck\w*|revers\w*|stopped|ended|paus\w*)\s+(?:[\w’'-]+\s+){{0,4}}?)?"
        rf"\b{_CHANGE}\b[^.;:\d]{{0,60}}?(?::|\s[–—-]|,\s+(?:in|and\s+that\s+was)|\b(?:was|came\s+in))\s+(?:in\s+)?\Z"
    ),
    # "It first fell in 2020/21", "it fell for the first time in 2020/21"
    compiled(
        rf"\b(?P<first>first\s+)?{_CHANGE}(?(first)|\s+for\s+the\s+(?P<one>first)\s+time)(?:\s+since\s+{YEAR})?,?\s+in\s+\Z"
    ),
)
_SINCE = compiled(rf"\bsince\s+({YEAR})")
# "The last time that the number fell was 2020/21", "only in 2020/21 did the number fall"
_TIME_BEFORE = compiled(
    rf"\bthe\s+(?:(?P<last>last|latest)|(?P<first>first)|only|one)\s+time\s+(?:that\s+)?(?:(?!\bI\b)[^.;:\d]){{1,60}}?\b{_CHANGE}\b"
    rf"(?:(?!\b(?:above|below|past|over|under|to)\b)[^.;\d]){{0,30}}?\b(?:was|came)\s+{_AS_LATE_AS}(?:in\s+)?\Z"
)
_ONLY_IN = compiled(r"\bonly\s+(?:once,\s+)?in\s+\Z")
_DID_CHANGE = compiled(
    rf",?\s+(?:did|has|have|was)\s+[^.;:\d]{{1,60}}?\b{_CHANGE}\b(?=\s*(?:[.,;:)]|\Z))"
)
# "2020/21 brought its only fall"
_CHANGE_AFTER = compiled(
    rf"\s+(?:brought|saw|had|has|was|is|marked)\s+(?:the|its|their|our|(?-i:[A-Z])[\w’'-]*(?:\s+Police)?[’']s?)\s+(?:only|sole|one|single|(?P<first>first))"
    rf"\s+(?:[\w-]+\s+)?{_CHANGE}\b"
)
# "in 2020/21, when it slipped from 478 to 455", "from 478 to 455 in 2020/21"
_FROM_TO = (
    rf"from\s+(?P<old>{NUMBER})\s+(?:offences\s+|crimes\s+|cases\s+)?to\s+(?P<new>{NUMBER})\b"
)
_FROM_OLD_TO_NEW = compiled(rf"\b{_FROM_TO}(?!\s?%|[/–-]\d|\s+(?:per\s+cent|in\s+\d|for\s+\d))")
_PAIR_AFTER = compiled(rf"(?:(?!{YEAR}|\bfrom\b)[^.;\d])*?\b{_FROM_TO}(?!\s?%|\s+(?:in|for)\s+\d)")
_PAIR_BEFORE = compiled(rf"\b{_FROM_TO}(?:\s+(?:offences|crimes|cases))?,?\s+in\s+\Z")
_OF_IT = compiled(
    r"(?:\A\W*|\b(?:in|for|during)\s+(?:the\s+year\s+)?"
    r"|\bas\s+(?:recently|lately|late|early|soon|long\s+ago|far\s+back)\s+as\s+(?:in\s+)?)\Z"
)


def year_of_turn(statement: Statement, judged: Judgement, documents: Documents) -> Judgement:
    """The verdict on a year; wrong where the turn that is said of it came in another.

    Or on a number that is called the highest or lowest of some years.
    """
    if statement.figure.kind == "record":
        return _of_its_year(statement, of_a_year(statement, judged, documents), documents)
    if statement.figure.kind == "count":
        return of_extreme_between(statement, judged, documents)
    is_of_part = statement.categories or statement.subject
    if statement.figure.kind != "year" or is_of_part or judged.verdict != "traced":
        return judged
    stated, own = Year(statement.figure.year), statement.own_facts(documents)
    if own and (passed := _first_passed(statement, stated, own, documents)):
        return passed
    values = {} if own is None else own.values
    if own is None or stated not in values:
        return judged
    right = beyond_latest(statement, stated, values, own.facts.latest)
    right = _right_years(statement, stated, values) if right is None else right
    if right is None or stated in right:
        return judged
    words = ", ".join(f"{number(values[year])} in {year}" for year in sorted({*right, stated}))
    return Judgement("mismatch", words, str(right[0]) if len(right) == 1 else "")


def _of_its_year(statement: Statement, judged: Judgement, documents: Documents) -> Judgement:
    """The verdict on a highest or lowest; right where its words name the year that it is of."""
    own = statement.own_facts(documents) if judged.verdict == "mismatch" else None
    year = (extreme_named(statement, own) or extreme_between_named(statement, own)) if own else None
    if own is None or year is None:
        return judged
    return Judgement("traced", f"{number(own.values[year])} in {year}")


def _first_passed(
    statement: Statement, stated: Year, own: Evidence, documents: Documents
) -> Judgement | None:
    """What is wrong with the year in which a number is said to have been passed first."""
    bodies = [own] if statement.bodies else [*documents]
    right = [
        y for y in (years_first_passed(statement, each.values) for each in bodies) if y is not None
    ]
    if not right or any(stated in years for years in right):
        return None
    first = next(filter(None, right), [])
    return Judgement("mismatch", *(str(year) for year in (stated, *first)))


def as_pair(statement: Statement, documents: Documents, scene: Scene) -> Iterator[Statement]:
    """A number of two neighbouring years' that are told in turn: of the years that they are of.

    "In 2021/22 it slipped from 478 to 455": the year is wrong, and the two numbers are not. In "the
    year before, it slipped from 478 to 455" the words must be of the later of the two.
    """
    figure, passage = statement.figure, statement.passage
    own = statement.own_facts(documents)
    if figure.kind != "count" or statement.categories or statement.role or own is None:
        return
    bounds = passage.sentence_bounds(figure.start)
    for label in passage.labels_between(*bounds):
        if found := _pair(statement, label.start, label.end):
            yield from _of_pair(statement, found, _years_of(found, own.values))
            return
    if found := _FROM_OLD_TO_NEW.search(passage.text, *bounds):
        yield from _of_pair(statement, found, sorted(_years_named(scene, bounds, found)))


def _of_pair(
    statement: Statement, found: re.Match[str], years: Iterable[Year]
) -> Iterator[Statement]:
    """The statement as one of the earlier or of the later number of a pair of these years."""
    at = statement.figure.start
    if at in (found.start("old"), found.start("new")):
        for year in years:
            own_year = year.previous if at == found.start("old") else year
            yield replace(statement, years=frozenset({own_year}), is_base=False, bases=None)


def _years_named(scene: Scene, bounds: tuple[int, int], found: re.Match[str]) -> Collection[Year]:
    """The years that the words of a sentence place a change in."""
    before = within(scene.years, (bounds[0], found.start()))
    after = within(scene.years, (found.end(), bounds[1]))
    return next((m.slot.years for m in (*reversed(before), *after) if not m.slot.is_base), ())


def _right_years(
    statement: Statement, stated: Year, values: Mapping[Year, int]
) -> list[Year] | None:
    """The years that a turn was in, if the words beside a year tell one of it."""
    figure, passage = statement.figure, statement.passage
    if found := _pair(statement, figure.start, figure.end):
        return _years_of(found, values) or None
    if (years := right_extremes(statement, values)) is not None:
        return years
    before, after = passage.before(figure.start, 160), passage.after(figure.end)
    if BY_FORCE.search(passage.sentence(figure.start)):
        return None
    change = next(filter(None, (each.search(before) for each in _CHANGE_BEFORE)), None)
    change = change or _time_of_change(before, after) or _CHANGE_AFTER.match(after)
    return _years_that_changed(change, stated, values) if change else None


def _time_of_change(before: str, after: str) -> re.Match[str] | None:
    """The change that a year is the last, the first or the only time of."""
    found, words = _TIME_BEFORE.search(before), before
    if found is None and _ONLY_IN.search(before):
        found, words = _DID_CHANGE.match(after), after
    if found is None:
        return None
    lead = words[: max(found.start("rise"), found.start("fall"))]
    return found if OF_DATA.search(lead) else None


def _years_that_changed(
    change: re.Match[str], stated: Year, values: Mapping[Year, int]
) -> list[Year] | None:
    """The years with a rise or a fall, or with the most of one; None where it cannot be told."""
    if stated.previous not in values:
        return None
    gaps = {y: n - values[y.previous] for y, n in values.items() if y.previous in values}
    groups = change.groupdict()
    is_rise = bool(change["rise"]) != bool(groups.get("broke"))
    gaps = {y: gap if is_rise else -gap for y, gap in gaps.items()}
    if groups.get("most"):
        parts = {y: gap / max(1, values[y.previous]) for y, gap in gaps.items()}
        return [y for y in gaps if gaps[y] == max(gaps.values()) or parts[y] == max(parts.values())]
    changed = sorted(y for y, gap in gaps.items() if gap > 0)
    if groups.get("last"):
        return changed[-1:]
    if not (groups.get("first") or groups.get("one")):
        return changed
    since = _SINCE.search(change[0])
    return [y for y in changed if since is None or y > year_from(since[1])][:1]


def _pair(statement: Statement, start: int, end: int) -> re.Match[str] | None:
    """The two numbers of the change between these places, which is said of the year."""
    passage = statement.passage
    first, last = passage.sentence_bounds(start)
    if found := _PAIR_BEFORE.search(passage.text, first, start):
        return found
    if not _OF_IT.search(passage.before(start)):
        return None
    return _PAIR_AFTER.match(passage.text, end, last)


def _years_of(found: re.Match[str], values: Mapping[Year, int]) -> list[Year]:
    """The years in which the number went from the one of a pair to the other."""
    old, new = (numbers_in(found[name])[0].value for name in ("old", "new"))
    return [y for y, n in values.items() if n == new and values.get(y.previous) == old != new]
