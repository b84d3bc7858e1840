"""Phrases by which forces acknowledge, ask, extend, refuse and answer, as patterns."""

import re

CLAUSE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])|\n\s*\n|\n(?=\s*(?:[-•*]|\d+[.)]\s))")
# What only may happen, or would under a condition.
MAYBE = re.compile(
    r"\b(?:if|should (?:we|you|this|the)|unless|in the event|may (?:be|have|need|also|require|"
    r"refuse|apply|withhold|ask|contact|extend|exceed)|might|in some cases|some requests|where we|"
    r"cannot rule out|would (?:only|then)|sometimes|can be)\b",
    re.IGNORECASE,
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NOT = r"(?:not |n[o’']t |neither )"
REFUSES = _any(
    r"\brefus(?:e|es|ed|ing|al)\b",
    r"\bdeclin(?:e|es|ed|ing) (?:to|your)\b",
    r"\bwithh(?:old|olds|eld|olding)\b",
    r"\bexempt(?:ion|ions|ed)?\b",
    r"\bnot (?:obliged|required) to (?:comply|provide|disclose|answer|respond|confirm)",
    r"\bneed not (?:comply|answer|disclose)",
    r"\b(?:unable|not able|cannot|can ?not|will not) (?:to )?(?:comply|provide|"
    r"disclose|answer|release)",
    r"\bneither confirms? nor den(?:y|ies)",
    r"\bis engaged\b|\bare engaged\b",
    r"\bvexatious\b",
)
DECIDED = _any(
    r"\brefus(?:e|es|ed|ing|al)\b(?! rate)",
    r"\bwithh(?:old|olds|eld|olding)\b",
    r"\bdeclin",
    r"\bexempt from (?:disclosure|release)",
    r"\bnot (?:obliged|required) to (?:comply|provide|disclose|answer|respond)",
)
COSTS = _any(
    r"\b(?:exceed|exceeds|above|over|beyond|more than|excess of)\b.{0,40}"
    r"\b(?:appropriate (?:costs? )?limit|costs? (?:limit|threshold)|fees (?:limit|regulations)|"
    r"18 hours|eighteen hours|£450)",
    r"\b(?:cost|fees) (?:limit|threshold).{0,30}\bexceed",
)
NO_REFUSAL = _any(
    rf"\b{_NOT}(?:been )?(?:refus|withh|exempt|vexatious|appl(?:y|ied) (?:any|an) exempt)",
    r"\bno (?:exemptions?|information (?:has been|is|was) withheld)",
)
PARTLY = _any(
    r"\bin part\b|\bpartial(?:ly)?\b|\bpart of (?:your|the) (?:request|information)",
    r"\bsome of the (?:information|figures|data)|\bthe (?:remainder|rest)\b|\bremaining\b",
    r"\b(?:small|low) (?:numbers|figures|counts)|\bfewer than (?:five|5|10|ten)\b|\bredact",
    r"\bquestions? \d",
)
GIVES = _any(
    r"\b(?:please )?(?:find|see)\b.{0,40}\b(?:attached|enclosed|below|attachment|spreadsheet)",
    r"\b(?:attached|enclosed) (?:is|are|you will find|please find)\b",
    r"\b(?:information|data|figures)\b.{0,40}\b(?:is|are) (?:available|published) "
    r"(?:on|at|via|in)\b",
    r"\b(?:answer|response|reply|information|data|figures|spreadsheet|table|form|return)\b.{0,60}"
    r"\b(?:is|are|was|were) (?:now )?(?:attached|enclosed|below|provided|set out|as follows|shown)",
    r"\b(?:we|i) (?:attach|enclose|provide|have attached|have enclosed|have completed|"
    r"can disclose)",
    r"\b(?:our|the) (?:figures|answers?|data) .{0,30}\bare\s*:",
    r"\b(?:figures|answers?|counts|data) (?:are|is) (?:unchanged|the same)",
    r"\bas follows\s*:",
    r"\b(?:we|the force|police) recorded \d",
)
HOLDS_NOT = _any(
    r"\b(?:does|do|did) not hold\b",
    r"\bno information (?:is )?held\b|\b(?:is|are) not held\b|\bnot recorded (?:in|by|on)\b",
)
MORE_TIME = _any(
    r"\bexten(?:d|ds|ded|ding|sion)\b",
    r"\b(?:additional|further|more|extra|longer)\b.{0,12}\btime\b",
    r"\b(?:be|been|is) delayed\b|\b(?:unable|not able|not be able) to meet\b",
    r"\b(?:further|additional|another|extra) (?:\d+|ten|twenty|fifteen) (?:working )?days\b",
)
TIME_OF = _any(
    r"public interest|deadline|time ?(?:limit|scale|frame)|working days|section 10|\bs\.? ?10\b",
    r"to (?:consider|complete|respond|reply|answer|provide)|\bby \d|\buntil \d|\bresponse\b",
)
NOT_ASKED_OF_US = re.compile(
    r"\b(?:you (?:can|may) (?:request|ask)|phone|ext\.|extension \d)", re.I
)
ASKS = _any(
    r"\bclarif(?:y|ication|ications)\b",
    r"\bsection 1\s?\(3\)",
    r"\b(?:please|could you|can you|would you|kindly)\b.{0,30}\b(?:confirm|specify|state|explain|"
    r"let us know|advise|tell us)\b.{0,20}\b(?:whether|which|what|if|how|the)\b",
    r"\b(?:do|are|did) you (?:mean|ask|asking|want|wish|require|seek|seeking|need|refer)\b[^.]*\?",
    r"\b(?:could|can|would) you\b.{0,20}\b(?:provide|supply|clarify|specify|explain|narrow)\b",
    r"\b(?:which|what|whether)\b[^.?]*\bshould (?:we|be|it)\b[^.?]*\?",
    r"\bwhat do you mean\b|\bwhich (?:of|offences|years|period)\b[^.]*\?",
)
RECEIVES = _any(
    r"\backnowledg(?:e|es|ing|ement|ment|ed)\b",
    r"\b(?:has|have|had|was|were|is) (?:been |now )?(?:received|logged|registered|allocated)\b",
    r"\b(?:we|i) (?:have )?(?:received|logged|registered)\b|\breceipt of your\b",
    r"\bthank you for (?:your|contacting)\b.*\brequest\b",
)
WILL_ANSWER = _any(
    r"\b(?:will|shall|aim to|expect|should|due|entitled)\b.{0,60}"
    r"\b(?:within|by|no later than|before|in)\b.{0,30}\b(?:days|\d{1,2}(?:st|nd|rd|th)? \w+|weeks)",
    r"\b(?:20|twenty) working days\b",
)
REVIEW_ENDS = _any(
    r"\b(?:outcome|result|decision|conclusion|findings?) of (?:the|your|our|this|an?) "
    r"(?:internal )?review",
    r"\binternal review\b.{0,40}\b(?:is|has been|was) (?:now )?(?:complete|completed|concluded)",
    r"\breview\b.{0,80}\b(?:uphold|upheld|overturn|overturned|maintain)",
    r"\b(?:uphold|upheld|overturn(?:ed)?)\b.{0,80}\b(?:original|decision|response|refusal)",
)
OFFERS = _any(
    r"\b(?:could|can|would be able to|may be able to|able to) (?:be )?(?:answer|provide|supply|"
    r"comply|respond|give|process|assist)\w*\b.{0,80}\b(?:within|limit|only|for|years?|total)",
    r"\b(?:refin|narrow|reduc)(?:e|ing)\b.{0,60}\b(?:request|scope|question|period|years)",
)
REVIEW_BY = _any(
    r"\b(?:ask|request|apply|complain|appeal|submit)\w*\b.{0,60}\binternal review\b[^.]*",
    r"\binternal review\b[^.]{0,80}\bwithin\b[^.]*",
)
RETURNED = _any(
    r"^(?:undeliver|delivery (?:status|failure|has failed)|mail delivery|"
    r"returned mail|failure notice)"
)
AWAY = _any(r"^(?:automatic reply|out of (?:the )?office|auto(?:matic)?[- ]?reply)")


QUOTES = re.compile(
    r"-{2,}\s*(?:original message|forwarded by).*|_{10,}|on .{6,200} wrote:|"
    r"from:\s.*(?:@|\n(?:sent|date|to):)|"
    r"begin forwarded message:",
    re.IGNORECASE,
)


CLEARED = _any(
    r"\bthank you for (?:your |the )?clarif|\byour clarification (?:of|dated|has)",
    r"\bto clarify,|\bfor clarification\b|\bby way of clarif|\bseek clarification from us",
    r"\bif you (?:require|need|would like|have)",
)
# A force repeats what it was asked: the words after such a line are ours.
REPEATS = re.compile(
    r"^(?!.*\b(?:respon|answer|repl|decision|advise|confirm|inform you|provide)).*"
    r"\b(?:you (?:have )?(?:asked|ask|seek|sought|request|requested)|your (?:request|questions?)|"
    r"request for|following information)\b[^.?!]*:\s*$",
    re.IGNORECASE,
)
