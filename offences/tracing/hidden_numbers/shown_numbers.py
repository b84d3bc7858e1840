"""Released numbers in other words: "fourteen on 25", "a dozen at ten", "23: a quarter"."""

from collections.abc import Collection, Mapping, Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.computable import numbers_without_detail
from offences.tracing.hidden_numbers.declined import DECLINES
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Categories
from offences.tracing.hidden_numbers.phrases import Span, clause_around
from offences.tracing.hidden_numbers.plain_sentences import COMPARES
from offences.tracing.hidden_numbers.rounded_shares import is_rounded_share

type Shown = Mapping[Categories, Collection[int]]


def is_shown_number(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    shown: Shown,
    documents: Documents,
) -> bool:
    """Whether it is a shown age with its released number, or another released one restated."""
    if figure.kind in SHARES:
        return _is_share_of_number_before(passage, figure, named, documents)
    if figure.value != int(figure.value):
        return False
    return (
        _is_with_its_age(passage, figure, shown)
        or _is_not_split(passage, figure, named, shown)
        or _is_without_detail(passage, figure, named, shown, documents)
        or _is_where_a_table_ends(passage, figure, shown)
        or _is_age_of_the_peak(passage, figure, shown)
        or _is_of_all_parts(passage, figure, documents)
        or _is_of_a_part_asked_about(passage, figure, named, shown)
    )


def _is_share_of_number_before(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    documents: Documents,
) -> bool:
    """Whether it is what the number just given is of the total: "23: a quarter of the total"."""
    first, _ = passage.sentence_bounds(figure.start)
    before = passage.numbers_between(first, figure.start)[-1:]
    if not before or not _OF_THE_TOTAL.match(passage.text, figure.end):
        return False
    link = before[0].end, figure.start
    if _OF_AGE.search(passage.text, first, before[0].start):
        return False
    if _OF_TIME.match(passage.text, link[0]) or not _THAT_IS.search(passage.text, *link):
        return False
    if within(named, (link[0], figure.end)):
        return False
    latest = documents.local.facts.latest
    totals = [c.value for c in documents.local.totals if c.year == latest]
    return is_rounded_share(passage.text, figure, [int(before[0].value)], totals)


def _is_without_detail(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    shown: Shown,
    documents: Documents,
) -> bool:
    """Whether it is the released number without a detail: "For five no age was on the file"."""
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if not figure.value or any({m.slot} != NOT_KNOWN for m in within(named, bounds)):
        return False
    first, _ = passage.with_sentence_before(figure.start)
    if any(
        frozenset({m.slot}) not in shown and {m.slot} != NOT_KNOWN
        for m in within(named, (first, bounds[0]))
    ):
        return False  # "Kik is next. For eight of them no age was noted"
    kinds = {kind for kind, words in quantities.KINDS if words.search(text, *bounds)} - {"year"}
    if len(kinds) != 1 or not _LACKS_IT.search(text, *bounds):
        return False
    own = documents.local
    wholes = {c.value for c in own.counts if c.year == own.facts.latest and not c.categories}
    beside = {n.value for n in passage.numbers_between(*bounds) if n.start != figure.start}
    beside -= {figure.value}
    return beside <= wholes and figure.value in numbers_without_detail(documents, kinds)


def _is_where_a_table_ends(passage: Passage, figure: Candidate, shown: Shown) -> bool:
    """Whether it is the age with which a table begins or ends: "The table stops at 15"."""
    age = frozenset({age_category(int(figure.value))}) if 0 < figure.value <= OLDEST else None
    first, _ = passage.with_sentence_before(figure.start)
    led = _STOPS_AT.search(passage.text, first, figure.start)
    is_of_table = led and _A_TABLE.search(passage.text, first, led.end())
    if _ALL_ARE_THERE.search(passage.text, first, figure.start):
        return False  # "No row is withheld. It stops at 15": nobody is older
    return bool(is_of_table) and age in shown and _STOPS.match(passage.text, figure.end) is not None


def _is_age_of_the_peak(passage: Passage, figure: Candidate, shown: Shown) -> bool:
    """Whether it is the age with the largest released number: "Thirteen is the peak"."""
    if not 0 < figure.value <= OLDEST or not _IS_THE_PEAK.match(passage.text, figure.end):
        return False
    if not _BEGINS.search(passage.text, 0, figure.start):
        return False
    ages = {of: max(numbers) for of, numbers in shown.items() if {c.kind for c in of} == {"age"}}
    own = ages.get(frozenset({age_category(int(figure.value))}))
    return own is not None and own == max(ages.values())


def _is_of_all_parts(passage: Passage, figure: Candidate, documents: Documents) -> bool:
    """Whether it is how many apps or kinds a table has: "Snapchat comes first of the five"."""
    first, _ = passage.sentence_bounds(figure.start)
    is_placed = _PLACED_AMONG.search(passage.text, first, figure.start)
    if not is_placed or not _ENDS_OR_HAS.match(passage.text, figure.end):
        return False
    tables = (share.parts for each in documents for share in each.facts.shares.values())
    return int(figure.value) in {*map(len, tables)}


def _is_of_a_part_asked_about(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]], shown: Shown
) -> bool:
    """Whether it is the released whole of a part whose split is not given.

    "How many of the 22 on Kik were boys it does not say", "It gives only the overall 22" after it.
    """
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if _HOW_MANY_OF.search(text, bounds[0], figure.start):
        own = [m.slot for m in named if _ON_ITS_OWN.fullmatch(text, figure.end, m.start)]
    elif bounds[0] and _GIVES_THE_WHOLE.search(text, bounds[0], figure.start):
        before = passage.sentence_bounds(bounds[0] - 1)
        is_asked = _HOW_MANY_OF_SOME.search(text, *before) and DECLINES.search(text, *before)
        own = [m.slot for m in within(named, before)] if is_asked else []
        own = [] if within(named, bounds) or not _LAST.match(text, figure.end) else own
    else:
        return False
    return any(figure.value in shown.get(frozenset({each}), ()) for each in own)


def _is_with_its_age(passage: Passage, figure: Candidate, shown: Shown) -> bool:
    """Whether a number stands right before or behind its age: "26 at eleven", "fourteen on 25"."""
    text, value = passage.text, int(figure.value)
    first, last = passage.sentence_bounds(figure.start)
    for number in passage.numbers_between(first, last):
        if number.value != int(number.value):
            continue
        other = int(number.value)
        if figure.end < number.start:
            link, left, right = text[figure.end : number.start], value, other
        elif number.end < figure.start:
            link, left, right = text[number.end : figure.start], other, value
        else:
            continue
        if not _ENDS.match(text, max(number.end, figure.end)):
            continue
        if _AT.fullmatch(link) and _is_of_age(left, right, shown):
            return True
        if _ON.fullmatch(link) and _is_of_age(right, left, shown):
            return True
    return False


def _is_of_age(number: int, age: int, shown: Shown) -> bool:
    if not 0 < age <= OLDEST:
        return False
    return number in shown.get(frozenset({age_category(age)}), ())


def _is_not_split(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]], shown: Shown
) -> bool:
    """Whether it is the whole of a shown part: "Kik’s seven are not split into girls and boys"."""
    text = passage.text
    own = [m for m in named if _ITS.fullmatch(text, m.end, figure.start)] or [
        m for m in named if _ITS.fullmatch(text, m.end - 2, figure.start)
    ]
    if not own or not _NOT_SPLIT.match(text, figure.end):
        return False
    return int(figure.value) in shown.get(frozenset({own[-1].slot}), ())


def own_clause(passage: Passage, figure: Candidate) -> Span | None:
    """The clause of a number where the rest of its sentence says that another is not given.

    "Girls (85) are printed; those for boys are not". Nothing is compared, nor in the next sentence.
    """
    bounds = passage.sentence_bounds(figure.start)
    first, last = clause_around(passage, (figure.start, figure.end))
    rest = f"{passage.text[bounds[0] : first]} {passage.text[last : bounds[1]]}"
    after = passage.text[bounds[1] : passage.with_sentence_after(figure.start)[1]]
    words = _AT_A_LEVEL.sub(" ", f"{passage.text[slice(*bounds)]} {after}")
    is_declined = DECLINES.search(rest)
    is_compared = COMPARES.search(words) or quantities.NARROWS.search(words)
    return (first, last) if is_declined and not is_compared else None


_BEGINS = compiled(r"(?:\A|[.!?:\n]\s*[\"”’]?\s*)[\s\"“‘]*\Z")
_IS_THE_PEAK = compiled(
    r"\s+(?:is|was|remains|remained)\s+(?:still\s+)?the\s+(?:peak|worst|commonest|most\s+common|most\s+frequent|top)(?:\s+age)?\s*[.,;!?]"
)
_PLACED_AMONG = compiled(
    r"\b(?:(?:come|came|is|was|rank|finish|place)(?:s|ed)?\s+(?:first|last|top|bottom)"
    r"|(?:most|least)(?:\s+often)?\s+(?:used|named|mentioned|cited))\s+of\s+(?:the|these|those|all)\s+\Z"
)
_ENDS_OR_HAS = compiled(
    r"(?:\s+(?:apps|platforms|sites|services|kinds|offences))?\s*(?:[.,;!?)]|\Z|with\s)"
)
_HOW_MANY_OF = compiled(r"\bhow\s+many\s+of\s+(?:the|its|these|those)\s+\Z")
_HOW_MANY_OF_SOME = compiled(r"\bhow\s+many\s+of\b")
_GIVES_THE_WHOLE = compiled(
    r"\b(?:gives?|gave|publish(?:es|ed)?|prints?|printed|releas(?:es|ed)|has|shows?)\s+(?:only|just)\s+(?:the|an?)\s+(?:overall|whole|total)\s+(?:of\s+)?\Z"
)
_LAST = compiled(r"\s*[.,;!?]")
_ON_ITS_OWN = compiled(r"\s+(?:of\s+)?")
_OF_THE_TOTAL = compiled(
    r"\s+of\s+(?:the\s+(?:whole\s+|force[’']s\s+)?(?:total|whole)|all(?:\s+(?:offences|victims|cases))?)\s*[.,;!?)]"
)
_OF_AGE = compiled(r"\b(?:aged?|old\s+as|young\s+as|turn(?:ed|s))\s+\Z")
_OF_TIME = compiled(r"\s+(?:years?|months?|weeks?|days?|terms?)\b")
_THAT_IS = compiled(
    r"(?:\s+(?:offences|crimes|cases|victims))?(?:[:,;(–—]|\s-)\s*(?:(?:or|that\s+is|that[’']s|which\s+is|making|just|about|roughly|exactly|nearly|almost|over|under)\s+)*\Z"
)
_LACKS_IT = compiled(
    r"\b(?:not?|never|nobody|without|missing|blank|empty|unknown|unrecorded|lack(?:s|ed|ing)?)\b|n[’']t\b"
)
_STOPS_AT = compiled(
    r"(?:\A|(?<=[.!?]\s)|,\s+and\s+)\W*(?:it|(?:the|our|its)\s+(?:\w+\s+)?(?:table|list|chart|breakdown|split))\s+"
    r"(?:stops|ends|starts|begins)\s+(?:at|with)\s+(?:age\s+)?\Z"
)
_ALL_ARE_THERE = compiled(
    r"\b(?:every|all|each|no|none|nobody|no\s+one|nothing|whole|full|complete)\b"
)
_A_TABLE = compiled(r"\b(?:tables?|lists?|charts?|breakdowns?|splits?)\b")
_STOPS = compiled(r"(?:-year-olds)?(?:\s+(?:on|at)\s+the\s+other\s+(?:side|end))?\s*[.,;!]")
_AT_A_LEVEL = compiled(r"\b(?:UK|national|regional|county|force|local|country)\s+levels?\b")
_AT = compiled(r"\s+(?:at|aged)\s+(?:age\s+)?")
_ON = compiled(r"\s+(?:on|with|had|has)\s+")
_ENDS = compiled(r"(?:\s+years?\s+old)?(?:\s*[.,;!?]|\s*\Z|\s+(?:and|to|but)\b)")
_ITS = compiled(r"[’']s?\s+")
_NOT_SPLIT = compiled(
    r"\s+(?:(?:are|were|is|was)(?:n[’']t|\s+not)|(?:have|has)(?:n[’']t|\s+not)\s+been|cannot\s+be)\s+"
    r"(?:split|divided|broken\s+down|separated)\b"
)
