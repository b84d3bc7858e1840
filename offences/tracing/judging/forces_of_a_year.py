"""All forces with a figure for an earlier year: how many they are, and their total."""

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import WHOLE, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.modifiers import TESTS
from offences.tracing.judging.sets_of_forces import COMPARES, is_compared
from offences.words import verdicts


def that_counted(statement: Statement, evidence: Evidence, replied: set[int]) -> set[int]:
    """How many forces may have recorded something: in an earlier year those with a figure.

    Or those compared with it, beside what these recorded: "from 12 forces, 1,842 in 2018/19".
    """
    year = _earlier_year(statement, evidence)
    if year is None or is_compared(statement):
        return set(evidence.forces)
    passage, at = statement.passage, statement.figure.start
    stated = {n.value for n in passage.numbers_between(*passage.sentence_bounds(at))}
    pairs = (each for each in evidence.pairs_of_forces if each.old_year == year)
    return replied | {len(each.forces) for each in pairs if each.old.low in stated}


def total_of_a_year(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on the total of an earlier year that so many forces are said to have, or None.

    Only where the number of forces is given that have a figure for that year, and all of them an
    exact one; and never where it is compared: other forces answered in other years.
    """
    year, figure, named = _earlier_year(statement, evidence), statement.figure, statement.forces
    panel = evidence.facts.panel
    if year is None or panel is None or named is None:
        return None
    if statement.categories or statement.role not in ("", WHOLE):
        return None
    cells = panel.figures(year).values()
    many = named.number or _many_before(statement)
    if not many or many != len(cells):
        return None  # no force has a figure for it
    if named.is_compared or _is_compared(statement):
        return None
    values = [each.value for each in cells if each.value is not None and each.months in (None, 12)]
    if len(values) < len(cells):
        return None
    total = sum(values)
    test = TESTS.get(figure.modifier)
    verdict = test(figure.value, total) if test else "traced" if figure.value == total else ""
    words = verdicts.fact("all_of_a_year", n=total, year=year, forces=len(cells))
    if verdict in ("traced", "rounded", "loose"):
        return Judgement(verdict, words, number(total) if verdict == "loose" else "")
    if any((each.year, each.forces) == (year, len(cells)) for each in evidence.totals):
        return None  # as many are compared with the latest year
    is_another = not test and figure.value in evidence.numbers
    return Judgement("mismatch", words, number(total)) if is_another else None


# "Ten forces gave us a number for 2018/19. It comes to 2,652 in all"
_SO_MANY_GAVE = compiled(
    rf"(?P<n>{NUMBER})\s+(?:[^\W\d][\w’'-]*\s+){{0,3}}?(?:forces|constabularies)\b[^.;:\d]*\b(?:g[ai]ve|sent|supplied|provided|had|returned)\b"
)


def _many_before(statement: Statement) -> int:
    """How many forces gave a figure by the sentence before; 0 where it does not say."""
    passage = statement.passage
    start, _ = passage.sentence_bounds(statement.figure.start)
    gave = _SO_MANY_GAVE.search(passage.text, *passage.bounds_before(start)) if start else None
    written = numbers_in(gave["n"]) if gave else []
    return int(written[0].value) if written else 0


# "More than 2,200", "figures adding up to 2,247" compare nothing
_NO_CHANGE = compiled(
    rf"\b(?:more|fewer|less|higher|lower)\s+than(?=\s+{NUMBER})|\b(?:add|ma[dk])\w*\s+up\b|\bup\s+to(?=\s+{NUMBER})"
)


def _is_compared(statement: Statement) -> bool:
    """Whether the sentence of a number compares it with another year's."""
    passage, at = statement.passage, statement.figure.start
    labels = {each.first for each in passage.labels_between(*passage.sentence_bounds(at))}
    return len(labels) > 1 or bool(COMPARES.search(_NO_CHANGE.sub(" ", passage.sentence(at))))


def _earlier_year(statement: Statement, evidence: Evidence) -> Year | None:
    """The one year before the latest that a statement of several forces is of."""
    years = statement.years or frozenset()
    if len(years) != 1 or not evidence.members:
        return None
    (year,) = years
    return year if year < evidence.facts.latest else None
