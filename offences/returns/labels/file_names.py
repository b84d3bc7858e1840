"""The names of files, which may say that their numbers are not those that were asked for.

A name is made of many words that say nothing of the figures: whose it is, which request and which
version it answers, and when. So only words that do say it count, and not those that are unknown.
"""

import re

from offences.returns.labels.accused_words import names_accused
from offences.returns.labels.cell_counts import plain_text, remembered_years
from offences.returns.labels.changing_words import CHANGES
from offences.returns.labels.counted_units import counts_victims
from offences.returns.labels.force_names import without_areas
from offences.returns.labels.label_words import is_named_platform
from offences.returns.labels.months import parse_months
from offences.returns.labels.no_counts import is_no_count, names_share
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.labels.years import BETWEEN, MONTH, OTHER_YEARS

_LONGEST = 250  # characters of a document's title
_JOINED = re.compile(r"_|\+(?=\w)|%20|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{2})(?=\d)")
_SHORT = re.compile(  # “x12” is no multiple, and “Monthly” alone says how often a file is made
    r"[a-z] ?\d+(?:\.\w+)*|(?:(?:quarter|month|week|dai)ly|annual)(?: (?:report|return|bulletin))?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(  # “x12 final”, though “u16”, “f13” and “Q4” may say more
    r"(?<!counts )(?<!figures )(?<!numbers )(?<!values )(?<!data )\b[acdei-lnr-tv-z]\d{1,4}\b",
    re.IGNORECASE,
)
_KIND = r"\.(?:xls[xmb]?|od[st]|csv|tsv|pdf|docx?|rtf|txt|msg|eml)"
_PATH = re.compile(  # “File: S:\FOI\x12.xlsx”: the name of a file, and no more
    r"(?:\b(?:files?|source|document|workbook|spreadsheet|attachment|saved|stored|name|path|location"
    r"|filename|filepath|as|in|at|of|the)\b[ :=]*)*(?:(?:[a-z]:|file:|\\|/|\.\.)[^:*?\"<>|]*[\\/])?"
    rf"(?P<name>[^\\/:*?\"<>|]{{1,100}}?)(?:{_KIND})+\W*",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-. /]?\d\d[-. /]?\d\d|\d\d?[-. /]\d\d?[-. /](?:19|20)?\d\d)(?!\d)"
)
_TO_DATE = re.compile(rf"\b(?:to|until|from|since)(?: the)? {_DATE.pattern}", re.IGNORECASE)
_IDLE = re.compile(  # of the file, and not of its figures
    r"\b(?:revised|amended|corrected|restated|replac(?:es|ing|ement)|supersed(?:es|ing)|issues?"
    r"|versions?|errors? corrected"
    r"|reports?|joint|partial(?:ly)? (?:disclos\w+|exempt\w*|refus\w*)"
    r"|(?:data|response|reply|answer|tables?|figures|values|disclosure|internal|public|official"
    r"|final|copy|tab|sheet)[ -]only|only (?:data|response|tables?|figures)"
    r"|without (?:macros|formulas?|names|links|contact details)|under ?18s?)\b",
    re.IGNORECASE,
)
_ONE = r"(?:\d{1,2}(?:st|nd|rd|th)? )?" + MONTH + r"(?: ?'?\d{2,4})?"
_MONTHS = re.compile(rf"\b({_ONE}) ?(?:{BETWEEN}|–) ?({_ONE})(?![a-z])", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:ytd|(?:year )?to date|so far|part[ -]?years?|half[ -]?years?|(?:nine|six|three|[369]) ?"
    r"(?:months?|m)|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:half|quarter|qtr)"
    rf"|quarters?(?: ?\d)?|offline|not|charges?|districts?|divisions?"
    r"|boroughs?|exc|per \d+|\d\d ?plus|non[- ](?!disclos|personal|sensitiv|police)\w+)\b"
    rf"|\b(?:to|until|from|since) {_ONE}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(  # of counts, of cases and of places, which no file is named for else
    r"\b(?:no[- ](?:crim|further|action|flag|suspect|online|cyber|victim)\w*"
    r"|(?:crim|investigat|solv|summons|sentenc|fil|cancell?|link|restat|project|transferr"
    r"|bail|discontinu)ed|withh[eo]ld|domestic abuse"
    r"|nfa|convictions?|detections?|summons(?:es)?|sentences?|disposals?|courts?|crimings?"
    r"|estimates?|est|approx|circa|tens|minimum|maximum|gross|net|targets?|forecasts?"
    r"|projections?|examples?|dummy|samples?|remainder|balance|repeats?|extras?|additional|others?"
    r"|multiple|some|most(?! recent)|selected|subsets?|excerpts?|primary|secondary"
    r"|previous|earlier|last years?"
    r"|(?:quarter|month|week|dai)ly(?! (?:disclosure|log|foi))|rolling|recent|snapshot"
    r"|continued|(?<!\w )(?:sub-?|grand )totals?(?! \w)"
    r"|superseded|replaced|obsolete|archived|specimens?|withdrawn|voided|void"
    r"|tests?(?! valley)|pending|awaiting|to be confirmed|tbc|late records|mistakes?|in error"
    r"|halved|doubled|swapped|suppressed|modelled|wider|witness(?:es)?"
    r"|families|cautions?|teenagers?|unknown age|gaming|drugs|related crimes|mo search"
    r"|(?:since|before|after) (?:19|20)\d\d|weeks? \d+"
    r"|month of|pre [a-z]+|nil returns?|none held|divided"
    r"|old(?:er)? (?:data|figures|numbers|counts|systems?|answers?|records)|abroad|elsewhere|rural"
    r"|urban|local policing areas?|bcus?|lpas?|lpus?|(?:north|south|east|west)(?:ern)?"
    r"|areas? [a-z\d]|ongoing|legacy|index|hybrid|hate|flag(?:s|ged)? n|up to"
    r"|(?:more|less|fewer) than|minus|plus|mobile|social media|dark web|theft|fraud)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"\bun(?!der|it|known|til|ion|classified|protected|locked)\w+", re.IGNORECASE)
_SEX = re.compile(r"\b(?:(?P<girls>females?|girls?)|males?|boys?)\b", re.IGNORECASE)


@remembered_years
def file_name_may_change_counts(name: str) -> bool:
    """Whether a file's name or title says that its counts may be others: “Adult victims”."""
    phrase = " ".join(_JOINED.sub(" ", plain_text(name[:_LONGEST])).split())
    if _SHORT.fullmatch(phrase):
        return False
    if _TO_DATE.search(phrase):
        return True
    phrase = " ".join(_REFERENCE.sub(" ", _DATE.sub(" ", phrase)).split())
    for found in _MONTHS.finditer(phrase):
        months = parse_months(f"{found[1]} to {found[2]}", "financial")
        if not (months and (months[1] - months[0]) % 12 == 11):
            return True
        phrase = phrase.replace(found[0], " ")
    sexes = {bool(found["girls"]) for found in _SEX.finditer(phrase)}
    if counts_victims(phrase) or len(sexes) == 1:
        return True
    phrase = without_areas(_IDLE.sub(" ", phrase))  # which force it is, is asked elsewhere
    words = _OTHERS.search(phrase) or _UNDONE.search(phrase)
    if (
        words
        or names_share(phrase)
        or is_no_count(phrase.replace("%", " "))
        or any(map(is_named_platform, phrase.split()))
    ):
        return True
    is_age = names_some_ages(phrase) and not re.fullmatch(r"[\d .-]*", phrase)
    part = _PART.search(phrase) or OTHER_YEARS.search(phrase)
    return bool(part or is_age or CHANGES.search(phrase) or names_accused(phrase))


def file_named(text: str) -> str:
    """The name of the file that a line gives and nothing else, as a footer does; else empty."""
    found = _PATH.fullmatch(plain_text(text))
    return found["name"].strip() if found else ""


def names_plain_file(text: str) -> bool:
    """Whether a line gives the name of a file alone, which says of no count that it is another."""
    name = file_named(text)
    return bool(name) and not file_name_may_change_counts(name)
