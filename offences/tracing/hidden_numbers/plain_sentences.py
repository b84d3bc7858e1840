"""Plain sentences that say who those of a part are: "Every case at nine was a girl"."""

from collections.abc import Collection, Sequence
from functools import partial

from offences.tracing.binding.mentions import within
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.bare_numbers import PLAIN, WORD
from offences.tracing.hidden_numbers.bounds import Named
from offences.tracing.hidden_numbers.nouns import DECLINING, is_ours
from offences.tracing.hidden_numbers.phrases import Span, words_led


def are_plain(text: str, places: Collection[str], *, with_persons: bool = True) -> bool:
    """Whether all words are places or such as say of no number what it counts."""
    words = WORD.findall(COMPARES.sub(" ", _NUMBER.sub(" ", text)))
    plain = (PLAIN, _LINKS, *((_PERSONS,) if with_persons else ()))
    return all(
        any(p.fullmatch(w) for p in plain) or w.removesuffix("’s").removesuffix("'s") in places
        for w in words
    )


def says_who_they_are(text: str) -> bool:
    """Whether words say which sex all or some are, or that none is so young: "a boy".

    Of the children of who speaks, that there is no other: "my two are the only ones".
    """
    words = _NO_OTHER if _OURS.search(text) else _WHO_THEY_ARE
    return not text.rstrip(' \n"”’').endswith("?") and words.search(text) is not None


def leads_persons(text: str, number: Number) -> bool:
    """Whether a number leads a noun of persons: "eight girls"."""
    return any(map(is_ours, words_led(text, number.end)))


def says_plainly(
    passage: Passage, bounds: Span, parts: Sequence[Named], places: Collection[str]
) -> bool:
    """Whether a sentence, or it and the one beside it, says who those of its parts are.

    "Nobody else was that young. He was nine".
    """
    first, last = passage.with_sentence_before(bounds[0])[0], bounds[1]
    after = passage.with_sentence_after(bounds[0])[1]
    taken = [*map(partial(_taken, passage.text), parts)]
    slots = {p.slot for p in parts if not any(a < p.start < b for a, b in taken)}
    for span in (bounds, (first, last), (bounds[0], after)):
        rest = passage.text[slice(*span)]
        others = [each for each in parts if each.slot.kind != "sex"]
        for part in sorted(others, key=lambda each: each.slot.kind != "age"):
            start, end = (at - span[0] for at in _taken(passage.text, part))
            blank = "0" if part.slot.kind == "age" else " "  # "he is only seven"
            rest = f"{rest[:start]}{blank * (end - start)}{rest[end:]}"
        if "\n\n" in rest.strip() or not are_plain(rest, places):
            continue
        # "more on Facebook than on Kik": of two parts their order is judged by itself
        is_compared = len(slots) == 1 and COMPARES.search(rest) and not _OURS.search(rest)
        are_told = others and says_who_they_are(rest)  # not "It is a boy!"
        if is_compared or are_told or _is_the_part(passage.text, parts):
            return True
    return False


def is_but_a_name(passage: Passage, bounds: Span, every: Sequence[Named]) -> bool:
    """Whether a sentence does no more than name a part: "Kik, I mean."."""
    named, words = within(every, bounds), passage.text[slice(*bounds)]
    is_led = any(not words[: m.start - bounds[0]].strip(' \n"“‘') for m in named[:1])
    return is_led and len(words.split()) <= _A_NAME and not DECLINING.search(words)


def _taken(text: str, part: Named) -> Span:
    """The name of a part, with what one says of an app and of no data behind it."""
    use = _OF_USE.match(text, part.end) if part.slot.kind == "part" else None
    return part.start, use.end() if use else part.end


def _is_the_part(text: str, parts: Sequence[Named]) -> bool:
    """Whether a platform stands for its offences: "the Kik", "the Kiks", "they are Kik’s"."""
    return any(
        _THE.search(text, 0, m.start) or _ITS_OWN.match(text, m.end - 1)
        for m in parts
        if m.slot.kind == "part"
    )


_A_NAME = 4
"""A sentence of so few words, led by a part, names it and says no more."""
_OF_USE = compiled(
    r"\s+(?:is|are)\s+(?:(?:the\s+)?best(?=\s*[.!])"
    rf"|(?:(?:only|just|not|really|meant|made|built)\s+)*for\s+(?:(?:over|under)[-\s]\d\ds|(?!{NUMBER})[^.;:!?\n\d])+(?=[.!]))"
)
"""What one says of an app, and of no data: "is the best", "is for the over-16s only"."""
_LINKS = compiled(
    r"can|not|with|as|by|c[ao]mes?|after|before|between|against|it[’']s|he|she|go(?:es|ne)?|got|gave|gives?|reads?|stands?|stood"
    r"|low|high|small|big|large|rare|common|bad"
)
_PERSONS = compiled(
    r"they|they[’']re|he[’']s|she[’']s|no|him|her|them|their|those|these|who|which|I[’']m|we[’']re|mine|any|one|one[’']s|ones|else|others?|very|too|always"
    r"|every|each|only|sole|single|get|gets|going|up|down|make|involved|accounts?|split|numbers|exceptions?|apart|(?:young|old)(?:e[rs]t?)?"
    r"|cases?|offences?|crimes?|victims?|child(?:ren)?|kids?|girls?|boys?|lads?|lass(?:es)?|(?:fe)?males?|sisters?|brothers?|sons?|daughters?|twins?"
)
COMPARES = compiled(
    r"\b(?:level|ti(?:es?|ed)|match(?:es|ed)?|same|equal(?:s|led)?|even|alike|nothing\s+between|beats?|beaten|drew|draws?"
    r"|ahead|behind|above|below|over(?:took|takes)|edge[sd]?|neck\s+and\s+neck|shared?|top|bottom|last|first|place[sd]?"
    r"|as\s+(?:common|many|often|rare|big|small)|difference|half|third|quarter|twice|double|more|fewer|less|fell\s+short|short|outnumber(?:s|ed)"
    r"|both|none|nobody|no\s+one|nil|neither|pair|handful|couple|few(?:est)?|most|least|worst|best|high(?:er|est)|low(?:er|est)|bigger|smaller|larger|rarer|together|next\s+to)\b"
)
"""Words that say of two numbers of a table how they compare, or that one is none."""
_A_CHILD = (
    r"(?:girls?|boys?|lads?|lass(?:es)?|(?:fe)?males?|sisters?|brothers?|sons?|daughters?|twins?"
    r"|victim|case|offence)"
)
_WHO_THEY_ARE = compiled(
    rf"\b(?:an?|no|every|each|only|just|all|both|always|sole|single)\s+(?:(?:of|the|was|were|is|are|against)\s+){{0,2}}{_A_CHILD}\b"
    rf"|\b(?:girls|boys|lads|lasses)\b|\b(?:young|old)e(?:st|r)\b|\b(?:so|that|as)\s+(?:young|old)\b|\bonly\b(?!\s+{NUMBER})"
)
_OURS = compiled(r"\b(?:my|our|mine|ours|I|I[’']m|we|we[’']re|your|you|yours)\b")
_NO_OTHER = compiled(r"\bonly\b|\b(?:nobody|no\s+one|none|no\s+others?)\b")
_NUMBER = compiled(NUMBER)
_THE = compiled(r"\b(?:the|those|these|both|all|no)\s+(?:one\s+|two\s+)?\Z")
_ITS_OWN = compiled(
    r"s(?=\W|\Z)|.[’']s?(?=\s+(?:ones?|two|three|four|figure|row|only)\b|\s*[.,;!])"
)
