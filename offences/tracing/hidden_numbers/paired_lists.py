"""Two lists in one order, of ages and of their numbers: "one and two: six and seven"."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.age_rows import Shown
from offences.tracing.hidden_numbers.nouns import is_ours, is_plural
from offences.tracing.hidden_numbers.phrases import words_led

type Pair = tuple[list[Mention[NamedCategory]], set[int]]
type Item = tuple[int, int, int]
_ALL = 10**9


def paired_lists(text: str, ages: Collection[NamedCategory], shown: Shown) -> Iterator[Pair]:
    """The labels of each two lists in one order, a hidden age among them, and their numbers."""
    known = {n for each in ages for n in range(each.low, each.high + 1)}
    for match in _TWO_LISTS.finditer(text):
        things = [w for w in words_led(text, match.end()) if is_plural(w)]
        if _OF_THINGS.search(text, 0, match.start()) or not all(map(is_ours, things)):
            continue  # "hymns six and seven: two and three", "six and seven: 20 and 30 metres"
        one, other = ([*_items(match, name)] for name in ("one", "other"))
        is_loose = not _IN_ORDER.search(match["joint"])
        pairs = [_paired(*each, known) for each in ((one, other), (other, one))]
        pairs = [each for each in pairs if not is_loose or _is_run(each[0])]
        read = [(labels, counts) for labels, counts in pairs if labels]
        if any(_are_released(*each, shown) for each in read):
            continue  # what follows may be of a hidden age: "and five has hardly any"
        if any(frozenset({m.slot}) not in shown for labels, _ in read for m in labels):
            labels, counts = read[0]
            yield labels, {start for start, *_ in counts}


def _paired(
    labels: Sequence[Item], counts: Sequence[Item], known: Collection[int]
) -> tuple[list[Mention[NamedCategory]], Sequence[Item]]:
    """The ages of one list, where they are in order and as many as the numbers of the other."""
    values = [value for *_, value in labels]
    is_read = len(labels) == len(counts) and _are_in_order(values) and {*values} <= {*known}
    told = [Mention(start, end, age_category(value)) for start, end, value in labels]
    return (told if is_read else []), counts


def _are_released(
    labels: Sequence[Mention[NamedCategory]], counts: Sequence[Item], shown: Shown
) -> bool:
    pairs = zip(labels, counts, strict=True)
    return all(n in shown.get(frozenset({label.slot}), ()) for label, (*_, n) in pairs)


def _items(match: re.Match[str], name: str) -> Iterator[Item]:
    """Each item of a list: its place, and its number; a word for none or two has no age's."""
    for item in _ITEM.finditer(match[name]):
        numbers, start = numbers_in(item[0]), match.start(name) + item.start()
        yield start, start + len(item[0]), int(numbers[0].value) if numbers else _ALL


def _is_run(labels: Sequence[Mention[NamedCategory]]) -> bool:
    return all(abs(b.slot.low - a.slot.low) == 1 for a, b in pairwise(labels))


def _are_in_order(values: list[int]) -> bool:
    return any(all(way * (b - a) > 0 for a, b in pairwise(values)) for way in (1, -1))


_AN_ITEM = rf"(?:{NUMBER}|none|nil|zero|a\s+(?:couple|pair))(?![\w%]|[.:]\d)"
_ITEM = compiled(_AN_ITEM)
_LIST = rf"(?>{_AN_ITEM}(?:(?:,\s*(?:and\s+|then\s+)?|\s+(?:and|then)\s+){_AN_ITEM}){{1,9}})"
_JOINT = (
    rf"(?:,\s+(?!and\b)(?:(?!\b{NUMBER}\b)[^.;:!?,\d]){{2,40}}[,:]|[\s:;,.–—=()-]|\b(?:is|are|was|were|it|that|they|these|those|this|its|their"
    r"|the|ages?|numbers?|figures?|s|re|which|you|we|get|gets|got|have|had|has|for|as|came|comes?|out|at|of|in|on|read|reads|with|gives?|gave"
    r"|respectively|order|turn|well|respective|to)\b|[’']){1,60}?"
)
_TWO_LISTS = compiled(
    rf"(?<![\w£$€.:/–-])(?P<one>{_LIST})(?P<joint>{_JOINT})(?P<other>{_LIST})(?!\s*(?:[/-]\s*\d|[ap]\.?m\b))"
)
_IN_ORDER = compiled(r"[:=–—(-]|\border\b|\brespective")
_OF_THINGS = compiled(
    r"\b(?:rooms?|hymns?|psalms?|buses|bus|pages?|chapters?|questions?|heats?|years?|rounds?|stops?|lines?|items?|lots|units?|verses?|routes?|lanes?|tables|teams|gates?|lessons?|parts?|tracks?|classes)\s+\Z"
)
"""Things that have a number each: "hymns 6 and 7"."""
