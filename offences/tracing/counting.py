"""What a number of a text counts: offences and their victims, or something else.

The noun decides, or the noun that "two of them" and "five" stand for. A noun of persons counts
victims unless its clause tells of another scene: a school, a survey, a meeting. A sentence on what
may be, or on the hidden cells themselves, counts nothing.
"""

import re
from collections.abc import Iterator, Sequence

from offences.tracing import quantities
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.inherited import question_before
from offences.tracing.no_numbers import counts_nothing
from offences.tracing.nouns import (
    CRIMES,
    HIDING,
    NO_HEAD,
    OF_DATA,
    OF_OFFENCES,
    OTHER_SCENE,
    OURS,
    POLICE,
    SHOWING,
    STOPS_A_PHRASE,
    THINGS,
    is_adult,
    is_ours,
    is_plural,
)

type Span = tuple[int, int]
_NEAR = 300
"""How far from a number the words may be that say what it counts: a list may go on for ever."""


def counts_something_else(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "Four officers", "two of the 12 pupils who drew it", "so that no child can be found"."""
    text, start, end = passage.text, figure.start, figure.end
    if means_an_offence(passage, figure, named):
        return False
    if counts_nothing(passage, figure):
        return True
    if _is_unreal(passage, figure) or _is_of_cells(passage, figure, named):
        return True
    ends = {end, *(n.end for n in passage.numbers if n.start == start)}
    if any(is_of_a_thing(text, start, each) for each in ends):
        return not _is_led_by_a_part(text, end, named)
    if _is_of_another_scene(passage, figure, named):
        return True
    return _counts_the_thing_before(passage, figure, named)


def is_of_a_thing(text: str, start: int, end: int) -> bool:
    """Whether the noun that a number leads is no offence, case, victim or child."""
    phrase = words_led(text, end)
    if _OF_US.match(text, end) or _YEARS.match(text, end) or "Acts" in phrase:
        return True  # "three of you", "the three later years"
    if not phrase or _THESE.match(text, end) or "known" in phrase:
        return False  # "a pair of these jobs": of what is spoken of
    heads = [word for word in phrase if is_plural(word) and not NO_HEAD.fullmatch(word)]
    if heads:
        return not is_ours(heads[-1])  # "four offence types"
    if any(map(_COMPOUND.fullmatch, phrase[1:])):
        return True  # "one case study"
    if any(map(is_ours, phrase)) or not _SINGLE.fullmatch(text, start, end):
        return False
    head = phrase[-1]
    is_noun = head.islower() and not (NO_HEAD.fullmatch(head) or head.endswith("ed"))
    return is_noun and (not head.endswith("ly") or head in ("reply", "family", "ally"))


def _is_led_by_a_part(text: str, end: int, named: Sequence[Mention[NamedCategory]]) -> bool:
    """ "Four Kik jobs": of a part, and of no thing that is known to be something else."""
    part = next((m for m in named if m.start >= end), None)
    if part is None or not _SPACE.fullmatch(text, end, part.start):
        return False
    phrase = words_led(text, part.end)
    return bool(phrase) and not any(map(THINGS.fullmatch, phrase))


def words_led(text: str, end: int) -> list[str]:
    """The words of the noun phrase that a number leads: "four Roblox players"."""
    found = _PHRASE.match(text, end)
    phrase: list[str] = []
    if _NUMBER_NEXT.match(text, end) and not text[:end].endswith(" of"):
        return phrase  # "three twelve months before"
    for word in found["words"].split() if found else ():
        if STOPS_A_PHRASE.fullmatch(word):
            break
        if not word.endswith(("’s", "'s")):  # "one girl's mother"
            phrase.append(word)
    return phrase


def clause_around(passage: Passage, span: Span) -> Span:
    """The part of a sentence around a number, up to where another thing begins to be said."""
    start, end = passage.sentence_bounds(span[0])
    start, end = max(start, span[0] - _NEAR), min(end, span[1] + _NEAR)
    cuts = [match.span() for match in _CUT.finditer(passage.text, start, end)]
    first = max((b for _, b in cuts if b <= span[0]), default=start)
    last = min((a for a, _ in cuts if a >= span[1]), default=end)
    return first, last


def means_an_offence(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "Three mothers came to police", "two tip-offs", "two tragedies behind Yubo"."""
    start, end = passage.sentence_bounds(figure.start)
    text, phrase = passage.text, " ".join(words_led(passage.text, figure.end))
    sentence = passage.sentence(figure.start)
    return bool(
        _TIPS.search(phrase)
        or (_OFFENDERS.match(phrase) and _BREAKDOWN.search(sentence))
        or (_REPORTERS.search(phrase) and _REPORTED.search(sentence))
        or (_LINES.search(phrase) and _LOG.search(sentence))
        or any(
            _THROUGH.search(text, start, m.start) or _IS_BEHIND.match(text, m.end)
            for m in within(named, (start, end))
        )
    )


def _is_unreal(passage: Passage, figure: Candidate) -> bool:
    """Of what may be, is asked or wished, or of nobody: "no child can be found", "can take 20"."""
    text, (first, last) = passage.text, clause_around(passage, (figure.start, figure.end))
    before, after = text[first : figure.start], text[figure.end : last]
    if _WOULD.search(before) or (_WHETHER.search(before) and not _SAID_SO.search(after)):
        return True
    if _WILL.match(after) or _CAN.search(text, figure.start, figure.end):
        return True  # "two girls will lead the prayers"
    if _NOT.search(before) and _IS_EVER.match(after):
        return True  # "not every offence is reported"
    is_of_any = _ANY.fullmatch(text, figure.start, figure.end)
    return bool(
        is_of_any and (_MAY.match(after) or (_NO_ONE.match(is_of_any[0]) and _DO.match(after)))
    )


def _is_of_cells(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "Two of them are hidden", "neither figure is given", "1 to 4 is printed in its place"."""
    text, (first, last) = passage.text, clause_around(passage, (figure.start, figure.end))
    start, _ = passage.sentence_bounds(figure.start)
    before, after = text[max(start, first - _NEAR) : figure.start], text[figure.end : last]
    is_part = quantities.PART_OF_A_NUMBER.fullmatch(text, figure.start, figure.end)
    if CELL_NOUN.match(after) and not (
        is_part or figure.kind in ("multiple", "fraction", "percent")
    ):
        return True
    if _EACH_OF.match(text, figure.start):
        return not within(named, (figure.end, passage.sentence_bounds(figure.start)[1]))
    if _MORE_THAN_ANY.fullmatch(text, figure.start, figure.end) and SHOWING.search(after):
        return True  # "more than any other age we publish"
    part = _NO_PART.match(after)
    if part and (part["not"] or _NO_ONE.fullmatch(text, figure.start, figure.end)):
        return True  # "neither case is part of the figures"
    if _CELLS_ARE.search(before) and (_MARKER.search(after) or HIDING.search(after)):
        return True
    if _THERE_IS.search(before) and _MARKER.search(before) and not words_led(text, figure.end):
        return True  # "a star means that the number is hidden, and there is one beside 2016/17"
    is_hidden = HIDING.search(before) or _MARKER.search(before)
    if is_hidden and _AND.search(before) and _SO_IS.match(after):
        return True  # "is hidden, and so is at least one more"
    is_led = bool(words_led(text, figure.end))
    if is_led and not _OF_THOSE.match(after):
        return False
    if _LIMIT.search(before):
        return False
    return bool(_ARE_HIDDEN.match(after) or (_OF_THOSE.match(after) and HIDING.search(after)))


def _is_of_another_scene(
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


def _is_how_often(passage: Passage, figure: Candidate, clause: Span) -> bool:
    """ "The app changed hands twice", "the force met us four times": of what no crime is."""
    words = passage.text[slice(*clause)]
    is_often = _TIMES.match(passage.text, figure.start)
    return bool(is_often and _DID.search(words) and not _IN_DATA.search(words))


def _counts_the_thing_before(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "Six firms, and four replied", "one detective then. Today it has five": those again."""
    text = passage.text
    phrase = words_led(text, figure.end)
    if phrase and (phrase[0] not in _POINTERS or any(map(CRIMES.fullmatch, phrase))):
        return False
    if any(_SPACE.fullmatch(text, figure.end, m.start) for m in named if m.start >= figure.end):
        return False  # "four nine-year-olds"
    start, _ = passage.sentence_bounds(figure.start)
    is_alike = _WHO.match(text, figure.end) and _AND.search(text[start : figure.start])
    inside = [(m.start, m.end) for m in named]
    for other in _numbers_before(passage, figure.start):
        if any(a <= other[0] < b for a, b in inside):
            continue
        if figure.start - other[1] > _FAR:
            return False
        between = text[other[1] : figure.start]
        own = text[max(start, other[1]) : figure.start]
        if (
            CRIMES.search(between)
            or _SUMS.search(own)
            or (not is_alike and within(named, (max(start, other[1]), figure.start)))
        ):
            return False
        if is_of_a_thing(text, *other):
            is_near = other[0] >= start or not OF_OFFENCES.search(passage.sentence(figure.start))
            return is_near and not _MAIN_VERB.search(own)
        if words_led(text, other[1]) and not _OF_THOSE.match(text, other[1]):
            return False
    return False


def _numbers_before(passage: Passage, at: int) -> Iterator[Span]:
    """The numbers before a place, back to the sentence before."""
    start, _ = passage.sentence_bounds(at)
    first = passage.sentence_bounds(start - 1)[0] if start else 0
    for number in reversed(passage.numbers):
        if first <= number.start and number.end <= at:
            yield number.start, number.end


def follows_a_thing(passage: Passage, figure: Candidate) -> bool:
    """Whether a number of something else stands before it in its sentence."""
    start, _ = passage.sentence_bounds(figure.start)
    earlier = (n for n in passage.numbers if start <= n.start and n.end <= figure.start)
    return any(is_of_a_thing(passage.text, each.start, each.end) for each in earlier)


_THEM = compiled(r"\s+(?:of\s+)?(?:them|these|those)\b")
_POINTERS = ("them", "these", "those", "of")
_WHO = compiled(r"\s+(?:for|who|which|that|at|from|with)\b")
_SPACE = re.compile(r"\s+")
_FAR = 160
_CUT = re.compile(
    r"[;:]|\s[–—-]\s|,\s+(?:and|but|so|yet|while|whereas|although|though|which|who|because)\b"
    r"|\b(?:but|while|whereas|although)\b|\b(?:told|tells)\s+(?:me|us|him|her|them)\b",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"[\s‐‑-]+(?:(?:out\s+)?of\s+(?=[a-z-]+s\b|the\b|these\b|those\b|its\b|our\b|their\b|his\b|her\b|my\b|your\b))?"
    rf"(?:(?:the|these|those|its|our|their|his|her|my|your)\s+)?(?:{NUMBER}\s+(?=[a-z]))?(?:(?:more|other|further|extra|additional|new)\s+(?=[a-z]))?"
    r"(?P<words>[^\W\d_][\w’'‐‑-]*(?:\s+[^\W\d_][\w’'‐‑-]*){0,5})"
)
_NUMBER_NEXT = compiled(rf"\s+{NUMBER}")
_SINGLE = compiled(r"(?:at\s+|just\s+|only\s+)?one|a\s+(?:single|lone|sole|solitary)")
_THESE = compiled(
    r"\s+(?:of\s+)?(?:these|those|such)\s+(?:jobs|things|matters|horrors|stories|tragedies)\b"
)
_ASKED = compiled(
    r"\b(?:ask|asked|asks|asking|surveyed|polled|questioned|spoke\s+to|talked\s+to|(?:replied|answered|responded)\s+(?:after|within))\s+(?:some\s+|about\s+|over\s+)?\Z"
)
_ANSWERED = compiled(
    r"(?:\s+of\s+(?:them|these|those))?(?:\s+[\w’'-]+){0,2}?\s+(?:(?:have|has|had|did|could|would)\s+)?(?:not\s+|never\s+)?"
    r"(?:replied|repl(?:y|ies)|answered|answer|responded|respond|declined|commented|comment|heard|said|say|knew|know|thought|agreed|admitted)\b"
)
_STATISTIC = compiled(
    r"\b(?:named|mentioned|cited|featur\w*|appear(?:ed|s)?|crop\w*\s+up|c[ao]me\s+up|turn(?:ed|s)?\s+up|occur\w*|happened|involv\w*|blamed|approached|messaged|told\s+(?:of|about)|in\s+number)\b"
)
_TIMES = compiled(rf"once|twice|thrice|{NUMBER}\s+times")
_DID = compiled(
    r"\b(?:(?!(?:need|speed|feed|seed|breed|named)\b)[a-z]{2,}ed|met|wrote|said|told|spoke|rang|sold|bought|won|lost|went|gave|taught|thought|sent|read|left|held|made|ran|meets?|writes?|asks?)\b"
)
_IN_DATA = compiled(
    r"\b(?:c[ao]me\s+(?:up|across)|crop\w*|turn\w*\s+up|show\w*\s+up|featur\w*|appear\w*|named?|naming|used?|using|mention\w*|cited|record\w*|seen|see|saw|occur\w*|happen\w*|involv\w*|count(?:ed|s)?|dealt|found|logged|blamed|abus\w*|groom\w*|targeted)\b"
)
_COMPOUND = compiled(
    r"stud(?:y|ies)|panels?|workers?|officers?|teams?|units?|schemes?|commissioners?|carers?|services?|conferences?|clubs?|places"
    r"|seats|magazines?|books?|films?|homes|centres?|psychologists?|trials?|minders?|specialists?|experts?|charit(?:y|ies)|campaigns?"
)
_TIPS = compiled(r"\b(?:tip-?\s?offs?|approach(?:es)?|alerts?|sightings?)$")
_OFFENDERS = compiled(r"(?:men|women|adults|offenders|abusers|strangers|groomers)\b")
_BREAKDOWN = compiled(r"\b(?:breakdown|records?|return|table|figures|statistics|log)\b")
_REPORTERS = compiled(
    r"\b(?:parents?|mothers?|fathers?|mums?|dads?|callers?|residents|neighbours|teachers?|calls?|families|homes|households)\b"
)
_REPORTED = compiled(
    r"\breport(?:ed|s)?\s+(?:an?|the|it|this|that|their|her|his|one)\b|\b(?:came|went|turned|complained|spoke)\s+to\s+(?:the\s+)?(?:\w+\s+)?police\b"
    r"|\b(?:contacted|rang|called|told|alerted)\s+(?:the\s+)?(?:\w+\s+)?police\b|\bto\s+(?:the\s+)?(?:\w+\s+)?police\s+about\b"
    r"|\b(?:targeted|abused|groomed|exploited|victims?)\b"
)
_LINES = compiled(r"\b(?:lines?|dots?|bars?|names?|ticks?|marks?)$")
_LOG = compiled(r"\b(?:logs?|logbook|files?|crime\s+records?|tally)\b")
_THROUGH = compiled(r"\b(?:through|via|because\s+of|thanks\s+to|behind)\s+(?:the\s+)?\Z")
_IS_BEHIND = compiled(r"\s+(?:was|were|is|has\s+been|lay|lies)\s+(?:also\s+)?behind\b")
_OF_US = compiled(r"\s+of\s+(?:you|us|our|my)\b")
_YEARS = compiled(
    r"\s+of\s+(?:the\s+)?(?:past\s+|last\s+)?(?:years|months|weeks|days)\b|\s+(?:(?:later|other|earlier|following|remaining|next|last|past|latest|first|previous|full|more|recent)\s+)+years\b(?!\s+(?:of\s+age|old))"
)
_EACH_OF = compiled(
    rf"(?:each|every\s+one)\s+of\s+(?:the|these|those|our|its)\s+(?:more\s+than\s+|nearly\s+)?{NUMBER}"
)
_MORE_THAN_ANY = compiled(r"more\s+than\s+any(?:\s+other)?")
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
_NO_ONE = compiled(r"nobody|no\s+one|none|neither")
_MAY = compiled(
    rf"(?:\s+(?!(?:was|were|had|has|did)\b)[\w’'-]+){{0,7}}?\s+(?:{_MODAL}|deserves?)\b"
    r"(?!\s+(?:have|say|find|see|be\s+(?:found|said)))"
)
_DO = compiled(
    r"(?:\s+(?!(?:offences?|crimes?|cases|victims?)\b)[\w’'-]+){0,6}?\s+(?:available|able|willing|check(?:s|ed)?|asks?|asked|repl(?:y|ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?|comment(?:s|ed)?"
    r"|know|knows|knew|told|tells?|said|says?|noticed|looks?|looked|cares?|cared|wants?|wanted|needs?|minds?|helps?|helped|believes?|believed|listens?|listened"
    r"|calls?|called|rang|wrote|reads?|stops?|stopped|complain(?:s|ed)|object(?:s|ed)|disagree[sd]?|understands?|understood|explain(?:s|ed)|thinks?|thought)\b"
)
CELL_NOUN = compiled(
    rf"\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|its\s+|our\s+)?(?:(?!{OURS}\b|{quantities.LINK}|off\b|than\b)[\w’'-]+\s+){{0,2}}?"
    r"(?:bands?|sexes|genders|age\s+groups?|ages|figures?|numbers?|totals|cells?|rows|columns|categor(?:y|ies)|markers?|stars?|asterisks?|blanks|ranges?|gaps)\b"
)
_OF_THOSE = compiled(
    r"\s+(?:(?:out\s+)?of\s+)?(?:them|these|those)\b|\s+(?:out\s+)?of\s+the\s+\w+\b"
)
_BE = r"(?:is|are|was|were|has|have|stays?|remains?|must|can|could)\s+"
_ALL = r"(?:(?:both|each|all|also|been|be|too|to)\s+)*"
_ARE_HIDDEN = compiled(
    r"(?:\s+(?:of\s+(?:them|these|those|the\s+\w+)|others?|more))?(?:\s+(?:that|which))?"
    r"\s+(?:the\s+\w+\s+)?(?:"
    rf"{_BE}{_ALL}(?:not\s+)?(?:hidden|withheld|suppressed|missing|blank(?:ed)?|redacted)\b"
    rf"|(?:{_BE}{_ALL}(?:not|never)|cannot)\s+{_ALL}(?:given|shown|printed|published|released)\b"
    rf"|{_BE}{_ALL}(?:kept|left|held)\s+(?:back|out|blank|hidden)\b"
    rf"|{_BE}{_ALL}marked\s+(?:with|by)\s+an?\b)"
)
_NO_PART = compiled(
    rf"(?:\s+(?:of\s+)?[\w-]+){{0,2}}?\s+{_BE}(?P<not>not\s+)?(?:part\s+of|included\s+in|counted\s+in|in)\s+(?:the|these|those|this|our)\s+(?:[\w/-]+\s+){{0,2}}(?:figures?|totals?|data|release)\b"
)
_AND = compiled(
    r"(?:\band(?:\s+the\s+other|\s+so\s+(?:is|are))?|,|\bas\s+(?:do|does|is|are)|\b(?:protect|hide|shield|cover)(?:\s+(?:another|the\s+other|the\s+remaining))?)(?:\s+at\s+least)?\s+\Z"
)
_SO_IS = compiled(
    r"\s+(?:because|since|so\s+that|to\s+(?:protect|stop|prevent|hide)|more|others?|too)\b|\s*(?:[.;:!?)]|\Z)"
)
_CELLS_ARE = compiled(
    r"\b(?:cells?|rows?|lines?|figures?|numbers?)\s+(?:is|are)\s+(?:the\s+(?:only\s+)?)?\Z"
)
_THERE_IS = compiled(r"\bthere\s+(?:is|are)\s+(?:now\s+|just\s+|only\s+|also\s+)?\Z")
_MARKER = compiled(
    r"\b(?:stars?|asterisks?|dash(?:es)?|markers?|blanks?|gaps?|cells?|hidden|\[\w\])\b"
)
_LIMIT = compiled(r"\b(?:below|under|than|to|most|least|over|above|[<≤])\s*\Z")
_SUMS = compiled(r"\b(?:totals?|figures?|counts?|sum)\b")
_MAIN_VERB = compiled(r",\s+(?:had|has|recorded|saw|counted|supplied|accounted|logged)\b")
