"""What somebody did to children: "a man wrote to both of them", "who was sent pictures"."""

import re

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled


def may_be_of_harm(text: str) -> bool:
    """Whether words may be of what somebody did to those just spoken of: "He met both"."""
    return _OF_HARM.search(text) is not None


def says_harm(text: str) -> bool:
    """Whether words say what somebody did to a child: "who met a girl", "was sent pictures"."""
    done = (m for p in _DONE_TO_A_CHILD for m in p.finditer(text))
    return any(not _is_open(text, *each.span()) for each in done)


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether nothing is said to have happened: "if he messaged a girl", "may be groomed"."""
    if start == end:  # of a court: "grooming can bring ten years"
        return re.search(_CAN_BRING, text) is not None
    asked = _WHETHER.search(text, start - _NEAR, start)
    governed = _MAY_DO.finditer(text, start - _NEAR, end)
    return asked is not None or any(m.end() > start for m in governed)


def were_harmed(passage: Passage, end: int) -> bool:
    """Whether words behind some children say what was done to them: "He wrote to both".

    In their sentence or the two that follow; not what is feared: "he may write to them".
    """
    _, last = passage.with_sentence_after(passage.with_sentence_after(end - 1)[1] - 1)
    done = [m for p in _DONE_TO_THEM for m in p.finditer(passage.text, end, last)]
    done += _THEY_WERE.finditer(passage.text, end, passage.sentence_bounds(end - 1)[1])
    return any(not _FEARED.search(each[0]) for each in done)


_NEAR = 40
_CAN_BRING = r"(?:can|could)\s+(?:bring|mean|carry|lead\s+to|be\s+(?:jailed|fined|sentenced))\b"
_OF_HARM = compiled(
    r"\b(?:he|him|man|men|strangers?|some(?:one|body)|met|meet|sent|sen[dt]s?|found|messaged|wrote|happen(?:ed|s)?"
    r"|pictures?|photos?|images?|where|began)\b"
)
_SOMEBODY = (
    r"(?:he|she|someone|somebody|men|strangers|predators|groomers|police|officers|detectives|(?:an?|the|this|that|some|one|same)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:m[ae]n|strangers?|boy|adults?|users?|person|members?|coach|leader|driver|player|predators?|groomers?|account|offenders?|abusers?))"
)
_DID = r"(?:wrote|written|sent|met|found|got|spoke|came|began|did|had|[a-z]+ed)"
_EACH_CHILD = (
    r"(?:both|them|each|all|either|every\s+one"
    r"|my\s+(?:two|girls|boys|sons|daughters|children|kids))"
)
_SOMEBODY_DID = rf"{_SOMEBODY}\b[^.;!?]{{0,40}}?\s{_DID}"
_DONE_TO_THEM = (
    compiled(rf"\b{_SOMEBODY_DID}\b[^.;!?]{{0,60}}?\b{_EACH_CHILD}\b"),
    compiled(rf"\b{_EACH_CHILD}\b[^.;!?]{{0,30}}?\s{_SOMEBODY}\s+(?:had\s+)?{_DID}\b"),
    compiled(
        rf"\b(?:{_EACH_CHILD}|they|one|two)\s+(?:of\s+them\s+)?(?:(?:have|had|has|was|were|are|got|been|both|also|each|all|being)\s+){{1,3}}"
        r"(?:sent|shown|messaged|contacted|asked|approached|added|met|written\s+to|found|followed|groomed|abused|targeted|lured|offered(?!\s+places\s+at\b)|threatened"
        r"|blackmailed|tricked|hurt|harmed|victims?|attacked|assaulted|raped|coerced|exploited|in\s+(?:it|there)|among\s+(?:them|these|those))\b"
    ),
    compiled(
        rf"\b(?:{_EACH_CHILD}|they)\s+(?:of\s+them\s+)?(?:have\s+|had\s+)?(?:got|had|received|opened)\s+(?:[\w-]+\s+){{0,3}}?(?:messages?|pictures?|photos?|requests?|videos?|images?)\b"
    ),
    compiled(rf"\bhappen(?:ed|s)?\s+to\s+(?:{_EACH_CHILD}|two|one)\b"),
)
"""What somebody did to children just named, or what was done to them."""
_HARM = (
    r"(?:messaged|contacted|approached|chatted\s+(?:to|with)|spoken\s+to|groomed|abused|lured|tricked|coerced"
    r"|blackmailed|threatened|followed|targeted|befriended|met|hurt|harmed|attacked|assaulted|raped|exploited"
    r"|written\s+to|asked\s+for)"
)
_GIVEN = (
    r"(?:sent|shown|offered)\s+(?:\w+\s+){0,2}?"
    r"(?:pictures?|images?|photos?|messages?|videos?|nudes?|gifts?|money|by\s+an?)"
)
_CHILD = (
    r"(?:girls?|boys?|child(?:ren)?|teen\w*|kids?|daughters?|sons?|victims?|minors?"
    r"|(?:[4-9]|1[0-7]|[a-z]+)[-\s]years?[-\s]olds?)"
)
_OF_A_COURT = (
    r"(?:magistrates|courts?|judge|jail\w*|fined|sentenced|convicted|pleaded|admitted|charged"
    r"|arrested|caught|st[oe]le\w*|stealing|thie\w+|theft|fraud\w*|forged|fake|counterfeit|sold)"
)
_DONE_TO_A_CHILD = (
    compiled(rf"\A(?=[^\n]*\b{_OF_A_COURT}\b)(?=[^\n]*\b{_CHILD}\b)"),
    compiled(
        rf"\b(?:{_SOMEBODY}|who|users?)\b[^.;!?]{{0,50}}?\s(?:{_HARM}|sent|wrote\s+to|offered|found(?=\s+(?:her|him|them)\b))\b[^.;!?]{{0,60}}?\b(?:{_CHILD}|pupils?|them|her|him)\b"
    ),
    compiled(rf"\b(?:was|were|been|being|got|get)\s+(?:\w+\s+)?(?:{_HARM}|{_GIVEN})\b"),
    compiled(
        rf"\bm(?:et|eets?|eeting)\s+(?:up\s+with\s+)?(?:an?|the)\s+(?:\w+\s+)?{_CHILD}\b(?![^.;,]{{0,20}}\s{_CAN_BRING})"
        rf"|\b(?:{_CHILD}|she)\b[^.;!?]{{0,30}}\smet\s+(?:him|men|some(?:one|body)|an?\s+(?:\w+\s+)?(?:man|stranger|adult))\b"
        r"|\bhe\s+(?:\w+\s+)?(?:found|took|met|did\s+it|was\s+found)\b"
        r"|\basked\s+(?:[\w’-]+\s+){1,5}?for\s+(?:\w+\s+)?(?:pictures?|images?|photos?|nudes?|videos?)\b"
    ),
    compiled(r"\b(?:indecent|naked|undress\w*|abus(?:ed|ers?)|groom(?:ed|ers)|ordeal)\b"),
)
_THEY_WERE = compiled(rf"\b(?:were|been|got)\s+(?:both\s+|all\s+|each\s+)?(?:{_HARM}|{_GIVEN})\b")
_WHETHER = compiled(r"\b(?:whether|if)\s+(?:(?!(?:and|then)\b)[\w’-]+\s+){0,4}\Z")
_MAY_DO = compiled(
    r"\b(?:(?:can|(?-i:may)|could)\s+(?:(?:be|have|been|get|also|never|not|easily)\s+){0,3}"
    rf"|(?:whether|if)\s+(?:(?!(?:and|then)\b)[\w’-]+\s+){{0,5}}?)(?:{_HARM}|{_GIVEN}|sent|found|meet)\b"
)
"""What a law allows or somebody asked: the words govern the verb of harm."""
_FEARED = compiled(r"\b(?:may|might|could|would|can|should|must|will|if|never|not|\w+n[’']t)\b")
