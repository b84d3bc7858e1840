"""The breakdown that the words around a number speak of: sex, age or platform."""

from offences.tracing.binding.categories import A_SEX, RECORDED, SEX_ITSELF, attribute_kind
from offences.tracing.finding.vocabulary import compiled

_SPOKEN_OF = compiled(
    rf"(?P<sex>{SEX_ITSELF}|\bgenders?\b"
    rf"|\bwhether\b[^.;\d]{{0,40}}?"
    rf"{A_SEX}s?\s+or\s+(?:an?\s+)?{A_SEX}s?\b)"
    r"|(?P<age>\bages?\b(?!\s+(?:of\s+)?\d)|\bhow\s+old\b)"
    r"|(?P<part>\b(?:platform|app|(?:web)?site)s?\b|\b(?:the|an?|no|which)\s+services?\s+(?=was\b|were\b|is\b|in\b|for\b|used\b)|\bmeans\s+of\b|\bhow\s+(?!many\b|much\b"
    r"|often\b|old\b))"
)


# "There is an age for 282, a sex for 285", "the age was left blank 50 times and the app 142 times"
_LED_BY = compiled(
    r"\b(?:an?|the|their|its|no)\s+(?:ages?|sex|gender|platforms?|apps?|(?:web)?sites?)\s+"
    r"(?:of\s+(?:the|each|a)\s+\w+\s+)?"
    rf"(?:(?:was|were|is|are|has\s+been|had\s+been)\s+(?:\w+\s+){{0,2}}?(?:blank|missing|unknown|{RECORDED})\s+)?"
    r"(?:(?:in|for|on)\s+)?(?:(?:only|just|some|about)\s+)?\Z"
)


def led_by(text: str, at: int, first: int) -> str:
    """The breakdown whose word leads right to a number: "the sex in 190"; empty if none does."""
    led = _LED_BY.search(text, first, at)
    return attribute_kind(led[0]) if led else ""


def spoken_of(text: str, figure: tuple[int, int], around: tuple[int, int]) -> str:
    """The breakdown that the words around a figure speak of: "sex", "age", "part"; or empty.

    `around` are the ends of the figures beside it, or of its sentence. What follows goes before.
    """
    if led := led_by(text, figure[0], around[0]):
        return led
    after = _SPOKEN_OF.search(text, figure[1], around[1])
    if after and text[figure[1] : after.start()].isspace():
        return ""  # "7,000 ages" are counted themselves
    before = [*_SPOKEN_OF.finditer(text, around[0], figure[0])]
    found = after or (before[-1] if before else None)
    return str(found.lastgroup) if found else ""
