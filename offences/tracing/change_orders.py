"""Two changes said to be one less or more than the other: "up 12%, and ours by less: 13%"."""

from collections.abc import Iterator

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import any_of, compiled

_PER_CENT = r"(?:\s?%|\s+per\s?cent\b|\s?pc\b)"
_LESS = any_of("less", "slower", "smaller", "lower", "more slowly", "less steep(?:ly)?")
_MORE = any_of("more", "faster", "bigger", "higher", "greater", "steeper", "sharper", "larger")
# A number that follows "less" without "than" is the one that is less.
_TWO = compiled(
    rf"(?<![\d.,])(?P<first>{NUMBER}){_PER_CENT}(?P<between>[^.;\d\n]{{1,100}}?)"
    rf"\b(?<!\bno\s)(?<!\bor\s)(?:(?P<less>{_LESS})|(?P<more>{_MORE}))(?:\s*[:,(–—]\s*|\s+)"
    rf"(?:(?:at|by|only|just)\s+)*(?P<second>{NUMBER}){_PER_CENT}"
)
_JOINED = compiled(r"[,–—]\s*|\b(?:and|but|while|whereas|though|against)\b")


def change_orders(passage: Passage) -> Iterator[Span]:
    """The places of "less" or "more", with its share, beside a share that has the other order."""
    for match in _TWO.finditer(passage.text):
        if not _JOINED.search(match["between"]):
            continue  # "12 per cent more" is of one number
        first, second = (numbers_in(match[name])[0].value for name in ("first", "second"))
        if (second >= first) if match["less"] else (second <= first):
            yield match.start("less" if match["less"] else "more"), match.end()
