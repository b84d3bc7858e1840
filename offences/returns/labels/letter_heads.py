"""The head and the end of a letter, and headings that any table has: no words of its counts."""

import re

from offences.returns.labels.accused_words import names_accused
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.changing_words import CHANGES
from offences.returns.labels.counted_units import counted_unit, counts_victims
from offences.returns.labels.open_counts import has_open_count
from offences.returns.labels.proper_names import AREAS, GIVEN_NAMES
from offences.returns.labels.remarks import is_plain, says_otherwise, without_names
from offences.returns.labels.some_ages import names_some_ages

_LONGEST = 80  # characters
_OFFICE = (  # “Information Rights Officer”, “Records Manager”
    r"\b(?:disclosure|information|foi|freedom of information|records?|data|performance|insight)"
    r"(?: (?:rights|governance|access|compliance|management|security|sharing|protection|request"
    r"|support|services|and|&))*"
    r" (?:officer|manager|team|unit|office|department|analyst|administrator|assistant|advis[eo]r"
    r"|co-?ordinator|lead)\b"
)
_DEPARTMENT = re.compile(  # “Information Management”, “Corporate Services Directorate, Kent Police”
    r"(?=.*\b(?:management|governance|services|compliance|assurance|rights|analytics|department"
    r"|directorate|branch)\b)"
    r"(?:(?:information|records?|data|corporate|legal|business|performance|strateg(?:y|ic)|central"
    r"|foi|freedom of information|professional|management|governance|services|insight|support"
    r"|development|compliance|assurance|standards|rights|access|security|analysis|analytics"
    r"|improvement|planning|department|directorate|team|unit|branch|section|and|&)(?: |(?=,)|$))+"
    r"(?:,? ?(?:[A-Z][\w’'-]* ){1,4}(?:Police|Constabulary))?\W*",
    re.IGNORECASE,
)
OTHER_IN_HEAD = re.compile(  # of what it is not that was asked for, though “Source” heads a line
    r"\b(?:(?:north|south|east|west)(?:ern)? (?:division|district|area|region|bcu|lpu)"
    r"|divisions?|districts?|charges|charged|arrests?|detections?|custody|call logs?|adults?"
    r"|cancelled|surveys?|victims? (?:services?|support)"
    r"|all (?!online|cyber)(?:\w+ )?(?:offen[cs]es|crimes?)"
    r"|(?:first|previous|earlier|old|last year’?s?|other|another) (?:answer|reply|response|request"
    r"|version|return|file|table|figures)|last year|cop(?:y|ied|ying)|only)\b",
    re.IGNORECASE,
)
OF_HEAD = re.compile(  # “Source: Niche”, “Ref: 123/AB”, “Extracted on 3 May”
    r"(?:(?:source|author|prepared|produced|compiled|published|extract\w*|marking|disclosure|foi"
    r"|freedom of information"
    r"|(?:(?:our|your|case|file) )*ref(?:erence)?)\b.*"
    # What is behind these is of the letter only where they end, or a person or a day is named.
    r"|(?:contact(?! ?$)|(?:report )?run|(?:request )?received|date|completed|printed|created"
    r"|(?:last )?updated|run (?:time|date)"
    r"|classification|version|address|tel|phone|telephone|fax|ext(?:ension)?|direct (?:dial|line)"
    r"|switchboard|textphone|minicom|mobile)(?: (?:\w+ )?(?:of|for|by|on|at|from"
    r"|details?|names?|numbers?|officers?|us|using)\b.*| ?[:=].*|\W*\d.*|\W*))"
    r"|(?!.*\b(?:from|since|between|to|until|for) (?:the )?(?:\d|(?:start|end|beginning) of"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
    r"(?:the )?(?:data|figures|information)(?: (?:was|were|is|are))? (?:extracted"
    r"|correct|produced|run|taken|obtained|retrieved)\b.*\d{4}\W*"
    rf"|.*{_OFFICE}.*|.*@.*|end of .*|back to\b.*|page .*|-+|https?:.*|www.*",
    re.IGNORECASE,
)
_NAMED_HEAD = re.compile(  # what a letter's head gives by its name, but for what it counts
    r"(?:(?:data|our|your|foi|foia|eir|file|case|request|disclosure|report|document|publication"
    r"|extract(?:ion)?|protective|security|government security) )*"
    r"(?:source|author|owner|analyst|contact(?: details)?|e-?mail|tel(?:ephone)?|phone|fax"
    r"|web(?:site)?"
    r"|prepared|produced|compiled|checked|verified|approved|authorised|signed(?: off)?|completed"
    r"|reviewed|created|marking|classification|confidentiality|gscs?"
    r"|(?P<reference>ref(?:erence)?(?: (?:no|number))?))"
    r"(?: (?:by|of|from|to|on|for|date))* ?[:=] ?(?P<given>.+)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_ADDRESS = re.compile(  # of a building, by its postcode or box
    r".*(?:\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b(?:PO|P\.O\.) ?Box \d+)\W*"
)
_OF_ANY_AXIS = re.compile(
    r"(?:(?:chart|axis|titles?|term|meaning|definitions?|glossary|contents|basis|row|column|labels?"
    r"|values?|measures?"
    r"|metrics?|items?|details?|indicators?|sub|group"
    r"|class|breakdown|fin|years?|months?|time|date|period|range|of|the|by|type"
    r"|(?:12|twelve) months|(?:start|begin|end)\w*|to)(?:\W+|$))+",
    re.IGNORECASE,
)
_JOINED = re.compile(r"_|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{2})(?=\d)")


_SYSTEM = re.compile(  # “Ibex RMS”, “our Crime Recording System”
    r"\b(?:[A-Z][\w-]*[ ,(]+){0,3}(?:RMS|(?:(?:crime|records?|recording|management|data|force"
    r"|live|police|case|main|information) )*(?:systems?|databases?|warehouse|software))\b"
)
_OF_HEADS = re.compile(  # words of a letter's head, and the systems that forces search
    r"(?:sources?|authors?|owner|analysts?|analysis|contact|checked|verified|approved"
    r"|authorised|signed|off|completed|reviewed|created|run|re-?run|received|printed|updated"
    r"|last|version|address|tel|phone|telephone|fax|ext|extension|direct|dial|line|switchboard|textphone"
    r"|minicom|mobile|reports?|e-?mails?|web|page|back|of|log|eir|foia|tab|annex|appendix"
    r"|confidential(?:ity)?|sent|post|gscs?|restricted|internal|external|only|public|handling|none|abuse"
    r"|performance|insight|business|intelligence|corporate|services?|development|strateg\w+"
    r"|planning|improvement|research\w*|statistic\w*|records?|rights|access|governance|compliance"
    r"|assurance|security|sharing|protection|support|management|managers?|co-?ordinator|advis[eo]r"
    r"|administrator|assistants?|leads?|head|director\w*|branch|central|freedom|legal|professional"
    r"|chief|constable|inspector|sergeant|superintendent|detective|registrar|decision|maker|policy"
    r"|headquarters|hq|house|dept|bureau|hub|desk|rms|niche|athena|connect|nspis|cms|unifi|sigma"
    r"|storm|genie|corvus|holmes|pnc|pnd|cris|i?cad|sap|objects|power ?bi|excel|qlik\w*|tableau"
    r"|socrates|sleuth|crimefile|oracle|stors|dashboards?|csv|pdf|xlsx?|word|force|forces|live|extractions?"
    r"|quer\w*|tool|january|february|copy(?:right)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|mr|mrs|ms|miss|dr|pc|ds|dc|di|dci|and|or|no|nos?|am|pm|bst|gmt)",
    re.IGNORECASE,
)
_BY_PERSONS = re.compile(
    r"\b(?:authors?|owner|analyst|contact|prepared|produced|compiled|checked|verified|approved"
    r"|authorised|signed|completed|reviewed|created|requested|extracted by|officer|manager"
    r"|advis[eo]r|administrator|assistant|lead|co-?ordinator|director|address)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(  # with what the files of a practice year say of themselves
    r"\bref(?:erence)?(?: (?:no|number))?\.? ?[:=] ?\S+(?: for practice\b)?", re.IGNORECASE
)
_INITIALS = 2  # letters


def head_says_more(phrase: str) -> bool:
    """Whether a line of a letter's head has words that no head needs: “Source: Niche, girls”.

    A person has any name; a place or a body has one, too, which may be where counts are from.
    """
    rest = _SYSTEM.sub("~", without_names(_REFERENCE.sub("~", phrase)))
    words = re.findall(r"(?<![\w/])[^\W\d_][\w’']*(?![\w/])", rest)
    unknown = [
        w for w in words if len(w) > _INITIALS and not (is_plain(w) or _OF_HEADS.fullmatch(w))
    ]
    named = bool(_BY_PERSONS.search(phrase) or _POSTCODE.search(phrase))
    return any(word[0].islower() or not named for word in unknown)


def is_of_head(phrase: str) -> bool:
    """Whether a line says who gave the figures, from where and under which number: no more."""
    named = _NAMED_HEAD.fullmatch(phrase)
    if not (named or _ADDRESS.fullmatch(phrase)):
        return False
    rest = without_names(named["given"] if named else phrase)
    if OTHER_IN_HEAD.search(rest) or (named and head_says_more(phrase)):
        return False
    counts = has_open_count(rest) and not (named and named["reference"])
    changes = CHANGES.search(rest) or names_some_ages(rest) or names_accused(rest)
    changes = changes or says_otherwise(rest)
    return not (changes or counts or counted_unit(rest) or counts_victims(rest))


_MOTTO = re.compile(  # what a force does, and no more: “Making Kent a safer place”
    r"(?:creating|keeping|making|building|serving|working together|here|proud)\b"
    r"(?!.*\b(?:child|young|online|cyber|sex|school)).*\b(?:safer?|safest|proud|you"
    r"|communit(?:y|ies)|together)\b[^\d:]*",
    re.IGNORECASE,
)


_PERSON = re.compile(  # “Amanda J Gibson”, “J. Brown”, though not “B Team” or “J Division”
    r"(?:[A-Z][a-z]+|(?![NESW]\b)[A-Z]\.?)(?: [A-Z]\.?)? (?!Team|Unit|Area|Di[vs])[A-Z][a-z’'-]+"
)


def is_idle_heading(text: str) -> bool:
    """Whether a text is of any table or letter: “Row labels”, “Version 2”, a motto, a name."""
    phrase = plain_text(text)
    if _OF_ANY_AXIS.fullmatch(in_words(text)) or _MOTTO.fullmatch(phrase) or is_of_head(phrase):
        return True
    if _DEPARTMENT.fullmatch(phrase[:_LONGEST]):
        return True
    if _PERSON.fullmatch(phrase):
        given, *_, family = phrase.casefold().split()
        return family not in AREAS and (given in GIVEN_NAMES or len(given) < 3)
    other = OTHER_IN_HEAD.search(phrase) or CHANGES.search(phrase) or names_some_ages(phrase)
    other = other or counts_victims(phrase) or has_open_count(phrase) or head_says_more(phrase)
    return bool(OF_HEAD.fullmatch(phrase)) and not other


def names_office(text: str) -> bool:
    """Whether a text is who signed, by the office: “J Smith, Information Rights Officer”."""
    phrase = plain_text(text)
    if len(phrase) >= _LONGEST:
        return False
    signed = re.fullmatch(rf".*{_OFFICE}\W*", phrase, re.IGNORECASE)
    return bool(signed or _DEPARTMENT.fullmatch(phrase))


_OF_LETTER = re.compile(r"page \d+(?: of \d+)?|(?:dear|yours|prepared|\w+ regards)\b.*|.*,", re.I)


def is_of_letter(text: str) -> bool:
    """Words of a letter or a page, about no table: “Dear Applicant,”, “Page 1 of 3”."""
    return bool(_OF_LETTER.fullmatch(text)) or names_office(text)


def in_words(name: str) -> str:
    """A name of joined words, as words: “Sheet1”, “victim_sex”, “VictimSex”."""
    return _JOINED.sub(" ", plain_text(name))
