"""Figures that a text gives of something else than the offences: no figure about the data.

Three structures tell them: a poll and what it found; a number, or a share, of a thing that the
figures do not count ("40 chairs", "10% of turnover"); and a number that is no fact, in a sentence
with no word of the offences, of who recorded them or of what became of them ("limited to 60").
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import UNKNOWN, Statement
from offences.tracing.binding.units import OFFENCES, is_like_offences, is_of_a_defendant, is_unit
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.clauses import DIRECTION
from offences.tracing.finding.times import is_of_an_activity
from offences.tracing.finding.vocabulary import any_of, compiled
from offences.tracing.judging.bare_numbers import is_of_what_was_counted, mentions_data
from offences.tracing.judging.judgement import Judgement
from offences.words.verdicts import OF_SOMETHING_ELSE

_NUMBERS = ("count", "range", "difference", "maybe_coverage")
_KINDS = (*_NUMBERS, *SHARES, "multiple", "rate")
_FEW_WORDS = 5
"""Fewer say nothing of what they are of: "Since 2014", "just 46 of them"."""
_SINCE = ("since", "from_year")
_IS_ONE = Judgement("exempt", OF_SOMETHING_ELSE)

_POLL = compiled(
    r"\b(?:opinion\s+)?(?:poll(?:s|ed|ing|sters?)?|survey(?:s|ed)?|questionnaires?|study"
    r"|consultation|focus\s+groups?)\b"
)
# "The firm took down 99 per cent of it"
_TAKEN_DOWN = compiled(
    r"\b(?:(?:took|taken?|takes|taking)\s+down|remov\w+|delet\w+|block\w+)\s+(?:[\w-]+\s+){0,2}\Z"
)
_RECORDED = compiled(
    r"\b(?:offences?|crimes?|cases?|incidents?|forces?|constabular(?:y|ies)|recorded|logged"
    r"|where\s+(?:\w+\s+){1,3}(?:was|were|is)\s+(?:known|given|noted)|per\s+year|since\s+records)\b"
)
_CLAUSE = re.compile(r"[;:](?!\d)|\s[–—]\s|,\s+(?:and|but|while|whereas|although)\b")
# What is said of the offences somewhere: a sentence with one of these may be about them.
_OF_THE_DATA = compiled(
    any_of(
        r"\b(?:offen[cs]es?|offending|crimes?|cases?|incidents?|reports?|victims?|child(?:ren)?",
        *("girls?", "boys?", "kids", "forces?", "constabular(?:y|ies)", "police", "officers"),
        *("record\\w*", "logged", "noted", "blank", "figures?", "totals?", "numbers?"),
        *("counts?", "counted"),
        *("tally", "statistics", "data", "returns?", "spreadsheet", "column", "age[sd]?", "sex"),
        *("gender", "platforms?", "apps?", "sites?", "year-olds?", "years? old", "abuse\\w*"),
        *("groom\\w*", "exploit\\w*", "rapes?", "assaults?", "year", "month", "week", "day"),
        *("sext\\w*", "of the (?:problem|trouble)", "down"),
        *("average", "nationally", "locally", "elsewhere", "known", "share", "proportion"),
        *("equivalent", "counterparts?", "picture", "countr(?:y|ies)", "nations?"),
        *("most common", "(?:young|old)est", "rose", "ris(?:e|es|en|ing)", "increas\\w+", "up"),
        *("f[ae]ll(?:s|en|ing)?", "drop\\w*", "de(?:clin|creas)\\w+", "grew", "grown"),
        *("growth", "jump\\w*"),
        *("climb\\w*", "more", "fewer", "less", "higher", "lower", "highest", "lowest", "since"),
        *("reduc\\w+", "change[sd]?", "difference", "compared", "involv\\w+", "against"),
        *("targeted", "here", "them", "these", "those"),
        *("they", "she", "he", "stood", "stands?", "others?(?! news)", "rest", "it", "that"),
        *("this", "then", "now", "was", "were", "there)\\b"),
    )
)
_HELPED = compiled(
    r"\b(?:help(?:s|ed|ing)?|support(?:s|ed|ing)?|work(?:s|ed|ing)?\s+with|train(?:s|ed|ing)?"
    r"|taught|teach(?:es|ing)?|reach(?:es|ed|ing)?|spok(?:e|en)\s+(?:to|with)|visit(?:s|ed)?"
    r"|counsel(?:s|led)?|interview(?:s|ed)?|ask(?:s|ed)?|met|welcom(?:es|ed)|serv(?:es|ed|ing)"
    r"|safeguard(?:s|ed|ing)?|protect(?:s|ed|ing)?|rescu(?:es|ed|ing)|look(?:s|ed|ing)?\s+after"
    r"|car(?:es|ed|ing)\s+for|(?:club|drop-in|class|group|course|workshop)\s+(?:for|of))"
    r"\s+(?:(?:about|some|over|nearly|almost|around|more\s+than)\s+)?$"
)
# "60 youngsters come through his door", "4,200 pupils heard from our officers"
_DO_SOMETHING = compiled(
    r"\s+(?:(?:[\w’'-]+\s+){0,2}?(?:children|pupils|students|youngsters|teenagers|young\s+people|kids)\s+(?:who\s+)?|who\s+)"
    r"(?:come|came|attend(?:ed)?|visit(?:ed)?|join(?:ed)?|t(?:ake|ook)\s+part|use|used|sign(?:ed)?\s+up"
    r"|turn(?:ed)?\s+up|hear|heard|listen(?:ed)?|play(?:ed)?|live|sat)\b"
)
_HARMED = compiled(r"\b(?:groomed|abused|exploited|raped|assaulted|harmed|victims?)\b")
_BEFELL = compiled(
    r"[^.;:]{0,90}?\b(?:groomed|abused|targeted|exploited|raped|assaulted|harmed|contacted"
    r"|approached|victims?|offences?|crimes?)\b"
)
_OF_CHILDREN = ("children", "victims", "girls", "boys")
_OF_POLICE = ("offenders", "arrests", "charges")
_PUPILS = compiled(r"\s+(?:[\w’'-]+\s+){0,2}?(?:pupils|students|schoolchildren)\b")
# "10% of turnover", "68% of readers"
_OF_THINGS = compiled(
    r"\s+(?:of\s+|(?=the\s))(?:(?:the|its|their|our|all|those|these|an?|my|your|every|global|worldwide|annual"
    r"|qualifying|total|firm[’']s|company[’']s)\s+)*"
    + any_of(
        *("turnover", "revenues?", "income", "profits?", "sales", "money", "funding", "budgets?"),
        *("readers", "parents", "mothers", "fathers", "mums", "adults", "voters", "people"),
        *("residents", "teachers", "respondents", "members", "users", "staff", "homes"),
        *("households", "families", "schools", "teenagers", "teens", "pupils", "students"),
        *("doctors", "nurses", "the public", "donations", "time", "firms", "companies"),
    )
    + r"\b"
)
# "Kik, which half our PTA is on"
_OF_OWN_PEOPLE = compiled(
    r"\s+(?:of\s+)?(?:our|my|your|his|her)\s+(?:(?:own|whole)\s+)?"
    + any_of(
        *("PTA", "class(?:mates)?", "friends", "readers?", "members", "team", "colleagues"),
        *("staff", "pupils", "students", "parents", "neighbours", "street", "village"),
        *("year\\s+group", "family", "followers", "listeners", "viewers", "contacts", "choir"),
        *("club", "office"),
    )
    + r"\b"
)
# "Doubled its safety staff", "doubled the team's office space"
_ITS_OBJECT = compiled(
    r"\s+(?:the|its|their|our|his|her|my)\s+(?P<head>[^.;:,\d“”\"]{1,40}?)"
    r"(?=\s*(?:[.;:,“”\"]|$|\b(?:of|for|in|on|at|to|with|and|since|from|between|who|that|which)\b))"
)
_MAY_GROW = compiled(
    r"\b(?:offen[cs]es?|crimes?|cases?|incidents?|reports?|victims?|child(?:ren)?|girls?|boys?|figures?"
    r"|totals?|numbers?(?!\s+of\s+(?:(?:its|our|their|the)\s+)?(?:\w+\s+)?(?:officers|detectives|staff|people"
    r"|volunteers|counsellors|teachers|posts|investigators|moderators)\b)|counts?|tally|rates?|levels?"
    r"|averages?|share|proportion|amount|caseloads?|toll|abuse|grooming|year[’']?s?|previous|last|national|same|one)\b"
)


def of_something_else(
    statement: Statement, judged: Judgement, scene: Scene, documents: Sequence[Evidence]
) -> Judgement:
    """The verdict on a figure; exempt where it is of something that the figures do not count."""
    figure = statement.figure
    if judged.verdict not in ("untraced", "mismatch"):
        return judged
    if figure.kind in _SINCE and _is_since_something_else(statement, scene):
        return _IS_ONE
    if figure.kind not in _KINDS:
        return judged
    if statement.in_table or scene.passage.row(figure.start):
        return judged
    if figure.kind in SHARES and _OF_OWN_PEOPLE.match(statement.passage.text, figure.end):
        return _IS_ONE
    is_of_body = _is_of_a_body_of_the_data(statement, scene)
    if is_of_body and _is_of_the_data(statement, scene):
        is_other = figure.kind not in SHARES and _is_of_a_thing(
            statement, documents, may_be_helped=False
        )
    else:
        is_other = (
            _is_of_a_poll(statement, scene)
            or _is_of_a_thing(statement, documents, may_be_helped=not is_of_body)
            or _says_nothing_of_the_data(statement, judged, scene, documents)
        )
    is_other = is_other or (
        not may_be_mistaken(figure.value, statement.unit, documents)
        and is_of_what_was_counted(statement, scene)
    )
    return _IS_ONE if is_other else judged


def _is_of_a_body_of_the_data(statement: Statement, scene: Scene) -> bool:
    """Whether its sentence names a force, or a nation, that the facts are of."""
    bounds = scene.passage.sentence_bounds(statement.figure.start)
    return any(m.slot.evidence for m in within(scene.bodies, bounds))


def _is_of_the_data(statement: Statement, scene: Scene) -> bool:
    """Whether a sentence is of the figures: "The study found that Northshire saw a rise of 60%".

    A study is what papers call the figures themselves, too.
    """
    figure, passage = statement.figure, scene.passage
    bounds = passage.sentence_bounds(figure.start)
    is_named = bool(within(scene.categories, bounds)) or bool(within(scene.years, bounds))
    units = (OFFENCES, *_OF_CHILDREN)
    is_count = figure.kind in _NUMBERS and statement.unit in units
    is_of_change = statement.way or DIRECTION.search(passage.text, *bounds)
    return is_named or is_count or bool(is_of_change or _HARMED.search(passage.text, *bounds))


def _is_of_a_poll(statement: Statement, scene: Scene) -> bool:
    """Whether a share is one of people asked: "In a poll of 1,000 adults, 62% said so"."""
    if statement.bases and statement.way:
        return False  # "51% higher than in the first survey"
    start, end = scene.passage.sentence_bounds(statement.figure.start)
    if _is_poll(scene, statement.figure.start, (start, end)):
        return True
    is_share = statement.figure.kind in SHARES and not statement.categories
    before = scene.passage.bounds_before(start)
    return (
        is_share
        and start > 0
        and not _RECORDED.search(scene.passage.text, start, end)
        and "\n" not in scene.passage.text[before[1] - 1 : start]
        and _is_poll(scene, start, before)
    )


def _is_poll(scene: Scene, at: int, bounds: tuple[int, int]) -> bool:
    """Whether a sentence, or its part from the clause of the poll on, is of nothing else."""
    text, (start, end) = scene.passage.text, bounds
    poll = _POLL.search(text, start, end)
    if poll is None:
        return False
    starts = [start, *(m.start() for m in _CLAUSE.finditer(text, start, poll.start()))]
    if _RECORDED.search(text, start, end):
        start = starts[-1]
    named = within(scene.categories, (start, end))
    is_of_data = _RECORDED.search(text, start, end) or any(m.slot.kind != "age" for m in named)
    return start <= at and not is_of_data


def _is_of_a_thing(
    statement: Statement, documents: Sequence[Evidence], *, may_be_helped: bool
) -> bool:
    figure, passage = statement.figure, statement.passage
    after = passage.after(figure.end)
    if figure.kind == "multiple":
        return _grows_something(after)
    if figure.kind in SHARES:
        is_of_firm = _TAKEN_DOWN.search(passage.before(figure.start))
        return bool(is_of_firm or _OF_THINGS.match(after)) and not _BEFELL.match(after)
    unit = statement.unit
    if is_like_offences(after):
        return False
    if is_of_a_defendant(passage.before(figure.start, 200)):
        return True
    if unit in (OFFENCES, *_OF_POLICE) or statement.subject not in ("", "calls"):
        return False
    is_helped = may_be_helped and (
        _HELPED.search(passage.before(figure.start)) or _PUPILS.match(after)
    )
    is_active = _DO_SOMETHING.match(after)
    if unit in _OF_CHILDREN and not (is_helped or is_active):
        return False
    if _BEFELL.match(after.partition(",")[0] if is_active else after):
        return False
    is_small_thing = figure.value <= 12 and not is_unit(unit)
    if is_helped or is_active or unit == "staff":
        return not any(figure.value in _latest(each) for each in documents)
    return is_small_thing or not may_be_mistaken(figure.value, unit, documents)


def _grows_something(after: str) -> bool:
    """Whether what is multiplied is said, and no number of offences: "doubled its staff"."""
    grown = _ITS_OBJECT.match(after)
    if grown is None:
        return False
    named = _MAY_GROW.search(after, grown.start("head"))
    return named is None or named.start() >= grown.end("head")


def _is_since_something_else(statement: Statement, scene: Scene) -> bool:
    """Whether a year is that from which money was spent, or families helped, and no base."""
    passage, at = statement.passage, statement.figure.start
    start, end = passage.sentence_bounds(at)
    if is_of_an_activity(passage, at):
        return True
    before = scene.figures_in(start, at)
    if not before:
        words = passage.text[start:end]
        is_short = len(words.split()) < _FEW_WORDS
        return not (is_short or mentions_data(words) or DIRECTION.search(words))
    last = before[-1]
    of_other = last.kind == "money" or (
        last.kind == "multiple" and _grows_something(passage.after(last.end))
    )
    return of_other and not (mentions_data(passage.text[last.end : at]) and last.kind == "money")


def may_be_mistaken(value: Fraction, unit: str, documents: Sequence[Evidence]) -> bool:
    """Whether a number of something else may be one of offences: any of persons, else a total.

    That 31 offences were against children of one age says nothing of 31 votes.
    """
    if unit in _OF_CHILDREN:
        return is_known(value, documents)
    return any(value in _totals(each) for each in documents)


def _says_nothing_of_the_data(
    statement: Statement, judged: Judgement, scene: Scene, documents: Sequence[Evidence]
) -> bool:
    """A number that is no fact, in a sentence that says nothing of the offences."""
    figure, passage = statement.figure, scene.passage
    bounds = start, end = passage.sentence_bounds(figure.start)
    if figure.kind not in ("count", *SHARES) or statement.subject or statement.known_of:
        return False
    if judged.suggestion and figure.kind == "count" and not is_known(figure.value, documents):
        return False  # a slip
    rest = f"{passage.text[start : figure.start]} # {passage.text[figure.end : end]}"
    if (
        len(rest.split()) < _FEW_WORDS
        or _OF_THE_DATA.search(rest)
        or within(scene.categories, bounds)
        or any(start < mode <= end for mode in scene.modes)  # "Fourteen's the peak, with 27"
    ):
        return False
    if within(scene.years, bounds) or any(m.slot.evidence for m in within(scene.bodies, bounds)):
        return False
    return figure.kind in SHARES or not any(figure.value in _wholes(e) for e in documents)


def is_known(value: Fraction, documents: Sequence[Evidence]) -> bool:
    """Whether a number is a fact of any slot: of offences, of forces, of one force alone."""
    return any(value in _numbers(each) for each in documents)


def _latest(evidence: Evidence) -> set[int | None]:
    """The numbers of the latest year, of all offences or those of which something is known."""
    found = (e for e in evidence.counts if e.year == evidence.facts.latest and not e.categories)
    return {each.value for each in found if each.role != UNKNOWN}


def _totals(evidence: Evidence) -> set[int | None]:
    """The numbers of whole years, and of those of which something is known."""
    wholes = (e for e in evidence.counts if not e.categories and e.role != UNKNOWN)
    return {each.value for each in wholes}


def _of_members(evidence: Evidence) -> set[int | None]:
    """The numbers of each force alone, in any year: so many that other things may have them."""
    panel = evidence.facts.panel.series.values() if evidence.facts.panel else ()
    return {cell.value for series in panel for cell in series.cells.values()}


def _numbers(evidence: Evidence) -> set[int | None]:
    return {*evidence.counts_of, *_wholes(evidence)}


def _wholes(evidence: Evidence) -> set[int | None]:
    """The numbers of no part: of whole years, of forces, of changes, as they were before."""
    revised = {n for each in evidence.revised for n in (each.before, each.now)}
    ends = [each.exact for each in evidence.changes if each.exact]
    changes = {abs(new - old) for old, new in ends}
    return {*_totals(evidence), *_of_members(evidence), *evidence.forces, *revised, *changes}
