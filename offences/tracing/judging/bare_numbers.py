"""What a number without a noun of its own is of, where that is no offence.

It has the noun of the number before it: "It has 14 staff and will grow to twenty".
"""

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import other_thing
from offences.tracing.finding.vocabulary import any_of, compiled

# Nothing, or a word of time: "from 37,", "grow to twenty by the spring", "there are 24 now"
_BARE = compiled(
    r"\s*(?:[.,;:!?)”\"’–—]|$|(?:of\s+them|now|today|then|and|or|but|to|from|by|in|at|since|before|after"
    r"|when|as|this|last|next|an?)\b(?!\s+(?:which|all|total|whom)\b))"
)
_IN = compiled(
    r"\b(?:in|for|on|against|of|with|recorded|logged)\s+(?:(?:just|only|about|some)\s+)?$"
)
_OF_THE_DATA = compiled(
    any_of(
        r"\b(?:offen[cs]es?|offending|crimes?|cases?|incidents?|reports?|victims?|child(?:ren)?",
        *("girls?", "boys?", "forces?", "record\\w*", "logs?", "logged", "figures?", "totals?"),
        *("numbers?", "counts?", "counted", "tally", "statistics", "data", "known", "share"),
        *(
            "filed",
            "dealt",
            "handled",
            "received",
            "investigated",
            "proportion",
            "rates?",
            "abuse",
            "groom\\w*",
            "saw",
            "rest",
            "others?)\\b",
        ),
    )
)


def mentions_data(words: str) -> bool:
    """Whether some words name what the figures are of: "offences", "the total", "recorded"."""
    return _OF_THE_DATA.search(words) is not None


def is_of_what_was_counted(statement: Statement, scene: Scene) -> bool:
    """Whether a number goes on with what the one before it counts, which is no offence."""
    figure, passage = statement.figure, statement.passage
    if figure.kind not in VALUES or statement.categories or statement.role:
        return False
    if not _BARE.match(passage.after(figure.end)) or _IN.search(passage.before(figure.start)):
        return False  # "its two apps featured in 51"
    first, _ = passage.with_sentence_before(figure.start)
    end = figure.start
    for number in reversed(passage.numbers_between(first, figure.start)):
        between = passage.text[number.end : end]
        named = within(scene.categories, (number.end, end))
        if named or "\n" in between or mentions_data(between):
            return False
        if other_thing(between):
            return True
        if not _BARE.match(between):
            return False
        end = number.start
    return False
