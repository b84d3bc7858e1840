"""Numbers that are no figures about the data: dates, telephone numbers, sections, ages.

Each pattern is one small thing with its name. Those of `ALWAYS` are never figures; those of
`UNLESS_READ` give way to a reader that knows better ("the youngest was aged four").
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from offences.tracing.finding.numbers import NUMBER, NUMBER_START
from offences.tracing.finding.numbers_of_forces import are_forces_that_answer
from offences.tracing.finding.persons import AGE_OF_A_PERSON, PERSON_START
from offences.tracing.finding.vocabulary import COUNTED_NOUN, TIME_UNIT, any_of, compiled
from offences.words import verdicts

_MONTH_NAMED = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_IN_CAPITALS = (
    r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
)
_MONTH = rf"(?:{_MONTH_NAMED}|{_IN_CAPITALS})"
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
_CLAUSE = r"\d+[A-Z]{0,2}(?:\s?\(\w{1,4}\))*"
_SEVERAL = rf"{_CLAUSE}(?:(?:,\s?|\s(?:and|or|to)\s|[-–]){_CLAUSE})*"
_TO = r"(?:\s?[-–]\s?|\s+(?:to|and|or)\s+)"


# "See row 14", but "the girls' row 14", "the bottom row 14"
_LEADS = (
    "in",
    "see",
    "on",
    "at",
    "from",
    "of",
    "to",
    "and",
    "with",
    "under",
    "compare",
    "spreadsheet['’]s",
)
_IN_THE_TABLE = (
    rf"(?:{'|'.join(rf'(?<=\b{word} )' for word in _LEADS)}"
    r"|(?<=[(,;:.!?] )|(?<=\()|(?<![^\n]))"
)
_OR = r"(?:[-–]|\s+(?:to|and|or)\s+)"  # "aged eight or nine – 4" gives the number of both
_PAST_AGES = r"[3-9]\d|\d{3}|\d,\d"
_NO_COUNT = (
    rf"(?!{_PAST_AGES})(?i:{NUMBER})"
    r"(?!\s+(?:against|involving|(?:were\s+)?(?:(?:for|at|of)\s+)?aged?)\b)"
)
_AT_A_TIME = "|".join(
    rf"(?<=\b{word}\s)"
    for word in ("at", "until", "till", "before", "after", "it[’']s", "it is", "about")
)
_RECORDED = (
    "(?:record(?:ed)?|noted?|named?|log(?:ged)?|kn[eo]w|g[ai]ve|stated?|listed|identif(?:y|ied)|say|find"
    "|establish(?:ed)?)"
)
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_THEN = rf"\s+(?:\w+\s+){{0,3}}?{COUNTED_NOUN}|\s?%|[,.]?\d"
# "We do not call 101 a record", "call 100 to 101 a rise", "on 101 of those files"
_OF_THE = r"\s+of\s+(?:the|those|these|its|their)\b"
_NO_TELEPHONE = rf"{_OF_THE}|\s+an?\s+(?:record|rise|fall|jump|surge|new)\b|\s+to\s+\d"
# "Up on 101 in the year before"
_CHANGES = ("up", "down", "rise", "fall", "drop", "increase", "decrease")
_NO_CHANGE = "".join(rf"(?<!\b{way} )" for way in _CHANGES)
# "On 101, and 999 in an emergency", but "between 276 and 999 in the year before"
_AND = r"(?<=\band )(?:(?<!\d and )|(?<=\b(?:101|111) and ))"
_IN_EMERGENCY = (
    r"in\s+(?:(?:an?|any|case\s+of|the\s+event\s+of)\s+)*(?:\w+\s+)?"
    r"(?:emergency|emergencies|danger)"
)
_PEOPLE = any_of(
    *("aged?", "child(?:ren)?", "girls?", "boys?", "those", "people", "anyone", "victims?"),
    *("adults?", "users?", "teenagers?", "pupils?", "kids"),
)


@dataclass(frozen=True)
class Exempt:
    """A stretch of text whose numbers are not judged, and what it is."""

    start: int
    end: int
    what: str


_AN_ANSWER = "one answer"
_ALWAYS = {
    "address": r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|uk|gov)\b\S*",
    "date": (
        rf"\b{_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?"
        rf"|\b{_MONTH}\s+{_DAY}(?:,\s+\d{{4}})?\b(?![,.]?\d|(?:\s+\w+){{0,2}}?\s+{COUNTED_NOUN}|%)"
        rf"|\b{_MONTH},?\s+(?:19|20)\d\d\b"
        r"|\b\d{1,2}([/.])\d{1,2}\1(?:19|20)?\d\d\b|\b\d{1,2}-\d{1,2}-(?:19|20)\d\d\b|\b(?:19"
        r"|20)\d\d-\d\d-\d\d\b"
    ),
    "time": (
        r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b0\d\.[0-5]\d\b(?!\s?%)"
        rf"|\b(?:1\d|2[0-3])\.[0-5]\d(?=,?\s+(?:on\s+)?(?:[A-Z][a-z]+day\b|{_DAY}\s+{_MONTH}))"
        rf"|(?<!,\s)(?i:\b(?:(?:five|ten|twenty|twenty[- ]five|quarter|half)\s+past|quarter\s+to"
        # "At ten to nine"; "fell from ten to nine" is no time
        rf"|(?:{_AT_A_TIME})(?:five|ten|twenty|twenty[- ]five)\s+to)\s+{_HOUR}"
        r"(?!\s+(?:was|were|is|are|year|offences|crimes|cases)\b)"
        rf"|{_HOUR}\s+o[’']clock)\b"
        r"|\b(?:[01]\d|2[0-3])[0-5]\d(?=\s+(?i:bulletins?|news|headlines|copy|script)\b)"
        # The head of a script: "EVENING NEWS - 18.30", "BREAKFAST | 0800", "TARN NEWS, 1300"
        r"|(?:(?<=[-–—|]\s)|(?i:(?<=\bnews,\s)|(?<=\bbulletin,\s)|(?<=\bheadlines,\s)))"
        r"(?!20)(?:[01]\d|2[0-3])\.?[0-5]\d(?=[ \t]*$)"
        r"|^(?:[01]\d|2[0-3])\.[0-5]\d(?=[ \t]*(?:$|[-–—:|]|[ \t][A-Z]))"
        # "TARN SOUND – 0800 – OFFENCES", "EMBARGO 0001 THURS"
        r"|(?<=[-–—|/:]\s)0\d[0-5]\d(?=\s[-–—|/]\s)|(?i:(?<=\bembargo\s)|(?<=\bembargo:\s)|(?<=\bembargoed\s))0\d[0-5]\d\b"
        r"|\b(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:M(?i:on)|T(?i:ues?)|W(?i:ed(?:nes)?)|T(?i:hu(?:rs)?)|F(?i:ri)|S(?i:at(?:ur)?)|S(?i:un))(?i:day)?\b)"
        # "Open from nine to five", "home by five"
        rf"|(?:(?<=\bopen\s)|(?<=\bopen\sfrom\s)|(?<=\bstaffed\sfrom\s))(?i:{_HOUR})\s+to\s+(?i:{_HOUR})\b"
        rf"|(?:(?<=\bhome\sby\s)|(?<=\bback\sby\s)|(?<=\bdone\sby\s)|(?<=\bbed\sby\s))(?i:{_HOUR})(?=\s*[.,;!?])"
        r"|(?:(?<=\bNews\sat\s)|(?<=\bNEWS\sAT\s))\d{1,2}\b|(?:(?<=\b[Aa][Tt]\s)|(?<=\bfrom\s)"
        r"|(?<=\buntil\s)|(?<=\bby\s))0\d[0-5]\d\b"
        rf"|(?i:\b(?:five|ten|twenty|twenty[- ]five|quarter|half)\s+(?:past|to)\s+(?:midnight"
        rf"|noon|midday)\b"
        r"|(?<=\bat\s)(?:five|ten|twenty|twenty[- ]five)\s+(?:past|to)(?=\s*[.,;:!?)]))"
        # How long a recording is: "0'52\"", "(14 secs)"
        rf"|(?:(?<=\bat\s)|(?<=\buntil\s)|(?<=\bby\s))(?i:{_HOUR}|\d{{1,2}})(?=\s+(?:this|that"
        rf"|tomorrow|on)\s+(?:morning|afternoon|evening|night))"
        rf"|(?<=\bat\s)(?i:{_HOUR}|\d{{1,2}})(?=\s+(?:at\s+night|in\s+the\s+(?:morning|afternoon"
        rf"|evening)|tonight|today)\b)"
        rf"|(?<=\b(?:19|20)\d\d,\s)(?:[01]\d|2[0-3])\.[0-5]\d\b|^(?:[01]\d"
        rf"|2[0-3])[0-5]\d(?=[ \t]*$)"
        r"|\b\d{1,2}\.[0-5]\d(?=\s+(?:train|ferry|bus|boat|flight|bulletin|news|show|service)\b)"
        r"|(?:(?<=\bUNTIL\s)|(?<=\b[Uu]ntil\s))(?:[01]\d|2[0-3])[0-5]\d"
        r"(?=\s+(?i:today|tomorrow|on|hours|[a-z]+day|gmt|bst)\b)"
        r"|\b\d{1,2}[’'′]\d\d(?!\d)[\"”″]?|\b\d{1,3}\s?(?:secs?|mins?|hrs?)\b"
        r"|^0\d[0-5]\d(?=[ \t]*(?:$|[-–—:|]))"
        r"|(?:(?<=\b[Aa]t\s)|(?<=\b[Uu]ntil\s)|(?<=\bUNTIL\s)|(?<=\b[Ff]rom\s)|(?<=\d\d\sto\s)"
        r"|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s))(?:[01]?\d|2[0-3])\.[0-5]\d\b"
        r"(?!\s?%|\s+(?:per|a|an|offences)\b)"
        r"|\b\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?\s?"
        r"(?:[ap]m\b|[ap]\.m\.|o[’']clock|noon\b|midnight\b|hrs\b)"
    ),
    "telephone number": (
        # "00149" is none: a slip for 149
        r"(?:\+44\s?(?:\(0\)\s?)?|\(?\b(?!0\d{4,6}\b(?![\s)-]{1,2}\d))0)\d{2,5}\)?[\s-]?\d{2,4}(?:[\s-]?\d{2,4}){0,2}\b"
        r"|\b(?:[Cc]all|[Rr]ing|[Dd]ial|[Pp]hone|[Tt]elephone|[Tt]ext"
        rf"|{_NO_CHANGE}on)(?:ing|s)?(?:\s+the\s+police\s+on)?\s+(?:999|101|111|112|116\s?\d{3})\b"
        rf"(?!{_NO_TELEPHONE})(?:,?\s+or\s+(?:999|101|111)\b)?"
        r"|\b(?:999|101|111)\s+calls?\b|\b116\s?(?:000|111|123)\b"
        r"|(?:(?<=\b[Rr]ang )|(?<=\b[Pp]olice: )|(?<=\b[Dd]ialled ))(?:999|101|111)\b"
        rf"|(?<=\bor )999\b|{_AND}999\b(?=\s+(?:if|when|{_IN_EMERGENCY})\b)"
        r"|\b[Ee]xt(?:ension|n)?\b\.?\s*\d{2,6}\b|\b[Tt]ext(?:ing|s)?\s+\S+\s+to\s+\d{4,6}\b"
        rf"|\b(?:[Cc]all|[Rr]ing|[Dd]ial|[Tt]ext)(?:ing|s)?\s+\d{{3,6}}\b(?![,.]\d|\s\d"
        rf"|{_NO_TELEPHONE}|\s+(?:\w+\s+){{0,3}}?{COUNTED_NOUN})"
        r"|\b(?:[Dd]anger|[Ee]mergenc(?:y|ies)|(?:[Hh]appening|[Gg]oing\s+on)(?:\s+right)?\s+now)\b[^.;\d\n]{0,30}\b(?:999|112)\b"
        rf"(?!{_NO_TELEPHONE}|\s+(?:\w+\s+){{0,3}}?{COUNTED_NOUN})"
        # "Tell somebody. 101, our website or, in danger, 999"
        r"|(?<=[.!?:]\s)101(?=,\s+(?:(?:or|our|the|its|your)\s+){0,2}(?:website|web|online|999|Crimestoppers|live\s+chat|front\s+desk)\b)"
    ),
    "statute": (
        rf"\b(?:[Ss]ub)?(?:[Ss]ections?|[Ss]chedules?|[Aa]rticles?|[Pp]aragraphs?|[Rr]egulations?"
        rf"|[Cc]lauses?|[Pp]aras?\.?|[Ss]ch\.?|[Aa]rt\.|ss?\.)\s?{_SEVERAL}"
        rf"|\b(?:Part|Chapter|Rule|Order|Schedule)\s+{_SEVERAL}"
        rf"|\b[Pp]arts?\s+{_SEVERAL}\s+of\s+the\b"
        r"|\b(?:Act|Acts|Order|Regulations|Rules|Bill)\s+(?:of\s+)?(?:19|20)\d\d\b"
        r"|\b(?:19|20)\d\d\s+(?:Act|Order|Regulations|Bill)\b"
    ),
    "street": (
        r"\b\d{1,4}[A-Z]?,?\s+(?:[A-Z][a-z’']+\s+){1,3}(?:Street|Road|Lane|Avenue|Square|Way|Place"
        r"|Court|House|Close|Drive|Gardens|Terrace|Hill|Row|Park|Crescent|Quay|Wharf)\b"
        r"|\bNumber\s+(?:Ten|Eleven)\b|\bPO\s+Box\s+\d+|\b(?:[Nn]o\.|No|Number)\s?\d{1,4}\b(?!,\d"
        rf"|\s+(?:\w+\s+)?{COUNTED_NOUN})|\bUnit\s+\d{{1,3}}\b"
    ),
    "postcode": r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b",
    "reference": (
        r"\b(?:FOI|FoI|EIR|IC|[Rr]ef(?:erence)?)\b(?:\s?(?:[Nn]umber|[Nn]o|[Rr]ef(?:erence)?)\b)?"
        r"[\s.:#/-]*[A-Z/-]*\d[\w/-]*"
        r"|\b[A-Z]{2,6}(?:[-/]|\s(?!(?:19|20)\d\d[/-]\d\d\b))?\d+(?:[/-][\w/-]+)+"
        r"|\b(?:[Cc]harit(?:y|ies)|[Cc]ompany|[Rr]egistered|[Rr]egistration)\b[^.\n]{0,60}?"
        r"\b(?:SC)?\d{5,8}\b(?:[,\s(and]*(?:SC)?\d{5,8}\b)*"
        r"|\b(?:[Rr]eference|[Cc]harity|[Cc]ompany|[Cc]ase|[Cc]rime)\s+(?:[Nn]umbers?|[Nn]o\.?)"
        r"[\s:]*[\w/-]*\d[\w/-]*"
    ),
    "offence code": (
        r"\b(?:[Cc]odes?|[Cc]lass(?:es)?)\s+\d+[A-Z]?(?:/\d+[A-Z]?)?\b"
        r"|\b\d{1,3}/\d{1,3}[A-Z]?\b(?!/)"
        r"|\b\d{1,3}[A-Z]{1,2}\b(?:/\d+)?"
    ),
    verdicts.NAME_WITH_NUMBER: (
        r"\b(?:COVID|Covid|covid)[-‐‑ ]?19\b|\bKey\s+[Ss]tages?\s+\d"
        r"|(?<!\b[Ll]ast )(?<!\b[Tt]his )(?<!\b[Ee]ach )(?<!\b[Tt]hat )\b[Yy]ears?\s+(?:group"
        r"\s+)?1?\d\b(?!,\d)(?:(?:\s+(?:and|to)\s+|\s?[-–]\s?)1?\d\b)?(?!\s+(?:of|more|fewer"
        r"|offences|crimes|cases)\b)|\b[A-Z]{1,4}\d+\b"
        r"|\b\d[GgDd]\b|\b[Cc]hannel\s+[45]\b"
        r"|\b(?:Level|Grade|Tier|Phase|Stage|Wave|Round|Category|Type|Protocol|Windows|i[Pp]hone"
        r"|Xbox"
        r"|PlayStation|Series|Season|Episode|Day|Week|Room|HC|Cm|CP)\s+\d{1,4}\b(?!,\d)"
        r"|\bBBC\s+(?:Radio\s+)?\d\b|\bRadio\s+\d\b|\b[Ff]ormula\s+1\b|\bCatch\s?22\b"
    ),
    "list marker": (
        r"^[ \t]*(?:\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}[.)]"
        r"|\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s+[A-Z“\"]))(?=\s)"
        # "Notes to editors: 1. Figures were … 2. Interviews: …"
        r"|(?<=:\s)1\.(?=\s[A-Z][^\n]*[.;]\s2\.\s[A-Z])|(?<=[.;]\s)[2-9]\.(?=\s[A-Z])"
    ),
    "note number": (
        r"\b(?:[Nn]otes?|[Ff]ootnotes?|[Tt]ables?|TABLE(?=[ \t]\d\d?(?:[.:]|[ \t]\(|\n))"
        r"|[Pp]ages?|[Aa]nnex(?:es)?|[Aa]ppendi(?:x|ces)"
        r"|[Qq]uestions?|[Vv]ersions?|[Vv]olumes?|[Cc]harts?|Figures?|[Ii]tems?|[Mm]inutes?"
        rf"|[Rr]esolutions?|[Mm]otions?|[Cc]aptions?|[Pp]ictures?|[Pp]hotos?|(?i:{_IN_THE_TABLE}(?:rows?|columns?))"
        r"|[Ss]lides?|[Tt]op|(?<!\b[Tt]he\s)[Ll]ines?(?=\s+\d+\s+(?:is|was|are|has|shows|gives|of)\b)|Psalms?|Hymns?)\s+\d{1,3}\b"
        r"(?:(?:,|\s+and|\s+to|\s?[-–])\s?\d{1,3}\b)*|\[\d{1,2}\]"
        # "GRAPHIC 2, BARS: …" heads what is shown
        r"|^[ \t]*(?:GRAPHICS?|GFX|SLIDE|CHART|CAPTION|SHOT|CLIP|PANEL|CARD|FRAME|SCENE"
        r"|Graphic|Panel|Card|Frame|Clip)"
        r"[ \t]+\d{1,2}(?=[ \t]*(?:[:.(–—-]|,[ \t]+(?:[A-Z]+\b|[a-z ]+)[^\n\d]{0,30}:|$))"
        r"|\b(?:[Jj]unctions?|[Pp]rimary|[Bb]us|[Rr]oute|[Gg]ate|[Pp]latform(?=\s+\d+\s+at\b)"
        r"|Papers?|Enclosures?|Exhibits?|Handouts?|Factsheets?|Recommendations?|Briefings?"
        r"|[Ii]ssue|[Ee]dition|[Aa]mendments?|[Ss]tudio|[Rr]oom|[Ff]loor|[Hh]all|[Cc]ourt|[Bb]ay)"
        rf"\s+\d{{1,3}}\b(?:\s+(?:and|to)\s+\d{{1,3}}\b)?(?!{_THEN})"
        r"|\b(?i:post|tweet|card|graphic|map|panel|step|myth|fact|clip|headline|option|teaser|point|slide)"
        r"\s+\d{1,2}(?=:|[ \t]*$)"
        # "170 in release 1, 98 since release 2", never "in this release 8 offences".
        r"|\b(?:in|since|from)\s+release\s+\d{1,3}(?=[,.;:)])(?![.,]\d)"
    ),
    # "A quarter of a century", "half of the year".
    verdicts.PART_OF_A_TIME: (
        r"(?i:(?<!\bevery )(?<!\band )(?<!\band a )"
        r"\b(?:half|(?:an?|one|two|three)[\s‐‑-](?:half|thirds?|quarters?))\s+"
        r"(?:of\s+)?(?:an?|the)\s+(?:minute|hour|day|week|month|year|decade|century)\b(?![’']"
        r"|\s+(?:before|earlier|after|later|that\s+followed)\b))"
    ),
    # "22 degrees", "90 miles", "lost 3-1", "103.4 FM": of the weather, the road, a match, a radio.
    "measurement": (
        rf"(?i:(?<![\w.,])(?:{NUMBER})[\s‐‑-]?(?:degrees|miles?|km|kilomet(?:re|er)s?|met(?:re"
        rf"|er)s|feet|inches"
        r"|acres|hectares|litres|pages|mph|gb|mb|tb|gigabytes|megabytes|terabytes)\b)"
        r"|\b\d{2,3}\.\d\s?(?=FM\b)|\b\d{2,4}\s?(?=(?:kHz|MHz|AM|LW|MW)\b)"
        r"|\b\d{1,2}[-–]\d{1,2}(?=\s+(?:win|victory|defeat|draw|loss)\b)"
        r"|(?i:\b(?:w[io]n|lost|lose|drew|draw|beat(?:en)?|held|defeat(?:ed)?"
        r"|victory)\b)[^.;\d\n]{0,30}?(?<![\w/])\d{1,2}[-–]\d{1,2}\b(?![-–/]|\s?%|\s+years?)"
    ),
    # "Carried by 31 votes to eight", "voted by 38 to four"
    "vote": (
        rf"(?i:vot(?:ed?|ing)\s+{NUMBER}\s+to\s+{NUMBER}\b|(?:vot(?:ed?|ing)|carried|passed|approved|agreed|defeated|rejected|backed)\s+(?:[^\W\d]+\s+){{0,2}}?by\s+"
        rf"{NUMBER}(?:\s+votes?)?\s+(?:to|against)\s+{NUMBER}|{NUMBER}\s+votes?\b(?:\s+(?:to|against)\s+{NUMBER})?)"
    ),
    # "DUR: 17\"" of a recording.
    "recording": r"(?i:\b(?:dur(?:ation)?|running\s+time|length)\s*:\s*\d{1,3}\b)",
    "ordinal": r"\b\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)\b",
}

_UNLESS_READ = {
    # "Over 60" and "just under 12 a week" are rounded, "over-18s" and "children over 10" are ages.
    "age": (
        rf"\b(?i:under|over)[-‐‑\s]\d{{1,2}}[’']?s\b|\b(?i:under|over)[-‐‑]\d{{1,2}}\b(?!{_THEN})"
        rf"|(?<!\bjust )\b(?i:under)\s+1?\d\b(?!{_THEN})|\b\d{{1,2}}\s?[-–]\s?\d{{1,2}}s\b"
        rf"|\b(?i:{_PEOPLE})\s+(?:who\s+(?:are|were)\s+)?(?:under|over|above|below)\s+"
        rf"(?i:{NUMBER})(?!{_THEN})"
        rf"|\b(?:must|should|ha(?:s|ve)\s+to|need\s+to)\s+be\s+(?:at\s+least\s+|over\s+)?1\d"
        rf"(?=\s*(?:[.;,!?]|$|or\s+over\b|to\b))"
        rf"|(?<=[Nn]o\sone\s)(?:under|below)\s+(?i:{NUMBER})(?=\s+(?:may|can|could|should)\b)"
        rf"|\b(?i:{_PEOPLE})\s+(?:who\s+(?:are|were)\s+)?between\s+1?\d\s+and\s+1?\d\b(?!{_THEN})"
        rf"|\b(?i:aged?|ages)\s+(?i:{NUMBER})(?:,\s(?i:{NUMBER}))+,?\s(?:and"
        rf"|or)\s(?i:{NUMBER})(?!{_THEN})"
        rf"|\b(?i:aged?|ages)\s+(?:of\s+)?(?:between\s+)?(?!\d{{3}}|\d,\d)(?i:{NUMBER})"
        rf"(?:(?<=\d)\s[-–]\s(?=\d){_NO_COUNT}\b|(?:{_OR}(?:{_NO_COUNT}|(?:under|over"
        rf"|younger|older|above|below)(?!\s+\d))\b)*)"
        # "Ages ran from nine to 15", "the ages of those abused ranged from nine to 15"
        rf"|\b(?i:ages|aged|(?<=\bin\s)age)(?i:(?:\s+of(?:\s+(?!(?:{NUMBER})\b)[\w’'-]+){{1,4}}?)?"
        rf"\s+(?:rang\w+|stretch\w*|span\w*|var[iy]\w*|extend\w*|runs?|ran|spread))?"
        rf"(?i:\s+(?:from|between))?\s+(?:just\s+)?(?i:{NUMBER})\s+(?:(?:right\s+)?(?:up|through)\s+)?(?:to|and)\s+(?i:{NUMBER})(?!{_THEN})"
        rf"|\b(?i:children|girls|boys|victims)\s+from\s+(?i:{NUMBER})\s+to\s+(?i:{NUMBER})"
        r"(?=\s+(?:were|was|are|had|made|account(?:s|ed)?|feature(?:s|d)?|suffered)\b)"
        rf"|\b(?i:men|women|man|woman|adults|brothers|defendants),?\s+(?:both\s+|all\s+)?aged"
        rf"\s+(?i:{NUMBER})(?:,\s+(?i:{NUMBER}))*,?\s+and\s+(?i:{NUMBER})(?!{_THEN})"
        r"|(?:^|(?<=[.!?]\s))At\s+1?\d,(?=\s+\d)"
        rf"|(?<=\b[Mm]inimum\s)age\s+(?:limit\s+)?(?:is|was|of|at)\s+(?i:{NUMBER})(?!{_THEN})"
        rf"|\b(?:under|over)\s+the\s+age\s+of\s+(?i:{NUMBER})"
        rf"|(?i:{NUMBER})(?:\s+(?:and|or)\s+(?:(?:under|younger|older|below)\b|over\b(?!\s+\d))"
        rf"|[-‐‑]?{_TO}(?i:{NUMBER})[-‐‑\s]years?[-‐‑\s]olds?|\s+years?\s+(?:old|of\s+age)\b)"
    ),
    verdicts.AGE_OF_A_PERSON: AGE_OF_A_PERSON,
    # "A mother of three", "her three children".
    "family": (
        r"(?i:\b(?:grand)?(?:mother|father|mum|dad|parents?|family)\s+of\s+(?!\d\d)\w+\b"
        rf"|\b(?:team|squad|group|panel|crew|staff|class|party|committee"
        rf"|jury)\s+of\s+{NUMBER}(?!{_THEN})"
        r"|\b\d[\d,]*\d\s+of\s+you\b"  # who read it, and not "three of us"
        rf"|\b(?:I\s+(?:have|had|[’']ve\s+got)|who\s+ha[sd](?!\s+\d\d))\s+{NUMBER}\s+"
        rf"(?:grand)?(?:children|kids|sons|daughters|boys|girls)\b"
        rf"|\b(?:my|her|his|our|your)\s+{NUMBER}\s+(?:\w+\s+)?(?:grand)?(?:children|kids|sons"
        r"|daughters|boys|girls)\b"
        rf"|\b{NUMBER}\s+(?:children|kids|sons|daughters|boys|girls)\s+of\s+(?:my|her|his|our"
        rf"|their)\s+own\b)"
    ),
    "fixed phrase": r"\b24/7\b|\bround\s+the\s+clock\b",
    # "Kik was at number 4", as `part_orders` reads it
    "place": (
        r"(?i:\b(?:at|as|in|is|was|came|comes|ranks|ranked|sits|sat)\s+(?:number|no\.?|position|spot|slot)"
        r"\s+[1-9]\b)"
    ),
    # "24 hours a day", "two working days", and the cells of a table.
    "length of time": (
        rf"(?i:{NUMBER})\s+(?:(?:hours?|days?|nights?|times)\s+(?:a|per|each|every)\s+"
        rf"(?:day|week|month|year)\b|(?:(?:working|calendar"
        rf"|full)\s+)?(?i:{TIME_UNIT})\b(?![\s‐‑-]+on[\s‐‑-]+year)|cells?\b)"
    ),
    # "One child can be the victim of several": what may happen to anyone, not how many there were.
    "one of any": (
        rf"(?i:(?<=\bnor\sdoes\s)one\s+{COUNTED_NOUN}\s+(?:mean|equal)\s+one\s+(?:child|victim|offender)\b"
        rf"|\bone\s+{COUNTED_NOUN}\s+and\s+(?:there\b|another\b|then\b|the\s+next\b)"
        rf"|\bone\s+(?:\w+\s+)?{COUNTED_NOUN}\s+(?:can|may|could|might|should|must|would)\b"
        rf"|\b(?:even\s+)?one\s+(?:\w+\s+)?{COUNTED_NOUN}\s+is\s+(?:\w+\s+)?one\s+too\s+many\b"
        rf"|\bone\s+(?:\w+\s+)?{COUNTED_NOUN}\s+(?:is|does|need)(?:\s+not"
        rf"|n[’']t)\b(?:\s+one\s+{COUNTED_NOUN}\b)?)"
    ),
    # "We asked 12 forces for a total, and ten came back with one"
    _AN_ANSWER: (
        r"\b(?i:(?:came|come|got|wrote)\s+(?:back|up|through)|repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|obliged?)\s+with\s+"
        r"one(?=\s*[.,;:)]|\s+(?:for|each|in\s+time)\b)"
    ),
    "phrase with one": (
        r"(?i:\b(?:one\s+of|no\s+one|every\s*one|any\s*one|one\s+another|at\s+one|one\s+day"
        r"|one\s+by\s+one"
        r"|one\s+thing|not\s+one\s+more|one\s+more\s+(?:reason|thing|time|sign|step|example|warning|question|chance)|one\s+(?:\w+\s+)?or\s+more|one\s+(?:\w+\s+)?(?:with|from"
        r"|to|against|and|than)\s+(?:an?|the)\s?other|which\s+one|this\s+one|that\s+one"
        r"|the\s+one|(?:go(?:ing|es)?|went)\s+back\s+one\s+more"
        r"|(?:giv(?:e|es|ing)|gave|hand(?:s|ed|ing)?|buy(?:s|ing)?|bought|lend(?:s|ing)?|lent|sell(?:s|ing)?|sold|own(?:s|ed)?"
        r"|want(?:s|ed)?)\s+one\s+(?:to|for|before|until|back|as))\b"
        r"|(?<=\bbehind\s)(?:each|every)\s+(?:(?:and\s+every|single)\s+)?one(?=\s+(?:is|was|there|stands|lies)\b)"
        # "Offences in which police recorded one", a platform or an age
        rf"|\b(?:(?:in|for)\s+which|where)\s+(?:\w+\s+){{1,3}}?(?:{_RECORDED}|ma[dk]e\s+a\s+\w+\s+of)\s+one(?=\s*[.,;:)])"
        rf"|\b{_RECORDED}\s+one(?=\s+(?:in|for)\s+\d[\d,]*\s+(?:of\s+(?:the|its|their)\s+\d|(?:offences|crimes|cases|files|records)\b)))"
    ),
}

_BEGIN = {
    **dict.fromkeys(("address", "list marker", "note number", "telephone number"), ""),
    "date": r"\b(?=[\dJFMASOND])",
    "time": rf"\b(?=\d|(?i:twenty|quarter|half|{_HOUR}))",
    "statute": r"\b(?=[\dABCOPRSacprs])",
    "street": r"\b(?=[\dNnPU])",
    "reference": r"\b(?=[A-Zcr])",
    verdicts.NAME_WITH_NUMBER: r"\b(?=[A-Z\d]|covid|year|channel|formula|i[Pp]hone)",
    "age": (
        rf"\b(?i:(?={NUMBER_START}|under|over|below|age|at|must|should|ha(?:s|ve)\s|need|m[ae]n|wom[ae]n|brothers|defendants"
        rf"|{_PEOPLE}))"
    ),
    verdicts.AGE_OF_A_PERSON: PERSON_START,
    "measurement": (
        rf"(?:(?i:{NUMBER_START})|\b(?i:(?=w[io]n|lost|lose|drew|draw|beat|held|defeat|victory)))"
    ),
    "length of time": rf"\b(?i:(?={NUMBER_START}))",
    "vote": (
        rf"\b(?i:(?={NUMBER_START}|vot|carried|passed|approved|agreed|defeated|rejected|backed))"
    ),
    "family": (
        rf"\b(?i:(?={NUMBER_START}|team|squad|group|panel|crew|staff|class|party|committee|jury"
        rf"|grand|mother|father|mum|dad|parent|family|I\s|who\s|my|her|his|our|your))"
    ),
}
"""Where each can begin, as most places are soon known not to; else at any word."""

ALWAYS, UNLESS_READ = (
    {
        what: compiled(rf"{_BEGIN.get(what, r'\b')}(?:{pattern})", re.MULTILINE)
        for what, pattern in each.items()
    }
    for each in (_ALWAYS, _UNLESS_READ)
)


_BLANK_LINE = re.compile(r"\n\s*\n")


def spans(text: str, patterns: dict[str, re.Pattern[str]]) -> list[Exempt]:
    """Every stretch of a paragraph that one of the patterns matches, in order."""
    ends = [blank.start() for blank in _BLANK_LINE.finditer(text)]
    found = [
        Exempt(match.start(), match.end(), what)
        for paragraph in pairwise((0, *ends, len(text)))
        for what, pattern in patterns.items()
        for match in pattern.finditer(text, *paragraph)
        if what != _AN_ANSWER or are_forces_that_answer(text[paragraph[0] : match.start()])
    ]
    return sorted(found, key=lambda each: (each.start, -each.end))


# "It is only going one way. (2)" ends the second post of a thread
_POST_NUMBER = re.compile(r"(?<=[.!?…\"”’')] )\((\d{1,2})\)(?=[ \t]*(?:\n|\Z))")


def post_numbers(text: str) -> list[Exempt]:
    """The numbers in brackets at the ends of lines that count the posts of a thread from 1."""
    found = [*_POST_NUMBER.finditer(text)]
    in_turn = [int(each[1]) for each in found] == [*range(1, len(found) + 1)]
    return [Exempt(*m.span(), "list marker") for m in found] if in_turn and found[1:] else []
