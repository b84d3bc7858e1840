"""Words for numbers that are no counts of crimes: rates, days, targets, populations."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered, remembered_years
from offences.returns.labels.label_words import clean_label, is_note
from offences.returns.labels.years import parse_year

_NO_COUNT = re.compile(
    r"%|\+/-|\b(?:per ?cent(?:age)?s?|percentages?|proportions?|rates?\b(?! ?payer)|changes?"
    r"|diff(?:erence)?s?|variances?|variation|share|averages?|mean|median|increases?|decreases?"
    r"|per (?:1,?000|10,?000|100,?000|head|capita|day|month|1k|10k|100k)|ratio|yoy|growth|pct"
    r"|rank(?:ing)?|trend|populations?|inhabitants|census)\b",
    re.IGNORECASE,
)


@remembered
def is_no_count(text: str) -> bool:
    """A heading of percentages, rates or changes."""
    return bool(_NO_COUNT.search(plain_text(text)))


_SHARE = re.compile(r"(?<!\d)(?<!\d )%")  # of what is counted; “7%” is a number in a sentence
_NUMBER = r"(?:numbers?|counts?|volumes?|no\.)"
_AND = r"\W*(?:\band\b|[&/+]|\bwith\b)\W*(?:(?:the|as|an?)\W+)*"
_BESIDE_NUMBERS = re.compile(
    rf"\b{_NUMBER}(?: [\w’'-]+){{0,4}}?{_AND}%|%{_AND}{_NUMBER}(?!\w)", re.IGNORECASE
)


@remembered
def names_share(text: str) -> bool:
    """Whether a title says that its numbers are shares: “Offences, %”, not “Number and %”."""
    phrase = plain_text(text)
    return bool(_SHARE.search(phrase)) and not _BESIDE_NUMBERS.search(phrase)


_PEOPLE = re.compile(
    r"\b(?:children|people|persons|residents|households|pupils|young people|under[ -]\d{1,2}s?)\b.*"
    r"\b(?:in|of|within|living in|resident in) (?:the |our |this )?(?:\w+ ){0,2}(?:area|county"
    r"|district|region|borough|city|schools?)",
    re.IGNORECASE,
)
_OF_CRIME = re.compile(
    r"\b(?:victims?|offen[cs]es?|crimes?|offending|incidents?|recorded|abuse\w*|report\w*)\b", re.I
)


@remembered
def may_be_population(text: str) -> bool:
    """Whether a label may count all who live in an area: “Children aged 0-17 in the force area”."""
    phrase = clean_label(plain_text(text))
    return bool(_PEOPLE.search(phrase)) and not _OF_CRIME.search(phrase)


_SPANS = (
    r"(?:days|hours|minutes|weeks)(?: (?:taken|lost|spent|elapsed|open|between|from|to|until|since"
    r"|per|on)\b.*)?|(?:time|duration)(?: (?:taken|elapsed|spent|between|from|to|until)\b.*)?"
)
_SENTENCES = r"(?:max(?:imum)?\.?|average|custodial) sentences?(?: .*)?|sentence(?: length)?s? \(.*"
_ONE_PERSON = r"(?:victim|child|person|girl|boy|complainant|suspect|offender|perpetrator|defendant)"
_ONE_CASE = (
    rf"(?:an?|any|one|each|(?:an?|any|the) (?:one|single)) (?:{_ONE_PERSON}|case|month|week|day"
    r"|quarter|hour|crime|incident|offen[cs]e|investigation|operation|report)"
)
_EXTREME = (
    r"(?:most|fewest|highest|lowest|largest|biggest|smallest|greatest|max(?:imum)?|min(?:imum)?)"
)
_THINGS = (  # not “Most serious offence for each victim”, or “Most indecent images of a child”
    r"(?:(?:recorded|known|linked|single) )*(?:numbers?|no\.?|counts?|totals?|group|crimes"
    r"|offen[cs]es|victims|children|suspects|offenders|images|reports|incidents|cases|messages"
    r"|devices)"
)
_MEASURES = (  # one number of a year that no crimes add up to: “Youngest victim”
    r"(?:the )?(?:youngest|oldest|eldest|lowest|highest|earliest|min(?:imum)?\.?|max(?:imum)?\.?"
    r"|modal|mode|typical|usual|most (?:common|frequent)|commonest)"
    rf" (?:(?:recorded|known|{_ONE_PERSON}['’]?s?['’]?) )*age(?: (?:of|at|in|for)\b.*| ?\(.*)?"
    r"|(?:the )?(?:ages? of (?:the )?)?(?:youngest|oldest|eldest)"
    rf"(?: (?:known|recorded|female|male|child|alleged))*(?: {_ONE_PERSON})?(?:['’]s age)?"
    r"(?: ?[(,:–-]? ?(?:age\b(?! ?(?:group|band|range|categor))|in years|years).*)?"
    r"|(?:longest|shortest)\b(?! standing).*"
    rf"|(?:typical|usual|{_EXTREME}) (?:(?:number|no\.?) of )?(?:{_SPANS})"
    r"|(?:highest|lowest|busiest|quietest) (?:month|week|day|quarter|hour)\b.*"
    rf"|(?:the )?{_EXTREME} {_THINGS}\b.* (?:in|per|for|by|from|on|of(?= (?:one|a single)\b))"
    rf" {_ONE_CASE}\b.*"
    rf"|{_EXTREME} (?:in|per) {_ONE_CASE}"
    r"|(?:months|years|weeks|days) (?:in|of) (?:custody|prison|jail|imprisonment|detention)"
    r"|(?:search|response|waiting|processing|handling) times?(?: .*)?"
)
_OF_WORK = r"(?:visited|contacted|trained|briefed|reached|engaged|spoken to)"
_HOW_MANY = r"(?:(?:the|total|number of|no\.? of|count of|all|different|distinct) )*"
_NUMBER_OF = r"(?:(?:the|total|overall) )*(?:number|no\.?|count) of (?:(?:the|all) )*"
_KINDS = (  # named alone, they are headings of labels, or labels: “All crime types”, “Apps used”
    r"(?:(?:different|distinct|unique|separate) )*(?:crime|offen[cs]e) (?:types|categories|codes)"
    r"(?: (?:used|named|searched|included))?|(?:different|distinct|unique|separate)"
    r" (?:platforms|apps|sites|websites)"
)
_MAYBE_WORK = (  # where an offence was, or what came of it, if nothing says that they are counted
    rf"(?:schools?|homes?|agency|force) visits|hits|(?:parents|families) {_OF_WORK}"
    r"|(?:schools?|homes?|parents|families|forces|agencies|officers|staff)"
    r" (?:visits|informed|involved|contacted)"
    r"|(?:platforms|apps|sites|websites) (?:used|named|searched|mentioned|blocked|listed)"
)
_WORK = (  # of the force, and how many kinds there are: “Schools visited”, “Number of crime types”
    rf"{_HOW_MANY}(?:detectives|investigators|vacancies|vacant posts|training (?:sessions"
    rf"|courses|events|days)|(?:schools|homes|forces|agencies|officers|staff) {_OF_WORK}"
    rf"|(?:keyword|search|system|word) (?:hits|searches|results)"
    r"|(?:records|logs|entries) (?:searched|reviewed|read|examined|checked)"
    rf"(?: (?:by hand|manually))?)|{_NUMBER_OF}(?:{_KINDS}|{_MAYBE_WORK})"
)
_MOVED = r"(?:up|down|rises?|falls?|growth|[+-] ?/ ?[+-]|gap)"
_AGAINST = r"(?:on|vs?\.?|versus|against|compared (?:with|to))"
# “In last year” and “from previous years” are counts of that time, unless a change is named.
_BESIDE = rf"(?:{_AGAINST}|from|since|over|in)"
_BEFORE = (
    r"(?:last|previous|prior|preceding) (?:financial |calendar )?(?:year|quarter|month|period)s?"
)
_OTHER_THINGS = (  # as a whole heading or label
    r"(?:(?:average|mean|median|total|officer|working|calendar|number of|no\.? of)[ -])*"
    rf"(?:{_SPANS})"
    rf"|{_SENTENCES}|{_MEASURES}|{_WORK}"
    r"|(?:(?:crime|harm|severity|gravity|risk|weighted)[ -])*(?:index(?! offen).*|scores?"
    r"|weight(?:ing)?s?)|(?:total |unit )?(?:costs?|budget|spend|expenditure)(?: .*)?|.*\(£"
    r"|(?:annual |year end |(?:police )?force |local |national |our )?(?:targets?|comparators?"
    r"|benchmarks?|forecasts?|projections?)(?: .*)?|projected|predicted"
    r"|(?:number of )?(?:police )?(?:officers|staff|headcount|workforce)(?: .*)?|fte"
    r"|(?:quartile|decile|percentile)s?|(?:lower|upper)(?: 95%)? (?:ci|confidence .*|limit|bound)"
    r"|(?:std\.?|standard) (?:dev(?:iation)?|error)|margin of error|base(?: size)?|sample size"
    r"|min(?:imum)?|max(?:imum)?|variance"
    r"|(?:year|yr) of birth|birth year|yob|(?:ho|home office|foi|crime|offence) (?:codes?|refs?"
    r"|reference)|(?:\w+[ -]){0,3}(?:avg|average|mean|median)s?\.?|av\.?|avg\b.*"
    r"|(?:.* )?populations?(?: .*)?|up ?/ ?down|\+ ?/ ?-.*"
    r"|as (?:a )?(?:%|per ?cent|proportion|share).*"
    r"|per (?:day|week|month).*|.*\bper (?:1,?000|10,?000|100,?000|head|capita)\b.*|row counts?"
    r"|(?:(?:sub-?)?totals? )?(?:(?:carried|brought) (?:forward|over|down)|[bc]/fw?d?)"
    # “Brought forward from 2017/18”, of which the year may be cut: is it a count, and of when?
    r"(?: (?!.*(?:19|20)\d\d)(?!(?:.* )?(?:from|to|into|in|of)$).*)?"
    r"|check(?:sum)?s?|rank(?:ing)?|y[ -]?o[ -]?y(?: .*)?|year[ -](?:on|over)[ -]year(?: .*)?"
    rf"|(?:{_MOVED}(?: (?:or|/) down)?(?: (?:by|of))? {_BESIDE}|{_AGAINST}) (?:the )?{_BEFORE}"
    r"(?: by)?"
    rf"|(?:net )?movements?(?: {_BESIDE} .*)?"
    r"|(?:tel|fax|ext)\.?(?: (?:no\.?|number))?|(?:telephone|extension|page|version)"
    r" (?:no\.?|number)|(?:number|no\.?) of requests|(?:extract(?:ion)?|download|query|print) date"
    r"|date of (?:the )?(?:extract(?:ion)?|download|query|print(?:ing)?)"
    r"|(?:devices?|computers?|phones?|images?) (?:seized|recovered|examined|found|viewed)"
)
_NAME_OF_NO_COUNT = (
    r"(?:%|(?:per ?cent(?:age)?|proportion|rate|change|difference|average|mean|median|ratio"
    rf"|increase|decrease)s?(?!\w)).*|{_OTHER_THINGS}"
)
_PLAINLY_NO_COUNT = re.compile(
    rf"{_NAME_OF_NO_COUNT}|.*(?:%|\bper ?cent|\bpercentage|\bchange|\brate|\bproportion)",
    re.IGNORECASE,
)


_QUESTION = re.compile(  # “Q5. ” before “Number of staff”, “(b) ”
    r"\W*(?:q(?:uestion|n)?\.? ?\d{1,2}[a-z]?\b|\d{1,2}[a-z]?(?=[.):])|[a-z](?=\)))[ .:)–-]+"
    r"(?=[a-z])",
    re.IGNORECASE,
)


@remembered
def is_plainly_no_count(text: str) -> bool:
    """Rates, days, targets, even as a label: it begins or ends with the word."""
    phrase = clean_label(plain_text(text)).strip(" :()")
    return bool(_PLAINLY_NO_COUNT.fullmatch(_QUESTION.sub("", phrase, count=1)))


@remembered
def may_be_work(text: str) -> bool:
    """Whether a label may count what a force did, or names of apps: “Hits”, “Families informed”."""
    phrase = clean_label(plain_text(text)).strip(" :()")
    return bool(re.fullmatch(rf"{_HOW_MANY}(?:{_MAYBE_WORK})", phrase, re.IGNORECASE))


_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_UNITS = re.compile(r"\bper [\d,]+k?\b", re.IGNORECASE)  # the only number in a quantity's name


@remembered
def without_asides(text: str) -> str:
    """A heading without what is in brackets, unless that is the name of another quantity.

    “(+7%)” and “(average 7 a month)” give one number of it, and no column's name does.
    """
    asides = _ASIDE.finditer(plain_text(text))
    phrase = plain_text(text)
    for aside in asides:
        if not is_of_other_quantity(aside[1]):
            phrase = phrase.replace(aside[0], " ")
    return " ".join(phrase.split())


def is_of_other_quantity(text: str) -> bool:
    """Whether words only make another quantity of what is before them: “%”, “rate per 1,000”."""
    return is_plainly_no_count(text) and not any(map(str.isdigit, _UNITS.sub("", text)))


@remembered
def is_named_as_no_count(text: str) -> bool:
    """Whether a heading begins with the name of another quantity, as “% change” does."""
    phrase = _QUESTION.sub("", clean_label(without_asides(text)).strip(" :()"), count=1)
    return bool(re.fullmatch(_NAME_OF_NO_COUNT, phrase, re.IGNORECASE))


def before_no_count(text: str) -> str:
    """What a heading says before the first word for another quantity, or a bracket."""
    phrase = plain_text(text)
    found = re.search(rf"[(\[]|[-+]?\d[\d.,]* ?%|{_NO_COUNT.pattern}", phrase, re.IGNORECASE)
    return phrase[: found.start()].strip(" :,;&/–-") if found else phrase


_OF_ONE_CRIME = re.compile(
    rf"(?:working |calendar )?(?:{_SPANS})|{_SENTENCES}|(?:outcome|disposal|beat|ward|district"
    r"|sector|location|division|ethnicity|section|act|clearance)(?: (?:code|type|group|no\.?"
    r"|number|id))?|post ?code(?: \w+)?|(?:harm |risk )?scores?|hour|eastings?|northings?"
    r"|latitude|longitude|grid ref\w*|[lm]soa|uprn",
    re.IGNORECASE,
)


@remembered
def is_of_one_crime(heading: str) -> bool:
    """Whether numbers below a heading are of single crimes: “Outcome”, “Days to charge”, “Beat”."""
    return bool(_OF_ONE_CRIME.fullmatch(clean_label(plain_text(heading)).strip(" :")))


_ONE = r"(?:last|first|latest|earliest|most recent|final|next|previous|peak|busiest)"
_PART_OF_DATE = re.compile(
    rf"(?:{_ONE} )?(?:(?:iso )?week (?:no\.?|nos\.?|num|number)(?: of .*)?|weeks? of (?:the )?year"
    r"|day (?:no\.?|number)|day (?:number )?(?:of|in) (?:the )?(?:week|month|year)"
    r"|(?:(?:start|end|offen[cs]e|crime|incident|report(?:ed)?|record(?:ed)?) )?hour"
    r"|(?:hour|time|minute) (?:of|in) (?:the )?(?:day|hour|offen[cs]e|crime|incident|report)"
    rf"|month (?:no\.?|number))|(?:peak|busiest) (?:month|week|day|time|quarter)"
    # A quarter of last year has counts; the month of the last offence, or of an arrest, is none.
    rf"|(?:month|week|day|quarter|hour) (?:of|in|for) (?:the )?{_ONE} (?:known )?"
    r"(?:offen|crime|incident|event|contact|arrest|convict|assault|abus|complain|charg|caution"
    r"|attack|(?:report|record)(?!\w* (?:year|period))).*",
    re.IGNORECASE,
)


@remembered
def names_part_of_date(heading: str) -> bool:
    """Whether numbers below a heading are of the calendar or the clock: “Week no.”, “Peak hour”."""
    return bool(_PART_OF_DATE.fullmatch(clean_label(plain_text(heading)).strip(" :?")))


_SUBJECT = re.compile(  # “Table 3: Number of charges …”, “Rate of …”
    r"(?:(?:table|figure|sheet|part|q(?:uestion)?) ?\w{0,3} ?[:.)–-]+ ?)?"
    r"(?:(?:the|all|total|overall|annual|yearly|monthly) )*"
    r"(?:(?:(?:number|no\.?|count|volume|total)s? of )(?:the |all )*(?:charges|convictions|cautions"
    r"|prosecutions|detections|outcomes|disposals|referrals|warrants|officers|staff|days|hours"
    r"|images|devices|computers|files|schools|children in)"
    r"|rates?|percentages?|per ?cent|proportions?|shares?|averages?|mean|median|ratios?|index"
    r"|populations?|forecasts?|forecasted|projections?|projected|predicted|targets?"
    r"|budgets?|costs?|(?:officer )?hours|days|weeks|minutes|time (?:taken|from|between|to)"
    r"|durations?|ranks?|rankings?|changes? (?:in|from|on)|differences?"
    r"|movements?|(?:dip )?samples?|(?:in )?(?:tens|hundreds|thousands|millions)"
    r"|(?:test|dummy|example|old|obsolete|superseded) (?:data|versions?|figures|tables?|files?)"
    r"|weighted|headcount|(?:images|devices|computers|phones) (?:seized|recovered|examined|found)"
    r"|charges|convictions|prosecutions|detections)\b(?! (?:under|with) \d).*",
    re.IGNORECASE,
)
_MULTIPLE = (  # “(00s)”, “[in hundreds]”, “in '000s”, “Platform 000s”
    r"[(\[](?:in )?(?:tens|hundreds|thousands|millions|['’]?0{2,3}(?:['’]?s)?|10{0,2}['’]?s)[)\]]"
    r"|\bin ['’]?0{3}s?\b|\bin (?:units of )?(?:tens|hundreds)\b(?! of)|(?<!\d)['’]?0{2,3}['’]?s\b"
)
_UNIT = re.compile(
    rf"{_MULTIPLE}|\((?:in )?(?:£|%|per ?cent(?:ages?)?)\)"
    r"|\bin thousands\b|\bper (?:1,?000|10,?000|100,?000|head|capita)\b|\bcumulative\b"
    r"|\brunning totals?\b|^%$|\b(?:victims?|persons?|people|offen[cs]es?|crimes?) of (?:all|any)"
    r" ages?\b|\badults? (?:and|or) child(?:ren)?\b|\bchild(?:ren)? (?:and|or) adults?\b"
    r"|\b(?:regardless|irrespective) of (?:the )?(?:victim['’]?s? )?age\b",
    re.IGNORECASE,
)


@remembered
def names_no_counts(line: str) -> bool:
    """Whether a title says that its numbers are something else: “Rate of offences per 1,000”."""
    phrase = plain_text(line)
    if is_note(phrase) or len(phrase) > 120:
        return False
    return bool(_SUBJECT.fullmatch(phrase) or _UNIT.search(phrase))


@remembered
def names_multiple(heading: str) -> bool:
    """Whether a heading says that each number stands for tens, hundreds or thousands: “(00s)”."""
    return bool(re.search(_MULTIPLE, plain_text(heading), re.IGNORECASE))


_EVENT = (
    r"(?:birth|offen[cs]e|crime|offending|commission|occurr\w*|incident|charg\w*|arrests?|outcome"
    r"|disposal|conviction|sentenc\w*)"
)
_WHEN = r"(?:years?|yrs?|months?|dates?)"
_OTHER_YEAR = re.compile(
    rf"\b(?:{_WHEN} (?:of|when|in which|that)(?: the| each)? {_EVENT}"
    rf"|{_WHEN} (?:(?:offen[cs]e|crime|incident) )?(?:was )?"
    r"(?:committed|occurr(?:ed|ing)|happened|charged|arrested|convicted"
    rf"|sentenced|born|closed|finalised)|(?:birth|offen[cs]e|occurrence|commission|committed|charge"
    rf"|arrest|outcome|disposal|conviction|incident) {_WHEN})\b"
    r"(?!\W+(?:\w+ )?(?:record|report|log|creat))",
    re.IGNORECASE,
)
_ASIDE_OF_YEAR = re.compile(rf"({_WHEN}\b) ?[(:-] ?|_", re.IGNORECASE)  # “Year (occurred)”


@remembered_years
def names_other_year(text: str) -> bool:
    """Whether years are of something else than the record: “Year of birth”, “by year committed”.

    So “Committed” beside a year or by itself, which says when, and not what was done.
    """
    phrase = _ASIDE_OF_YEAR.sub(r"\1 ", plain_text(text))
    return bool(_OTHER_YEAR.search(phrase)) or _is_when_alone(phrase)


_WHEN_ALONE = re.compile(
    r"[\W_]*(?:(?:when|first|date|by|was|were|count|number|total|as|of|in|all) )*"
    r"(?:committed|occurr(?:ed|ing)|happen(?:ed|ing)|(?:took|taking) place)"
    r"(?: (?:in|on|during|within|dates?|only|count|number|totals?|basis|figures|data))*[\W_]*",
    re.IGNORECASE,
)


def _is_when_alone(phrase: str) -> bool:
    """Whether a text has no words but “committed”, or these and a year."""
    year = parse_year(phrase)
    rest = year.rest if year and year.label and not year.part else phrase
    return bool(_WHEN_ALONE.fullmatch(rest))


_TIME_OF_CRIME = re.compile(
    r"\b(?:committed|occurr(?:ed|ing)|happen(?:ed|ing)|(?:took|taking) place)"
    r" (?:between|from|since|before|after|within|during|over|in) (?:the )?(?:\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6}) \d"
    r"|(?:(?:financial|calendar|same|last|following|\w+) )?(?:years?|period|months)\b)",
    re.IGNORECASE,
)


@remembered
def names_time_of_crime(text: str) -> bool:
    """Whether a title says when crimes were committed: “committed between 2015 and 2019”."""
    return bool(_TIME_OF_CRIME.search(plain_text(text)))


_MOMENT = re.compile(
    r"(?:(?:open|position|data|figures?|count(?:ed)?) )?as (?:at|of|on)\b.*|snapshot(?: date)?",
    re.IGNORECASE,
)


@remembered
def names_moment(heading: str) -> bool:
    """Whether days are those on which something was counted, not of a year: “As at”."""
    return bool(_MOMENT.fullmatch(plain_text(heading)))
