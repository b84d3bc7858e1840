"""What a number is of that leads no noun: of its subject, or of what stands just before it.

A number is one of the data unless its noun, its subject or what it is a part of is another thing.
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import OTHER_AMOUNTS


def is_of_another_whole(passage: Passage, figure: Candidate) -> bool:
    """Whether a number beside no part of the figures is of a vote, a budget or its like."""
    text, start, end = passage.text, figure.start, figure.end
    if _DOES_SOMETHING.match(text, end) and _NOBODY.fullmatch(text, start, end):
        return True  # "nobody did anything": a victim does not, it is done to
    return is_of_an_amount(text, end)


def is_of_an_amount(text: str, end: int) -> bool:
    """Whether a share is of a budget, an audience or its like: "ten per cent of turnover"."""
    return _OF_AN_AMOUNT.match(text, end) is not None


_NOBODY = compiled(r"nobody|no\s+one|none|neither")
_DOES_SOMETHING = compiled(
    r"\s+(?:(?:else|at\s+the\s+time|back\s+then|ever|really|there|here|in\s+[A-Z]\w+)\s+)?(?:did|does|do|acted|noticed?s?|(?:seems?\s+to\s+)?check(?:s|ed)?|minds?|minded|stops?|stopped|ask(?:s|ed)?|listen(?:s|ed)|h[eo]ld(?:s)?\s+an?\s+(?:press\s+conference|meeting|talk)"
    r"|kn[eo]ws?|sa(?:id|ys)|spoke|speaks|talk(?:s|ed)|want(?:s|ed)|thought|thinks|cares?d?|answer(?:s|ed)"
    r"|believ(?:es|ed)|explain(?:s|ed)|(?:has|had)\s+(?:explained|asked|said|told|done|answered))\b"
)
_OF_AN_AMOUNT = compiled(
    rf"\s+of\s+(?:(?:the|its|their|our|his|her|[\w-]+[’']s?)\s+)?(?:[a-z]+\s+){{0,2}}?{OTHER_AMOUNTS}\b"
)
