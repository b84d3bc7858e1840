"""The words of headings and labels: what each is about."""

import re
from collections.abc import Iterable

from offences.returns.labels.cell_counts import (
    NOTE_MARKS,
    SURE_MARKS,
    plain_text,
    remembered,
    remembered_years,
    without_footnotes,
)
from offences.returns.labels.proper_names import AREAS, REGIONS
from offences.returns.labels.years import parse_year

_OF_AGE = r" (?:in|of|full|completed|whole|victims?|groups?|bands?)"  # “Age in full years”
# What is below or beside a heading. The first that matches counts.
_HEADINGS: tuple[tuple[str, str], ...] = (
    (
        "code",
        # Below a “Platform code” are platforms, whatever they are called there.
        r"(?!.*\b(?:sex(?! offen[cs]es?| crimes?| assaults?| abuse)|gender|ages?|platforms?|apps?"
        r"|applications?|social|media|medium|(?:web ?)?sites?|method|years?|months?|quarters?)\b)"
        r"(?:(?:[a-z&/-]+ ){0,2}(?:sub-?)?|sub[ -]?)codes?(?: no\.?| number)?"
        r"|ho ?cl(?:ass)?(?:/sub)?|(?:ho|home office)(?:[ /-]?(?:sub|no\.?))?",
    ),
    ("count", r"count of .*"),  # what a pivot table calls its numbers: “Count of Crime Ref”
    (
        "reference",
        r"(?:no|nr|number|#|ref|id|urn|item|row|line|seq|s/?n|serial)\.?|.*\b(?:ref(?:erence)?|urn"
        r"|serial|unique id|identifier)\b\.?(?: ?(?:no|number)\.?)?|(?:crime|incident|record|case"
        r"|occurrence|row|serial|unique)s? (?:no|nr|num|number|id|ids|numbers)\.?",
    ),
    ("remark", r"(?:notes?|comments?|remarks?|caveats?|footnotes?|further information|source)"),
    ("age", r"(?!date\b).*\bage at\b.*"),  # “Age at date of offence” is no date
    ("date", r".*\bdate\b.*|.*\brecorded on\b|when recorded|reported on"),
    ("age", rf".*\bage[sd]?(?:{_OF_AGE})* ?\(?years?\b.*|(?:.* )?years? (?:of age|old)"),
    ("year", r"(?:.*\b)?(?:years?|blwyddyn|fy|f/y|yr|period|periods|time ?frame|date range)\b.*"),
    ("part", r"(?:.*\b)?(?:months?|quarters?|qtr)\b.*"),
    (
        "count",
        r"(?:no\.?|nos\.?|number|numbers|count|counts|total|totals|sum|volume|vol|quantity|qty"
        r"|tally|figures?|frequency|cases|records?|victims?|incidents?) ?(?:of"
        r"|for)? ?(?:the )?(?:recorded|reported|cyber[ -]?flagged|flagged|online|sexual"
        r"|all)? ?(?:offences?|crimes?|records?|victims?|incidents?|cases|reference)?(?: recorded"
        r"| reported)?|(?:recorded|reported|total) (?:offences?|crimes?|numbers?|count)|(?:offence"
        r"|crime|victim|record) (?:count|total|volume|numbers?)",
    ),
    (
        "platform",
        r".*\b(?:platforms?|apps?|applications?|social (?:media|network)s?|web ?sites?|sites?"
        r"|online service|medium|media)\b.*",
    ),
    ("sex", r".*\b(?:gender|sex)\b(?! offences?| crimes?).*"),
    ("age", r".*\b(?:ages?|aged)\b.*"),
    (
        "force",
        r"constabulary|police|police (?:service|area)"
        r"|.*\b(?:forces?|police area|authority|organisation)\b.*",
    ),
    (
        "offence",
        r"(?:(?:ho|home office|recorded|committed|type|of|the|sub|main|all|crimes?|offences?"
        r"|offenses?|groups?|categor(?:y|ies)|description|desc|name|title|class|classification"
        r"|types?|level|text|and|incident|detail|short|full|[-/&.])[ /-]*)+\d?",
    ),
)
_HEADING_RES = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _HEADINGS]

_BAND = (
    r"(?:(?:aged? )?(?:[<>]=? ?\d{1,2}|(?:under|over|below)[ -]\d{1,2}s?|u[ -]?1\ds?"
    r"|\d{1,2} ?(?:-|to|/) ?\d{1,2}"
    r"|\d{1,2} ?(?:\+|(?:and|&|or) (?:over|under|above|below|younger|older|more)))"
    r"(?: ?(?:years?|yrs?|y/?o)(?: olds?| of age)?)?)"
)
_CONTENT: tuple[tuple[str, str], ...] = (
    (
        "sex",
        r"(?:(?:victims?|persons?|children|child)[ :-]*)?(?:m|f|males?|females?|men|women|boys?"
        r"|girls?|non-?binary|transgender|male victims?|female victims?|intersex"
        r"|indeterminate)(?: (?:victims?|child(?:ren)?|persons?|total))?|gender .*"
        r"|(?:victims? )?recorded as (?:fe)?male|(?:benyw|gwryw)(?: ?/ ?(?:fe)?male)?|merched",
    ),
    (
        "age",
        r"(?:(?:victims?|persons?|people|children|child)[ :-]*aged? ).*\d.*"
        rf"|(?:victims?|persons?|people|children)[ :(-]*{_BAND}\)?"
        rf"|{_BAND} (?:victims?|persons?|people|children)"
        r"|(?:aged? )?\d{1,2}(?: ?(?:-|to|/|and|&) ?\d{1,2})?(?: ?(?:years?|yrs?|y/?o)(?: olds?"
        r"| of age)?)?|(?:aged? |all )?(?:under|over|below)[ -]\d{1,2}s?(?: .*)?"
        r"|(?:aged? )?(?:[<>]=? ?\d{1,2}|u[ -]?1\ds?)|\d{1,2} ?(?:\+|(?:and|&|or) (?:over|under"
        r"|above|below|younger|older|more))|(?:age[ds]? )\d.*|(?:less than|under) (?:1|one)"
        r"(?: year.*)?|child(?:ren)?|adults?|age .*|babies|(?:infant|toddler|teenager|juvenile)s?",
    ),
    (
        "platform",
        r"facebook(?: .*)?|(?:facebook )?messenger|instagram|snap ?chat|twitter|x \(.*|whats ?app"
        r"|tik ?tok|you ?tube|kik(?: .*)?|skype|omegle|roblox|discord|telegram|tinder|grindr|yubo"
        r"|reddit|linkedin|musical\.ly|ask\.?fm|oovoo|tumblr|viber|wechat|twitch|fortnite|minecraft"
        r"|x ?box(?: .*)?|playstation(?: .*)?|online gam(?:e|ing)s?|gaming.*|imo|likee|live\.?me"
        r"|meetme|badoo|bebo|google(?: .*)?|e-?mail|text message|sms|chat ?roulette|other (?:app"
        r"|platform|site|social).*|(?:platform|app|site) .*|social media.*|chat ?room.*|onlyfans"
        r"|threads|facetime|zoom|plenty of fish",
    ),
    (
        "force",
        # “Reported to police” names none, and “Sexual offences, Kent Police” is a title.
        r"(?!(?:.* )?(?:to|by|via|with|from|through|reported|recorded|referr\w+|known|calls?"
        r"|offen[cs]es?|offending|crimes?|sexual|online|victims?|child(?:ren)?|figures|table)\b)"
        r"(?:[\w&'.-]+ ){0,4}(?:police|constabulary)(?: (?:service|force))?(?: of [\w ]{3,30})?"
        r"(?: \(\w+\))?",
    ),
    (
        "offence",
        r".*\b(?:rapes?|sexual(?:ly)?|sex|assaults?|grooming|groom|indecen\w+|abuse|exploit\w*"
        r"|incit\w+"
        r"|images?|communicat\w+|comms|prostitution|incest|trafficking|voyeurism|exposure|pornograph\w+"
        r"|obscene|offences?|offending|harassment|stalking|blackmail|malicious|penetration|familial"
        r"|violence|robbery|burglary|theft|homicide|murder|arson|fraud|possession|weapons?)\b.*",
    ),
)
_OF_WHICH = re.compile(
    r"^(?:o/w|(?:of|from) (?:which|whom|these|those|them)|incl(?:\.|uding|udes|uded)?)"
    r"(?!\w)[ :,(-]*(?:(?:were|was|via|on|by|through|using) )?",
    re.IGNORECASE,
)
_SEXES = {
    "female": re.compile(r"\b(?:females?|girls?|benyw|merched)\b", re.IGNORECASE),
    "male": re.compile(r"\b(?:males?|boys?|gwryw|bechgyn)\b", re.IGNORECASE),
}
_LEAD = re.compile(  # of a label that is the kind behind these words: “Offences involving Kik”
    r"(?:number of |all |police |recorded |reported )*(?:offen[cs]es?|crimes?|cases|incidents)"
    r" (?:(?:that )?involv(?:ed|ing)|(?:committed )?(?P<via>on|via|through)|against|with|where)"
    r" (?:(?:the )?(?:platform|app|site) (?:was|is) )?"
    r"(?:(?:the |a )?(?:child )?victims? (?:was|were|is|are) )?(?:an? |the )?",
    re.IGNORECASE,
)
_BEHIND_AGE = re.compile(  # “under 18 offenders”, “Under 18s in Kent”
    r"(?:all )?(?:age[ds]? )?(?:(?:under|over|below)[ -]|(?<=[ds] ))\d{1,2}s?\b(?P<rest>.*)",
    re.IGNORECASE,
)
_OF_VICTIMS = re.compile(
    r"(?:\W|\b(?:child(?:ren)?|victims?|persons?|people|(?:fe)?males?|girls?|boys?|years?|yrs?|yo"
    r"|olds?|of|age|aged|total|all|recorded|offen[cs]es?|crimes?|at|time|the|known|and|to|or"
    r"|between|under|below|from|group|band|online|cyber|flag"
    r"|flagged|with|an?|\d{1,2}s?|sexual|against)\b)*",
    re.IGNORECASE,
)
_CODE_OF_OFFENCE = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})")  # “17/13”, which falls as no ages do
_CONTENT_RES = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _CONTENT]

_TOTAL = re.compile(
    r"(?:sub|grand|overall|running|combined|column|row)?[ -]?totals?\b.*|.*\b(?:sub"
    r"|grand)[ -]?totals?|.* totals?|all|overall|(?:grand )?sum|sub|[Σ∑]|all (?:of )?(?:the )?above"
    r"|all (?:offences?|crimes?|victims?|ages?|years?"
    r"|genders?|sexes|forces?|persons?|platforms?|drugs|types|categories|sexual offences"
    r"|recorded offences)(?: total)?|both(?: sexes| years)?|(?:force|all) total|total:.*"
    r"|cumulative.*|aggregate|(?:full|whole|entire) (?:financial )?year|cyfanswm(?: ?/ ?total)?",
    re.IGNORECASE,
)
_NOT_KNOWN = (
    r"(?:not (?:known|stated|recorded|specified|provided|given|available)|unknown|n/?k|unk"
    r"|unspecified|unrecorded|undefined|anhysbys)"
)
_UNKNOWN = re.compile(
    r"unknown.*|u|not applicable|other.*|none|n/?a|missing|blank|\(blank\)"
    rf"|(?:.* )?{_NOT_KNOWN}|.*\({_NOT_KNOWN}\)"
    r"|(?:(?:victim|person)['’s]* )?(?:age|sex|gender|platform)s?[ :(-]+"
    r"(?:missing|blank|n/?a|u)\)?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:notes?|source|sources|caveats?|footnotes?|data source|definitions?|please note|nb|n\.b\."
    r"|disclaimer|explanatory notes?|key|back to.*)\b ?[:.]?(?:.*)|\(?\d{1,2}[.)]\D.*"
    r"|\[(?:note )?\d+\].*"
    rf"|[{SURE_MARKS}·•].*"
    r"|[a-z]\).*|\. ?=.*|x ?=.*"
    # Protective markings.
    r"|(?:(?:protective |security )?(?:marking|classification) ?[:=-] ?)?(?:official|unclassified"
    r"|restricted|protect|secret|confidential|(?:not|non)[ -]protectively marked|nmp|npm)"
    r"(?:[ :/[(–-]+(?:sensitive|closed|open|public|personal|internal|use|only|marked|police|data"
    r"|commercial|management|locsen|os|when complete[d]?))*[\])]?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:are|were|was|has|have|may|should|will|includes?|see|please|appl(?:y|ies)|changed)\b",
    re.I,
)
_STATUS = r"(?:provisional|estimat\w+|draft|preliminary|indicative|interim|unaudited|unverified"
_STATUS += r"|unvalidated|incomplete|partial|approximate|rounded|revised|amended|superseded)"
_OF_FIGURES = re.compile(
    r"^do(?: not|n[’']t)\b(?=.* )|^(?:these|those|this) (?:figures?|numbers?|counts?|data)\b"
    r"|^(?:these|those|this|they|it|we) (?:(?:all|both|only|also|do|does) )?(?:are|is|was|were|has"
    r"|have|may|should|will|can|cannot|counts?|shows?|includes?|excludes?|covers?|relates?"
    r"|records?|reports?|refers?|contains?|represents?)\b(?! (?:known|stated|given|recorded)\b)"
    r"|\bnot (?:only|just|solely|merely|limited|all|every)\b"
    r"|\b(?:not|rather than|instead of|as opposed to) (?:of |the |all |recorded )*"
    r"(?:offen[cs]es?|crimes?|victims?|children|persons|people|suspects?|incidents?|reports?)\b"
    rf"|^{_STATUS}(?:,? (?:and |or )?{_STATUS})*(?: (?:figures?|data|numbers?|counts?|totals?"
    r"|only|results?|statistics))*$"
    r"|^(?:minus|less|excl\.?|exc\.?|without|w/o|plus|incl\.?|bar|up to|to end(?: of)?|until|from)"
    r" (?:the )?(?:(?:first|last|second|third|fourth) )?(?:q(?:uarte)?r?[ .]?\d|quarters?|months?"
    r"|h[12]|half|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b(?! ?(?:19|20)?\d\d)",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"(?:the |total |all )?(?:number|no\.?|count|counts|total|totals|sum|volume|offences?|crimes?"
    r"|recorded|reported|victims?|figures?|values?|records?|data|year|years|financial|calendar"
    r"|row labels?|column labels?|labels?|of|by|and|in|per|starting|ending|crime|reference"
    r"|recorded offences|numbers?|cy|period|from|between|ended|beginning|commencing|[:\-/,().& ])*",
    re.IGNORECASE,
)


_MARKS_BEFORE = re.compile(rf"^(?:[{NOTE_MARKS}]+ ?|[•·»] ?|[-–—] (?!\d))(?=\w)")


@remembered
def clean_label(text: str) -> str:
    """A label as it is given back: white space tidied, footnote marks and bullets removed."""
    return _MARKS_BEFORE.sub("", without_footnotes(" ".join(text.split())))


_YEAR_ENDING = re.compile(  # of plain years below it: 2021 is the year that ends in it
    r"(?:financial |fiscal |calendar )?(?:years?|yr|(?:12|twelve) months?) (?:ending|ended|end|to)"
    r"(?: (?:on|in))?(?:(?: the)? end of)?(?: the)?(?: 31(?:st)?)?(?: of)? (?:mar(?:ch)?"
    r"|dec(?:ember)?)",
    re.IGNORECASE,
)


@remembered_years
def heading_role(text: str) -> str:
    """Classify a column of labels by its heading: a role, year, part, date, code, count…"""
    phrase = re.sub(r" ?\([^)]*\)$", "", clean_label(plain_text(text))).strip(" :?")
    phrase = re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", phrase)  # “AgeGroup”, “age_group”
    if _YEAR_ENDING.fullmatch(phrase):
        return "year"
    if not phrase or len(phrase) > 60 or (is_unknown(phrase) and " " in phrase):
        return ""  # “Age not stated” is one of the ages
    year = parse_year(phrase)
    if year and (year.label or year.part):
        return ""
    role = next((name for name, pattern in _HEADING_RES if pattern.fullmatch(phrase)), "")
    if role == "platform" and is_named_platform(phrase):
        return ""  # “Whats App”
    # “Aged 13 to 15” and “0 to 4 years” are ages, not the name of their axis.
    return "" if role in ("age", "year") and any(map(str.isdigit, phrase)) else role


@remembered
def content_role(text: str) -> str:
    """The role of a label by itself; empty where it could be anything."""
    phrase = without_of_which(text)
    if phrase.casefold().replace("&", "and") in AREAS:
        return "force"
    return _content_role(counted_kind(phrase))


def _content_role(phrase: str) -> str:
    role = next((name for name, pattern in _CONTENT_RES if pattern.fullmatch(phrase)), "")
    code = _CODE_OF_OFFENCE.fullmatch(phrase) if role == "age" else None
    if code and int(code[1]) >= int(code[2]):
        return ""
    age = _BEHIND_AGE.fullmatch(phrase) if role == "age" else None
    return "" if age and not _OF_VICTIMS.fullmatch(age["rest"]) else role


@remembered
def counted_kind(text: str) -> str:
    """The platform, sex or age in “Offences involving Kik”; any other text as it is."""
    if not (lead := _LEAD.match(text)):
        return text
    kind = text[lead.end() :].removesuffix(" was used")
    fits = {
        "platform": is_named_platform(kind),
        "sex": not lead["via"],
        # Those “against minors” are all of them, and those “with 2” are of no age.
        "age": not lead["via"] and _is_band(kind),
    }
    return kind if fits.get(_content_role(kind)) else text


def sex_of(text: str) -> str:
    """The one sex that a label names: female for “Girls”; empty where it names none or both."""
    found = [name for name, words in _SEXES.items() if words.search(text)]
    return found[0] if len(found) == 1 else ""


def _is_band(age: str) -> bool:
    some = any(map(str.isdigit, age)) and not age.isdigit()
    return some and not re.search(r"\b18s?\b|\b0 ?(?:-|to) ?17\b", age)


def is_named_platform(text: str) -> bool:
    """Whether a text is a platform's own name, rather than a kind of them."""
    return _content_role(text) == "platform" and not re.match(
        r"(?:online|gaming|e-?mail|sms|text|zoom|threads|other|social|chat ?room|platform|app|site)"
        r"\b",
        text,
        re.IGNORECASE,
    )


def without_of_which(text: str) -> str:
    return _OF_WHICH.sub("", clean_label(plain_text(text)).strip(" :"))


def is_of_which(text: str) -> bool:
    """Whether a label is of a part of the count before it: “Of which girls”."""
    return bool(_OF_WHICH.match(clean_label(plain_text(text))))


_ONLINE_ALONE = re.compile(  # “Online”, “cyber flagged”: of whatever is above it
    r"\W*(?:(?:recorded|flagged|marked|with|an?|as|by) )*(?:on-?line|cyber|internet)"
    r"(?:[ -](?:only|flag(?:ged)?|crimes?|enabled|related|facilitated|offences|element|recorded"
    r"|applied|marker|y/n))*\W*",
    re.IGNORECASE,
)


@remembered
def is_online_alone(text: str) -> bool:
    """Whether a label says that its counts are those online, and not of what."""
    return bool(_ONLINE_ALONE.fullmatch(without_of_which(text)))


YES = re.compile(r"\W*(?:y|yes|true)\W*", re.IGNORECASE)


def says_online(heading: str, texts: Iterable[str]) -> bool:
    """Whether a column only says of every row that it is online: “Y” below “Online flag”."""
    said = [text for text in texts if not is_total(text)]
    return is_online_alone(heading) and bool(said) and all(map(YES.fullmatch, said))


def is_region(text: str) -> bool:
    return clean_label(plain_text(text)).casefold().replace("&", "and") in REGIONS


@remembered
def is_total(text: str) -> bool:
    return bool(_TOTAL.fullmatch(clean_label(plain_text(text)).strip(" :")))


@remembered
def is_unknown(text: str) -> bool:
    """Unknown, Not stated, Other: what the labels around it are, this is too."""
    return bool(_UNKNOWN.fullmatch(clean_label(plain_text(text))))


@remembered
def is_note(text: str) -> bool:
    phrase = plain_text(text)
    is_sentence = phrase.endswith((".", "?")) and len(phrase) > 40
    if _VERB.search(phrase) and phrase.count(" ") > 2 and not content_role(phrase):
        return True
    return is_sentence or len(phrase) > 150 or bool(_NOTE.fullmatch(phrase))


@remembered
def speaks_of_figures(text: str) -> bool:
    """Whether a line is no label but speaks of the figures below: “Not only online”, “Draft”."""
    return is_note(text) or bool(_OF_FIGURES.search(clean_label(plain_text(text))))


@remembered
def is_remark(text: str) -> bool:
    """A sentence about the figures, whose year is not theirs."""
    phrase = plain_text(text)
    return bool(_VERB.search(phrase) or _NOTE.fullmatch(phrase))


@remembered
def is_generic(text: str) -> bool:
    """Words that name no category: “Number of offences”, “Row Labels”, “Victims”.

    “No” by itself is an answer, and no number: “Online: No”.
    """
    plain = clean_label(plain_text(text))
    return bool(GENERIC.fullmatch(plain)) and plain.casefold() != "no"


@remembered
def is_title(text: str) -> bool:
    """A title of a table, which names its axes rather than a category."""
    return bool(
        re.match(
            r"(?:contents\W+)?(?:table|figure|sheet|q(?:uestion)? ?\d|part|appendix)\b", text, re.I
        )
        or re.search(
            r"\bby (?:\w+ ){0,3}?(?:victims?|ages?|gender|sex|offences?|year|platform|force|type"
            r"|month|quarter|category|band|group)\b|\bbroken down\b|\bnumber of\b|\bbetween\b"
            r"|\bvictims? (?:aged )?under\b|\brecorded\b(?! as)|\bflag(?:ged)?\b|\bwhere\b"
            r"|\bresponse\b|\bfigures\b|\bstatistics\b",
            text,
            re.I,
        )
    )
