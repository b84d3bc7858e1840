"""The rank that a text gives a force: wrong where its numbers give it another."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.mentions import within
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import NTH, number_of
from offences.tracing.finding.vocabulary import A_YEAR_ITSELF, FALL_NOUN, YEAR, any_of, compiled

_FORCES = r"(?:(?:police\s+)?forces|constabular(?:y|ies)|areas|count(?:y|ies))"
_AMONG_FORCES = (
    rf"(?:(?:of|among|out\s+of)\s+(?:(?:all|any|the|these|those)\s+)*(?:{NUMBER}\b|{NUMBER}\s+)?(?:(?:police\s+)?force\b|{_FORCES})?"
    r"|(?:in|on)\s+(?:the|our|its)\s+(?:survey|list|table|study|sample|panel|league|whole\s+set))"
)
_LEAST = any_of("lowest", "smallest", "fewest", "slowest", "lightest", "quietest")
_MOST = any_of(
    *("highest", "largest", "biggest", "steepest", "sharpest", "fastest", "greatest", "busiest"),
    *("heaviest", "worst"),
    # not "the most recent"
    r"most(?=\s*(?:[:?]|(?:\w+\s+)?(?:offences|crimes|cases|of any)\b"
    r"|(?:was|were|is|are|came|in)\b))",
)
_END = rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))"
_GROWTH = compiled(
    r"\b(?:steepest|sharpest|fastest|slowest|ris(?:e|es|er|ers|ing)|increase[sd]?|growth|grow\w*|jump"
    r"|fall|falls|drop|climb\w*)\b"
)
_FASTEST = compiled(r"\b(?:fastest|slowest|quickest)\b")
_FELL = compiled(rf"\b{FALL_NOUN}s?\b")
# Not "the second highest on record", "the third biggest year"
_STOPS = r"(?=\s*(?:[.,;:!?)”\"]|\Z|among\b|(?:with|on|at)\s+(?:just\s+|only\s+)?\d))"
_IN_PLACE = any_of(
    *("rank(?:s|ed|ing)?", "comes?", "came", "coming", "plac(?:es|ed)", "stands?", "stood"),
    *("finish(?:es|ed|ing)?", "sits?", "lies", "is", "was", "are", "were", "in"),
    r"(?:puts?|putting|mak(?:es|ing)|made|leav(?:es|ing)|left)(?:\s+[\w’']+){1,3}?",
)
_PLACE = r"(?:place|spot|position)"
_A_YEAR_BEFORE = (
    r"(?:\s+place)?,?\s+(?:(?:a|one|the)\s+year\s+(?:before|earlier|ago|previously)"
    r"|(?:in\s+)?the\s+(?:year\s+before|(?:previous|preceding)\s+year))\b"
)
_YEAR_BEFORE = compiled(_A_YEAR_BEFORE)
# "Ranks third of the 12 forces", "is still in third place", "third fastest riser since 2018/19"
_RANKS = (
    compiled(
        rf"\b(?:{_IN_PLACE}\s+)(?:(?:only|just|still|now|joint|in|at)\s+)*(?P<nth>{NTH})(?:\s+place)?\s+"
        rf"{_AMONG_FORCES}"
    ),
    compiled(rf"\brank(?:s|ed|ing)?\s+(?:only\s+|just\s+)?(?P<nth>{NTH})\b"),
    compiled(
        rf"\b(?:in|(?P<turn>into|to))\s+(?:only\s+|just\s+)?(?P<nth>first|{NTH})\s+{_PLACE}\b"
    ),
    # "It took over first place in 2019/20", "having been tenth a year before"
    compiled(
        rf"\b(?P<turn>t(?:ook|akes|aking)|seiz\w+|claim\w+|gain\w+|w[io]n(?:s|ning)?)\s+(?:over\s+)?(?:the\s+)?"
        rf"(?P<nth>first|top|{NTH})\s+{_PLACE}\b"
    ),
    compiled(
        rf"\b(?:been|was|were|stood|came)\s+(?:only\s+|just\s+)?(?P<nth>{NTH})"
        rf"(?={_A_YEAR_BEFORE}|\s+in\s+{YEAR})"
    ),
    compiled(rf"\b(?P<nth>{NTH}):\s[^\n:;]{{1,40}}\bplace\s+{_AMONG_FORCES}"),
    compiled(
        rf"\bthe\s+(?:only\s+)?(?P<nth>{NTH})[\s‐‑-]+{_END}\b[^.;:]{{0,60}}?\s{_AMONG_FORCES}"
    ),
    compiled(rf"\bthe\s+(?:only\s+)?(?P<nth>{NTH})[\s‐‑-]+{_END}[\s‐‑-]+(?:riser|grower)s?\b"),
    # "has the fifth largest total", "put them in order and Kent comes third"
    compiled(
        rf"\b(?:has|have|had|with|is|was|recorded|logged)\s+(?:only\s+|just\s+)?the\s+(?P<nth>{NTH})[\s‐‑-]+{_END}"
        rf"(?:\s+(?:total|number|figure|count|tally))?{_STOPS}"
    ),
    compiled(rf"\b(?:comes?|came|finish(?:es|ed))\s+(?:in\s+|only\s+)?(?P<nth>{NTH}){_STOPS}"),
)
# "Kent is first", "Top was Kent": no number of a rank stands beside them.
_HEAD, _FOOT = any_of("first", "top", "highest"), any_of("last", "bottom", "lowest")
_WAS = r"(?:is|was|are|were|comes?|came)"
_IS_AT_AN_END = compiled(
    rf"\b{_WAS}\s+(?:at\s+the\s+)?(?:(?P<most>{_HEAD})|(?P<least>{_FOOT}))(?:\s+{_AMONG_FORCES})?{_STOPS}"
)
_AT_AN_END_IS = (
    compiled(
        rf"(?:\A\W*|[.;:,–—]\s+|\band\s+)(?:(?P<most>top|first)|(?P<least>bottom|last))"
        rf"(?:\s+of\s+(?:all|them|the\s+\w+))?\s+{_WAS}\s+(?:the\s+)?\Z"
    ),
    compiled(
        rf"\b(?P<next>(?:{NTH}|next)[\s‐‑-]+)?{_END}(?:\s+(?:number|total|figure|count|tally))?\s+{_WAS}\s+(?:in\s+|that\s+of\s+)?\Z"
    ),
)
_NAME_ENDS = compiled(
    r"(?:\s+Police)?\s*(?:[.,;:!?)–—]|\Z|(?:with|on|at)\s+(?:just\s+|only\s+)?\d)"
)
_COLON = re.compile(r"[:;](?!\d)")
# "A long way behind Kent", "more than Kent": not who is ranked.
_BESIDE = compiled(
    r"\b(?:behind|ahead\s+of|after|than|with|unlike|like|below|above|beside|alongside|from|to)\s+"
    r"(?:the\s+)?\Z"
)
_IS_NAMED_NEXT = compiled(rf"[^.;:,]{{0,40}}?(?:,|:|\s+{_WAS})\s+(?:the\s+)?")
_IT = compiled(r"\W*(?:it|that|this|they|the\s+(?:force|county|area|constabulary))\b")
# "The highest was in Kent, with 412", "Which force had the most? Kent, at 412"
_FIRST = compiled(
    rf"\b(?P<next>(?:{NTH}|next)[\s‐‑-]+)?{_END}\b(?P<between>(?:(?!\n[^\S\n]*\n)[^.;:\d]){{0,60}}?(?:[:?]\s+|[^\S\n]+|\n))\Z"
)
_WITH_ITS_NUMBER = compiled(
    rf",?\s+(?:with|at|on|which\s+had|where\s+there\s+were|recorded|had)\s+(?P<n>{NUMBER})|\s*[(:–—]\s*(?P<m>{NUMBER})"
)
# "With Kent recording the most, at 412", "Kent had by far the lowest total"
_HAS_THE_MOST = compiled(
    r"(?:\s+Police)?,?\s+(?:again\s+|also\s+|still\s+)?(?:record(?:s|ed|ing)|ha[sd]|having|logg(?:ed|ing)|report(?:ed|ing)|with|see(?:s|ing)|saw)"
    rf"\s+(?:(?:by\s+far|once\s+more|again|easily)\s+)*the\s+(?:(?P<least>{_LEAST})|(?P<most>{_MOST}|most))"
    r"(?:\s+(?:number|total|figure|count|tally))?(?:\s+of\s+(?:all|them)|\s+(?:of\s+)?(?:offences|crimes|cases))*"
    rf"(?:\s+{_AMONG_FORCES})?(?:{_STOPS}|(?=,?\s+(?:with|at|on)\s+{NUMBER}))"
)
_SPEAKS_OF_FORCES = compiled(
    r"\b(?:forces|constabularies|counties|areas|survey|list|table|rank(?:s|ed|ing)?|riser|place"
    r"|any\s+(?:other\s+)?(?:police\s+)?force)\b"
)
_OF_SO_MANY = compiled(rf"\b(?:of|among)\s+(?:the\s+|these\s+|those\s+)*(?P<n>{NUMBER})\Z")
# "Keep this in proportion, as it had …": another clause
_REASON = compiled(r",\s+(?:since|because|as|for|although|though|while|whereas|when)\b")
_NOT_OF_FORCES = compiled(r"\b(?:ages?|platforms?|apps?|sites?|common|share|proportion)\b")


def ranks(binder: Binder, documents: Documents) -> Iterator[tuple[int, int]]:
    """The places of words for a rank that the numbers of the forces do not give."""
    national = documents.national
    if len(national.members) < 3:
        return
    passage = binder.scene.passage
    for match in (m for pattern in _RANKS for m in pattern.finditer(passage.text)):
        if not _is_of_forces(binder, match, national):
            continue
        name = _member(match.span(), binder, documents)
        if name and not _has_rank(name, match, binder, national):
            yield match.span("nth")
    yield from _first(binder, national)
    yield from _with_the_most(binder, national)
    yield from _at_an_end(binder, documents)


def _is_of_forces(binder: Binder, match: re.Match[str], national: Evidence) -> bool:
    """Whether a rank is one of forces: not one of ages, platforms, years."""
    passage = binder.scene.passage
    if A_YEAR_ITSELF.search(passage.before(match.start(), 40)):
        return False
    before = _REASON.split(passage.before(match.start(), 40))[-1]
    after = _REASON.split(passage.after(match.end(), 40))[0]
    beside = f"{before}{match[0]}{after}"
    return not _NOT_OF_FORCES.search(beside) and _names_forces(binder, match, national)


def _names_forces(binder: Binder, match: re.Match[str], national: Evidence) -> bool:
    """Whether the sentence of a rank, or the one before it, is of several forces."""
    passage = binder.scene.passage
    bounds = passage.with_sentence_before(match.start())
    named = {m.slot.name for m in within(binder.scene.bodies, bounds)}
    of_so_many = _OF_SO_MANY.search(match[0])
    if of_so_many and numbers_in(of_so_many["n"])[0].value in national.forces:
        return True
    return len(named) > 1 or bool(_SPEAKS_OF_FORCES.search(passage.text, *bounds))


def _member(rank: tuple[int, int], binder: Binder, documents: Documents) -> str:
    """The force of the panel that a rank is said of: named with it, before it, or right after.

    All forces are what it is ranked among. Where its sentence names none, it is the one that
    "it" points back to, or the force that the text is about.
    """
    scene, national = binder.scene, documents.national
    text, (start, end) = scene.passage.text, scene.passage.sentence_bounds(rank[0])
    of_one = [m for m in scene.bodies if m.slot.evidence is not national]
    named = within(of_one, (start, end))
    last = [m for m in within(named, (start, rank[1])) if not _BESIDE.search(text, start, m.start)]
    after = [m for m in named if m.start >= rank[1]]
    if last:
        name = last[-1].slot.name
    elif after and _IS_NAMED_NEXT.fullmatch(text, rank[1], after[0].start):
        name = after[0].slot.name
    elif _IT.match(text, start):
        name = pointed_to(start, binder, documents)
    else:
        name = documents.local.facts.place
    return name if name in national.members else ""


def pointed_to(at: int, binder: Binder, documents: Documents) -> str:
    """The one force of the sentence before a place, else the force that the text is about."""
    scene, text = binder.scene, binder.scene.passage.text
    start, end = scene.passage.bounds_before(at)
    named = within(scene.bodies, (start, end))
    of_one = [m for m in named if m.slot.evidence is not documents.national]
    before = {m.slot.name for m in of_one if not _BESIDE.search(text, start, m.start)}
    if len(before) > 1:
        return ""
    return min(before) if before else documents.local.facts.place


def _has_rank(name: str, match: re.Match[str], binder: Binder, national: Evidence) -> bool:
    """Whether a force has this rank, by its number or by what is said to be counted."""
    passage, rank = binder.scene.passage, number_of(match["nth"])
    words = passage.sentence(match.start())
    is_low = bool(match.groupdict().get("least"))
    latest = national.facts.latest
    clause = _COLON.split(passage.before(match.start()))[-1]
    if not _GROWTH.search(f"{match[0]} {clause}"):
        year = _year(match, binder, national)
        before = _numbers(national, year.previous) if year and _is_turn(match) else {}
        was_so = name in before and _is_at(name, rank, before, is_low)
        return _is_at(name, rank, _numbers(national, year or latest), is_low) and not was_so
    labels = passage.labels_between(*passage.sentence_bounds(match.start()))
    bases = {Year(each.first) for each in labels} - {latest} or {latest.previous}
    is_fall = bool(_FELL.search(words))
    found = [each for base in sorted(bases) for each in _growths(national, base, is_fall)]
    if _FASTEST.search(match[0]):
        found = found[1::2]  # in parts of the earlier number
    return not found or any(_is_at(name, rank, each, is_low) for each in found)


def _is_turn(match: re.Match[str]) -> bool:
    """Whether a rank is one that was reached: "it took over first place"."""
    return bool(match.groupdict().get("turn"))


def _year(match: re.Match[str], binder: Binder, national: Evidence) -> Year | None:
    """The year that is named with a rank, or said to be the one before the latest."""
    if _YEAR_BEFORE.match(binder.scene.passage.text, match.end("nth")):
        return national.facts.latest.previous
    named = binder.bind(Candidate("vivid", *match.span("nth"))).years
    return min(named) if named else None


def _numbers(national: Evidence, year: Year) -> dict[str, Fraction]:
    """The number of each force in one year."""
    of = {name: national.member(name).values for name in national.members}
    return {name: Fraction(values[year]) for name, values in of.items() if year in values}


def _growths(national: Evidence, base: Year, is_fall: bool) -> Iterator[Mapping[str, Fraction]]:
    """How much each force has grown, or fallen, since a year: by number and in parts of it."""
    old, new = _numbers(national, base), _numbers(national, national.facts.latest)
    gaps = {n: (old[n] - new[n] if is_fall else new[n] - old[n]) for n in new if old.get(n)}
    if gaps:
        yield gaps
        yield {name: gap / old[name] for name, gap in gaps.items()}


def _is_at(name: str, rank: int, values: Mapping[str, Fraction], is_low: bool) -> bool:
    """Whether a force may be given this rank; of some that are level, any of theirs."""
    if name not in values:
        return True
    own = values[name]
    ahead = sum((v < own) if is_low else (v > own) for v in values.values())
    level = sum(v == own for v in values.values())
    return ahead < rank <= ahead + level


def _first(binder: Binder, national: Evidence) -> Iterator[tuple[int, int]]:
    """The forces that a text gives with their number as that of the most or the fewest."""
    passage, latest = binder.scene.passage, national.facts.latest
    numbers = _numbers(national, latest)
    for mention in binder.scene.bodies:
        name = mention.slot.name
        after = _WITH_ITS_NUMBER.match(passage.text, mention.end)
        if name not in numbers or after is None:
            continue
        written = numbers_in(after["n"] or after["m"])[0].value
        start, _ = passage.with_sentence_before(mention.start)
        before = _FIRST.search(passage.text, start, mention.start)
        if before is None or before["next"] or written != numbers[name]:
            continue
        is_of_other = _NOT_OF_FORCES.search(before[0]) or _GROWTH.search(before[0])
        is_plain = not (is_of_other or _names_a_slot(binder, before))
        if is_plain and not _is_at(name, 1, numbers, bool(before["least"])):
            yield before.span("least" if before["least"] else "most")


def _with_the_most(binder: Binder, national: Evidence) -> Iterator[tuple[int, int]]:
    """The words that give a force the most or the fewest: "with Kent recording the most"."""
    passage, numbers = binder.scene.passage, _numbers(national, national.facts.latest)
    for mention in binder.scene.bodies:
        name, (start, end) = mention.slot.name, passage.sentence_bounds(mention.start)
        has = _HAS_THE_MOST.match(passage.text, mention.end) if name in numbers else None
        if has is None or within(binder.scene.categories, (start, end)):
            continue
        lead = f"{passage.text[start : mention.start]}{has[0]}"
        is_other = _is_of_another(lead, passage, mention.start)
        if is_other or not _names_forces(binder, has, national):
            continue
        if not _is_at(name, 1, numbers, bool(has["least"])):
            yield has.span("least" if has["least"] else "most")


def _at_an_end(binder: Binder, documents: Documents) -> Iterator[tuple[int, int]]:
    """The words that put a force first or last: "Kent is first", "Top was Kent"."""
    passage, national = binder.scene.passage, documents.national
    numbers = _numbers(national, national.facts.latest)
    for match in _IS_AT_AN_END.finditer(passage.text):
        start, _ = passage.sentence_bounds(match.start())
        named = within(binder.scene.bodies, (start, match.start()))
        if not (named and _is_of_forces(binder, match, national)) or _is_of_a_part(binder, match):
            continue
        name = _member(match.span(), binder, documents)
        is_other = _is_of_another(passage.before(match.start()), passage, match.start())
        if not (is_other or _is_at(name, 1, numbers, bool(match["least"]))):
            yield match.span("least" if match["least"] else "most")
    for mention in binder.scene.bodies:
        name, (start, _) = mention.slot.name, passage.sentence_bounds(mention.start)
        if name not in numbers or not _NAME_ENDS.match(passage.text, mention.end):
            continue
        has_number = _WITH_ITS_NUMBER.match(passage.text, mention.end)
        patterns = _AT_AN_END_IS[:1] if has_number else _AT_AN_END_IS
        lead = passage.text[start : mention.start]
        before = next(filter(None, (each.search(lead) for each in patterns)), None)
        if before is None or before.groupdict().get("next"):
            continue
        is_other = _is_of_another(lead, passage, mention.start)
        if not (is_other or _is_at(name, 1, numbers, bool(before["least"]))):
            yield start + before.start("least" if before["least"] else "most"), mention.end


# "UK-wide Snapchat again came top": an order of the parts, which has a look of its own
_PART_ITSELF = compiled(r"(?:\s+(?:also|again|still|now|easily|clearly|once\s+more))*\s+")
_OF_ALL_FORCES = compiled(
    r"\b(?:of|among)\s+(?:all\s+)?(?:the\s+)?(?:police\s+)?(?:forces|constabularies)\b"
)


def _is_of_a_part(binder: Binder, match: re.Match[str]) -> bool:
    """Whether a part stands right before words for a place, and no force."""
    if _OF_ALL_FORCES.search(binder.scene.passage.sentence(match.start())):
        return False
    parts = within(binder.scene.categories, (max(0, match.start() - 60), match.start()))
    at = parts[-1].end if parts else match.start()
    return _PART_ITSELF.fullmatch(match.string, at, match.start()) is not None


def _is_of_another(lead: str, passage: Passage, at: int) -> bool:
    """Whether a superlative is one of growth, of parts, or of another year."""
    years = passage.labels_between(*passage.sentence_bounds(at))
    return bool(years or _NOT_OF_FORCES.search(lead) or _GROWTH.search(lead))


def _names_a_slot(binder: Binder, before: re.Match[str]) -> bool:
    """Whether a body or a part is named between a superlative and the force."""
    scene = binder.scene
    bodies = within(scene.bodies, before.span("between"))
    return bool(bodies or within(scene.categories, before.span()))
