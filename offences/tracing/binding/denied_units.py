"""Numbers beside a noun that they are not of: "the 341 cops logged", "not 347 kids"."""

from offences.tracing.finding.vocabulary import compiled, words_before

_MEASURED_BY = compiled(
    r"\b(?:than|from|on|with|to|above|below|of|against|after)\s+(?:the|those)\s+\Z"
)
_THEY_RECORDED = compiled(
    r"\s+(?:(?:that|which|local|our|the)\s+)?(?:cops|police|officers|detectives|bobbies)\s+(?:ha(?:d|ve)\s+)?"
    r"(?:recorded|logged|counted|registered|noted|dealt\s+with|saw|booked)\b"
)
_PERSONS = (
    r"\s+(?:different\s+|separate\s+|individual\s+)?(?:children|kids|youngsters|victims|girls|boys|people|individuals"
    r"|offenders|abusers|predators|paedophiles|culprits|suspects|arrests|charges|convictions)\b"
)
_NOT = compiled(
    r"(?:\b(?:not|never)|n[’']t)\s+(?:(?:mean|equal|make|the\s+same\s+as"
    r"|(?:write|say|print|report|claim|conclude|tell\s+readers|assume|think)(?:\s+that)?(?:\s+there\s+(?:were|are))?)\s+)?\Z"
)
_SO_MANY = compiled(_PERSONS)
# "Snapchat was on 40 of those files": of the files that police have of the offences
_APPEARS_ON = compiled(
    r"\b(?-i:[A-Z])\w+\s+(?:appears|appeared|features|featured|(?:is|was)(?:\s+(?:named|noted|mentioned|flagged|recorded))?)"
    r"\s+(?:in|on)\s+(?:just\s+|only\s+)?\Z"
)
# "Nobody noted the age in 31 of the files", "the age column is blank in 31 rows"
_OF_A_DETAIL = compiled(
    r"\b(?:age|sex|gender|platform|app)\s+(?:[\w-]+\s+){0,4}?(?:in|on|for)\s+(?:just\s+|only\s+)?\Z"
)
_RECORDS = compiled(
    r"\s+(?:of\s+(?:the|those|these|its|their)\s+)?(?:files|rows|entries|records|lines|forms)\b"
)
_THE_FILES = compiled(
    r"\s+(?:of\s+(?:the|those|these|its|their)|(?-i:[A-Z])[\w’'-]+)\s+files(?=\s*(?:[.,;)]|\Z|and\b|in\s+(?:19|20)\d\d))"
)
# "Officers now open 11 such files a month"
_SUCH_FILES = compiled(r"\s+such\s+files\b(?!\s+of\b)")
_MEDIA = compiled(r"\b(?:images?|videos?|pictures?|photos?|photographs?|films?)\b")


def are_offences(before: str, after: str, text: str, at: int) -> bool:
    """Whether a number is of offences, whatever noun is next: of who recorded it, or denied.

    `at` is where it begins in its text.
    """
    return bool(
        (_MEASURED_BY.search(before) and _THEY_RECORDED.match(after))
        or (_NOT.search(before) and _SO_MANY.match(after))
        or (_OF_A_DETAIL.search(before) and _RECORDS.match(after) and not _media_before(text, at))
        or (_SUCH_FILES.match(after) and not _media_before(text, at))
        or (_APPEARS_ON.search(before) and _THE_FILES.match(after) and not _media_before(text, at))
    )


def _media_before(text: str, at: int) -> bool:
    """Whether the sentence of a number or the one before it speaks of images, which are files."""
    return bool(_MEDIA.search(words_before(text, at)))
