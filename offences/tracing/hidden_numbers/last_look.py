"""The last look at a text: a hidden part that is named beside words of the data stops it.

The other modules know ways to tell a number. This one knows the few things that may be said of a
hidden part: that its number is not given, or is given as a range; a question that is not answered;
what the law says of an offence. It is to stop what nobody thought of, and may stop a sentence that
tells nothing: to name the part in another one clears it.
"""

import re
from collections.abc import Iterable, Iterator

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.categories import attribute_kind
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.statement import KNOWN
from offences.tracing.binding.years import YearsNamed
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import MONTH, compiled
from offences.tracing.hidden_numbers.clauses_elsewhere import clauses_elsewhere
from offences.tracing.hidden_numbers.data_words import OF_DATA, OF_FIGURES
from offences.tracing.hidden_numbers.declined import DECLINES, declines_before
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces, Hiding
from offences.tracing.hidden_numbers.hidden_years import is_until
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.plain_sentences import says_plainly
from offences.tracing.hidden_numbers.quantities import SOME_OF_OURS
from offences.tracing.hidden_numbers.reasons import without_reason
from offences.tracing.hidden_numbers.topics import is_but_a_topic, is_explained

_SHORT, _NAME, _A_NAME = 9, 30, 3
type Bounds = tuple[int, int]
_FAR = 300
"""How far behind a question its answer may stand."""


def parts_named_with_data(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The hidden parts of the text's own force that a sentence on the data may tell of."""
    passage, named = gated.passage, gated.binder.scene.categories
    yield from _amounts_of_marks(gated, forces)
    yield from _details_noted(gated, forces)
    own = [each for each in forces if each[2]]
    for bounds in dict.fromkeys(passage.sentence_bounds(m.start) for m in named):
        bodies = within(gated.binder.scene.bodies, bounds)
        places = [m for m in bodies if any(is_named(m.slot.name) for is_named, *_ in own)]
        start = passage.text.rfind("\n\n", 0, bounds[0]) + 1
        earlier = within(gated.binder.scene.bodies, (start, bounds[0]))
        before = [m for m in earlier if any(is_named(m.slot.name) for is_named, *_ in own)]
        parts = within(named, bounds)
        inside = [m for m in parts if not is_but_a_topic(passage, m, places, before)]
        said = {m.slot for m in inside}
        hidden = [of for each in gated.of_sentence(bounds[0], own) for of in each.touched(said)]
        words = passage.text[slice(*bounds)]
        is_name = len(words.split()) <= _A_NAME and not _compares(words)
        at = bounds[is_name and _is_short_question(words)]  # "Kik? Fifty, in Wales"
        if not hidden or gated.is_of_another_named_before(at, forces):
            continue
        asked = passage.question(bounds[0]) or (0, 0)  # "Which had the fewest? Kik, by far"
        rest = f"{passage.text[slice(*asked)]} {_without(passage, bounds, inside)}"
        is_of_force = bool(places) or (bool(bounds[0]) and _continues(gated, own, bounds, rest))
        is_of_scene = _OF_A_SCENE.search(passage.text, *bounds) and not _OF_A_YEAR.search(rest)
        are_places = places and all(_is_a_place(passage.text, m) for m in places)
        is_harm = says_harm(passage.text[slice(*bounds)]) or _HARD_WAY.search(rest)
        is_elsewhere = (is_of_scene or are_places) and not is_harm
        is_of_data = _is_of_data(rest, is_of_force=is_of_force and not is_elsewhere)
        is_of_data |= says_plainly(passage, bounds, inside, gated.words.places)
        if not (is_of_data or _is_asked_about(passage, bounds[1], rest)):
            continue
        rest = _without(passage, bounds, (m for m in inside if {m.slot} == NOT_KNOWN))
        has_range = any(of in each.ranges for *_, each, _ in own for of in hidden)
        # The rules compared them with what is published, which "small" may narrow
        after = passage.text[bounds[1] :]
        rest = _IN_A_RANGE.sub("range", rest) if has_range else without_reason(rest, after)
        rest = _without_elsewhere(gated, forces, bounds, rest)
        if not _is_declined(passage, bounds, rest):
            longest = max(inside, key=lambda mention: mention.end - mention.start)
            first = next((m for m in inside if m.slot in hidden[0]), longest)
            yield first.start, first.end, names_of(hidden[0])


def _continues(gated: GatedText, own: Forces, bounds: Bounds, rest: str) -> bool:
    """Whether a sentence goes on with the data of the one before."""
    passage, scene = gated.passage, gated.binder.scene
    before = passage.sentence_bounds(bounds[0] - 1)
    if _GOES_ON.match(rest):  # "Grooming is recorded. It starts at nine"
        return OF_OFFENCES.search(passage.text, *before) is not None
    kinds = [{m.slot.kind for m in within(scene.categories, each)} for each in (before, bounds)]
    if not kinds[0] & kinds[1]:
        return False
    if _LABEL.match(rest):  # "Tens: 14. Nines: rather less"
        return bool(passage.numbers_between(*before))
    bodies = within(scene.bodies, before)
    is_near = any(is_named(m.slot.name) for m in bodies for is_named, *_ in own)
    return is_near and _SELDOM.search(rest) is not None  # "It is Snapchat. Kik you hardly see"


def _amounts_of_marks(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Where a hidden year, or what stands behind the marks, is called much or little."""
    passage, scene = gated.passage, gated.binder.scene
    for _, hiding, is_own in forces:
        hidden = min(map(names_of, hiding.hidden), default="") if is_own else ""
        of_years = [m for m in scene.years if is_own and _hidden_years(passage.text, m, hiding)]
        places = [(m.start, m.end, "the total") for m in of_years if not m.slot.is_distance]
        places += [(*m.span(), hidden) for m in _MARKED.finditer(passage.text) if hidden]
        for start, end, named in places:
            last = passage.sentence_bounds(start)[1]
            is_asked = passage.text[:last].rstrip(' \n"”’').endswith("?")
            answer = passage.sentence(last) if is_asked else ""
            rest = _REASON.sub(" ", f"{passage.sentence(start)} {answer}")
            if _AMOUNT.search(rest) or (named == hidden and _AMOUNT_OF_MARKS.search(rest)):
                yield start, end, named


def _hidden_years(text: str, named: Mention[YearsNamed], hiding: Hiding) -> bool:
    """Whether a hidden year is named, or all before the next: "Before 2017/18 it was quiet"."""
    is_before = is_until(text, named.start)
    own = {each.previous for each in named.slot.years} if is_before else named.slot.years
    return bool(own & hiding.years)


def _details_noted(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Where a detail of the children was noted or not, whose number not known is hidden.

    Of a detail whose number known is released, with each of its parts, nothing is hidden.
    """
    passage, counts = gated.passage, gated.documents.local.counts
    hiding = next((each for *_, each, is_own in forces if is_own), None)
    if hiding is None or not hiding.touches(NOT_KNOWN):
        return
    known = {(c.known_of, c.value) for c in counts if c.role == KNOWN}
    elsewhere = [c for c in gated.documents.national.counts if c.role == KNOWN]
    for match in (m for p in (_DETAIL_NOTED, _NOTED_DETAIL) for m in p.finditer(passage.text)):
        bounds = passage.sentence_bounds(match.start())
        sentence = passage.text[slice(*bounds)]
        kind = attribute_kind(match["detail"])
        of_it = {number for of, number in known if of == kind}
        if not (SOME_OF_OURS.search(sentence) or within(gated.binder.scene.bodies, bounds)):
            of_it |= {c.value for c in elsewhere if c.known_of == kind}
        written = {n.value for n in passage.numbers_between(*bounds)}
        named = within(gated.binder.scene.categories, bounds)
        of_parts = any(m.start not in range(*match.span()) for m in named)
        if of_parts or kind in gated.details or of_it & written:
            continue  # "in 38 the platform is known", where 38 is released
        is_word = is_explained(passage.text, match.span())
        is_word |= _A_RETURN_GIVES.search(passage.text, bounds[0], match.end()) is not None
        if is_word or _TO_BE_NOTED.search(passage.text, bounds[0], match.end()):
            continue
        is_ours = any(each is hiding for each in gated.of_sentence(match.start(), forces))
        is_ours &= not gated.is_of_another_named_before(match.start(), forces)
        # "Fourteen did not say how old": these words decline nothing; "does not say in how many".
        rest = _LEFT_OPEN.sub(" ", sentence.replace(match[0], " "))
        rest = sentence if _HOW_MANY.search(sentence) else rest
        if is_ours and _OF_RECORDS.search(sentence) and not _is_declined(passage, bounds, rest):
            yield *match.span("detail"), names_of(NOT_KNOWN)


def _without(passage: Passage, bounds: Bounds, named: Iterable[Mention[NamedCategory]]) -> str:
    """A sentence with blanks for what it names."""
    rest = passage.text[slice(*bounds)]
    for each in named:
        first, last = each.start - bounds[0], each.end - bounds[0]
        rest = f"{rest[:first]}{' ' * (last - first)}{rest[last:]}"
    return rest


def _without_elsewhere(gated: GatedText, forces: Forces, bounds: Bounds, rest: str) -> str:
    """A sentence with blanks for what it gives but of another body: "in England there were 41"."""
    for start, end in clauses_elsewhere(gated, forces, bounds):
        first, last = start - bounds[0], end - bounds[0]
        said, blank = _THERE_WERE.sub(" ", rest[first:last]), " " * (last - first)
        others = f"{rest[:first]}{blank}{rest[last:]}"
        is_of_ours = SOME_OF_OURS.search(DECLINES.sub(" ", others))
        rest = rest if is_of_ours or _compares(said) else others
    return rest


def _is_of_data(rest: str, *, is_of_force: bool) -> bool:
    """Whether a sentence, without the names of its parts, speaks of the data, or of the force."""
    if (OF_FIGURES if _OF_LAW.search(rest) else OF_DATA).search(rest) or _is_short_question(rest):
        return True
    return is_of_force


def _is_a_place(text: str, body: Mention[Body]) -> bool:
    """Whether somebody is from there or something has its name: "a Northshire student"."""
    led = _FROM_THERE.search(text, body.start - _NAME, body.start)
    is_said = led and led[0][0] == "," and _SAYS.match(text, body.end)  # "none at nine, Kent says"
    is_from = led and not is_said and not _ITS_OWN.search(text[body.start : body.end + 2])
    goes_on = _A_NAME_GOES_ON.match(text, body.end)
    return bool(is_from or goes_on or _NAMED_AFTER_IT.match(text, body.end))


def _is_asked_about(passage: Passage, end: int, rest: str) -> bool:
    """Whether somebody asked about a part, and the next sentence has a number or compares."""
    if not _ASKED_ABOUT.search(rest) or not passage.text[end:].strip():
        return False
    answer = passage.sentence(end)
    return OF_FIGURES.search(answer) is not None or _compares(answer)


def _is_short_question(rest: str) -> bool:
    """Whether little but the part is asked about: "And boys?", "What about Kik, then?"."""
    return rest.rstrip(' \n"”’').endswith("?") and len(rest.split()) < _SHORT


def _is_declined(passage: Passage, bounds: Bounds, rest: str) -> bool:
    """Whether a number is said to be not given, or asked for in vain, and compared with nothing."""
    start, end = bounds
    if _compares(rest):
        return False
    after = passage.text[end : end + _FAR]
    goes_on = passage.sentence(end) if after.strip() else ""
    if _DEMANDS.search(rest) and _TOLD_NO.match(goes_on):
        return not _compares(goes_on)
    declines = DECLINES.search(rest) is not None
    if (_ASKS.search(rest) or _is_short_question(rest)) and not declines:
        return not goes_on or bool(DECLINES.search(after) and not _compares(goes_on))
    if not declines and start and _POINTS.match(rest):
        declines = declines_before(passage.sentence(start - 1), rest)
    is_question = rest.rstrip(' \n"”’').endswith("?")
    is_told = (is_question or _POINTS.match(goes_on)) and _compares(goes_on)
    reveals = _THEY_WERE.match(goes_on) or _REVEALS.search(goes_on) or _A_CHILD.search(rest)
    return declines and not (is_told or reveals)


def _compares(sentence: str) -> bool:
    return _COMPARES.search(_REASON.sub(" ", sentence)) is not None


_THERE_WERE = compiled(r"\bthere\s+(?:was|were|are|is)\b")
_OF_LAW = compiled(
    r"\bActs?\s+(?:of\s+)?\d{4}\b|\b\d{4}\s+Act\b|\bsection\s+\d|\bin\s+law\b|\bcounts?\s+as\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:offences?|crimes?)\s+(?:even\s+)?if\b"
    r"|\b(?:is|are|became|was\s+made|has\s+been)\s+(?:\w+\s+)?an?\s+(?:\w+\s+)?(?:offence|crime)\b"
)
_OF_A_YEAR = compiled(
    r"\b(?:last|past|the|this)\s+(?:\w+\s+)?(?:year|(?:twelve|12)\s+months)\b|\b20\d\d[/–-]\d\d\b"
)
_OF_A_SCENE = compiled(
    r"\b(?:schools?|primary|secondary|academy|college|class(?:es)?|year\s+\d+|brigade|scouts?|cubs|brownies|rovers|juniors|(?-i:(?<=\s)Infants)|clubs?|spelling|youth\s+parliament|grammar|lives?|centre"
    r"|teams?|swam|swimming|driving\s+test|on\s+the\s+buses|chess|medals?|hospice|exams?|films?\s+(?:about|on\s+(?:online\s+)?safety)|talks?|drop-ins?|meetings?|assembly|workshops?|sessions?|roadshows?|webinars?|groups?\s+for|visit\w*|survey\w*|poll|answer|(?<!\bman\s)(?<!\bmen\s)(?<!\bhe\s)(?<!\bstranger\s)(?<!\bstrangers\s)asked|ask\s+us|questions?|competition|posters?|prizes?|badges|advice|helpline|line"
    r"|childline|counsellors?|leaflets?|guides?|follow|press\s+office|tablets?|phones?|accounts?|evenings?|open\s+day|lessons?|petition"
    r"|(?:parents|mothers|fathers)(?:\s+(?:in|of|from|on)\s+[A-Z]\w+)?\s+(?:have\s+)?(?:use|set\s+up)"
    r"|reminded\s+parents|parents\s+in\s+[A-Z]\w+\s+been\s+warned|speak\s+to\s+(?:pupils|parents)\s+about|need\s+not\s+panic|find\s+it\s+(?:very\s+)?hard(?:er)?\s+to\s+(?:speak|talk)|seen\s+by\s+\d[\d,]{2,}\s+(?:pupils|parents|people)"
    r"|-olds?\s+should\s+not\s+be\s+on\s+\w+\s+at\s+all|earn\s+£|sons\s+and\s+daughters\s+(?:alike\s+)?should"
    r"|offices|storytime|library|safe|court|research\w*|choirs?|sang|launch|cadets|(?:watched|viewed|liked)\s+(?:more\s+than\s+|over\s+|nearly\s+|almost\s+)?\d[\d,]*\s+times)\b"
)
"""Where a force is named as a place or for its staff; that people live there is no such reason."""
_HARD_WAY = compiled(
    r"\b(?:blam(?:e[sd]?|ing)|(?:the\s+)?hard\s+way|too\s+well|cried|cr(?:y|ies)|wept|tears|lost\s+(?:an?|her|his|my|our|their|the)\s(?!(?:[\w’-]+\s+){0,3}?(?:final|match|game|cup)\b)|what\s+(?:[\w’-]+\s+){0,3}?(?:did|does|(?:has|had)\s+done|can\s+do)(?!\s+(?:not|about|to)\b)|does\s+to\s+(?:an?|the|our|my|child\w*|famil\w*)"
    r"|found\s+(?:an?|the)\s+(?:\w+\s+)?(?:m[ae]n|strangers?)|regret\w*|paid\s+(?:for|the\s+price)|grie[fv]\w*|haunt\w*|scar(?:s|red)|destroy\w*|ruin\w*|wreck\w*|shatter\w*|heartbr\w*|cost(?!\s+an?\s+(?:[\w’-]+\s+)?(?:m[ae]n|woman|shopper)\b)|nightmares?|suffer\w*|hurt(?:s|ing)?"
    r"|wish(?:es|ed)?|left\s+its\s+mark|happened|through\s+it|took\s+(?:his|her|their|our|my))\b"
)
"""What people say of an app that has harmed a child: "mothers here blame it"."""
_FROM_THERE = compiled(
    r"\b(?:from|at|near|(?-i:Mayor|Mayoress|Bishop|Archdeacon|Dean|Lord\s+Lieutenant|High\s+Sheriff"
    r"|Diocese|University|Deanery|(?:Cllr|Councillor)(?:\s+[A-Z][a-z]+){1,2})\s+of)\s+(?-i:(?:Upper|Lower|Middle|North|South|East|West)\s+)?\Z|,\s+\Z"
)
_SAYS = compiled(
    r"\s+(?:(?:police|officers?|detectives?)\s+)?(?:says?|said|stat(?:es?|ed)|tells?|told|reckons?|confirm(?:s|ed)?|reveal(?:s|ed)?|report(?:s|ed)?|add(?:s|ed)?|explain(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?)\b"
)
_ITS_OWN = re.compile(r"[’']s?\Z")
_NAMED_AFTER_IT = compiled(
    r"\s+(?:High|Town|City|United|Hall|Street|Road|Park|University|Hospital|Gazette|Market"
    r"|students?|campaign\w*|teenagers?|residents?|mums?|dads?|mothers?|fathers?|parents|families|households|readers|schools|councillors?|teachers?)\b"
)
_A_NAME_GOES_ON = re.compile(
    r"(?: (?:Bell|Silver|Brass|Town|Village|Evening|Daily|Weekly|Sunday|Carol|Morris|Male|Ladies"
    r"|Rugby|Cricket|Football|Hockey|Film|Food|Beer|Book|Music))?"
    r" (?:Ringers|Rovers|Wanderers|Rangers|Athletic|Albion|Juniors|Cubs|Scouts|Brownies|Cadets"
    r"|Singers|Players|Choir|Band|Orchestra|Harriers|Bell|Mail|Echo|Herald|Times|Post|Chronicle"
    r"|Advertiser|Courier|Journal|Festival|Carnival|Fair|Fayre|Gala|Fete|Show|Marathon"
    r"|Point|Pier|Harbour|Common)(?= [a-z]|[,.]|’s\b|'s\b)"
)
"""A club or a paper that has the force’s name in its own: "the Kent Bell Ringers"."""
_ASKS = compiled(
    r"\bhow\s+many\b|\bask(?:s|ed|ing)?\b[^.;?]{0,120}\b(?:figures?|numbers?|counts?|rows?|tables?)\b|\bask(?:s|ed)?\s+(?:about|why)\b"
    r"|\bany\s+chance\s+of\b|\bwant(?:s|ed)\b[^.;?]{0,60}\b(?:figures?|numbers?)\b|\b(?:can|could|may|will|would|is|are|do|does|why|what)\b[^.;?]{0,120}"
    r"\b(?:figures?|numbers?|counts?|rows?|stars?|asterisks?|tables?|slice|bar)\b[^.;?]{0,120}\?"
)
_DEMANDS = compiled(
    r"\b(?:demand|request|want|ask|press)\w*\s+(?:for\s+|to\s+(?:see|have)\s+)?(?:the|an?)\b[^.;?]{0,60}\b(?:figure|number|count)s?\b"
)
_TOLD_NO = compiled(
    r"\W*(?:s?he|they|we|I)\s+(?:was|were)\s+(?:again\s+|politely\s+|simply\s+)?(?:told\s+no|turned\s+down|refused)\b(?=\s*[,.;!])"
)
"""Somebody asks for a number, and is given none: no answer to "Was it Kik?"."""
_ASKED_ABOUT = compiled(r"\bask(?:s|ed)\s+about\b")
_DETAIL = (
    r"(?<!\bman,\s)(?<!\bsuspect,\s)\b(?P<detail>(?:sex|gender|age|platform|app)(?:e?s)?"
    r"(?!\s+(?:groups?|bands?|limits?|of\s+\d|\d))|how\s+(?:old|young)"
    r"|M(?:/|\s+or\s+)F|(?:(?:boy|girl)s?|(?:fe)?male)\s+or\s+(?:an?\s+)?(?:(?:boy|girl)s?|(?:fe)?male))\b"
)
_NOTE = (
    r"\b(?:(?:had|has|have|with)\s+an?(?=\s+(?:age|sex|gender|platform|app)\b(?!\s+limit))|recorded|(?:not|n[’']t|did|do|does|to|they|we|officers|police)\s+record"
    r"|records(?=\s+(?:the|an?|its|which|whether|how)\b)|noted?|notes|wr[io]te|written|entered"
    r"|log(?:s|ged)?|fill(?:s|ed)?\s+in|stat(?:e[sd]?)|said|says?|tick(?:s|ed)?|kn[eo]wn?"
    r"|g[ia]ve[ns]?|establish(?:ed)?|identif(?:y|ied)|complet(?:e|ed|es)"
    r"|(?:put|took|taken?|set|got|get)\s+(?:\w+\s+){0,4}?down|miss(?:ed|ing|es)|blank|empty"
    r"|un(?:known|recorded)|omit(?:s|ted)?|lack(?:s|ed|ing)?|forg[eo]t(?:ten)?|fail(?:s|ed)?"
    r"|left\s+(?:out|off|blank|empty|open)|without|(?:nothing|no\s+(?:entry|answer|tick))(?=\s+(?:\w+\s+)?(?:in|under|for|on|by|against|beside|next)\b))\b"
)
_NEAR = r"[^.;:?!\n]{0,50}?"
_DETAIL_NOTED = compiled(rf"{_DETAIL}{_NEAR}{_NOTE}")
_NOTED_DETAIL = compiled(rf"{_NOTE}{_NEAR}{_DETAIL}")
_A_RETURN_GIVES = compiled(
    r"\b(?:return|release|answer|reply|response|table|report|spreadsheet)\s+(?:did|does|do)(?:n[’']t|\s+not)\s+(?:give|show|include|cover)\s+(?:the\s+)?(?:sex|gender|age|platform|app)\Z"
    r"|\b(?:gives?|shows?|has|have|prints?|publishes|publish)\s+no\s+(?:split|breakdown)\s+by\s+(?:sex|gender|age|platform|app)\Z"
    r"|\b(?:split|breakdown|table|chart|figures|numbers)\s+by\s+(?:(?:sex|gender|age|platform|app)\s+(?:and|or)\s+(?:by\s+)?)?(?:sex|gender|age|platform|app)\Z"
)
"""That a whole table is with or without a detail: it says of no record that it lacked it."""
_TO_BE_NOTED = compiled(
    r"\b(?:whether\s+or\s+not|means?|(?:should|must|ought|may|can|could|might)(?!\s+(?:only\s+)?have)"
    r"|please|(?:how|want\w*|need\w*|ask\w*|tell\w*|told|urg\w*|remind\w*|train\w*)"
    r"\s+(?:[\w’']+\s+){0,4}?to|always\s+to)\b"
)
"""That a detail is to be noted, or how: it says of no record that it was."""
_LEFT_OPEN = compiled(r"\b(?:blank|empty|missing)\b")
_HOW_MANY = compiled(r"\bhow\s+many\b")
_OF_RECORDS = compiled(
    r"\b(?:records?|recorded|offences?|cases?|crimes?|incidents?|reports|files?|forms?|entr(?:y|ies)"
    r"|victims?|child(?:ren)?|officers?|police|force|detectives|every|each|always|never|all)\b"
)
_BOUNDS = compiled(
    rf"\b(?:(?:no|not)\s+more\s+than|(?:few|low|less)er?\s+than|less\s+than|under|below|up\s+to|at\s+(?:least|most)|a\s+maximum\s+of)\s+{NUMBER}|<\s?\d"
    rf"|\bbetween\s+{NUMBER}\s+and\s+{NUMBER}\b|\b{NUMBER}\s?(?:to\s|[-–])\s?{NUMBER}\b|\b{NUMBER}\s+or\s+(?:fewer|less)|\bsingle\s+figures\b"
)
_IN_A_RANGE = compiled(
    rf"(?:{_BOUNDS.pattern})(?:(?:\s+of\s+(?:the|these|those|its))?\s+(?:offences|cases|crimes|victims)\s+(?:happened|took\s+place|were)\b)?"
)
_POINTS = compiled(
    r"\W*(?:(?:in|for|at)\s+[^.;,]{0,40}?)?\b(?:it|its|they|their|that|this|these|those(?!\s+for\b)|both|neither|none|each|all|so\s+(?:do|does|is|are)"
    r"|the\s+(?:stars?|two|three|four|asterisks?|same))\b"
)
"""Where a sentence goes on with what the one before spoke of."""
_GOES_ON = compiled(r"\W*(?:it|they|these|those|this|all|some)\s+(?:\w+\s+)?(?:of\s+)?")
_LABEL = re.compile(r"\W*:\s")
_SELDOM = compiled(
    r"\b(?:hardly|barely|scarcely|rarely|seldom|(?:almost|nearly)\s+never|next\s+to|(?:very|too|a)\s+few|not\s+many|(?:no|none)\s+at\s+all)\b"
)
_THEY_WERE = compiled(
    r"\W*(?:all|most|some|several|many|they|half)\s+(?:of\s+(?:them|these|those)\s+)?(?:were|was|had\s+been)\s+(?:all\s+|both\s+|mostly\s+)?"
    rf"(?:girls?|boys?|children|victims|aged|young\w*|old\w*|against|in\s+{MONTH}|on\s+(?-i:[A-Z])|from\s+(?-i:[A-Z]))\b"
)
"""Who they were whose number was kept back, so that there were some: "All were girls"."""
_A_CHILD = compiled(
    r"(?:[:–—]|\b(?:it|that)\s+(?:is|was))\s*(?:just\s+|only\s+)?an?\s+(?:\w+\s+)?(?:boy|girl|child|lad|lass|pupil|toddler)\b"
)
"""Who stands behind a row that is not given: "struck out: a boy and a girl"."""
_REVEALS = compiled(
    r"\b(?<!no\s)(?:true|real|exact|actual)\s+(?:figure|number|count)s?\b(?!\s+(?:is|are|was)\s+(?:not|hidden|withheld)|\s+(?:could|might|may|can|would)\s+(?:identify|point|lead|name|reveal|expose|harm)\b)|\b(?:I[’']ve|have|has)\s+seen\b"
    r"|\bI\s+(?:understand|gather|hear)\s+(?:that|it)|\bconfirmed\b|\bthere\s+(?:were|are|have\s+been)\s+(?:some\s+)?(?:cases|offences|crimes|victims|some)\b(?=\s*(?:[.,;!]|all\s+the\s+same|though))|\bnot\s+(?!mean\b)(?:\w+\s+)?(?:zero|nil|nothing|none|empty)\b|\bnought\b(?!\s+included)"
)
"""What a sentence says that knows the number that the one before kept back."""
_REASON = compiled(
    r"\b(?:whom?|which|that)\s+(?:[\w’-]+\s+){1,3}?(?:worr(?:y|ies)|fears?|asks?|cares?|hears?)\s+(?:about\s+)?(?:the\s+)?most\b(?!\s+of\b)"
    r"|\b(?:so|too)\s+(?:small|low|few|tiny)\s+(?:to\s+(?:be\s+)?(?:print|publish|give|show|releas|share)\w*|for\s+(?:us|them)\s+to\b|that\s+(?:an?|any|some)\s+(?:child|victim|boy|girl)\s+(?:could|might|may|would)\b)"
    r"|\b(?:force|place|area|county|town|village|island|community)\s+(?:this|that|so)\s+small\b|\bno\s+(?:evidence|way\s+of\s+(?:telling|knowing))\b[^.;]*?\b(?:growing|rising|increasing|up|more\s+common|spreading)\s+or\s+(?:shrinking|falling|declining|down|less\s+common|fading)\b"
    r"|\bhow\s+many\b[^.;?]*\s(?:is|are)\s+(?:another|an?|one\s+more)\s+(?:figure|number|count)\s+(?:that|which)\b|\ba\s+second\s+one\s+with\s+it\b"
    r"|\bso\s+that\b[^.;]*|\bnothing\s+can\s+be\s+(?:said|concluded)\b[^.;]*|\bbehind\s+(?:the|those|these)\s+(?:stars?|asterisks?|ones|marks?|blanks?|gaps?)\b"
    r"|(?:\b(?:can)?not|n[’']t)\s+(?:say|tell|know|show)\b[^.;]{0,20}\b(?:whether|if)\b(?:(?!,\s+(?:but|though|although|only|yet)\b)[^.;])*|\b(?:does\s+not|doesn[’']t)\s+mean\b[^.,:;]*|\bin\s+(?:case|order\s+that)\b[^.;]*|\bsmall(?:er)?\s+(?:numbers?|counts?|figures?|ones?|cells)\b|\b(?:because|since|as|when|where|if)\s+(?:the|their|its|those|these|such)\s+(?:numbers|counts|figures|number|count|figure)\s+(?:are|were|is|was)\s+(?:so\s+|too\s+|very\s+)?(?:low|small)(?=\s*(?:[.;!?)”\"]|\Z))|\b(?:because|since|as)\s+(?:they|it|both|these|those)\s+(?:are|is|were|was)\s+(?:too|so|very)\s+small(?=\s*(?:[.;!?)”\"]|\Z))|\b(?:because|since|as)\s+(?:the\s+)?[\w-]+(?:s[’']|[’']s)\s+(?:number|figure|count)\s+(?:is|was)\s+(?:so\s+|too\s+|very\s+)?(?:low|small)(?=\s*(?:[.;!?)”\"]|\Z)|,?\s+it\s+(?:is|was)\s+(?:hidden|withheld|left\s+out)\b)|\blow\s+(?:numbers|counts|figures)\b(?!\s+(?:such|like|including|of|for|on)\b)"
    rf"|\b(?:counts?|numbers?|figures?)\s+(?:of\s+{NUMBER}\s+or\s+(?:lower|less|fewer)|(?:below|(?:less|fewer|lower)\s+than)\s+{NUMBER})|\bat\s+least\b"
    r"|\b(?:no(?:thing)?|any(?:thing)?)\s+(?:more|closer|further)\b(?:\s+than\s+(?:that|\w+))?|\bmore\s+(?:exact|precise|about)\b|\b(?:cannot|can[’']t|not)\s+say\s+(?:any\s+)?more\b(?:\s+than\s+that)?"
    r"|\bhow\s+(?:often|many\s+times)\s+(?:it|they)\s+(?:came|turned|cropped)\s+up\b|\A\W*whether\s+(?!(?:more|less|fewer)\b)[^.;,]*\b(?:more\s+or\s+(?:less|fewer)|(?:less|fewer)\s+or\s+more)\b[^.;,]*?\b(?=(?:we|I|it|they|police|nobody|no\s+one)\s+(?:can(?:not|[’']t)|do(?:es)?(?:\s+not|n[’']t))\s+(?:say|tell|know)\s*[.;!?])|\b(?:does|do|did)\s+the\s+same\s+(?:for|with)\b|\A\W*it(?:[’']s|\s+is)\s+the\s+same\s+(?:story\s+)?(?:for|with)\b(?![^.;]*\bas\b)"
    r"|\b(?:an?|any|such\s+an?)\s+(?:low|small|tiny)\s+(?:number|count|figure|total)(?=[^.;]*\b(?:can|could|might|may|would|all\s+it\s+takes)\b)"
    r"|\ban?\s+(?:larger|bigger)\s+(?:neighbour|cell|row)\b|\b(?:an?|such\s+an?)\s+(?:very\s+)?small\s+(?:village|town|place|island|communit(?:y|ies)|county|force|area)\b"
    r"|\b(?:communit(?:y|ies)|populations?|places?|islands?|villages?|towns?|force|area|county)\s+(?:is|are)\s+(?:(?:so|too|very|rather|that)\s+)?small\b"
    r"|\b(?-i:(?:from|in|at|of|near)\s+(?:Upper|Lower|Middle|High)\s+[A-Z])[a-z]+"
    r"|(?:\bas\s+(?:given|explained|noted|set\s+out)\s+(?:above|below)|\breasons?\s+(?:given|explained|noted|set\s+out)\s+(?:above|below)(?:\s+it)?)(?=[.,;:)]|\s?\Z)"
    r"|\bsame\s+(?:table|page|release|form|reason|line|answer|reply|response|letter|words|email|statement)\b|\bhow\s+many\b[^.;?]*\bthere\s+(?:was|were)\b"
)
"""Words that look like a comparison and are of the rule, or of how a number is given."""
_COMPARES = compiled(
    r"\b(?:more|fewer|less|least|fewest|most|same|equal\w*|identical|alike|match\w*|higher|highest"
    r"|lower|lowest|bigger|biggest|larger|largest|smaller|smallest|tiny|big|large|huge|small|(?-i:low|high|top|bottom)|few|barely|hardly"
    r"|nearly|almost|close|similar|near|behind|ahead|above|below|out(?:r[au]n|d(?:id|o|oes|one))|surpass\w*|eclips\w*|rare\w*|common\w*|busy|grow\w*|rose|fell|over(?:took|taken)"
    r"|(?:comes?|came|is|was|ranks?|ranked|placed|finish\w*)\s+(?:joint\s+|equal\s+)?(?:first|second|third|fourth|fifth|last|top|bottom)(?!\s+(?:time|to)\b)"
    r"|(?:but|though|although|only|yet)\s+(?:that\s+)?(?:it|they)\s+(?:was|were|is|are|did|had)(?!\s+(?:not|hidden|withheld|starred|being)\b)"
    r"|c[ao]me\s+up|turned\s+up|cropped\s+up|happened|there\s+(?:was|were)(?!\s+(?:no|blanks?|stars?|gaps?|dash\w*)\b))\b"
)
_MARKED = compiled(
    r"(?:(?:\A|(?<=[.!?\n]\s)|(?<=\n))(?=stars)|\b(?:the|those|these|both|all|behind|one\s+of\s+the|\w+[’']s)\s+(?:\w+\s+){0,3}?)"
    r"(?:(?:stars|asterisks|dashes|blanks|gaps)\b|(?:starred|blanked(?:[\s-]out)?|hidden|withheld|suppressed)\s+(?:ones|apps|platforms|ages|numbers|figures|cells|rows|names|parts|totals?)\b)"
)
"""What points at hidden parts by their marks: "the three with stars"."""
_A_CASE = r"(?:girls?|boys?|child|offence|case|crime|victim)"
_AMOUNT = compiled(
    r"\b(?:(?:a|some)\s+(?:\w+\s+)?numbers?\s+of|several|numerous|dozens|plenty|lots|rare\w*|(?:double|single)\s+figures|best|worst|smallest|highest|lowest|fewest|least|tiny|handful|few|hardly|barely"
    r"|quiet\w*|busiest|next\s+to\s+(?:nothing|none)|nothing(?=\s+(?:at\s+all|much|in|during|for)\b|\s*[.,;!?]))\b"
    rf"|(?:\b{MONTH}\b[^.\n]{{0,30}}\b{_A_CASE}\b[^.\n]{{0,30}}){{2}}"
    rf"|(?:\b{_A_CASE}\b[^.\n]{{0,30}}\b{MONTH}\b[^.\n]{{0,30}}){{2}}"
)
_AMOUNT_OF_MARKS = compiled(
    rf"\b(?:had|have|has|holds?|held|hides?|total(?:led)?|c[ao]me\s+to|ma[dk]e)\s+(?:just\s+|only\s+)?{NUMBER}\b(?!\s+(?:apps|platforms|ages|sites|cells|figures|numbers|names|parts|things)\b)|"
    r"\b(?:same\s+(?:number|figure|count)|(?:put|add\w*|lump\w*|taken)\s+(?:\w+\s+){0,2}?together|between\s+them|combined|add\w*\s+up"
    r"|nought|zero|nothing|odd(?!\s+(?:that|how|to|enough)\b)|even(?!\s+\w)|victims|add|nil|empty|equal\w*|biggest|bigger|smaller|largest|larger|higher|lower|most|more|fewer)\b"
)
