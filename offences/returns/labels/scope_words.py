"""Words of a line that may change what all the numbers near it are."""

import re
from collections.abc import Set as AbstractSet

from offences.returns.labels.cell_counts import plain_text, remembered, remembered_years
from offences.returns.labels.changing_words import CHANGES, FORCE, PLAIN, RULES
from offences.returns.labels.counted_units import OFFENCES, counted_unit, counts_victims
from offences.returns.labels.fewer_words import (
    heads_notes,
    in_fewer_words,
    is_serial_or_definition,
    points_elsewhere,
)
from offences.returns.labels.file_names import (
    file_name_may_change_counts,
    file_named,
    names_plain_file,
)
from offences.returns.labels.force_names import forces_in, without_areas
from offences.returns.labels.label_words import content_role, heading_role, is_named_platform
from offences.returns.labels.legends import is_legend
from offences.returns.labels.letter_heads import (
    OF_HEAD,
    OTHER_IN_HEAD,
    head_says_more,
    in_words,
    is_idle_heading,
    is_of_head,
)
from offences.returns.labels.letter_sentences import (
    counts_something,
    is_of_any_letter,
    points_to_mail,
    without_contacts,
    without_letter,
)
from offences.returns.labels.making_dates import is_of_making
from offences.returns.labels.no_counts import is_no_count, names_share
from offences.returns.labels.open_counts import has_open_count
from offences.returns.labels.part_year_words import names_part_alone, says_own_years
from offences.returns.labels.quoted_requests import (
    asks_other_counts,
    is_of_request,
    repeats_request,
    says_more_than_asked,
    speaks_of_request,
)
from offences.returns.labels.remarks import (
    is_remark_alone,
    is_sentence,
    says_otherwise,
    without_names,
)
from offences.returns.labels.reply_sentences import is_of_reply
from offences.returns.labels.signs import has_sign
from offences.returns.labels.since_when import says_since_when
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.labels.title_parts import part_of_title_is_of_months, parts_of_title
from offences.returns.labels.years import find_dates, parse_short_pair, parse_year

_LONG = 40  # characters of a heading
_OVER_YEARS = re.compile(
    r"(?:(?P<kind>financial|calendar) )?(?:years?|months?|(?:12|twelve) months)"
    r"(?: (?:starting|beginning|ending|ended|end|to|of))?\W*",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\b(?:old|all)\b", re.IGNORECASE)  # of a sheet, though plain in a title
_BOTH_SEXES = re.compile(
    r"\b(?:males?|boys?)\W+(?:(?:and|or)\W+)?(?:females?|girls?)\b"
    r"|\b(?:females?|girls?)\W+(?:(?:and|or)\W+)?(?:males?|boys?)\b",
    re.IGNORECASE,
)
_ALL_CRIME = re.compile(  # “Please find below all crime”, and no rule by which it is recorded
    r"\ball (?:recorded )?crimes?\b(?! (?:with an? (?:online|cyber)|data|types?|reports?|groups?"
    r"|categor\w+|(?:(?:is|are|was|were|must be) )?(?:recorded|counted|subject|dealt)\b))",
    re.IGNORECASE,
)
_OF_ALL = re.compile(  # said of figures, or by a part of a title, and with no word for online
    r"(?:(?:note|figures?|numbers?|counts?|data|totals?|tables?|these|this|they|it|the|is|are|of"
    r"|for|shows?|gives?|covers?|includes?)\W+)*(?:all|every) (?:(?:of|the|our|types|recorded"
    r"|reported|notifiable|police|sexual|sex|child) )*(?:offen[cs]es?|crimes?)(?: (?:types?|groups?"
    r"|recorded|reported))*(?: against (?:child(?:ren)?|minors|under 18))?",
    re.IGNORECASE,
)
_EQUATES = re.compile(  # “The number is the total”, of which nobody knows what it adds up
    r"\b(?:is|are|was|were|equals?|means?) (?:the |an? )?(?:(?:grand|overall|combined|sub)[ -]?"
    r")*(?:totals?|sums?|all|same|lot)(?=\W*$| ?[:;,.])"
    r"|\b(?<!total )(?<!totals )(?:is|are|was|were) (?:the )?sums? of\b",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    r"\b(?:as )?(?:at|of|on|to|until|till|since|from|by|before|after)(?: the)? *$", re.IGNORECASE
)
_OF_MONTH = re.compile(
    r"\b(?:as (?:at|of)|until|till|up to|since|from|before|after)(?: (?:the|end|start|of))* *$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\W*(?:(?:statement|response|reply|document|report|message|letter|data|disclosure) )?ends?\W*"
    r"|(?:not|non)[ -]protectively marked\W*|(?-i:RESTRICTED)\W*"
    r"|(?:q?\d{1,2}[a-z]?[.):]? )?not (?:requested|asked for)\W*"
    # that each is a crime, how pages are numbered, and which sexes letters stand for
    r"|(?:recorded|notifiable) (?:crimes?|offen[cs]es) only\W*|(?:sheet|tab|page) 1 of 1\W*"
    r"|handling(?: instructions?)? ?[:-] ?(?:none|n/?a)\W*"
    r"|(?:key ?[:-] ?)?f ?[=:-] ?female[,; ]+(?:and )?m ?[=:-] ?male\W*"
    r"|(?:key ?[:-] ?)?m ?[=:-] ?male[,; ]+(?:and )?f ?[=:-] ?female\W*"
    # what a child is
    r"|(?:(?:an?|any) (?:person|child|individual)|anyone|someone) (?:who is )?(?:aged )?(?:under"
    r"|below)"
    r" (?:the age of )?(?:18|eighteen)\W*",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<=\w)[’'](?:s\b)?|\bnos?\.? of\b", re.IGNORECASE)  # “No. of”
_OLD = re.compile(r"\b((?:years?|yrs?)[ -]?)olds?\b", re.IGNORECASE)
_PART = re.compile(
    r"\bparts? (?:\d+|[a-z]|one|two|three|of (?:the|your|our) request)\b(?! of the year)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:(?:re|fwd?|subject) ?[:-] ?)+(?=\w)", re.IGNORECASE)  # of a letter
_CLAUSES = re.compile(r"(?<=[a-z)\d]{2}[.;!?]) (?=\w)")  # of a request or a letter
_NOTHING = re.compile(r"(?!)")
_IN_PARTS = re.compile(r"[:;,.()\[\]|]| [-–] ")
_NO_WORD = re.compile(r"(?![^\W\d_]{2,}$|n$).*", re.IGNORECASE)  # a code, an “R” for revised
_OF_NAME = re.compile(  # of a sheet: how it was made, and not of what
    r"(?:sheets?|tabs?|extracts?|disclosure|results?|outputs?|exports?|quer(?:y|ies)|pivots?|raw"
    r"|main|final|annual|yearly|monthly|figs?"
    r"|overview|crosstabs?|index|contents|statistics|stats|info|return|submission|copy|version|v\d+|u18s?"
    r"|18s|volumes?|[a-mo-z])",  # “A” and “B” are names of any sheets, and N is a no
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[tx]\d{1,3}\b", re.IGNORECASE)  # “T12” is a table, “x12” a file
_OF_AXIS = re.compile(  # whose sex or age it is, at what time, and the ways in which apps are named
    r"(?:vics?|records?|complainants?|aggrieved|injured|part(?:y|ies)|survivors?|ips?|girls?"
    r"|boys?|males?|females?|known|stated|if|self|defined|identity|brackets?"
    r"|ranges?|bins?|applications?|social|media|medium|networks?|networking|web|websites?|sites?"
    r"|measures?|metrics?|items?|details?|values?|indicators?|levels?|tree"
    r"|sub(?:groups?|types?|class(?:es)?|categor(?:y|ies))?|titles?|legislation"
    r"|statut\w+|classifications?|classe?s?|grouping|text|nature|desc\w*|hocr|fin|recording"
    r"|reporting|variables?|service|police|constabulary|sum"
    r"|services?|methods?|when|occurred|occurrence|incident|first|exact|specific|row|column|labels?"
    r"|means|etc|eg|e|g|i)",
    re.IGNORECASE,
)
_YOUNG = re.compile(r"\byoung (?:persons?|people)\b", re.IGNORECASE)
_OF_REMARK = re.compile(  # that the number beside it is right, or where to read more
    r"\W*(?:(?:checked|verified|confirmed|validated|agreed|correct|complete|final|unchanged|ditto"
    r"|none|nil|n/?a|ok(?:ay)?|as above|no (?:comments?|changes?|remarks?|notes?|issues?)"
    r"|(?:please )?(?:see|refer to) (?:also )?(?:the )?(?:(?!other|previous)\w+ )?(?:notes?"
    r"|footnotes?|above|below"
    r"|sheets?|tabs?|pages?|cover|glossary|key)(?: (?:\w|\d+|above|below|sheet|tab|page))?)\W*)+",
    re.IGNORECASE,
)


def _same(text: str) -> str:
    """A text in the words in which all forces say it; a sentence may say more of their rules."""
    phrase = in_fewer_words(text)
    return phrase if is_sentence(phrase) else RULES.sub(" ", phrase)


@remembered
def may_change_counts(text: str, idle: re.Pattern[str] = _NOTHING) -> bool:
    """Whether a text may say that numbers near it are not those that were asked for.

    The same words do so wherever they stand; the `idle` ones say nothing in this place.
    """
    if name := file_named(text):
        return file_name_may_change_counts(name)
    if is_of_reply(text):
        return False
    phrase = _same(_SUBJECT.sub("", text))
    if is_legend(phrase) or repeats_request(phrase):
        return False  # a legend is asked about where it is not clear
    if _ALL_CRIME.search(phrase) or _says_all(phrase) or has_sign(phrase) or _names_way(phrase):
        return True
    first, *others = _CLAUSES.split(phrase)
    if is_of_request(phrase):
        return says_more_than_asked(first) or any(may_change_counts(each, idle) for each in others)
    if speaks_of_request(phrase) and not others and not says_more_than_asked(phrase):
        return False
    if is_of_any_letter(phrase):
        if others:
            return any(may_change_counts(each, idle) for each in (first, *others))
        rest = without_letter(phrase)
        return counts_something(phrase) or (bool(rest) and may_change_counts(rest, idle))
    rest = phrase if is_remark_alone(phrase) else without_contacts(phrase)
    return points_to_mail(phrase) or (bool(rest) and _is_unclear(rest, idle))


def _is_unclear(phrase: str, idle: re.Pattern[str]) -> bool:
    """Whether words that are of no letter or request say so, or are not all known."""
    if _ASIDE.fullmatch(phrase) or is_of_head(phrase):
        return False
    if heads_notes(phrase) or points_elsewhere(phrase):
        return False
    if _DAY.search(phrase) or _names_day(phrase) or _EQUATES.search(phrase):
        return True
    if names_share(phrase):
        return True
    if is_remark_alone(phrase):
        return has_open_count(phrase)
    if says_otherwise(phrase):
        return True
    if CHANGES.search(phrase) or names_some_ages(phrase) or _SYMBOL.fullmatch(phrase):
        return True
    if counts_victims(phrase) or has_open_count(phrase):
        return True
    if (_is_label(phrase) and not _BOTH_SEXES.search(phrase)) or _MEDIA.fullmatch(phrase):
        return True
    if OF_HEAD.fullmatch(phrase) or is_idle_heading(phrase):
        return bool(OTHER_IN_HEAD.search(without_names(phrase))) or (
            OF_HEAD.fullmatch(phrase) is not None and head_says_more(phrase)
        )
    if heading_role(phrase) and not _COUNTED.search(phrase):
        idle = _OF_AXIS
    if any(not idle.fullmatch(word) for word in _unread_words(phrase)):
        return True
    return any(map(_is_of_some, parts_of_title(phrase)))


def _names_way(phrase: str) -> bool:
    """Whether a title ends with the way in which its crimes were committed: “Offences - email”."""
    first, *others = parts_of_title(phrase) or [""]
    return counted_unit(first) == OFFENCES and any(map(_WAY.fullmatch, others))


def _says_all(phrase: str) -> bool:
    """Whether a part of a text says that all offences are counted, though another says online."""
    return any(_OF_ALL.fullmatch(part.strip(" -")) for part in _IN_PARTS.split(phrase))


def _names_day(phrase: str) -> bool:
    """Whether a day or month has no year, and is no edge of one: “as at 31 December”."""
    moments = find_dates(phrase)
    if len(moments) != 1 or moments[0].year:
        return False
    (moment,) = moments
    before = phrase[: moment.start]
    is_edge = (moment.day, moment.month) in ((1, 4), (31, 3), (None, 4), (None, 3))
    named = (_OF_DAY if moment.day else _OF_MONTH).search(before)
    return named is not None and not (is_edge or is_of_making(before))


def _is_of_some(part: str) -> bool:
    """Whether a part of a title is the label of some counts: “Rape (13-15)”, “Offences - girls”."""
    one_sex = _is_label(part) and not _BOTH_SEXES.search(part)
    return names_some_ages(part) or one_sex or bool(_MEDIA.fullmatch(part))


def names_all_crime(text: str) -> bool:
    """Whether a text says that all crime is counted, and not all of what was asked for."""
    return bool(_ALL_CRIME.search(plain_text(text)))


@remembered
def changes_counts(text: str) -> bool:
    """Whether the words of a heading that is not read say so themselves; one word says nothing."""
    phrase = _same(text)
    if " " not in phrase or is_of_any_letter(phrase):
        return False
    if is_of_request(phrase):
        return asks_other_counts(phrase)
    changes = bool(CHANGES.search(phrase)) or _says_all(phrase)
    return changes and not is_remark_alone(phrase)


_EACH_YEAR = re.compile(
    r"\b(?:(?:in|for|by|during) )?(?:each|every|per) (?:(?:financial|calendar) )?years?\b",
    re.IGNORECASE,
)

_EACH_DISTRICT = re.compile(
    r"\b(?:by|per|each|every|and|which) (?:(?:police|policing|local|command) )*districts?\b",
    re.IGNORECASE,
)


def _unread_words(text: str) -> list[str]:
    phrase = _OLD.sub(r"\1", _POSSESSIVE.sub("", plain_text(text)))
    phrase = _EACH_DISTRICT.sub(" ", _EACH_YEAR.sub(" ", _PART.sub(" ", phrase)))
    words = re.findall(r"[^\W_]+", without_areas(FORCE.sub(" ", _BOTH_SEXES.sub(" ", phrase))))
    return [word for word in words if not PLAIN.fullmatch(word)]


@remembered
def name_may_change_counts(sheet_name: str) -> bool:
    """Whether a sheet's name may say that its numbers are others: “Draft”, “North”."""
    phrase = _CODE.sub(" ", in_words(sheet_name))
    return may_change_counts(phrase, _OF_NAME) or bool(_NAMES.search(phrase))


def is_reference(sheet_name: str) -> bool:
    """Whether a sheet's name has a number as a request has, and no year: “25-0433”."""
    year = parse_year(sheet_name)
    dated = bool(year and year.label) or parse_short_pair(sheet_name) is not None
    return not dated and bool(re.search(r"\d{3,}", sheet_name))


@remembered
def remark_may_change_counts(remark: str) -> bool:
    """Whether words beside a count may say that it is another: “cancelled”, “not online?”."""
    phrase = plain_text(remark).rstrip("? ")
    is_idle = _OF_REMARK.fullmatch(without_contacts(phrase)) and not points_to_mail(phrase)
    elsewhere = points_elsewhere(phrase)  # where the right number may be
    return not is_idle and (elsewhere or may_change_counts(phrase, _NO_WORD))


@remembered
def names_more_than_victims(heading: str) -> bool:
    """Whether a heading of sexes, ages or apps says more, as “Sex of witness” does."""
    if heading_role(heading) not in ("sex", "age", "platform") or is_named_platform(heading):
        return False
    words = _unread_words(_YOUNG.sub(" ", in_words(heading)))
    return any(not _OF_AXIS.fullmatch(word) for word in words) or _names_one_sex(heading)


_DAY = re.compile(  # without its year: “to 31/12”
    r"\b(?:to|until|till|through|from|since|by|as at|ends?|end(?:ed|ing)) (?:the )?"
    r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/])",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\W*[£$€%]\W*")
_MEDIA = re.compile(r"social (?:media|networks?|networking)(?: only)?", re.IGNORECASE)
_WAY = re.compile(r"(?:by )?(?:e-?mails?|sms|texts?|texting|chat|gaming|phones?)", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:offen[cs]es|crimes)\b", re.IGNORECASE)
_OF_AREA = re.compile(  # places smaller than a force, which its own rows name
    r"(?:(?:local|police|policing|appropriate|authority|force|region|area|district|division|beat"
    r"|ward|county|lpu|lpa|bcu|la|name|code|type|of|the)(?:\W+|$))+",
    re.IGNORECASE,
)
_ONE_SEX = re.compile(r"\b(?:(?:fe)?males?|boys?|girls?)\b", re.IGNORECASE)


def _names_one_sex(heading: str) -> bool:
    """Whether a heading of something else names one sex alone: “Offence – girls”."""
    one = _ONE_SEX.search(heading) and not _BOTH_SEXES.search(heading)
    return bool(one) and heading_role(heading) != "sex"


def _is_label(phrase: str) -> bool:
    """Whether a text names one sex, and not the axis of them."""
    return content_role(phrase) == "sex" and not heading_role(phrase)


def says_nothing(text: str) -> bool:
    """Whether a short line is no label: “You asked:”, “Grooming became an offence in 2004”."""
    if repeats_request(text) or says_since_when(text) or names_plain_file(text):
        return True
    if heads_notes(text) or points_elsewhere(text) or is_serial_or_definition(text):
        return True
    if _ASIDE.fullmatch(plain_text(text)):
        return True
    if any(says_own_years(text, [kind]) for kind in ("financial", "calendar")):
        return True
    polite = is_of_request(text) or speaks_of_request(text)
    polite = polite and not text.rstrip().endswith("?")
    return (polite or is_of_any_letter(plain_text(text))) and not may_change_counts(text)


def names_place_or_part(heading: str) -> bool:
    """Whether a heading is of places or of parts of years, and of no forces: “Ward”, “Quarter”."""
    phrase = in_words(heading)
    is_place = _OF_AREA.fullmatch(phrase) and not heading_role(phrase)
    return bool(is_place) or heading_role(phrase) == "part"


@remembered_years
def names_axis(heading: str) -> bool:
    """Whether a heading of labels says only of what kind they are: “Age of victim”, “Offence”.

    One that begins as a request does, “How many …”, says of all counts what it says above them.
    """
    phrase = RULES.sub(" ", in_words(heading)).rstrip("? ")
    if is_of_request(phrase):
        return False
    phrase = _YOUNG.sub(" ", phrase)
    role, year = heading_role(phrase), parse_year(phrase)
    part = (year and year.part) or names_part_alone(phrase) or part_of_title_is_of_months(phrase)
    if role in ("code", "reference", "remark") or _OF_AREA.fullmatch(phrase):
        return True
    is_label = _is_label(phrase) or content_role(phrase) in ("age", "force")
    changes = _names_one_sex(phrase) or may_change_counts(phrase, _OF_AXIS) or forces_in(phrase)
    return not ((is_label and not role) or part or changes)


def is_heading(text: str, kinds: AbstractSet[str | None], *, alone: bool) -> bool:
    """Whether a text is only a heading over numbers: “% change”, or “Years ending” by itself.

    “Calendar year” is none where the years are of other `kinds`.
    """
    phrase = plain_text(text)
    if alone:
        over = _OVER_YEARS.fullmatch(phrase)
        return over is not None and (not over["kind"] or kinds <= {over["kind"].casefold()})
    named = heading_role(phrase) or is_no_count(phrase)
    return bool(named) and len(phrase) < _LONG
