"""What looks like a part of the figures and is none: a club's own server."""

import re
from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import age_category
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.bounds import Named
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN
from offences.tracing.hidden_numbers.nouns import is_ours
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.scenes import is_of_ours, speaks_of_data

_NEAR, _FAR = 40, 240


def sentence_near(text: str, mention: Named) -> tuple[int, int]:
    """The near part of the sentence around a mention."""
    first, last = max(0, mention.start - _FAR), mention.end + _FAR
    cuts = [m.end() for m in _END.finditer(text, first, mention.start)]
    end = _END.search(text, mention.end, last)
    return max(cuts, default=first), end.start() if end else last


def is_of_the_age_before(text: str, mention: Named, every: Sequence[Named]) -> bool:
    """Whether a school is that of an age just named: "11-year-olds, who had started at …"."""
    if not _SCHOOL.fullmatch(text, mention.start, mention.end):
        return False
    low, high = mention.slot.low, mention.slot.high
    return any(
        low <= m.slot.low and m.slot.high <= high and _WHO.fullmatch(text, m.end, mention.start)
        for m in every
        if m.slot.kind == "age" and 0 < mention.start - m.end < _NEAR * 2
    )


def is_a_place_to_meet(text: str, mention: Named) -> bool:
    """Whether an app is where a club or parents talk: "our Discord server has 31 members"."""
    if mention.slot.kind != "part" or not _PLACE_TO_MEET.match(text, mention.end):
        return False
    first, last = sentence_near(text, mention)
    if not _OWNERS.search(text, first, last) or is_of_ours(text[first:last]):
        return False
    led = (words_led(text, first + n.end) for n in numbers_in(text[first:last]))
    return all(words and not any(map(is_ours, words)) for words in led)


def is_a_plain_word(text: str, mention: Named) -> bool:
    """Whether a name is the word that it was made of: "steam trains", "he had a twitch"."""
    first, last = sentence_near(text, mention)
    near = text[first:last]
    if mention.slot.kind != "part" or numbers_in(near) or speaks_of_data(near):
        return False  # "linked three to a discord"
    if _BY_IT.search(text, first, mention.start):
        return False
    if _STEAM.fullmatch(text, mention.start, mention.end):
        before = _FULL.search(text, mention.start - _NEAR, mention.start)
        return before is not None or _TRAINS.match(text, mention.end) is not None
    if not _WORDS.fullmatch(text, mention.start, mention.end):
        return False
    led = _A_SUCH.search(text, mention.start - _NEAR, mention.start)
    return led is not None and _NO_APP.match(text, mention.end) is not None


_AMOUNT = compiled(
    r"\b(?:none|nil|nought|zero|nobody|an?\s+(?:pair|trio|couple|handful|few)|(?:very\s+)?few|single|both|hardly|twins)\b"
)


def is_of_a_table(text: str, mention: Named) -> bool:
    """Whether ages are missing from a table, and not from a record."""
    first, last = sentence_near(text, mention)
    near = text[first : last + _NEAR if text[last : last + 1] == "?" else last]
    if {mention.slot} != NOT_KNOWN or numbers_in(near) or _AMOUNT.search(near):
        return False  # "the figures for those not known are three"
    before = _FIGURES_FOR.search(text, mention.start - _NEAR, mention.start)
    return before is not None or _FROM_A_TABLE.match(text, mention.end) is not None


def of_its_ages(text: str, mention: Named) -> Named:
    """A mention without the number that is joined to its age and is a count.

    "14 in six and 15-year-olds in eight", "six of 14 and eight against children of 15", "six at
    age 14 and eight at age 15".
    """
    if mention.slot.kind != "age":
        return mention
    start, end = mention.start, mention.end
    if led := _COUNT_AND_AGE.fullmatch(text, start, end):
        if _AGES_IN.search(text, start - _NEAR, start):
            age = age_category(int(numbers_in(led["age"])[0].value))
            return Mention(led.start("age"), end, age)
    elif (behind := _AGE_AND_COUNT.fullmatch(text, start, end)) and _AGAINST.match(text, end):
        age = age_category(int(numbers_in(behind["age"])[0].value))
        return Mention(start, behind.end("age"), age)
    return mention


_STEAM = re.compile("steam")
_WORDS = re.compile(r"discord|twitch|telegram|houseparty|messenger|signal|zoom|snap|tinder|twitter")
_FULL = compiled(r"\b(?:full|(?:let|letting|lets)\s+off|(?:ran|run|runs)\s+out\s+of)\s+\Z")
_TRAINS = compiled(
    r"[\s-]+(?:trains?|engines?|locomotives?|railways?|rall(?:y|ies)|gala|fair|rollers?|boats?|ships?|iron)\b"
)
_BY_IT = compiled(
    r"\b(?:in|on|to|by|from|via|over|at|through|with|using|(?<!out\s)of)\s+(?:(?:an?|the)\s+)?(?:\w+\s+)?\Z"
)
_A_SUCH = compiled(r"\ban?\s+(?:\w+\s+)?\Z")
_NO_APP = compiled(
    r"\s*(?:[.,;!?)]|\Z)|\s+(?:from|in|at|that|when|since|as|of|among|between|ended|was|is|to)\b"
)
_END = re.compile(r"[.!?\n]")
_COUNT_AND_AGE = compiled(rf"{NUMBER},?\s+and\s+(?P<age>{NUMBER})[\s-]years?[\s-]olds?")
_FROM_A_TABLE = compiled(
    r"\s+from\s+(?:the|our|its)\s+(?:[\w’-]+\s+){0,2}(?:table|chart|graph|page|list)\b"
)
_FIGURES_FOR = compiled(r"\b(?:figures|numbers)\s+for\s+(?:those|these)\s+\Z")
_SCHOOL = compiled(r"(?:primary|secondary)[-\s]school")
_WHO = compiled(
    r",\s+(?:who|most\s+of\s+whom)\b[^.;,]*|\s*[:,–-]\s+(?:these|those|they|both)\s+are\s+"
)
_PLACE_TO_MEET = compiled(r"\s+(?:\w+\s+)?(?:groups?|servers?|channels?|evenings?)\b")
_OWNERS = compiled(
    r"\b(?:our|my|parents|mums|dads|families|committee|council|school|primary|club|class|PTA|members)\b"
)
_AGES_IN = compiled(r"\bolds?[’']?\s+(?:in|with|had|at|to|for)\s+\Z")
_AGE_AND_COUNT = compiled(rf"(?:\w+\s+){{0,2}}(?P<age>{NUMBER}),?\s+and\s+{NUMBER}")
_AGAINST = compiled(r"\s+(?:(?:offences|cases|crimes)\s+)?(?:against|at\s+age|aged)\b")
