"""Figures that are words: doubled, a third, and the labels of years."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from offences.tracing.finding.candidates import Candidate, split_modifier
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import value_of
from offences.tracing.finding.ordinals import ORDINALS, number_of
from offences.tracing.finding.recording import changes_in_counting, is_year_of_change
from offences.tracing.finding.vocabulary import (
    FALL_NOUN,
    FELL,
    MANY,
    OFFENCE,
    OFTEN,
    RISE_NOUN,
    ROSE,
    any_of,
    compiled,
)

_NUMBER = (
    "(?:number|figure|total|level|rate|amount|count|tally"
    r"|(?:toll|sum|volume)(?=\s+of\s+(?:[\w-]+\s+){0,3}(?:offences|crimes|cases)\b))"
)
_AS_MANY = any_of(
    MANY,
    OFTEN,
    f"the {_NUMBER}",
    r"(?:the|its|their|our)(?= \d| previous )",
    r"last(?= \w+[’'])",
    r"what\b",
    r"that(?= (?:of|in|for|recorded in|seen in) \d)",
)
_WHOLE = any_of(
    f"the (?:{_NUMBER}|offences|crimes)",
    r"the(?= \d| previous )",
    *(r"what\b", r"that\b", r"those\b", r"its\b", r"last\b", r"in\b", r"since\b", r"over\b"),
    *(r"between\b", r"from\b"),
)
# "Double the number" and "the figure is double." are trends; "double standards" are none.
_THEN_TREND = rf"(?=\s+{_WHOLE}|\s*(?:[.,;:!?”’\"')]|$))"
# "Cases more than triple as police act", "online crimes double": a verb of several
_SEVERAL = (
    r"(?:(?<=\bcases\s)|(?<=\bcrimes\s)|(?<=\boffences\s)|(?<=\bnumbers\s)|(?<=\bfigures\s)|(?<=\breports\s)"
    r"|(?<=\bmore\sthan\s)|(?<=\bnearly\s)|(?<=\balmost\s))"
)
_NO_TREND = any_of(
    r"[-‐‑]",
    r"\s+(?:figures?|standards?|decker|checks?|checked|checking|glazing|room|bed|life|agent|act"
    r"|digits?|their|our|down)\b",
)
_MULTIPLES = [
    (name, compiled("|".join(patterns)))
    for name, patterns in (
        (
            "doubled",
            (
                rf"\bdoubl(?:ed|ing|es)\b(?!{_NO_TREND})",
                rf"\bdouble\b(?!{_NO_TREND}){_THEN_TREND}",
                rf"{_SEVERAL}double\b(?!{_NO_TREND})",
                rf"\btwice\s+{_AS_MANY}|\btwice\b(?=\s+that\s+of\s+(?:the|a|last)\b)",
                r"\btwo-?fold\b",
            ),
        ),
        (
            "tripled",
            (
                r"\b(?:trebl|tripl)(?:ed|ing|es)\b",
                rf"\b(?:treble|triple)\b{_THEN_TREND}|{_SEVERAL}(?:treble|triple)\b(?!-)",
                r"\bthree-?fold\b",
                rf"\bthrice\s+{_AS_MANY}",
            ),
        ),
        (
            "quadrupled",
            (
                r"\bquadrupl(?:ed|ing|es)\b",
                rf"\bquadruple\b{_THEN_TREND}|{_SEVERAL}quadruple\b",
                r"\bfour-?fold\b",
            ),
        ),
        (
            "halved",
            (
                r"\bhalv(?:ed|ing|es)\b",
                rf"\bhalf\s+(?:{MANY}|{OFTEN})(?!\s+(?:\w+\s+){{0,2}}again\b)",
            ),
        ),
    )
]
_FOLD = compiled(
    r"\b(\d+|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|hundred)fold\b"
)
_TIMES = {
    "doubled": Fraction(2),
    "tripled": Fraction(3),
    "quadrupled": Fraction(4),
    "halved": Fraction(1, 2),
}


def multiples(passage: Passage) -> Iterator[Candidate]:
    """Doubled, trebled, quadrupled, halved, twice as many, twofold."""
    for name, pattern in _MULTIPLES:
        for match in pattern.finditer(passage.text):
            yield _multiple(passage, match.start(), match.end(), name, _TIMES[name])
    for match in _FOLD.finditer(passage.text):
        times = Fraction(_number_of(match[1]))
        yield _multiple(passage, match.start(), match.end(), "times", times)


def _number_of(word: str) -> int:
    return int(word) if word.isdigit() else value_of(word) or 100


def _multiple(passage: Passage, start: int, end: int, name: str, times: Fraction) -> Candidate:
    _, modifier = split_modifier(passage.before(start))
    return Candidate("multiple", start, end, times, modifier=modifier, word=name)


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PART = any_of(*_PARTS)
# What follows a fraction, but not "a third report" and "a quarter mile".
_AFTER_PART = (
    r"(?=\s+(?:of|were|was|are|is|had|have|has|involved|named|said|used|took|on|since|in|to|at"
    r"|compared|more|fewer|less|higher|lower|over|between|from|up|down|rise|increase|fall|drop"
    r"|and|or|against|among|last|this|year[\s‐‑-]on[\s‐‑-]year|within|during|when|while|after"
    r"|before|but|because|across|nationally|locally|overall|for|with|under|amid|despite|following"
    r"|inside|throughout|through|without|until|there|here|where|who|whose|again|alone|via|than|then|though|although"
    r"|whereas|not|yet|every|each|all|now|already|annually|yearly|a\s+year|per(?!\s+cent)"
    r"|girls|boys|the\s+(?:year|next|following|previous|same|latest)|by|as|if|so|due|thanks|according|which|that|nationwide|online)\b|\s*[.,;:!?”’\"')(–—]|\s*$"
    r"|[ \t]*\n)"
)
_FRACTION = compiled(
    rf"\b(?:(?P<article>an?|one|(?:an?\s+)?(?:further|full)|the\s+(?:other|remaining)(?!\s+half))[\s‐‑-]+(?P<one>{_PART})"
    rf"|(?P<n>two|three|four|five|seven|nine)[\s‐‑-](?P<many>{_PART}s))\b{_AFTER_PART}"
)
_AGAIN = compiled(rf"\b(?:an?\s+)?(?P<part>{_PART})\s+{MANY}(?:\s+\w+){{0,2}}?\s+again\b")
_NO_HALF_AFTER = any_of(
    *("first", "second", "last", "latter", "other", "and a", "half", "a", "one", "this", "next")
)
# "Every third offence was on Kik"
_EVERY_NTH = compiled(
    rf"\bevery\s+(?P<nth>{'|'.join(ORDINALS)})\s+(?:[\w-]+\s+)?(?:offence|crime|case)\b"
    r"(?=\s*[.,;:)]|\s*$|\s+(?:in|on|at|of|with|via|was|involv\w+|had|has|against|took|happened|named|concern\w+)\b)"
    r"(?!\s+(?:was|had|has)\s+(?:been\s+)?(?:dropped|closed|charged|solved|unsolved)\b)"
)
_HALF = compiled(
    r"\bhalf\b(?![-‐‑]|\s+(?:term|an?|past|way|time|price|hour|year|day|dozen|million|measures?"
    r"|truths?|hearted\w*|as"
    r"|the\s+(?:battle|time|story))\b)"
)
_NO_HALF = compiled(rf"\b{_NO_HALF_AFTER}\s+$")
# "Up a third", but not "made up a third".
_CHANGE_BEFORE = compiled(
    r"\bby\s+$|\b(?<!\bmade )(?<!\bmake )(?<!\bmakes )(?<!\bmaking )"
    rf"(?:{ROSE}|{FELL})\s+(?:of\s+)?$"
)
_CHANGE_AFTER = compiled(rf"\s+(?:more|fewer|less|higher|lower|up|down|{RISE_NOUN}|{FALL_NOUN})\b")
_SHARE_AFTER = compiled(
    rf"\s+of\b(?!\s+(?:its|their|what|that)\b)|\s+(?:the|all)\s+(?:\w+\s+)?{OFFENCE}\b"
)


def fractions(passage: Passage) -> Iterator[Candidate]:
    """A third, half, three quarters: of a whole, or a change by so much."""
    for match in _FRACTION.finditer(passage.text):
        part = (match["one"] or match["many"]).casefold().removesuffix("s")
        top = 1 if match["article"] else value_of(match["n"])
        yield _fraction(passage, match.start(), match.end(), Fraction(top, _PARTS[part]))
    for match in _AGAIN.finditer(passage.text):
        found = _fraction(passage, *match.span(), Fraction(1, _PARTS[match["part"].casefold()]))
        yield replace(found, word="change")
    for match in _EVERY_NTH.finditer(passage.text):
        yield _fraction(passage, *match.span(), Fraction(1, number_of(match["nth"])))
    for match in _HALF.finditer(passage.text):
        if not _NO_HALF.search(passage.before(match.start())):
            yield _fraction(passage, match.start(), match.end(), Fraction(1, 2))


def _fraction(passage: Passage, start: int, end: int, value: Fraction) -> Candidate:
    before, modifier = split_modifier(passage.before(start))
    after = passage.after(end)
    use = ""
    if _CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(after):
        use = "change"
    elif _SHARE_AFTER.match(after):
        use = "share"
    top, bottom = Fraction(value.numerator), Fraction(value.denominator)
    return Candidate("fraction", start, end, top, modifier=modifier, of=bottom, word=use)


_SINCE = compiled(r"\b(since|from)\s+$")
_BEGAN = compiled(
    r"\bsince\s+(?:the\s+|these\s+|our\s+|its\s+)?(?:\w+\s+){0,3}?(?:series|records?|recording"
    r"|figures|counting|counts?|collection|data|numbers)\s+"
    r"(?:[\w’']+\s+){0,3}?(?:began|begins?|started|starts?|comparable|available),?\s+"
    r"(?:in\s+|with\s+)?$"
    r"|\bsince\s+(?:the\s+)?(?:force|police|forces)\s+(?:began|started)\s+(?:count|record"
    r"|mark)ing\b"
    r"[^.;:\d]{0,50}?\bin\s+$"
    r"|\bcomparable\s+(?:figures|data|numbers|records|counts)\s+(?:only\s+)?(?:(?:go|date|reach"
    r"|stretch)\s+back\s+(?:as\s+far\s+as\s+|only\s+)?to|(?:begin|start)\s+(?:in|with))\s+$"
)
_FIGURE = r"(?:figures?|numbers?|data|totals?|returns?)"
_OTHER_LABELS = r"(?:\d{4}/\d\d(?:,|\s+(?:or|and|to))\s+)*$"
_NO_FIGURE = compiled(
    rf"\bno\s+(?P<comparable>comparable\s+)?{_FIGURE}\b[^.;:\d]{{0,50}}?\bfor\s+{_OTHER_LABELS}"
    # "Tarn Police could not supply any data for 2017/18"
    r"|(?:\b(?:did|could|would|can|do|does)\s+not|n[’']t|\bcannot|\b(?:fail|refus|declin)(?:ed|es|ing)?\s+to|\bunable\s+to)\s+"
    r"(?:give|provide|supply|send|release|disclose|hold|have)\s+(?:us\s+|it\s+|the\s+charity\s+)?"
    rf"(?:(?:an?|any|its|their|the)\s+)?(?:comparable\s+)?{_FIGURE}\s+for\s+{_OTHER_LABELS}"
    rf"|\bonly\s+year\s+(?:without\s+(?:an?\s+)?|with\s+no\s+){_FIGURE}[^.;:\d]{{0,40}}?\b(?:is|was)\s+$"
    rf"|\b(?P<of>{_FIGURE}\s+(?:for|of|in)\s+|(?:for|in)\s+){_OTHER_LABELS}"
)
# "For 2017/18 the force gave no figure", "the figure for 2017/18 is missing"
_GAVE_NONE = compiled(
    r",?\s+(?:(?!(?:and|but|while)\b)[\w’'-]+\s+){0,5}?(?:gave|ha[sd]|have|sent|supplied|provided|holds?|held|(?:is|was|are|were))\s+(?:us\s+)?"
    rf"no\s+(?P<comparable>comparable\s+)?{_FIGURE}\b(?!\s+(?:for|of|on|by|in)\b)"
)
_IS_MISSING = compiled(
    r"\s+(?:is|was|were|are|has\s+been|had\s+been)\s+(?:missing|refused|unavailable"
    r"|not\s+(?:given|available|supplied|held|provided|released|sent))\b"
)


def year_labels(passage: Passage) -> Iterator[Candidate]:
    """Find "2018/19", and what the words before it claim of that year.

    After "since" it must be covered; after "no figure for" have none; after "the definition
    changed in" be a break.
    """
    said = changes_in_counting(passage.text) if passage.labels else []
    for label in passage.labels:
        before = passage.before(label.start, 140)
        word = ""
        if said and is_year_of_change(passage, label.start, label.end, said):
            word = "changed"
        elif _BEGAN.search(before):
            word = "began"
        elif match := _SINCE.search(before):
            word = match[1].casefold()
        elif match := _without_figure(passage, label.end, before):
            word = "no comparable" if match["comparable"] else "no figure"
        yield Candidate(
            "year",
            label.start,
            label.end,
            year=label.first,
            word=word,
            modifier="" if label.is_possible else "impossible",
        )


def _without_figure(passage: Passage, end: int, before: str) -> re.Match[str] | None:
    """The words by which there is no figure for a year that ends here, if there are any."""
    found = _NO_FIGURE.search(before)
    if found is None or not found["of"]:
        return found
    after = passage.after(end)
    is_missing = len(found["of"].split()) > 1 and _IS_MISSING.match(after)
    return _GAVE_NONE.match(after) or (found if is_missing else None)


_EVERY_HOUR = compiled(
    r"\b(?:one|an?\s+(?:[\w-]+\s+){1,5}|once)\s*every\s+(hour|minute|half\s+(?:an\s+)?hour)\b"
)


def every_hour(passage: Passage) -> Iterator[Candidate]:
    """An interval without a number of minutes: "one every hour"."""
    for match in _EVERY_HOUR.finditer(passage.text):
        minutes = {"hour": 60, "minute": 1}.get(match[1].casefold(), 30)
        yield Candidate("interval", match.start(1), match.end(1), Fraction(minutes))
