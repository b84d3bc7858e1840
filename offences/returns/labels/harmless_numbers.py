"""Which numbers of a text are no counts: dates, laws, references, ages, and their like.

What is not one of these is asked about. A list of what a count may look like is never complete.
"""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
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
_NOT_MANY = rf"(?! (?:of|were|was|(?:\w+ )?{_COUNTED})\b)"
_CODE = r"\d\w{0,3}(?:[./]\d{1,3})?(?: ?\(\w{1,3}\))*"
_CODES = rf"{_CODE}(?:(?: \([^()\d]*\))?(?:, ?| ?& ?| and | or | to |-){_CODE}{_NOT_OF})*"
_REFERENCE = r"(?:[a-z]{1,5}[-/ ]?)?(?:\d{3}[\w/.-]*|\d+[-/.][\w/.-]+)"
_ALWAYS = re.compile(
    # an address, a telephone, an amount, a share, a decimal
    r"\S+@\S+|\b(?:https?:|www\.)\S+|(?<![\w/])(?:\+44|0)\d[\d ()-]{7,13}\d(?!\d)"
    r"|^999\b|\b(?:on|or|dial|call|tel(?:ephone)?|phone)\W{1,3}(?:101|999|111|18001)\b"
    r"|\b(?-i:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b|\b(?:po box|ext(?:ension)?)\W{1,3}\d+"
    r"|\b\d{1,4}[a-z]? (?-i:(?:[A-Z][\w’'.-]* ){1,3}(?:Road|Rd|Street|St|Lane|Avenue|Drive|Way"
    r"|Square|Place|Row|Hill|Park|Gate|Close))\b"
    rf"|[£$€] ?{_N}(?:\.\d+)?|\bper 10*(?:,?000)*\b"
    r"|\d[\d,.]* ?(?:%|per ?cent\b|percentage\b)"
    r"|(?<![\w.])\d+\.\d+(?![\w.])"
    # a date, a time, a year
    rf"|\b{_DAY}(?: of)?[ -]?{MONTH}(?:[ ,'’-]*\d\d(?:\d\d)?(?!\d))?"
    rf"|{MONTH} ?{_DAY}(?!\d)(?:,? {_YEAR})?|{MONTH}[ ,'’/-]*\d\d(?:\d\d)?(?!\d)"
    r"|\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b|\b\d{4}[-/]\d\d[-/]\d\d(?:[t ]\d\d:\d\d(?::\d\d)?)?\b"
    rf"|\b(?:FYE? ?)?{_YEAR}(?: ?[/-] ?\d\d(?:\d\d)?)?(?!\d)|\b(?:{_PAIRS})\b(?!/){_NOT_OF}"
    r"|\bact (?:1[6-9]|20)\d\d\b|\bFYE? ?\d\d(?:[/-]?\d\d)?\b"
    r"|\b[0-2]?\d:[0-5]\d\b|\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b"
    # a law, a code, a reference
    r"|(?<![’'])\b(?:sections?|sec|sect|ss?|articles?|schedules?|regulations?|para(?:graph)?s?"
    rf"|subsections?|class(?:ification)?|codes?|hocr|ho|bcs|crime code)\b\.? ?(?:codes? ?)?{_CODES}"
    r"|\b(?:foia?|eir|ir|rfi|refs?|reference|request|urn|disclosure(?: log)?|officer|analyst|form"
    r"|case (?:no|number|ref))\b"
    rf"(?: ?\(?(?:nos?|number|id|request|ref(?:erence)?)\b\.?\)?)*[ .:#/-]*{_REFERENCE}"
    r"|\b(?-i:[A-Z]{2,5}-\d{3,})\b|\b[a-z]{1,6}[-/ ]?\d+(?:[-/]\w+)+\b"
    r"|\b\d+(?=[\w/-]*[a-z])(?:[-/]\w+){2,}\b"
    r"|\b(?-i:[A-Z]{1,5}\d{1,6}[A-Z]?|\d{1,3}[A-EG-LN-Z])\b(?:/\d{1,3})?|\bu(?:nder)?-?1\ds?\b"
    r"|^0\d\d/\d{1,2}(?= \D)"
    r"|\b(?:charity|company|vat|registration|registered|licence)"
    r"(?: (?:registration|registered|reg|no|number|ref))*[ .:#-]*\d{3}[\d ]{2,}"
    # an age
    rf"|\b(?:(?:ages?|aged|age group)(?: (?:of|under|over|between|from))*[ :-]*|(?:under|over)"
    rf" the age of )\(?\d{{1,2}}\b\+?(?: ?(?:and|or|to|-|/) ?\d{{1,2}}\b)?{_NOT_OF}"
    # what a mark stands for
    r"|^[*†‡§#^~.]{1,4} ?[=:]? ?(?:[<>≤≥]|up to) ?\d{1,2}$"
    # a place in this file
    r"|\b(?:page|sheet|part) \d+ of \d+\b"
    r"|\b(?:sheets?|tables?|tabs?|questions?|q|parts?|appendix|annex|charts?|figs?\.?|pages?"
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
    rf"|\b(?:between|from|under|below|(?:older|younger) than) \d{{1,2}}s?\b\+?"
    rf"(?: ?(?:and|or|to|-|/) ?\d{{1,2}}s?\b)?{_NOT_OF}"
    rf"|\b(?:over|above|at least|at most|up to) \d{{1,2}}s?\b{_NOT_MANY}"
    r"|\b(?:fewer|less|lower|greater|more|smaller) than (?:\d|10)\b(?: ?(?:and|or|to|-) ?\d\b)?"
    r"|\b(?:nearest|multiples? of) \d{1,3}\b"
    rf"|[<>≤≥]=? ?(?:\d|10)\b|\b\d{{1,2}} ?(?:-|to) ?\d{{1,2}}\b(?!,\d{{3}}){_NOT_OF}"
    r"|\b\d{1,2} (?:or|and) (?:fewer|less|under|below|over|above|more|older|younger|lower)\b"
    rf"|\b{_N} (?:(?!{_COUNTED}\b|(?:of|in|on|by)\b)\w+ ){{0,3}}"
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
    rest = _ALWAYS.sub("~", phrase)
    if len(_WORD.findall(_BARE.sub("", rest))) > 1:
        numbering = _NUMBERING.match(rest)
        rest = _BESIDE_WORDS.sub("~", rest[numbering.end() if numbering else 0 :])
    return bool(re.search(r"\d", rest))
