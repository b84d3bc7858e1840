"""What a number counts: offences of the measure, or people, things and crimes it does not."""

import re
from functools import lru_cache

from offences.tracing.binding.mentions import Mention
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FELL, ROSE, any_of, compiled

OFFENCES = "offences"

_PEOPLE = {
    "children": any_of(
        *("children", "schoolchildren", "kids", "youngsters", "minors", "young people", "youths"),
        *(
            "pupils",
            "teenagers",
            "teens",
            "toddlers",
            "babies",
            "infants",
            "tweens",
            "tots",
            "students",
            "siblings",
            "twins",
            "under[- ]18s",
        ),
    ),
    "victims": any_of("victims", "survivors"),
    "girls": any_of("girls", "schoolgirls", "daughters", "females", "lasses", "sisters"),
    "boys": any_of("boys", "schoolboys", "sons", "males", "lads", "brothers"),
    "people": any_of(
        *("people", "adults", "women", "men", "persons", "parents", "families", "callers")
    ),
    "offenders": any_of(
        *("offenders", "abusers", "suspects", "perpetrators", "predators", "groomers"),
        *("paedophiles", "criminals", "defendants", "strangers"),
    ),
    "arrests": any_of("arrests"),
    "charges": any_of("charges", "prosecutions", "convictions", "cautions", "court cases"),
    "images": any_of(
        *("images", "videos", "pictures", "photos", "photographs", "files", "films"),
        *("messages", "livestreams"),
    ),
    "accounts": any_of(
        *("accounts", "profiles", "users", "devices", "computers", "phones", "adverts"),
        *("websites", "sites", "apps", "platforms"),
    ),
    "investigations": any_of(
        *("investigations", "complaints", "referrals", "calls", "contacts", "sessions"),
        *("counselling sessions", "visits", "warrants", "raids", "tip-?offs", "disclosures"),
        "allegations",
    ),
    "schools": any_of("schools", "areas", "towns", "cities", "counties", "homes", "households"),
}
"""Units that figures of offences are not given in, by the name a reader is told."""

UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _PEOPLE.items())
"""The nouns of these units, each in a group with its name."""
# Who records offences is counted only directly after a number.
_STAFF = any_of(
    *("officers", "detectives", "constables", "sergeants", "investigators", "analysts", "staff"),
    *("teachers", "volunteers", "counsellors", "moderators", "specialists", "recruits"),
    *("councillors", "ministers", "MPs", "stations", "offices", "clubs", "councils", "courts"),
)
_OFFENCE = r"(?P<offences>offences?|crimes?|cases?|reports?|incidents?|counts?)"
# "310 swimmers took part" counts something else; "310 represents a rise" counts nothing else.
_NO_NOUN = any_of(
    *("was", "is", "has", "does", "as", "this", "its", "us", "plus", "less", "perhaps", "always"),
    *("versus", "across", "besides", "towards", "years?", "months", "weeks", "days", "hours"),
    *(
        "ages",
        "sexes",
        "genders",
        "minutes",
        "points",
        "ones",
        "others",
        "times",
        "thus",
        "figures",
        "numbers",
        "totals",
    ),
    *("records", "entries", "instances", "occurrences", "occasions", "episodes", "matters"),
    *("mentions", "references", "appearances", "namings", "sightings"),
    *("acts", "events", "news", "olds", "offences", "crimes", "cases", "forces", "thirds"),
    "quarters",
    *("compares", "includes", "represents", "means", "marks", "makes", "comes", "stands", "shows"),
    *("remains", "rests", "covers", "excludes", "equals", "amounts", "leaves", "puts", "sits"),
    *(
        "relates",
        "refers",
        "counts",
        "reflects",
        "takes",
        "works",
        "looks",
        "equates",
        "translates",
        "tops",
    ),
    *("beats", "exceeds", "falls", "rises", "involves", "contains", "tells", "says", "suggests"),
    *("gives", "adds", "sees", "hides", "concerns", "applies", "belongs", "follows", "appears"),
    *("seems?", "feels?", "sounds?"),
)
_VERB_AFTER = (
    r"\s+(?:an?(?!\s+(?:day|week|month|year)\b)|the|all|only|just|every|its|their|our|not|that"
    r"|what|how|up|down|out|no|to)\b"
)
_STOP = (
    r"(?:was|were|is|are|had|has|have|been|of|in|on|at|against|by|from|to|for|with|and|or|but"
    r"|will|would|can|could|may|might|must|should|do|does|did|not|so|if|because|also"
    r"|which|that|who|where|when|while|as|than|last|this|each|every|per|during|since|across|after"
    r"|them|concern(?:s|ed|ing)?|before|involving|involved|targeting|reported|up|down|rose|fell"
    r"|includ(?:es?|ed|ing))"
)
_NEXT_WORDS = rf"(?:(?!{_STOP}\b)[\w’'‐‑-]+[\s‐‑-]+){{0,6}}?"
_AFTER = compiled(
    rf"[\s‐‑-]+(?:of\s+(?:(?:the|these|those|all|our"
    rf"|its)\s+)?)?(?P<between>{_NEXT_WORDS})(?:{UNIT}"
    rf"|(?P<staff>{_STAFF})|{_OFFENCE})\b(?![’'](?:s\b|\s+[a-z]))"
)
_PASSIVE = compiled(
    r"\s+(?:were|was|had\s+been|have\s+been|being)\s+(?P<verb>arrested|charged|convicted|prosecuted"
    r"|cautioned|jailed|sentenced|rescued|safeguarded|groomed|abused|exploited)\b"
)
_OUTCOME = compiled(
    rf"\s+{_NEXT_WORDS}(?:offences|crimes|cases|reports|incidents)\s+(?:that\s+"
    rf"|which\s+)?(?:have\s+|had\s+)?"
    r"(?:(?:led|come|came|gone|went|resulted|ended|ending|leading|resulting)\s+(?:up\s+)?(?:to|in"
    r"|with"
    r"|before)\s+(?:an?\s+|the\s+|no\s+|any\s+)?(?:\w+\s+)?(?:charges?|prosecutions?|convictions?"
    r"|cautions?|arrests?|courts?|summons|trials?)"
    r"|(?:were|was|been|went|gone|remain(?:ed)?)\s+(?:charged|prosecuted|(?:un)?solved|(?:un)?detected|cleared\s+up|brought\s+to\s+court"
    r"|taken\s+to\s+court|dropped))\b"
)
_OTHER_NOUN = compiled(
    rf"[\s‐‑-]+(?:of\s+(?:the|these|those|its|our)\s+)?"
    rf"(?:(?!(?:{_STOP[3:-1]}|an?|the|more|fewer|less)\b)[a-z’'‐‑-]+\s+){{0,2}}?"
    rf"(?!{_NO_NOUN}\b|\S+olds\b|\w+(?:ous|less"
    rf"|ss)\b)(?P<noun>[a-z][a-z-]*[a-rt-z]s)\b(?!{_VERB_AFTER})",
    re.NOFLAG,
)
# "The trust cautions that the age was known in 40": a verb, no outcome of 40 offences
_THAT_CLAUSE = r"\s+that\s+(?:[\w’'-]+\s+){1,6}?(?:was|were|is|are)\b"
_SOLVED = compiled(
    r"\b(?:solved|detected|cleared\s+up)\s+(?:\w+\s+)?$"
    r"|\b(?:charged|prosecuted|convicted|arrested|cautioned|charges?|prosecutions?|convictions?"
    r"|arrests?"
    rf"|cautions?)(?!{_THAT_CLAUSE})\s+(?:[\w-]+\s+){{0,5}}?in\s+(?:only\s+|just\s+|some\s+)?$"
)
_NUMBER_OF = compiled(
    rf"\b(?:how\s+many(?!\s+of\b)|(?:numbers?|totals?|tally|amount|proportion|share"
    rf"|percentage)\s+of)\s+(?P<between>{_NEXT_WORDS})(?:{UNIT}|{_OFFENCE})\b(?![’'](?:s\b|\s+[a-z]))[^.;:]*$"
)
# "Its share of known platforms": of the offences with one
_SHARE_OF_KNOWN = compiled(
    r"(?:share|proportion|percentage)\s+of\s+(?:(?:the|all|those)\s+)*(?:known|recorded|named|noted|identified|stated|logged|given)\s+"
    r"(?:platforms|apps|sites|websites)\b"
)
# Who says how much something rose by has not risen: "Action for Children said it was up 8%".
_SAYS = any_of(
    *("says?", r"said(?!\s+to\b)", "tells?", "told", "warn(?:s|ed)?", "argue[sd]?", "add(?:s|ed)?"),
    *("believe[sd]?", "thinks?", "thought", "estimate[sd]?", "claim(?:s|ed)?", "found that"),
)
_SUBJECT = compiled(
    rf"(?:^|[.;:!?]\s+|,\s+(?:and\s+|but\s+|while\s+|as\s+|after\s+)?|\b(?:and|but|while"
    rf"|whereas|(?<!ed\s)as|after|when|that)\s+)(?:the\s+"
    rf"|more\s+|recorded\s+|reported\s+)*(?P<between>{_NEXT_WORDS})(?:{UNIT}|{_OFFENCE})\b(?![’'](?:s\b|\s+[a-z]))"
    rf"(?!\s+{_SAYS}\b)(?=(?P<rest>[^.;]*)$)"
)
_CHANGES = compiled(
    rf"\b(?:{ROSE}|{FELL}|doubled|doubling|trebled|tripled|halved|soared"
    r"|totalled|numbered|reached|hit|topped|passed|stands\s+at|stood\s+at)\b"
)

# "Predators racked up 308 crimes – more than double the 132": of what they did
_DID_SO_MANY = compiled(
    rf"\b(?:(?P<did>(?:racked|chalked|notched)\s+up|committed)|le(?:d|ads?)\s+to|result(?:s|ed)\s+in"
    rf"|(?:police|officers|cops|the\s+force)\s+(?:log|record)\w*)\s+{NUMBER}\s+"
    r"(?:[\w-]+\s+){0,3}?(?:offences|crimes|cases)\b[^.;:\d]*(?:,|\s[–—-])\s"
)
# "36 files in which no age was noted": of the offences
_FILES_OF = compiled(
    r"\s+of\s+(?:the|those|its)\s+known\s+files\b"
    r"|\s+files\s+on\s+(?:(?:online|internet|web|sexual|sex|child|grooming|recorded)\s+){0,3}(?:offences|crimes)\b|\s+(?:of\s+(?:the|these|those|its|their|our|[\w’'-]+[’']s?)\s+)?(?:\w+\s+)?files\s+(?:(?:in|for|on)\s+which|where|whose|with(?:out)?\s+(?:an?|no|the)"
    r"|(?<!(?:image|video|photo|media)\sfiles\s)(?:that|which)\s+"
    r"(?:mention|name|note|give|state|record)(?:e?d)?\s+(?:an?|the|any|which)\s+"
    r"(?:(?:child|victim)[’']s\s+)?(?:age|sex|gender|app|platform))\b(?!\s+offend)"
)
_FIGURE_OF = compiled(r"\bfigure\s+of\s+(?:\w+\s+)?$")
_OF_THEM = compiled(r"\s+of\s+(?:them|these)\b")
_NOUN_BEFORE = compiled(
    rf"\b(?:{_OFFENCE}(?:\s+(?:against|on|involving)\s+(?:[\w-]+\s+){{0,2}}?(?:children|girls|boys"
    rf"|victims|under-18s))?|{UNIT})\s*[,(–—-]\s*(?:\w+\s+){{0,2}}$"
)

# "A child is abused every 13 minutes"
_ONE_CHILD = compiled(
    r"(?<!\bagainst )\b(?:a|one|another|some)\s+"
    r"(?P<who>child(?!\s+(?:\w+\s+){1,2}(?:offence|crime|case)\b)|girl|boy|victim|youngster"
    r"|teenager|young\s+person)\b[^.;:,]{0,60}\b(?:every|each)\s+$"
)
_OTHER = compiled(
    r"\b(?P<subject>burglar(?:y|ies)|robber(?:y|ies)|thefts?|shoplifting|assaults?|murders?"
    r"|homicides?|manslaughter|frauds?|scams?|hate\s+crimes?|knife\s+crimes?|gun\s+crimes?|drugs?(?:\s+offences"
    r"|\s+crimes?)?|violen(?:t|ce)(?:\s+(?:offences|crimes?))?"
    r"|rapes?|(?<!\bare\s)(?<!\bis\s)(?<!\bbeen\s)stalking|harassment|domestic\s+abuse|arson|vandalism"
    r"|criminal\s+damage|traffic|speeding|driving|weapons?|terror(?:ism|ist)|trafficking|modern\s+slavery|county\s+lines|cyber-?bullying"
    r"|bullying|(?<!\bage\swas\s)(?<!\bsex\swas\s)(?<!\bgender\swas\s)(?<!\bplatform\swas\s)(?<!\bapp\swas\s)missing(?!\s+(?:from\s+(?!home|care|school)|in\b|for\b(?!\s+(?:\w+\s+)?(?:days|weeks|months|hours))|(?:lines?|rows?|figures?|numbers?"
    r"|entr(?:y|ies)|values?|data|years?)\b))"
    r"|(?:indecent\s+)?images?(?=\s+(?:offences|crimes))|sextortion|upskirting|adult(?=\s)|neglect"
    r"|cruelty|anti-?social|public\s+order|animal|physical\s+abuse|offline|contact\s+offences"
    r"|grooming(?=\s+(?:offences|crimes))|(?:sexual\s+)?exploitation(?=\s+(?:offences|crimes))"
    r"|sexual\s+communication|(?:cyber-?)?flashing(?=\s+(?:offences|crimes))"
    r"|calls(?!\s+(?:for|on|itself))|emergency)\b"
)  # fmt: skip


# "Each had 310, and together they had 3,720"
_NOT_TOGETHER = r"(?:(?!,?\s+(?:and|but|while)\s+(?:together|between\s+them|in\s+all)\b)[^.;:])*$"
_OF_EACH = compiled(
    rf"\b(?:each|every\s+one)\s+of\s+[^.;:]*\b(?:forces|areas|counties|nations)\b{_NOT_TOGETHER}"
    # not "counting the same forces each year, …"
    rf"|\b(?:forces|areas|counties|nations)\s+(?:\w+\s+)?each\b(?!\s+(?:year|time)\s*[,;:)–—]){_NOT_TOGETHER}"
    rf"|\beach\s+(?:police\s+)?(?:force|area|county|nation)\b{_NOT_TOGETHER}"
    r"|\baverage\s+(?:of|was|is|number\s+(?:of|was|is))\s+(?:\w+\s+)?$|\bon\s+average,?\s+$"
)
_APIECE = compiled(
    r"\s+(?:[\w-]+\s+){0,4}?(?:apiece|per\s+(?:police\s+)?(?:force|area)|on\s+average)\b"
)


def is_of_each(before: str, after: str) -> bool:
    """Whether a number is that of each body: "Each of the 40 forces recorded 310"."""
    return bool(_OF_EACH.search(before) or _APIECE.match(after))


def is_unit(unit: str) -> bool:
    """Whether a unit is offences or people, no other noun."""
    return unit in (OFFENCES, *_PEOPLE)


@lru_cache(64)
def _thing_after(text: str) -> re.Match[str] | None:
    """What a number before this text counts; asked several times for each number."""
    return _AFTER.match(text)


def unit_of(before: str, after: str, measure: str) -> str:
    """The unit that a number is given in: offences, unless something else is said to be counted."""
    if _OUTCOME.match(after) or _SOLVED.search(before):
        return "charges"
    found = None if _FIGURE_OF.search(before) or _FILES_OF.match(after) else _thing_after(after)
    if found:
        return unit_named(found, measure)
    if _OF_THEM.match(after) and (noun := _NOUN_BEFORE.search(before)):
        return unit_named(noun, measure)  # "victims, 68 of them"
    if passive := _PASSIVE.match(after):
        verb = passive["verb"].casefold()
        return (
            "children"
            if verb in ("rescued", "safeguarded", "groomed", "abused", "exploited")
            else "offenders"
        )
    if found := _ONE_CHILD.search(before):
        return "victims" if found["who"].casefold() == "victim" else "children"
    if found := _NUMBER_OF.search(before):
        return OFFENCES if _SHARE_OF_KNOWN.match(found[0]) else unit_named(found, measure)
    for found in reversed(list(_SUBJECT.finditer(before)) if _CHANGES.search(before) else []):
        did = _DID_SO_MANY.search(found["rest"])
        is_done = did and (found["offenders"] or not did["did"])
        if _CHANGES.search(found["rest"]) and not is_done:
            return unit_named(found, measure)
    return OFFENCES


_MORE = compiled(r"^\s+(?:more|fewer|extra|further|additional|new)\b")
_ONE_THING = compiled(
    rf"\s+(?!(?:{_STOP[3:-1]}|an?|the|more|fewer|less|such|out|day|week|month|year|hour|minute)\b)"
    r"(?P<noun>[a-z][a-z-]+)\b",
    re.NOFLAG,
)


def small_thing(number: str, after: str, *, is_rate: bool = False) -> bool:
    """A number word below ten of things that no figure here counts: "one warning", "two posts"."""
    if is_rate and is_like_offences(after):
        return False  # "two attacks a day"
    if number.casefold() == "one":
        return bool(not is_rate and _ONE_THING.match(after)) and not _thing_after(after)
    found = None if _MORE.match(after) else _thing_after(after)
    of_things = found and found.lastgroup in _THINGS
    return number.casefold() in _SMALL and bool(of_things or other_noun(after))


_THINGS = ("staff", "schools", "accounts", "images")
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


# Nouns for what the data are of: "seven answers", "29 areas", "310 attacks".
_LIKE_OFFENCES = {
    *("answers", "replies", "responses", "returns", "requests", "areas", "counties", "towns"),
    *("attacks", "assaults", "rapes", "approaches", "contacts", "crimes", "incidents", "victims"),
    *("investigations", "attempts", "tragedies", "arrests", "charges", "convictions", "cautions"),
    *("predators", "groomers", "files", "allegations", "complaints", "referrals", "disclosures"),
}
_WORD = re.compile(r"[\w’'-]+")


def place_counted(after: str) -> str:
    """The noun behind a number where it is one of places: "240 homes"; else empty."""
    found = _thing_after(after)
    return found["schools"] if found and found.lastgroup == "schools" else ""


def is_like_offences(after: str) -> bool:
    """Whether one of the words behind a number is for what the data are of: "29 grim attacks"."""
    return not _LIKE_OFFENCES.isdisjoint(_WORD.findall(after.casefold())[:3])


def other_thing(after: str) -> bool:
    """Whether a number is followed by what no figure here counts: "14 officers", "310 swimmers"."""
    found = _thing_after(after)
    if found is None:
        return bool(other_noun(after)) and not is_like_offences(after)
    return found.lastgroup in ("staff", "schools") and not is_like_offences(after)


def other_noun(after: str) -> str:
    """A noun of none of these units that directly follows a number: "310 swimmers"."""
    after = after[more.end() :] if (more := _MORE.match(after)) else after
    noun = None if _thing_after(after) else _OTHER_NOUN.match(after)
    return noun["noun"] if noun and not _OTHER.match(noun["noun"]) else ""


def unit_named(found: re.Match[str], measure: str) -> str:
    """The unit that a match of these nouns names; offences where the measure counts it."""
    groups = found.groupdict()
    name = next((n for n in (*_PEOPLE, "staff") if groups.get(n)), OFFENCES)
    return OFFENCES if _is_counted_in(name, measure) else name


def counts_victims(measure: str) -> bool:
    """Whether what a measure counts is people: victims, children, girls or boys."""
    return any(_is_counted_in(n, measure) for n in ("victims", "children", "girls", "boys"))


@lru_cache(256)
def _is_counted_in(name: str, measure: str) -> bool:
    """A measure of victims is counted in victims; one "against children" not in children."""
    if name in _THINGS and measure.casefold().endswith(("offences", "crimes")):
        return False  # "indecent images of children offences"
    head = re.split(r"\s+(?:against|of|on|with|by|involving)\s+", measure.casefold())[0]
    return bool(re.search(rf"\b{name}\b(?!\s+(?:of|aged))", head))


_IN_COURT = compiled(
    r"\b(?:admitt(?:ed|ing)|pleaded\s+guilty\s+to|pleading\s+guilty\s+to|found\s+guilty\s+of"
    r"|convicted\s+of"
    r"|charged\s+with|accused\s+of|fac(?:es?|ed|ing)|denied|denying|(?:jailed|sentenced|imprisoned)\s+for)\s+(?:\w+\s+)?$"
)
_A_DEFENDANT = compiled(
    r"\b(?:court|magistrates|trial|accused|charged|jailed|sentenced|imprisoned|judge|\w+[\s-]years?[\s-]old|man|woman|teacher"
    r"|defendant)\b"
)


def is_of_a_defendant(before: str) -> bool:
    """Whether a number is of one person: "A man was jailed after admitting nine offences"."""
    return bool((found := _IN_COURT.search(before)) and _A_DEFENDANT.search(before, 0, found.end()))


SUBJECT_STOP = re.compile(
    r"[,;.]|\b(?:(?<!increase\s)(?<!rise\s)(?<!fall\s)(?<!drop\s)(?<!jump\s)in|by|across)\b"
)
"""Where what follows a figure no longer says what it is a number of."""


_IN_PAPERS = {"sexual communication": "grooming"}
"""What papers call an offence that the law calls by another name."""


def other_subjects(measure: str, text: str) -> list[Mention[str]]:
    """The other crimes and counts than the measure that a text names."""
    found = (Mention(*m.span(), m["subject"].casefold()) for m in _OTHER.finditer(text))
    named = measure.casefold()
    names = (named, *(papers for law, papers in _IN_PAPERS.items() if law in named))
    return [m for m in found if not any(_singular(m.slot) in each for each in names)]


def _singular(subject: str) -> str:
    return re.sub(r"s$", "", " ".join(subject.split()))
