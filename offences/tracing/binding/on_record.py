"""Numbers of those of which something is on record, or is not, by the words of their clause.

What it is may stand in a sentence before: "The app is harder to tell. We have a name in 150."
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from offences.tracing.binding.breakdowns import spoken_of
from offences.tracing.binding.categories import KNOWN_WORDS, RECORDED, attribute_kind
from offences.tracing.binding.known import INCLUDING, KNOWN_BEFORE, OFFENCES_HAD, TIED_TO_A_PLATFORM
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate, split_modifier
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

FARTHEST = 3
"""How many sentences back what is on record may have been named."""
# "It was noted in 90; in the rest the field is blank": what is said of the rest is not of the 90
_CLAUSE = compiled(
    r"[;:]\s|,\s+(?:and|but|yet|though|although|while|whereas|with|leaving|not|because|as|since)\b"
    r"|\s+but\s+|\s+and\s+(?=(?:no|not|none|nothing|in|for|the\s+other)\b)"
)
# "What we do not know: the age, in 50 offences"
_WHAT_IS_NOT = compiled(r"\W*(?:and\s+)?what\b[^.;:\d]*:\s+")
_DONE = rf"(?:{RECORDED}|there|on\s+(?:file|record))"
_DO = r"(?:know|knows|knew|say|said|tell|give|gave|name|note|state|record|establish|identify)"
_WHO = r"(?:it|this|that|they|we|there|one|police|officers|staff|the\s+(?:force|police|officers))"
_LEADS = compiled(
    rf"(?:\b{_DONE}|\b(?:can|could|able\s+to|do|did)\s+{_DO}(?:\s+(?:it|this|that|so|one))?|\bdid\s+so"
    r"|\ban?\s+(?:age|sex|gender|platform|app|site)\s+(?:appear(?:s|ed)|features?|featured|shows?|showed|is|was)(?:\s+up)?"
    r"|\b(?:an?|the)\s+(?:name|answer|entry|record)(?:\s+for\s+(?:it|that|this|one))?"
    r"|\b(?:holds?|held|ha[sd]|have)\s+(?:an?|the)\s+(?:\w+[’']s\s+)?(?:ages?|sex|gender|platforms?|apps?))"
    r"\s+(?:(?:only|just)\s+)?(?:in|for|on|with)\s+(?:(?:only|just|about|the)\s+)*\Z"
    r"|\b(?:(?:can|could)\s+(?:only\s+)?(?:tell\s+(?:you|us|people)|speak)|(?:[’']re|is|are|was|were)\s+(?:only\s+|just\s+)?talking)"
    r"\s+(?:(?:only|just)\s+)?(?:about|of)\s+(?:(?:only|just)\s+)?\Z"
    # "The known cases number 83"
    r"|\bknown\s+(?:ones|cases|offences|crimes|answers)\s+(?:number(?:ed)?|total(?:led)?|c[ao]mes?\s+to|add\s+up\s+to|are|were)\s+"
    r"(?:(?:only|just)\s+)?\Z"
)
_FOLLOWS = compiled(
    r"(?:\s+[\w’'-]+){0,2}?\s+(?:(?:that|which)\s+(?:do|did|does|have\s+(?:one|it)|had\s+(?:one|it))\b"
    # "83 offences assigned to a platform"
    rf"|{TIED_TO_A_PLATFORM}"
    rf"|(?:where|(?:in|for)\s+which)\s+{_WHO}(?:[’']s)?\s+(?:(?:was|is|were|are|had|have|has|can|could|do|did)\s+)*"
    rf"(?:{_DONE}|{_DO}|an?\s+(?:name|answer|entry))\b"
    # "Which apps? Sixty offences come with the name of one"
    r"|(?:come|came|are|were)\s+with\s+(?:the\s+name\s+of\s+)?(?:one|an?\s+name)\b"
    r"|(?:names?|named|gives?|gave|carry|carried)\s+one\b"
    # "Apps. 83 had one named", "140 of them have an answer"
    rf"|(?:of\s+(?:them|those|these|[^\W\d]+)\s+)?(?:had|has|have)\s+(?:one|it|this|that|an?\s+(?:name|answer|entry))(?=\s*[.,;!?]|\s+(?:{_DONE}|filled|entered)\b)"
    # "Out of the 83 where there is an answer"
    r"|(?:where|(?:in|for)\s+which)\s+(?:there(?:[’']s|\s+(?:is|was|[’']?s))|(?:we|they|police|officers)(?:[’']ve|\s+(?:have|had))(?:\s+got)?)\s+(?:an?|any)\s+(?:name|answer|entry)\b"
    r"|with\s+an?\s+(?:name|answer|entry)\b)"
)
_NOT = compiled(
    r"\b(?:that|which)\s+(?:do|did|does)(?:\s+not|n[’']t)\b"
    rf"|(?:\b(?:not|never|cannot|nobody|no\s+one)|n[’']t)\b[^.;:]{{0,30}}?\b(?:{_DONE}|{_DO}|wr(?:ote|ite|itten)|note|put|took)\b"
    rf"|\b(?:did|do|does|could|can|had|have|was|were)(?:n[’']t|\s+not)\s+(?:in|for|on)\s+(?:(?:only|just|the)\s+)*{NUMBER}"
    rf"|\b(?:had|has|have|with|got)\s+nothing\s+(?:at\s+all\s+)?{_DONE}\b"
    r"|\b(?:nothing\s+to\s+(?:say|show|tell)|no\s+(?:way\s+(?:to\s+tell|of\s+telling)|telling))\b"
    r"|\b(?:blank|missing|absent|un(?:known|recorded|stated|identified|clear)|in\s+the\s+dark|a\s+mystery|no\s+idea|(?:none|nothing)\s+(?:in|for)"
    r"|(?:no|without\s+an?|lack\w*)\s+(?:\w+\s+)?(?:name|record|entry|answer|note|age|sex|gender|platform|app|site|detail|information)s?)\b"
)
_IN = compiled(
    r"\b(?:in|for)\s+(?:(?:only|just|about|over|under|nearly|almost|around|some|roughly|more\s+than|less\s+than"
    r"|fewer\s+than|at\s+least|well|slightly|exactly)\s+)*\Z"
)
_FILES = compiled(r"\s+(?:of\s+(?:the|these|those|its|their|our)\s+)?files\b")
_WHERE = compiled(r"\b(?:where|which(?!\s+(?:platform|app|site|sex)\b)|whose|when|that|whom)\b")


def on_record(
    statement: Statement, had: Collection[NamedCategory], scene: Scene
) -> Iterator[Statement]:
    """A number read as one of those of which what its text speaks of is on record, or is not."""
    figure, text = statement.figure, scene.passage.text
    if statement.years is not None and scene.latest not in statement.years:
        return
    start, end = clause_of(scene, figure)
    is_not, follows = _NOT.search(text, start, end), _FOLLOWS.match(text[:end], figure.end)
    if is_not and INCLUDING.search(text, figure.end, is_not.start()):
        return
    if not (is_not or follows or _LEADS.search(text[start : figure.start])):
        return
    # "Of the 150 that do, 24% were on Kik": what is behind them is of a part.
    named = within(scene.categories, (start, figure.start if follows else end))
    of = attribute_kind(follows[0]) if follows else ""
    of = of or breakdown_before(scene, figure, (start, figure.start if follows else end))
    if of and not any(m.slot.kind == of and m.slot not in had for m in named):
        role = UNKNOWN if is_not else KNOWN
        unit = OFFENCES if are_files(statement) else statement.unit
        yield replace(statement, role=role, known_of=of, is_base=False, unit=unit)


def has_its_own_number(where: re.Match[str], scene: Scene) -> bool:
    """Whether what is known has its own number: "149 offences, with the age known in 118"."""
    own = scene.figures_in(where.end(), where.end() + NEAR)[:1]
    is_apart = _APART.match(where[0]) and own and own[0].kind in (*VALUES, *SHARES)
    return bool(is_apart and _OF_ITS_OWN.fullmatch(where.string, where.end(), own[0].start))


def are_files(statement: Statement) -> bool:
    """Whether a number is of the files that police have of the offences: "noted on 150 files"."""
    after = statement.passage.after(statement.figure.end)
    return statement.unit == "images" and _FILES.match(after) is not None


def numbers_before(statements: Sequence[Statement], figure: Candidate) -> list[Statement]:
    """Those of some statements that are of a number and stand before a figure."""
    return [s for s in statements if s.figure.end <= figure.start and s.figure.kind in VALUES]


def clause_of(scene: Scene, figure: Candidate) -> tuple[int, int]:
    """The part of its sentence in which what is known is said of a figure, and not of the rest."""
    text, (start, end) = scene.passage.text, scene.passage.sentence_bounds(figure.start)
    ends = [start, *(m.end() for m in _CLAUSE.finditer(text, start, end)), end]
    ends = [at for at in ends if not _WHAT_IS_NOT.fullmatch(text, start, at)]
    first = max(at for at in ends if at <= figure.start)
    return first, min(at for at in ends if at >= figure.end)


def breakdown_before(scene: Scene, figure: Candidate, clause: tuple[int, int]) -> str:
    """What its clause speaks of, else its sentence up to it, else the sentences before."""
    text, place = scene.passage.text, (figure.start, figure.end)
    if of := spoken_of(text, place, clause):
        return of
    start, _ = scene.passage.sentence_bounds(figure.start)
    at = figure.start
    for _ in range(FARTHEST + 1):
        named = within(scene.categories, (start, at))
        if of := spoken_of(text, (at, at), (start, at)):
            return of
        if named:
            return named[-1].slot.kind
        if not start or "\n\n" in text[start - 2 : start]:
            return ""
        at, (start, _) = start, scene.passage.sentence_bounds(start - 1)
    return ""


_APART = compiled(r"[^.;:]*?(?:,|;)\s+(?:and|with|but|although|though|while)\b")
KNOWN_APART = compiled(
    rf"[^.;:]*?(?:,|;)\s+(?:and|with|but|although|though|while)\b[^.;:,\d]*?\b{RECORDED}\b"
)
NEAR = 60
"""How many characters behind what is known its own number is looked for."""
_OF_ITS_OWN = compiled(
    r"\s+(?:in|for)\s+(?:(?:only|just|some|all|about|around|nearly|almost|over|more\s+than)\s+)*"
)
# "Where the app was noted (it was for 83), Snapchat …", "the app was recorded, in 83 cases, and"
_WITH_KNOWN = compiled(rf"\b(?:platform|app|sex|gender|age)s?\s+{RECORDED}\b")
_LEADS_ASIDE = compiled(
    r"[^.;:,()–\d]{0,30}?(?:\s?[(–—]|\s-)\s*(?:[\w’'-]+\s+){0,5}|,\s+(?:(?:as|which|and)\s+(?:[\w’'-]+\s+){1,4})?(?:in|for)\s+(?:\w+\s+)?"
)
_ASIDE_OF_KNOWN_ENDS = compiled(
    r"(?:\s+[\w’'-]+){0,5}(?:\s?\)|\s[–—-]\s|,\s+(?:and|with|but|of\s+which)\b)"
)


def number_of_recorded(statement: Statement, scene: Scene) -> Statement:
    """A number that is an aside to those of which something is known, as one of those known.

    The first number of its sentence; in "a fifth of those with an age (28) were boys" it is not.
    """
    figure, passage = statement.figure, statement.passage
    start, end = passage.sentence_bounds(figure.start)
    is_led = statement.role or figure.kind not in VALUES or scene.figures_in(start, figure.start)
    aside = None if is_led else _ASIDE_OF_KNOWN_ENDS.match(passage.text[:end], figure.end)
    if aside is None or within(scene.categories, aside.span()):
        return statement  # "where the app is known (and in 40 it is Snapchat)"
    text, at = passage.text, figure.start
    known = [m for each in (KNOWN_WORDS, _WITH_KNOWN) for m in each.finditer(text, start, at)]
    if _NOT_KNOWN.search(text, start, at):
        return statement  # "the app was not recorded, in 66 cases, and"
    for words in known:
        if (of := attribute_kind(words[0])) and _LEADS_ASIDE.fullmatch(text, words.end(), at):
            return replace(statement, role=KNOWN, known_of=of, categories=frozenset())
    return statement


_NOT_KNOWN = compiled(
    r"\b(?:not|never|nobody|no(?!\s+(?:less|fewer|more)\b)|none|cannot|without|fail\w*|unable)\b|n[’']t\b"
)


def share_of_recorded(statement: Statement, scene: Scene) -> Statement:
    """A share behind what it is known of, as one of those known: "The app was known in 56%"."""
    is_of_then = statement.years and scene.latest not in statement.years
    if statement.figure.kind not in SHARES or statement.categories or is_of_then:
        return statement
    before, _ = split_modifier(scene.passage.before(statement.figure.start))
    known = KNOWN_BEFORE.search(before)
    had = OFFENCES_HAD.match(scene.passage.after(statement.figure.end))
    if had and not statement.role:
        return replace(statement, role=KNOWN, known_of=attribute_kind(had[0]))
    if known is None or statement.role or _NOT_KNOWN.search(before, 0, known.end()):
        return statement
    return replace(statement, role=KNOWN, known_of=attribute_kind(known[0]))


def share_on_record(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A share of all read as that of which something is on record: "In 57% the app was known"."""
    figure, text = statement.figure, scene.passage.text
    start, end = clause_of(scene, figure)
    sentence = scene.passage.sentence_bounds(figure.start)
    if any(scene.latest not in m.slot.years for m in within(scene.years, sentence)):
        return
    is_not = _NOT.search(text, start, end)
    is_led = _LEADS.search(text[start : figure.start])
    if _IN.search(scene.passage.before(figure.start)):  # "In 56% the app was recorded"
        is_led = is_led or KNOWN_WORDS.search(text, figure.end, end)
    if _WHERE.search(text, figure.end, end) or within(scene.categories, (start, end)):
        return
    if (is_not or is_led) and (of := breakdown_before(scene, figure, (start, end))):
        yield replace(statement, role=UNKNOWN if is_not else KNOWN, known_of=of)
