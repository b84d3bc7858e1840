"""Verdicts on ages: the most common one, the most common band, the youngest."""

from offences.english import and_list
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.category import age_category
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.ages import THE_OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import OFFENDER, compiled
from offences.tracing.judging.judgement import NOTHING, Judgement
from offences.words import verdicts

# "27 cases involving a 14-year-old": a part, and no claim to be the youngest
_OF_A_CHILD = compiled(r"\b(?:involving|concerning|against|targeting)\s+an?\s+\Z")
# "Eight concerned a 14-year-old", and not "One case concerned a 14-year-old who …"
_SO_MANY_WERE_OF = compiled(
    rf"(?<![\d/–-])(?!one\b|1\b){NUMBER}(?![/–-])[^.;:\d]{{0,60}}?\b(?:(?:involv|featur|damag|abus)(?:ed|es|e)|(?:concern|target|affect|harm|hurt)(?:ed|s)?"
    r"|relate[ds]?\s+to|(?:was|were)\s+(?:about|on|of|to|with))\s+an?\s+\Z"
)
# "12 an 11-year-old", "and 20 with a 12yo": the verb was said before; the number is judged
_SO_MANY_A = compiled(
    rf"(?<![\w/–£$€.,-])(?!one\b|1\b|(?:19|20)\d\d\b){NUMBER}"
    r"(?:\s+(?:more|others|offences|crimes|cases|of\s+them))?"
    r"(?:,|\s+(?:with|against|on|to|about))?\s+an?\s+\Z"
)
_YOUNGEST_OTHER = compiled(rf"\b(?:youngest|oldest)\s+(?:\w+\s+)?{OFFENDER}\b[^.;:,\d]{{0,30}}\Z")
# "The most common age of those arrested", "14 was the commonest age of suspects"
_OTHERS = (
    r"(?:the\s+|those\s+|all\s+|people\s+|anyone\s+)*"
    rf"(?P<who>{OFFENDER}|arrested|charged|convicted|jailed|adults|parents|men|women|callers)\b"
)
_OF_OTHERS = compiled(
    rf"\bages?\b[^.;:,\d]{{0,30}}?\b(?:of|for|among)\s+{_OTHERS}[^.;:,\d]{{0,30}}\Z"
)
_OF_OTHERS_AFTER = compiled(rf"[^.;:,\d]{{0,40}}?\bage\s+(?:of|for|among)\s+{_OTHERS}")
_OF_BOTH_SEXES = compiled(
    r"\bages?\s+(?:of|for|among)\s+(?:both\s+)?(?:(?:girls|boys)\s+and\s+(?:girls|boys)|(?:both|either)\s+sex(?:es)?)\b[^.;:,\d]{0,20}\Z"
)
_AT_AN_END = compiled(r"\b(?:youngest|oldest|eldest)\b")
# "One in five had a 14-year-old victim", "in 12 of them a 14-year-old was hurt"
_HAD_A, _VICTIM = (
    compiled(r"\b(?:ha[ds]|have|with|saw|name[ds]?)\s+an?\s+\Z"),
    compiled(r"\s+(?:as\s+(?:the|its|their|a)\s+)?(?:victim|target)\b"),
)


def _of_another_year(statement: Statement, evidence: Evidence) -> Judgement | None:
    """Ages are known of the latest year alone."""
    found, passage = statement.figure, statement.passage
    year = passage.only_year(found.start)
    if year in (None, evidence.facts.latest):
        return None
    return Judgement("mismatch", verdicts.fact("ages_of", year=evidence.facts.latest))


def _is_of_a_part(statement: Statement) -> bool:
    """Whether an age is said to be the most common, or at an end, of one sex or app alone."""
    return any(each.kind != "age" for each in statement.categories)


def _of_something_else(statement: Statement) -> Judgement | None:
    """The verdict on a most common age of one part alone, or of nothing that is held."""
    if statement.subject:
        return Judgement("untraced", verdicts.fact("other_subject", subject=statement.subject))
    figure, passage = statement.figure, statement.passage
    before, after = passage.before(figure.start), passage.after(figure.end)
    if others := _OF_OTHERS.search(before) or _OF_OTHERS_AFTER.match(after):
        subject = " ".join(others["who"].split())
        return Judgement("untraced", verdicts.fact("other_subject", subject=subject))
    if _is_of_a_part(statement) or _OF_BOTH_SEXES.search(before):
        return Judgement("untraced", verdicts.fact("no_mode_of_a_part"))
    return None


def mode(statement: Statement, evidence: Evidence) -> Judgement:
    """The most common age, of those known; none is held of a sex or an app by itself."""
    found = statement.figure
    if other := _of_something_else(statement):
        return other
    stated = statement.passage.only_year(found.start)
    printed = evidence.of("recorded_most_common_age")
    ages = [c.figures["age"] for c in printed if stated in (None, Year.parse(c.subject))]
    if not ages and (other := _of_another_year(statement, evidence)):
        return other
    if claim := evidence.claim("most_common_age"):
        ages += claim.figures["ages"]
    if found.value in ages or _is_of_top_two(statement, evidence):
        return Judgement("traced", verdicts.fact("mode", age=int(found.value)))
    if ages:
        words = and_list([str(age) for age in ages])
        return Judgement("mismatch", verdicts.fact("mode", age=words), words)
    return Judgement("mismatch", verdicts.fact("no_mode")) if evidence.facts.ages else NOTHING


_BEFORE_IT = compiled(rf"(?P<n>{NUMBER})\s+and\s+\Z")
_AFTER_IT = compiled(rf"\s+and\s+(?P<n>{NUMBER})\b")
# "13 and 14 were the most common": both of them
_WERE = compiled(
    r"\s+(?:are|were)\s+the\s+(?:(?:two|(?:most|more)\s+(?:common|frequent)|commonest|main|peak|top)\s+)*"
    r"(?:ages\b|(?:(?:most|more)\s+(?:common|frequent)|commonest)\b(?!\s+age\b))"
)


def other_of_two(statement: Statement) -> int | None:
    """The other of two ages that a text names together: "13 and 14 were the most common"."""
    passage, figure = statement.passage, statement.figure
    before, after = passage.before(figure.start), passage.after(figure.end)
    second = _AFTER_IT.match(after)
    pair = second or _BEFORE_IT.search(before)
    is_both = _WERE.match(after[second.end() :] if second else after)
    return int(numbers_in(pair["n"])[0].value) if pair and is_both else None


def _is_of_top_two(statement: Statement, evidence: Evidence) -> bool:
    """Whether an age and the one named with it are the two that have the most."""
    other, ages = other_of_two(statement), evidence.facts.ages
    if other is None or ages is None:
        return False
    held = {frozenset({age_category(g.low)}): g.low for g in ages.groups}
    numbers = {held[c]: each[0].value for c, each in evidence.counts_in.items() if c in held}
    pair = {int(statement.figure.value), other}
    rest = [n for age, n in numbers.items() if age not in pair]
    return pair <= {*numbers} and min(numbers[age] for age in pair) > max(rest, default=0)


def band(statement: Statement, evidence: Evidence) -> Judgement:
    """The most common age band."""
    found = statement.figure
    if other := _of_something_else(statement):
        return other
    if other := _of_another_year(statement, evidence):
        return other
    claim = evidence.claim("most_common_age_band")
    if claim is None:
        return Judgement("mismatch", verdicts.fact("no_band")) if evidence.facts.ages else NOTHING
    right = str(claim.figures["band"])
    if f"{found.value}-{found.of}" == right:
        return Judgement("traced", verdicts.fact("band", band=right))
    return Judgement("mismatch", verdicts.fact("band", band=right), right.replace("-", " to "))


def youngest(statement: Statement, evidence: Evidence) -> Judgement:
    """The youngest age, which is given only nationally; or the youngest or oldest group."""
    found = statement.figure
    if _YOUNGEST_OTHER.search(statement.passage.before(found.start)):
        return Judgement("untraced", verdicts.fact("other_unit", unit="offenders"))
    if found.of > 1:
        return _group_at_an_end(statement, evidence)
    ages = frozenset({age_category(int(found.value))})
    held = next((fact for fact in evidence.counts if fact.categories == ages), None)
    if statement.passage.text[: found.end].endswith("s"):
        # "13-year-olds" are a part, and no claim to be the youngest.
        return Judgement("traced", held.words) if held else Judgement("exempt", str(min(ages)))
    passage = statement.passage
    written = passage.text[found.start : found.end]
    before, after = passage.before(found.start), passage.after(found.end)
    is_part = _OF_A_CHILD.search(before) or (_HAD_A.search(before) and _VICTIM.match(after))
    is_part = is_part or _SO_MANY_WERE_OF.search(before)
    start, end = passage.sentence_bounds(found.start)
    is_at_end = _AT_AN_END.search(passage.text, start, end)
    if is_at_end and _is_of_a_part(statement):
        return Judgement("untraced", verdicts.fact("no_end_of_a_part"))
    if not is_at_end:
        is_part = is_part or _SO_MANY_A.search(before)
    if held and is_part:
        return Judgement("traced", held.words)
    if found.word == THE_OLDEST:
        return _oldest(statement, evidence)
    is_any = "old" in written and not is_at_end  # "a 14-year-old" need not be it
    lowest = None if is_any else _lowest(evidence)
    if evidence.facts.youngest is None and lowest is None:
        return NOTHING
    if other := _of_another_year(statement, evidence):
        return other
    claim = evidence.claim("youngest")
    age = claim.figures["age"] if claim else lowest
    if age is None:
        return Judgement("mismatch", verdicts.fact("no_youngest"))
    words = verdicts.fact("youngest", age=age)
    if age == found.value:
        return Judgement("traced", words)
    is_of_all = claim or statement.bodies  # else it may be one force's, which is not told
    return Judgement("mismatch", words, str(age)) if is_of_all else NOTHING


def _group_at_an_end(statement: Statement, evidence: Evidence) -> Judgement:
    """The first or the last group of a table of ages: "the oldest group, those aged 15 to 17"."""
    ages, found = evidence.facts.ages, statement.figure
    if ages is None:
        return NOTHING
    if other := _of_another_year(statement, evidence):
        return other
    groups = sorted(ages.groups, key=lambda each: each.low)
    is_last = found.word == THE_OLDEST
    right = groups[-1 if is_last else 0]
    words = verdicts.aged(right.low, right.high)
    is_end = right.high == found.of if is_last else right.low == found.value
    is_whole = (groups[0].low, groups[-1].high) == (found.value, found.of)
    # A text makes groups of single ages as it likes, but not of all of them.
    is_of_several = right.low == right.high and not is_whole
    if is_end and (is_of_several or (right.low, right.high) == (found.value, found.of)):
        return Judgement("traced", words)
    return Judgement("mismatch", words, words.removeprefix("aged "))


def _oldest(statement: Statement, evidence: Evidence) -> Judgement:
    """The age of the oldest: the highest one of a table, where its number may be given."""
    ages, found = evidence.facts.ages, statement.figure
    groups = [g for g, n in ages.groups.items() if n.value != 0] if ages else []
    groups.sort(key=lambda g: g.high)
    if not groups or groups[-1].low != groups[-1].high:
        return NOTHING
    if other := _of_another_year(statement, evidence):
        return other
    last = frozenset({age_category(groups[-1].low)})
    held = next((fact for fact in evidence.counts if fact.categories == last), None)
    if held is None:
        return NOTHING
    if groups[-1].high == found.value:
        return Judgement("traced", held.words)
    return Judgement("mismatch", held.words, str(groups[-1].high))


def _lowest(evidence: Evidence) -> int | None:
    """The lowest age of a table of all forces that may be given; None if it may be hidden."""
    ages = evidence.facts.ages
    if ages is None or evidence.facts.scope == "force" or not evidence.claim("age_table"):
        return None
    groups = sorted((g for g, n in ages.groups.items() if n.value != 0), key=lambda g: g.low)
    if not groups or groups[0].low != groups[0].high or ages.groups[groups[0]].value is None:
        return None
    return groups[0].low
