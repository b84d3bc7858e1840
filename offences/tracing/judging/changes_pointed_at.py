"""Changes of the sentence before: "From 110 to 149. That is a rise of 35%"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.vocabulary import FALL_NOUN, RISE_NOUN, YEAR, compiled

# "That is a drop of 12%", "It amounts to a rise of"
_THAT_IS = compiled(
    r"\W*(?:(?:and|so)\s+)?(?:that|this|it|which)(?:[’']s|\s+(?:is|was|means|represents|amounts?\s+to|equals|makes))\s+"
    rf"an?\s+(?:[a-z]+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\s+of\s+(?:(?:just|only|about|nearly|almost|some)\s+)*"
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
    if figure.kind not in CHANGES or not _THAT_IS.fullmatch(passage.text, start, figure.start):
        return
    first, end = passage.bounds_before(start)
    before = [s for s in statements if s.figure.start in range(first, end)]
    two = [s for s in before if s.figure.kind in VALUES and not s.categories][-2:]
    if len(two) < 2 or two[0].bodies != two[1].bodies or two[0].forces:
        return
    is_pair = _TO.fullmatch(passage.text, two[0].figure.end, two[1].figure.start)
    own = two[1].own_facts(documents)
    if own is None or not is_pair:
        return
    old, new = (_year_of(each, own) for each in two)
    if old and new and old < new:
        bases, years = frozenset({old}), frozenset({new})
        yield replace(statement, bodies=two[1].bodies, bases=bases, years=years)


def _year_of(total: Statement, own: Evidence) -> Year | None:
    """The one year of which a body has a number, among those that are said."""
    value = total.figure.value
    years = [y for y, n in own.values.items() if n == value and y in (total.years or own.values)]
    return years[0] if len(years) == 1 else None
