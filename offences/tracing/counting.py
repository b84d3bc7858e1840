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
from offences.tracing.no_numbers import counts_nothing
from offences.tracing.nouns import (
    CRIMES,
    HIDING,
    NO_HEAD,
    OF_OFFENCES,
    OURS,
    SHOWING,
    THINGS,
    is_ours,
    is_plural,
)
from offences.tracing.phrases import NEAR, Span, clause_around, words_led
from offences.tracing.scenes import (
    NO_ONE,
    is_asked,
    is_of_a_poll,
    is_of_an_event,
    is_of_another_scene,
    is_unreal,
)


def counts_something_else(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    *,
    is_of_force: bool,
) -> bool:
    """ "Four officers", "two of the 12 pupils who drew it", "so that no child can be found".

    Where a sentence is of the figures of the force (`is_of_force`), no scene clears a number: only
    the noun that it counts, a poll, or that it is said to be hidden.
    """
    text, start, end = passage.text, figure.start, figure.end
    if means_an_offence(passage, figure, named):
        return False
    if counts_nothing(passage, figure):
        return True
    if _is_of_cells(passage, figure, named) or is_asked(passage, figure):
        return True
    if not (is_of_force and figure.value) and is_unreal(passage, figure):
        return True
    ends = {end, *(n.end for n in passage.numbers if n.start == start)}
    if any(is_of_a_thing(text, start, each) for each in ends):
        return not _is_led_by_a_part(text, end, named)
    bounds = passage.sentence_bounds(start)
    if is_of_force and within(named, bounds):
        if is_of_a_poll(passage, figure, named) or is_of_an_event(passage, figure):
            return True
        if within(named, (end, bounds[1])) and not _OF_THOSE.match(text, end):
            return False  # "two officers, three on Kik"
    elif not is_of_force and is_of_another_scene(passage, figure, named):
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


def _is_of_cells(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """ "Two of them are hidden", "neither figure is given", "1 to 4 is printed in its place"."""
    text, (first, last) = passage.text, clause_around(passage, (figure.start, figure.end))
    start, _ = passage.sentence_bounds(figure.start)
    before, after = text[max(start, first - NEAR) : figure.start], text[figure.end : last]
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
    if part and (part["not"] or NO_ONE.fullmatch(text, figure.start, figure.end)):
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


_POINTERS = ("them", "these", "those", "of")
_WHO = compiled(r"\s+(?:for|who|which|that|at|from|with)\b")
_SPACE = re.compile(r"\s+")
_FAR = 160
_SINGLE = compiled(r"(?:at\s+|just\s+|only\s+)?one|a\s+(?:single|lone|sole|solitary)")
_THESE = compiled(
    r"\s+(?:of\s+)?(?:these|those|such)\s+(?:jobs|things|matters|horrors|stories|tragedies)\b"
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
