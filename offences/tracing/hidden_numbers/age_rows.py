"""Ages that a text names by their numbers alone: "twelve (31), then fourteen (24)"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.ages import OLDEST
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.hidden import Categories

type Shown = Mapping[Categories, Collection[int]]
_END = 10**9
_FAR = 80
"""How far from a row with its released number those of its list may stand."""


def rows_of_ages(
    text: str, ages: Collection[NamedCategory], shown: Shown
) -> tuple[list[Mention[NamedCategory]], set[int]]:
    """The labels of a list of ages, known by released numbers, and where its numbers begin.

    The labels of hidden rows are among them.
    """
    chained, of_chain = _chained(text, ages, shown)
    rows = [*_found(_ROW, text, ages)]
    pairs = [
        (label, match)
        for label, match in (*rows, *(m for p in _COUNTED for m in _found(p, text, ages)))
        if match["n"] and numbers_in(match["n"])[0].value in shown.get(frozenset({label.slot}), ())
    ]
    right, counts = [label for label, _ in pairs], {match.start("n") for _, match in pairs}
    is_of_ages = right and _AGE.search(text, right[0].start - _FAR, right[0].start)
    is_band = any(label.slot.low < label.slot.high for label in right)
    are_persons = any(_PERSONS.search(match[0]) for _, match in pairs)
    if not (len(right) > 1 or is_of_ages or is_band or are_persons):
        return chained, of_chain
    near_rows = range(right[0].start - _FAR, right[-1].end + _FAR)
    near = [
        (label, match)
        for label, match in (*rows, *_found(_AT, text, ages))
        if label.start in near_rows and label.start not in counts
    ]
    hidden = [
        label
        for label, _ in near
        if not any(frozenset({c}) in shown for c in _ages_in(label.slot, ages))
    ]
    told = [each for each in chained if not is_taken((each.start, each.end), (*right, *hidden))]
    of_rows = {match.start("n") for _, match in near if match["n"]}
    return [*right, *hidden, *told], of_rows | of_chain


def _chained(
    text: str, ages: Collection[NamedCategory], shown: Shown
) -> tuple[list[Mention[NamedCategory]], set[int]]:
    """The labels of two ages or more, one hidden, each with a number: "Six: three. Seven: two"."""
    labels, counts = list[Mention[NamedCategory]](), set[int]()
    chains = [(link, m.span()) for link, chain in _CHAINS for m in chain.finditer(text)]
    for link, span in chains:
        found = [*_found(link, text, ages, span)]
        lows = [label.slot.low for label, _ in found]
        is_hidden = any(frozenset({label.slot}) not in shown for label, _ in found)
        is_run = len(found) > 2 and lows == [*range(lows[0], lows[0] + len(lows))]
        if is_run or (
            is_hidden
            and len(found) > 1
            and link is not _OF_CELLS
            and (lows == sorted({*lows}) or lows == sorted({*lows}, reverse=True))
        ):
            labels += [label for label, _ in found]
            counts |= {match.start("n") for _, match in found if match["n"]}
    return labels, counts


def bare_ages(
    text: str, ages: Collection[NamedCategory], shown: Shown
) -> Iterator[Mention[NamedCategory]]:
    """Each number that is a released age by what is said of it: "thirteen was the peak".

    And each that follows the word, hidden or not.
    """
    yield from _ages_named(_AGE_NAMED_AFTER, text)
    for pattern in (_THAT_IS_AN_AGE, _IS_HIDDEN, _IS_DOWN_FOR):
        named = _ages_named(pattern, text)
        yield from (m for m in named if frozenset({m.slot}) not in shown)
    for pattern in _BESIDE_A_SEX:
        yield from (label for label, _ in _found(pattern, text, ages))
    for pattern in (_WAS_THE_AGE, _IN_A_LIST):
        for label, _ in _found(pattern, text, ages):
            if all(frozenset({c}) in shown for c in _ages_in(label.slot, ages)):
                yield label


def _ages_named(pattern: re.Pattern[str], text: str) -> Iterator[Mention[NamedCategory]]:
    """The age that a sentence names by its number: "Only one age on the chart, seven, had none"."""
    for match in pattern.finditer(text):
        age = int(numbers_in(match["age"])[0].value)
        if age <= OLDEST:
            yield Mention(*match.span("age"), age_category(age))


def listed_ages(
    text: str, ages: Collection[NamedCategory], named: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """Each number of a list of ages, hidden ones as well: "its figures for eight and nine"."""
    turns = [m for p in (_TURN, _WHO_ARE) for m in p.finditer(text)]
    of_lists = (_FIGURES_FOR, _GAPS_AT, _WERE_THE_AGES, _THEN_COMES, _AHEAD_OF)
    lists = [*turns, *(m for p in of_lists for m in p.finditer(text))]
    lists += [m for m in _HIDDEN_LIST.finditer(text) if _are_in_a_row(m["list"])]
    ends = [each.end for each in named if each.slot.kind == "age"]
    lists += [m for end in ends if (m := _OR_ELSE.match(text, end))]
    known = {n for each in ages for n in range(each.low, each.high + 1)}
    for match in lists:
        numbers, at = numbers_in(match["list"]), match.start("list")
        band = age_category(int(numbers[0].value), int(numbers[-1].value))
        once = {n.value: n for n in reversed(numbers)}  # "nine, nine and ten": one more of nine
        is_band = band in ages and len(once) == len(numbers)
        found = [Mention(*match.span("list"), band)] if is_band else []
        for n in reversed(once.values()) if not found else ():
            age = age_category(int(n.value))
            found.append(Mention(at + n.start, at + n.end, age))
        are_ages = all(n.value in known for n in numbers) or (
            match in turns and numbers[0].value <= OLDEST
        )
        for each in found if are_ages else ():
            if not is_taken((each.start, each.end), named):
                yield each


def _are_in_a_row(listed: str) -> bool:
    values = [n.value for n in numbers_in(listed)]
    return len(values) > 1 and all(b == a + 1 for a, b in pairwise(values))


def _found(
    pattern: re.Pattern[str],
    text: str,
    ages: Collection[NamedCategory],
    within: tuple[int, int] = (0, _END),
) -> Iterator[tuple[Mention[NamedCategory], re.Match[str]]]:
    """Each match whose first number, or range of two, is an age or a band of the release."""
    for match in pattern.finditer(text, *within):
        last = "high" if match["high"] else "low"
        low, high = (int(numbers_in(match[n])[0].value) for n in ("low", last))
        age = age_category(low, high)
        inside = _ages_in(age, ages)
        if sum(c.high - c.low + 1 for c in inside) == high - low + 1:
            yield Mention(match.start("low"), match.end(last), age), match


def _ages_in(band: NamedCategory, ages: Collection[NamedCategory]) -> list[NamedCategory]:
    """The band itself where the release has it, or all that are inside it."""
    if band in ages:
        return [band]
    return [each for each in ages if band.low <= each.low and each.high <= band.high]


_MARK = (
    r"(?:is\s+|are\s+)?(?:not\s+(?:shown|given|published|released)|withheld|hidden|suppressed"
    r"|no(?:ne)?\b|nil\b|a\b|an\b|\[\w\]|[*†‡–—](?=[\s,;.)]|$))"
)
_AGE_THEN_NUMBER = (
    rf"(?:at\s+)?(?P<low>{NUMBER})(?P<high>(?!))?"
    rf"(?:\s*[:=]\s*|\s+[–—-]\s+|,\s+|\s+(?:had|has)\s+)(?P<n>{NUMBER})"
)
_NUMBER_THEN_AGE = (
    rf"(?P<n>{NUMBER})\s+(?:at|aged|is|are|who\s+were)\s+(?P<low>{NUMBER})(?P<high>(?!))?"
)
_AGE_AND_CELL = rf"(?P<low>\d{{1,2}})(?P<high>(?!))?\s(?:(?P<n>\d+)|{_MARK})"
_JOINED = r"(?:[.;,]\s+(?:and\s+)?|\s+and\s+|\n)"


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_CHAINS = [
    (
        compiled(each),
        compiled(
            rf"(?<![\w/–,-])(?<!\d[ ]){_unnamed(each)}(?:{_JOINED}{_unnamed(each)})+"
            r"(?![\w/%-]|[.,]\d|\s+(?:per|to)\b)"
        ),
    )
    for each in (_AGE_THEN_NUMBER, _NUMBER_THEN_AGE, _AGE_AND_CELL)
]
"""What joins an age to its number, and two such pairs or more."""
_OF_CELLS = _CHAINS[-1][0]
"""In a row of cells, "6 *, 7 *, 8 12", only ages one after another tell which number is which."""
_AGE = compiled(r"\bage[ds]?\b|\byear-olds?\b")
_LABEL = rf"(?<![\w/–-])(?P<low>{NUMBER})(?:(?:\s?[-–]\s?|\s+to\s+)(?P<high>{NUMBER}))?"
_NEXT = (
    r"(?:\s*(?:\.{2,}|…|[:=(–—])\s*|\s+-\s+|\s*[,(]?\s+(?:with|at)\s+|,\s+"
    r"|\s+(?:follows|(?:comes\s+|is\s+|was\s+|came\s+)?(?:next|second))\s+(?:with|at)\s+|(?<=[a-z])\s(?=\d))"
)
_PART_OF_ANOTHER = (
    r"(?:(?:just|only|about|exactly|around|nearly|over|under|less\s+than|more\s+than)\s+)?"
    r"(?:half|double|twice|treble|triple|(?:a|one|the)\s+(?:half|third|quarter|fifth)|two\s+thirds|three\s+quarters"
    r"|the\s+same|as\s+many)\b"
)
"""What is said of a row by another one: "nine, 8; eight, half the figure for nine"."""
_ROW = compiled(
    rf"{_LABEL}(?:(?:{_NEXT}|\s+(?:had|has|was|were|is|are)\s+)[\"“‘<≤]?(?:(?:just|only|about|exactly|around|fewer\s+than)\s+)?"
    rf"(?P<n>{NUMBER})(?!\w|[-–/%])(?!\s+(?:to|in|out)\b)"
    rf"|(?:{_NEXT}|\s+)(?={_MARK}|(?:(?:is|are|was|were)\s+)?(?:{_PART_OF_ANOTHER}|(?:same|fewer|more)\b)"
    rf"|(?:between\s+)?{NUMBER}\s?(?:to|and|[-–])\s?{NUMBER}))"
)
_WERE = compiled(
    rf"(?<![\w/–-])(?P<n>{NUMBER})\s[^.,;:\d]{{0,60}}?\b(?:was|were|at)\s+(?:aged?\s+)?(?P<low>{NUMBER})(?:\s+(?:or|to)\s+(?P<high>{NUMBER}))?"
    r"(?=\s*(?:[.,;]|\band\b))"
)
_OF = compiled(
    rf"(?<![\w/–-])(?P<n>{NUMBER})\s+(?:(?:children|victims|pupils|girls|boys)\s+)?of\s+(?P<low>{NUMBER})(?P<high>(?!))?"
    r"(?=\s*[.,;]|\s+(?:and|in)\b)"
)
_AT_IT = compiled(
    rf"\bat\s+(?P<low>{NUMBER})(?P<high>(?!))?,?\s+(?:it|that|the\s+(?:number|figure|count))\s+(?:is|was|stands\s+at)\s+"
    rf"(?P<n>{NUMBER})(?=\s*(?:[.,;]|$))"
)
_N_AT = compiled(
    rf"(?<![\w/–-])(?P<n>{NUMBER})\s+at\s+(?P<low>{NUMBER})(?P<high>(?!))?(?=\s*(?:[.,;]|\b(?:and|in)\b))"
)
_COUNTED = (_WERE, _OF, _AT_IT, _N_AT)
_PERSONS = compiled(r"\b(?:victims|children|girls|boys)\b")
_AT = compiled(
    rf"\bat\s+(?P<low>{NUMBER})(?:\s+(?:or|to)\s+(?P<high>{NUMBER}))?(?P<n>(?!))?"
    r"(?=\s*(?:[.,;]|\b(?:and|there|the|it)\b))"
)
_WAS_THE_AGE = compiled(
    rf"{_LABEL}\s+(?:was|is)\s+the\s+(?:"
    r"(?:(?:peak|top|youngest|oldest|commonest|most\s+common|likeliest|worst)\s+(?:\w+\s+)?)?age\b"
    r"(?!\s+(?:\w+\s+)?(?:limit|rating))|(?:youngest|oldest)(?=\s*[.,;]|\s+with\b)"
    r"|(?:highest|peak|top|commonest)\s+(?:\w+\s+)?of\s+(?:all\s+)?(?:the\s+)?ages\b)"
)
_IN_A_LIST = compiled(
    rf"(?<![\w/–-])(?P<low>{NUMBER})(?P<high>(?!))?-?(?=(?:,\s+{NUMBER}-?){{0,6}},?\s+(?:and|or)\s+{NUMBER}[\s-]years?[\s-]olds?\b)"
)
_LIST = rf"(?P<list>{NUMBER}(?:(?:,\s+|,?\s+(?:and|or|to)\s+){NUMBER}){{0,9}})"
_AHEAD_OF = compiled(
    rf"\bolds?\b[^.;:?\n\d]{{0,60}}?,\s+(?:just\s+|well\s+|closely\s+)?(?:ahead|in\s+front)\s+of\s+{_LIST}(?=\s*[.;!?])"
)
"""The ages that another one leads: "13-year-olds were the biggest group, ahead of 12"."""
_AND = _LIST.replace("(?:and|or|to)", "(?:and|to)")
_AND_FOR = _LIST.replace("(?:and|or|to)", r"(?:and|or|to)(?:\s+for)?")
_REASON = r"because|since|as|so|to|lest|unless|until|when|which|under|in"
_FIGURES_FOR = compiled(
    r"\b(?:figures?|numbers?|counts?|rows?|bands?|box(?:es)?|cells?|bars?|columns?|slices?|lines?|entr(?:y|ies)"
    r"|(?:(?<=\bthe\s)|^|(?<=\n)|(?<=[.!?]\s))totals|nor|those|the\s+ones)\s+for\s+"
    rf"{_AND_FOR}(?=\s*(?:[.,;:!?)]|$)|\s+(?:and\s+(?:up|over|above)|(?:are|is|was|were)(?:n[’']t)?|have|has|had|carry|can|cannot|but|while|stands?|reach\w*|{_REASON})\b)"
)
_GAPS_AT = compiled(
    rf"\b(?:blanks?|gaps?|stars?|asterisks?|dash(?:es)?)(?:,|\s+(?:is|are))?\s+(?:at|for|beside|against)\s+{_AND}"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:because|as|since|where|in|stands?|lies?|hides?|are|is)\b)"
)
_WERE_THE_AGES = compiled(
    rf"{_AND}(?=\W{{1,4}}(?:(?:that|this|those|these|they)\s+)?(?:is|are|was|were)\s+(?:\w+\s+)?the\s+ages?\b(?!\s+limit))"
)
"""Ages before what says that they are: "Eight, nine and nine: those were the ages"."""
_THEN_COMES = compiled(
    rf"\b(?:most\s+common|commonest|likeliest|most\s+frequent|peak|top|biggest|largest|highest)\s+ages?\b[^.;:\d]{{0,80}}?,?\s+(?:closely\s+|then\s+)?(?:followed|trailed)\s+by\s+{_AND}(?=\s*(?:[.;!]|\Z))"
)
"""The ages behind the first: "Thirteen is the most common age, followed by 14"."""
_WHO_ARE = compiled(
    r"\b(?:Years?\s+[1-9]\d?s?\b(?:[^.;\n]{0,30}?,?\s+who|\s+(?:pupils|children|students|classes))|(?:my|our)\s+(?:[\w-]+\s+)?(?:two|three|four|children|kids|girls|boys|sons|daughters),?(?:\s+who)?)"
    rf"\s+are\s+(?:mostly\s+|now\s+|all\s+|just\s+)?{_AND}(?=\s*[,.;)]|\s+now\b)"
)
"""The ages of a school year, or of one's own children: "Year 3 pupils, who are seven and eight"."""
_TURN = compiled(
    rf"\bturn(?:s|ed|ing)?\s+(?P<list>{NUMBER})(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|or|in|this|last|next|can|will|may)\b)"
)
_HIDDEN_LIST = compiled(
    r"(?:^|\n[ \t]*(?:[-•*–][ \t]+)?|[.;]\s|\b[Ww]hy\s+are\s"
    r"|\b(?:by\s+age|ages?(?:\s+(?:in|of)\s+\w+)?|\A\W*in\s+\w+)[:,]\s)"
    rf"{_AND}(?=\s+(?:(?:are|were)\s+)?(?:withheld|hidden|suppressed|missing"
    r"|not\s+(?:shown|published|given|released))\b)"
)
_OR_ELSE = compiled(
    rf"(?P<list>(?:,\s+{NUMBER}){{0,6}},?\s+or\s+{NUMBER})(?=\s*(?:[.,;:!?)]|$)|\s+(?:years?|in|last|when|and)\b)"
)


_AGE_NAMED_AFTER = compiled(
    rf"\b(?:age|year\s+group)\b[^.;:\d]{{0,40}},\s+(?P<age>{NUMBER})(?=,\s+(?!\d))"
)
_STARTS = r"(?:\A|(?<=[.!?;:]\s)|(?<=\n)|(?<=[\"“‘]))"
_THAT_IS_AN_AGE = compiled(
    rf"{_STARTS}(?P<age>{NUMBER}),\s+(?!including|all\b|both|most|some|of\b|among|mainly|from\b|aged|and\b|or\b|but\b|to\b)[^.,;:!?\d]{{2,50}},\s+"
    r"(?:is|was|had|has|stands|stood|comes|came|got|gets|saw|sees)\b"
)
"""A number that is one thing, with an aside: "Nine, our Ellie’s age, was two fewer"."""
_IS_DOWN_FOR = compiled(
    rf"{_STARTS}(?:(?:and|but|so|then)\s+)?(?P<age>{NUMBER})(?:[’']s|\s+(?:is|was))\s+(?:also\s+)?(?:down|listed|entered|marked)\s+(?:for|as|at|with)\s+{NUMBER}\b"
)
_IS_HIDDEN = compiled(
    rf"{_STARTS}(?:(?:and|but|so)\s+)?(?P<age>{NUMBER})\s+(?:(?:isn[’']t|wasn[’']t|(?:is|was)\s+not)\s+(?:yet\s+)?"
    r"(?:(?:made\s+)?public|published|printed|released|shown|given|listed|for\s+publication)"
    r"|(?:is|was)\s+(?:hidden|withheld|left\s+out|left\s+blank|blank|starred))\b"
)
"""An age whose number is not given: "Nine isn’t public, so forget the two"."""
_SEX = r"(?:girls?|boys?)"
_NO_AGE_NEXT = (
    rf"(?![\w%:/£-]|[.,]\d|\s*%|\s+(?:per|out)\b|\s+in\s+(?:every\s+)?(?!20\d\d){NUMBER})"
)
_BESIDE_A_SEX = [
    compiled(each)
    for each in (
        rf"{_STARTS}at\s+(?P<low>{NUMBER})(?P<high>(?!))?{_NO_AGE_NEXT}"
        rf"(?=,?\s+(?!offences|crimes|cases)[^.;!?\n]*?\b{_SEX}\b)",
        rf"\b(?<!\band\s)(?<!\bor\s)(?:{_SEX}|children|victims)\s+at\s+(?P<low>{NUMBER})(?P<high>(?!))?{_NO_AGE_NEXT}"
        r"(?=\s+(?:were|was|are|because|since|had|have|made|came|numbered|outnumber\w*|total\w*|accounted|there)\b)",
        rf"\bof\s+(?:(?:the|those|all|our)\s+)?(?:{_SEX}\s+|children\s+|victims\s+)?(?:with\s+an?\s+\w+\s+)?at\s+(?P<low>{NUMBER})(?P<high>(?!))?{_NO_AGE_NEXT}"
        rf"(?=[^.;!?\n]*?\b{_SEX}\b|,?\s+there\b)",
        rf"{_STARTS}(?P<low>{NUMBER})(?P<high>(?!))?(?:\s+years?(?:\s+old)?)?\s*[:–—]\s+{_SEX}\b(?=\s*(?:[*†‡,:]|\d|hidden|withheld))",
    )
]
"""An age named with a sex: "At 13, girls were most", "Of those at 13, girls led", "13: girls *"."""
