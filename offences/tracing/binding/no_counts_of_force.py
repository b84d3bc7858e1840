"""Words by which numbers of earlier years are no offences of the force: arrests, others.

Numbers in a row with their years behind, and what the data of a year show, name no noun of their
own: who counted, and what, stands in the words before them.
"""

from offences.tracing.finding.vocabulary import OFFENDER, any_of, compiled

_OTHER_COUNTS = any_of(
    *(
        "arrest(?:s|ed|ing)?",
        "charg(?:e|es|ed|ing)",
        "convict\\w*",
        "prosecut\\w*",
        "caution(?:s|ed)",
    ),
    *(
        "courts?",
        "sentenc\\w+",
        "jailed",
        OFFENDER,
        "victims?",
        "calls?",
        "helpline",
        "counsell\\w+",
    ),
    *(
        "burglar\\w+",
        "thefts?",
        "hate",
        "domestic",
        "violen\\w+",
        "fraud",
        "drugs?",
        "knife",
        "murders?",
    ),
    *(
        "offline",
        "adults?",
        "pupils?",
        "help(?:ed|s|ing)?",
        "support(?:ed|s|ing)?",
        "teachers?",
        "parents?",
    ),
)
_OTHER_BODIES = any_of(
    *(
        "neighbour(?:s|ing)?",
        "next door",
        "nearby",
        "other forces?",
        "another(?: \\w+)? force",
        "districts?",
    ),
    *("boroughs?", "divisions?", "stations?", "hospitals?", "schools?", "councils?", "outside"),
    *(
        "NSPCC",
        "Childline",
        "CPS",
        "Ofcom",
        "Barnardo[’']?s",
        "CEOP",
        "(?:social )?workers?",
        "judges?",
    ),
)
_NOT_ALL = any_of(
    *(
        "part of(?! the same)",
        "partial(?:ly)?",
        "incomplete",
        "wrong(?:ly)?",
        "mistaken(?:ly)?",
        "draft",
    ),
    *("fail(?:ed|s)? to", "unable to", "never", "not", "should", "rarely", "hardly", "only one"),
)
_OF_OTHERS = compiled(rf"\b(?:{_OTHER_COUNTS}|{_OTHER_BODIES}|{_NOT_ALL})\b|n[’']t\b")
# "Numbers were up 95 and 110", "less than the 95 and 110"
_A_CHANGE = compiled(
    r"\b(?:(?:up|down|rose|fell|grew|dropped|climbed|increased|decreased)(?:\s+by)?|(?:fewer|less|lower)\s+than)\s+(?:the\s+)?\Z"
)
_SO_MANY_MORE = compiled(
    r"\s+(?:offences|crimes|cases)?\s*(?:too\s+(?:many|few)|fewer|less|more|extra)\b"
)


def are_not_of_force(text: str, start: int, end: int) -> bool:
    """Whether the words of a stretch say that a number behind it is another count, or another's."""
    return bool(_OF_OTHERS.search(text, start, end) or _A_CHANGE.search(text[start:end]))


def is_a_difference(text: str, end: int) -> bool:
    """Whether so many are too many or too few: "They show 110 offences too many"."""
    return _SO_MANY_MORE.match(text, end) is not None
