"""The changes that a statement may be about."""

from fractions import Fraction

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableChange
from offences.tracing.finding.numbers import NUMBER, half_up, numbers_in
from offences.tracing.finding.vocabulary import compiled

_YEARS = compiled(r"\s+(?:years?|months)\b")
_AGAINST = compiled(
    r"\b(?:against|compared\s+(?:with|to)|(?:up|down)\s+(?:from|on)|instead\s+of|after)\s+"
    r"(?:the\s+|just\s+|only\s+)*$"
)
_THAT_IS = compiled(
    r"\W*(?:that|this|it|which)(?:\s+(?:is|was|means|represents|equals|makes|amounts\s+to)|[’']s)\s+"
    r"(?:\w+\s+){0,6}"
)
_OR_BY = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:(?:(?:in|for)\s+)?the\s+(?:year\s+before|previous"
    r"\s+year|year\s+earlier)|a\s+year\s+(?:earlier|before|ago)|(?:in|for)\s+(?:19|20)\d\d[/–-]\d\d))?"
    r",?\s+\(?(?:or\s+"
    r"|which\s+is\s+|that\s+is\s+)?"
    r"(?:an?\s+(?:rise|increase|fall|drop|jump|growth)\s+of\s+|up\s+|down\s+|by\s+)?"
)


# "54 offences, or 14%", "by 15 per cent, an extra 2,644", "47 (23%)"
_BOTH_FORMS = compiled(
    rf"(?P<n>{NUMBER})(?P<percent>\s?(?:%|per\s?cent|pc\b))?(?:\s+(?:more|fewer|extra))?"
    r"(?:\s+(?:offences|crimes|cases))?"
    r"(?:(?:,|\s[–—-])?\s+or|,\s+(?=an?\s)|,\s+(?:which|that)\s+is|\s+\()\s*"
    r"(?:(?:by|up|down|equal\s+to|an?\s+(?:extra|additional|further"
    r"|(?:rise|increase|fall|drop)\s+of))\s+)?$"
)


def _change_in_both_forms(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """ "54 offences, or 14%": the changes that the number right before may be of."""
    passage = statement.passage
    given = _BOTH_FORMS.search(passage.before(statement.figure.start))
    if given is None or (statement.years and evidence.facts.latest not in statement.years):
        return []
    written = numbers_in(given["n"])[0].value
    named = statement.bases or evidence.all_years
    olds = sorted(year for year in named if year < evidence.facts.latest)
    changes = [each for year in olds for each in evidence.change_since(year) if each.exact]
    return [
        each
        for each in changes
        for old, new in (each.exact or (0, 0),)
        if old
        and written
        == (half_up(Fraction(100 * abs(new - old), old)) if given["percent"] else abs(new - old))
    ]


def changes_of(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The changes that a statement may be about, over the set of forces that it names."""
    given = _change_given(statement, evidence)
    given = given or ([] if statement.bases else _change_restated(statement, evidence))
    if given:
        return given
    if in_both := _change_in_both_forms(statement, evidence):
        return in_both
    named, changes = statement.forces, _changes_between(statement, evidence)
    if named is None or evidence.facts.panel is None or not named.number:
        return changes
    if named.is_compared or named.number not in {n for n, _ in evidence.coverage}:
        return changes  # the number of forces is judged by the change
    return [each for each in changes if len(each.pair.forces) == named.number]


def _change_restated(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """ "It went up by 110 to 322. That is an increase of 52%": of the change just given."""
    passage, at = statement.passage, statement.figure.start
    start, _ = passage.sentence_bounds(at)
    if not (start and _THAT_IS.fullmatch(passage.text, start, at)):
        return []
    first, last = passage.bounds_before(start)
    given = {int(n.value) for n in passage.numbers_between(first, last)}
    olds = (year for year in evidence.all_years if year < evidence.facts.latest)
    changes = [each for year in olds for each in evidence.change_since(year) if each.exact]
    return [
        each
        for each in changes
        for old, new in (each.exact or (0, 0),)
        if len(given & {old, new, abs(new - old)}) > 1
    ]


def _change_given(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """ "From 6,026 to 7,021, or by 53%": the change whose ends stand right before the figure."""
    passage, at = statement.passage, statement.figure.start
    start, _ = passage.sentence_bounds(at)
    numbers = passage.numbers_between(start, at)
    ends = [n for n in numbers if not _YEARS.match(passage.text, n.end)][-2:]
    if len(ends) < 2 or not _OR_BY.fullmatch(passage.text, ends[1].end, at):
        return []
    if _AGAINST.search(passage.text, ends[0].end, ends[1].start):
        ends.reverse()  # "1,104, against 918 in the year before, an increase of 186"
    old, new = (evidence.counts_of.get(int(n.value), ()) for n in ends)
    pairs = {(a.year, b.year) for a in old for b in new if a.year < b.year}
    changes = [c for years in sorted(pairs) for c in evidence.change_since(*years)]
    return [c for c in changes if c.exact == (ends[0].value, ends[1].value)]


def _changes_between(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The changes between the years that a statement names, else the usual two.

    Of these the one that starts from the number the text starts from, if one does. None where the
    change is said to end in another year than the latest.
    """
    latest = evidence.facts.latest
    if statement.years is not None and latest not in statement.years:
        return [
            change
            for to in statement.years
            for year in sorted(statement.bases or {to.previous})
            if year < to
            for change in evidence.change_since(year, to)
        ]
    if statement.bases is None:
        changes = evidence.changes
    else:
        earlier = sorted(year for year in statement.bases if year < latest)
        changes = [change for year in earlier for change in evidence.change_since(year)]
    if statement.base_number is None:
        return changes
    if of_base := [each for each in changes if each.pair.old.low == statement.base_number]:
        return of_base
    # "From 1,835 in 2016/17": the year of that number, where the text names none.
    same = evidence.counts_of.get(statement.base_number, ())
    years = {f.year for f in same if not (f.categories or f.role)} - {latest}
    if statement.bases is None and years:
        return [change for year in sorted(years) for change in evidence.change_since(year)]
    return changes
