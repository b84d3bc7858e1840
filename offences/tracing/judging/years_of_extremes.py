"""The year of the highest or lowest number, as its words name it: "the quietest year was …"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import year_from
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import NTH
from offences.tracing.finding.vocabulary import FALL, OF_DATA, OFFENCE, RISE, any_of, compiled
from offences.tracing.judging.extreme_years import BY_FORCE, CAME, extreme_years
from offences.tracing.judging.judgement import Judgement

_LABEL = r"(?:19|20)\d\d[/–-](?:(?:19|20)\d\d|\d\d)\b"
_END = (
    r"(?:(?P<peak>peak|height|ceiling|(?:all-time\s+)?high(?:\s+(?:point|mark))?|highest|largest|biggest|worst|busiest|heaviest"
    rf"|most(?=\s+(?:[\w-]+\s+){{0,3}}?{OFFENCE}))"
    r"|(?P<low>trough|floor|(?:all-time\s+)?low(?:\s+(?:point|mark|ebb))?|lowest|smallest|best|quietest|lightest"
    rf"|fewest(?=\s+(?:[\w-]+\s+){{0,3}}?{OFFENCE})))\b"
)
# What may be highest or lowest in a year beside its number
_OTHER = any_of(
    *("and", "but", "while", "whereas", "which", "who", "than", "when", "where", "not", "never"),
    *("ages?", "aged", "groups?", "platforms?", "apps?", "sites?", "forces", "shares?", "common"),
    *("proportions?", "percentages?", "rates?", "averages?", "months?", "weeks?", "days?"),
    *("girls?", "boys?", "changes?", "affected", rf"since(?!\s+{_LABEL})", RISE, FALL),
    rf"(?:in|for|during)\s+{_LABEL}(?!\s*(?:and|to|until|[–-])\s*{_LABEL})",
)
_WORD = rf"(?!{_OTHER}\b)[^\W\d][\w’'-]*"
_YEARS = rf"\(?(?:{_LABEL}\s*(?:and|to|until|through|[–-])\s*)?{_LABEL}\)?"
_OF_N = rf"(?:the|of|at)\s+{NUMBER}(?!\s*%)"
_BETWEEN = rf"(?:,?\s+(?:{_YEARS}|{_OF_N}|{_WORD})){{0,16}}?"
_OWN = r"(?:the|its|their|our|this|that|(?-i:[A-Z])[\w’'-]*(?:\s+(?:Police|Constabulary))?[’']s?)"
_ADJECTIVES = r"(?:\s+(?:annual|yearly|single|recorded|ever|known|own|very))*"
_CAME = rf"(?:{CAME}|belongs?\s+to|belonged\s+to)"
_IN = r"(?:in|for|during)\s+(?:the\s+year\s+(?:of\s+)?)?"
_BEFORE = (
    # "The highest total in Kent came in 2018/19", "the quietest year was 2018/19"
    compiled(
        rf"\b{_END}{_BETWEEN},?\s+{_CAME},?\s+(?:(?:back|reached|recorded|seen|set|noted|logged)\s+)?"
        rf"(?:{_IN}|(?:that|the\s+one|the\s+{NUMBER})\s+(?:of|in|for)\s+)?\Z"
    ),
    # "Its worst year, in 2018/19", "at their lowest in 2018/19", "Kent's peak year: 2018/19"
    compiled(rf"\b{_OWN}{_ADJECTIVES}\s+{_END}{_BETWEEN},?(?:\s+{_IN}|:\s+(?:{_IN})?)\Z"),
    compiled(
        rf"\b(?:(?P<peak>peak(?:ed|ing|s)|topped\s+out)|(?P<low>bottomed\s+out)){_BETWEEN},?\s+(?:back\s+)?{_IN}\Z"
    ),
    # "No year saw more offences in Kent than 2018/19"
    compiled(
        rf"\bno\s+(?:other\s+|single\s+)?year\s+(?:(?:from|since|between|in|of)\s+(?:[^.;:,\d]|{_LABEL}){{1,50}}?\s)?(?:saw|had|was|has|brought)\s+(?:[\w’'-]+\s+){{0,2}}?(?:(?P<peak>more|worse|higher|busier)"
        r"|(?P<low>fewer|lower|better|quieter))\b[^.;:,\d]*\bthan\s+(?:in\s+)?\Z"
    ),
)
_ENDS = compiled(r"\s*(?:[.,;:)!?”\"]|\Z)|\s+(?:and|but|when|with|after|before)\b")
_AFTER = (
    # "2018/19 was the quietest of the five years", "2018/19 had the most offences"
    compiled(
        r",?\s+(?:was|is|remains|remained|marked|saw|brought|had|has|proved)\s+(?:\w+ly\s+|still\s+|to\s+be\s+)?"
        rf"{_OWN}{_ADJECTIVES}\s+{_END}(?=\s*(?:[.,;:)]|\Z)|\s+(?:{_ADJECTIVES}(?:years?|totals?|numbers?|figures?|counts?"
        rf"|tall(?:y|ies)|of|in|for|on|since|so\s+far|to\s+date|yet)|(?:[\w-]+\s+){{0,3}}?{OFFENCE})\b)(?!{_BETWEEN}\s+{_OTHER}\b)"
    ),
    compiled(r"\s+(?:(?P<peak>peak|high)|(?P<low>trough|low))(?=\s*(?:[.,;:)]|\Z|of\b|and\b))"),
)
# "More offences in 2018/19 than in any other year", "it was in 2018/19 that it was highest"
_MORE = compiled(
    rf"\b(?:(?P<peak>more)|(?P<low>fewer))\s+(?:[\w-]+\s+){{0,3}}?{OFFENCE}[^.;:,\d]*\bin\s+\Z"
)
_THAN_ANY = compiled(r"\s+than\s+(?:in\s+|for\s+)?any\s+(?:other|single)?\s*year\b")
_IT_WAS_IN, _THAT = (
    compiled(r"\bit\s+(?:was|is)\s+(?:back\s+)?(?:in\s+)?\Z"),
    compiled(rf"\s+that{_BETWEEN}\s+{_END}(?!{_BETWEEN}\s+{_OTHER}\b)"),
)
# "Calls peaked in 2018/19"
_OTHER_COUNTS = compiled(
    r"\b(?:calls?|arrests?|charges?|interest|complaints?|referrals?|visits?|prosecutions?|convictions?|images"
    r"|schools|clubs?|teams?|weather|budget|spending|concern|use|demand|traffic|funding|attendance)\b[^,;:]*\Z"
)
# "The highest court", "its busiest station", "the lowest number of officers"
_IS_A_NUMBER = compiled(
    r"(?:\s+(?:annual|yearly|single|recorded|overall|known|online|sexual|sex|child|grooming|such))*\s+(?:years?|points?|marks?|levels?|offences|crimes|cases"
    r"|(?:numbers?|totals?|figures?|counts?|tall(?:y|ies))(?!\s+(?:of|for)\s+(?!\d|(?:the|its|our|all|these|those)\s+(?:[a-z]+\s+)?years\b)(?-i:[a-z])))\b"
    rf"|[^.;:\d]{{0,30}}\b(?:numbers?|totals?|figures?|counts?)\s+of\s+(?:[\w-]+\s+){{0,3}}?{OFFENCE}"
)
_HAS_NO_NOUN = compiled(
    rf"\s*(?:[,:(]|\Z|(?:of\s+(?:the|all|its|these|(?-i:[A-Z])[\w’'-]+)|in|for|from|between)\b|{_CAME}\b)"
)
_ALWAYS = compiled(r"\b(?:peak|trough|most|fewest)\Z")
_NO_FIRST = compiled(rf"\b(?:{NTH}|next|joint|one\s+of|among)\s+(?:[\w’'-]+\s+){{0,2}}?\Z")
_EARLIER = compiled(r"\b(?:previous|earlier|former|prior|old|last)\s+\Z")
_PERIOD = compiled(rf"(?P<first>{_LABEL})\s*(?:and|to|until|through|[–-])\s*(?P<last>{_LABEL})")
_SINCE = compiled(rf"\b(?P<how>since|from|starting(?:\s+in|\s+with)?|after)\s+(?P<year>{_LABEL})")
_UP_TO = compiled(
    rf"\b(?P<how>before|until|(?:up\s+)?to|ending(?:\s+in)?)\s+(?:the\s+{NUMBER}\s+(?:[^\W\d]+\s+){{0,2}}?(?:of|in|for)\s+)?(?P<year>{_LABEL})"
)
_LAST_YEARS = compiled(
    rf"\b(?:last|past|latest)\s+(?P<n>{NUMBER})\s+years\b|\b(?P<many>{NUMBER})\s+years\s+(?:up\s+)?to\s+(?P<to>{_LABEL})"
)


def right_extremes(statement: Statement, values: Mapping[Year, int]) -> list[Year] | None:
    """The years with the highest or lowest number, if a year is called one; else None."""
    found = _words(statement)
    if found is None or BY_FORCE.search(statement.passage.sentence(statement.figure.start)):
        return None
    match, before = found
    if _NO_FIRST.search(before) or any(map(_OTHER_COUNTS.search, (before, match[0]))):
        return None
    among = _among(statement, values, is_earlier=bool(_EARLIER.search(before)))
    return extreme_years(among, is_most=bool(match["peak"])) if among else None


# What makes a highest number one of more than is held, or of less than a force
_BEYOND = compiled(
    r"\b(?:ever|yet|all[\s-]time|records?|country|nation|regions?|forces|areas|counties|north\w*|south\w*|east\w*|west\w*"
    r"|cit(?:y|ies)|towns?|boroughs?|districts?|divisions?)\b"
)


def extreme_named(statement: Statement, own: Evidence) -> Year | None:
    """The year that a highest or lowest number is said to be of, by its words, if that is right."""
    passage, record = statement.passage, statement.figure
    if own.facts.breaks or {*own.values} != {*own.all_years}:
        return None
    if _BEYOND.search(passage.sentence(record.start)):
        return None
    word = passage.text[record.start : record.end].casefold()
    for label in passage.labels_between(*passage.sentence_bounds(record.start)):
        figure = replace(
            record, kind="year", start=label.start, end=label.end, year=label.first, word=""
        )
        of_year, year = replace(statement, figure=figure), Year(label.first)
        found = _words(of_year)
        is_word = found and word in (found[0]["peak"] or found[0]["low"]).casefold()
        if is_word and right_extremes(of_year, own.values) == [year]:
            return year
    return None


# "The smallest total in Kent between 2016/17 and 2019/20 was 77"
_NUMBER_WAS = compiled(
    rf"\b{_END}{_ADJECTIVES}\s+(?:totals?|numbers?|figures?|counts?|tall(?:y|ies)){_BETWEEN},?"
    r"(?:\s+(?:was|is|of|at|came\s+to|stood\s+at|being)|:)\s+(?:just\s+|only\s+)?\Z"
)
# "The most offences that Kent recorded in any of the four years to 2019/20 was 120"
_IN_ANY = compiled(
    rf"\b{_END}{_BETWEEN},?\s+(?:in|of|for)\s+any\s+(?:one\s+|single\s+)?(?:of\s+{_OWN}\s+{NUMBER}\s+)?years?{_BETWEEN},?"
    r"(?:\s+(?:was|is|came\s+to|has\s+been)|:)\s+(?:just\s+|only\s+)?\Z"
)


def extreme_between_named(statement: Statement, own: Evidence) -> Year | None:
    """The year of the number behind a highest or lowest of some years, if the number is right."""
    passage, record = statement.passage, statement.figure
    _, end = passage.sentence_bounds(record.start)
    for n in passage.numbers_between(record.end, end):
        figure = replace(record, kind="count", start=n.start, end=n.end, value=n.value, word="")
        of_number = replace(statement, figure=figure)
        match = _NUMBER_WAS.search(passage.before(n.start, 160))
        at = n.start - len(passage.before(n.start, 160))
        is_word = match and at + match.start("peak" if match["peak"] else "low") == record.start
        for year in _extremes_between(of_number, own)[:1] if is_word else ():
            return year if own.values[year] == n.value else None
    return None


def as_extreme_between(statement: Statement, documents: Documents) -> Iterator[Statement]:
    """A number that is called the highest or lowest from one year to another: of its year."""
    if not statement.figure.modifier:
        for year in _extremes_between(statement, statement.own_facts(documents)):
            yield replace(statement, years=frozenset({year}))


def of_extreme_between(statement: Statement, judged: Judgement, documents: Documents) -> Judgement:
    """The verdict on a number; wrong where another is the highest or lowest that it is called."""
    own = statement.own_facts(documents)
    if own is None or judged.verdict != "traced":
        return judged
    for year in _extremes_between(statement, own)[:1]:
        right = own.values[year]
        if statement.figure.value != right:
            return Judgement("mismatch", f"{number(right)} in {year}", number(right))
    return judged


def _extremes_between(statement: Statement, own: Evidence | None) -> list[Year]:
    """The years with the highest or lowest number from one year to another, as the words ask."""
    figure, passage = statement.figure, statement.passage
    if figure.kind != "count" or statement.categories or statement.role or own is None:
        return []
    if own.facts.breaks or {*own.values} != {*own.all_years}:
        return []
    start, end = passage.sentence_bounds(figure.start)
    before = passage.before(figure.start, 160)
    in_any = _IN_ANY.search(before)
    match = in_any or _NUMBER_WAS.search(before)
    if match is None or not (in_any or _PERIOD.search(passage.text, start, end)):
        return []
    if _NO_FIRST.search(before[: match.start()]) or BY_FORCE.search(passage.text, start, end):
        return []
    among = _among(statement, own.values, is_earlier=False)
    return extreme_years(among, is_most=bool(match["peak"])) if among else []


def _words(statement: Statement) -> tuple[re.Match[str], str] | None:
    """The words that call a year the highest or lowest, and what stands before them."""
    passage, figure = statement.passage, statement.figure
    before, after = passage.before(figure.start, 160), passage.after(figure.end)
    found = [(each.search(before), before) for each in _BEFORE] if _ENDS.match(after) else []
    first = next((match for match, _ in found if match), None)
    if first and not _is_of_a_number(first, before):
        return None
    found += [(each.match(after), after) for each in _AFTER]
    if _THAN_ANY.match(after):
        found.append((_MORE.search(before), before))
    if _IT_WAS_IN.search(before):
        found.append((_THAT.match(after), after))
    match, words = next((each for each in found if each[0]), (None, ""))
    if match is None:
        return None
    return match, words[: match.start("peak" if match["peak"] else "low")]


def _is_of_a_number(match: re.Match[str], before: str) -> bool:
    """Whether what was highest or lowest is a number, a year or the offences, and no other's."""
    word = "peak" if match["peak"] else "low"
    lead, rest = before[: match.start(word)], before[match.end(word) : match.end()]
    if _IS_A_NUMBER.match(rest) or _ALWAYS.search(before[: match.end(word)]):
        return True
    is_own = match.start() < match.start(word)
    return bool(_HAS_NO_NOUN.match(rest)) and (not is_own or bool(OF_DATA.search(lead)))


def _among(
    statement: Statement, values: Mapping[Year, int], *, is_earlier: bool
) -> Mapping[Year, int]:
    """The years that the words speak of: all, or those from one to another, or before one."""
    passage, figure = statement.passage, statement.figure
    start, end = passage.sentence_bounds(figure.start)
    words = f"{passage.text[start : figure.start]}_{passage.text[figure.end : end]}"
    first, last = min(values), max(values)
    if period := _PERIOD.search(words):
        first, last = year_from(period["first"]), year_from(period["last"])
    elif since := _SINCE.search(words):
        first = year_from(since["year"])
        values = {
            y: n for y, n in values.items() if since["how"].casefold() != "after" or y != first
        }
    elif many := _LAST_YEARS.search(words):
        last = year_from(many["to"]) if many["to"] else last
        first = Year(last.start - int(numbers_in(many["n"] or many["many"])[0].value) + 1)
    if not period and (up_to := _UP_TO.search(words)):
        last = year_from(up_to["year"])
        is_earlier = is_earlier or up_to["how"].casefold() in ("before", "until")
    return {
        y: n for y, n in values.items() if first <= y <= last and not (is_earlier and y == last)
    }
