"""A count that has come together over years: "since 2014/15 it has recorded 1,288 offences"."""

import re
from dataclasses import replace

from offences.english import and_list, number
from offences.statistics.years import MONTHS, Year, first_month, last_month
from offences.tracing.binding.statement import KNOWN, UNKNOWN, WHOLE, Statement
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.binding.year_rows import IN_ALL
from offences.tracing.binding.years_added_up import (
    Years,
    added_up,
    each_of,
    speaks_of_average,
    sum_in_clause,
    wholes_of,
)
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import SHARES, split_modifier
from offences.tracing.finding.clauses import year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import (
    FALL,
    MONTH,
    NOT_COUNTED,
    RISE,
    YEAR,
    any_of,
    compiled,
)
from offences.tracing.judging.judgement import NOTHING, Judgement
from offences.tracing.judging.modifiers import TESTS
from offences.words import verdicts

_OVER = (
    r"(?:in|over|during|within|across|for)\s+(?:just\s+|only\s+)?"
    r"(?:the\s+|these\s+|those\s+|all\s+)*"
)
_YEARS = any_of(
    rf"(?:{_OVER}{NUMBER}\s+years\s+)?(?:(?P<open>since|counting\s+from)\s+(?:(?:records|counting|recording|the\s+(?:count|figures"
    r"|survey))\s+(?:began|started)\s+in\s+|the\s+(?:start|beginning)\s+of\s+)?|(?:between|from)\s+|\()"
    rf"(?:(?:1(?:st)?\s+)?(?P<month>{MONTH})\s+)?(?P<first>{YEAR})"
    r"(?:\s+(?:and|to|until)\s+(?:the\s+end\s+of\s+)?(?:\d\d(?:st)?\s+)?"
    rf"(?:(?P<end_month>{MONTH})\s+)?(?P<last>{YEAR}))?",
    rf"{_OVER}(?:last\s+|past\s+|latest\s+)?(?P<n>{NUMBER})\s+years(?!\s+(?:before|earlier|prior|previous|of(?!\s+(?:data|figures|records|counting|recording)))\b)"
    rf"(?:\s+(?:up\s+)?(?:to|ending|ended)\s+(?:(?:\d\d?\s+)?{MONTH}\s+)?(?P<to>{YEAR}))?"
    r"(?:\s+(?:(?:for|in)\s+which|that|which)?\s*(?:we|it|they|(?:the|this|our|a)\s+(?:[\w’'-]+\s+){1,4}?)\s*"
    r"(?:hold|holds|have|has|covers?)(?:\s+(?:data|figures|asked|collected|gathered|counted|covered))*)?",
    rf"{_OVER}(?P<whole>whole|entire|full)\s+(?:of\s+(?:the\s+|this\s+)?)?(?:[\w-]+\s+)?(?:series|period|run)",
    rf"{_OVER}(?:[\w-]+\s+)?(?P<over>period|series|run)(?:\s+as\s+a\s+whole|\s+in\s+full)",
    rf"(?:across|over)\s+(?P<one>{YEAR})\s+and\s+(?P<next>{YEAR})(?:\s+(?:together|combined))?",
    r"since\s+(?:the\s+|our\s+)?(?P<begun>series|records|counting|recording|count|figures|survey)\s+"
    r"(?:began|begins|started|starts)(?!\s+in\b)",
)
# What says that a number is of each of the years, or compares them.
_OF_ONE_YEAR = any_of(
    *(RISE, FALL, "from", "between", "each", "every", "average", "annual(?:ly)?", "yearly", "most"),
    *("when", "where", "that", "which", "who", "but", "while", "whereas", "a year", "per"),
    r"(?-i:and(?!\s+[A-Z]))",  # not that of "England and Wales"
    *("highest", "lowest", "peak(?:ed)?", "record", "than", "against", "time", "last", "first"),
    *("soared", "surged", "doubled", "trebled", "halved", "latest", "to", "of the", "not", "never"),
)
_WORDS = rf"(?:(?!{_OF_ONE_YEAR}\b)[^\W\d][\w’'-]*\s+){{0,8}}?"
_COUNTS = any_of(
    *("recorded", "logged", "counted", "registered", "received", "seen", "saw", "had", "reported"),
    *("dealt with", "handled", "investigated", "noted", "totalled", "were", "have been"),
    *("had been", "made", "written down", "clocked up", "noted down", "amassed"),
)
_TALLY = r"(?:totals?|tally|tallies|count)"
_SOME = (
    r"(?:(?:a\s+total\s+of|some|in\s+all|altogether|all\s+told|no\s+fewer\s+than|just|only),?\s+)*"
)
_CRIMES = r"(?:offences?|crimes?|cases|incidents|reports)"
_COMES_TO = (
    r"(?:(?:comes?|came|adds?|added|amounts?|amounted)\s+(?:up\s+)?to"
    r"|(?:gives?|gave|makes?|made|totals?|totalled))"
)
# "Since 2014/15, Kent Police have recorded …", "the tally for Kent since 2014/15 stands at …"
_BEFORE = (
    compiled(
        rf"(?:^|[.;:!?]\s|,\s)\W*(?:and\s+|but\s+)?{_YEARS},?\s+{_WORDS}{_COUNTS}\s+{_SOME}\Z"
    ),
    compiled(
        r"(?<!\bhighest\s)(?<!\blowest\s)(?<!\bsmallest\s)(?<!\bbiggest\s)(?<!\blargest\s)(?<!\byearly\s)(?<!\bannual\s)"
        rf"\b{_TALLY}\s+{_WORDS}{_YEARS}\s+(?:{_WORDS})(?:stands?\s+at|stood\s+at|is|was|comes?\s+to|came\s+to"
        rf"|adds\s+up\s+to|has\s+been|has\s+reached)\s+{_SOME}\Z"
    ),
    compiled(
        rf"\b(?P<n>{NUMBER})[-‐‑\s]year\s+{_TALLY}\s+{_WORDS}(?:stands?\s+at|is|was|comes?\s+to|of)\s+{_SOME}\Z"
    ),
    compiled(rf"(?:^|[.;:!?]\s|,\s)\W*{_YEARS},\s+{_SOME}\Z"),
    # "It brings the number over five years to 1,288"
    compiled(
        rf"\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took)\s+(?:the|its|our|their)\s+(?:number|total|figure|count|tally)\s+"
        rf"{_WORDS}{_YEARS}\s+to\s+{_SOME}\Z"
    ),
    # "Over those years the force has logged more than 1,100"
    compiled(
        rf"(?:^|[.;:!?]\s)\W*{_OVER}(?P<all>(?:(?<=those\s)|(?<=these\s)|(?<=all\s))years),?\s+{_WORDS}{_COUNTS}\s+{_SOME}\Z"
    ),
    # "Add up all five years and you get 1,081"
    compiled(
        rf"\badd(?:ing)?\s+(?:up\s+)?(?:all\s+|the\s+|these\s+|those\s+|of\s+|last\s+|past\s+|latest\s+)*(?P<n>{NUMBER})\s+years\b"
        rf"(?:\s+(?P<open>from|since|starting\s+(?:in|with))\s+(?P<first>{YEAR}))?[^.;:\d]{{0,40}}?"
        rf"\b(?:you\s+(?:get|have)|gives?|makes?|comes?\s+to|(?:you\s+)?(?:reach(?:es)?|arrives?\s+at)|has|totals)\s+{_SOME}\Z"
    ),
    # "All years together: 262", "Over those years combined it comes to 262"
    compiled(
        r"\b(?P<all>(?:all|those|these)\s+(?:the\s+|of\s+the\s+|these\s+)?years)(?:\s+(?:together|combined|put\s+together|added\s+up))?"
        rf"(?:[:,]\s+|,?\s+(?:it|that|this|the\s+total|they)\s+(?:comes?|came|adds?|added|amounts?)\s+(?:up\s+)?to\s+){_SOME}\Z"
    ),
    # "The four years together: 164", "the first three put together, which come to 494"
    compiled(
        rf"\b(?:the|these|those|our|its)\s+(?:(?P<start>first)\s+|(?:last|latest|past|most\s+recent)\s+)?(?P<n>{NUMBER})"
        r"(?:\s+(?:most\s+recent\s+)?(?:years|totals|figures|numbers))?\s+(?:(?:put|taken|added)\s+(?:together|up)|together|combined)"
        rf"(?:\s?[:–—]\s+|,?\s+(?:which\s+)?{_COMES_TO}\s+){_SOME}\Z"
    ),
    # "The last two years alone account for 1,289", "over seven years that makes 3,909"
    compiled(
        rf"\b(?:the|these|those|our|its)\s+(?:last\s+|latest\s+|past\s+)?(?P<n>{NUMBER})\s+years(?:\s+alone)?\s+"
        rf"(?:account(?:s|ed)?\s+for|add(?:s|ed)?\s+up\s+to|make\s+up)\s+{_SOME}\Z"
    ),
    compiled(
        rf"(?:^|[.;:!?]\s)\W*{_OVER}(?:last\s+|past\s+)?(?P<n>{NUMBER})\s+years,?\s+(?:that|this|it|which|they)\s+"
        rf"{_COMES_TO}\s+{_SOME}\Z"
    ),
    # "The first two years of the count, 2017/18 and 2018/19, come to 192"
    compiled(rf"(?<!\d, )(?P<one>{YEAR})\s+and\s+(?P<next>{YEAR}),?\s+{_COMES_TO}\s+{_SOME}\Z"),
)
# "262 offences have been recorded in Kent since 2014/15", "262 over the four years that we hold"
_AFTER = compiled(
    rf"(?:\s+(?:{_WORDS}{_CRIMES}(?:\s+against\s+(?:children|under-18s|minors|the\s+young))?"
    rf"|[–—-]\s+(?:the\s+)?(?:\w+\s+)?(?:total|sum|tally))\s+{_WORDS}{_YEARS}\b(?!\s*[:(])"
    r"|\s+(?:over|across|in)\s+(?:all\s+|the\s+|those\s+|these\s+)+(?P<of>NUMBER)\s+years\b(?!\s+before\b))".replace(
        "NUMBER", NUMBER
    )
)
_FORCES = compiled(r"\s+(?:police\s+)?(?:forces|constabularies)\b")
_GOES_ON = compiled(
    r"(?:[^.;:]{0,60}?\b(?:a\s+year|per\s+year|each\s+year|every\s+year|on\s+average|annually|apiece)\b"
    rf"|(?:\s+(?:offences|crimes|cases))?\s+in\s+the\s+(?:first|second|third|last|latest|middle)\b(?!\s+{NUMBER}\s+years)"
    r"|,?\s+(?:(?:and|to|then|and\s+then)\s+)?\d|%)"
)
_LISTED = re.compile(r"(?<!\b(?:19|20)\d)(?<!/\d)\d,?\s+(?:(?:and|to)\s+)?\Z")
_NO_SUM = compiled(
    rf"\b(?:from|between)\s+{NUMBER}(?:\s+[\w-]+){{0,3}}\s+(?:to|and)\s+\Z"
    rf"|\b{NOT_COUNTED}(?:{RISE}|{FALL})\s+(?:\w+\s+)?\Z"
    rf"|\b{any_of('from', 'between', 'average', 'peak(?:ed)?', 'high', 'low')}"
    r"\s+(?:\w+\s+)?\Z"
)

_OF_PARTS = ("count", "range", "malformed", "maybe_coverage", *SHARES)


def years_of_sum(statement: Statement) -> Years | None:
    """The years that a number of offences is the sum of, if it is said to be one."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in ("count", "malformed") or statement.is_base or statement.in_table:
        return None
    before, _ = split_modifier(passage.before(figure.start, 160))
    after = passage.after(figure.end)
    if _GOES_ON.match(after) or _LISTED.search(before):
        return None
    found = next(filter(None, (each.search(before) for each in _BEFORE)), None)
    if found is None and not _NO_SUM.search(before):
        found = _AFTER.match(after)
    said = found.groupdict("") if found else {}
    return _years(said) if said else None


def _years_of_list(statement: Statement, evidence: Evidence) -> Years | None:
    """The years of the numbers that are listed before their sum: "96, 118 and 151: 365 in all"."""
    figure, passage = statement.figure, statement.passage
    if figure.kind != "count" or not IN_ALL.match(passage.text, figure.end):
        return None
    start, _ = passage.sentence_bounds(figure.start)
    listed = [int(n.value) for n in passage.numbers_between(start, figure.start)]
    totals = {each.year: each.value for each in evidence.totals if not each.forces}
    in_turn = [totals[year] for year in sorted(totals)]
    for many in range(len(listed), 2, -1):
        for first in range(len(in_turn)):
            if in_turn[first : first + many] == listed[-many:]:
                years = sorted(totals)[first : first + many]
                return Years(years[0], years[-1], many)
    return None


def is_length_of_sum(statement: Statement) -> bool:
    """Whether a number of years is that over which a count beside it has come together."""
    figure, passage = statement.figure, statement.passage
    start, end = passage.sentence_bounds(figure.start)
    before = [n.end for n in passage.numbers_between(start, figure.start)]
    after = [n.start for n in passage.numbers_between(figure.end, end)]
    is_before = any(
        (found := each.search(split_modifier(passage.text[start:at])[0]))
        and found.start("n") + start == figure.start
        for at in after
        for each in _BEFORE
        if "n" in each.groupindex
    )
    is_after = any(
        (found := _AFTER.match(passage.text, at, end))
        and figure.start in (found.start("n"), found.start("of"))
        for at in before
    )
    added = sum_in_clause(passage, figure.start)
    if added is None and speaks_of_average(passage, figure.start):
        added = sum_in_clause(passage, figure.start, is_average=True)
    return is_before or is_after or (added is not None and added.many == figure.value)


def _years(said: dict[str, str]) -> Years | None:
    """The years that were said; None where they begin or end in the middle of one."""
    if any(said.get(name) for name in ("all", "whole", "over", "begun")):
        return Years(None, None, 0, is_all=True)
    if next_one := said.get("next"):
        first_year, next_year = year_of(said["one"]), year_of(next_one)
        are_two = next_year and next_year.previous == first_year
        return Years(first_year, next_year, 2) if are_two else None
    first, last, ends = said.get("first"), said.get("last"), said.get("to")
    if first and not (said["open"] or last):
        return None
    n = said.get("n") or said.get("of")
    if not (
        _is_month(said.get("month"), first_month())
        and _is_month(said.get("end_month"), last_month())
    ):
        return None
    last_year = year_of(last) if last else None
    if last and said.get("end_month"):
        last_year = Year.of_month(last_month(), int(last[:4]))
    if ends:  # "to March 2019", "to 2018/19"
        last_year = year_of(ends) if len(ends) > 4 else Year(int(ends) - 1)
    many = number_of_years(f"{n} years") if n else 0
    if said.get("start"):
        return Years(None, None, many, is_from_start=True)
    return Years(year_of(first) if first else None, last_year, many)


def _is_month(name: str | None, month: int) -> bool:
    """Whether a month, if one is named, is this one."""
    return not name or name.capitalize() == MONTHS[month - 1]


def sum_of_years(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on a number that is said to have come together over years, by their sum."""
    said = years_of_sum(statement) or _years_of_list(statement, evidence) or _added_up(statement)
    if said is None:
        return _of_each(statement, evidence)
    years = years_in_order(said, evidence)
    if len(years) > 1 and sum_of_all(evidence, years) is None:
        again = _added_up(statement)  # "the total for the five years with figures"
        years = years_in_order(again, evidence) if again and again.has_figures else years
    if len(years) < 2:
        return _of_each(statement, evidence)
    if statement.categories or statement.role not in ("", WHOLE):
        return Judgement("untraced", verdicts.fact("no_part_sum"))
    years = _from_the_first(said, years)
    if said.is_doubtful or is_of_some_forces(statement, evidence):
        return NOTHING
    figure, total = statement.figure, sum_of_all(evidence, years)
    if total is None:
        one = evidence.counts_of.get(int(figure.value))
        return Judgement("mismatch", one[0].words) if one else None
    words = verdicts.fact("sum_of_years", n=total, first=years[0], last=years[-1])
    if years[-1].start - years[0].start >= len(years):
        words = verdicts.fact(
            "sum_of_some_years", n=total, years=and_list([str(each) for each in years])
        )
    if figure.value == total and figure.modifier in ("", "exactly"):
        return Judgement("traced", words)
    test = TESTS.get(figure.modifier)
    verdict = test(figure.value, total) if test else ""
    return Judgement(verdict, words) if verdict else Judgement("mismatch", words, number(total))


def _from_the_first(said: Years, years: tuple[Year, ...]) -> tuple[Year, ...]:
    """So many years from the first that is named."""
    if said.first is None or said.many in (0, len(years)):
        return years
    return years[: said.many]


def _added_up(statement: Statement) -> Years | None:
    """The years that the clause of a number adds up, in whatever words."""
    figure = statement.figure
    if figure.kind not in ("count", "malformed") or statement.is_base or statement.in_table:
        return None
    return added_up(statement.passage, figure.start, figure.end)


def _of_each(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on a number that is said of each of two years and is not that of one."""
    figure, values = statement.figure, evidence.values
    if figure.kind != "count" or figure.modifier not in ("", "exactly") or statement.categories:
        return None
    years = each_of(statement.passage, figure.start, figure.end)
    others = [year for year in years if year in values and values[year] != figure.value]
    if not others:
        return None
    right = number(values[others[0]])
    return Judgement("mismatch", f"{right} in {others[0]}", right)


def is_part_of_a_sum(statement: Statement) -> bool:
    """Whether a part, or its share, is one of a sum: "112 of the 259 offences in two years"."""
    figure, passage = statement.figure, statement.passage
    is_part = statement.categories or statement.role in (KNOWN, UNKNOWN)
    if not is_part or figure.kind not in _OF_PARTS:
        return False
    is_share = figure.kind in SHARES
    for whole in wholes_of(passage, figure.start, figure.end, is_share=is_share):
        as_figure = replace(figure, kind="count", start=whole.start, end=whole.end)
        of_whole = replace(statement, figure=as_figure, is_base=False, in_table=False)
        if years_of_sum(of_whole) or _added_up(of_whole):
            return True
    return False


def is_of_some_forces(statement: Statement, evidence: Evidence) -> bool:
    """Whether a sentence counts other forces than all that are held: of them there is no sum."""
    passage = statement.passage
    named = [
        n.value
        for n in passage.numbers_between(*passage.sentence_bounds(statement.figure.start))
        if _FORCES.match(passage.text, n.end)
    ]
    return bool(named) and len(evidence.members) not in named


def years_in_order(said: Years, evidence: Evidence) -> tuple[Year, ...]:
    """Each of the years that were said, by their ends and how many they are."""
    if said.listed:
        return said.listed
    if said.has_figures:
        years, many = tuple(sorted(evidence.values)), said.many
        if said.is_from_start or said.is_to_end:
            return years[:many] if said.is_from_start else years[-many:]
        return years if len(years) == many else ()
    last = said.last or evidence.facts.latest
    if said.is_from_start:
        first = evidence.years[0]
        last = Year(first.start + said.many - 1)
    elif said.is_all:
        first = evidence.years[0]
    else:
        first = said.first or Year(last.start - said.many + 1)
    return tuple(Year(start) for start in range(first.start, last.start + 1))


def sum_of_all(evidence: Evidence, years: tuple[Year, ...]) -> int | None:
    """All of these years, if each is known and all are counted in the same way."""
    if any(years[0] < each.year <= years[-1] for each in evidence.facts.breaks):
        return None
    # of every force, if each has a number of every one of the years
    values = evidence.values
    doubtful = {year for year, cell in evidence.cells.items() if cell.doubt}
    are_all = all(year in values and year not in doubtful for year in years)
    return sum(values[year] for year in years) if are_all else None
