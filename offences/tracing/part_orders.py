"""Words that order the parts of a whole: "Kik was named most often", "more girls than boys"."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from offences.statistics.years import Year
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory, age_category, category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.ordinals import NTH, NUMBER_N, number_of
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import any_of, compiled
from offences.tracing.judging.age_places import places_of_age

Part = Mention[NamedCategory]
_RECORDED_OFTEN = any_of(
    *("often", "common(?:ly)?", "frequent(?:ly)?", "used", "named", "mentioned", "recorded"),
    *("cited", "logged", "prevalent"),
)
_OFTEN = any_of(_RECORDED_OFTEN, "popular", "widely", "likely", "targeted", "exploited")
_NAMED = any_of("named", "used", "mentioned", "recorded", "logged", "cited", "involved", "given")
_PLACE = any_of("place", "spot", "position")
_THINGS = any_of("apps?", "platforms?", "sites?", "services?", "ones?", "names?", "group", "sex")
_WAS = any_of(
    *("was", "were", "is", "are", "came(?:\\s+up)?", "comes?(?:\\s+up)?", "crops?\\s+up"),
    *("cropped\\s+up", "remain(?:s|ed)?", "appear(?:s|ed)?", "featured?", "features", "proved"),
)
# "Marlshire's most common platform", but "Britain's most popular app" is anybody's
_ITS = (
    r"(?:the(?:\s+(?:force|county|area|region|police)[’']s)?|its|our|their"
    r"|(?!(?:Britain|Europe|America|Apple|Google)\b)(?-i:[A-Z])[\w-]+(?:\s+(?-i:[A-Z])[\w-]+)?[’']s?)"
)
_STOPS = rf"(?=\s*[.,;!?]|\s*\Z|\s+(?:with|at|on)\s+(?:just\s+|only\s+)?{NUMBER})"
_NUMBER_ONE = r"(?:number|no\.?)[\s‐‑-]+(?:one|1)"
_MOST = (
    rf"(?P<most>{_NUMBER_ONE}(?:[\s‐‑-]+{_THINGS}\b|{_STOPS})|most[\s‐‑-]+{_OFTEN}|most{_STOPS}"
    rf"|commonest|(?:top|first){_STOPS}|top(?=\s+of\b))"
)
# "Kik, with 40, was by far the platform named most often"
_IS_MOST = compiled(
    rf"(?:,\s+(?:with|at|on)\s+{NUMBER}[^.;:,]{{0,30}},)?\s+(?:{_WAS}\s+)(?:by\s+far\s+|again\s+|still\s+)?"
    rf"(?:{_ITS}\s+)?(?:{_THINGS}\s+)?(?:{_NAMED}\s+)?{_MOST}"
)
# "After Kik, the most cited services were Skype and Yubo"
_AFTER = compiled(
    r"\b(?:after|behind|(?:apart|aside)\s+from|besides|beyond|following|next\s+to|leaving\s+aside)\s+(?:the\s+)?\Z"
)
# "The most common platform was Kik", "the app that came up most often: Kik"
_MOST_IS = compiled(
    rf"\b(?P<before>(?:not|{NTH}|next|one\s+of)\s+(?:the\s+)?)?(?P<most>(?:most[\s‐‑-]+{_OFTEN}|commonest|top|biggest|leading|{_NUMBER_ONE})"
    rf"(?:[\s‐‑-]+(?:{_NAMED}|single))?\s+{_THINGS}|{_THINGS}\s+(?:that\s+)?(?:{_WAS}\s+)?(?:{_NAMED}\s+)?most(?:\s+{_OFTEN})?)"
    rf"(?:\s+(?!\b(?:was|were|is|are)\b)[\w’'-]+){{0,4}}?(?:\s+(?:was|were|is|are)|\s*[:,])\s+(?:the\s+)?\Z"
)
# "That makes it the number one platform", "It is the most common app"
_IT_IS_MOST = compiled(
    rf"\b(?:(?:that|this|which)\s+)?(?:(?:mak(?:es|ing)|made)\s+it|it(?:\s+{_WAS}|[’']s))\s+(?:(?:by\s+far|again|still|also|now)\s+)*"
    rf"{_ITS}\s+(?P<most>(?:most[\s‐‑-]+{_OFTEN}|commonest|top|biggest|leading|{_NUMBER_ONE})[\s‐‑-]+{_THINGS})\b"
)
_MAJORITY = compiled(
    rf"\b(?:the\s+(?:vast\s+|great\s+|large\s+)?majority|(?<!the\s)(?<!at\s)most(?!\s+{_OFTEN}))\s+(?:of\s+)?"
    r"(?:(?:the|these|those|all|its|our|their)\s+)*(?:[\w’'-]+\s+){0,3}?(?:(?:were|are|was|is|took\s+place|happened|involved)\s+)"
    r"(?:(?:on|against|aimed\s+at|committed\s+against|of)\s+)?(?:the\s+)?\Z"
)
# "Most victims in Kent were aged 14"
_MAJORITY_AGED = compiled(
    rf"\b(?:the\s+(?:vast\s+)?majority|(?<!the\s)(?<!at\s)most(?!\s+{_OFTEN}))\s+(?:of\s+)?(?:(?:the|these|those|all|its|their)\s+)*"
    r"(?:[\w’'-]+\s+){0,2}?(?:victims|children|offences|cases|crimes)(?:\s+(?:in|across)\s+(?-i:[A-Z])[\w’'-]+)?\s+(?:were|are)\s+"
    r"(?:(?:against|on|of)\s+)?(?:(?:a|children|those|girls|boys)\s+)*\Z"
)
_PLACE_AMONG = (
    rf"(?:(?:[\s‐‑-]+{_PLACE})?\s+(?:among|of|in|on)\s+[^.;:\d]{{0,40}}?"
    rf"\b(?:{_THINGS}\b|ages\b|(?:list|table)\s+of\s+(?-i:[A-Z]))"
    rf"|[\s‐‑-]+(?:most[\s‐‑-]+)?{_RECORDED_OFTEN}\b(?:[\s‐‑-]+{_NAMED})?(?:\s+{_THINGS}|{_STOPS})"
    rf"|[\s‐‑-]+most\s+{_RECORDED_OFTEN}\b)"
)
# "Kik took third place among the platforms", "Kik was the third most common app"
_IS_NTH = compiled(
    rf"(?:,\s+(?:with|at|on)\s+{NUMBER},)?\s+(?:{_WAS}|(?:takes?|took|ranks?|ranked|places?|placed|lies|lay|stands|stood|sits|sat|finished|is\s+ranked|was\s+ranked)\b)"
    rf"\s+(?:(?:in|at|as|{_ITS}|only|{_NAMED})\s+)*(?P<nth>{NTH}|{NUMBER_N})(?P<among>{_PLACE_AMONG}|(?:[\s‐‑-]+{_PLACE})?{_STOPS})"
)
# "The third most common app was Kik"
_NTH_IS = compiled(
    rf"\b{_ITS}\s+(?P<nth>{NTH})[\s‐‑-]+(?:most[\s‐‑-]+)?{_RECORDED_OFTEN}(?:[\s‐‑-]+{_NAMED})?\s+{_THINGS}"
    r"(?:\s+(?!\b(?:was|were|is|are)\b)[\w’'-]+){0,4}?(?:\s+(?:was|were|is|are)|\s*[:,])\s+(?:the\s+)?\Z"
)
# "The second most common app on phones", "second among the apps in our survey"
_ELSEWHERE = compiled(
    r"\b(?:teen(?:ager)?s?|pupils?|parents?|mothers?|fathers?|schools?|phones?|tablets?|surveys?|polls?"
    r"|users?|downloads?|(?:his|her|my|your)\s+(?:own\s+)?(?:list|table)"
    r"|(?:with|among|for)\s+(?:\w+\s+)?(?:children|kids|youngsters|girls|boys|young\s+people))\b"
)
# "Boys were hit hardest", "the worst affected were boys"
_HIT = r"(?:hit|affected|targeted|harmed|struck|abused)"
_HARDEST = (
    rf"(?:{_HIT}\s+(?:the\s+)?(?:hardest|most|worst)|(?:hardest|worst|most)[\s‐‑-]{_HIT})\b"
    r"(?!\s+by\b)"
)
_HIT_MOST = compiled(
    rf"\b(?P<most>{_HARDEST})(?:\s+of\s+all)?(?:\s+(?:was|were|is|are)|:)\s+(?:(?:the|those|children|kids)\s+)*\Z"
)
# "Children of 14 bore the brunt", "girls more than any others: 27", "Kik tops the list"
_PLACED = (
    r"(?:\s+users)?(?:\s+(?:in|across|at)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+(?:\s+(?:and\s+)?(?-i:[A-Z])[\w’'-]+)*"
    r"|,\s+(?:the\s+)?(?:police|officers|charity|force)\b[^.;:,\d]{0,30},)?(?:\s+(?:who|that))?"
)
_BEARS_MOST = compiled(
    rf"{_PLACED}\s+(?:(?:was|were|is|are)\s+(?:(?:by\s+far|again|still|also)\s+)?(?:the\s+)?(?={_HARDEST}|main\b|biggest\b))?"
    rf"(?P<most>{_HARDEST}|(?:bore|bear)\s+the\s+brunt|suffer(?:s|ed)?\s+(?:the\s+)?most\b(?!\s+(?:from|when|if))|(?:main|biggest)\s+(?:victims?|targets?)\b"
    r"|tops?\s+the\s+(?:list|table)|topped\s+the\s+(?:list|table)|more\s+(?:often\s+)?than\s+any(?:one\s+else|\s+others?)?\b)"
)
# "Boys of 14", "girls on Snapchat": of two kinds, and no order of such is held
_CROSSES = compiled(r"\s+(?:(?:of|on|aged|at|using)\s+(?:age\s+)?)?\Z")
# "Children of 14 were targeted more than those of any other age", "appeared more than any other"
_ANY_OTHER = (
    r"than\s+(?:(?:those|children|victims|ones|cases|offences|that|against|on|in|of|for|were|was)\s+)*(?:any|all)\s+(?:the\s+)?others?\b"
    r"(?!\s+(?:year|force|county|area|place|kind|type|sort|crime|offence|time|month|part\s+of\s+the\s+country)s?\b)"
)
_MORE_THAN_ANY = compiled(
    rf"\s+(?:(?:was|were|is|are|ha[sd]|have|came\s+up|appeared|featured|turned\s+up|cropped\s+up)\s+)?(?:[\w’'-]+\s+){{0,4}}?"
    rf"(?P<most>more\s+(?:(?:often|frequently|offences|cases|victims|crimes)\s+)?{_ANY_OTHER})"
)
_MORE_BEFORE, _THAN_ANY = (
    compiled(r"\b(?P<most>more)\s+(?:(?!than\b)[\w’'-]+\s+){0,6}?\Z"),
    compiled(rf"\s+{_ANY_OTHER}"),
)
_FAR = r"(?:(?:far|much|well|a\s+long\s+way|just|slightly|some\s+way|narrowly|still)\s+)*"
# "Kik came up more often than Skype", "ahead of Skype", "boys outnumbered girls"
_BEFORE_OTHER = compiled(
    rf"(?:^|[\s,])(?:{_FAR}(?P<more>ahead\s+of|followed\s+by|in\s+front\s+of|outnumber(?:s|ed|ing)?(?!\s+by)|over(?:took|taken|takes|taking)|more\s+(?:{_OFTEN})\b[^.;:,\d]{{0,40}}?\s+than)"
    rf"|{_FAR}(?P<less>behind|less\s+(?:{_OFTEN})\b[^.;:,\d]{{0,40}}?\s+than|outnumbered\s+by|overtaken\s+by))"
    r"\s+(?:(?:on|against|by|that\s+of|those\s+(?:of|against|on)|for|with)\s+)?(?:the\s+)?\Z"
)
_MORE_ON = compiled(
    r"\b(?:(?P<more>more)|(?P<less>fewer))\s+(?:(?!than\b)[\w’'-]+\s+){0,4}?(?:against\s+|on\s+|of\s+)?(?:the\s+)?\Z"
)
_THAN = compiled(
    r"\s+(?:[\w’'-]+\s+){0,2}?than\s+(?:(?:against|on|of)\s+)?(?:(?:the|those|children|victims)\s+)*"
)
_STOP = compiled(rf"(?:[\s‐‑-]+{_PLACE})?")
_WITH_NUMBER = compiled(rf",?\s+(?:with|at|on)\s+(?:just\s+|only\s+)?{NUMBER}")
_OF_THINGS = compiled(rf"\b{_THINGS}\b")


IsRight = Callable[[Evidence], bool]
Order = tuple[Span, IsRight]


def part_orders(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for an order of parts that their numbers do not have."""
    passage, latest = binder.scene.passage, documents.local.facts.latest
    parts = [m for m in binder.scene.categories if m.slot.kind in ("part", "sex")]
    for most in _IT_IS_MOST.finditer(passage.text):
        part = _pointed_to(most.start(), parts, passage)
        if part and not _is_of_earlier_year(passage, most.start(), latest):
            is_right = partial(_is_most, part=part.slot)
            yield from _wrong(part, (most.span("most"), is_right), binder, documents)
    ages = [m for m in binder.scene.categories if m.slot.kind == "age"]
    for n, age in enumerate(ages):
        start, _ = passage.sentence_bounds(age.start)
        if _is_of_earlier_year(passage, age.start, latest):
            continue
        found = [*_of_the_nth(age, passage, start), *_of_age(age, passage)]
        found += _that_bear_most(age, passage.text, binder.scene.categories)
        found += _that_are_most(age, passage.text[start : age.start], start)
        earlier = within(ages[:n], (start, age.start))
        found += _of_two(earlier[-1], age, passage.text, start) if earlier else []
        for order in found:
            yield from _wrong(age, order, binder, documents)
    for n, part in enumerate(parts):
        start, _ = passage.sentence_bounds(part.start)
        if _is_of_earlier_year(passage, part.start, latest):
            continue
        earlier = [m for m in parts[:n] if m.start >= start and m.slot.kind == part.slot.kind]
        found = [*_of_the_most(part, passage.text, start, earlier)]
        found += _that_bear_most(part, passage.text, binder.scene.categories)
        found += _of_the_nth(part, passage, start)
        found += _of_two(earlier[-1], part, passage.text, start) if earlier else []
        for order in found:
            yield from _wrong(part, order, binder, documents)


def _wrong(part: Part, order: Order, binder: Binder, documents: Documents) -> Iterator[Span]:
    """The place of an order, where no facts that it may be said of have it."""
    place, is_right = order
    of = binder.bind(Candidate("vivid", *place))
    held = [each for each in of.evidence or documents if _number(each, part.slot)]
    if held and not any(is_right(each) for each in held):
        yield place


def _is_of_earlier_year(passage: Passage, at: int, latest: Year) -> bool:
    """Whether a sentence names a year of which no parts are held."""
    labels = passage.labels_between(*passage.sentence_bounds(at))
    return any(label.first != latest.start for label in labels)


def _pointed_to(at: int, parts: Sequence[Part], passage: Passage) -> Part | None:
    """The one part that "it" points back to: of its sentence so far, else of the one before."""
    start, _ = passage.sentence_bounds(at)
    named = within(parts, (start, at)) or within(parts, passage.bounds_before(start))
    return named[-1] if len({m.slot for m in named}) == 1 else None


def _of_the_most(
    part: Part, text: str, start: int, earlier: Sequence[Part] = ()
) -> Iterator[Order]:
    """Where a part is said to be the first of its kind, or more than half."""
    if most := _IS_MOST.match(text, part.end):
        is_apart = bool(numbers_in(most[0]))  # a number between them has its own verdict
        place = most.span("most") if is_apart else (part.start, most.end())
        yield place, lambda held: _is_most(held, part.slot)
    lead = text[start : part.start]
    if (most := _MOST_IS.search(lead)) and not most["before"]:
        is_led = earlier and _AFTER.search(text, start, earlier[0].start)
        is_next = is_led and text.startswith(",", earlier[-1].end)
        first = frozenset(m.slot for m in earlier) if is_next else frozenset()
        place = start + most.start("most"), part.end
        yield place, lambda held: _is_next(held, part.slot, first)
    if most := _MAJORITY.search(lead):
        yield (start + most.start(), part.end), lambda held: _is_most(held, part.slot)


def _that_are_most(age: Part, lead: str, start: int) -> Iterator[Order]:
    """Where an age is said to be that of more than half: "most victims were 14"."""
    if most := _MAJORITY_AGED.search(lead):
        yield (start + most.start(), age.end), partial(_is_majority, part=age.slot)


def _that_bear_most(part: Part, text: str, named: Sequence[Part]) -> Iterator[Order]:
    """Where the words beside a part say that it has the most: "Kik tops the list"."""
    if most := _HIT_MOST.search(text[max(0, part.start - 80) : part.start]):
        place = part.start - len(most[0]), part.end
        yield place, partial(_is_most, part=part.slot)
    if most := _BEARS_MOST.match(text, part.end) or _MORE_THAN_ANY.match(text, part.end):
        others = (m for m in named if m.slot.kind != part.slot.kind and m.end <= part.start)
        is_crossed = any(_CROSSES.fullmatch(text, m.end, part.start) for m in others)
        yield most.span("most"), _is_unheld if is_crossed else partial(_is_most, part=part.slot)
    elif _THAN_ANY.match(text, part.end):  # "more victims were 12 than any other age"
        start = max(0, part.start - 80)
        if most := _MORE_BEFORE.search(text[start : part.start]):
            yield (start + most.start("most"), part.end), partial(_is_most, part=part.slot)


def _of_the_nth(part: Part, passage: Passage, start: int) -> Iterator[Order]:
    """Where a part is said to have a place among those of its kind: "Kik came third"."""
    text = passage.text
    if _ELSEWHERE.search(text, *passage.sentence_bounds(part.start)):
        return
    nth, at = _NTH_IS.search(text[start : part.start]), start
    if nth is None:
        nth, at = _IS_NTH.match(text, part.end), 0
        is_bare = nth and _STOP.fullmatch(nth["among"]) and not _WITH_NUMBER.match(text, nth.end())
        if is_bare and not _OF_THINGS.search(text, start, part.start):
            return  # "Kik came third" may be of anything
    if nth:
        place = at + nth.start("nth"), at + nth.end("nth")
        yield place, lambda held: _is_nth(held, part.slot, number_of(nth["nth"]))


def _of_age(age: Part, passage: Passage) -> Iterator[Order]:
    """Where an age has a place among the ages: "the second largest age group"."""
    for place, nth in places_of_age((age.start, age.end), passage):
        yield place, partial(_is_nth, part=age.slot, nth=nth)


def _of_two(one: Part, other: Part, text: str, start: int) -> Iterator[Order]:
    """Where one part is said to be more, or less, than another that is named after it."""
    if one.slot == other.slot:
        return
    found, at = _BEFORE_OTHER.search(text[one.end : other.start]), one.end
    if found is None and _THAN.fullmatch(text, one.end, other.start):
        found, at = _MORE_ON.search(text[start : one.start]), start
    if found:
        way = "more" if found["more"] else "less"
        place = at + found.start(way), at + found.end(way)
        yield place, lambda held: _is_before(held, one.slot, other.slot, way)


def _number(held: Evidence, part: NamedCategory) -> int:
    """The number of a part; 0 where none may be given."""
    return max((each.value for each in held.counts_in.get(frozenset({part}), ())), default=0)


def _is_most(held: Evidence, part: NamedCategory) -> bool:
    """Whether no other part of its kind has more, as far as their numbers may be given."""
    others = _of_its_kind(held, part)
    return _number(held, part) >= max((_number(held, each) for each in others), default=0)


def _is_unheld(held: Evidence) -> bool:
    """No order of boys of one age, or on one app, is held anywhere."""
    return False


def _is_majority(held: Evidence, part: NamedCategory) -> bool:
    """Whether an age is that of more than half of those whose age is known."""
    known = [each.value for each in held.counts if each.known_of == "age" and each.role == "known"]
    return not known or 2 * _number(held, part) > max(known)


def _is_next(held: Evidence, part: NamedCategory, first: frozenset[NamedCategory]) -> bool:
    """Whether a part has the most of its kind after those that are ahead of it."""
    own, others = _number(held, part), _of_its_kind(held, part)
    return {each for each in others if _number(held, each) > own} <= first and all(
        _number(held, each) >= own for each in first
    )


def _is_nth(held: Evidence, part: NamedCategory, nth: int) -> bool:
    """Whether so many of its kind have as many as a part or more, itself among them."""
    own, others = _number(held, part), [_number(held, each) for each in _of_its_kind(held, part)]
    return sum(n > own for n in others) < nth <= sum(n >= own for n in others)


def _of_its_kind(held: Evidence, part: NamedCategory) -> set[NamedCategory]:
    """All parts beside which one is held, and itself."""
    groups = [{*map(category_of_part, share.parts)} for share in held.facts.shares.values()]
    if held.facts.ages:
        groups.append({age_category(each.low, each.high) for each in held.facts.ages.groups})
    return {each for group in groups if part in group for each in group if each.name != "other"}


def _is_before(held: Evidence, one: NamedCategory, other: NamedCategory, way: str) -> bool:
    first, last = _number(held, one), _number(held, other)
    return not first or (first > last if way == "more" else first < last)
