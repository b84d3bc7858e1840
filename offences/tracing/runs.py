"""How many rises and falls there were: "the third in a row", "the second in the series"."""

import re
from collections.abc import Iterable, Iterator

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.mentions import within
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage, year_from, year_of
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import IN_TURN, NTH, RUNNING, number_of
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import (
    FALL,
    FALL_NOUN,
    FELL,
    OF_DATA,
    RISE,
    RISE_NOUN,
    ROSE,
    YEAR,
    any_of,
    compiled,
)
from offences.tracing.judging.judgement import Verdict
from offences.tracing.judging.run_limits import LimitOfRun, limits_of_runs
from offences.tracing.judging.slots import outside
from offences.tracing.judging.some_years import (
    OF_SOME_YEARS,
    beyond_in_some_years,
    named_years,
    so_many_of,
)

# "Rose in Kent in two of the four years", "for two years running at Kent Police after 2016/17"
_THERE = (
    r"(?:\s+(?:in|at|for|across)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*"
    r"(?:\s+(?:and\s+)?(?-i:[A-Z])[\w’'-]*){0,2})?"
)
_SINGLE = any_of("annual", "yearly", "year-on-year", "single")
_CHANGE = rf"(?:(?P<rise>{RISE})|(?P<fall>{FALL}))"
_RUNS = (
    compiled(
        rf"\b(?:(?P<nth>{NTH})|(?P<n>{NUMBER}))\s+(?:{_SINGLE}\s+)?{IN_TURN}\s+(?:{_SINGLE}\s+|year[\s-](?:of\s+)?)?"
        rf"{_CHANGE}s?\b"
    ),
    compiled(rf"\b(?:(?P<nth>{NTH})|(?P<n>{NUMBER}))\s+(?:{_SINGLE}\s+)?{_CHANGE}s?\s+{RUNNING}\b"),
    compiled(rf"\b{_CHANGE}\s+(?:[\w’'-]+\s+){{0,5}}?the\s+(?P<nth>{NTH})\s+{RUNNING}\b"),
    compiled(
        rf"\b(?:(?P<nth>{NTH})\s+year|(?P<n>{NUMBER})\s+years)\s+{RUNNING}\b"
        rf"(?:,?\s+(?:that|when|in\s+which)\b[^.;:,\d]{{0,40}}?\b{_CHANGE}\b)?"
    ),
    compiled(rf"\b(?:(?P<nth>{NTH})|(?P<n>{NUMBER}))\s+{IN_TURN}\s+years?\b"),
    # "It fell after two years of increases", "after two increases"
    compiled(
        rf"(?:\b(?P<nth>{NTH})\s+year\s+of|(?:(?<=\bafter\s)|(?<=\bfollows\s)|(?<=\bfollowed\s)|(?<=\bfollowing\s)|(?<=\bends\s)|(?<=\bended\s))(?P<n>{NUMBER})(?:\s+years\s+of)?)\s+(?:(?P<rise>{RISE_NOUN})|(?P<fall>{FALL_NOUN}))s?"
        r"(?=\s*(?:[.,;:!?)]|\Z))"
    ),
)
# "It is the second time that the number has fallen", "the first fall in the series"
_OF_ALL = (
    compiled(
        rf"(?:\b(?:is|was|for|only)|[’']s)\s+(?:only\s+)?(?:the\s+)?(?P<nth>first|{NTH})\s+time\b"
        rf"(?:(?!\b(?:I|you)\b)[^.;:\d]){{0,60}}?\b{_CHANGE}\b"
    ),
    compiled(
        rf"\b(?P<nth>first|{NTH})\s+(?:{_SINGLE}\s+)?{_CHANGE}\s+(?:in|of|over|across)\s+(?:the\s+|our\s+|this\s+|its\s+)?"
        r"(?:whole\s+|entire\s+)?(?:series|run|period|records?|figures)\b"
    ),
)
# "It has risen in three of the last four years", "it has gone up every year since 2017/18"
_IN_SO_MANY = compiled(
    rf"\b{_CHANGE}{_THERE}\s+(?:again\s+)?in\s+(?:(?:only|just)\s+)?(?P<n>{NUMBER}|each|every\s+one|all)\s+{OF_SOME_YEARS}"
)
# "In three of the last four years it has risen"
_SO_MANY_FIRST = compiled(
    # Not "among the twelve that answered in each of the two years", "that gave figures in both"
    r"(?<!answered )(?<!replied )(?<!responded )(?<!complied )"
    + "".join(
        rf"(?<!{gave} {what} )"
        for gave in ("gave", "sent", "with", "supplied", "provided", "had")
        for what in ("figures", "data", "numbers")
    )
    + rf"\bin\s+(?:(?:only|just)\s+)?(?P<n>{NUMBER}|each|every\s+one|all)\s+{OF_SOME_YEARS}"
    + rf"[^.;:\d]{{0,60}}?\b{_CHANGE}\b(?!\s+(?:than\b|to\s+\d))"
)
# "There have been two falls since 2017/18", "three rises between 2016/17 and 2019/20"
_SO_MANY_CHANGES = compiled(
    rf"\b(?P<n>{NUMBER})[^\S\n]+(?:(?:{_SINGLE}|separate|further)\s+)?(?:(?P<rise>{RISE_NOUN})|(?P<fall>{FALL_NOUN}))s?\b(?!\s+(?:of|by|in\s+a\s+row|running)\b)"
    rf"(?=(?:[^.;:\d]|\s(?:{NUMBER})\s){{0,60}}?\b(?:since\s+(?P<since>{YEAR})|(?:between|from)\s+(?P<first>{YEAR})\s+(?:and|to)\s+(?P<last>{YEAR})))"
)
_LATEST = compiled(r"\b(?:last|past|latest)\b")
_IN_EVERY = compiled(
    rf"\b{_CHANGE}\s+(?:again\s+)?(?P<every>(?:in\s+)?(?:every|each)(?:\s+single)?\s+year\s+since)\b"
    rf"(?:\s+(?:the\s+)?(?:{NUMBER}\s+(?:of|in)\s+)?(?P<year>{YEAR}))?"
)
# "It has risen in every year but one", "every year except 2019/20", "it has fallen only twice"
_IN_EVERY_BUT = compiled(
    rf"\b{_CHANGE}\s+(?P<every>(?:in\s+)?(?:every|each)(?:\s+single)?\s+year,?\s+(?:but|except|bar|save|apart\s+from"
    rf"|other\s+than)\s+(?:for\s+|in\s+)?(?:(?P<but>{YEAR})|(?P<many>{NUMBER})))\b(?:\s+since\s+(?P<since>{YEAR}))?"
)
_PERIOD = compiled(
    rf",?\s+(?:between|from)\s+(?P<first>{YEAR})\s+(?:and|to|until)\s+(?P<last>{YEAR})"
)
# "It fell once between 2016/17 and 2021/22", "since 2016/17 it has fallen only twice"
_TIMES = rf"(?:once|twice|{NUMBER}\s+times)"
_SO_OFTEN = compiled(
    rf"\b{_CHANGE}\s+(?:(?:from\s+(?:one|each)\s+year\s+to\s+(?:the\s+next|another)|year[\s‐‑-](?:on|to)[\s‐‑-]year)\s+)?"
    rf"(?P<often>(?:only|just)\s+{_TIMES}\b(?!\s+(?:in|over)\s+(?:the|those|these|\d))|{_TIMES}"
    rf"(?=\s*(?:[.,;:!?)”\"]|\Z)|\s+(?:and|but)\s+(?!for\b)|\s+(?:between|from|since|in|during)\s+{YEAR}))"
)
_FROM_TO = compiled(
    rf"\b(?:(?:between|from)\s+(?P<first>{YEAR})\s+(?:and|to|until)\s+(?P<last>{YEAR})|since\s+(?P<since>{YEAR}))"
)
# "For three years running, from 2015/16 to 2017/18, it went up"
_THEN_CHANGED = compiled(
    rf",?\s+\(?(?:from|between|until|to)\s+(?:{YEAR}\s+(?:to|and|until)\s+)?{YEAR}\)?,?\s+(?:[\w’'-]+\s+){{0,5}}?(?:(?P<rise>{ROSE})|(?P<fall>{FELL}))\b"
)
_CHANGED_NOW = rf"(?:{RISE}|{FALL})\b"
_NEAR = 40
# Nor are the years that forces have figures for: "figures for two consecutive years"
_OF_RECORDS = compiled(
    r"\b(?:record|highest|lowest|most|top|worst|best|first|survey\w*|asked)\b"
    r"|\b(?:figures|data|numbers|totals|returns)\s+(?:for|in|over|covering)\s+\Z"
)
# "The fall follows three straight increases": they ended before the latest year.
_ENDED = compiled(
    r"\b(?:before\s+(?:this|the\s+latest)\s+year|after|follow\w*|end(?:s|ed|ing)?|br(?:eaks?|oke|eaking)|snap\w*|revers\w*|halt\w*|stop\w*)"
    r"\b[^.;:\d]{0,30}\Z"
)
# "It rose three years running before it fell", "three rises in a row were followed by a fall"
_THEN_TURNED = compiled(
    rf"{_THERE}(?:\s+(?:after|since|from)\s+{YEAR})?,?\s+(?:(?:before|(?:and|but)\s+then)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_CHANGED_NOW})|(?:were|was|are|is)\s+(?:followed|ended|broken)\b|ended\b|came\s+to\s+an\s+end\b)"
)
_AFTER = compiled(rf"{_THERE}\s+(?:after|since)\s+(?P<year>{YEAR})(?!\s+(?:to|until)\b)")
# "For three years running, from 2015/16 to 2017/18", "three years in a row to 2017/18"
_NAMED = compiled(
    rf"\b(?:(?:from|between)\s+(?P<first>{YEAR})\s+(?:to|and|until|through)|until|up\s+to|to)\s+(?P<last>{YEAR})"
)


def runs(binder: Binder, documents: Documents) -> Iterator[tuple[int, int, Verdict]]:
    """The places of words for more rises or falls in turn than end in the latest year, or fewer.

    What goes back beyond the years that are held has no source.
    """
    passage = binder.scene.passage
    for match, way, own in _of_the_total(binder, documents, _RUNS):
        values, last = own.values, own.facts.latest
        first, named = _named_years(match, passage)
        if named is not None:
            last = named
        elif _has_ended(match, passage):
            last = _last_of(match, passage, values, last, way)
        length, is_known = _length(values, last, way)
        said = number_of(match["nth"]) if match["nth"] else numbers_in(match["n"])[0].value
        is_as_long = first is None or said in (
            last.start - first.start,
            last.start - first.start + 1,
        )
        if after := _after(match, passage):  # "for three years in a row after 2016/17"
            long = last.start - after.start
            is_as_long = said == long if _has_ended(match, passage) else said <= long
        if (said > length and is_known) or (said < length and match["nth"]) or not is_as_long:
            yield *match.span(), "mismatch"
        elif (said > length and not match["nth"]) or (
            match["nth"] and last.start - said < own.years[0].start
        ):
            yield *match.span(), "untraced"
    yield from _beyond_a_limit(binder, documents)
    yield from _nth_of_all(binder, documents)
    yield from _in_all_but_some(binder, documents)


def _named_years(match: re.Match[str], passage: Passage) -> tuple[Year | None, Year | None]:
    """The first and the last year of a run of so many in turn, where its sentence names them."""
    named = None
    if match.groupdict().get("n"):
        named = _NAMED.search(passage.text, *passage.sentence_bounds(match.start()))
    if named is None:
        return None, None
    return year_of(named["first"]) if named["first"] else None, year_of(named["last"])


def _has_ended(match: re.Match[str], passage: Passage) -> bool:
    """Whether a run is said to have ended before the year that the sentence speaks of."""
    is_turned = _THEN_TURNED.match(passage.text, match.end())
    return bool(is_turned or _ENDED.search(passage.before(match.start())))


def _after(match: re.Match[str], passage: Passage) -> Year | None:
    """The year right behind a run of so many years that it comes after."""
    found = _AFTER.match(passage.text, match.end()) if match.groupdict().get("n") else None
    return year_of(found["year"]) if found else None


def _last_of(
    match: re.Match[str], passage: Passage, values: dict[Year, int], latest: Year, way: str
) -> Year:
    """The last of a run that is over: before a named year, on from one, or at the latest turn."""
    after = _after(match, passage)
    named = passage.labels_between(*passage.sentence_bounds(match.start()))
    named = [each for each in named if after is None or each.first != after.start]
    turned = Year(named[0].first) if len(named) == 1 else latest
    is_turn = turned != latest and {turned, turned.previous} <= {*values}  # no start of the series
    if is_turn or after is None:
        return turned.previous if is_turn else _end(values, latest, way)
    while changed(values, after.next, way):
        after = after.next
    return after


def _beyond_a_limit(binder: Binder, documents: Documents) -> Iterator[tuple[int, int, Verdict]]:
    """The places of words for more years in turn beyond a number, or fewer, than there were."""
    passage = binder.scene.passage
    for run in limits_of_runs(passage, 0, len(passage.text)):
        of = binder.bind(Candidate("count", *run.limit, run.value))
        own = None if of.categories else of.own_facts(documents)
        if own is None or outside(of, own) or (of.years and own.facts.latest not in of.years):
            continue
        length, is_known = _length_beyond(run, own)
        if (run.many > length and is_known) or (run.many < length and run.is_nth):
            yield *run.words, "mismatch"
        elif run.many > length and run.is_nth:
            yield *run.words, "untraced"


def _beyond_in_some_years(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for more or fewer of some years beyond a number than there were."""
    passage = binder.scene.passage
    for each in beyond_in_some_years(passage, 0, len(passage.text)):
        of = binder.bind(Candidate("count", *each.limit, each.value))
        own = of.own_facts(documents)
        if own and not outside(of, own) and each.is_true(own) is False:
            yield each.words


def _length_beyond(run: LimitOfRun, own: Evidence) -> tuple[int, bool]:
    """How many years up to the latest are beyond the limit, and whether one broke them off."""
    year, many = own.facts.latest, 0
    while year in own.values and run.is_passed(own.values[year]):
        year, many = year.previous, many + 1
    return many, year in own.values


def _in_all_but_some(binder: Binder, documents: Documents) -> Iterator[tuple[int, int, Verdict]]:
    """The places of words for other years without a change, or with one, than there were."""
    for match, way, own in _of_the_total(binder, documents, (_IN_EVERY_BUT,)):
        first = year_from(match["since"]) if match["since"] else own.all_years[0]
        last = own.facts.latest
        if period := _PERIOD.match(binder.scene.passage.text, match.end()):
            first, last = year_from(period["first"]), year_from(period["last"])
        years = [y for y in own.all_years if first < y <= last]
        changes = {y: changed(own.values, y, way) for y in years}
        if None in changes.values():
            continue
        of = [y for y, is_so in changes.items() if not is_so]
        many = match["many"]
        is_true = len(of) == _so_many(many) if many else of == [year_of(match["but"])]
        if not is_true:
            yield *match.span("every"), "mismatch"


def _so_often(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for more or fewer rises, or falls, in some years than there were."""
    passage = binder.scene.passage
    for match, way, own in _of_the_total(binder, documents, (_SO_OFTEN,)):
        said = _FROM_TO.search(passage.text, *passage.sentence_bounds(match.start()))
        if match["often"].casefold() == "once" and not said:
            continue  # "it fell once, but then it rose"
        named = said["first"] or said["since"] if said else ""
        first = year_from(named) if named else own.all_years[0]
        last = year_from(said["last"]) if said and said["last"] else own.facts.latest
        years = [y for y in own.all_years if first < y <= last]
        changes = [changed(own.values, y, way) for y in years]
        if changes and None not in changes and sum(map(bool, changes)) != _so_many(match["often"]):
            yield match.span("often")


def _so_many(words: str) -> int:
    """The number of "only once", "just twice", "one"."""
    word = words.casefold().removesuffix(" times").split()[-1]
    often = {"once": 1, "twice": 2}
    return often[word] if word in often else int(numbers_in(words)[0].value)


def in_some_years(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for rises or falls in more or fewer years than there were any."""
    for match, way, own in _of_the_total(
        binder, documents, (_IN_SO_MANY, _SO_MANY_FIRST, _IN_EVERY)
    ):
        values = own.values
        if "n" in match.groupdict():
            some = named_years(match, own)
            changes = [changed(values, year, way) for year in some]
            # "The five years" have four changes, and "the last five" may have as many as years.
            known = changes if match["after"] else changes[1:]
            true = {sum(map(bool, known)), sum(map(bool, changes))}
            is_each = not numbers_in(match["n"]) and not _LATEST.search(match[0])
            if is_each and False not in changes:
                continue  # "in each of the four years", of which the first has none before it
            if some and None not in known and so_many_of(match, some) not in true:
                yield match.span("n")
        elif first := _since(match, binder):
            after = [y for y in own.all_years if y > first]
            if any(changed(values, year, way) is False for year in after):
                yield match.span("every")
    for match, way, own in _of_the_total(binder, documents, (_SO_MANY_CHANGES,)):
        first = year_from(match["first"] or match["since"])
        last = year_from(match["last"]) if match["last"] else own.facts.latest
        said = numbers_in(match["n"])[0].value
        years = [y for y in own.all_years if first < y <= last]
        of = [changed(own.values, y, way) for y in years]
        if None not in of and sum(map(bool, of)) != said:
            yield match.span("n")
    yield from _beyond_in_some_years(binder, documents)
    yield from _so_often(binder, documents)


def _since(match: re.Match[str], binder: Binder) -> Year | None:
    """The year since which every one is said to have had a change: its own, or one named before."""
    if match["year"]:
        return year_of(match["year"])
    start, _ = binder.scene.passage.sentence_bounds(match.start())
    named = [m.slot.years for m in within(binder.scene.years, (start, match.start()))]
    return min(named[-1]) if named and len(named[-1]) == 1 else None


def _nth_of_all(binder: Binder, documents: Documents) -> Iterator[tuple[int, int, Verdict]]:
    """The latest change, where it has another place among its kind, or is of no such kind."""
    for match, way, own in _of_the_total(binder, documents, _OF_ALL):
        changes = [changed(own.values, year, way) for year in own.all_years[1:]]
        many = sum(map(bool, changes)) if changes and changes[-1] else 0
        place = number_of(match["nth"])
        if None not in changes and place != many:
            yield match.start("nth"), match.end(), "mismatch"


def _of_the_total(
    binder: Binder, documents: Documents, patterns: Iterable[re.Pattern[str]]
) -> Iterator[tuple[re.Match[str], str, Evidence]]:
    """Each place of these patterns, its direction, and the facts of the body it is said of."""
    passage = binder.scene.passage
    for match in (m for pattern in patterns for m in pattern.finditer(passage.text)):
        way = _way(match, passage)
        if not way or _OF_RECORDS.search(passage.before(match.start(), _NEAR)):
            continue
        found = match.groupdict()
        place = next(name for name in ("nth", "n", "every", "often") if found.get(name))
        of = binder.bind(Candidate("vivid", *match.span(place)))
        start, _ = passage.sentence_bounds(match.start())
        words = passage.text[start : match.start()]
        is_of_things = place == "often" and not OF_DATA.search(words)
        if of.subject or of.categories or is_of_things:
            continue  # "calls rose for the third year running"
        own = of.own_facts(documents)
        is_dated = place in ("every", "often") or any(
            map(found.get, ("after", "to", "first", "since"))
        )
        if patterns is _RUNS:
            is_dated = bool(_named_years(match, passage)[1]) or _has_ended(match, passage)
            is_dated |= _after(match, passage) is not None
        if own is None or (of.years and not is_dated and own.facts.latest not in of.years):
            continue
        yield match, way, own


def _way(match: re.Match[str], passage: Passage) -> str:
    groups = match.groupdict()
    way = next((way for way in ("rise", "fall") if groups.get(way)), "")
    way = way or passage.direction(*match.span())
    behind = None if way else _THEN_CHANGED.match(passage.text, match.end())
    return str(behind.lastgroup) if behind else way


def _end(values: dict[Year, int], latest: Year, way: str) -> Year:
    """The last year before the latest in which the number changed in this direction."""
    year = latest.previous
    while changed(values, year, way) is False:
        year = year.previous
    return year


def _length(values: dict[Year, int], last: Year, way: str) -> tuple[int, bool]:
    """How many changes in one direction end in the last year, and whether one broke them off."""
    many = 0
    while is_so := changed(values, last, way):
        many, last = many + 1, last.previous
    return many, is_so is not None


def changed(values: dict[Year, int], to: Year, way: str) -> bool | None:
    """Whether the number rose or fell, as asked, to a year; None where it is not known."""
    if not (to in values and to.previous in values):
        return None
    gap = values[to] - values[to.previous]
    return {"rise": gap > 0, "fall": gap < 0}[way]
