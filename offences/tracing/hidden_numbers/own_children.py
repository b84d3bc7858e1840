"""Children whom somebody has or teaches, their number and ages: no victims of the figures.

"I have two boys myself, ten and twelve", "I teach a class of 28, and half of them have a phone".
Not where it goes on to say that they were harmed, or are among those of the figures.
"""

import re
from functools import lru_cache

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.harm import may_be_of_harm, were_harmed
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import Span, hides_before


def is_of_children_had(passage: Passage, span: Span) -> bool:
    """Whether a number or an age is of children whom somebody has or teaches, or of all of them."""
    bounds = passage.sentence_bounds(span[0])
    first, _ = passage.with_sentence_before(span[0])
    near = dict.fromkeys((bounds, passage.sentence_bounds(first)))
    phrases = [each for of in near for each in _phrases(passage, of)]
    if any(start <= span[0] and span[1] <= end for start, end in phrases):
        return True
    told = {m.span() for of in near for m in _TOLD_A_CLASS.finditer(passage.text, *of)}
    behind = max((e for s, e in phrases if e <= span[0] and (s, e) not in told), default=0)
    classes = _A_CLASS_IS.finditer(passage.text, first, bounds[1])
    if any(span[0] in range(*m.span("all")) and not _is_harm(passage, m.end()) for m in classes):
        return True
    done = _of_a_class(passage, bounds)
    done += [m for m in _OF_THEM.finditer(passage.text, behind, bounds[1]) if behind]
    return any(
        m.start("who") <= span[0] < m.end("who") and not _is_harm(passage, m.end()) for m in done
    )


@lru_cache(maxsize=16)
def _phrases(passage: Passage, bounds: Span) -> list[Span]:
    """The phrases that say whom somebody has or teaches; found once for a sentence."""
    found = [m for p in _THEIR_OWN for m in p.finditer(passage.text, *bounds)]
    taught = (m for p in (*_PUPILS, _TOLD_A_CLASS) for m in p.finditer(passage.text, *bounds))
    found += [m for m in taught if numbers_in(m["many"])[0].value >= _A_CLASS]
    return [m.span() for m in found if not are_in_the_figures(passage, m.end())]


def _of_a_class(passage: Passage, bounds: Span) -> list[re.Match[str]]:
    return [*_OF_A_CLASS.finditer(passage.text, *bounds)]


def _is_harm(passage: Passage, at: int) -> bool:
    """Whether what they do, or the sentence behind it, may be of harm or of the figures."""
    _, last = passage.sentence_bounds(at - 1)
    rest = passage.text[at:last]
    return may_be_of_harm(rest) or _DATA.search(rest) is not None or are_in_the_figures(passage, at)


def are_in_the_figures(passage: Passage, at: int) -> bool:
    """Whether words behind children say that they were harmed or are in the figures."""
    text, (_, last) = passage.text, passage.sentence_bounds(at - 1)
    after = last, passage.with_sentence_after(at - 1)[1]
    if speaks := _SPEAKS.match(text, last):  # "She told members that …": who has them, not they
        text = f"{text[:last]}{' ' * len(speaks[0])}{text[speaks.end() :]}"
    if (
        were_harmed(passage, at)
        or (_OF_A_STAR.search(text, at, after[1]) and not _ASKS_WHY.search(text, at, last))
        or _IS_SAD.search(text, at, after[1])
        or _AS_MANY_AS_IT.search(text, at, after[1])
        or any(_AMONG.search(text, *each) for each in ((at, last), after))
    ):
        return True
    may_be_hidden = hides_before(passage, at - 1)
    return any(
        _POINTS.search(text, *each) and (may_be_hidden or _DATA.search(text, *each))
        for each in ((at, last), after)
    )


_AND = r"(?:,\s*|,?\s+(?:and|or)\s+)"
_AGES = rf"{NUMBER}(?:{_AND}{NUMBER}){{0,4}}"
_TWO_AGES = rf"{NUMBER}(?:{_AND}{NUMBER}){{1,4}}"
_OLD = r"[\w-]+[-\s]years?[-\s]olds?"
_KIN = rf"(?:boys|girls|children|kids|lads|lasses|pupils|youngsters|teenagers|{_OLD})"
_OF_KIN = (
    r"(?:sons?|daughters?|twins|grand(?:child(?:ren)?|sons?|daughters?)|nephews?|nieces?|(?:younger|older|little|big|elder|half-|step-?)\s?(?:brothers?|sisters?)|godchild(?:ren)?|step(?:sons?|daughters?|children)"
    r"|(?:boys?|girls?|child(?:ren)?|kids?|teen(?:ager)?s?)\s+(?:of\s+(?:his|her|their|my|our)\s+own|(?:my|him|her|them|our)sel(?:f|ves)|at\s+home))"
)
"""Kin that nobody but a family has, where boys may be those of a caseload."""
_AGED = rf"(?:,?\s+(?:of|aged|who\s+are|who\s+is)\s+{_AGES}|,\s+{_AGES})"
_YOUNG = r"(?:(?:young|small|little|teenage|other)\s+)?"
_ONE = rf"(?:one|an?\s+(?:boy|girl|son|daughter))\s+(?:of|aged|is)\s+{NUMBER}"
_A_CHILD = rf"(?:an?\s+(?:{_OLD}|(?:boy|girl|son|daughter)\s+(?:of|aged)\s+{NUMBER})|{_ONE})"
_SOME_KIN = rf"(?:(?:{NUMBER}|an?)\s+{_YOUNG}{_OF_KIN}|twins){_AGED}?"
_SOME = (
    rf"{NUMBER}\s+{_YOUNG}(?:boys|girls|children|kids)"
    rf"(?:{_AND}(?:(?:who\s+are|aged)\s+)?{_TWO_AGES}|\s+aged\s+{_TWO_AGES}|(?:{_AND}{_ONE}){{2,4}})?"
)
"""Some boys, with two ages or none: "two boys of ten" may be those of a caseload."""
_ALL = rf"(?:{_SOME_KIN}|{_A_CHILD}|{_SOME})"
_SOME_PUPILS = rf"{NUMBER}\s+(?:\w+\s+)?{_KIN}"


_ENDS = (
    r"(?=\s*(?:[.,;:!?)\n\"”]|\Z)|\s+(?:I|myself|himself|herself|ourselves)\b|\s+(?:and|but)\s+(?:I|we|my|our|had|have|has|live|says?|said|knows?|worries|every|each|all|both|none|neither|half|more|most)\b"
    r"|\s+(?:at|in)\s+(?:an?\s+|the\s+)?(?:(?-i:[A-Z])[\w’'-]+\s+){0,3}(?:schools?|home|primary|secondary|nursery|college|academy)\b"
    r"|\s+(?:in|at)\s+(?-i:[A-Z])\w+,?(?:\s+and\b|\s*[,.;])|\s+on\s+(?-i:[A-Z])\w+\s+and\b"
    r"|\s+(?:how\s+to|to\s+(?:read|swim|play|code|sing|dance)|english|maths|music|judo|football|swimming)\b)"
)
_A_CLASS = 10
"""A class has so many: fewer pupils may be those of a case."""
_CLASS = r"(?:class|form|year\s+group|team|choir|assembly|hall)"
_AS_MANY = "|".join(
    rf"{word}(?=\s+(?:are|were)\s+{NUMBER}(?:{_AND}{NUMBER}){{{more}}}\b)"
    for more, word in enumerate(("two", "three", "four"), start=1)
)
"""One's own with an age for each: "my two are ten and eleven", not "my four are nine"."""
_GROWN = r"(?:1[89]|[2-9]\d)"
_A_GROWN_UP = (
    rf"(?:(?-i:(?:[A-Z][\w’'-]+\s+){{1,4}}[A-Z][\w’'-]+),\s+{_GROWN},|(?-i:(?:[A-Z][\w’'-]+\s+){{1,4}}[A-Z][\w’'-]+|\b[Ss]?[Hh]e)(?:\s+is|[’']s)\s+(?:1[6-9]|[2-9]\d),?\s+and"
    rf"|\b(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?!child|girl|boy)[a-z]+\s+(?:of|aged)\s+{_GROWN}"
    r"|(?-i:\b(?:Inspector|Insp|Superintendent|Supt|Sergeant|Sgt|Constable|PC|DC|DS|DI|DCI|Councillor|Cllr|Mrs?|Ms|Miss|Dr|Rev|Judge|Professor|Prof)\.?(?:\s+[A-Z][\w’'-]+){1,2})(?:,\s+(?:who|whose|the|an?|chair|head)\s[^.;,]{1,60},)?)"
)
"""Somebody with an age above 18 or a rank: "Jo Hart, 34,", "a nurse of 40"."""
_HIS_OWN = (
    rf"(?:{_SOME_KIN}|{NUMBER}\s+{_YOUNG}(?:children|kids))"
    rf"(?::\s+(?:{NUMBER}|an?)\s+(?:boys?|girls?|sons?|daughters?)\s+and\s+(?:{NUMBER}|an?)\s+(?:boys?|girls?|sons?|daughters?))?"
)
_THEIR_OWN = (
    # a parent, in the first person or by the word
    compiled(
        rf"\b(?:I(?:[’']ve(?:\s+got)?|\s+have(?:\s+got)?)|(?:(?:grand)?(?:mother|father|parent)|mum|dad|gran|nan)\s+(?:of|to))"
        rf"\s+{_ALL}(?:{_AND}{_ALL}){{0,4}}{_ENDS}"
    ),
    # anybody, of kin that nobody but a family has
    compiled(
        rf"\b(?:who|s?he|they|we|(?-i:(?:Mrs?|Ms|Miss|Dr|Cllr|Sir|Lady|Rev)\.?\s+[A-Z][\w’'-]+)(?:,\s+\d\d,)?)(?:\s+(?:has|have|had)|[’']s\s+got)\s+{_SOME_KIN}(?:{_AND}{_SOME_KIN}){{0,4}}{_ENDS}"
    ),
    # a grown-up whose age, rank or name is given, of children
    compiled(
        rf"(?:{_A_GROWN_UP}|\bs?he)\s+(?:has|have)\s+{_HIS_OWN}(?=\s*(?:[.:;!?)\n\"”]|,\s|\Z)|\s+(?:and|but|who)\b|\s+(?:him|her)self\b|\s+of\s+(?:his|her)\s+own\b)"
    ),
    compiled(rf"{_A_GROWN_UP},?\s+with\s+{_SOME_KIN}(?:{_AND}{_SOME_KIN}){{0,4}}{_ENDS}"),
    compiled(
        rf"\bmy\s+(?:{_AS_MANY}|(?:two\s+|three\s+|own\s+)?(?:boys|girls|sons|daughters|children|kids|twins|grand\w+))(?:,?\s+who)?\s+(?:are|were)\s+{_AGES}{_ENDS}"
    ),
)
_A_GROUP = (
    r"(?:schools?|primary|secondary|grammar|juniors|infants|academy|college|nursery|troop|pack|clubs?|choir|class|team|squad|side|cadets|scouts|cubs|brownies|guides|band|orchestra|sixth[\s-]form"
    r"|colony|playgroup|crèche|swimmers|youth\s+(?:group|wing)|Sunday\s+school)"
)
_MEMBERS = rf"(?:{_KIN}|students|members|players|singers|cadets|scouts|cubs|brownies|sixth-formers)"
_PUPILS = (
    compiled(
        rf"\b(?:I|we)\s+(?:\w+\s+)?(?:teach|taught|coach(?:ed)?)\s+(?:an?\s+(?:\w+\s+)?{_CLASS}\s+of\s+)?(?P<many>{NUMBER})\s+(?:\w+\s+)?{_KIN}"
        rf"(?:\s+in\s+(?-i:[A-Z])\w+)?(?:{_AND}{_SOME_PUPILS}){{0,2}}{_ENDS}"
    ),
    compiled(
        rf"\b(?:teach(?:es)?|taught|(?:spoke|spoken|talked)\s+to|visited|addressed)\s+an?\s+(?:\w+\s+)?{_CLASS}\s+of\s+(?P<many>{NUMBER})(?:\s+(?:\w+\s+)?{_KIN})?{_ENDS}"
    ),
    compiled(
        rf"(?:\b{_A_GROUP}\b|(?-i:\b(?:Mrs?|Ms|Miss|Dr)\.?\s+[A-Z][\w’'-]+)|\b(?:teachers?|tutors?|coach(?:es)?|heads?|leaders?)\b)(?-i:(?:,|\s+[A-Z][\w’'-]+){{0,2}})[^.;:!?]{{0,40}}?\s(?:has|have|had|takes|teaches|coaches|looks\s+after)\s+"
        rf"(?P<many>{NUMBER})\s+(?:\w+\s+)?{_MEMBERS}(?:\s+on\s+(?:its|the)\s+roll)?(?:(?:{_AND}|\s+and,\s+)(?:(?:since\s+\w+|in\s+the\s+(?:sixth\s+form|juniors|infants)),\s+)?{NUMBER}\s+(?:\w+\s+)?{_MEMBERS})?(?:,?\s+(?:aged|of)\s+{_AGES})?(?=\s*(?:[.,;:!?)\n\"”]|\Z)|\s+(?:and|but|on\s+(?:its|the|her|his)\s+roll)\b|\s+in\s+(?:(?:an?|all|total|its|each|every|two|three)\b|the\s+(?:sixth\s+form|school|choir|pack|team|band|hall)\b))"
    ),
    compiled(
        rf"\b(?:sessions|clubs?|class(?:es)?|workshops?|courses?)\b[^.;]{{0,40}}?\s(?:has|have|had)\s+(?:(?:had|seen)\s+)?(?P<many>{NUMBER})\s+{_KIN}"
        r"\s+through\s+the\s+doors?"
    ),
)
"""What a teacher says, and one who speaks to a class."""
_TOLD_A_CLASS = compiled(
    rf"\b(?:told|addressed|visited|taught|spoke\s+to|talked\s+to)\s+(?P<many>{NUMBER})\s+(?:\w+\s+)?{_KIN}\s+(?:at|in|from)\s+(?-i:[A-Z][\w’'-]+\s+){{0,3}}(?:schools?|primary|secondary|juniors|infants|academy|college|grammar|high)\b"
)
_A_CLASS_IS = compiled(
    rf"(?:\A|[.!?]\s+)[\W]*(?:my|our|his|her)\s+{_CLASS}\s+(?:is|are)\b(?![^.!?]*\b(?:from|for|those|hurt|victims?|cases?|online|police)\b)[^.!?]{{1,60}}[.!]\s+(?P<all>there\s+are\s+(?P<many>{NUMBER})\s+of\s+(?:them|us))(?=\s*[.,;!]|\s+in\s+all\b)"
)
_DO = (
    r"(?:(?:has|have|had)(?!\s+(?:been|come|seen|told|said|one|some|any|\w+ed)\b)|gets?|got|owns?|uses?|plays?|wants?|likes?|knows?"
    r"|(?:is|are)\s+(?:not\s+|never\s+)?allowed)\b"
)
_OF_THEM = compiled(
    rf"\b(?P<who>(?:each|every|none|neither|both|all|half|most|some|{NUMBER})(?:\s+(?:single\s+)?one)?)(?:\s+of\s+(?:them|these|whom))?"
    rf"(?:,[^.;,]{{1,30}},)?\s+(?:{_DO}|(?:made|painted|drew|sang|designed|own(?:ed)?|walk|play|speak|board|wear|won)\b|(?:is|are|were)\s+{NUMBER}\b(?=\s*[.,;!]))"
)
"""What all or some of those just named have or do: "every one of them had a tablet"."""
_OF_A_CLASS = compiled(
    rf"\b(?P<who>half|most|all|none|{NUMBER})\s+(?:of\s+)?(?:the\s+{_KIN}\s+in\s+)?(?:my|our|his|her|their)\s+(?:class|form|year(?:\s+group)?)\s+{_DO}"
)
_DATA = compiled(
    rf"{OF_OFFENCES.pattern}"
    r"|\b(?:figures?|numbers?|lists?|tables?|records?|totals?|police|officers?|detectives?|courts?)\b"
)
_SPEAKS = compiled(
    r"\W*s?he\s+(?:told|said|says|tells|added)\s+(?:members|councillors|the\s+(?:panel|meeting|committee|council|paper)|us\b)?"
)
_POINTS = compiled(
    r"\b(?:both|all|each|every|either|neither|none|they|them|these|those|whom|mine|s?he|him"
    r"|(?:the|my)\s+(?:two|pair|elder|older|eldest|oldest|younger|youngest|boys?|girls?|first|second|other|little))\b"
)
_IS_SAD = compiled(
    r"\b(?:told|wept|weeps|cried|tears|courts?|trials?|inquest|statement|case)\b|\bit\s+(?:was|happened|began|started)\b|\bgot\s+(?:both|them)\b"
)
_AS_MANY_AS_IT = compiled(
    r"\bso\s+(?:does|do|did|has|have|is|was|had)\s+(?!(?:I|we|he|she|they|you|my|his|her)\b)|\bas\s+many\b|\bthe\s+same\s+(?:number|figure|count)\b"
    r"|\b(?:that|which|this)(?:[’']s|\s+(?:is|was))\s+(?:also\s+|just\s+|exactly\s+)?(?:the|its|their|your|our)\s+(?:number|figure|count|total|answer)\b"
)
"""That somebody has as many as the figures: "She has three sons. So does Kik"."""
_AMONG = compiled(rf"\bamong\b|\b(?:of|in|from)\s+(?:the|those|these|that|our|all)\s+{NUMBER}\b")
_ASKS_WHY = compiled(r"\bask(?:s|ed|ing)?\s+(?:\w+\s+){0,2}?why\b")
_OF_A_STAR = compiled(
    r"\b(?:stars?|starred|asterisks?|hid\w*|withh[eo]ld\w*|splits?|no\s+different)\b"
    r"|\b(?:no|nobody|no\s+one|none|any)\s+(?:more|others?|else)\b"
)
"""What is hidden, or that there are no more: "Kent has a star for each", "It has no others"."""
