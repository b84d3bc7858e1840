"""Scenes in which a number of persons is no number of offences: a school, a survey.

A scene is told by its words, so it clears nothing where its sentence names a part, or a year, of
the force's figures, and no other body: see `counting`.
"""

from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.inherited import question_before
from offences.tracing.nouns import OF_DATA, OF_OFFENCES, OTHER_SCENE, POLICE, is_adult
from offences.tracing.phrases import Span, clause_around, words_led

NO_ONE = compiled(r"nobody|no\s+one|none|neither")


def is_unreal(passage: Passage, figure: Candidate) -> bool:
    """Of what may be, is asked or wished, or of nobody: "no child can be found", "can take 20"."""
    text, (first, last) = passage.text, clause_around(passage, (figure.start, figure.end))
    before, after = text[first : figure.start], text[figure.end : last]
    if _WOULD.search(before):
        return True
    if _WILL.match(after) or _CAN.search(text, figure.start, figure.end):
        return True  # "two girls will lead the prayers"
    if _NOT.search(before) and _IS_EVER.match(after):
        return True  # "not every offence is reported"
    is_of_any = _ANY.fullmatch(text, figure.start, figure.end)
    return bool(
        is_of_any and (_MAY.match(after) or (NO_ONE.match(is_of_any[0]) and _DO.match(after)))
    )


def is_asked(passage: Passage, figure: Candidate) -> bool:
    """ "They asked whether it was one or four": nobody says that it was."""
    text, (first, last) = passage.text, clause_around(passage, (figure.start, figure.end))
    is_whether = _WHETHER.search(text[first : figure.start])
    return is_whether is not None and not _SAID_SO.search(text[figure.end : last])


def is_of_another_scene(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Of people at a school, in a survey, at a meeting, where no offence is spoken of."""
    bounds = passage.sentence_bounds(figure.start)
    text, clause = passage.text, clause_around(passage, (figure.start, figure.end))
    if OF_OFFENCES.search(text, *bounds) or OF_DATA.search(text, *bounds):
        return False
    if any(map(is_adult, words_led(text, figure.end))) or _is_how_often(passage, figure, clause):
        return True
    if _ASKED.search(text[clause[0] : figure.start]) or _ANSWERED.match(text, figure.end):
        return True
    if _STATISTIC.search(text, *clause):
        return False  # "Kik, where people sign up without a phone, was named twice"
    if POLICE.search(text, *bounds) and within(named, clause):
        return False  # "officers told the school that two were eight"
    for mention in (
        m for m in within(named, bounds) if m.slot.kind == "part"
    ):  # "meeting a child following grooming"
        text = text[: mention.start] + "_" * (mention.end - mention.start) + text[mention.end :]
    asked = question_before(passage, figure.start)
    if asked and OTHER_SCENE.search(text, *asked) and not OF_OFFENCES.search(text, *asked):
        return True
    is_before = _THEM.match(text, figure.end)
    return OTHER_SCENE.search(text, *(bounds if is_before else clause)) is not None


def is_of_a_poll(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "In a survey of 400 parents, seven in ten knew it": where no offence is spoken of.

    A share may be of a poll of the sentence before. A number of a part is of the part.
    """
    if any(figure.end <= m.start <= figure.end + 1 for m in named):
        return False  # "three nine-year-olds were found"
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    is_poll = _POLL.search(text, *bounds)
    if bounds[0] and figure.kind in ("percent", "fraction"):
        is_poll = is_poll or _POLL.search(text, *passage.sentence_bounds(bounds[0] - 1))
    is_of_ours = OF_OFFENCES.search(text, *bounds) or OF_DATA.search(text, *bounds)
    return is_poll is not None and not is_of_ours


def is_of_an_event(passage: Passage, figure: Candidate) -> bool:
    """ "Two have won a prize", "voted 14 to 3", "met us four times": nobody came to harm there."""
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if _JAILED.match(text, figure.end) or _OF_FIRMS.match(text, figure.end):
        return True  # a number of offenders, or of firms, is none of offences
    is_often = _TIMES.match(text, figure.start)
    is_none = NO_ONE.fullmatch(text, figure.start, figure.end)
    is_of_us = is_often and (_US.search(text, *bounds) or _CHANGED.search(text, *bounds))
    is_of_us = is_of_us or ((is_often or is_none) and _COMMENT.search(text, *bounds))
    if _EVENT.search(text, *bounds) is None and not is_of_us:
        return False
    of_harm = (OF_OFFENCES, OF_DATA, _STATISTIC, _HARM)
    return not any(pattern.search(text, *bounds) for pattern in of_harm)


def _is_how_often(passage: Passage, figure: Candidate, clause: Span) -> bool:
    """ "The app changed hands twice", "the force met us four times": of what no crime is."""
    words = passage.text[slice(*clause)]
    is_often = _TIMES.match(passage.text, figure.start)
    return bool(is_often and _DID.search(words) and not _IN_DATA.search(words))


_THEM = compiled(r"\s+(?:of\s+)?(?:them|these|those)\b")
_ASKED = compiled(
    r"\b(?:ask|asked|asks|asking|surveyed|polled|questioned|spoke\s+to|talked\s+to|(?:replied|answered|responded)\s+(?:after|within))\s+(?:some\s+|about\s+|over\s+)?\Z"
)
_POLL = compiled(
    rf"\b(?:surveys?|polls?)\s+of\s+(?:[\w’'-]+\s+)?{NUMBER}\b|\b(?:surveyed|polled)\s+(?:[\w’'-]+\s+)?{NUMBER}\b"
)
_ANSWERED = compiled(
    r"(?:\s+of\s+(?:them|these|those))?(?:\s+[\w’'-]+){0,2}?\s+(?:(?:have|has|had|did|could|would)\s+)?(?:not\s+|never\s+)?"
    r"(?:replied|repl(?:y|ies)|answered|answer|responded|respond|declined|commented|comment|heard|said|say|knew|know|thought|agreed|admitted)\b"
)
_STATISTIC = compiled(
    r"\b(?:named|mentioned|cited|featur\w*|appear(?:ed|s)?|crop\w*\s+up|c[ao]me\s+up|turn(?:ed|s)?\s+up|occur\w*|happened|involv\w*|blamed|approached|messaged|told\s+(?:of|about)|in\s+number)\b"
)
_JAILED = compiled(
    r"\s+(?:men|women|man|woman|adults?)\s+(?:have\s+been|has\s+been|had\s+been|were|was)\s+"
    r"(?:jailed|sentenced|convicted|arrested|charged)\b"
)
_OF_FIRMS = compiled(
    r"\s+(?:(?:has|have|had)\s+)?(?:replied|responded|declined)\b(?!\s+to\s+(?:an?|the)\s+(?:stranger|man|message))"
    r"|\s+(?:was|were)\s+(?:founded|launched|bought|sold)\b"
)
_COMMENT = compiled(r"\bcomment\b")
_EVENT = compiled(
    r"\b(?:runs?|ran|running)\s+(?:[\w-]+\s+){0,3}(?:workshops?|sessions?|courses?|talks?|lessons?|classes|groups?|clubs?)\b"
    r"|\b(?:won|wins?|entered|drew|designed)\b[^.;]*\b(?:competition|prizes?|trophy|posters?)\b"
    r"|\b(?:votes?|voted|motion|prayers|places\s+are|can\s+take|limited\s+to|capped\s+at)\b"
)
_CHANGED = compiled(r"\bchanged\b")
_US = compiled(r"\b(?:us|me|I|we)\b")
_HARM = compiled(
    r"\b(?:sent|shown|showed|met|meets?|contact\w*|approach\w*|hurt\w*|suffer\w*|tricked|befriended|messag\w*|strangers?|trapped|offered|lured|caught|blackmail\w*)\b(?!\s+(?:us|me)\b)"
)
_TIMES = compiled(rf"once|twice|thrice|{NUMBER}\s+times")
_DID = compiled(
    r"\b(?:(?!(?:need|speed|feed|seed|breed|named)\b)[a-z]{2,}ed|met|wrote|said|told|spoke|rang|sold|bought|won|lost|went|gave|taught|thought|sent|read|left|held|made|ran|meets?|writes?|asks?)\b"
)
_IN_DATA = compiled(
    r"\b(?:c[ao]me\s+(?:up|across)|crop\w*|turn\w*\s+up|show\w*\s+up|featur\w*|appear\w*|named?|naming|used?|using|mention\w*|cited|record\w*|seen|see|saw|occur\w*|happen\w*|involv\w*|count(?:ed|s)?|dealt|found|logged|blamed|abus\w*|groom\w*|targeted)\b"
)
_MODAL = r"(?:can|could|should|may|might|must|will|would|ought\s+to|cannot|can[’']t|won[’']t)"
_SAY = (
    r"(?:have|read|tell|say|count|confirm|reveal|report|work|make|come|be|add|subtract|multiply"
    r"|divide|take\s+away|see|find|put|name)"
)
_WOULD = compiled(
    rf"\b(?:{_MODAL}(?:\s+not)?(?:\s+(?:like|want|hope|need)\s+to)?|(?:wants?|hopes?|plans?|aims?|going|try(?:ing)?|able)\s+to|lets?|allow(?:s|ed)?|permits?|limited\s+to|capped\s+at|(?:does|do|did)(?:\s+not|n[’']t)\s+(?:mean|imply|show|prove|say)(?:\s+that)?|{_MODAL}\s+be\s+(?:the\s+)?victims?\s+of)"
    rf"(?:\s+(?!{_SAY}\b)(?:only|now|also|just|\w+)){{0,2}}\s+\Z"
)
_CAN = compiled(rf"\b{_MODAL}\b")
_WILL = compiled(
    r"(?:\s+(?!(?:was|were|had|has|have|did|is|are)\b)[\w’'-]+){1,6}?\s+(?:will|would|can|should|must)\s+(?!(?:have|be|say|find|see|never|not|tell)\b)[a-z]+"
)
_WHETHER = compiled(
    r"\b(?:ask|asks|asked|say|tell|know|knows|answer|wonder\w*)\b[^.;]*\bwhether\b[^.;]*\Z"
)
_SAID_SO = compiled(
    r"\b(?:said|answered|replied|confirmed)\s+(?:that\s+)?(?:it|they|there|he|she|that|no|yes)\b"
)
_NOT = compiled(r"\bnot\s+\Z")
_IS_EVER = compiled(r"\s+[\w-]+\s+(?:is|are|gets?|comes?)\b")
_ANY = compiled(
    r"no|nobody|none|neither|not\s+one|a\s+(?:single|lone|sole)|no\s+one|any|every|each|one"
)
_MAY = compiled(
    rf"(?:\s+(?!(?:was|were|had|has|did)\b)[\w’'-]+){{0,7}}?\s+(?:{_MODAL}|deserves?)\b"
    r"(?!\s+(?:have|say|find|see|be\s+(?:found|said)))"
)
_DO = compiled(
    r"(?:\s+(?!(?:offences?|crimes?|cases|victims?)\b)[\w’'-]+){0,6}?\s+(?:available|able|willing|check(?:s|ed)?|asks?|asked|repl(?:y|ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?|comment(?:s|ed)?"
    r"|know|knows|knew|told|tells?|said|says?|noticed|looks?|looked|cares?|cared|wants?|wanted|needs?|minds?|helps?|helped|believes?|believed|listens?|listened"
    r"|calls?|called|rang|wrote|reads?|stops?|stopped|complain(?:s|ed)|object(?:s|ed)|disagree[sd]?|understands?|understood|explain(?:s|ed)|thinks?|thought)\b"
)
