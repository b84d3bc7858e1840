"""Our own request, given back, and the polite sentences of a letter.

No beginning clears one: “Dear Sir, the figures are victims”. It is harmless where all its words are
those of a request for what was asked for, of a thank you, or of a remark.
"""

import re
from collections.abc import Collection

from offences.returns.labels.cell_counts import plain_text, remembered_years
from offences.returns.labels.changing_words import BY_WEB, CHANGES, FORCE, PLAIN
from offences.returns.labels.counted_units import OFFENCES, counted_unit, counts_victims
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.making_dates import is_of_making
from offences.returns.labels.open_counts import has_open_count
from offences.returns.labels.part_year_words import is_whole_year
from offences.returns.labels.remarks import is_remark_alone, without_names
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.labels.years import find_dates

_NUMBER = r"(?:(?:\d{1,2}|q(?:uestion)? ?\d*|[a-z])[a-z]?[.):,]+ ?|q(?:uestion)? ?\d{1,2}[a-z]? )*"
_REQUEST = re.compile(
    rf".*\?$|{_NUMBER}(?:please (?:provide|supply|can|could|state|give|tell|send|list|break|split"
    r"|show|detail|confirm|advise|specify|identify|indicate|include)|how many|thank you"
    r"|(?:can|could|would) you|i (?:would|am|can|wish|write)|we (?:would|are) (?:like|request)"
    r"|you (?:have )?(?:asked|requested)|your request|request:|dear|yours|(?:kind )?regards)\b.*",
    re.IGNORECASE,
)
_OF_REQUEST = re.compile(
    r"\b(?:your (?:\w+ ){0,2}(?:requests?|e-?mails?|letters?|enquir(?:y|ies)|questions?)"
    r"|many thanks"
    r"|(?:you|the applicant|we were) (?:have |had )?(?:asked|requested|wanted))\b",
    re.IGNORECASE,
)
_BEFORE_ANSWER = re.compile(
    r"(?:(?:you|the applicant|we were) (?:have )?asked(?: for| us)?|(?:the |your |our |original )*"
    r"(?:request|questions?|answers?|response|reply|decision|results?|exemptions?"
    r"|information (?:requested|held)|(?:results? of )?(?:(?:the|our) )?search(?:es)?"
    r"(?: results?)?)"
    r"|dear (?:sirs?|sir ?(?:/|or) ?madam|madam|applicant|request[eo]r|(?:mrs?|ms|miss|dr)\.? \w+)"
    r"|yours \w+|(?:(?:with )?(?:(?:kind|best|warm) )*regards|(?:many )?thanks|best wishes))\W*",
    re.IGNORECASE,
)
_APPS = (
    r"(?:(?:social (?:media|networking)|social|on-?line|web|media)[ -])*(?:platforms?"
    r"|(?:web)?sites?|apps?|applications?|networks?|services?|media)"
)
_SAME: tuple[tuple[str, str], ...] = (  # what a request says in many ways
    (rf"^{_NUMBER}", ""),
    (r"^on (?=\d{1,2}(?:st|nd|rd|th)? [a-z]+(?: \d{4})?,? (?:you|we)\b)", "dated "),
    (r"\bhow many\b", "number of"),
    (r"\b(?:each|every)\b", "the"),
    (r"\b(?:please )?(?:could|can|would|will) you (?:please )?(?:also )?", "please "),
    (r"\bplease (?:also )?include\b", "please provide"),
    # where a force was asked for more than it may know
    (
        r"\b(?:if|where|when|wherever|as far as)(?: (?:this|it|that|they)(?: information)?)?"
        r"(?: (?:is|are|was|were|has been))? (?:known|recorded|held|available|possible|applicable)"
        r"(?=\W*(?:$|[.,;?)]))",
        "",
    ),
    (r"\b(answers?|questions?|parts?) (?:to )?(?:(?:question|part) )?q?\d\b", r"\1"),
    # what no count of children has, and what each offence of the official list has
    (r"\b(?:excluding|exclude|not|no) adults?(?: victims?)?\b|\bincluding attempts\b", ""),
    # the children that all requests are of
    (
        r"\b(?:aged? )?(?:(?:under|below|younger than)[ -](?:the )?(?:age of )?(?:18|eighteen)s?"
        r"|(?:between )?(?:0|birth)(?: years?)? ?(?:-|to|and) ?17|17 (?:and|or) (?:under|younger))"
        r"(?: years(?: old| of age)?)?(?!\w)",
        "under 18",
    ),
    (
        r"\b(against|on|by the|of the|where the|with a) (?:an?y? |all )?(?:young )?(?:people"
        r"|persons?|individuals?|those|anyone|someone|victims?|child(?:ren)?)"
        r" (?:(?:who|that) )?(?:(?:is|are|was|were) )?\(?under 18\)?",
        r"\1 child",
    ),
    (r"\b(?:both )?(?:males?|boys?)\W+(?:(?:and|or)\W+)?(?:females?|girls?)\b", "sex"),
    (r"\b(?:both )?(?:females?|girls?)\W+(?:(?:and|or)\W+)?(?:males?|boys?)\b", "sex"),
    # the axes of the table
    (r"\bdid (?:it|they|the offen[cs]es?) (?:happen|occur|take place)\b", "were"),
    (r"\b(?:on|via|through|using|with) (?=(?:which|what)\b)", ""),
    (rf"\b(?:by|which|what|the|of) {_APPS}(?:(?:,|/| or| and)+ ?{_APPS})*(?!\w)", "by platform"),
    (r"\bby (?:the )?(?:police )?(?:district|area)s?\b", "by area"),
    # what the force made of it: the time at which it was committed is that of its records
    (r"\b(?:were|was) (?:committed|occurring)\b|\b(?:occurred|took place|happened)\b", "were"),
    (r"\b(?:committed|occurring)\b", ""),
)
_SAME_RES = [(re.compile(pattern, re.IGNORECASE), same) for pattern, same in _SAME]
_OTHER = re.compile(  # in words that a title has, too
    r"\b(?:to date|ytd)\b|\bdistricts\b|\b(?:in|of|for) (?:the|this|that|an?|one|north|south)"
    r" (?:\w+ )?(?:area|district|section)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(  # “Dear Ms Harper,”, “Yours sincerely, J Smith”
    r"(?i:dear)(?: [\w.’'/-]+){1,4}(?=[,;]|$)"
    r"|(?i:yours [a-z]+|regards|wishes|thanks|thank you)\b,?(?: [A-Z][\w.’'-]*)+(?=[,;.]|$)"
)
_OF_LETTER = re.compile(  # what the day of a letter comes right behind
    r"\b(?:requests?|e-?mails?|letters?|enquiry|enquiries|correspondence|received|dated|submitted"
    r"|sent|made)(?: (?:of|on|from|received|dated|made|submitted|sent|in|by us|to us))* *$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:to|ending|ended|until)(?: (?:the|on|in|end|of))* *$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from)(?: the)? *$", re.IGNORECASE)
_UNTIL = re.compile(r"[ ,]*(?:to|until|till|and|up|-|–)", re.IGNORECASE)
_EXAMPLES = re.compile(r"\W*\b(?:e\.?g\b\.?|for example|such as)[^()?;]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ASKS = re.compile(  # the words of any request, and of the letter that answers it
    r"(?:hello|many|wanted|refer|response|commit|[a-h]|how|much|what|who|do|does|did|you|your|yours|we|i|my|me|us|would|like|can|could|will|provide"
    r"|supply|state|give|given|tell|send|show|details?|confirm|advise|specify|indicate|know"
    r"|held|holds?|had|same|following|answers?|asked|ask|asking|requests?|requesting|separately"
    r"|respectively|format|excel|spreadsheet|csv|electronic|if|marked|tagged|involved|involve|using"
    r"|include|foia|unknown|also|so|made|any|about|there|records?|recording|complet\w+|search\w*|break|each|they|have|having"
    # of the letter
    r"|thanks?|dear|sirs?|madam|mr|mrs|ms|miss|dr|applicants?|requesters?|requestors?|sincerely"
    r"|faithfully|truly|kind|regards|best|warm|wishes|e-?mails?|letters?|enquir\w+|correspondence"
    r"|received|dated|sent|submitted|processed|handled|considered|dealt|logged|acknowledged|am"
    r"|responded|responding|in|write|writing|wish|pleased|able|sorry|apologi[sz]e|apologies|delay"
    r"|taking|concerning|regarding|relating|related|relation|respect|connection|further|set|out"
    r"|provided|enclosed|help\w*|assist\w*|interest|patience|contacting|hope|useful|advance"
    r"|office|officers?|rights|disclosure|governance|compliance|manager|team|unit|analysts?"
    r"|department|management)",
    re.IGNORECASE,
)


def is_of_request(text: str) -> bool:
    """Whether a text gives our request back, or is of the polite sentences of a letter."""
    return bool(_REQUEST.fullmatch(plain_text(text)))


def speaks_of_request(text: str) -> bool:
    """Whether a text speaks of it in any other way: “Further to your letter, …”."""
    return bool(_OF_REQUEST.search(plain_text(text)))


def repeats_request(text: str) -> bool:
    """Whether a short line begins or ends a letter or an answer: “Response:”, “Kind regards”."""
    return bool(_BEFORE_ANSWER.fullmatch(in_fewer_words(text)))


@remembered_years
def asks_other_counts(text: str) -> bool:
    """Whether a request, given back, has words for other counts, whatever its other words are."""
    phrase = _as_asked(text)
    changes = CHANGES.search(phrase) or BY_WEB.search(phrase) or _OTHER.search(phrase)
    if changes or names_some_ages(phrase) or counts_victims(phrase) or has_open_count(phrase):
        return True
    return counted_unit(phrase) not in ("", OFFENCES) or _names_part(phrase)


@remembered_years
def says_more_than_asked(text: str) -> bool:
    """Whether a request, given back, or a polite sentence asks or says more than was asked for."""
    if asks_other_counts(text):
        return True
    phrase = _without_days(_as_asked(text))
    if is_remark_alone(phrase):
        return False
    phrase = without_names(_PERSON.sub(" ", phrase))
    for moment in reversed(find_dates(phrase)):
        phrase = f"{phrase[: moment.start]} {phrase[moment.end :]}"
    words = re.findall(r"[^\W_]+", FORCE.sub(" ", re.sub(r"[’'](?:s\b)?", "", phrase)))
    return any(not (PLAIN.fullmatch(word) or _ASKS.fullmatch(word)) for word in words)


def _as_asked(text: str) -> str:
    phrase = in_fewer_words(text)
    for pattern, same in _SAME_RES:
        phrase = pattern.sub(same, phrase)
    # “the platform used, for example Facebook” asks for all of them
    return _EXAMPLES.sub("", phrase) if "by platform" in phrase else phrase


def _without_days(phrase: str) -> str:
    """A text without the days on which letters were sent and answers made."""
    for moment in reversed(find_dates(phrase)):
        before = phrase[: moment.start]
        if is_of_making(before) or _OF_LETTER.search(before):
            phrase = f"{before}{phrase[moment.end :]}"
    return phrase


def _names_part(phrase: str) -> bool:
    """Whether its months are no whole years: “in December”, “from April to October 2018”."""
    rest = _without_days(phrase)
    moments = find_dates(rest)
    if not moments:
        return False
    first, last = moments[0], moments[-1]
    if not any(each.year for each in moments):
        words = rest[first.start : last.end]
        return not any(is_whole_year(words, kind) for kind in ("financial", "calendar"))
    if len(moments) == 1:
        before = rest[: first.start]
        ends = _ENDS.search(before) and first.month in (3, 12)
        return not (ends or (_SINCE.search(before) and first.month in (1, 4)))
    months = last.month - first.month
    # “April 2016 to April 2019” is said of whole years, too.
    return any(each.year is None for each in (first, last)) or months % 12 not in (11, 0)


def without_first_day(text: str, first: tuple[int, int]) -> str:
    """A request without the month from which it asks, if the first year begins with it."""
    for moment in reversed(find_dates(text)):
        since = _SINCE.search(text[: moment.start])
        begins = (moment.year, moment.month) == first and moment.day in (None, 1)
        if since and begins and not _UNTIL.match(text[moment.end :]):
            text = f"{text[: since.start()]}{text[moment.end :]}"
    return text


def without_own_offences(text: str, labels: Collection[str]) -> str:
    """A request without the names of the offences of a table, if it names each of them."""
    found = [{_stem(word) for word in _named_words(label)} for label in labels]
    said = {_stem(word) for word in _named_words(text)}
    if not found or not all(words & said for words in found):
        return text
    own = set().union(*found)
    return _WORD.sub(lambda word: "" if _stem(word[0]) in own else word[0], text)


def _named_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not PLAIN.fullmatch(word)]


def _stem(word: str) -> str:
    return word.casefold().rstrip("s")
