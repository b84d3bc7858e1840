"""The years that a sentence adds up: "taken together", "in the three years from 2016/17"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offences.statistics.years import Year
from offences.tracing.binding.months import with_labels
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.finding.candidates import split_modifier
from offences.tracing.finding.clauses import Passage, is_bare_year, year_of
from offences.tracing.finding.numbers import NUMBER, Number
from offences.tracing.finding.vocabulary import (
    COUNTS_UP,
    FALL,
    MONTH,
    RISE,
    YEARS_LONG,
    any_of,
    compiled,
)

_LABEL = r"(?<![\w/])(?:19|20)\d\d[/–-]\d\d(?!\w)"
_RANGE = compiled(
    rf"(?:\b(?P<opens>from|between|(?P<adds>add(?:ing|ed|s)?))\s+)?(?P<first>{_LABEL})"
    r"(?:\s+(?:up\s+)?(?:to|until|till|through(?:\s+to)?|(?P<and>and))\s+|\s?[–-]\s?)"
    rf"(?P<last>{_LABEL})(?:\s+inclusive\b)?"
)
_LIST = compiled(rf"{_LABEL}(?:,\s+{_LABEL})*,?\s+(?:and|plus|with)\s+(?:in\s+)?{_LABEL}")
_PLUS = compiled(r"\bplus\b")
_LABELS = compiled(_LABEL)
_LAST_TWO = compiled(
    r"\b(?:last\s+year|the\s+(?:latest|last)\s+year)\s+(?:and|plus|with)\s+(?:in\s+)?the\s+(?:(?:year|one)\s+before(?:\s+(?:that|it))?|previous\s+(?:year|one))\b"
)
_FIRST, _LAST = r"(?:first|earliest)", r"(?:last|past|latest|most\s+recent|final)"
_SOME_YEARS = compiled(
    rf"\b(?:(?:(?P<start>{_FIRST})|{_LAST})\s+(?P<n>{NUMBER})|(?P<many>{NUMBER})\s+(?:(?P<opening>{_FIRST})|{_LAST}))\s+years(?:\s+alone)?\b"
)
# "1,288 offences in five years", "the three-year total", "Five years, 1,288 offences"
_PERIOD = r"(?:total|sum|tally|count|period|stretch|span)"
_AS_LONG = compiled(
    r"(?:\b(?:in|over|across|within|during)\s+(?:(?:just|only|the|these|those|space|course|of|whole|entire|full)\s+)*"
    rf"|\A\W*(?={NUMBER}\s+years(?:[,:]|\s[–—-])))(?P<n>{NUMBER})\s+years(?:\s+alone)?\b|\b(?P<of>{NUMBER})[-‐‑\s]year\s+{_PERIOD}\b|\ball\s+(?:of\s+)?(?:(?:the|these|those)\s+)?(?P<all>{NUMBER})\s+years\b"
)
# What says that the years are added up.
_TOTALS = (
    rf"(?:{'|'.join(COUNTS_UP)})\s+up|together|combined(?!\s+by\b)|altogether|(?:in|as\s+a)\s+(?:all|total)|all\s+told|between\s+them|overall"
    r"|add(?:s|ed|ing)?|sum|cumulative(?:ly)?|total(?:s|led|ling)?|tally|accumulated"
)
# "The three years from 2017/18", "the two years to 2019/20"
_UP_TO = compiled(
    rf"\b(?P<n>{NUMBER})\s+years\s+(?:(?P<from>from|(?:starting|beginning)\s+(?:in|with|from))|(?:up\s+)?to|(?:ending|ended)\s+(?:in|with))\s+(?P<year>{_LABEL})"
)
# "The five years for which the force has figures", "four years of data"
_FIGURES = r"(?:figures?|data|totals?|numbers?|answers?|records)"
_OF_FIGURES = compiled(
    rf"\b(?:(?:the|these|those|our|its|all)\s+)?(?:(?P<start>{_FIRST})\s+|(?P<end>{_LAST})\s+)?(?P<n>{NUMBER})\s+(?:(?:available|published)\s+)*(?:years\s+(?:(?:for|in|of)\s+which\s+[^.;:,\d]{{1,60}}?\b{_FIGURES}"
    rf"|with\s+(?:an?\s+)?{_FIGURES}|of\s+{_FIGURES})|(?:yearly|annual)\s+(?:totals|figures|numbers))\b|\b(?:the|these|those|our|its|all)\s+(?P<all>{NUMBER})\s+years\b"
)
_COMES_TO = compiled(
    rf"\b(?:{_TOTALS}|comes?\s+to|came\s+to|amount(?:s|ed)?\s+to|makes?|made|gives?|brought)\b"
)
_A_YEAR_EACH = r"(?:a\s+year|(?:per|each|every)\s+year|annual(?:ly)?|yearly|per\s+annum)"
_AVERAGE = compiled(
    rf"\b(?:(?:an?|the|our|its)\s+)?(?:{_A_YEAR_EACH}\s+)?(?:on\s+average|average[sd]?|averaging|mean)(?:\s+(?:of|was|is|out\s+at|at))?\b|\b{_A_YEAR_EACH}"
)
_NAMED_BEHIND = compiled(
    rf"{YEARS_LONG},?\s+\(?(?:(?:from|between|of)\s+)?{_LABEL}(?:(?:,\s+{_LABEL})*,?\s+(?:(?:up\s+)?to|and|until|through(?:\s+to)?)\s+|\s?[–-]\s?){_LABEL}"
)
_LIST_BEHIND = compiled(rf"(?:(?!\bbetween\b)[^–])*\band\s+{_LABEL}")
_LENGTH = compiled(
    r"[-‐‑\s]+(?:(?:(?:latest|last|past|most\s+recent|newest|first|earliest|full|financial|whole|such)\s+)*years?\b|(?:available\s+)?(?:yearly|annual)\s+(?:totals|figures|numbers)\b)"
)
_FORCES = compiled(r"\s+(?:\w+\s+)?(?:forces|constabularies)\b")
_MONTH_OF, _DAY_OF = compiled(rf"\b{MONTH}\s+\Z"), compiled(rf"(?:st|th)?\s+{MONTH}\b")
_UNDER = compiled(r"\bunder[-‐‑\s]+(?:the\s+age\s+of\s+)?\Z")
_CHILDREN = r"(?:[\w-]+\s+)?(?:child|under|minor|girl|boy|young|kid|teen|pupil)"
_TOGETHER = compiled(rf"\b(?:{_TOTALS})\b")
_ACROSS = compiled(
    r"\b(?:in|over|across|during|within|throughout|years,?)\s+\(?"
    rf"(?:(?:the|these|those|whole|entire|full|period|stretch|time|of|years,?|from|between|(?:{NUMBER})|our|its"
    r"|first|last|past|latest)\s+\(?)*\Z"
)
_BROUGHT = compiled(
    r",?\s+(?:alone\s+)?(?:brought|saw|had|have\s+(?:brought|seen)|made|gave|produced|yielded)\b"
)
# What says that a number is of one of them, or compares them, or how far the figures reach.
_NOT_ADDED = compiled(
    rf"\b(?!up\b(?:{'|'.join(rf'(?<=\b{verb}\sup)' for verb in COUNTS_UP)}))(?:"
    + any_of(
        *(RISE, FALL, "each", "every", "average[ds]?", "averaging", "annual(?:ly)?", "yearly"),
        *("(?:in )?a year", "per", "apiece", "highest", "lowest", "peak(?:ed)?", "most", "fewest"),
        *("record(?= (?:high|number|level|total|figure|year))", "than", "compar\\w+", "versus"),
        rf"against(?!\s+{_CHILDREN})",
        *("doubl\\w+", "trebl\\w+", "tripl\\w+", "halv\\w+", "twice", "times", "respectively"),
        *("then", "followed", "now", "today", "current(?:ly)?", "latest(?! years)", "this year"),
        *("last year", "(?:the )?(?:year|one) before", "previous", "not", "never", "no"),
        *(
            "(?:final|closing|opening|most recent) (?:financial )?year",
            "(?:in|at|by) (?:the|its) end",
        ),
        *("reach\\w*", "hit", "runs?", "cover(?:s|ed|ing)?", "available", "publish\\w*"),
        *(
            "changed?",
            "changes",
            "difference",
            "gap",
            "trend",
            rf"first(?! {NUMBER} years)",
            "second",
            "third",
        ),
        *("went", "go", "gone", "going", "became", "half", "quarter", "ago", "earlier", "alone"),
        *("when", "while", "whereas", "whose", "before", "prior", "preceding", "following", MONTH),
    )
    + r")\b|n[’']t\b|%"
)
_SINCE = compiled(rf"\bsince\s+(?P<year>{_LABEL})")
_SINCE_WHEN = compiled(r"(?<=years)\s+(?:after|since|of|until|under|with)\b")
# "96 offences in both years together, fewer than in 2018/19 alone"
_CLAUSE_ENDS = compiled(
    rf";|,\s+which\s+no\s+year\s+since\b|,\s+(?:(?:far|many|still|even|or|and|which\s+is)\s+)*(?:more|fewer|less|higher|lower|above|below)\s+than\b(?=[^,;]*{_LABEL})|:\s+(?={NUMBER}(?:\s+(?:offences|crimes|cases))?\s+in\s+{_LABEL})|\s\((?={NUMBER}(?!\s+years\))|{_LABEL}\s+(?:is|was|has|had|being|excluded|not|missing)\b)|,\s+(?:and|but|while|whereas|compared|up|down)\s+(?!(?:in\s+)?{_LABEL}|you\b)"
)
# "In both 2018/19 and 2019/20 the force recorded 149": in each
_IN_EACH = compiled(
    rf"\b(?:both|each\s+of|either\s+of)\s+{_LABEL},?\s+(?:and|or)\s+(?:in\s+)?{_LABEL}|{_LABEL},?\s+and\s+again\s+in\s+{_LABEL}"
)
# "259 offences in the last two years, of which 112 were against girls"
_PART = compiled(
    rf"(?:[,;:]|\s[–—])\s+(?:and\s+)?(?:(?:of\s+(?:which|them|these|those)|including|with|among\s+them),?\s+(?:(?:about|some|nearly|almost"
    rf"|just|at\s+least|more\s+than|over)\s+)?(?={NUMBER})|(?={NUMBER}\s+of\s+(?:them|these|those|which)\b))"
    rf"(?!{_LABEL})"
)
# "An average of 582 a year", not of so many a month
_SPEAKS_OF_AVERAGE = compiled(r"\baverag(?:e|es|ed|ing)\b")
_OF_A_YEAR, _OF_A_MONTH = (
    compiled(r"\b(?:years?|annual(?:ly)?|yearly|per\s+annum)\b"),
    compiled(
        r"\b(?:days?|weeks?|months?|daily|weekly|monthly)\b|\b(?:per|each|every)\s+(?!years?\b|annum\b|of\b)\w+"
    ),
)
# "Of the 259 offences in 2018/19 and 2019/20 together, 112 were against girls"
_OF_THE_SUM = compiled(
    r"\W*(?:[^.;:,\d]{0,60}?,\s+)?(?:out\s+)?(?:of|among)\s+(?:(?:the|all|its|their|our|these|those|some|about|over)\s+)*"
    rf"(?={NUMBER})(?!{_LABEL})"
)
# "… in two years. Of those, 112 were against girls", "girls were the victims in 112 of them"
_OF_THEM = compiled(
    r"\W*(?:of|among|in)\s+(?:them|these|those)\b(?!\s+(?:cases|offences|where|in))"
)
_IS_OF_THEM = compiled(
    r"(?:\s+(?:offences|crimes|cases))?\s+(?:of|among)\s+(?:them|these|those)\b(?!\s+\w*\d)"
)
# "In 112 of the 259 offences over two years", "28 cases, out of 354 offences"
_OF_A_NUMBER = compiled(
    r"(?:\s+(?:offences|crimes|cases|reports|girls|boys|children|victims))?(?:,?\s+\(?(?:out\s+)?(?:of|from|among)|\s+in)\s+(?:(?:the|its|our|their|these|those|all|every|some|about|a"
    rf"|total|around|nearly|almost|over|more\s+than)\s+)*(?={NUMBER})(?!{_LABEL})"
)
_A_YEAR = compiled(rf"\b(?:years?|months?|annual\w*)\b|{_LABEL}")
# Years over which a sum has come together, and not the one of a part
_OF_A_SUM = compiled(
    rf"\b(?:(?:in|over|across|during|within|for)\s+(?:(?:the|those|these|its|our|all|just|only|last|past|latest)\s+)*{NUMBER}[-‐‑\s]years?\b|since\s+{_LABEL})"
    rf"(?:,?\s+\(?(?:up\s+)?(?:to|and|from)\s+{_LABEL}(?:\s+(?:to|and)\s+{_LABEL})?)?"
    rf"|\b(?:from|between)\s+{_LABEL}\s+(?:to|and)\s+{_LABEL}"
)


@dataclass(frozen=True)
class Years:
    """The years over which a count has come together, as far as they were said.

    `listed` are the very years, where they are named one by one; `is_doubtful`: or those between;
    `has_figures`: those that have one, from the first or to the last (`is_to_end`) or all of them.
    """

    first: Year | None
    last: Year | None
    many: int
    is_all: bool = False
    is_doubtful: bool = False
    is_from_start: bool = False
    is_to_end: bool = False
    has_figures: bool = False
    listed: tuple[Year, ...] = ()


def added_up(passage: Passage, start: int, end: int, *, is_average: bool = False) -> Years | None:
    """The years that a number is said to be the sum of, where its clause has no other number.

    Or those that it `is_average` of: "over five years an average of 582 a year".
    """
    opens, closes = clause_of_sum(passage, start)
    if any(n.start not in range(start, end) for n in _each_count(passage, opens, closes)):
        return None
    before, modifier = split_modifier(passage.text[opens:start])
    after = passage.text[end:closes]
    words = with_labels(f"{before} {after}")
    if is_average:
        words = " ".join(_AVERAGE.sub(" ", words).split())
    if (of := _OF_FIGURES.search(words)) and not _LABELS.search(words) and _is_plain(words, of):
        apart = f"{words[: of.start()]} {words[of.end() :]}"
        if is_average or _COMES_TO.search(apart):
            many = number_of_years(f"{of['n'] or of['all']} years")
            return Years(
                *(None, None, many),
                is_from_start=of["start"] is not None,
                is_to_end=of["end"] is not None,
                has_figures=True,
            )
    since = _SINCE.search(words) if is_average else None
    if since and len(_LABELS.findall(words)) == 1 and _is_plain(words, since):
        return Years(year_of(since["year"]), None, 0)
    if _LABELS.search(words):
        return _of_labels(words, is_exact=not modifier)
    if (two := _LAST_TWO.search(words)) and _is_plain(words, two):
        return Years(None, None, 2)
    some = _SOME_YEARS.search(words)
    if some and (is_average or _is_tied(words, some)) and _is_plain(words, some):
        many = number_of_years(f"{some['n'] or some['many']} years")
        return Years(None, None, many, is_from_start=bool(some["start"] or some["opening"]))
    if (long := _AS_LONG.search(words)) and _is_plain(words, long):
        return Years(None, None, number_of_years(f"{long[str(long.lastgroup)]} years"))
    return None


def sum_in_clause(passage: Passage, at: int, *, is_average: bool = False) -> Years | None:
    """The years that the one number of a clause is the sum of; `at`: of how many years it says."""
    counts = _counts(passage, *clause_of_sum(passage, at))
    if len(counts) != 1:
        return None
    return added_up(passage, counts[0].start, counts[0].end, is_average=is_average)


def speaks_of_average(passage: Passage, at: int) -> bool:
    """Whether a clause speaks of an average of years, and not of one of months or days."""
    bounds = clause_of_sum(passage, at)
    if not _SPEAKS_OF_AVERAGE.search(passage.text, *bounds):
        return False
    return bool(_OF_A_YEAR.search(passage.text, *bounds)) and not _OF_A_MONTH.search(
        passage.text, *bounds
    )


def each_of(passage: Passage, start: int, end: int) -> tuple[Year, ...]:
    """The two years before a number that is said of each, where its clause has no other number."""
    opens, closes = clause_of_sum(passage, start)
    named = _IN_EACH.search(passage.text, opens, start)
    counts = _each_count(passage, opens, closes)
    if not named or any(n.start not in range(start, end) for n in counts):
        return ()
    return tuple(filter(None, (year_of(m[0]) for m in _LABELS.finditer(named[0]))))


def wholes_of(passage: Passage, at: int, end: int, *, is_share: bool) -> list[Number]:
    """The numbers that one may be a part of: "259 in two years, of which 112 were girls"."""
    text, (start, stop) = passage.text, passage.sentence_bounds(at)
    if out_of := _OF_A_NUMBER.match(text[:stop], end):
        return _counts(passage, out_of.end(), stop)[:1]
    opens = [m.span() for m in _PART.finditer(text, start, stop) if m.end() <= at]
    if not opens and 0 < (comma := _end_of_whole(passage, start, stop)) <= at:
        opens = [(comma, comma)]
    if opens:
        before = _counts(passage, start, opens[0][0])
        return [] if _LABELS.search(text, opens[0][1], stop) else before[-1:]
    if before := _counts(passage, start, at):
        return [n for n in before if not _A_YEAR.search(_OF_A_SUM.sub(" ", text[n.end : stop]))]
    points_back = _IS_OF_THEM.match(text, end) or _OF_THEM.match(text, start)
    is_apart = "\n\n" in text[start - 2 : start] or (is_share and not points_back)
    if is_apart or _A_YEAR.search(text, start, stop):
        return []
    return _counts(passage, *passage.bounds_before(start))[-1:]


def _end_of_whole(passage: Passage, start: int, end: int) -> int:
    """Where a sentence that begins with a whole comes to its parts; 0 if it does not."""
    if not _OF_THE_SUM.match(passage.text[:end], start):
        return 0
    counts = _counts(passage, start, end)
    return passage.text.rfind(",", counts[0].end, counts[1].start) + 1 if len(counts) > 1 else 0


def years_named(passage: Passage, start: int, end: int) -> Years | None:
    """The years of a number of years: those right behind it, or that its clause adds up."""
    text = passage.text
    if beside := _NAMED_BEHIND.match(text, end, passage.sentence_bounds(start)[1]):
        return _years_of(beside[0], is_list=bool(_LIST_BEHIND.fullmatch(beside[0])))
    added = sum_in_clause(passage, start)
    return added if added and (added.listed or added.first) else None


def clause_of_sum(passage: Passage, at: int) -> tuple[int, int]:
    """The part of a sentence that may have a sum of its own: ", and in the last two years 580"."""
    start, end = passage.sentence_bounds(at)
    ends = [m.span() for m in _CLAUSE_ENDS.finditer(passage.text, start, end)]
    parts = (m.span() for m in _PART.finditer(passage.text, start, end))
    ends += [part for part in parts if _counts(passage, start, part[0])]
    if comma := _end_of_whole(passage, start, end):
        ends.append((comma - 1, comma))
    opens = max((last for _, last in ends if last <= at), default=start)
    return opens, min((first for first, _ in ends if first > at), default=end)


def _counts(passage: Passage, start: int, end: int) -> list[Number]:
    """The numbers of a clause that may count offences: no years, nor how many there are of them."""
    return [*_each_count(passage, start, end)]


def _each_count(passage: Passage, start: int, end: int) -> Iterator[Number]:
    """The same one by one: a clause of many numbers is left at the first that decides."""
    text = passage.text
    return (
        n
        for n in passage.numbers_between(start, end)
        if not (
            _LENGTH.match(text, n.end)
            or _UNDER.search(text, start, n.start)
            or (is_bare_year(text, n.start) and _MONTH_OF.search(text, start, n.start))
            or _DAY_OF.match(text, n.end)
            or _LABELS.match(text, n.start)
            or _FORCES.match(text, n.end)
        )
    )


# "The lowest total from 2016/17 to 2019/20" is that of one of the years
_ONE_TOTAL = compiled(
    r"\b(?:highest|lowest|smallest|largest|biggest|greatest)\s+(?:(?:yearly|annual|single|recorded)\s+)*"
    r"(?:totals?|numbers?|figures?|counts?)\b"
)


def _of_labels(words: str, *, is_exact: bool) -> Years | None:
    """The years of a range, or those named one by one, if a clause names no others."""
    if _ONE_TOTAL.search(words):
        return None
    if (up_to := _UP_TO.search(words)) and len(_LABELS.findall(words)) == 1:
        return _of_one_label(words, up_to)
    named = _RANGE.search(words)
    is_list = named is None or bool(named["adds"] or (named["and"] and not named["opens"]))
    named = _LIST.search(words) or named if is_list else named
    if named is None or not _is_plain(words, named):
        return None
    if len(_LABELS.findall(named[0])) < len(_LABELS.findall(words)):
        return None
    if named.groupdict().get("adds"):
        return _added_to(named[0])
    is_tied = is_exact or not is_list or _TOGETHER.search(words) or _PLUS.search(named[0])
    is_from_to = not is_list and named["opens"]
    long = _AS_LONG.search(words)
    many = number_of_years(f"{long[str(long.lastgroup)]} years") if long else 0
    is_as_long = many == len(_LABELS.findall(named[0]))
    is_said = is_from_to or (is_tied and (is_as_long or _is_tied(words, named)))
    return _years_of(named[0], is_list=is_list) if is_said else None


def _of_one_label(words: str, named: re.Match[str]) -> Years | None:
    """So many years from or up to one that is named: "the three years to 2019/20 saw 354"."""
    year, many = year_of(named["year"]), number_of_years(f"{named['n']} years")
    if year is None or not (_is_plain(words, named) and _is_tied(words, named)):
        return None
    first = year.start if named["from"] else year.start - many + 1
    return Years(Year(first), Year(first + many - 1), many)


def _added_to(named: str) -> Years | None:
    """Two years, one added to the other; "adding 2014/15 to 2018/19" may be all between, too."""
    years = [*filter(None, (year_of(m[0]) for m in _LABELS.finditer(named)))]
    if len({*years}) < 2:
        return None
    first, last = min(years), max(years)
    is_doubtful = last.start - first.start > 1 and years[0] == first
    many = 0 if is_doubtful else 2
    return Years(first, last, many, is_doubtful=is_doubtful, listed=(first, last))


def _years_of(named: str, *, is_list: bool) -> Years | None:
    """The years that labels name, one by one or by the first and the last."""
    years = tuple(sorted({*filter(None, (year_of(m[0]) for m in _LABELS.finditer(named)))}))
    if not years:
        return None
    if is_list:
        return Years(years[0], years[-1], len(years), listed=years)
    return Years(years[0], years[-1], years[-1].start - years[0].start + 1)


def _is_tied(words: str, named: re.Match[str]) -> bool:
    """Whether a clause says that a number is of these years together, or from end to end."""
    return bool(
        _TOGETHER.search(words)
        or _PLUS.search(named[0])
        or _ACROSS.search(words, 0, named.start())
        or _BROUGHT.match(words, named.end())
    )


def _is_plain(words: str, named: re.Match[str]) -> bool:
    """Whether the rest of a clause neither compares years nor speaks of one of them."""
    if _SINCE_WHEN.match(words, named.end()):
        return False  # "in the two years after the inspection"
    return not any(map(_NOT_ADDED.search, (words[: named.start()], words[named.end() :])))
