"""Words of time beside a figure that no rule has understood.

A change is right of a pair of years alone, a number of one. "Since the inspection" or "when the
school closed" names one; what is not read must not be taken for the years that happen to fit.
"""

import re
from collections.abc import Iterator

from offences.tracing.binding.categories import KNOWN_WORDS
from offences.tracing.binding.change_rows import change_row
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.time_words import OUTBREAK, of_lockdown
from offences.tracing.binding.years_added_up import added_up
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.ordinals import IN_TURN, NTH, RUNNING
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import FALL, MONTH, RISE, TWO_YEARS_GIVEN, any_of, compiled

_OF_TIME = any_of(
    *(r"years?(?![-‐‑ ]olds?\b)", "months?", "decades?", "periods?", "earlier", "prior"),
    *("previous(?:ly)?", "preceding", "since", "then", "ago", "last", "latest", "first", "started"),
    *(r"(?:the|its|their)\s+(?:very\s+)?start",),
    *("began", "begin", "begun", "beginning", "once", "later", "past", "springs?", "summers?"),
    *("autumns?", "winters?", "editions?", "surveys?", "rounds?", "times?", "peaks?", "lows?"),
    *("highs?", "recent", "opening", "lowest", "highest", "newest", "oldest"),
    *("earliest", "outset", "pandemic", "lockdowns?", "during", "early on", "midway", "while back"),
    *(rf"back in(?!\s+(?!{MONTH})(?-i:[A-Z]))", "days", "eras?", "centur(?:y|ies)", "eve"),
    *("used to", "formerly", "stage"),
)
# Inside a sentence, before the figure, these join another clause; at its start or behind the
# figure they name a time.
_UNDER = (
    r"under(?=\s+(?:\w+\s+){1,4}?(?:acts?|rules?|laws?|definitions?|systems?|methods?|chief|regime"
    "|government))"
)
_JOINS = any_of("before", "after", "when", "until", "till", _UNDER)
_WORDS = compiled(rf"\b(?:{_OF_TIME}|(?P<joins>{_JOINS}))\b")
_NOT_BASE = r"(?<!than )(?<!with )(?<!to )(?<!from )(?<!since )"
# People who do not count offences.
_WHO = (
    r"(?:ministers|mps|peers|politicians|government|parliament|charity|charities|campaigners|experts"
    r"|parents|families|teachers|children|young\s+people|platforms|companies|firms|regulators?)"
)
_A_CRIME = (
    r"(?:(?:an?|any|such|the|these|this|online|internet|sexual|sex|child|abuse)\s+){0,6}?"
    r"(?:(?:offences?|crimes?|cases?)(?:\s+of\s+(?:online\s+)?(?:sexual\s+communication|grooming))?|sexual\s+communication|grooming)"
    r"(?:\s+(?:against|with|of)\s+(?:an?\s+)?(?:child(?:ren)?|minors?|(?:this|that)\s+(?:kind|sort|type)))?"
)
# Who counts the offences: "police in Tarn have", and not "the NSPCC", "police should have"
_RECORDERS = (
    r"(?:(?:the|its|our|that|local)\s+)?(?:(?:police|forces?|officers|detectives|it|they)"
    r"|(?!Childline|Ofcom|Barnardo)(?-i:[A-Z][a-z’'-]+)(?:\s+(?-i:[A-Z][a-z’'-]+)){0,3}(?:\s+(?:police|officers))?)\s+(?:(?:forces?|officers|detectives)\s+)?"
    r"(?:(?:in|across)\s+(?:(?-i:[A-Z][a-z’'-]+)|and|the|area|county)(?:\s+(?:(?-i:[A-Z][a-z’'-]+)|and|area|county)){0,4}\s+)?"
    r"(?:(?:have|has|had)\s+)?"
)
# What says nothing of the years of a figure.
_PLAIN = compiled(
    r"\b(?:both\s+of\s+(?:the|these|those)\s+(?:\w+\s+){0,2}?(?:two\s+)?years"
    r"|(?:full|whole)-year\s+(?:count|total|figure|number|tally)"
    r"|both\s+(?:[\w’/-]+\s+){0,6}?(?:years?|latest|last)|both\s+ends\s+of\s+(?:the|our|its)\s+\w+|(?:every|each)\s+(?:year|time|month)|(?:at|of)\s+the\s+same\s+time"
    r"|(?:for|at)\s+the\s+first\s+time(?:\s+in\s+(?:many\s+)?years)?|this\s+time"
    r"|the\s+first\s+time\s+(?:that\s+)?(?:it|they|the\s+[\w-]+)\s+(?:(?:has|have|had|ever)\s+)*"
    r"(?:gone|risen|climbed|fallen|dropped|been|(?:pass|exceed|topp|cross|reach|surpass)(?:ed)?|hit|topped|broken)(?:\s+past)?\b"
    rf"|(?:{NUMBER}|several|{NTH})\s+(?:years?\s+{RUNNING}|{IN_TURN}\s+years?)"
    rf"|{TWO_YEARS_GIVEN}"
    r"|(?:figures?|data|numbers?|totals?|returns?)\s+(?:for|in|from)\s+the\s+two\s+years"
    r"|(?:first|last|next|opening)\s+(?:slide|page|line|paragraph|sentence|item|question|thing|row|picture)\b"
    r"|years\s+can\s+be\s+(?:compared|\w+\s+(?:against|beside|alongside|side\s+by\s+side|next\s+to))"
    r"|years\s+(?:with\s+(?:\w+\s+)?(?:figures|data)|(?:for|in)\s+which\s+[^.;:,\d]{1,50}?\b(?:figures|data)(?:\s+(?:exist|are\s+available))?)"
    r"|once\s+(?:again|more|and\s+for\s+all)|at\s+(?:once|times)|then\s+(?:you|we)\s+(?:get|come|go|move)"
    # "The number of times police have recorded such an offence has doubled"
    rf"|number\s+of\s+times(?=\s+(?:that\s+)?{_RECORDERS}(?:recorded|logged|registered|counted)\s+"
    rf"{_A_CRIME}\s+(?:(?:has|have|had|almost|nearly)\b|{RISE}|{FALL}|doubled|tripled|trebled|halved))"
    # Pupils: "Our Year 7 and 8 families"
    r"|years?\s+(?:groups?|(?:1[0-3]|[1-9])(?:s|(?:,|\s+(?:and|to|or))\s+(?:1[0-3]|[1-9]))*)(?![\d/–-])(?!\s+(?:ago|later|before|earlier))"
    r"|(?:the|its|their|our|[\w-]+[’'])\s*(?:(?<=[’'])s\s+)?(?:latest|newest|last|most\s+recent)\s+(?:\w+\s+)?"
    r"(?:total|figure|number|count|data|step|rise|increase|fall|drop|change|jump)s?"
    rf"|(?:gone|went)\s+past(?=\s+(?:the\s+)?{NUMBER})"
    r"|when\s+(?:it|this|that)\s+(?!was\b|has\b)\w+s"
    r"|when\s+(?:(?!first|last)\w+\s+){1,3}(?:said|says|claim\w*|asked(?=,))"
    # When it was told: "two weeks ago we reported that police had recorded 95"
    rf"|(?:{NUMBER}|some|a\s+few)\s+(?:days|weeks|months)\s+ago,?\s+(?:we|it|this\s+\w+|the\s+\w+)\s+"
    r"(?:was\s+)?(?:reported|revealed|told|wrote|said|published|asked)"
    # Another body's change, beside one's own.
    rf"|(?:in\s+a\s+(?:period|time|year)\s+)?when\s+(?:the\s+)?(?:country|nation|national|overall|region|UK|others?|all)\b"
    rf"[^.,;:\d]{{0,40}}?\b(?:{RISE}|{FALL})"
    # The survey that the figures are of, and no edition of it.
    r"|(?:the|an?|this|its|our|their|[\w-]+[’']s)\s+(?:(?!last|first|latest|previous|earlier"
    r"|preceding|prior|second|third|next|older|old|recent)[\w’'-]+\s+){0,4}?survey\b(?!\s+(?:before|earlier|ago))|the\s+other\s+way\s+(?:a)?round"
    r"|peaks?\s+at\s+(?:the\s+)?age"
    # What a number went up or down from: "100 after 135".
    rf"|after\s+(?:just\s+|only\s+)?{NUMBER}(?!\s+(?:[\w-]+\s+)?(?:years?|months?|weeks?|days?|hours?)\b)"
    # A change that comes before it or after it: "6% before rising by 12%", "after a dip of 6%".
    rf"|(?:before|after)\s+(?:slipping|dipping|falling|dropping|rising|climbing|growing|jumping)\b"
    rf"|(?:after|follow(?:s|ed|ing)?|end(?:s|ed|ing)?)\s+{NUMBER}\s+years\s+of\s+(?:\w+\s+)?(?:rises|increases|growth|falls|drops|decreases|declines)"
    rf"|after\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:{RISE}|{FALL})\s+(?:of\s+)?(?=(?:just\s+|only\s+)?{NUMBER})"
    r"|\w+est\s+of\s+the\s+year|the\s+latest(?=\s+(?:is|was)\b)"
    r"|(?:by\s+the\s+time|when|once|until)\s+(?:you|we|they)\s+(?:get|come|reach|go|move|turn|look)\b"
    rf"|year\s+of\s+age|{NUMBER}\s+times|times\s+(?:as|more|higher)|last\s+(?:night|week|month|chance)"
    r"|in\s+recent\s+(?:years|times)|for\s+(?:(?:too\s+)?many\s+)?years|after\s+years\s+of"
    r"|(?:published|printed|given)\s+before(?=\s*(?:[.,;:!?)]|\Z))"
    r"|(?:is|was|were|came|comes)\s+(?:the\s+)?(?:highest|lowest)(?=\s*[,;:])"
    # "Since 66 of the 149 had nothing noted": because
    rf"|since(?=\s+(?:(?:in|for|only|just)\s+)*(?:{NUMBER}\s+(?:of|had)|nobody|nothing|no\s+one|none)\b)"
    r"|since\s+(?:the\s+|our\s+)?release\s+\d+|(?:sooner\s+or|rather\s+than)\s+later|(?:comes?|came|put\s+\w+)\s+first|first\s+and\s+foremost"
    r"|(?:more|less|much|most|free|screen|high)\s+time|time\s+(?:online|(?:to|for)\s+\w+)"
    rf"|{_NOT_BASE}at\s+a\s+(?:\w+\s+)?time\s+(?:when|of|for)|time\s+(?:is|was)\s+running|out\s+of\s+time"
    # What others have begun since: "it has begun to visit schools after police recorded 731"
    r"|(?:has|have)\s+(?:(?:now|already|also)\s+)?begun(?=[^.;:\d]{0,80}?\safter\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:police|officers|detectives|the\s+force)\s+(?:had\s+)?(?:recorded|logged|counted|registered)\b)"
    # What is yet to come: "before the law takes effect", "until children are safe".
    rf"|{_NOT_BASE}(?:before|until|till|when)(?=\s[^.,;:()\d]{{0,40}}?(?<=\s)(?:is|are|takes?|comes?|returns?|goes|reaches|becomes|can"
    rf"|will|must|should|begins|starts|happens|(?:has|have)(?!\s+been)|{_WHO}\s+(?:act|listen|do))\b))\b"
)
# A number whose words name no year is of the latest one, and so may it be said to be.
_OF_LATEST = compiled(
    r"\b(?:(?:latest|newest|most\s+recent)\b(?!(?:\s+\w+){0,2}\s+but\b)(?:\s+\w+){0,2}"
    r"|the\s+(?:whole\s+|full\s+)?year"
    r"(?=[ \t]*\n|\s*(?:[.,;:!?)]|\Z|[’']s\b|(?:is|was|stood|brought|saw|while|and)\b))"
    r"|during\s+the\s+(?:whole\s+|full\s+)?year(?!\s+(?:before|to|end|in|of|when|that|it|after))"
    # The day of the news: "days before the vote", "with schools closed for summer".
    r"|these\s+days|days\s+(?:before|after|ahead)|\w+est\s+days|at\s+(?:this|an\s+early)\s+stage"
    r"|(?:for|this)\s+(?:the\s+)?(?:spring|summer|autumn|winter)|on\s+the\s+eve|later\s+emerged"
    rf"|over\s+time|periods?\s+of\s+{NUMBER}\s+months"
    r"|(?:year|period)\s+(?:just\s+gone|covered|studied|under\s+review)|last\s+time(?=\s*(?:[.,;:!?)]|\Z))"
    # What these point to is read where anything is named, as is a part of a year.
    rf"|(?:that|those|the\s+same)\s+(?:\w+\s+)?(?:years?|period|time)|{NUMBER}\s+months"
    rf"|(?:a|per)\s+year|then(?:\s+came)?\s+{NUMBER}|(?:recent\s+)?(?:high|low|peak)\s+of"
    rf"|after\s+an?\s+(?:\w+\s+)?(?:{RISE}|{FALL}))\b"
)
_IN_LOCKDOWN = compiled(
    rf"\b(?:in|during|through(?:out)?|over|amid|(?:at\s+)?the\s+height\s+of)\s+{OUTBREAK}"
)
# "106% up from the 120 before"
_OF_A_BASE = compiled("before|earlier|previous(?:ly)?|prior")
_OPENS = compiled(
    r"\W*(?:since|after|before|when|until|till|under|at|in|over|during|from|between|compared|against"
    r"|on|with(?:in)?|for|by|back|once|early|late|midway"
    r"|the\s+(?:\w+\s+){0,2}?(?:time|day|year|month|week|moment|summer)"
    r"|[^,;:.]{0,40}\b(?:ago|earlier|before|back|later|on|previously)(?=,))\b"
)
# "Years of promises as abuse hits 144"
_AS = compiled(r"\sas\s+(?!(?:many|much|few|of|in|at|a|the)\b)")
_LEVEL = compiled(r"(?:peak|high|low)s?")
_WHEN = compiled(r"when")
_IS_THE, _IT_IS = (
    compiled(r"(?:[’']s|\s+(?:is|was))\s+(?:(?:also|again|still|likewise)\s+)?the\s+"),
    compiled(r"peak"),
)
_BREAK = compiled(r"[;:()]|,\s|\s[–—-]\s")
# "A fall of 13 per cent on the previous year and the first decline since 2019/20"
_AND_THE_FIRST = compiled(
    rf"\s+and\s+(?:is\s+|was\s+)?(?:the|its|their)\s+(?:first|only|\w+est)\s+(?:such\s+)?(?:{RISE}|{FALL})\b"
)


def unread_time(scene: Scene, statement: Statement) -> str:
    """The first words of time in the clause of a figure that no rule has read; or nothing."""
    figure = statement.figure
    text, zone = scene.passage.text, scene.zones(figure)
    is_number = figure.kind in VALUES
    if is_number and added_up(scene.passage, figure.start, figure.end):
        return ""  # "together, the last two years brought 580"
    is_total = figure.kind == "count" and not (statement.categories or statement.role)
    row = change_row(scene, figure) if figure.kind in CHANGES else []
    # That of a row which is judged as the latest has to be its last one.
    is_in_row = len(row) > 1 and (statement.years is not None or row[-1].start == figure.start)
    for start, end in _stretches(scene, figure, opens=statement.bases is None):
        for word in _WORDS.finditer(text, start, end):
            lead = text[zone.sentence[0] : word.start()]
            joins = word["joins"] and word.start() < figure.start and lead.strip(' \n\t"“‘-•')
            of_base = statement.is_base and _OF_A_BASE.fullmatch(word[0])
            of_latest = is_number and _is_in(_OF_LATEST, text, *word.span())
            is_next = _IS_NEXT.match(text, word.start()) and (
                _has_its_year(scene, statement) or _lists(scene, word.end()) or is_in_row
            )
            is_next = is_next or _is_next_part(scene, statement, word)
            is_next = is_next or _is_same_period(scene, statement, word)
            is_plain = joins or of_base or of_latest or is_next or _is_in_lockdown(statement, word)
            is_of_many = is_total and _is_in(_OF_MANY_YEARS, text, *word.span())
            if is_of_many or not (is_plain or _is_read(scene, *word.span(), end)):
                return " ".join(text[word.start() : end].split())
    return ""


# "In both years Tarn recorded 149": no number of one year
_OF_MANY_YEARS = compiled(
    r"\bin\s+(?:both(?:\s+of\s+(?:the|these|those))?(?:\s+(?:last|past|latest|two))*|each(?:\s+of\s+(?:the|these|those)(?:\s+\w+)?)?|every)\s+(?:single\s+)?years?\b"
)
# "Up by 39. In the same period England's number climbed by 647": the year that both have
_SAME_PERIOD = compiled(r"(?:same\s+)?(?:period|time|timeframe|spell)\b")


def _is_same_period(scene: Scene, statement: Statement, word: re.Match[str]) -> bool:
    """Whether a change is over the period of the one before it, which names no year either."""
    text, figure = scene.passage.text, statement.figure
    is_same = text[: word.start()].casefold().rstrip().endswith(("same", "that"))
    if not (is_same and figure.kind in CHANGES and _SAME_PERIOD.match(word[0])):
        return False
    first, _ = scene.passage.with_sentence_before(figure.start)
    before = [f for f in scene.figures_in(first, word.start()) if f.kind in CHANGES]
    return bool(before) and not within(scene.years, (first, word.start()))


_IS_NEXT = compiled(r"then\b|after\s+that\b")


def _has_its_year(scene: Scene, statement: Statement) -> bool:
    """Whether a change has years, and they are said: "then rose 12% in 2020/21".

    Or it comes after one of a year that is: "Rose 20% in 2020/21, then 12%".
    """
    zone = scene.zones(statement.figure)
    after = within(scene.years, zone.near_after)
    is_behind = any(m.slot.years == statement.years for m in after)
    return bool(statement.years and (statement.bases or is_behind))


def _is_in_lockdown(statement: Statement, word: re.Match[str]) -> bool:
    """Whether a word speaks of the lockdowns, and the figure is of the year that had them."""
    years = statement.years or frozenset()
    return _is_in(_IN_LOCKDOWN, word.string, *word.span()) and years == {of_lockdown()}


# "16 against 13-year-olds. After that it tails off, to nine for those aged 14"
_AFTER_THAT = compiled(r"after\s+(?:that|this|them|those|which)\b(?!\s+(?:year|time|date|month)\b)")


def _is_next_part(scene: Scene, statement: Statement, word: re.Match[str]) -> bool:
    """Whether "after that" is said of a part, where what was named last is of the same kind."""
    if not _AFTER_THAT.match(scene.passage.text, word.start()):
        return False
    start, _ = scene.passage.with_sentence_before(word.start())
    before = within(scene.categories, (start, word.start()))[-1:]
    return {m.slot.kind for m in before} == {each.kind for each in statement.categories} != set()


_COMES = compiled(
    r"\s+(?:(?:(?:(?:it|that|there|you|we)(?:[’']s)?\s+)?(?:came|comes?|was|is|were|are|have|followed|follows)"
    r"|(?:it|that|there)[’']s)\s+)?(?:(?:the\s+)?(?:those|children|youngsters|victims)\s+(?:(?:who\s+were|of)\s+)?)?"
)


def _lists(scene: Scene, at: int) -> bool:
    """Whether a part or a body comes next, in an order that is none of time: "then Kik with 38"."""
    named, comes = (*scene.categories, *scene.bodies), _COMES.match(scene.passage.text, at)
    return comes is not None and any(m.start == comes.end() for m in named)


def _stretches(scene: Scene, figure: Candidate, *, opens: bool) -> Iterator[tuple[int, int]]:
    """What opens the sentence of a figure, if asked, what leads up to it and what follows it."""
    text, zone = scene.passage.text, scene.zones(figure)
    start, _ = zone.sentence
    lead = [m.end() for m in _BREAK.finditer(text, zone.before[0], figure.start)]
    if not start and text.startswith("\n", zone.sentence[1] - 1):  # a headline
        lead += [m.end() for m in _AS.finditer(text, 0, figure.start)]
    first = _OPENS.match(text, start) if opens else None
    comma = _BREAK.search(text, first.end(), figure.start) if first else None
    # "In the year we all went home, 2020/21, it rose": the year says which time it was.
    if comma and not any(m.start == comma.end() for m in scene.years):
        yield start, comma.start()
    yield max([zone.before[0], *lead]), figure.start
    breaks = (each.search(text, figure.end, zone.after[1]) for each in (_BREAK, _AND_THE_FIRST))
    yield figure.end, min((each.start() for each in breaks if each), default=zone.after[1])


def _is_read(scene: Scene, start: int, end: int, stop: int) -> bool:
    """Part of a year that is read, or of what leads to one or explains one; or a plain phrase."""
    text = scene.passage.text
    read = (*scene.categories, *scene.bodies, *(m for m in scene.years if m.slot.years))
    labels = scene.passage.labels_between(start, stop)
    if labels or is_taken((start, end), read):
        return True
    if _is_in(_PLAIN, text, start, end):
        return True
    if _WHEN.fullmatch(text, start, end) and KNOWN_WORDS.search(text, end, stop):
        return True  # "When the victim's sex was written down – in 140 – 112 were girls"
    if _LEVEL.fullmatch(text, start, end) and any(m.end + 1 == start for m in scene.years):
        return True  # "5% down on its 2020/21 peak"
    is_mode = _IT_IS.fullmatch(text, start, end) and any(
        _IS_THE.fullmatch(text, mode, start) for mode in scene.modes
    )
    return bool(is_mode or within(scene.years, (end, stop)))


def _is_in(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    found = pattern.finditer(text, start - 40)
    return any(m.start() <= start and end <= m.end() for m in found)
