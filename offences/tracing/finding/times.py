"""Readers of time: rates, intervals, spans, how much of a year, years by themselves."""

import re
from fractions import Fraction

from offences.tracing.finding.between_years import between_two_years
from offences.tracing.finding.candidates import Candidate, Kind
from offences.tracing.finding.clauses import Passage, is_bare_year
from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import FALL, MONTH, OFFENCE, RISE, WORD, any_of, compiled

_NOT_BETWEEN = any_of("and", "or", "but", "that", "which", "who", "in", "on", "when", "while", "to")
_LABEL = r"(?:19|20)\d\d[/–-]\d\d"
_OF_YEAR = (
    rf"(?:\s+(?:of|in|during|throughout)\s+(?:{_LABEL}|last\s+year"
    rf"|the\s+(?:latest\s+|last\s+|previous\s+|financial\s+)*year(?:\s+before)?(?:\s+(?:to|ending|ended)\s+(?:in\s+)?{MONTH}(?:\s+20\d\d)?)?)"
    r"|\s+last\s+year)?"
)
_NO_RATE = any_of(
    r"[-‐‑]",
    r"\s+(?:centre|school|later|earlier|after|before|ago|out|off)\b",
    rf"\s+of\b(?!\s+(?:the|every|each|last)\s+(?:week|month|year)|\s+{_LABEL}|\s+(?:sexual|online|grooming"
    r"|child|this)\b)",
)
_ON_AVERAGE = r"(?:on|in)\s+(?:an\s+(?:average|ordinary)|a\s+(?:typical|normal))\s+"
_RATE = compiled(
    rf"(?:\s+(?:(?:more|new|sexual|online|such|grooming)\s+){{0,3}}(?:{OFFENCE}\s+)?c[ao]m(?:e|es|ing)\s+in)?"
    rf"\s+(?:(?!{_NOT_BETWEEN}\b){WORD}\s+){{0,11}}?(?:{_ON_AVERAGE}"
    rf"|(?:a|an|per|each|every|any)\s+(?:single\s+|average\s+)?)(?P<unit>day|week|month|hour)\b(?!{_NO_RATE})"
    rf"|\s+(?:{WORD}\s+){{0,2}}?{OFFENCE}\s+(?:{WORD}\s+){{1,8}}?(?:(?:each|every"
    rf"|per)\s+(?:single\s+)?|{_ON_AVERAGE})(?P<each>day|week|month)\b"
    rf"|\s+{OFFENCE}\s+of\s+(?:{WORD}\s+){{1,3}}?and\s+{WORD}\s+(?:a|per|each"
    rf"|every)\s+(?P<of_two>day|week|month)\b(?!{_NO_RATE})"
    rf"|\s+(?:(?!{_NOT_BETWEEN}\b){WORD}\s+){{1,4}}?(?P<at_end>daily|weekly|monthly)\b"
    r"(?=\s*[.,;:!?)”’]|\s*$|\s+on\s+average)"
    r"|\s+(?P<daily>daily|weekly|monthly)\b"
    rf"|(?:\s+(?!{_NOT_BETWEEN}\b){WORD}){{0,4}}?,?\s+(?P<again>day|week|month)\s+in,?\s+(?:and\s+)?"
    r"(?P=again)\s+out\b"
)
# "Eight online sexual offences against children are being recorded by police in Tarn every week"
_NO_OTHER = any_of("and", "or", "but", "that", "which", "who", "when", "while", "last", "this")
_RECORDED_EVERY = compiled(
    rf"\s+(?:(?!{_NOT_BETWEEN}\b){WORD}\s+){{0,3}}?{OFFENCE}\s+(?:against\s+{WORD}\s+)?(?:(?:are|were|is|was)\s+"
    r"(?:(?:now|being)\s+)*(?:recorded|logged|reported|counted|registered|handled|dealt\s+with|flagged|referred|committed)"
    r"|c[ao]mes?\s+(?:in|to|across|before|through)|reach(?:es|ed)?|happen(?:s|ed)?|occur(?:s|red)?|t(?:ake|akes|ook)\s+place|land(?:s|ed)?"
    rf"|arriv(?:es?|ed))(?:\s+(?!{_NO_OTHER}\b){WORD}){{0,9}}?"
    rf"\s+(?:(?:in\s+)?(?:each|every)\s+(?:single\s+)?|{_ON_AVERAGE})(?P<each>day|week|month)\b"
)
_FAR = 150
_BETWEEN, _AND = compiled(r"\bbetween\s+$"), compiled(r"\s+and\s+")
_COMES_TO = (
    rf"(?:is|was|were|stands?\s+at|stood\s+at|came\s+to|comes\s+to|(?:{RISE}|{FALL})(?:\s+again)?\s+to"
    r"|work(?:s|ed)\s+out\s+(?:at|as)|reached)(?:\s+(?:now|still|currently|only|just|(?:up|down)\s+to))*"
)
# Nor an average of a part or of something else: "the average age … each month was 12"
_OF_ELSE = any_of(
    *("ages?", "aged", "costs?", "lengths?", "sentences?", "hours?", "days?", "times?", "wait\\w*"),
    *("girls?", "boys?", "officers?", "staff", "calls?", "visits?", "pupils?", RISE, FALL),
    *("arrests?", "referrals?", "interviews?", "convictions?", "charges", "complaints?"),
)
_AROUND = (
    rf"(?:(?!\b{_OF_ELSE}\b)[^.;:\d]|{_LABEL}"
    rf"|year\s+(?:to|ending|ended)\s+(?:in\s+)?{MONTH}\s+20\d\d){{0,60}}?"
)
# The mean of a place or of offences: no "mean for referrals"
_NO_OFFENCES = rf"(?!(?:{WORD}\s+){{0,3}}?{OFFENCE})(?-i:[a-z])"
# "The caseload averaged", "Tarn averaged"; no arrests, interviews or hits on a page
_COUNTED = r"(?:caseload|workload|figures?|numbers?|totals?|tally|(?-i:[A-Z])[\w’]+(?:\s+police)?)"
_AVERAGE_OF = compiled(
    r"\b(daily|weekly|monthly)\s+(?:average|rate|figure)\s+(?:(?:of|is|was|to)\s+)?$"
    rf"|\b(daily|weekly|monthly)\s+(?:average|rate|figure|number|total|mean(?!\s+(?:of|for)\s+{_NO_OFFENCES}))\b{_AROUND}\b{_COMES_TO}\s+$"
    # "The average number of offences a day was 37", "Daily average, Tarn, 2018/19: 37"
    rf"|\baverage\s+(?:(?:number|figure|total|count)\s+of\s+(?:(?!{_OF_ELSE}\b){WORD}\s+){{0,3}}?{OFFENCE}"
    rf"\s+(?:(?!{NUMBER}|{_OF_ELSE}\b){WORD}\s+){{0,7}}?|(?:number|figure|total|count)\s+)?(?:a|per|each)\s+(day|week|month)\b{_AROUND}\b{_COMES_TO}\s+$"
    # "Month by month, its 2018/19 caseload averaged out at 17.8", "averaged 17.8 each month"
    rf"|\b(day|week|month)\s+(?:by|after|on)\s+(?:day|week|month)\b{_AROUND}\b(?:{OFFENCE}|{_COUNTED})\s+(?:{_COUNTED}\s+)?"
    r"averag(?:ed|es|ing)\s+(?:out\s+)?(?:(?:at|to)\s+)?$"
    rf"|\b(daily|weekly|monthly)\s+average\b(?![^:]*\b(?:on|via|with|involving|of\s+(?-i:[A-Z]))){_AROUND}:\s+$"
)
_IT_IS = compiled(r"\W*(?:it|that|this)\s+(?:is|was)\s+")
_AVERAGE_DAY = compiled(
    rf"\b(?:average|ordinary|typical|normal)\s+(?P<unit>day|week|month)\b{_OF_YEAR}[^.,;:\d]{{0,50}}(?:,[^.,;:\d]{{0,40}})?$"
)
# "An average week now brings nearly 17"
_WEEK_BRINGS = compiled(
    rf"\b(?:average|ordinary|typical|normal)\s+(?P<unit>day|week|month)\b{_OF_YEAR}(?:,?\s+(?:now|in\s+[\w’'-]+))?,?\s+"
    rf"(?:brings|brought|sees|saw|has|had|means)\s+(?:(?!{NUMBER})\w+\s+){{0,2}}$"
)
_DURATION = compiled(r"\s+(?:hours?|days?|nights?|times)\b")
# "Children are targeted eight times a day"
_HARMED = compiled(
    r"\b(?:child(?:ren)?|kids|youngsters|young\s+people|girls|boys|police|officers|forces|offences?|crimes?|abuse)\s+"
    r"(?:[^\W\d][\w’'-]*\s+){0,4}?"
    r"(?:abused|groomed|targeted|harmed|(?:c[ao]me|coming)\s+to\s+harm|exploited|preyed\s+(?:up)?on|recorded|logged|reported|committed|happen(?:s|ed)?)\s+"
    r"(?:[^\W\d][\w’'-]*\s+){0,5}$"
)
_TIMES_A = compiled(r"\s+times\s+(?:a|per|each|every)\s+(?:single\s+)?(?P<unit>day|week|month)\b")
# "Every week, police record more than 12 offences".
_EVERY_FIRST = compiled(
    rf"^\W*(?:in\s+|on\s+|per\s+(?=\w+,))?(?:(?:every|each)\s+(?:single\s+)?|(?<=per\s))(?P<unit>day|week|month)\b{_OF_YEAR}"
    r"(?:(?:\s+(?:saw|brought|brings|sees))?,?\s+on\s+average)?,?"
    rf"(?:\s+(?:that|it|this)(?:[’']s|\s+(?:is|was|means)))?"
    rf"(?:\s+(?!{_NOT_BETWEEN}\b){WORD}|\s+(?:and|in)(?=\s+(?:the\s+(?=UK\b|United\s+Kingdom\b))?(?-i:[A-Z])))*\s+$"
)
# "Broken down by the week, that's 2.6", "Per week: 17"
_BROKEN_DOWN = compiled(
    r"^\W*(?:(?:(?:broken|split|taken|divided|worked\s+out|averaged)\s+(?:\w+\s+)?)?(?:by|over)\s+the\s+|per\s+|(?:week|month)\s+by\s+(?=week|month))"
    r"(?P<unit>day|week|month),?\s+(?:that|it|this|they)(?:[’']s|\s+(?:is|was|means|makes|equals|comes?\s+to|works?\s+out\s+(?:at|as)))\s+$"
    r"|(?:^|\n)\W*(?:(?:online\s+|recorded\s+)?(?:offences|crimes)\s+)?per\s+(?P<row>day|week|month)(?:,?\s+on\s+average)?:\s+$"
)
# "17" above its label "the weekly average"
_LABEL_BELOW = compiled(
    rf"\s*\n\W*(?:(?:the|a|our)\s+)?(?:(?P<daily>daily|weekly|monthly)\s+(?:average|rate|figure|number|total)(?!\s+(?:for|of)\s+{_OF_ELSE})"
    r"|(?:the\s+)?(?:average|number|offences|crimes|cases)(?:\s+of\s+(?:offences|crimes|cases))?\s+(?:a|per|each|every)\s+(?P<unit>day|week|month))"
    r"(?=\s*(?:[.,;:\n]|$)|\s+(?:in|of)\s)"
)
# "How many is that in a week? On average, more than five."
_ASKED_BY_TIME = compiled(
    r"\bhow\s+many\s+(?:offences\s+|crimes\s+|cases\s+)?(?:is|was|are|were|does|would)\s+(?:that|this|it|they|there)\s+(?:(?:come\s+to|make|mean|work\s+out\s+(?:at|as))\s+)?"
    r"(?:in\s+)?(?:a|an|per|each|every|the\s+average)\s+(?:average\s+|single\s+)?(?P<unit>day|week|month)\?[”\"’']*\s+(?:\w+:\s+)?(?:on\s+average,?\s+|about\s+|roughly\s+|around\s+)*\Z"
)
_LINE_BEGINS = compiled(r"(?:\A|\n)\W*\Z")
_STANDS_ALONE = compiled(r"\s*(?:[.,;:!?)]|\n|$)|\s+(?:offences|crimes|cases)\s*[.,;!?]")
_THEN_OFFENCES = compiled(rf"\s+(?:more\s+)?(?:are|were)\s+\w+|\s+(?:{WORD}\s+){{0,3}}?{OFFENCE}\b")
_UNITS = {"daily": "day", "weekly": "week", "monthly": "month"}


def rate(here: Context) -> Candidate | None:
    """So many a day, week or month."""
    if here.follows(_DURATION):
        return None
    high = here.joined(_AND) if here.precedes(_BETWEEN) else None
    if high and high.value == here.number.value + 1:  # "between six and seven a day"
        every = _RATE.match(here.passage.after(high.end))
        if every:
            return here.found("rate", high.end, word=_unit_of(every), modifier="over")
        if average := _AVERAGE_OF.search(_BETWEEN.sub("", here.before)):
            word = next(filter(None, average.groups())).casefold()
            return here.found("rate", high.end, word=_UNITS.get(word, word), modifier="over")
    far = _RECORDED_EVERY.match(here.passage.after(here.number.end, _FAR))
    if far:
        return here.found("rate", word=far["each"].casefold())
    match = here.follows(_RATE)
    if match and not here.has_number_within(match.end()):
        word = _unit_of(match)
        if word == "hour" and here.number.value == 1:
            return here.found("interval", value=Fraction(60))
        return here.found("rate", word=word)
    lead = here.before
    start, _ = here.passage.sentence_bounds(here.number.start)
    if start and _IT_IS.fullmatch(lead):  # "She wanted a weekly number. It is 24."
        lead = f"{here.passage.before(start - 1)} {lead.strip()} "
    if average := _AVERAGE_OF.search(lead):
        word = next(filter(None, average.groups())).casefold()
        return here.found("rate", word=_UNITS.get(word, word))
    broken = here.precedes(_BROKEN_DOWN) if here.follows(_STANDS_ALONE) else None
    if broken:
        return here.found("rate", word=(broken["unit"] or broken["row"]).casefold())
    at = here.number.start - len(here.all_before) + len(here.before)
    asked = _ASKED_BY_TIME.search(here.passage.text, max(0, at - _FAR), at)
    if asked and here.follows(_STANDS_ALONE):
        return here.found("rate", word=asked["unit"].casefold())
    below = here.follows(_LABEL_BELOW) if here.precedes(_LINE_BEGINS) else None
    if below:
        word = (below["daily"] or below["unit"]).casefold()
        return here.found("rate", word=_UNITS.get(word, word))
    first = here.precedes(_EVERY_FIRST) or here.precedes(_AVERAGE_DAY)
    brings = here.precedes(_WEEK_BRINGS) if here.follows(_STANDS_ALONE) else None
    first = first if first and here.follows(_THEN_OFFENCES) else brings
    if first:
        return here.found("rate", word=first["unit"].casefold())
    return None


def _unit_of(match: re.Match[str]) -> str:
    """The time that a rate is given for, in one word: "week" of "weekly", or "every week"."""
    if each := match["daily"] or match["at_end"]:
        return _UNITS[each.casefold()]
    return (match["unit"] or match["again"] or match["each"] or match["of_two"]).casefold()


def times_a_day(here: Context) -> Candidate | None:
    """So many "times a day"; a group that meets "three times a week" is no rate of ours."""
    is_other = here.number.is_small_word and not here.precedes(_HARMED)
    match = None if is_other else here.follows(_TIMES_A)
    return here.found("rate", word=match["unit"].casefold()) if match else None


_EVERY = compiled(r"\b(?:every|each)\s+$")
_MINUTES = compiled(r"\s+(minute|hour|second)s?\b")
_PER_UNIT = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}


def interval(here: Context) -> Candidate | None:
    """One "every 13 minutes", in minutes."""
    match = here.follows(_MINUTES)
    if not match or not here.precedes(_EVERY):
        return None
    minutes = here.number.value * _PER_UNIT[match[1].casefold()]
    return here.found("interval", here.number.end + match.end(), value=minutes)


_ONE_EVERY = compiled(
    rf"(?:\s+{WORD}){{0,8}}?\s+every\s+(?:(?P<number>{NUMBER})\s+)?"
    r"(?:(?P<unit>second|minute|hour)s?|half(?:\s+an|-an)?[\s‐‑-]hour)\b"
)


def one_every(here: Context) -> Candidate | None:
    """An interval of time, as one figure: "One offence every 13 minutes"."""
    match = here.follows(_ONE_EVERY) if here.number.value == 1 else None
    if not match:
        return None
    value = numbers_in(match["number"])[0].value if match["number"] else Fraction(1)
    minutes = value * (_PER_UNIT[match["unit"].casefold()] if match["unit"] else 30)
    return here.found("interval", here.number.end + match.end(), value=minutes)


SPAN_BEFORE = compiled(
    r"\b(?:in|over|during|within)\s+(?:just\s+|only\s+|a\s+(?:space|period|span|stretch)\s+of\s+"
    r"|the\s+(?:space|course)\s+of\s+)?$|\bover\s+the\s+$|\b(?:last|past)\s+$"
)
_BOTH_OF_THE = compiled(r"\bboth\s+of\s+(?:the|these|those)\s+(?:last|past|latest)\s+$")
_THE_YEARS = compiled(r"\bin\s+(?:just\s+)?the\s+$")
# "It took three years for offences to double"
_TOOK, _YEARS_TO_CHANGE = (
    compiled(r"\bt(?:ook|akes?|aken)\s+(?:just\s+|only\s+)?$"),
    compiled(
        rf"\s+years\s+(?:for|to)\b(?=[^.;:]*\b(?:{RISE}|{FALL}|doubl\w+|trebl\w+|tripl\w+|halv\w+|(?:go|get|move|come)\s+from)\b)"
    ),
)
_YEARS_TO = compiled(r"\s+years\s+(?:to|since|between|up\s+to)\b")
YEARS = compiled(r"\s+years\b(?![’']?\s+(?:ago|old|time|in\s+prison|of\s+age)|[’'])")
_YEAR_HIGH = compiled(
    r"[\s‐‑-]years?[\s‐‑-](?:(?:record[\s‐‑-])?(?:highs?|peaks?)|(?P<low>lows?))\b"
)


def year_high(here: Context) -> Candidate | None:
    """The highest or lowest of so many years: "A 20-year high"."""
    match = here.follows(_YEAR_HIGH)
    if not match or not here.number.is_whole:
        return None
    word = "lowest" if match["low"] else "highest"
    years = int(here.number.value)
    return here.found("record", here.number.end + match.end(), word=word, year_count=years)


_YEARS_AGO = compiled(r"\s+years\s+(?:ago|earlier|before|previously)\b")
_THAN_BEFORE = compiled(
    r"\b(?:than|on|from|as|compared\s+(?:with|to)|that\s+of|figure)\s+(?:just\s+|only\s+)?$"
)


def years_ago(here: Context) -> Candidate | None:
    """How many years a comparison goes back: "Higher than five years ago"."""
    match = here.follows(_YEARS_AGO)
    if match and _THAN_BEFORE.search(here.all_before):
        return here.found("span", here.number.end + match.end())
    return None


_PER_HEAD = compiled(
    rf"\s+(?:{WORD}\s+){{0,4}}?(?:per|for\s+every|in\s+every|out\s+of\s+every)\s+(?:(?:{NUMBER}"
    rf"|head|capita|thousand|million)\b(?!\s+(?:days?|weeks?|months?|years?|hours?|minutes?)))"
)


def per_head(here: Context) -> Candidate | None:
    """A rate by population, which is no fact of ours: "315 per 100,000 people"."""
    match = here.follows(_PER_HEAD)
    return here.found("per_head", here.number.end + match.end()) if match else None


def span(here: Context) -> Candidate | None:
    """How many years a change took: "in three years", "over the last four years"."""
    if word := between_two_years(here):
        return here.found("span", word=word)
    if here.number.value == 2 and _BOTH_OF_THE.search(here.all_before):
        return here.found("exempt")  # "for both of the last two years", which took one
    is_span = here.follows(YEARS) and SPAN_BEFORE.search(here.all_before)
    is_span = is_span or (here.follows(_YEARS_TO_CHANGE) and _TOOK.search(here.all_before))
    if is_span or (here.follows(_YEARS_TO) and _THE_YEARS.search(here.all_before)):
        return here.found("span")
    return None


_MONTHS_OF = compiled(r"\s+months?\s+of\s+(?:19|20)\d\d[/–-]\d\d")


def months_of_year(here: Context) -> Candidate | None:
    """How much of a year a figure covers: "6 months of 2018/19"."""
    return here.found("months") if here.follows(_MONTHS_OF) else None


_SINCE = compiled(r"\b(?:since|from)\s+(?:the\s+year\s+)?$")
# "2043 online child offences" is a count; "Ofcom's 2022 report", "in 2018 more children" are not.
_OFFENCES = any_of(
    *("offences", "crimes", "cases", "reports", "incidents", "victims"),
    *("children", "girls", "boys"),
)
_NO_ADJECTIVE = any_of(
    *("the", "an?", "and", "or", "of", "to", "in", "on", "by", "for", "as", "police", "forces?"),
    *("there", "was", "were", "is", "are", "had", "has", "have", "more", "fewer", "some", "many"),
    *("recorded", "saw", "when", "after", "before", "rose", "fell"),
)
_NOUN = compiled(rf"\s+(?:(?!{_NO_ADJECTIVE}\b)[\w‐‑-]+\s+){{0,4}}?{_OFFENCES}\b")
_THEN_NOUN = compiled(rf"\s+{_OFFENCES}\b")
_WHEN = compiled(
    r"\b(?:in|during|since|by|for|from|until|till|before|after|throughout|early|late|mid)\s+$"
)


# "In force since 2013", "the offence has been recorded in Northern Ireland since 2013".
_OF_THE_LAW = compiled(
    r"\b(?:who|I|s?he)(?:\s+(?:has|have|had)|[’'](?:s|ve))\b[^.;]{0,60}$"
    r"|\b(?:in\s+force|in\s+law|came\s+into|introduced|illegal|a\s+crime|criminal\s+offence"
    r"|established|founded|running|"
    r"(?:the|this|an?|that)\s+(?:\w+\s+)?(?:offence|law|act|legislation|crime|power|duty"
    r"|requirement|flag)\s+(?:has|have|was|came|is)\b)[^.;]{0,60}$"
)


_DIGITS = re.compile(r"\d[\d,/–-]*")
_OF_FIGURES = compiled(
    rf"\b(?:{OFFENCE}|{RISE}|{FALL}|records?|figures?|numbers?|totals?|data|counts?|highest"
    rf"|lowest|doubl\w*"
    r"|tripl\w*|trebl\w*|halv\w*|quadrupl\w*|it|abuse|grooming|trend|change\w*)\b"
)


_SINCE_A_YEAR = compiled(r"(?:^|[,;:()–—]\s*)(?P<clause>[^,;:()–—]*)\bsince\s+\Z")
_REST = compiled(r"\d+[^.,;:()–—]*")
_ASKED = compiled(r"\b(?:ask|survey|request|collect|publish|monitor|track|start|began|begun)\w*\b")


def is_of_an_activity(passage: Passage, at: int) -> bool:
    """Whether something else is done since that year: "it has worked with us since 2016".

    Its clause has four words at least, no other number and no word of the figures.
    """
    before = _SINCE_A_YEAR.search(passage.before(at))
    rest = _REST.match(passage.text, at)
    if not before or not rest:
        return False
    if len(before["clause"].split()) < 4:
        return False
    clause = before["clause"] + rest[0][4:]
    return not (_DIGITS.search(clause) or _OF_FIGURES.search(clause) or _ASKED.search(clause))


def bare_year(here: Context) -> Candidate | None:
    """A year by itself: judged after "since" and "from", else no figure.

    Not where a noun follows: "2043 offences" is a count.
    """
    if here.number.in_words or not is_bare_year(here.passage.text, here.number.start):
        return None
    # "Used in 2043 cases", but "in 2018 online offences rose".
    if here.follows(_THEN_NOUN if here.precedes(_WHEN) else _NOUN):
        return None
    if _OF_THE_LAW.search(here.before):
        return here.found("exempt")
    sentence = here.passage.sentence(here.number.start)
    is_alone = len(_DIGITS.findall(sentence)) == 1 and len(sentence.split()) > 3
    if is_alone and not _OF_FIGURES.search(sentence):
        return here.found("exempt")  # "Parliament has been talking since 2017."
    if match := here.precedes(_SINCE):
        kind: Kind = "since" if match[0].casefold().startswith("since") else "from_year"
        return here.found(kind, year=int(here.number.value))
    return here.found("exempt")
