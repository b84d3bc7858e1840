"""Verdicts on years and spans."""

import re

from offences.english import counted
from offences.statistics.series import last_break
from offences.statistics.years import MONTHS, Year, first_month, last_month, remembered_by_month
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.years_added_up import years_named
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.between_years import APART, BEFORE_LATEST, CHANGE_FROM_TO, EARLIER
from offences.tracing.finding.data_years import RANGE_COVERS, SERIES
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import GAVE
from offences.tracing.finding.vocabulary import DATA, FALL, RISE, compiled
from offences.tracing.judging.counts import count as judge_count
from offences.tracing.judging.forces_without import is_of_some_forces
from offences.tracing.judging.judgement import NOTHING, Judgement
from offences.tracing.judging.sums_of_years import is_length_of_sum
from offences.tracing.judging.years_of_series import years_of_series
from offences.words import verdicts


def year(statement: Statement, evidence: Evidence) -> Judgement:
    """A financial year: one the facts cover, a label that can be, and one to count from."""
    found = statement.figure
    if found.modifier == "impossible":
        # 2018/18 is meant to be 2018/19, and so is 2518/19.
        meant = [y for y in evidence.all_years if y.start % 100 == found.year % 100]
        return Judgement("mismatch", "no such year", str(meant[0]) if meant else "")
    stated = Year(found.year)
    if wrong := _wrong_year(statement, evidence, stated):
        return wrong
    if found.word == "began" and stated not in (first := _first_years(evidence)):
        right = max(first)
        words = verdicts.fact("years_that_compare", first=right, latest=evidence.facts.latest)
        return Judgement("mismatch", words, str(right))
    if evidence.covers(stated) or any(stated == each.year for each in evidence.facts.breaks):
        return Judgement("traced", str(stated))
    return _not_covered(evidence) if found.word in ("since", "from") else NOTHING


def _first_years(evidence: Evidence) -> set[Year]:
    """The first year that compares with the latest, and the first of the facts or since a break."""
    comparable = [change.pair.old_year for change in evidence.changes]
    changed = last_break(evidence.facts.breaks, evidence.facts.latest)
    return {changed.year if changed else evidence.years[0], *sorted(comparable)[:1]}


@remembered_by_month(1)
def _year_to() -> re.Pattern[str]:
    """The pattern of an explanation after a year: "(the year to March 2019)"."""
    ends = Year(2018).ends_on
    return re.compile(
        r",?\s*\(?the\s+(?:financial\s+)?year\s+(?:to|ending|ended)\s+"
        rf"(?:{ends.day}\s+)?{MONTHS[ends.month - 1]}\s+(\d{{4}})"
    )


def _wrong_year(statement: Statement, evidence: Evidence, stated: Year) -> Judgement | None:
    """What a text says of a year against what is known of it."""
    found, passage = statement.figure, statement.passage
    comparable = found.word == "no comparable"
    bounds = passage.sentence_bounds(found.start)
    is_of_some = found.word.startswith("no ") and is_of_some_forces(passage, *bounds, stated)
    if is_of_some and evidence.covers(stated):
        return Judgement("traced", str(stated))
    is_of_another = statement.bodies and not statement.evidence  # one that is not held
    is_none = found.word.startswith("no ") and not is_of_another
    if is_none and evidence.has_figure(stated, comparable=comparable):
        return Judgement("mismatch", verdicts.fact("has_figure", year=stated))
    breaks = [each.year for each in evidence.facts.breaks]
    own_figures = (
        evidence.facts.series or evidence.facts.panel
    )  # of printed totals no break is known
    if found.word == "changed" and own_figures and stated not in breaks:
        return Judgement("mismatch", "no such change", str(max(breaks)) if breaks else "")
    ends = _year_to().match(passage.after(found.end))
    month, year = MONTHS[last_month() - 1], stated.ends_on.year
    if ends and int(ends[1]) != year:
        return Judgement(
            "mismatch", verdicts.fact("year_ends", year=stated, ends=f"{month} {year}")
        )
    return None


def _not_covered(evidence: Evidence) -> Judgement:
    first, latest = evidence.years
    return Judgement(
        "mismatch", verdicts.fact("years_held", first=first, latest=latest), str(first)
    )


def since(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "since 2013": a calendar year that the figures reach back to."""
    found = statement.figure
    if found.kind == "from_year":
        as_count = judge_count(statement, evidence)
        if as_count.verdict == "traced":
            return as_count
    first, latest = evidence.years
    if first.start <= found.year <= latest.ends_on.year:
        return Judgement("traced", f"{first} to {latest}")
    return _not_covered(evidence)


def span(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "in three years": how many years a pair of figures is apart."""
    found = statement.figure
    apart = _SPANS.get(found.word, _since_a_month)(statement, evidence)
    if apart:
        return _one_of(statement, apart)
    if judged := _years_named(statement):
        return judged
    if (took := _years_between(statement)) and took != found.value:
        return Judgement("mismatch", verdicts.fact("span", years=counted(took, "years")), str(took))
    spans = evidence.spans
    latest = evidence.facts.latest
    is_ago = found.value.denominator == 1 and 0 < found.value < latest.start - 1000
    changes = evidence.change_since(Year(latest.start - int(found.value))) if is_ago else []
    is_of_sum = found.value <= len(evidence.all_years) and is_length_of_sum(statement)
    is_of_some = found.value <= _years_that_compare(evidence) and _SOME_OF.search(
        statement.passage.before(found.start)
    )
    before = statement.passage.before(found.start)
    if is_ago and not changes and _GAVE_FOR.search(before):  # two years, with one between them
        changes = evidence.change_since(Year(latest.start - int(found.value) + 1))
    is_of_extreme = found.value <= len(evidence.all_years) and _OF_EXTREME.search(before)
    if (
        changes
        or is_of_sum
        or is_of_extreme
        or is_of_some
        or found.value in spans | _years_of_record(statement, evidence)
    ):
        return Judgement("traced", verdicts.fact("span", years=counted(int(found.value), "years")))
    if not spans:
        return Judgement("mismatch", verdicts.fact("no_pair"))
    right = max(spans)
    return Judgement("mismatch", verdicts.fact("span", years=counted(right, "years")), str(right))


# "The lowest total in the four years to 2019/20": among so many
_OF_EXTREME = compiled(
    r"\b(?:highest|lowest)\s+(?:[a-z]+\s+)?(?:number|total|figure|count|tally)"
    r"(?:\s+(?:of\s+(?:offences|crimes|cases)|(?:for|in|at)\s+(?:the\s+force|(?-i:[A-Z])[\w’'-]+)))*"
    r"\s+(?:in|of|over|across)\s+(?:(?:the|those|these|its|our|all|last|past|latest)\s+)*\Z"
)
_EXACTLY = compiled(r"\b(?:gap|interval|distance)\s+of\s+\Z")


def _one_of(statement: Statement, spans: set[int]) -> Judgement:
    """The verdict on a number of years that may be one of these."""
    words = verdicts.fact("span", years=counted(min(spans), "years"))
    if statement.figure.value in spans:
        return Judgement("traced", words)
    return Judgement("mismatch", words, str(min(spans)))


def _span_of_two_years(statement: Statement, evidence: Evidence) -> set[int]:
    """How many years there are from one to the other that is named; a period has both."""
    passage, figure = statement.passage, statement.figure
    if of_change := CHANGE_FROM_TO.match(passage.after(figure.end, 160)):
        return {int(of_change["last"][:4]) - int(of_change["first"][:4])}
    one, other = passage.two_labels(figure.start)
    apart = abs(other - one)
    is_exact = _EXACTLY.search(passage.before(figure.start))
    return {apart} if is_exact else {apart, apart + 1}


# "49 more than in 2018/19. Three years earlier, in …": earlier than what is compared
_COMPARED = compiled(
    rf"\b(?:than|since|from|on|with|to|against)\s+(?:(?:in|that|the|of|{NUMBER})\s+)*\Z"
)


def _span_to_earlier(statement: Statement, evidence: Evidence) -> set[int]:
    """How long before the year named last, else the latest, one is: "two years earlier, in …"."""
    passage, figure = statement.passage, statement.figure
    start, end = passage.sentence_bounds(figure.start)
    before = passage.labels_between(start, figure.start)
    before = before or passage.labels_between(*passage.bounds_before(start))
    after = passage.labels_between(figure.end, end)
    if not after:  # "two years earlier, in 2016-20", which is no year
        return set()
    then = after[0].first
    own = {each.first for each in before if not _COMPARED.search(passage.before(each.start))}
    named = own - {then} or {evidence.facts.latest.start}
    return {n - then for n in named if n > then}


_SINCE_MONTH = compiled(
    r"\s+years\s+since\s+(?:the\s+(?:start|end|beginning)\s+of\s+)?(?P<month>[A-Z]\w+)\s+(?P<year>20\d\d)"
)


def _since_a_month(statement: Statement, evidence: Evidence) -> set[int]:
    """How many whole years there have been: in "the two years since April 2018"."""
    said = _SINCE_MONTH.match(statement.passage.after(statement.figure.end))
    month = said["month"].capitalize() if said else ""
    if not said or month not in (MONTHS[first_month() - 1], MONTHS[last_month() - 1]):
        return set()
    first = Year.of_month(MONTHS.index(month) + 1, int(said["year"]))
    many = evidence.facts.latest.start - first.start
    many += month == MONTHS[first_month() - 1]
    is_change = _CHANGED.search(statement.passage.sentence(statement.figure.start))
    return ({many, many - 1} if is_change else {many}) if many > 1 else set()


def _span_to_latest(statement: Statement, evidence: Evidence) -> set[int]:
    """How long before the latest year one is: "if you go back two years, to"."""
    passage, figure = statement.passage, statement.figure
    _, end = passage.sentence_bounds(figure.start)
    then = passage.labels_between(figure.end, end)[0].first
    return {evidence.facts.latest.start - then}


_SPANS = {APART: _span_of_two_years, EARLIER: _span_to_earlier, BEFORE_LATEST: _span_to_latest}
_TOOK = compiled(r"\bt(?:ook|akes?|aken)\s+(?:just\s+|only\s+)?\Z")


def _years_between(statement: Statement) -> int:
    """How far apart the two years are in which a change began and ended; 0 if they are not two."""
    passage, figure = statement.passage, statement.figure
    if not _TOOK.search(passage.before(figure.start)):
        return 0
    _, end = passage.sentence_bounds(figure.start)
    named = [n.first for n in passage.labels_between(figure.end, end) if n.is_possible]
    return named[1] - named[0] if len(named) == 2 else 0


# "In two of the last four years", "never in the six years to 2021/22"
_SOME_OF = compiled(
    rf"\bin\s+(?:(?:only|just|all)\s+)*{NUMBER}\s+(?:out\s+)?of\s+(?:the|these|those|its)\s+(?:(?:last|past|latest)\s+)?\Z"
    r"|\b(?:never|at\s+no\s+(?:time|point))\s+(?:in|over|during)\s+(?:the|these|those|its)\s+(?:(?:last|past|latest)\s+)?\Z"
)
# "Twelve forces gave numbers for the last two years"
_GAVE_FOR = compiled(
    rf"\b(?:{GAVE}|ha[ds]|have|with|h[eo]ld)\s+(?:[\w’'-]+\s+){{0,3}}?{DATA}\s+(?:for|covering|over|from|in|on)\s+"
    r"(?:(?:each|all|both)\s+of\s+)?(?:the|these|those|its|their)\s+(?:(?:last|past|latest|most\s+recent)\s+)?\Z"
)
_CHANGED = compiled(rf"\b(?:{RISE}|{FALL}|(?:doubl|tripl|trebl|quadrupl|halv)\w+)\b")


_RECORD = compiled(r"\b(?:highest|lowest|fewest|record)\b[^.;:,\d]{0,80}$")


def _years_of_record(statement: Statement, evidence: Evidence) -> set[int]:
    """In "the highest in four years" the number of years, the latest included."""
    if not _RECORD.search(statement.passage.before(statement.figure.start)):
        return set()
    return {claim.figures["years"] for claim in evidence.of("record", "lowest")}


# "In the four years from 2015/16 it grew by 20"
_FROM_ONE = re.compile(r"\s+years\s+(?:from|since)\s+((?:19|20)\d\d)/\d\d(?!\s+(?:to|until|on)\b)")


# "Kent has given us four years of figures, 2016/17 to 2019/20"
_FIGURES_FROM_TO = compiled(
    r"\s+years\s+of\s+(?:[\w-]+\s+)?(?:figures|data|records|numbers|totals)(?:\s+(?:for|from|on)\s+(?-i:[A-Z])[\w’'-]*)?,?\s+"
    r"\(?(?:from\s+|between\s+|for\s+)?(?P<first>20\d\d)/\d\d(?:\s+(?:to|and|until)\s+|\s?[–-]\s?)(?P<last>20\d\d)/\d\d"
)


def _years_named(statement: Statement) -> Judgement | None:
    """The verdict on how many years there are, where the years are named beside it.

    A change may be one over as many as its years are apart: "in the three years from A to B".
    """
    passage, value = statement.passage, statement.figure.value
    named = years_named(passage, statement.figure.start, statement.figure.end)
    if figures := _FIGURES_FROM_TO.match(passage.after(statement.figure.end)):
        first, last = int(figures["first"]), int(figures["last"])
        return _one_of(statement, {last - first + 1})
    if covered := RANGE_COVERS.search(passage.before(statement.figure.start)):
        return _one_of(statement, {int(covered["last"]) - int(covered["first"]) + 1})
    if named is None:
        return None
    words = verdicts.fact("years_from_to", n=named.many, first=named.first, last=named.last)
    is_of_change = not named.listed and _CHANGED.search(passage.sentence(statement.figure.start))
    if value == named.many or (is_of_change and value == named.many - 1):
        return Judgement("traced", words)
    return Judgement("mismatch", words, str(named.many))


def data_years(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "four years of figures": how many years there are that compare."""
    found, passage = statement.figure, statement.passage
    if judged := _years_named(statement):
        return judged
    if found.word == SERIES:
        return years_of_series(statement, evidence)
    comparable = _years_that_compare(evidence)
    if not comparable:
        return NOTHING
    since = _FROM_ONE.match(passage.after(found.end))
    if since and evidence.facts.latest.start - int(since[1]) == found.value:
        return Judgement("traced", verdicts.fact("span", years=counted(int(found.value), "years")))
    if found.value == comparable:
        return Judgement("traced", f"{counted(int(found.value), 'years')} with figures")
    return Judgement("mismatch", f"{counted(comparable, 'years')} with figures", str(comparable))


def _years_that_compare(evidence: Evidence) -> int:
    """The latest year and those it compares with."""
    facts = evidence.facts
    if facts.panel is not None:
        least = max(1, facts.thresholds.lfl_min_forces)
        return len(facts.panel.comparable_years(facts.latest, least)) + 1
    if facts.series is not None:
        now = facts.series.cell(facts.latest).is_comparable
        return len(facts.series.comparable_years(facts.latest)) + now
    return 0


_OF_YEAR = re.compile(r"\bof\s+(\d{4})[/–-]")


def months(statement: Statement, evidence: Evidence) -> Judgement:
    """Judge "6 months of 2018/19": what a figure for part of a year covers."""
    found, passage = statement.figure, statement.passage
    parts = {year: cell.months for year, cell in evidence.cells.items() if cell.months}
    stated = _OF_YEAR.findall(passage.after(found.end))
    covered = {n for year, n in parts.items() if year.label[:4] in stated}
    if found.value in covered:
        return Judgement("traced", counted(int(found.value), "months"))
    if not parts:
        return NOTHING
    return Judgement("mismatch", "", str(min(covered, default="")))


def no_source(statement: Statement, evidence: Evidence) -> Judgement:
    """No fact of ours is a sum of money or a difference of percentages: it needs a source."""
    return NOTHING
