"""Numbers that go on counting the things just named: "one detective. Today it has five"."""

from collections.abc import Sequence

from offences.tracing.binding.mentions import within
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import MONTH, compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.bounds import Named
from offences.tracing.hidden_numbers.nouns import is_one_thing
from offences.tracing.hidden_numbers.phrases import (
    NEAR,
    Span,
    head_led,
    hides_before,
    narrow_clause_around,
    words_led,
)
from offences.tracing.hidden_numbers.scenes import is_of_ours
from offences.tracing.hidden_numbers.things import THINGS


def is_of_things_before(passage: Passage, figure: Candidate, named: Sequence[Named]) -> bool:
    """Whether a number goes on counting things: "nine offices, one of them", "Now it has two"."""
    text, (start, _) = passage.text, passage.sentence_bounds(figure.start)
    first, _ = passage.with_sentence_before(figure.start)
    is_part = OF_THEM.match(text, figure.end) or OF_THEM.search(
        text, max(start, figure.start - NEAR), figure.start
    )
    is_at_home = _ASIDE.search(text, start, figure.start) and _IN_A_PLACE.match(text, figure.end)
    is_part = is_part or is_at_home
    is_led = words_led(text, figure.end) or quantities.AN_OLD.match(text, figure.end)
    if is_led and not OF_THEM.match(text, figure.end):
        return False
    is_one_more = _is_one_more(passage, figure, start)
    if not (is_part or is_one_more or _NOW_HAS.search(text, first, figure.start)):
        return False
    _, last = narrow_clause_around(passage, (figure.start, figure.end))
    if is_one_more:
        _, last = passage.sentence_bounds(figure.start)
    if not (is_part or is_one_more) and within(named, (figure.end, last)):
        return False  # "Now it has three on Kik"
    if _THEY_HAVE.search(text, first, figure.start) and hides_before(passage, figure.start):
        return False  # "Kent hides Kik. Two talks were held. They now have three"
    if _is_of_a_group(passage, figure, named):
        return True
    own = (n for n in passage.numbers_between(first, figure.start) if _OWN_KIN.match(text, n.end))
    if kin := next(own, None):
        return not is_of_ours(text[kin.end : last])  # "three sons of his own, none of them"
    for bounds in ((start, figure.start), (first, figure.start)):
        counted = [n for n in _numbers(passage, bounds, named) if _noun(text, n)]
        if not counted:
            continue
        between = _numbers(passage, (counted[-1].end, figure.start), named)
        if is_one_more and not all(_ONE.fullmatch(text, n.start, n.end) for n in between):
            return False  # "Two drop-ins heard of three, and were asked for a fourth"
        if _IT_HAS.search(text, first, figure.start) and within(named, (bounds[0], last)):
            return False  # "Two detectives dealt with Kik. It now has five"
        is_most = bool(is_at_home)
        return _are_things(passage, counted[-1], (bounds[0], last), named, is_most=is_most)
    return False


def _is_of_a_group(passage: Passage, figure: Candidate, named: Sequence[Named]) -> bool:
    """Whether it is of a team, of schools or of a report's pages that were just spoken of.

    "She leads a team of four. Three of them joined this year": not "were on Kik", nor of a group
    that is named beside a part.
    """
    text, start = passage.text, passage.sentence_bounds(figure.start)[0]
    if not OF_THEM.match(text, figure.end):
        return False
    first, last = passage.with_sentence_before(figure.start)[0], figure.start
    if _PAGES.search(text, start, last) or _PAGES.search(text, first, last):
        return _ARE_PAGES.match(text, figure.end) is not None
    if first == start or within(named, (first, start)) or hides_before(passage, start):
        return False
    return any(
        group.search(text, first, start) and does.match(text, figure.end) for group, does in _GROUPS
    )


def _numbers(passage: Passage, bounds: Span, named: Sequence[Named]) -> list[Number]:
    """The numbers of a stretch that are no age of a part: not the ten of "ten-year-olds"."""
    return [n for n in passage.numbers_between(*bounds) if not is_taken((n.start, n.end), named)]


def _is_one_more(passage: Passage, figure: Candidate, start: int) -> bool:
    """Whether it is one more of them: "two talks. Nobody asked for a third"."""
    text = passage.text
    if _A_THIRD.fullmatch(text, figure.start, figure.end):
        return _IS_ONE_MORE.match(text, figure.end) is not None
    is_each = _EACH.fullmatch(text, figure.start, figure.end)
    return bool(is_each and _AT.search(text, start, figure.start))


def _noun(text: str, number: Number) -> str:
    """The noun in the plural that a number leads, or the plural of "one detective"."""
    if head := head_led(text, number.end):
        return head
    led = words_led(text, number.end) if number.value == 1 else []
    return next((f"{w}s" for w in led if is_one_thing(w)), "")


def _are_things(
    passage: Passage, counted: Number, ends: Span, named: Sequence[Named], *, is_most: bool
) -> bool:
    """Whether what was counted before is no case, from the start of that to the last clause.

    Most of some things give no number of cases, even where each thing may stand for one.
    """
    text, (first, last) = passage.text, ends
    head = _noun(text, counted)
    around = text[text.find(head.removesuffix("s"), counted.end) + len(head) : last]
    if _STAFF.fullmatch(head) and not within(named, (first, last)):
        return not _HARMED.search(around)  # "94 officers, three of whom work on …"
    may_be_cases = OF_CASES.fullmatch(head) and not (
        is_most
        or _VISITED.search(text, first, counted.start)
        or (head == "calls" and HELPLINE.search(text, first, counted.start))
    )
    return bool(THINGS.fullmatch(head) and not may_be_cases) and not is_of_ours(around)


OF_THEM = compiled(r"\s+(?:of\s+)?(?:them|these|those|whom|which)\b")
OF_CASES = compiled(
    r"calls|emails?|letters?|requests?|questions?|replies|rows|columns|bands|cells|figures|numbers|pages?|years|schools|clubs"
)
"""Things each of which may stand for a case: "20 calls, three of them about Kik"."""
HELPLINE = compiled(r"\b(?:helplines?|switchboard|phone-in|childline)\b")
"""Where calls are no cases: to the police they are."""
_OWN_KIN = compiled(
    r"\s+(?:grand(?:children|sons|daughters)|nephews|nieces|cousins|(?:children|kids|sons|daughters|boys|girls)\s+of\s+(?:his|her|my|our|their)\s+own)\b"
)
_STAFF = compiled(r"officers|detectives|specialists|staff|moderators|counsellors|volunteers")
_HARMED = compiled(r"\b(?:victims?|child(?:ren)?|cases|offences|recorded|reported|suspects?)\b")
_NOW_HAS = compiled(
    rf"\band\s+(?:now\s+has|has\s+now|now\s+(?:it|they|we)\s+(?:has|have|pays?\s+for|runs?|employs?))\s+\Z|\b(?:(?:it|they|we|I|s?he)\s+(?:now\s+)?(?:has|have|had)|wants?|needs?|sends?|sending|hires?|recruits?|appoints?|to\s+(?:run|hold|offer|start|open|hire)|from\s+{NUMBER}\s+\w+\s+to)\s+(?:\w+\s+)?\Z"
)
_THEY_HAVE = compiled(r"\b(?:has|have|had|has\s+now)\s+(?:\w+\s+)?\Z")
_IT_HAS = compiled(r"\bit\s+(?:now\s+)?(?:has|had)\s+(?:\w+\s+)?\Z")
_ASIDE = compiled(r",\s+\Z")
_IN_A_PLACE = compiled(
    r"\s+(?:of\s+(?:them|which)\s+)?(?:in|near|outside)\s+(?-i:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)(?:\s+itself)?(?=\s*[.,;!])"
)
"""Where some of the things are: "five primary schools, two in Kent itself"."""
_A_THIRD = compiled(r"(?:an?|the)\s+(?:second|third|fourth|fifth|sixth)")
_IS_ONE_MORE = compiled(rf"\s*(?:[.,;!?)\"”]|\Z)|\s+(?:in\s+(?:\d{{4}}|{MONTH})|on|at|next)\b")
_ONE = compiled(r"one")
_VISITED = compiled(
    r"\b(?:spoken|spoke|speaks?|been|visit(?:s|ed)?|talk(?:s|ed)|gone|went)\s+(?:at|to|in)?\s*"
)
_PAGES = compiled(
    rf"\b(?:report|reply|answer|response|letter|review|paper|note|guide|strategy)\b[^.;:]{{0,20}}?\s(?:r[au]ns?|came|comes|goes)\s+to\s+{NUMBER}\s+pages\b[^.;:]*\Z"
)
_ARE_PAGES = compiled(
    r"\s+of\s+(?:them|these|those|which)(?=\s*[.,;!]|\s+(?:about|on|blank|given\s+over\s+to|of)\b)"
)
_OF_THEM_ALL = r"\s+of\s+(?:them|these|those)"
_GROUPS = (
    (
        compiled(rf"\b(?:teams?|units?|squads?|staff)\s+of\s+{NUMBER}\W*\Z"),
        compiled(
            rf"{_OF_THEM_ALL}\s+(?:(?:now|also|still|only)\s+)?(?:joined|deals?|works?|worked|speciali[sz]e[sd]?|left|retired|retire|started|came\s+from"
            r"|(?:are|were)\s+(?:detectives|officers|civilians|trainees|part-time|new|trained|hired|recruited|appointed|based|on\s+loan)|(?:has|have)\s+(?:joined|left|retired|trained))\b"
        ),
    ),
    (
        compiled(r"\b(?:schools|academies|colleges)\b[^;:]*\Z"),
        compiled(
            rf"{_OF_THEM_ALL}\s+(?:are|were)\s+(?:(?:church|village|small|large|private|independent|faith|boarding|state|special)\s+)*"
            r"(?:primar(?:y|ies)|secondar(?:y|ies)|academies|colleges|infants|juniors|schools)\b(?=\s*[.,;!])"
        ),
    ),
)
"""A group that the sentence before ends with, and what those of it do."""
_AT = compiled(r"\b(?:at|in)\s+\Z")
_EACH = compiled(r"neither|both|each")
