"""The changes that a statement may be about."""

from collections.abc import Collection
from fractions import Fraction

from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.time_words import AGO, number_of_years
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableChange
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, Number, half_up
from offences.tracing.finding.vocabulary import CHANGE_NOUN, FALL, RISE, compiled

_NOT_OF_OFFENCES = compiled(r"\s+(?:years?|months|(?:police\s+)?forces|areas)\b|\s?[/–-]\d")
_PERCENT = compiled(r"\s?(?:%|per\s?cent\b|pc\b)")
# "54 offences, or 14%", "from 131 to 205, which is a rise of 56%", "258 the year before, so it has
# gone up by 39". "That is an increase of 52%" is of the change that the sentence before gave.
_TIME = (
    r"(?:(?:in|for|during)\s+)?(?:the\s+(?:year\s+(?:before|earlier)"
    r"|(?:previous|latest|last|past|most\s+recent)\s+year)|last\s+year"
    r"|a\s+year\s+(?:earlier|before|ago)|\d{4}[/–-]\d\d)"
)
_WORDS = r"(?:\s+(?!(?:and|but|while|whereas|than|since|on|compared)\b)[\w’'-]+){0,8}?"
_IS_SAME = compiled(
    rf"(?:\s?(?:%|per\s?cent|pc))?(?:\s+(?:more|fewer|extra))?(?:\s+(?:offences|crimes|cases))?"
    rf"(?:\s+in\s+[\w’'-]+)?(?:\s+(?:(?:than|on|above|over)\s+(?:in\s+)?)?{_TIME})?"
    r"(?:,\s+(?:when|before|after|as|where)\s[^.;:,\d]{3,60}(?=[:–—,]))?(?:\s?[,.;:–—(-])*\s*"
    r"(?:(?:in\s+percentage\s+terms|(?:expressed\s+)?as\s+a\s+percentage),?\s+)?"
    rf"(?:or|(?P<so>so)|(?:(?:that|this|it|which)\s+)?(?:is|was|means|represents|equals|makes|gives"
    rf"|amounts\s+to)|(?:that|it)[’']s|(?:I|we)\s+make\s+(?:that|it|this)|the\s+(?:{CHANGE_NOUN}|difference)"
    rf"|meaning|making|giving|equal\s+to|an?|by|up|down|(?<=\()),?{_WORDS}\s*"
)
# "91 in 2016/17 and 126 in 2017/18, so the latest figure is 30 per cent up on the first year"
_SO_THE_LATEST = compiled(
    r"\b(?:the|its|this)\s+(?:latest|most\s+recent|newest|current)\s+(?:year[’']?s?\s+)?"
    r"(?:figure|number|total|count|tally|sum)\b|\blast\s+year[’']s\b"
)
_BOTH_COMPARED = compiled(
    rf"\bcompare[sd]?\s+(?:with|to)\s+(?:just\s+|only\s+)?{NUMBER}(?:[^.;:\d]|\d{{4}}/\d\d)*?,?\s+and\s+"
    rf"(?:(?:with|just|only)\s+)*{NUMBER}\Z"
)
_IT_IS_NOW = compiled(r"\W*(?:it|the\s+(?:number|figure|total))\s+(?:is|stands\s+at)\s+(?:now\s+)?")
_HAS_CHANGED = compiled(
    rf"(?:\b(?:has|have)|[’'](?:s|ve))\s+(?:\w+\s+){{0,2}}?(?:{RISE}|{FALL})\s+(?:\w+\s+){{0,2}}?\Z"
)
_HAS = compiled(
    r"(?:\b(?:has|have)|[’'](?:s|ve))\s+(?:(?:now|since|more|than|almost|nearly|roughly|about|well|over|just)\s+)*\Z"
)
_COMMA = compiled(
    r"(?:\s+(?:offences|crimes|cases))?,\s+(?:(?:or|some|about|just|exactly|a\s+full)\s+)*"
)
_LOWER = compiled(r"\s+(?:lower|higher|more|fewer)(?=\s*(?:[.,;]|$))")


def changes_of(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The changes that a statement may be about, over the set of forces that it names."""
    up_to_now = _up_to_now(statement, evidence)
    if given := _change_given(statement, evidence):
        return [*given, *up_to_now]
    named, changes = statement.forces, _changes_between(statement, evidence)
    if named is None or evidence.facts.panel is None or not named.number:
        return [*changes, *up_to_now]
    of_these = evidence.forces_compared if named.is_earlier else set()
    of_all = set() if named.is_compared else {n for n, _ in evidence.coverage}
    if named.number not in of_these | of_all:
        return changes  # the number of forces is judged by the change
    return [each for each in changes if len(each.pair.forces) == named.number]


def _up_to_now(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The changes up to now from numbers of the paragraph: "It has come down by 44".

    Where a year is said with it, or it has doubled, from numbers of its sentence.
    """
    passage, at = statement.passage, statement.figure.start
    is_multiple = statement.figure.kind == "multiple"
    has_changed = (_HAS if is_multiple else _HAS_CHANGED).search(passage.before(at))
    if statement.years is not None or not has_changed:
        return []
    is_of_sentence = is_multiple or statement.bases is not None
    start = passage.text.rfind("\n\n", 0, at) + 1
    given = _of_offences(passage, passage.sentence_bounds(at)[0] if is_of_sentence else start, at)
    numbers = {n.value for n in given if not _PERCENT.match(passage.text, n.end)}
    to_now = _all_changes(statement, evidence, {evidence.facts.latest})
    return [c for c in to_now if c.pair.old.low in numbers]


def _change_given(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The change that the numbers right before a figure give, if it is told to be the same.

    They are two of its ends and what lies between them, or the change itself in its other form.
    """
    passage, at = statement.passage, statement.figure.start
    given = _given(passage, at)
    said = _IS_SAME.fullmatch(passage.text, given[-1].end, at) if given else None
    is_lower = given and not said and _is_lower(statement, given[-1])
    if not (said or is_lower) or (said and statement.bases and _SO_THE_LATEST.search(said[0])):
        return []
    start, end = passage.sentence_bounds(at)
    if said and start <= given[-1].start and not said["so"]:
        given = [n for n in given if start <= n.start]
    if len(given) > 1 and _BOTH_COMPARED.search(passage.text[start : given[-1].end]):
        return []  # "That compares with 233 the year before and 184 in 2016/17, a rise of …"
    years = evidence.all_years
    time = AGO.search(passage.text, start, end)
    apart = number_of_years(next(filter(None, time.groups()))) if time else 0
    last, changes = given[-1], _all_changes(statement, evidence, statement.years or years, apart)
    is_percent = _PERCENT.match(passage.text, last.end)
    numbers = {n.value for n in given[-3:] if not _PERCENT.match(passage.text, n.end)}
    of_two = [c for c in changes if len({*_ends(c), _gap(c)} & numbers) > 1]
    if is_lower:
        return of_two
    # One number may by chance be the difference of some two years: it is no change of other years
    # than those that are said, and none where it is a count of such a year itself.
    to = statement.years or {evidence.facts.latest}
    counts = () if is_percent else evidence.counts_of.get(int(last.value), ())
    if of_two or any(each.year in to for each in counts):
        return of_two
    if not is_percent and last.start < start and (told := _at_year_of(last, statement, evidence)):
        return told
    changes = _all_changes(statement, evidence, to)
    return [c for c in changes if last.value == (_percent(c) if is_percent else _gap(c))]


def _at_year_of(last: Number, statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The changes from or to the earlier year whose total the sentence before gave last.

    "The year before, it was 3,573. The rise works out at 16%." Only where no year is said with it.
    """
    if statement.years or statement.bases:
        return []
    same = evidence.counts_of.get(int(last.value), ())
    years = {f.year for f in same} - {evidence.facts.latest}
    since = [each for year in sorted(years) for each in evidence.change_since(year)]
    return [*since, *_all_changes(statement, evidence, years)]


def _given(passage: Passage, at: int) -> list[Number]:
    """The numbers of a sentence up to a place, and of the sentence before."""
    first, _ = passage.with_sentence_before(at)
    numbers = _of_offences(passage, first, at)
    if len(numbers) == 1 and numbers[0].start < passage.sentence_bounds(at)[0]:
        # "There were 246. In 2018/19 it was 311. The fall is 21 per cent": each in its sentence
        earlier, _ = passage.with_sentence_before(first)
        if "\n\n" not in passage.text[earlier:first]:
            numbers = [*_of_offences(passage, earlier, first)[-1:], *numbers]
    return numbers


def _of_offences(passage: Passage, start: int, end: int) -> list[Number]:
    numbers = passage.numbers_between(start, end)
    return [n for n in numbers if not _NOT_OF_OFFENCES.match(passage.text, n.end)]


def _is_lower(statement: Statement, last: Number) -> bool:
    """Whether a change is from the number of the sentence before: "It is now 246, 65 lower"."""
    passage, figure = statement.passage, statement.figure
    is_beside = _IT_IS_NOW.fullmatch(passage.before(last.start)) and _COMMA.fullmatch(
        passage.text, last.end, figure.start
    )
    return bool(is_beside and _LOWER.match(passage.after(figure.end)))


def _all_changes(
    statement: Statement, evidence: Evidence, to: Collection[Year], apart: int = 0
) -> list[SayableChange]:
    """Every change to one of these years; from those that are said, so many years before it."""
    years = evidence.all_years
    bases = statement.bases or years
    pairs = (
        (old, new)
        for new in years
        if new in to
        for old in years
        if old in bases and old < new and apart in (0, new.start - old.start)
    )
    return [c for old, new in pairs for c in evidence.change_since(old, new) if c.exact]


def _ends(change: SayableChange) -> tuple[int, int]:
    return change.pair.old.low, change.pair.new.low


def _gap(change: SayableChange) -> int:
    old, new = _ends(change)
    return abs(new - old)


def _percent(change: SayableChange) -> int:
    old, _ = _ends(change)
    return int(half_up(Fraction(100 * _gap(change), old))) if old else 0


def _changes_between(statement: Statement, evidence: Evidence) -> list[SayableChange]:
    """The changes between the years that a statement names, else the usual two.

    Of these the one that starts from the number the text starts from, if one does. None where the
    change is said to end in another year than the latest.
    """
    latest = evidence.facts.latest
    if statement.years is not None and latest not in statement.years:
        return [
            change
            for to in statement.years
            for year in sorted(statement.bases or {to.previous})
            if year < to
            for change in evidence.change_since(year, to)
        ]
    if statement.bases is None:
        changes = evidence.changes
    else:
        earlier = sorted(year for year in statement.bases if year < latest)
        changes = [change for year in earlier for change in evidence.change_since(year)]
    if statement.base_number is None:
        return changes
    if of_base := [each for each in changes if each.pair.old.low == statement.base_number]:
        return of_base
    # "From 1,835 in 2016/17": the year of that number, where the text names none.
    same = evidence.counts_of.get(statement.base_number, ())
    years = {f.year for f in same if not f.categories} - {latest}
    if statement.bases is None and years:
        return [change for year in sorted(years) for change in evidence.change_since(year)]
    return changes
