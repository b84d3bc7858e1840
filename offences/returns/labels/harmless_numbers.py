"""Which numbers of a text are no counts: dates, laws, references, ages, and their like.

What is not one of these is asked about. A list of what a count may look like is never complete,
so each of them has a shape that no count has; what counts in the shape of one is looked for first.
"""

import re

from offences.returns.labels.cell_counts import NOTE_MARKS, plain_text, remembered
from offences.returns.labels.years import MONTH

_N = r"\d[\d,]*"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19[89]|20[0-4])\d"
_PAIRS = "|".join(rf"{year:02}/{year + 1:02}" for year in range(50))  # “21/22”, and no “21/24”
_UNITS = r"(?:(?:working |calendar |school )*days?|(?:financial |calendar )?years?|yrs?|months?"
_UNITS += r"|weeks?|hours?|hrs?|minutes?|mins?)"
_COUNTED = r"(?:offen[cs]es?|crimes?|victims?|child(?:ren)?|girls?|boys?|(?:fe)?males?|cases?"
_COUNTED += r"|records?|incidents?|reports?|suspects?)"
_NOT_OF = rf"(?! (?:\w+ )?{_COUNTED}\b)"
_CODE = r"\d\w{0,3}(?:[./]\d{1,3})?(?: ?\(\w{1,3}\))*"
_CODES = rf"{_CODE}(?:(?: \([^()\d]*\))?(?:, ?| ?& ?| and | or | to |-){_CODE}{_NOT_OF})*"
_SHORT = r"(?:TOTALS?|SUM|GIRLS?|BOYS?|(?:FE)?MALES?|ONLINE|CRIMES?|CASES?)"  # in capitals
_PLATFORM = r"(?:KIK|SNAP|IG|FB|WA|INSTA|YUBO|TIKTOK|TT|YT|WHATSAPP|ROBLOX|OMEGLE)"
_NAME = rf"(?:\b(?:(?:sub-?|grand )?totals?|sum|online|{_COUNTED[3:-1]}|{_PLATFORM[3:-1]})"
_NAME += r"[ :=-]{1,3})"
_MOVED = (
    r"(?:rose|fell|went|gr[eo]w|dropp?(?:ed|s)?|increas\w+|decreas\w+|changed?|moved|climbed|up"
)
_MOVED += r"|down|rises?|falls?)"
_AGE = r"(?:1?\d|2[01])s?\b\+?"
_NOT_ON = r"(?! (?:on|via|through)\b)"
# Of a limit or an age: what is put in its place, or who is so old.
_HIDDEN = (
    r"(?= (?:is|are|have|has|not|will|may|can|to|shown|suppress|with?held|redact|replace|round"
)
_HIDDEN += r"|hidden|remove|mark|mask|represent|would|could|must|cannot|should)| ?[,;:)=~.]|\W*$)"
_COUNTS = re.compile(  # a year, a decimal, a time or a code that something beside it counts in
    rf"(?<![\d/-])\b(?<!in )(?<!since )(?<!april )(?<!march )(?<!year ){_YEAR}"
    rf"(?: (?:\w+ )?{_COUNTED}\b| (?:of (?:these|them|those|which|the)|were|in total|total)\b"
    r"(?! (?:revised|first|last|only|not|updated|figures?)\b))"
    rf"|\b(?:totals?|sum)[ :=-]{{1,3}}{_YEAR}(?! ?[/-] ?\d)"
    rf"|{_NAME}(?!{_YEAR} ?[/-]|(?:{_PAIRS})\b|\d+([/.-])\d+\1\d|1?\d-1[0-8]\b)"
    r"\d+(?:[./:-]\d+)+(?![\d%])(?! ?(?:%|per\b|years?))"
    rf"|\b\d+\.(?:0+|\d{{3}}) (?:\w+ )?(?:{_COUNTED}|of|were|recorded)\b"
    rf"|\b\d{{1,2}}:\d\d {_COUNTED}\b|\bclass \d+ (?:girls?|boys?|children|victims?)\b"
    rf"|\b(?-i:{_SHORT}|{_PLATFORM})\d+\b(?! \d[A-Z]{{2}}\b)"
    rf"|\b(?-i:[FMBG]\d+ [FMBG]\d+|\d+[FMBG] \d+[FMBG])\b"
    r"|(?:^|[,;] )(?-i:X)\d+\b|\b\d+(?-i:X)\b"  # the platform; “TASER X26” is none
    # “Version 67”, of which no file has so many
    r"|^\W*(?:(?:see|on|from) )?(?:sheet|table|tab|question|q|part|appendix|annex|chart|page"
    r"|version|v|doc(?:ument)?|attachment|enclosure|tier|level|step|point)s?"
    r"[ _:.-]*(?:[4-9]\d|\d{3})\W*$"
    rf"|\b{_MOVED}\b(?: \w+){{0,3}} from \d",
    re.IGNORECASE,
)
_REFERENCE = r"(?:[a-z]{1,5}[-/ ]?|[a-z]{6,12}[-/])?(?:\d{3}[\w/.-]*|\d+[-/.][\w/.-]+)"
# “Reply to FOI 22”, “FOI request no. 22”; behind “FOI response:” may be the answer
_OF_REQUEST = r"(?:\b(?:repl(?:y|ies)|response|answer|responding) (?:to|for|under|on)(?: \w+)?"
_OF_REQUEST += r" (?:foia?|request)|\b(?:foia?|freedom of information)(?: act)? request)"
_OF_REQUEST += r"(?: (?:act|request|nos?|number|ref|reference)\b\.?)*"
_ALWAYS = re.compile(
    # an address, a telephone, an amount, a share, a decimal
    r"\S+@\S+|\b(?:https?:|www\.)\S+|(?<![\w/])(?:\+44|0)\d[\d ()-]{7,13}\d(?!\d)"
    r"|^999\b|\b(?:on|or|dial|call|tel(?:ephone)?|phone)\W{1,3}(?:101|999|111|18001)\b"
    r"|\b(?-i:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b|\b(?:po box|ext(?:ension)?)\W{1,3}\d+"
    r"|\b\d{1,4}[a-z]? (?-i:(?:[A-Z][\w’'.-]* ){1,3}(?:Road|Rd|Street|St|Lane|Avenue|Drive|Way"
    r"|Square|Place|Row|Hill|Park|Gate|Close))\b"
    rf"|[£$€] ?{_N}(?:\.\d+)?|\bper 10*(?:,?000)*\b"
    r"|\d[\d,.]* ?(?:%|per ?cent\b|percentage\b)"
    r"|(?<![\w.])\d+\.(?!\d{3}\b)\d+(?![\w.])"
    # a date, a time, a year
    rf"|\b{_DAY}(?: of)?[ -]?{MONTH}(?:[ ,'’-]*\d\d(?:\d\d)?(?!\d))?"
    rf"|{MONTH} ?{_DAY}(?!\d)(?:,? {_YEAR})?|{MONTH}[ ,'’/-]*\d\d(?:\d\d)?(?!\d)"
    r"|\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b|\b\d{4}[-/]\d\d[-/]\d\d(?:[t ]\d\d:\d\d(?::\d\d)?)?\b"
    rf"|\b(?:FYE? ?)?{_YEAR}(?: ?[/-] ?\d\d(?:\d\d)?)?(?!\d)|\b(?:{_PAIRS})\b(?!/){_NOT_OF}"
    r"|\bact (?:1[6-9]|20)\d\d\b|\bFYE? ?\d\d(?:[/-]?\d\d)?\b"
    r"|\b24/7\b|\b(?:gmt|utc|bst) ?[+-]\d{1,2}\b|\b[0-2]?\d:[0-5]\d\b"
    r"|\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b"
    # a law, a code, a reference
    rf"|(?<![\w’'])(?-i:ss?)(?=\d){_CODES}|\b(?:microsoft|office) 365\b"
    r"|\b(?:windows-125\d|utf-(?:8|16)|iso-8859-\d+|covid-19)\b"
    r"|(?<![’'])\b(?:sections?|sec|sect|ss?|articles?|schedules?|regulations?|para(?:graph)?s?"
    rf"|subsections?|class(?:ification)?|codes?|hocr|ho|bcs|crime code)\b\.? ?(?:codes? ?)?{_CODES}"
    r"|\b(?:foia?|freedom of information(?: act)?|eir|ir|rfi|refs?|reference|request|urn"
    r"|disclosure(?: log)?|officer|analyst|form|case (?:no|number|ref))\b"
    r"(?: ?\(?(?:nos?|number|id|request|response|reply|ref(?:erence)?)\b\.?\)?)*[ .:#/-]*"
    rf"{_REFERENCE}"
    rf"|{_OF_REQUEST} \d{{1,2}}(?=\W*$| ?[,;:)–-])"
    r"|\b(?-i:[A-Z]{2,5}-\d{3,})\b|\b[a-z]{1,6}[-/]?\d{3,}(?:[-/]\w+)+\b"
    r"|\b\d+(?=[\w/-]*[a-z])(?:[-/]\w+){2,}\b"
    r"|\b(?-i:[A-Z]\d{1,6}[A-Z]?|[A-Z]{2,5}(?:0\d+|\d{3,6})[A-Z]?"
    r"|\d{1,3}[AC-EH-LN-Z])\b(?:/\d{1,3})?|\bu(?:nder)?-?1\ds?\b"
    r"|^0\d\d/\d{1,2}(?= \D)"
    r"|\b(?:charity|company|vat|registration|registered|licence)"
    r"(?: (?:registration|registered|reg|no|number|ref))*[ .:#-]*\d{3}[\d ]{2,}"
    # an age
    rf"|\b(?:(?:ages?|aged|age group)(?: (?:of|under|over|between|from))*[ :-]*|(?:under|over)"
    rf" the age of )\(?\d{{1,2}}\b\+?(?: ?(?:and|or|to|-|/) ?\d{{1,2}}\b)?{_NOT_OF}"
    r"|(?<=\w )1?\d-1[0-8]\b(?= ?(?:$|[,;)(.]))"
    # what a mark stands for
    rf"|^[{NOTE_MARKS}.]{{1,4}} ?[=:]? ?(?:[<>≤≥]|up to) ?\d{{1,2}}$"
    # a place in this file
    r"|\b(?:page|sheet|part) \d+ of \d+\b"
    r"|\b(?:sheets?|tables?|tabs?|questions?|q|parts?|appendix|annex|charts?|figs?\.?|pages?"
    r"|attachments?|doc(?:ument)?s?|enc(?:losure)?s?|annex(?:es)?|rooms?|floors?"
    r"|notes?|footnotes?|version|v|tier|level|step|point)"
    r"[ _]?[a-z]?\d{1,3}[a-z]?(?:\.\d+)?(?:(?:, ?| ?& ?| and | or | to | of |-)[a-z]?\d\b)*"
    r"(?![\w,])"
    r"|\b(?:rows?|columns?|cells?|lines?) [a-z]?\d{1,4}(?:(?: ?[-:,] ?| to | and )[a-z]?\d{1,4})*\b"
    r"|\b(?:outcomes?|weeks?|wk) \d{1,2}(?:(?: ?[-,] ?| to | and )\d{1,2})*\b|\byear [1-9]\b"
    r"|\(\d+ of \d+\)|^0 (?:means|is|=|denotes)"
    r"|□?\d+□\d*|\bfigure \d{1,2}(?=[:.])|\bweb ?2\b",
    re.IGNORECASE,
)
_BESIDE_WORDS = re.compile(  # an age, a limit, a length of time, how many of what is no offence
    rf"\b{_N}(?: ?(?:-|to|and|or) ?{_N})?[ -]{_UNITS}(?:[ -]olds?)?\b"
    rf"|\b(?:between|from) {_AGE} ?(?:and|to|or|-|/) ?{_AGE}(?:{_HIDDEN}|(?= years?\b))"
    rf"|\b(?:under|over|(?:older|younger) than) (?:13|1[678]|21)s?\b\+?{_NOT_OF}"
    rf"|\b(?:under|below|over|above|at least|at most|up to|up to and including) \d{{1,2}}s?\b"
    rf"{_HIDDEN}"
    r"|\b(?:fewer|less|lower|greater|more|smaller) than (?:\d|10)\b(?: ?(?:and|or|to|-) ?\d\b)?"
    rf"{_NOT_ON}"
    r"|\b(?:nearest|multiples? of) \d{1,3}\b"
    rf"|[<>≤≥]=? ?(?:\d|10)\b|\b\d{{1,2}} ?(?:-|to) ?\d{{1,2}}\b(?!,\d{{3}}){_NOT_OF}"
    r"|\b\d{1,2} (?:or|and) (?:fewer|less|under|below|over|above|more|older|younger|lower)\b"
    rf"{_NOT_ON}|\b{_N} (?:(?!{_COUNTED}\b|(?:of|in|on|by)\b)\w+ ){{0,3}}"
    r"(?:forces?|pages?|questions?|tables?|tabs?|sheets?|columns?"
    r"|rows?)\b|\b\d{1,2}\+|\b\d+(?:st|nd|rd|th)\b|(?<=\w)[ ~]?[(\[]\d[)\]]"
    r"|\b(?:zeros?|nil|none|no offences)\b.* as 0\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(  # “1. The number…”, “2) Of these…”, “(3) …”, “4 Crimes with…”
    r"\W*(?:notes?:? )?(?:(?:\d(?:\.\d)*[a-z]?|1\d)[.)\]] ?|"
    rf"(?:1 |\d (?!{_COUNTED}\b))(?=(?-i:[A-Z])))(?=\D{{8}})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3}", re.IGNORECASE)
_BARE = re.compile(  # words that say no more than a number does
    r"\b(?:(?:sub-?|grand )?totals?|sum|and|for|the|plus|note|yes|about|circa|around|approx\w*"
    rf"|answer|{_COUNTED})\b",
    re.IGNORECASE,
)


@remembered
def leaves_number(text: str) -> bool:
    """Whether a text has a number of which no words beside it say that it is no count."""
    phrase = plain_text(text)
    if not re.search(r"\d", phrase):
        return False
    if _COUNTS.search(phrase):
        return True
    rest = _ALWAYS.sub("~", phrase)
    if len(_WORD.findall(_BARE.sub("", rest))) > 1:
        numbering = _NUMBERING.match(rest)
        rest = _BESIDE_WORDS.sub("~", rest[numbering.end() if numbering else 0 :])
    return bool(re.search(r"\d", rest))
