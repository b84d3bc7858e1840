"""Forces without a figure for an earlier year: "two could not supply one for 2017/18"."""

from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import forces_counted
from offences.tracing.finding.vocabulary import YEAR, compiled

_FIGURES = (
    r"(?:(?:an?|any|their|usable|comparable|full)\s+){0,2}"
    r"(?:figures?|numbers?|data|totals?|returns?|answers?|one|it|so)"
)
_GAVE = (
    r"(?:had|have|has|gave|sent|supplied|provided|returned|held|produced|offered|disclosed"
    r"|released)"
)
_GIVE = r"(?:give|send|supply|provide|return|have|hold|produce|do)"
_NO_FIGURES = r"no\s+(?:\w+\s+)?(?:figures?|numbers?|data|totals?|returns?)"
_NONE_FOR = (
    r"(?P<forces>(?:\s+(?:out\s+)?of\s+(?:(?:the|its|these|those|them|which)\b\s*)?(?:\w+\b\s*)?)?"
    r"(?:\s*(?:other\s+)?(?:\w+\s+)?(?:forces|constabularies)\b"
    r"(?:\s+(?:in|across)\s+(?-i:[A-Z])\w+(?:(?:,|,?\s+and)\s+(?-i:[A-Z])\w+)*)?)?)"
    # "that gave one for 2019/20"; no other words stand between them and what they had not
    rf"(?:\s+(?:that|which|who)\s+(?:[^.;:,\d]|{YEAR}){{1,60}}?)?\s+(?:(?:still|also|both|each|all)\s+)?"
    rf"(?:{_GAVE}\s+(?:none|nothing(?:\s+to\s+\w+)?|{_NO_FIGURES})"
    rf"|(?:(?:did|could|would|can|do)(?:\s+not|n[’']t)|cannot|(?:failed|refused|were\s+unable)\s+to)"
    rf"\s+(?:{_GIVE}\s+{_FIGURES}(?=\s+(?:for|in)\s)|(?:go|look|reach|stretch)\s+(?:as\s+far\s+)?back(?=\s+to\s)))"
    r"\s+(?:for|in|to)\s+(?P<year>(?:19|20)\d\d[/–-]\d\d)\b"
)
# "No figure for 2018/19 came from four of the 15 forces"
_NONE_CAME = (
    rf"\b{_NO_FIGURES}\s+(?:for|in)\s+(?P<year>(?:19|20)\d\d[/–-]\d\d)\s+"
    r"(?:came|(?:was|were)\s+(?:\w+\s+)?(?:given|sent|supplied|provided|received|returned))\s+"
    r"(?:back\s+)?(?:from|by)\s+(?:(?:just|only)\s+)?"
)
_NONE_CAME_FROM = compiled(rf"{_NONE_CAME}\Z")
# "Among the forces that answered, four had none"
_AMONG = compiled(r"\b(?:among|of|from)\s+(?:all\s+)?(?:the|those|these|its|our)\b[^.;:]*\Z")
_OF_THOSE = compiled(r"\b(?:of\s+(?:them|these|those|which)|that|which|who)\b")
_WITHOUT = compiled(_NONE_FOR)
_SO_MANY_WITHOUT = (
    compiled(rf"\b{NUMBER}{_NONE_FOR}"),
    compiled(rf"{_NONE_CAME}{NUMBER}\s+(?:of\b|(?:\w+\s+){{0,2}}?(?:forces|constabularies)\b)"),
)


def without_figure(statement: Statement, evidence: Evidence) -> frozenset[int]:
    """How many forces have a figure for the latest year and none for the one named.

    Or how many of all asked have none for it, unless those that replied are spoken of. Empty where
    the words behind the number do not say so, or nothing is held of that year.
    """
    passage, figure = statement.passage, statement.figure
    latest, before = evidence.facts.latest, passage.before(figure.start)
    if came := _NONE_CAME_FROM.search(before):
        return frozenset(n - given for given, n in evidence.coverage_in(year_of(came["year"])))
    said = _WITHOUT.match(passage.after(figure.end, 200))
    year = year_of(said["year"]) if said else None
    if said is None or year is None:
        return frozenset()
    replied, asked = evidence.coverage[0]
    both = {len(each.pair.forces) for each in evidence.change_since(year, latest)}
    without = {replied - n for n in both}
    stated = passage.numbers_between(*passage.sentence_bounds(figure.start))
    is_of_those = _OF_THOSE.search(said[0]) or _AMONG.search(before)
    if figure.of == asked:  # "four of the 15"
        return frozenset(n - given for given, n in evidence.coverage_in(year))
    if figure.of > 1 or replied in {n.value for n in stated} or is_of_those:
        return frozenset(without)
    return frozenset(without | {asked - n for n, asked in evidence.coverage_in(year)})


def is_of_some_forces(passage: Passage, start: int, end: int, year: Year) -> bool:
    """Whether a sentence says of a number of forces that these have no figure for a year."""
    found = (each.search(passage.text, start, end) for each in _SO_MANY_WITHOUT)
    return any(said is not None and year_of(said["year"]) == year for said in found) or any(
        forces_counted(passage, n.start, n.end) for n in passage.numbers_between(start, end)
    )
