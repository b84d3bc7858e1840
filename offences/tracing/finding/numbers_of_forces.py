"""What forces did, beside their number: "the forces that refused: two", "ten replied"."""

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import ASKED, YEAR, any_of, compiled

_FORCES = r"(?:police\s+)?(?:forces|constabularies)\b(?![’'])"
_OF_NAMES = (
    r"(?:(?!(?:by|in|from|for|to|of|at|across|among|that|which|recorded|logged|counted)\b)"
    r"[\w’'-]+\s+){0,6}?"
)
# "Forces failing to give a number came to three", "the number of forces asked was 15"
_CLOSED = compiled(
    rf"\A\W*(?P<of>(?:(?:the|a|total|overall|full|final)\s+)*(?:number|count|tally|total)\s+of\s+)?"
    rf"(?:the\s+)?{_OF_NAMES}{_FORCES}(?P<did>(?:[^.;:\d]|{YEAR}){{0,150}}?)"
    r"(?:\s+(?:(?:came|comes|amounted|amounts|ran|added\s+up)\s+to|numbered|totalled)\s+"
    r"|\s+(?P<is>was|were|is|are|stood\s+at|stands\s+at)\s+|\s*[:=]\s+|\s*(?P<comma>,)\s+)"
    r"(?:(?:just|only|a\s+total\s+of)\s+)*\Z"
)
_WHO_DID = compiled(
    r"\b(?:in|on)\s+(?:the|our|its|this)\s+(?:survey|list|study|panel|sample)\b|\b(?:that|which|who|with|without|asked|approached|contacted|\w+ing)\b"
)
_ENDS = compiled(
    r"\s*(?:[.,;)!?]|\Z|\n)|\s+(?:in\s+(?:all|total)|of\s+(?:them|those)|out\s+of|(?:police\s+)?forces)\b"
)
_FAR = 240
REPLIES_FROM_FORCES = compiled(
    rf"\s+(?:\w+\s+)?(?:replies|answers|responses|returns|refusals)\s+(?:(?:had\s+)?(?:came|come|arrived)\s+)?from\s+(?:the\s+)?{_OF_NAMES}{_FORCES}"
)
"""What follows a number of forces: "six replies from forces"."""
# "How many forces replied? Six.", "Who was asked? Fifteen forces."
_HOW_MANY = compiled(
    rf"\b(?:how\s+many\s+(?:of\s+(?:the|these|those)\s+)?{_OF_NAMES}{_FORCES}|which\s+{_FORCES}|whom?\b)(?P<did>[^?]*)\?"
)
_OPENS = compiled(
    r"\W*(?:A(?:nswer)?\s?[:.]\s+)?(?:(?:only|just|in\s+all|all\s+in\s+all,|all|it\s+was|there\s+were|the\s+answer\s+is)\s+)?\Z"
)
_OF_A_YEAR = (
    rf"(?:\s+(?:for|in|of)\s+(?:(?:the|that|this|both|last|latest|same)\s+)*(?:years?|{YEAR}))?"
)
CAME_FROM = (
    r"(?:figures|totals|numbers|data|counts|answers|repl(?:y|ies)|responses?|returns|statistics|information)"
    rf"(?:\s+(?:we|it|they)\s+could\s+use)?{_OF_A_YEAR}"
    r"(?:\s+(?:have|had|has|were|was|been|eventually|finally|then|only|all)){0,3}"
    r"(?:\s+(?:came?|come|arriv(?:ed|ing)|received|obtained|got|gathered|collected|reached\s+us|landed|flowed))?"
    rf"(?:\s+(?:back|in|through))?{_OF_A_YEAR}\s+(?:from|out\s+of)"
)
"""What stands before a number of forces that gave something: "usable totals arrived from"."""
_FIGURES = r"(?:figures?|totals?|data|numbers?|repl(?:y|ies)|answers?|returns?|responses?|word)"
NOTHING_FROM = (
    rf"(?:nothing|silence|(?:no|without|lack(?:s|ed|ing)?|miss(?:es|ed|ing)|await(?:s|ed|ing)?|waiting\s+(?:for|on)|short\s+of)"
    rf"\s+(?:any\s+|the\s+)?(?:[\w/–-]+\s+){{0,2}}?{_FIGURES}"
    rf"|(?:(?:still|yet)\s+to|not|never|n[’']t)\s+(?:yet\s+)?(?:had|ha(?:ve|d)|hear(?:d)?|get|got|receive(?:d)?)"
    rf"(?:\s+(?:an?|any|back|anything|the|its|their|[\w/–-]+|{_FIGURES})){{0,3}}?)"
    rf"\s+(?:(?:at\s+all|back|came|arrived|for\s+{YEAR})\s+){{0,2}}from"
)
"""What stands before a number of forces that gave none."""


FOR_A_TIME = (
    r"for\s+(?:(?:19|20)\d\d|(?:(?:the|that|each|every|this|all)\s+)?(?:\w+\s+){0,2}?years?\b)"
)
"""What forces gave a number for, and not "for girls"."""
GAVE = any_of(
    *("g[ai]v(?:e|en|ing)", "provid(?:ed?|ing)", "suppl(?:y|ied|ying)", "sen(?:d|t|ding)"),
    *("return(?:ed|ing)?", "disclos(?:ed?|ing)", "releas(?:ed?|ing)", "produc(?:ed?|ing)"),
    *("submit(?:ted|ting)?", "furnish(?:ed|ing)?", "offer(?:ed|ing)?", "forward(?:ed|ing)?"),
    *("shar(?:ed?|ing)", "reveal(?:ed|ing)?", "divulg(?:ed?|ing)", "yield(?:ed|ing)?"),
    *(
        "deliver(?:ed|ing)?",
        "volunteer(?:ed)?",
        "lodged",
        "filed",
        "managed",
        "c[ao]m(?:e|ing) up with",
    ),
    *("(?:cough|stump)(?:ed)? up", "forked out", "dug (?:out|up)", "let us have"),
    r"(?:hand|turn|pass|fork|sign)(?:ed|ing)? (?:over|in|on)",
)
"""What forces did with their figures, with the figures named behind it."""
ANSWERED = any_of(
    *("repl(?:y|ied|ying)", "respond(?:ed|ing)?", "answer(?:ed|ing)?", "compl(?:y|ied|ying)"),
    *(
        "oblig(?:ed?|ing)",
        "co-?operat(?:ed?|ing)",
        "(?:do|did|done|doing) so",
        "told (?:us|it|them)",
    ),
    "(?:came|come|got|get|wrote|written|reported) back",
    "c[ao]me (?:clean|forward|through|good|across|up trumps)",
    *(
        "(?:cough|stump|own|fess)(?:ed)? up",
        "played ball",
        "opened (?:up|(?:their|the) (?:books|files))",
    ),
    *("were forthcoming", "took part", "(?:met|beat|made) (?:the|our|its) deadline"),
    "(?:were (?:able|willing)|managed) to (?:help|oblige|answer|reply|respond)",
)
"""What forces did that answered, with nothing named behind it."""
REPLIED = compiled(
    r"(?:\s+(?:in|across)\s+[A-Z]\w+(?:\s+and\s+[A-Z]\w+)?(?=\s+(?:that|which|to)\b))?"
    r"\s+(?:of\s+(?:them|these|which|whom)\s+)?(?:(?:that|which|who|to)\s+)?"
    r"(?:(?:could|can|were\s+able\s+to)\s+(?:say|tell)\b|(?:(?:could|can|did|have|had|were\s+able\s+to)\s+)?(?:(?:also|each|both|all|actually|duly|eventually)\s+)?"
    rf"(?:(?:{GAVE}|had|have)\s+"
    r"(?:(?:us|it|the\s+[\w’'-]+)\s+)?(?:(?:(?:an?\s+)?(?:[\w/–’'-]+\s+){0,3}?)?(?:figures?|data|numbers?|totals?|repl(?:y|ies)|answers?|returns?"
    r"|responses?|information|statistics|stats)|something(?:\s+usable)?|them|theirs)"
    rf"|{ANSWERED}"
    r"|(?:g[ai]ve|provided?|suppl(?:y|ied)|sen[dt]|return(?:ed)?|disclosed?|released?)\s+(?:us\s+)?(?:it|this|theirs|one)"
    rf"(?=\s*(?:[.,;)]|$|and\b|but\b)|\s+{FOR_A_TIME})))\b"
)
# "Three didn't provide them", "two gave no answer"
GAVE_NONE = compiled(
    r"\s+(?:of\s+(?:them|these|which|whom)\s+|others\s+)?(?:(?:that|which)\s+)?(?:(?:(?:did|could|would|had|have)"
    r"(?:\s+not|n[’']t)|failed\s+to|refused\s+to|declined\s+to)\s+(?:give|given|provide|provided|supply"
    r"|supplied|send|sent|produce)\s+(?:them|any(?:thing)?|figures?|data|numbers?|answers?|it)\b"
    # "Nine produced no figure", "four had nothing to offer"
    r"|(?:g[ai]ve|sent|had|ha(?:ve|s)|held|produced|provided|supplied|returned|offered|disclosed|released|submitted)"
    r"\s+(?:(?:us|it|them|the\s+(?:charity|campaign|trust|paper))\s+)?(?:no\s+(?:\w+\s+)?(?:figures?|data|numbers?|totals?|returns?)|no(?:ne|thing))\b"
    r"(?!\s+(?:against|on|for\s+(?!(?:19|20)\d\d|the\s|that\s|last\s|this\s|either\s))))"
)
# "Another three did not reply", all that did not; and not in words about other ones
NO_REPLY = compiled(
    r"\s+(?:stayed\s+silent|ignored\s+(?:the|our|its)\s+(?:questions?|requests?|letters?))\b"
    r"|\s+(?:others\s+)?(?:(?:did|had|have)(?:\s+not|n[’']t)|never)\s+(?:repl(?:y|ied)|respond(?:ed)?"
    r"|answer(?:ed)?(?!\s+(?:the|for(?!\s+(?:19|20)\d\d)|to)\b))\b"
)
# "Two said no", "one was too late", "and three would not give one"
_TO_COMMENT = r"\w*\s+to\s+(?:comment|speak|talk|explain|add|be)\b"
_AN_OFFER = (
    r"\w*\s+(?:the\s+(?:chance|offer|invitation|suggestion|criticism|claims?)"
    r"|(?:our|this|that|any|its|such)\s+(?:criticism|suggestion|claim|idea|invitation|offer))"
)
REFUSED = any_of(
    *(rf"refus(?!{_TO_COMMENT})", rf"declin(?!{_TO_COMMENT})", r"said no\b(?! more)"),
    *(r"say(?:ing)? no\b(?! more)", rf"(?:reject|rebuff)(?!{_AN_OFFER})"),
    r"turn(?:ed|ing)? (?:us|it|them|the (?:charity|request|question|letter)) (?:away|down)",
    rf"turn(?:ed|ing)? down(?!{_AN_OFFER})",
    r"(?<!\bor\s)(?:would not|wouldn[’']t) "
    "(?:say|give|answer|reply|share|hand|release|disclose|supply)",
)
# "The 11 replied late in the year" with figures, but "two answered too late"
LATE = any_of(
    r"(?:was|were) (?:too |in )?late\b(?! (?:in|last|this)\b)",
    r"(?:came|answered|replied|responded|arrived) (?:far |much )?too late\b",
    r"(?:sent|filed|returned|supplied|submitted|gave|provided|posted|e-?mailed) (?:in )?"
    r"(?:an?|its|their|the) (?:answers?|repl(?:y|ies)|responses?|returns?|figures?|data|numbers?"
    r"|totals?) (?:in )?(?:(?:far |much )?too )?late\b(?! (?:in|last|this)\b)",
    "miss(?:ed|ing) (?:the|our|its) deadline",
)
COULD_NOT = compiled(
    r"\s+(?:(?:could|would|did)(?:\s+not|n[’']t)\s+or\s+(?:could|would|did)(?:\s+not|n[’']t)\s+(?:answer|reply|respond|say|tell)"
    r"|(?:could|would)(?:\s+not|n[’']t)\s+(?:(?:give|provide|supply|send)\s+(?:us\s+)?(?:one|any|it|them)))"
    r"(?=\s*(?:[.,;:)]|\Z|and\b|but\b))"
)
"""What follows a number of forces that had no answer, for whatever reason."""
GAVE_NONE_FOR_A_REASON = compiled(
    rf"\s+(?:(?:of\s+(?:them|these|those)|more|others?|that|which|simply|flatly|had)\s+){{0,2}}(?:{REFUSED}|{LATE})"
)
"""What follows a number of forces that refused, or were late."""


_DID_SO = compiled(
    rf"(?:{REFUSED}|{LATE}|\b(?:did|could|would|had|have)(?:\s+not|n[’']t)\b)"
    r"|\A(?:\s+in\s+England\s+and\s+Wales)?\s+(?:have\s+|had\s+)?(?:answered|replied|responded|g[ai]ve|had|sent|provided|supplied"
    rf"|(?:were|was)\s+{ASKED})(?:\s+(?:an?\s+)?(?:figures?|numbers?|data|totals?|answers?))?"
    rf"(?:\s+(?:for|in)\s+{YEAR})?\s*\Z"
)
"""What a question asks of the forces, of all of them and of nothing more."""


def forces_counted(passage: Passage, start: int, end: int) -> str:
    """What so many forces did, where their number ends the clause that says it; else nothing."""
    if not _ENDS.match(passage.after(end)):
        return ""
    before = passage.before(start, _FAR)
    asked = passage.question(start) if _OPENS.match(before) else None
    question = passage.text[slice(*asked)] if asked else before
    if (many := _HOW_MANY.search(question)) and _OPENS.match(before, 0 if asked else many.end()):
        return str(many["did"]) if _DID_SO.search(many["did"]) else ""
    said = _CLOSED.search(before)
    if said is None:
        return ""
    if not said["of"] and (said["is"] or not _WHO_DID.search(said["did"])):
        return ""
    if said["comma"] and not (said["of"] and passage.text.startswith(",", end)):
        return ""
    return str(said["did"]) or " "


# "Asked how many cases it had, the force came back with one" gives a number
_SOME_FORCES = compiled(
    rf"(?:\b(?:forces|constabularies|those|others|rest|all|most)\b|\b{NUMBER})(?:\s+[\w’'-]+){{0,3}}\s*\Z"
)
_ASKED_HOW_MANY = compiled(r"\b(?:how\s+many|number\s+of)\b")


def are_forces_that_answer(before: str) -> bool:
    """Whether it is forces that came back with one: a figure, of what was asked for."""
    return bool(_SOME_FORCES.search(before)) and not _ASKED_HOW_MANY.search(before)
