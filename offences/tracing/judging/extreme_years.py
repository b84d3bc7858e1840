"""The highest or lowest number among the years of a body, and the year that it is of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from offences.english import and_list, number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import year_from, year_of
from offences.tracing.finding.numbers import NUMBER, Number, numbers_in
from offences.tracing.finding.vocabulary import FALL, RISE, any_of, compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.trends import AVAILABLE, NTH_BEFORE
from offences.tracing.judging.year_places import is_named

CAME = any_of(
    *("came", "comes", "was", "is", "fell", "occurred", "reached", "seen", "recorded", "set"),
    *("arrived", "hit", "happened", "logged", "stood", "dates? back to", "dates? from", "had been"),
)
# "Its lowest annual figure, 184, dates from 2016/17", "the 241 of 2016/17, its highest total"
_SO_MANY = rf"(?:just\s+|only\s+)?{NUMBER}(?:\s+(?:offences|crimes|cases))?"
_ADJECTIVES = r"(?:\s+(?:annual|yearly|available|recorded|known|such))*"
_NOUN = r"(?:number|total|figure|count|level|tally)s?(?:\s+of\s+(?:offences|crimes|cases))?"
_OF_YEARS = (
    rf"(?:\s+(?:in|of|over|among)\s+(?:the|its|our|those|these|all)\s+(?:{NUMBER}\s+)?(?:(?:available|published|known)\s+)*"
    r"(?:years|series|period|run|(?:(?:yearly|annual)\s+)?(?:totals|figures|numbers))"
    r"(?:\s+(?:available|with\s+figures|(?:for|in)\s+which\s+[^.;:,\d]{1,50}?\b(?:figures|data)"
    r"(?:\s+(?:exist|are\s+available))?))?)"
)
_IN_BODY = (
    r"(?:for|at|in|by|from)\s+(?:the\s+(?:force|county)"
    r"|(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*){0,2})"
)
_FOR_BODY = rf"(?:\s+{_IN_BODY})"
_MOST_IN = compiled(
    rf"(?P<most>highest|lowest){_ADJECTIVES}(?:\s+(?P<noun>{_NOUN})|{_OF_YEARS}|{_FOR_BODY}|\s*(?=,?\s*\(?\d)|(?=\s+in\s)){_OF_YEARS}?{_FOR_BODY}?(?:\s+since\s+\d{{4}}/\d\d)?"
    rf"(?:,?\s+(?:of\s+|at\s+)?\(?{_SO_MANY}[),]?)?(?:,?\s+{CAME})?(?:\s+(?:the\s+)?{_SO_MANY},?)?"
    r"(?:,?\s+(?:(?:back|reached|recorded|seen|set)\s+)?(?:in|for|of|from|during))?\s+(?:the\s+year\s+)?"
    r"(?P<year>\d{4}/\d\d)(?=\s*(?:[.,;:()]|\Z)|\s+(?:and|but|when|with|before|after|while|itself)\b)"
)
# "The lowest total in the four years to 2019/20"
_UP_TO = compiled(
    rf"\b(?P<n>{NUMBER})\s+years\s+(?:up\s+)?(?:to|ending(?:\s+in)?)\s+(?P<to>(?:19|20)\d\d/\d\d)"
)
_LAST_YEARS = compiled(rf"\b(?:last|past|latest)\s+(?P<n>{NUMBER})\s+years\b")
_SINCE = compiled(r"(?:(?!\b(?:was|is|were|at)\b)[^.;:,\d]){0,60}?\bsince\s+(?P<year>\d{4}/\d\d)")
# What a highest or lowest may be of that is no number of offences
_OF_OTHER = compiled(
    rf"\b(?:{RISE}|{FALL}|changes?|growth|rates?|shares?|proportions?|percentages?|averages?|daily|weekly|monthly)\b"
)
# "The highest figure in the seven years was 149": not "the highest since 149 were recorded"
_ITS_NUMBER = compiled(
    r"(?:[\s‐‑-]+(?!(?:than|since(?!\s+\d{4}/)|above|over|below|from\s+\d+\b(?!/)|after|before|when|while|compared|against|up|down|which|who"
    r"|but|although|though|because|as|if|and)\b)[\w’'/–-]+){0,14}?"
    r"(?:,?\s+(?:was|were|is|at|of|with|being|reached|came\s+to|stood\s+at)|,|:|\s[–—-]|\s(?=\())\s+\(?"
    rf"(?:(?:just|only|the|a|total|some|exactly|about)\s+)*(?P<n>{NUMBER})"
    r"(?!\s*%|\s+(?:per\s+cent|(?:(?:available|yearly|annual|published)\s+)*(?:years?|totals|figures|numbers)|months?|more|fewer|higher|lower|above|below)\b)"
)
# "The highest total, 149, was recorded in 2018/19"
_CAME_IN = compiled(
    rf",?\s+(?:(?:was|were|came|is)\s+)?(?:{CAME}\s+)?(?:back\s+)?in\s+(?P<year>(?:19|20)\d\d[/–-]\d\d)\b"
)
# What makes a lowest number one of more than is held: "ever", "in the region"
_BEYOND = compiled(
    r"\b(?:ever|records?|yet|country|nation|regions?|forces|areas|counties|UK|Britain|England|Wales|Scotland"
    r"|all[\s-]time|rises?|increases?|falls?|drops?)\b"
)
# What makes it one of other years, or of less than all offences: "a year ago", "in the north"
_NARROWS = compiled(
    r"\b(?:ago|earlier|before|later|when|once|after|since|as\s+of|recently|previous(?:ly)?|last|past|recent|current|months?|weeks?|days?|quarters?|first|second|third|fourth"
    r"|fifth|now|today|latest|newest|middle|half|halves|beginning|start|end|opening|closing|year|north\w*|south\w*|east\w*|west\w*|cit(?:y|ies)|towns?|boroughs?|districts?|divisions?"
    r"|kinds?|types?|sorts?|arrests?|charges?|reports?|incidents?|victims?|child(?:ren)?|girls?|boys?)\b"
    r"|\b(?:19|20)\d\d\b(?![/–-]\d\d)"
)
_OF_ALL_YEARS = compiled(
    rf"\b(?:last|past|latest)\s+(?={NUMBER}\s+years\b)|\b(?:a|any)\s+(?:single\s+|one\s+)?year\b(?!\s+(?:ago|earlier|before))"
)
_FIGURES_GIVEN = compiled(
    rf"\b(?P<n>{NUMBER})\s+(?:(?:available|published|known)\s+)*(?:years|(?:(?:yearly|annual)\s+)?(?:totals|figures|numbers))\b"
)
BY_FORCE = compiled(r"\b(?:any|all|every|other|the\s+\S+)\s+(?:\w+\s+)?forces?\b|\bof\s+any\b")


def of_a_year(statement: Statement, judged: Judgement, documents: Documents) -> Judgement:
    """The verdict on a highest or lowest number by the year or the number named with it."""
    own = statement.own_facts(documents)
    is_nth = NTH_BEFORE.search(statement.passage.before(statement.figure.start))
    if own is None or is_nth:
        return judged
    if answered := _of_the_answer(statement, own):
        return answered
    if judged.verdict != "mismatch":
        return _with_another_number(statement, own) or judged
    if not _may_be_compared(statement, own):
        return judged
    return _of_a_named_year(statement, own) or _with_its_number(statement, own) or judged


# "The lowest we have recorded" is none of the years that we have figures for
_WE_HAVE = compiled(r"we\s+have")


def _may_be_compared(statement: Statement, own: Evidence) -> bool:
    """Whether each year counts alike and has a number, or the words are of those that have one."""
    passage, start = statement.passage, statement.figure.start
    if own.facts.breaks or not own.values:
        return False
    sentence = passage.sentence(start)
    given = _FIGURES_GIVEN.finditer(_LAST_YEARS.sub(" ", _UP_TO.sub(" ", sentence)))
    many = [int(numbers_in(m["n"])[0].value) for m in given]
    if any(n != len(own.values) for n in many):
        return False
    said = AVAILABLE.search(sentence)
    is_said = said is not None and not _WE_HAVE.fullmatch(said[0])
    is_of_held = is_said or len(own.values) in many
    return {*own.values} == {*own.all_years} or is_of_held


def _of_a_named_year(statement: Statement, own: Evidence) -> Judgement | None:
    """That a highest or lowest number is one of all that are held, of the year named with it."""
    figure, passage = statement.figure, statement.passage
    start, end = passage.sentence_bounds(figure.start)
    if BY_FORCE.search(passage.text, start, end):
        return None
    found = _MOST_IN.match(passage.text, figure.start, end)
    if found is None:
        return None
    words = passage.text[start : figure.start]
    if not found["noun"] and (_OF_OTHER.search(words) or not AVAILABLE.search(words)):
        return None
    label = found["year"]
    year = extreme_year(_values_of(statement, own), is_most=found["most"].casefold() == "highest")
    if year is None or year.label != label:
        return None
    return Judgement("traced", f"{number(own.values[year])} in {label}")


# "Which year was the lowest? In Tarn, 2016/17"
_WHICH_YEAR = compiled(
    r"\W*(?:and\s+)?which\s+years?\s+(?:was|were|is|are|had|has|have|saw)\s+(?:the\s+)?"
    rf"(?P<end>highest|lowest){_ADJECTIVES}(?:\s+{_NOUN})?(?P<body>{_FOR_BODY})?\?\W*"
)
_YEARS_GIVEN = compiled(
    rf"(?:(?:it|that)\s+was\s+)?(?:(?P<body>{_IN_BODY}),?\s+)?"
    rf"(?:(?:,\s+|,?\s+and\s+)?\d{{4}}/\d\d(?:,?\s+(?:with|at)\s+(?:just\s+|only\s+)?{_SO_MANY})?)+\W*"
)


def _of_the_answer(statement: Statement, own: Evidence) -> Judgement | None:
    """Whether the years with which a question is answered are those with the lowest numbers."""
    passage = statement.passage
    start, _ = passage.sentence_bounds(statement.figure.start)
    asked = _WHICH_YEAR.match(passage.text, start)
    if not asked or not _may_be_compared(statement, own):
        return None
    closes = passage.sentence_bounds(asked.end())[1]
    given = _YEARS_GIVEN.fullmatch(passage.text, asked.end(), closes)
    places = [m["body"] for m in (asked, given) if m and m["body"]]
    if not given or not all(is_named(p, own) for p in places):
        return None
    labels = passage.labels_between(asked.end(), closes)
    named = {Year(each.first) for each in labels}
    is_most = asked["end"].casefold() == "highest"
    in_order = sorted(own.values, key=own.values.__getitem__, reverse=is_most)
    right = sorted(in_order[: len(named)])
    words = and_list([f"{number(own.values[year])} in {year}" for year in right])
    return Judgement("traced" if {*right} == named else "mismatch", words)


def _values_of(statement: Statement, own: Evidence) -> Mapping[Year, int]:
    """The numbers of all years, or of as many as its sentence speaks of: "in the last three"."""
    passage, figure = statement.passage, statement.figure
    if since := _SINCE.match(passage.text, figure.end, passage.sentence_bounds(figure.start)[1]):
        first = year_from(since["year"])
        return {y: n for y, n in own.values.items() if y >= first} or own.values
    sentence = passage.sentence(figure.start)
    last = _UP_TO.search(sentence) or _LAST_YEARS.search(sentence)
    many = int(numbers_in(last["n"])[0].value) if last else len(own.all_years)
    end = year_of(last["to"]) if last and "to" in last.groupdict() else None
    years = [year for year in sorted(own.values) if end is None or year <= end]
    return {year: own.values[year] for year in years[-many:] or sorted(own.values)}


def extreme_year(values: Mapping[Year, int], *, is_most: bool) -> Year | None:
    """The year with the highest or the lowest number, if it is one."""
    first = _first_of_most(values, is_most=is_most)
    return first if [*values.values()].count(values[first]) == 1 else None


def extreme_years(values: Mapping[Year, int], *, is_most: bool) -> list[Year]:
    """The years with the highest or the lowest number."""
    end = (max if is_most else min)(values.values())
    return [year for year, n in values.items() if n == end]


def _first_of_most(values: Mapping[Year, int], *, is_most: bool) -> Year:
    """The first year with the highest or the lowest number."""
    return (max if is_most else min)(values, key=values.__getitem__)


def _with_another_number(statement: Statement, own: Evidence) -> Judgement | None:
    """That the number named as the highest or lowest of all is not that one, or of another year.

    Where the highest stands in the sentence as well, the words are of it: "at their highest: 110 in
    2018/19 and 149 in 2019/20".
    """
    named = _its_number(statement)
    if named is None:
        return None
    said, passage = int(named.value), statement.passage
    values = _values_of(statement, own)
    most = (min if statement.figure.word == "lowest" else max)(values.values())
    right = [year for year, n in values.items() if n == most]
    came = _CAME_IN.match(passage.text, named.end)
    stated = passage.numbers_between(*passage.sentence_bounds(statement.figure.start))
    of_said = {year for year, n in own.values.items() if n == said}
    # A number that is none of its year, or of none, is asked about by itself.
    if came is None or (said != most and year_of(came["year"]) not in of_said):
        return None
    if year_of(came["year"]) in right or (said != most and most in {n.value for n in stated}):
        return None
    return Judgement("mismatch", f"{number(most)} in {right[0]}", number(most))


def _with_its_number(statement: Statement, own: Evidence) -> Judgement | None:
    """That the number named as the highest or lowest is that one, of a year before the latest."""
    named = _its_number(statement)
    if named is None or statement.figure.modifier:
        return None
    if _is_narrower(statement, named):
        return None
    year = extreme_year(_values_of(statement, own), is_most=statement.figure.word != "lowest")
    if year is None or named.value != own.values[year] or year == own.facts.latest:
        return None
    return Judgement("traced", f"{number(own.values[year])} in {year}")


def as_extreme(
    statement: Statement, statements: Sequence[Statement], documents: Documents
) -> Iterator[Statement]:
    """A number of no named year that is called the lowest or highest: of the year that it is of."""
    figure, passage = statement.figure, statement.passage
    start, end = passage.sentence_bounds(figure.start)
    if figure.kind != "count" or statement.categories:
        return
    up_to = _UP_TO.search(passage.text, start, end)
    to = up_to.start("to") if up_to else None
    if any(each.start != to for each in passage.labels_between(start, end)):
        return
    records = [s for s in statements if s.figure.kind == "record" and start <= s.figure.start]
    for record in (s for s in records if s.figure.start < figure.start):
        own, most = record.own_facts(documents), _most_of(record, figure)
        if own and most and _may_be_compared(record, own):
            year = _first_of_most(_values_of(record, own), is_most=most != "lowest")
            if own.values[year] == figure.value:
                yield replace(statement, years=frozenset({year}), is_base=False)


def _most_of(record: Statement, figure: Candidate) -> str:
    """What a figure is called, the "highest" or the "lowest", by a record before it; or nothing."""
    named = _its_number(record)
    if named is None or named.start != figure.start:
        return ""
    is_of_all = not (_is_narrower(record, named) or record.figure.modifier)
    return str(record.figure.word) if is_of_all else ""


def _is_narrower(statement: Statement, named: Number) -> bool:
    """Whether a highest or lowest number is not that of all years and offences of its body."""
    text = statement.passage.text
    between = statement.figure.end, named.start
    if any(p.search(text, *between) for p in (_BEYOND, _OF_OTHER)):
        return True
    sentence = statement.passage.sentence(statement.figure.start)
    return bool(_NARROWS.search(_OF_ALL_YEARS.sub("", sentence)))


def _its_number(statement: Statement) -> Number | None:
    """The number that is named as the highest or lowest."""
    figure, passage = statement.figure, statement.passage
    _, end = passage.sentence_bounds(figure.start)
    named = None if statement.categories else _ITS_NUMBER.match(passage.text, figure.end, end)
    return passage.numbers_between(*named.span("n"))[0] if named else None
