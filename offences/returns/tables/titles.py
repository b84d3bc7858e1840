"""The offence, platform or sex that a table's title names, apart from its axes.

“Rape, by sex of victim” is a title, and its counts are of rape alone.
"""

import re
from itertools import pairwise

from offences.returns.labels import label_words as words

BROAD = re.compile(  # words that a title has rather than a label
    r"(?:\b(?:online|cyber|recorded|child(?:ren)?|sex(?:ual)?|crimes?|offen[cs]es?|offending|abuse"
    r"|exploitation)\b[ -]*)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:(?:table|figure|part|appendix|sheet|q(?:uestion)?)\b ?(?:[\dA-Z]{1,3}\b)?"
    r"|\bq\d{1,2}[a-z]?(?=[:.) ]))[ :.)–-]*",
    re.IGNORECASE,
)
_AXIS = (
    r"(?:victims?|complainants?|ages?|gender|sex|offen[cs]es?|years?|platforms?|force|type|months?"
    r"|quarters?|categor(?:y|ies)|band|groups?|districts?|area|outcome)\b"
)
_AXES = re.compile(
    rf"[ ,:;(–-]*\b(?:by (?:(?!by\b)[\w']+,? ){{0,3}}?{_AXIS}|broken down|split (?:by|into)).*"
    rf"|\s*[:;(–-]+\s*(?:victim )?(?:ages?|sex|gender)(?: and|,| of|\)|$).*",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*[:;,(–-]+\s*(?:(?:all|total|the|number of|police|recorded|reported)[ -])*(?:crimes?"
    r"|offen[cs]es?|figures?|numbers?|counts?|data|recorded|reported|totals?)\b.*",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:(?:the|all|total) )*(?:(?:numbers?|no\.?|counts?|volumes?|totals?) of )?(?:(?:all|police"
    r"|recorded|reported)[ -])*(?:crimes?|offen[cs]es?|incidents?|cases|records|victims?) "
    r"(?:of|for|against|involving|with|relating to|recorded as|where|on)\s+",
    re.IGNORECASE,
)
_VICTIM = re.compile(  # “where the victim was female”, “with a victim aged under 13”
    r"(?:an? |the |all |any )?(?:child )?victims? (?:(?:who |that )?(?:was|were|is|are|being) )?"
    r"(?:(?:recorded|identified|listed) as |of )?(?:an? )?",
    re.IGNORECASE,
)
_ALL_AGES = re.compile(r"\b18\b|\b0 ?(?:-|to) ?17\b|\b17 (?:and|or) (?:under|below|younger)\b")
_ADDRESS = re.compile(r"@|\bwww\.|https?:", re.IGNORECASE)
_EXAMPLES = re.compile(r"\b(?:e\.?g\.?|such as|including|for example|etc)\b", re.IGNORECASE)
_OPPOSITE = re.compile(
    r"\b(?:not|non)[ -](?:been )?(?:flagged|marked|tagged|recorded as|classed as|online|cyber"
    r"|internet)|\boffline\b|\b(?:excluding|except(?: for)?|other than|apart from)\b",
    re.IGNORECASE,
)


def without_axes(text: str) -> str:
    """A title without the axes of its table and the words for a count behind it."""
    return _COUNTED.sub("", _AXES.sub("", text)).strip(" ,:;–-")


def label_in_title(title: str) -> tuple[str, str] | None:
    """What all counts below a title are of, with its role, if the title names one such thing."""
    if is_opposite(title) or _ADDRESS.search(title) or _EXAMPLES.search(title):
        return None
    whole = without_axes(NUMBERED.sub("", title, count=1))
    subject = words.clean_label(_HEAD.sub("", whole, count=1))
    role = words.content_role(subject)
    if role == "sex" or (role == "platform" and _is_platform(subject)):
        return role, subject
    if victim := _VICTIM.match(subject):
        kind = subject[victim.end() :]
        role_of_kind = words.content_role(kind)
        if role_of_kind == "sex" or (role_of_kind == "age" and not _is_of_all_ages(kind)):
            return role_of_kind, kind
    if role == "offence" and is_specific(subject) and not words.is_title(subject):
        return role, subject
    names = _platforms(whole)
    return ("platform", names[0]) if len(names) == 1 else None


def _is_of_all_ages(band: str) -> bool:
    """Whether a band is everybody we ask about: “Under 18”, or a word without a number."""
    return bool(_ALL_AGES.search(band)) or not any(map(str.isdigit, band))


def is_specific(offence: str) -> bool:
    """Whether words name an offence, rather than all that is asked for: “online sexual abuse”."""
    return words.content_role(BROAD.sub(" ", offence).strip()) == "offence"


def is_opposite(title: str) -> bool:
    """Whether a title names what it leaves out: “Offences not flagged as online”."""
    return bool(_OPPOSITE.search(title)) and not words.is_note(title)


def _platforms(title: str) -> list[str]:
    """The platforms within a title, each once, by their names with a capital."""
    found = re.findall(r"[\w.&-]+", title)
    names = [each for each in found if each[0].isupper() and _is_platform(each)]
    names += [f"{a} {b}" for a, b in pairwise(found) if a[0].isupper() and _is_platform(f"{a} {b}")]
    return [*dict.fromkeys(names)]


def _is_platform(name: str) -> bool:
    return words.content_role(name) == "platform" and not re.match(
        r"(?:online|gaming|e-?mail|sms|text|zoom|threads|other|social|chat ?room|platform|app|site)"
        r"\b",
        name,
        re.IGNORECASE,
    )
