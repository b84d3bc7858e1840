"""Numbers of a speaker’s own life: children, friends, those at a meeting; no victims.

The words of the sentence, and of the next one, must leave no doubt of it.
"""

from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.harm import may_be_of_harm, were_harmed
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES, OURS
from offences.tracing.hidden_numbers.own_children import are_in_the_figures

_NEAR = 300
"""How far before a number the words may be that say whose it is."""


def is_of_own_life(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it counts the children or friends of who speaks, or those at a meeting."""
    text = passage.text
    before = text[max(0, figure.start - _NEAR) : figure.start]
    return bool(
        (_LABEL.search(before) and _is_of_a_meeting(passage, figure, named))
        or _is_of_friends(passage, figure)
        or _is_of_own_family(passage, figure)
        or (_I_HAVE.search(before) and _is_of_own_children(passage, figure))
        or _is_of_the_speaker(passage, figure, named)
    )


def _is_of_own_family(passage: Passage, figure: Candidate) -> bool:
    """Whether it is of kin of who speaks, or the age of a child: "my two, who are ten and 16"."""
    text = passage.text
    before = text[max(0, figure.start - _NEAR) : figure.start]
    is_age = 0 < figure.value < 19 and _OWN_CHILD.search(before)
    is_of_kin = (_HIS.search(before) and _KIN.match(text, figure.end)) or (
        _MY.search(before) and _MY_OWN.match(text, figure.end)
    )
    return bool(is_age or (is_of_kin and not were_harmed(passage, figure.end)))


def _is_of_a_meeting(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether nothing near "Present: 6. Apologies: 2." may be of those harmed."""
    text, (start, end) = passage.text, passage.sentence_bounds(figure.start)
    start, _ = passage.with_sentence_before(start)
    far = max(0, figure.start - _NEAR)
    while far < start and _LABELLED.match(text, start):  # "Facebook. Present: 3. Absent: 2."
        start, _ = passage.with_sentence_before(start)
    if within(named, (start, end)) or _LED.search(text, figure.end, end):
        return False
    after = end, passage.with_sentence_after(figure.start)[1]
    words = text[slice(*after)]
    is_short = len(words.split()) < _A_SENTENCE or _GOES_ON.match(words)
    return not (within(named, after) and (is_short or OF_OFFENCES.search(words)))


def _is_of_friends(passage: Passage, figure: Candidate) -> bool:
    """Whether it is of what friends of a child play or have: "four of her friends use it"."""
    text, end = passage.text, passage.with_sentence_after(figure.start)[1]
    said = _OF_FRIENDS.match(text, figure.end)
    if said is None or may_be_of_harm(text[said.end() : end]):
        return False
    last = passage.sentence_bounds(figure.start)[1]
    is_told = _says_more_of_them(passage, (last, end))
    return not (is_told or _AMONG.search(text, said.end(), last))


def _is_of_own_children(passage: Passage, figure: Candidate) -> bool:
    """Whether it is of children whom a parent has, and of nothing that befell them."""
    said = _OWN_CHILDREN.match(passage.text, figure.end)
    if said is None:
        return False
    _, last = passage.sentence_bounds(figure.start)
    rest, after = passage.text[said.end() : last], (last, passage.with_sentence_after(last - 1)[1])
    is_of_data = _DATA.search(rest) and (_POINTS.search(rest) or not _ASKS.match(rest))
    many = any(n.value > _OLDEST for n in passage.numbers_between(figure.end, last))
    is_told = _says_more_of_them(passage, after) or were_harmed(passage, figure.end)
    is_told = is_told or are_in_the_figures(passage, said.end())
    return not (is_of_data or many or is_told)


def _says_more_of_them(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether a sentence says of those of the one before that they are in the data."""
    text = passage.text
    points = _GOES_ON.match(text, *bounds) or _POINTS.search(text, *bounds)
    many = any(n.value > _OLDEST for n in passage.numbers_between(*bounds))
    return bool(points and (many or _DATA.search(text, *bounds)))


def _is_of_the_speaker(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether one is who speaks or whom they know, beside no age: "Am I the only mum who …?"."""
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    before = text[max(0, figure.start - _NEAR) : figure.start]
    is_one = (_I_AM.search(before) and _THE_ONLY_PARENT.match(text, figure.start)) or (
        _I_KNOW_NO.search(before) and _ONE_PERSON.match(text, figure.start)
    )
    if not is_one:
        return False
    uses = _WHO_USES.search(text, figure.end, bounds[1])
    parts = [m for m in within(named, bounds) if not uses or m.start != uses.end()]
    return not parts


_OLDEST = 18
"""No number above it is a child's age."""
_A_SENTENCE = 5
"""Fewer words than this are no sentence, and may say what the number before was of."""
_LABELS = r"(?:present|apologies|absent|in\s+attendance)\s*:"
_LABEL = compiled(rf"(?:\A|(?<=[.;\n])\s*){_LABELS}\s*\Z")
_LABELLED = compiled(rf"\s*{_LABELS}")
_LED = compiled(rf"\b{OURS}\b")
_GOES_ON = compiled(
    r"\W*(?:(?:and|but)\s+)?(?:all|both|each|every|they|them|these|those|that|this|it|most|some|none|half|of|on|via|from"
    rf"|through|by|aged?|{NUMBER})\b"
)
"""A sentence that says more of what the one before counted: "All were on Kik"."""
_DATA = compiled(
    rf"{OF_OFFENCES.pattern}"
    r"|\b(?:figures?|numbers?|lists?|tables?|records?|totals?|police|officers?|detectives?|courts?)\b"
)
_NO_DATA = rf"(?![^.;]*(?:{_DATA.pattern}))"
_OF_FRIENDS = compiled(
    r"\s+of\s+(?:his|her|my|our|their)\s+(?:\w+\s+)?(?:friends|classmates|mates|cousins)\s+(?:all\s+)?"
    r"(?:play|use|(?:are|is)\s+on\s+(?:it\b|(?-i:[A-Z]))"
    rf"|have\s+(?:it|one|phones?|tablets?|accounts?|an?\s+(?:phone|tablet|account)))\b{_NO_DATA}"
)
_I_HAVE = compiled(
    r"(?:\A|[.!?:,;–—\n]|\b(?:and|but|as|because))\s*[\"“‘]?I(?:\s+have|[’']ve(?:\s+got)?)\s+\Z"
    r"|\b(?:who|s?he)(?:\s+has|[’']s\s+got)\s+\Z"
)
_OWN_CHILDREN = compiled(
    r"\s+(?:young\s+|small\s+)?(?:boys|girls|kids|children|sons|daughters|grand\w+)(?=[,.;!?]|\s+(?:of\s+my|myself|at\s+(?:home|school)|and)\b"
    r"|\s+at\s+(?:(?-i:[A-Z])[\w’'-]+\s+){1,4}?(?:schools?|primary|academy|college|high|juniors?|infants?)\b)"
    rf"(?![^.;]*(?:{OF_OFFENCES.pattern}|\b(?:cases?|figures?|caseload|books|records?|courts?|waiting|here)\b))"
)
_POINTS = compiled(
    r"\b(?:both|all|each|every|either|neither|none|they|them|these|those|whom|my|our)\b"
)
_ASKS = compiled(r",\s+(?:asks?|asked|says?|said|wrote|wants?)\b")
"""A parent who speaks of the data: "who has three sons, asked why the number is hidden"."""
_AMONG = compiled(rf"\bamong\b|\b(?:of|in|from)\s+(?:the|those|these|that|our|all)\s+{NUMBER}\b")
_OWN_CHILD = compiled(
    r"\b(?:(?:my|your)\s+(?:youngest|eldest|oldest|child|kid)|(?:my|our|your)\s+(?:son|daughter|boy|girl|little\s+\w+))"
    r"(?:\s+is|[’']s)\s+(?:only\s+|just\s+|now\s+|nearly\s+|almost\s+)?(?:[\w-]+\s+or\s+)?\Z"
)
_HIS = compiled(r"\b(?:his|her|my|our|their)\s+\Z")
_KIN = compiled(
    r"\s+(?:\w+\s+)?(?:brothers|sisters|siblings|cousins|nephews|nieces|friends|grand\w+|children|kids|sons|daughters)\b"
    rf"(?![^.;]*(?:{OF_OFFENCES.pattern}))"
)
_MY = compiled(r"\bmy\s+\Z")
_MY_OWN = compiled(r",?\s+(?:who\s+)?(?:are|were|have|do|don[’']t)\b")
"""One's own children: "my two, who are ten and 16"."""
_I_AM = compiled(r"\b(?:am\s+I|I\s+can(?:not|[’']t)\s+be)\s+\Z")
_THE_ONLY_PARENT = compiled(
    r"the\s+only\s+(?:parent|mother|father|mum|dad|teacher|adult|grown-up|reader)\s+(?:left\s+)?"
    rf"(?:who|that|to)\b{_NO_DATA}"
)
_I_KNOW_NO = compiled(r"\bI\s+(?:do\s+not|don[’']t)\s+know\s+\Z")
_ONE_PERSON = compiled(
    r"(?:a\s+single|one)\s+(?:person|adult|friend|teacher|parent)\s+(?:at|in)\s+my\s+"
    rf"(?:school|class|year|street|office|family)\b{_NO_DATA}"
)
_WHO_USES = compiled(r"\b(?:who|that)\s+(?:uses?|plays?|likes?|hates?)\s+(?=\S)")
