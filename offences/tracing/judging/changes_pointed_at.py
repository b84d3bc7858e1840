"""Changes of the numbers beside them: "From 110 to 149. That is 35%", "up 39 from 110".

And those of the year before one: "a rise of 15, and of 18 in the year before that".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from offences.statistics.years import Year
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.numbers import half_up
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, compiled

# "That is a drop of 12%", "It amounts to a rise of"
_THAT_IS = compiled(
    r"\W*(?:(?:and|so)\s+)?(?:that|this|it|which)(?:[’']s|\s+(?:is|was|means|represents|amounts?\s+to|equals|makes))\s+"
    rf"an?\s+(?:[a-z]+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\s+of\s+(?:(?:just|only|about|nearly|almost|some)\s+)*"
)
# "From 548 to 530. The three per cent drop ends a run of rises", "That 3% fall"
_THE, _CHANGE = (
    compiled(r"\W*(?:(?:and|but|so)\s+)?(?:the|that|this)\s+(?:[a-z]+\s+)?"),
    compiled(
        rf"[\s‐‑-]+(?:[a-z]+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\b(?!\s+(?:in|since|from|over|on|between|during|for|across|to)\b)"
    ),
)
_TO = compiled(rf"(?:\s+(?:in|for)\s+{YEAR}|(?:\s+[a-z]+){{0,3}}?)?\s+to\s+(?:just\s+|only\s+)?")


def as_change_pointed_at(
    statement: Statement, statements: Sequence[Statement], documents: Documents, scene: Scene
) -> Iterator[Statement]:
    """A change of the numbers before it, whatever its sentence goes on with: "that is 35%".

    The two are those of one body, "from 110 to 149", and the change is between their years.
    """
    figure, passage = statement.figure, scene.passage
    start, _ = passage.sentence_bounds(figure.start)
    lead = (start, figure.start)
    is_named = _THE.fullmatch(passage.text, *lead) and _CHANGE.match(passage.text, figure.end)
    points = _THAT_IS.fullmatch(passage.text, *lead) or is_named
    if figure.kind not in CHANGES or not points:
        return
    first, end = passage.bounds_before(start)
    before = [s for s in statements if s.figure.start in range(first, end)]
    two = [s for s in before if s.figure.kind in VALUES][-2:]
    if len(two) < 2:
        return
    is_pair = _TO.fullmatch(passage.text, two[0].figure.end, two[1].figure.start)
    own = two[1].own_facts(documents)
    if own is None or not is_pair:
        return
    for old, new in product(*(_years_of(each, own) for each in two)):
        bases, years = frozenset({old}), frozenset({new})
        yield replace(statement, bodies=two[1].bodies, bases=bases, years=years)


_A_TIME = (
    rf"(?:(?:in|for|during)\s+{YEAR}|before\s+that"
    r"|(?:in\s+)?the\s+(?:year|one)\s+before(?:\s+(?:that|it))?)"
)
# "A rise of 15 in 2018/19 and 18 in 2017/18", "rises of 15 and, before that, 18"
_AND = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?(?:\s+{_A_TIME})?,?\s+(?:and|after|then)(?:,?\s+{_A_TIME},?)?\s+"
    r"(?:(?:by|of|one\s+of|just|only|another|it\s+was)\s+)*"
)
# "Growth was slowest in 2018/19, when 15 were added. In 2017/18 it had been 18."
_GROWTH = compiled(
    rf"\W*(?:(?:the|its|their|our)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{RISE_NOUN}|{FALL_NOUN})\b"
)
_IT_WAS = compiled(
    rf"\W*{_A_TIME},?\s+(?:it|that|the\s+(?:{RISE_NOUN}|{FALL_NOUN}))\s+(?:was|had\s+been)\s+(?:(?:by|just|only)\s+)*"
)
_IS_TIMED = compiled(rf"\s+{_A_TIME}|\s*(?:[.,;!?)]|\Z)")


def as_change_of_year_before(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A number as a change of its year, beside one of another year that has its words."""
    figure, passage, text = statement.figure, scene.passage, scene.passage.text
    years, before = statement.years, [s for s in statements if s.figure.end <= figure.start]
    last = next((s for s in reversed(before) if s.figure.kind in (*VALUES, *CHANGES)), None)
    if figure.kind != "count" or not last or last.figure.kind != "difference":
        return
    start, _ = passage.sentence_bounds(figure.start)
    is_next = _AND.fullmatch(text, last.figure.end, figure.start) and _IS_TIMED.match(
        text, figure.end
    )
    if last.figure.start < start:
        is_growth = _GROWTH.match(text, passage.bounds_before(start)[0])
        is_next = is_growth and _IT_WAS.fullmatch(text, start, figure.start)
    if is_next and years:
        change = replace(figure, kind="difference", way=last.figure.way)
        yield replace(statement, figure=change, way=last.way, bases=None, is_base=False)


_FROM_IT = compiled(
    r"(?:\s+(?:offences|crimes|cases))?,?\s+(?:from|on)\s+(?:(?:the|just|only)\s+)*"
)


def as_start_of_change(
    statement: Statement, statements: Sequence[Statement], documents: Documents
) -> Iterator[Statement]:
    """The number that the change right before it starts from: "up 39 from 110".

    The two are of one change of its body, unless its own year is named before: for what it reaches.
    """
    figure, text = statement.figure, statement.passage.text
    before = [s for s in statements if s.figure.end <= figure.start and s.figure.kind in CHANGES]
    if not before or figure.kind != "count" or statement.categories or statement.role:
        return
    own, change = statement.own_facts(documents), before[-1].figure
    if own is None or not _FROM_IT.fullmatch(text, change.end, figure.start):
        return
    start, _ = statement.passage.sentence_bounds(figure.start)
    named = {each.first for each in statement.passage.labels_between(start, figure.start)}
    for each in own.changes:
        is_reached = each.pair.old_year.start in named  # "12 in 2022/23, up from 11" is of before
        if each.exact is None or each.exact[0] != figure.value or is_reached:
            continue
        old, new = each.exact
        percent = half_up(each.percent.value) if each.percent else None
        if change.value == (percent if change.kind == "percent" else abs(new - old)):
            yield replace(statement, years=frozenset({each.pair.old_year}), bases=None)


def _years_of(total: Statement, own: Evidence) -> list[Year]:
    """The years of which a body has a number."""
    return [year for year, n in own.values.items() if n == total.figure.value]
