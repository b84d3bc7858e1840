"""What a text says of a hidden number by whether there were any: "boys were not spared"."""

from collections.abc import Iterator

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled


def existences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Each word that says that there were some, which tells where there may have been none.

    Not of what may be, nor of a number that is not given.
    """
    for match in _SOME.finditer(passage.text):
        sentence = passage.sentence(match.start())
        is_of_offences = _OF_OFFENCES.search(sentence)
        if is_of_offences and not _OPEN.search(sentence):
            yield match.span()


def marks(passage: Passage) -> Iterator[tuple[int, int]]:
    """The number that a note gives a marker of hidden cells: "[c] = 3"; not "[c]: 1 to 4"."""
    for match in _MARK.finditer(passage.text):
        yield match.span("n")


_SEEN = (
    r"(?:targeted|abused|groomed|victims?|affected|involved|contacted|hit|represented|harmed"
    r"|exploited|named|used|present)"
)
_CRIMES = r"(?:offences?|crimes?|cases|incidents|victims)"
_SOME = compiled(
    r"\b(?:not|never|\w+n[’']t)\s+(?:\w+\s+)?(?:spared|immune|exempt|untouched|unaffected|unscathed|free|safe|escape|without)\b"
    r"|\b(?:no|without)\s+exceptions?\b|\b(?:as\s+well|too)\b(?=\s*(?:[.,;:!?)]|$|in\b|at\b|last\b|and\b))|\balso\b|\beven\b|\bincluding\b"
    rf"|\b(?:was|were)\s+(?:also\s+|among\s+(?:the\s+|its\s+|those\s+)?|\w+ly\s+)?{_SEEN}\b"
    rf"|\b(?:recorded|logged|saw|had|registered|found)\s+(?:[\w-]+\s+){{0,5}}?{_CRIMES}\b[^.;\d]{{0,40}}?\b(?:against|on|via|involving|with)\b"
    rf"|\b{_CRIMES}\s+(?:[\w-]+\s+){{0,3}}?(?:against|on|via|involving)\b[^.;\d]*?\b(?:was|were)\s+(?:\w+\s+)?(?:recorded|reported|logged|found|registered)\b"
    rf"|\bthere\s+(?:was|were)\s+(?:also\s+)?(?:some\s+|an?\s+)?(?:[\w-]+\s+){{0,3}}?{_CRIMES[:-1]}|victim|offence|case)\b"
    r"|\bincluded\b"
    r"|\b(?:featured|appeared|cropped\s+up|turned\s+up|came\s+up|played\s+a\s+part)\b"
)
_OF_OFFENCES = compiled(
    r"\b(?:offences?|crimes?|cases|incidents?|victims?|records?|recorded|logged|targeted|abused|groomed|police|officers)\b"
)
_OPEN = compiled(
    r"\b(?:can|may|might|could|would|should|if|whether|hidden|withheld|suppressed|fewer\s+than|less\s+than|below|under\s+(?:five|5)"
    r"|figures?|numbers?|given|shown|published|marked|told|asked|survey|parents|nationally|other\s+forces)\b|\[\w\]|<|\?|\bno(?:ne)?\s"
)
_MARK = compiled(
    r"(?:\[\w{1,3}\]|(?<!\w)[*†‡§~]+|(?<!\w)(?:the\s+)?(?:stars?|asterisks?|daggers?|markers?|dashe?s?|c|x|k|z)(?!\w))[\"”’]?\s*"
    r"(?:=|:|means?|stands?\s+(?:here\s+)?for|hides?|covers?|represents?|is|equals?|replaces?)\s*[\"“‘]?(?:just\s+|only\s+|exactly\s+|here\s+)?"
    rf"(?P<n>{NUMBER})(?!\s*(?:to\b|or\b|and\b|[-–]|%|(?:[\w-]+\s+)?(?:bands?|platforms?|sexes|apps?|ages|cells?|rows?|figures?|numbers?|different|things?|groups?)\b))(?![,.]?\d)"
)
