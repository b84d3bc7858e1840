"""That there were some of a hidden part, where there may be none: "boys were not spared".

What hides a number in one clause says nothing of the next: "no figure for Kik, but it was used".
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Forces
from offences.tracing.hidden_numbers.inherited import plain_answers
from offences.tracing.hidden_numbers.nouns import DECLINING, OF_OFFENCES


def existences(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Each clause by which there were some, and each yes or no to whether there were.

    Of what the clause names, or else of what was named last where it points back.
    """
    passage, categories = gated.passage, gated.binder.scene.categories
    asked = ((start, end, bounds) for start, end, bounds in plain_answers(passage))
    for start, end, (first, last) in (*asked, *_clauses_of_some(passage)):
        if gated.is_of_the_total(start) or gated.is_of_another_named_before(start, forces):
            continue
        said = {m.slot for m in within(categories, (first, last))}
        if _POINTS.search(passage.text, first, last):
            sentence, _ = passage.sentence_bounds(first)
            before = {m.slot for m in within(categories, (sentence, first))[-1:]}
            said |= before or (gated.named_before(sentence) if sentence else set())
        _, after = passage.sentence_bounds(start)
        if _IN_IT.search(passage.text, start, end):
            if _ARE.match(passage.text, start):  # "Facebook and Zoom are in it": the list, say
                named = within(categories, (first, start))
                said -= {m.slot for m in named if m.slot.kind == "part" and m.end + 1 == start}
            if _THEY_ARE.match(passage.text, after):
                said |= {m.slot for m in within(categories, passage.sentence_bounds(after))}
        bodies = within(gated.binder.scene.bodies, (first, last))
        is_of_each = _IN_EVERY_FORCE.search(passage.text, first, last) is not None
        is_of_each |= _SOME_AT_HOME.search(passage.text, first, last) is not None
        for is_named, hiding, is_own in forces:
            is_of_us = not bodies or any(is_named(m.slot.name) for m in bodies) or is_of_each
            for of in hiding.touched(said - NOT_KNOWN) if is_own and is_of_us else ():
                is_news = hiding.may_be_none(of, said)
                if is_news and (len(of) == 1 or not gated.counts_in(start)):
                    yield start, end, names_of(of)
                    break


def _clauses_of_some(passage: Passage) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Each word for what occurred, with the clause that it stands in, which declines nothing."""
    text = _ASIDE.sub(lambda aside: "," * len(aside[0]), passage.text)
    for match in _OCCURRED.finditer(text):
        start, end = passage.sentence_bounds(match.start())
        cuts = [m.span() for m in _CUT.finditer(text, start, end)]
        first = max((b for _, b in cuts if b <= match.start()), default=start)
        last = min((a for a, _ in cuts if a >= match.end()), default=end)
        clause = text[first:last]
        of_offences = match["used"] is None or any(
            words.search(text, start, end) for words in (OF_OFFENCES, _OF_DATA, _IN_EVERY_FORCE)
        )
        if any(
            match.start() in range(*law.span()) for law in SAYS_A_LAW.finditer(text, first, last)
        ):
            continue  # "voyeurism has been an offence since 2003"
        if _IN_IT.search(match[0]) and _BLANKS_BEFORE.search(text, start, match.start()):
            continue  # "some figures are missing, and Kik's is among them"
        if (match["some"] or (of_offences and _PAST.search(clause))) and not (
            _OPEN.search(clause) or DECLINING.search(clause)
        ):
            yield *match.span(), (first, last)


def marks(passage: Passage) -> Iterator[tuple[int, int]]:
    """The number that a note gives a marker of hidden cells: "[c] = 3"; not "[c]: 1 to 4"."""
    yield from (match.span(match.lastgroup or 0) for match in _MARK.finditer(passage.text))


_ASIDE = compiled(
    r",\s+(?:which|whose|where)\b[^,.;]*,|\b(?:though|although|while)\s+(?:hidden|withheld|not\s+\w+),"
)
"""“Kik, which is not given, came up”: it came up all the same."""
_CUT = compiled(
    r"[,.?!][\"”’]\s|;|\b(?:although|though|but|while|whereas|yet)\b|,\s+(?:and|so)\b|,\s+neither\s+of\s+which\b"
)
_POINTS = compiled(
    r"\b(?:on|from|via|through|over|of|against)\s+(?:it|them|that|these|those)\b|\bthere\b(?!\s+(?:was|were|is|are|had|has)\b)"
    r"|\bthere\s+(?:was|were)\s+some\b|\b(?:it|they|both|each)\s+(?:was|were|has|had|have|came|featured|appeared)\b"
)
_IN_IT = compiled(r"\b(?:in|among)\s")
_BLANKS_BEFORE = compiled(
    r"\b(?:figures?|numbers?|counts?|rows?|cells?|lines?|entr(?:y|ies)|bars?)\b[^.;:,\d]{0,40}?\s(?:is|are|were|was|stay|remain)\s+(?:missing|withheld|hidden|blank|left\s+(?:out|blank)|held\s+back|suppressed)\b(?![^.;]*\b(?:offences?|crimes?|cases?|victims?|child(?:ren)?)\b)"
)
SAYS_A_LAW = compiled(
    r"\b(?:has\s+been|became|was\s+made)\s+an?\s+(?:\w+\s+)?(?:offence|crime)(?:\s+in\s+(?:its|their)\s+own\s+right)?\s+(?:since|in|under|by)\s+(?:(?:January|April|May|the)\s+)?(?:(?:19|20)\d\d\b(?![/–-])|(?:\w+\s+){0,3}Act\b)"
)
"""That something is an offence by law: "voyeurism has been a crime since 2003"."""
_ARE = compiled(r"are\s+in\s+it\b")
_THEY_ARE = compiled(r"\W*(?:he|she|they|both|all|each)(?:[’'](?:s|re)|\s+(?:is|are|was|were))\b")
"""Who those were of whom it is said that they are in it: "My son was in it. He was nine"."""
_OF_CASES = (
    r"(?:offences?|crimes?|cases?|incidents?|victims?|targeted|abused|raped|assaulted|groom(?:ed|s)?|exploited|preyed|contacted|harmed"
    r"|blackmailed|lured|coerced|sextorted|offenders|abusers|groomers)"
)
_HERE = (
    r"(?:(?:here|locally|in\s+(?:[A-Z]\w+|our|this|the)(?:\s+(?:force|area|county|town))?)\s+)?"
    r"(?:too|as\s+well)\b"
)
_OCCURRED = compiled(
    r"\b(?P<some>(?:had|has|have|saw|got)\s+(?:also\s+)?some\b|there\s+(?:was|were)\s+some(?=\s*(?:[.,;!?”\"]|$))|(?:is|are|was|were)\s+(?:\w+\s+)?(?:in\s+(?:it|there|them|that\s+(?:list|column|number|figure))|among\s+(?:them|these|those))(?=\s*(?:[.,;!?”\"]|$)|\s+(?:too|and|as|when|last|this)\b)|(?:somebody|someone)\s+(?:did|was|has|had|got|met)\b"
    rf"|(?:was|were|been)\s+used\s+in\s+(?:only\s+|just\s+)?{NUMBER}\s+(?:months?|weeks?|days?)\b"
    rf"|(?:(?:was|were|is|are)\s+(?:used|named|found|seen|involved)|featured|appeared|came\s+up|turned\s+up|cropped\s+up|happened)\s+{_HERE})"
    r"|\b(?P<used>(?:is|was|were|does|did)\s+(?:also\s+)?(?:used|found|involved|named|appear|feature|come\s+up)|featured|appeared|(?:came|turned|cropped)\s+up)\b"
    rf"|\b{_OF_CASES}\b"
)
_IN_EVERY_FORCE = compiled(
    r"\b(?:in|by)\s+(?:every|each)\b[^.;,]{0,30}?\b(?:forces?|areas?|constabular\w+)\b"
    r"|\b(?:named|used|found|seen|recorded|reported)\b[^.;,]{0,25}?\bby\s+(?:all|both)\b"
)
_SOME_AT_HOME = compiled(
    rf"\b(?:(?:all|both|most|many|some|several|half|hardly\s+any|an?\s+(?:few|couple|handful|pair)|(?:the\s+)?(?:bulk|majority|rest))(?:\s+of\s+(?:them|these|those))?"
    rf"|{NUMBER}\s+of\s+(?:them|these|those)"
    r"|mostly|mainly|largely|partly)\s+(?:(?:were|was|are|being|very|from|in)\s+)*"
    r"(?:local|close(?:r)?\s+to\s+home|near(?:by|\s+home)|on\s+our\s+doorstep|(?:the\s+)?local\s+area)\b"
)
"""“Most of them local” of a number of a nation: there were some of the text's own."""
_OF_DATA = compiled(
    r"\b(?:records|figures|data|statistics|returns?|lists?|books|of\s+(?:them|those|these))\b"
)
_PAST = compiled(
    r"\b(?:was|were|had|has|have|did|does|saw|got|took|came|holds?|there\s+(?:is|are)|(?!(?:need|indeed|exceed)\b)[a-z]+ed)\b"
)
_OPEN = compiled(
    r"\b(?:how\s+many|whether|if|can|cannot|could|may|might|would|should|must|section|Acts?|prison|(?:thought|believed|known)\s+to\s+be\s+(?:\w+\s+)?under-?(?:counted|reported|recorded)|ask\w*|no(?:ne)?"
    r"|(?:numbers?|figures?|counts?)\s+(?:of|for|against|by|on)|stars?|asterisks?|dash(?:es)?|ranges?|gaps?)\b|\[\w\]|<|\?"
)
_A_MARK = (
    r"(?:\[\w{1,3}\]|(?<!\w)[*†‡§~]+"
    r"|\b(?:stars?|asterisks?|daggers?|markers?|dash(?:es)?|blanks?|cells?)\b)"
)
_MARK = compiled(
    rf"(?:{_A_MARK}[\"”’]?\s*(?:=|:|\b(?:is|are|was|were|equals?|adds?\s+up\s+to)\b)|{_A_MARK}[^.;\d]{{0,90}}?\b(?:means?|stands?\s+(?:here\s+)?for|hides?|covers?|conceals?)\b)"
    rf"\s*(?:(?:just|only|exactly|an?)\s+)?(?P<n>zero|nought|{NUMBER})\b(?![,.]?\d|\s*(?:to\b|or\b|and\s+\d|[-–]|%"
    r"|(?:[\w-]+\s+)?(?:bands?|platforms?|sexes|apps?|ages|cells?|rows?|figures?|numbers?|different|things?|groups?)\b))"
    r"|\b(?:is|are|was|were|hides?|cover)\s+(?:(?:all|both|mostly|just|only)\s+)?(?P<values>ones|twos|threes|fours|zeros|noughts)\b"
)
"""What cells hold: "[c] = 3", "two of the stars are twos", "it hides a zero"."""
