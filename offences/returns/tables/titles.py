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
_WHO = re.compile(
    r"(?:(?:(?:total |the |all )*(?:numbers? of )?(?:offen[cs]es|crimes|cases|those) )?"
    r"(?:where|in which|with) (?:the |an? )?(?:child )?victims?"
    r"|(?:(?:total |the |all )*numbers? of |all (?:the )?)?"
    r"(?:(?:child )?victims?|children|complainants?) (?:who|that))"
    r" (?:was|were|are|is|being) (?:(?:recorded|identified) as )?(?:an? )?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*\d{1,2}[a-z]?[.):]\s*", re.IGNORECASE)  # of a question: “3)”
_PARTS = re.compile(r"\s+[-–—|]+\s+|\s*[:;()?]\s*|,\s+")
_COUNTS = r"(?:offen[cs]es?|crimes?|victims?|complainants?|cases|incidents|records)"
_ASKED = re.compile(  # words before what a part of a title or question counts
    r"(?:(?:and|or|(?:in |for |among )?how many(?: of (?:these|those|them))?"
    r"|please (?:provide|state|give|supply)"
    r"|(?:the |a )?(?:total |monthly |annual |yearly )?(?:numbers?|no\.?|counts?|volumes?|totals?)"
    r"(?: of)?|total|all|monthly|annual|yearly"
    r"|(?:police )?(?:recorded|reported)|of (?:these|those|them|which|whom|the above)|of"
    rf"|(?:the |these |those )?{_COUNTS}(?: (?:that|which|who|where))?"
    r" (?:of|for|on|under(?= s)|had|have|involv(?:ed|ing)|with|against|where|was|were)"
    r"|involv(?:ed|ing)|were|was|had|against)\s+)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(  # … and behind it
    r"\s+(?:(?:have|were|was|are|that|which|did|do) .*"
    r"|(?:recorded|reported)\b(?! (?:as|online|on|via)\b).*"
    r"|(?:per|each|every|by) (?:month|quarter|year|week|age|sex|gender|victim)\b.*"
    r"|(?:offen[cs]e|crime) (?:counts?|figures|numbers?|totals?)|offen[cs]es|crimes)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an? |the )(?=(?:fe)?male|girl|boy)", re.IGNORECASE)
_SERIAL = r"\W*(?:\w{1,3}[.):] ?)?"
_QUESTION = re.compile(
    rf"(?!{_SERIAL}(?:(?:please|to|do) )?(?:notes?|n\.?b|(?:be )?aware|bear|remember|see|refer)\b)"
    rf"(?:{_SERIAL}(?:how many|please\b.*\bnumber)\b.*|.*\?)",
    re.IGNORECASE,
)
_NOT = re.compile(  # “How many were not on Snapchat?”; “whether or not” leaves nothing out
    r"(?<!\bor )(?<!\bif )\b(?:not(?! (?:only|just|limited))|never|without|neither|none|cannot"
    r"|no(?! ?\.| of\b| ?\d))\b|n['’]t\b",
    re.IGNORECASE,
)
_IF_NOT = re.compile(r"\b(?:if|where) .*?\bnot (?:held|known|recorded)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\bof (?:these|those|them|which|whom|the above)\b", re.IGNORECASE)
_ALL_AGES = re.compile(r"\b18\b|\b0 ?(?:-|to) ?17\b|\b17 (?:and|or) (?:under|below|younger)\b")
_ADDRESS = re.compile(r"@|\bwww\.|https?:", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"\b(?:e\.?g\.?|such as|includ(?:es?|ed|ing)|for example|etc)\b", re.IGNORECASE
)
_OPPOSITE = re.compile(
    r"\b(?:not|non)[ -](?:been )?(?:flagged|marked|tagged|recorded as|classed as|online|cyber"
    r"|internet)|\boffline\b|\b(?:exclud\w*|not (?:including|counting)|leaving out|outside"
    r"|except(?: for)?|other than|apart from)\b",
    re.IGNORECASE,
)


def without_axes(text: str) -> str:
    """A title without the axes of its table and the words for a count behind it."""
    return _COUNTED.sub("", _AXES.sub("", text)).strip(" ,:;–-")


def is_question(title: str) -> bool:
    """Whether a line repeats a question that the table below it answers."""
    return bool(_QUESTION.fullmatch(title))


def is_about_some(title: str) -> bool:
    """Whether counts are some of those before them: “How many of these …?”, “Of which girls”."""
    return words.is_of_which(title) or (is_question(title) and bool(_OF_OTHERS.search(title)))


def label_in_title(title: str) -> tuple[str, str] | None:
    """What all counts below a title are of, with its role, if the title names one such thing."""
    if is_opposite(title) or _ADDRESS.search(title) or _EXAMPLES.search(title):
        return None
    if is_question(title):
        names = _platforms(title)
        return ("platform", names[0]) if len(names) == 1 else _label_in_parts(title)
    whole = without_axes(NUMBERED.sub("", title, count=1))
    head = _HEAD.match(whole)
    subject = words.clean_label(whole[head.end() :] if head else whole)
    role = words.content_role(subject)
    if (role == "sex" and not words.heading_role(subject)) or (
        role == "platform" and words.is_named_platform(subject)
    ):
        return role, subject
    if victim := _VICTIM.match(subject):
        kind = subject[victim.end() :]
        role_of_kind = words.content_role(kind)
        if role_of_kind == "sex" or (role_of_kind == "age" and not _is_of_all_ages(kind)):
            return role_of_kind, kind
    if role == "offence" and is_specific(subject) and not words.is_title(subject):
        return role, subject
    names = _platforms(whole)
    return ("platform", names[0]) if len(names) == 1 else _label_in_parts(title)


def label_of_victims(line: str) -> tuple[str, str] | None:
    """The sex or the ages in “Victims who were girls”, which is no remark for its verb."""
    text = _NUMBER.sub("", line).strip(" .:")
    victim = _WHO.match(text)
    kind = text[victim.end() :] if victim else ""
    role = words.content_role(kind)
    fits = role == "sex" or (role == "age" and not _is_of_all_ages(kind))
    return (role, kind) if fits else None


def _label_in_parts(title: str) -> tuple[str, str] | None:
    """What one part of a title or question names, if no other part names anything else."""
    text = _NUMBER.sub("", NUMBERED.sub("", title, count=1))
    found = [_label_of_part(part) for part in _PARTS.split(text)]
    labels = [*dict.fromkeys(filter(None, found))]
    return labels[0] if len(labels) == 1 else None


def _label_of_part(part: str) -> tuple[str, str] | None:
    before = _ASKED.match(part)
    text = words.clean_label(part[before.end() if before else 0 :].strip(" -–—"))
    while (shorter := _BEHIND.sub("", text)) != text:
        text = shorter
    text = _ARTICLE.sub("", text)
    role = words.content_role(text)
    if role == "sex" or (role == "offence" and is_specific(text) and not words.is_title(text)):
        return role, text
    victim = _VICTIM.match(text)
    kind = text[victim.end() :] if victim else ""
    role = words.content_role(kind)
    if role == "sex" or (role == "age" and not _is_of_all_ages(kind)):
        return role, kind
    return None


def _is_of_all_ages(band: str) -> bool:
    """Whether a band is everybody we ask about: “Under 18”, or a word without a number."""
    return bool(_ALL_AGES.search(band)) or not any(map(str.isdigit, band))


def is_specific(offence: str) -> bool:
    """Whether words name an offence, rather than all that is asked for: “online sexual abuse”."""
    return words.content_role(BROAD.sub(" ", offence).strip()) == "offence"


def is_opposite(title: str) -> bool:
    """Whether a title names what it leaves out: “Offences not flagged as online”."""
    if is_question(title):
        asked = re.split(r"\?|(?<!\bno)\. ", title, flags=re.IGNORECASE)[0]
        return bool(_OPPOSITE.search(title) or _NOT.search(_IF_NOT.sub("", asked)))
    return bool(_OPPOSITE.search(title)) and not words.is_note(title)


def _platforms(title: str) -> list[str]:
    """The platforms within a title, each once, by their names with a capital."""
    found = re.findall(r"[\w.&-]+", title)
    names = [each for each in found if each[0].isupper() and words.is_named_platform(each)]
    names += [
        f"{a} {b}"
        for a, b in pairwise(found)
        if a[0].isupper() and words.is_named_platform(f"{a} {b}")
    ]
    return [*dict.fromkeys(names)]
