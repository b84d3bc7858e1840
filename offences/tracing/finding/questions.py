"""Claims that a text only asks about, and denies: "Are offences soaring? No"."""

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import compiled

FIGURES = r"(?:offences?|crimes?|cases|reports|figures?|numbers?|totals?|incidents?|levels?|abuse)"
"""What may be said to rise or fall, in a pattern."""
# "I read that offences are soaring. Are they? Not last year"
# Not "Have ministers noticed that offences are plummeting? No" nor "Did it make them plummet?"
_ASKS, _ASKED_NO_MORE, _IS_ASKED, _IS_DENIED, _YET_SO = (
    compiled(
        r"\W*(?:Q(?:uestion)?[.:]\s+)?(?:so,?\s+)?(?:are|is|have|has|did)\s+"
        r"(?:(?:the|these|such|online|sexual|sex|child|recorded|reported|grooming)\s+)*"
        rf"{FIGURES}(?:\s+(?:of|against)\s+[\w-]+(?:\s+[\w-]+)?)?(?:\s+(?:really|actually|still|now))?\s+\Z"
    ),
    compiled(r"(?:\s+(?:in|across)\s+(?:the\s+)?(?-i:[A-Z])\w+)?\s*(?=\?)"),
    compiled(
        r"[^.;?!]*[.!][”\"]?\s+[“\"]?(?:but\s+|and\s+)?"
        r"(?:are\s+they|is\s+it|have\s+they|has\s+it|is\s+(?:that|this|it)\s+(?:so|true|right|really\s+so))(?:\s+really)?(?=\?)"
    ),
    compiled(
        r"\?[”\"]?\s+(?:A(?:nswer)?[.:]\s+)?[“\"]?(?:well,\s+)?"
        r"(?:no|hardly|not\s+(?:here|at\s+all|so|really|quite|true|last\s+year|this\s+year|lately|yet))(?=\s*[.,;:!–—-])"
    ),
    # "No. In England they are", "No, the ban did"
    compiled(
        r"\W+(?:[\w’'-]+[\s,]+){0,8}?(?:are|is|have|has|did|do|does)\s*[.!;]"
        r"|[^?\n]{0,60}\bbut\s+(?:[\w’'-]+\s+){0,4}(?:are|is|have|has|did|do|does)\b"
    ),
)


def is_asked_and_denied(passage: Passage, claim: Span) -> bool:
    """Whether a claim is what a question is about, to which the answer is no, and no more."""
    start, _ = passage.sentence_bounds(claim[1])
    asked = _IS_ASKED.match(passage.text, claim[1])
    if not asked and _ASKS.match(passage.text, start, claim[0]):
        asked = _ASKED_NO_MORE.match(passage.text, claim[1])
    denied = _IS_DENIED.match(passage.text, asked.end()) if asked else None
    return bool(denied and not _YET_SO.match(passage.text, denied.end()))
