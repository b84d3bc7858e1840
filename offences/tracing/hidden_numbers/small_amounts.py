"""Amounts so small that a hidden number may be one: "a couple", "just the one", "twins"."""

from collections.abc import Iterator
from fractions import Fraction

from offences.tracing.binding.scene import VALUES
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.gated import GatedText

FEW = 9
"""The most that a hidden number is likely to be."""


def small_amounts(gated: GatedText) -> Iterator[Candidate]:
    """Each small number or word for one, whatever it counts."""
    text = gated.passage.text
    yield from (each for each in gated.candidates if _is_amount(text, each))
    for match in _SOME.finditer(text):
        number = numbers_in(match["own"] or "")
        value = number[0].value if number else Fraction(0)
        yield Candidate("count", *match.span(match.lastgroup or 0), value, word="some")


def _is_amount(text: str, figure: Candidate) -> bool:
    """Whether it may be a hidden number, or lead to one from a number that is released."""
    if figure.word == "phrase with one":
        return False
    if figure.kind == "difference" or _OF_THAT.match(text, figure.end):
        return True
    if figure.word == "quantity":
        return not _OF_MANY.fullmatch(text, figure.start, figure.end)
    if _ONE.fullmatch(text, figure.start, figure.end) and not _IS_A_COUNT.search(
        text, figure.start - _NEAR, figure.start
    ):
        return False  # "she won't be getting one"
    is_few = figure.value <= FEW and figure.value == int(figure.value)
    return is_few and figure.kind in (*VALUES, "exempt", "multiple")


_NEAR = 30
_OF_THAT = compiled(
    r"\s+(?:of\s+)?(?:that|it|this)(?:\s+(?:number|figure))?(?=\s*[.,;:!?)\"”’]|\s*\Z)|\s+(?:of\s+)?the\s+(?:number|figure)\b"
)
"""A share of a number just said: "The officer said half that"."""
_OF_MANY = compiled(
    r"all|most|every|each|majority|outnumber\w*|as\s+many|more\s+than\s+(?:any|all|half)"
)
"""Words that compare a number, or are of all: "outnumbered", "most of them"."""
_ONE = compiled(r"one")
_IS_A_COUNT = compiled(
    r"(?:(?:\A|[.!?:;,–—(=\"“‘])\s*|(?:\b(?:had|has|was|were|is|been|only|just|but|said|says|seen|saw|recorded|logged|counted|came|from|to|at|on|as|with|about|\w+ly|maybe|perhaps|and|or)|[’'](?:s|ve|d))\s+)\Z"
)
"""What comes before a "one" that counts, not "getting one"."""
_LED = (
    r"(?:(?:\A|[.!?:“\"\n…—–-]\s*|\b(?:well|oh|yes|no|just|only|but|maybe|perhaps|exactly|than|been"
    r"|were|was|are|is|got|had|has|s?he\s+said|says)[,:]?\s+)[“\"‘']?)"
)
_ENDS = r"(?=\s*[.,;:!?—–)”\"]|\s+(?:only|or\s+two|and|so|then|says?|said|of|from|but)\b|\s*\Z)"
_SOME = compiled(
    r"\b(?:had|has|have|saw|seen|got|there\s+(?:was|were))\s+(?P<some>both|some|several|any|all\s+(?:of\s+them|three|four))(?=\s*[.,;!?])"
    rf"|\b(?:c[ao]mes?|turns?|turned|crops?|cropped|sees?|saw|seen|gets?|got|had|has|have|happens?|happened|say)\b[^.;,\d]{{0,30}}?\s(?P<often>every\s+(?:{NUMBER}\s+|few\s+|other\s+)?(?:weeks?|fortnight|months?|quarter))\b"
    rf"|{_LED}(?P<one>the\s+one(?:\s+and\s+only)?|twins|triplets|sisters|brothers|siblings|(?:hardly|barely|scarcely|not)\s+(?:any|many|a\s+one)|precious\s+few|(?:an?|the\s+odd)\s+(?:few|one(?:-off)?|singleton|smattering|sprinkling|scattering)){_ENDS}"
    rf"|\b(?:mine|ours|yours|hers|theirs|his)(?:[’']s|\s+(?:is|was|were|are|had|has|got|came\s+to|gets))\s+(?:(?:just|only|but|about)\s+)?(?P<own>{NUMBER})(?=\s*[.,;:!?)”\"]|\s*\Z)"
    r"|\b(?:was|were|is|are)\s+(?:just\s+|only\s+)?(?P<who>an?\s+(?:\w+\s+)?(?:brother|sister|lad|lass|girl|boy)\s+and\s+(?:an?|his|her)\s+(?:\w+\s+)?(?:brother|sister|lad|lass|girl|boy|twin))\b"
    r"|\b(?P<room>(?:(?:would|could|can|might)\s+(?:all\s+|both\s+|just\s+)*(?:fit|sit|squeeze|share|ride|go|travel)|(?:fit|get|seat|squeeze)\s+them(?:\s+(?:all|both))?)\s+(?:(?:in|on|round|into|onto|at)\s+)?(?:an?|one|the\s+same)\s+(?:\w+\s+)?(?:tandem|pushchair|buggy|pram|bench|sofa|settee|car|taxi|bike|table|lift|minibus|seesaw|phone\s+box|hand))\b"
    rf"|\b(?P<like>(?:just\s+|only\s+)?the\s+one|another|some(?:body|one)|(?:(?<=\bwas\s)|(?<=\bwere\s)|(?<=\bhad\s)|(?<=\bgot\s)|(?<=\bsaw\s)|(?<=[’']ve\s)|(?<=[’']d\s))(?:some|others|an?\s+(?:\w+\s+)?(?:child|kid|girl|boy|lad|lass|wee\s+one)|children|kids|girls|boys|lads|lasses))(?={quantities.AN_OLD.pattern})"
    r"|\b(?:same|just|old)\s+(?:age\s+)?(?:as|like)\s+(?P<those>the\s+(?:one|pair|two|three|four)|one|those)(?=\s+(?:in|on)\s+(?:the|those|that|their)\b)"
    r"|(?P<alone>(?:\b(?:there|it|that)(?:[’']s|\s+(?:is|was))\s+|(?:\A|(?<=[.!?:,\n]\s))(?=[jo]))?(?:just|only)\s+(?:her|him|(?:this|that)\s+(?:little\s+)?(?:one|girl|boy|lad|child))|\b(?:her|him|she|he)\s+and\s+no(?:body|\s+one)\s+else|\bno(?:body|\s+one)\s+else\s+(?:(?:that|so|as)\s+(?:young|little|small)|(?:of\s+)?(?:her|his|that)\s+age))(?=\s*[.,;!?”\"]|\s+(?:last|that|this|in|here|now)\b|\s*\Z)"
    r"|\b(?P<times>both\s+(?:times|occasions))\b|(?:\A|(?<=[.!?:\n]\s)|(?<=[“\"\n]))(?P<both>both|neither)(?=\s*[,.!])"
)
"""That there were some, how many or how often: "it had both", "mine was four", "Just the one"."""
