"""Words for none, one or neither of the figures: "no figure is given, and none will be"."""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.declined import DECLINES
from offences.tracing.hidden_numbers.nouns import OF_NO_PERSON, OF_OFFENCES


def is_of_figures(passage: Passage, figure: Candidate) -> bool:
    """Whether a word counts figures that are not given, or questions without an answer."""
    text, start = passage.text, figure.start
    first, _ = passage.with_sentence_before(start)
    if any(
        word.match(text, start) and before.search(text, first, start) for before, word in _BEHIND
    ):
        return True
    return _is_so_too(passage, figure) or _is_a_figure_itself(passage, figure)


def _is_a_figure_itself(passage: Passage, figure: Candidate) -> bool:
    """Whether "one" or "none" is a figure, a row or a star just spoken of: "nor one for Kik".

    Where none is given, or it is but supposed; not "the Kik figure is one", nor of any case named
    in between.
    """
    text, at = passage.text, figure.start
    if not _ONE_OR_NONE.match(text, at):
        return False
    first, _ = passage.with_sentence_before(at)
    lines = [*_A_FIGURE.finditer(text, first, at)]
    if not lines or _A_COUNT_LEADS.search(text, first, at):
        return False
    if _BARE.match(text, at) and not _IS_WANTED.search(text, first, at):
        return False  # "no figure, or one, if you ask the sergeant"
    between = text[lines[-1].end() : at]
    if _A_CASE.search(between) or len(between) > _FAR:
        return False
    clause = max(text.rfind(mark, first, at) for mark in ".;:—") + 1
    return _NOT_GIVEN.search(text, max(first, clause), at) is not None


_FAR = 110
"""How far before "one" the word for a figure may stand that it goes on with."""
_A_FIGURE = compiled(
    r"\b(?:figures?|numbers?|counts?|totals?|rows?|lines?|columns?|cells?|entr(?:y|ies)|bars?|breakdowns?|splits?|stars?|asterisks?|dash(?:es)?|blanks?|gaps?|shares?|percentages?)\b"
)
_A_CASE = compiled(rf"{OF_OFFENCES.pattern}|\b(?:child(?:ren)?|girls?|boys?|lads?|pupils?)\b")
_ONE_OR_NONE = compiled(
    r"(?:the\s+|a\s+second\s+|another\s+)?one(?=\s*(?:[,;]|[.!?](?!\d)|\Z)|\s+(?:for\b|which\s+(?:would|could|might)\b|that\s+(?:would|could|might)\b|either\b|side\s+of\b|with\s+(?:it|them)\b|(?:is|was|were)\s+(?:given|shown|printed|published|released|hidden|left|withheld)\b))"
    r"|none(?=\s+(?:with|has|have)\s+an?\s+(?:figure|number|count)\b|\s+(?:is|are|was|were)\s+(?:given|shown|printed|published|released)\b)"
)
# One with no word behind it that says that it is a figure: its verb must, as "do not ask for one"
_BARE = compiled(r"(?:another\s+)?one\s*(?:[.,;!?]|\Z)")
_IS_WANTED = compiled(
    r"\b(?:nor|without|g[ai]v(?:e|es|en|ing)|publish(?:ed|ing)?|print(?:ed|ing)?|releas(?:e|ed|ing)|find|see|get|want|need|add|supply|provide|ask(?:ed|ing)?\s+for"
    r"|expect|invent|estimate|quote|show|show(?:n|ing)|includ(?:e|ed|ing))\s+(?:you\s+|us\s+|me\s+)?\Z"
)
_A_COUNT_LEADS = compiled(
    r"\b(?:is|was|are|were|be|been|had|has|have|saw|just|only|exactly|recorded|logged|counted|say|says|said|guess|think|reckon|bet|mean|hid|hides?|holds?|at|than|by|to|of|from|in|on|with|plus|minus|makes?|made)\s+(?:not\s+|never\s+|neither\s+[\w-]+\s+nor\s+)?(?:a\s+second\s+|another\s+|the\s+)?\Z|\b(?:protect|shield|save)\w*\s+(?:\w+\s+)?\Z|n[’']t\s+\Z|[:=–—-]\s*\Z"
)
_NOT_GIVEN = compiled(
    r"\b(?:not?|nor|never|neither|without|if|though|because|otherwise)\b|n[’']t\b|\bcannot\b|\b(?:kept|held)\s+back\b|\b(?:hid|hides?|hidden|withheld|withholds?|suppress\w*|blank\w*|starr?ed|refus\w+|declin\w+)\b"
)


def _is_so_too(passage: Passage, figure: Candidate) -> bool:
    """Whether a figure is not there either: "X is not in the table. Neither are Y and Z"."""
    bounds = first, last = passage.sentence_bounds(figure.start)
    is_led = passage.text[first : figure.start].strip() == ""
    if not (first and is_led and _NEITHER_ARE.match(passage.text, first, last)):
        return False
    before = passage.sentence_bounds(first - 1)
    is_of_cases = any(OF_OFFENCES.search(passage.text, *each) for each in (before, bounds))
    return not is_of_cases and DECLINES.search(passage.text, *before) is not None


_GIVEN = r"(?:given|printed|published|shown|released|disclosed|issued|shared|provided|available)"
_BEHIND = (
    (
        compiled(
            r"\bno\s+(?:\w+\s+)?(?:figure|number|count)s?\b[^;:]{0,90}?(?:,\s+and\s+|[.!]\s+)\Z"
        ),
        compiled(
            rf"none\s+(?:(?:will|should|can|must|may)\s+be(?:\s+(?:inferred|guessed|estimated|{_GIVEN}))?)(?=\s*[.,;!])"
        ),
    ),
    (
        compiled(
            r"\bno\s+(?:reason|explanation|answer|comment|statement|reply|date)\b[^;:]{0,90}?\b(?:supplied|gave|offered|sent|found|has|had|wrote|promised)\s+\Z"
        ),
        compiled(r"one(?=\s*[.,;!])"),
    ),
    (
        compiled(
            r"\b(?:totals?|figures?|numbers?|counts?|per\s+cent|percentages?|shares?)\b[^;:]{0,120}(?:\b(?:but|and|that|though|although|as|because|since|for)\s+|[.!?]\s+)(?:the|these|those)\s+\Z"
        ),
        compiled(
            r"two\s+(?:\w+\s+)?(?:count\s+different\s+things\b|(?:are|were)(?:n[’']t|\s+not)\s+(?:worked\s+out|measured|counted|calculated|collected|compiled)\s+(?:in\s+)?the\s+same\s+way\b|have\s+nothing\s+to\s+do\s+with|are\s+(?:not\s+(?:linked|related|connected)|unrelated)|should\s+not\s+be\s+(?:confused|mixed\s+up))\b"
        ),
    ),
    (
        compiled(
            r"\b(?:figures?|numbers?|counts?|rows?)\s+(?:(?:is|are|was|were)\s+(?:given|published|printed|shown|released)\s+)?for\b[^;:.]{0,90}?\b(?:but|and|though)\s+\Z"
        ),
        compiled(r"none\s+for\s[^.;,:\d]{1,60}?(?=\s*[.!?;]|\s*\Z)"),
    ),
    (
        compiled(r"\b(?:figure|number|count)\b[^;:]{0,90}?[.;,]\s+nor\s+(?:has|is|was|will)\s+\Z"),
        compiled(rf"one\s+(?:(?:been|be|ever|yet)\s+)*{_GIVEN}\b"),
    ),
    (
        compiled(
            rf"\bquestions\b(?:(?!{OF_OFFENCES.pattern}|\b(?:child|girls?|boys?|lads?)\b)[^;:]){{0,90}}?[.;,]\s+\Z"
        ),
        compiled(
            r"none\s+(?:of\s+(?:them|these|those)\s+)?(?:was|were|has\s+been|got|received)\s+"
            r"(?:answered|an\s+answer|a\s+reply)\b(?=\s*[.,;!]|\s+with\s+a\s+(?:figure|number)\s*[.!])"
        ),
    ),
    (
        compiled(
            r"\b(?:cannot|can[’']t|could\s+not|couldn[’']t|nobody\s+can|no\s+one\s+can)\s+(?:simply\s+)?(?:take|subtract)\s+\Z"
        ),
        compiled(r"one\s+from\s+the\s+(?:total|other|whole)\b"),
    ),
    (
        compiled(
            r"\b(?:(?:we|they|it|police|force|officers?|office|rule)\s+(?:also\s+|then\s+|must\s+)?(?:hides?|withholds?|suppress(?:es)?|removes?|drops?|leaves?\s+out)"
            r"|\b(?:goes|hidden|withheld|suppressed|removed|left\s+out),?\s+plus)\s+a\s+second\s+\Z"
        ),
        compiled(
            r"one(?=\s*[.,;!]|\s+(?:so\s+that|so\s+nobody|because|in\s+order|if\s+(?:the\s+total|it|that)\s+would)\b|\s+to\s+(?:protect|stop|hide|keep)\b)"
        ),
    ),
    (
        compiled(
            r"\b(?:figures?|numbers?|counts?|cells?|totals?|subtract\w*|hidden|withheld|suppressed)\b[^.;:\d]{0,90}?\ba\s+second\s+\Z"
        ),
        compiled(
            r"one(?=\s+(?:is|has\s+been|was|must\s+be|goes|had\s+to\s+be)\s+(?:then\s+|also\s+)?(?:hidden|withheld|suppressed|removed|left\s+out|taken\s+out|held\s+back)\b(?!\s+(?:at|of|on|for|aged)\b))"
        ),
    ),
    (
        compiled(r"\b(?:since|because|as|or|otherwise|for)\s+\Z"),
        compiled(
            r"one\s+(?:would|could|might)\s+(?:give\s+away|give\s+up|reveal|betray)\s+the\s+other(?=\s*[.,;!])"
        ),
    ),
)
"""What stands before a word, and the word with what it says of figures."""
_NEITHER_ARE = compiled(
    rf"\W*neither\s+(?:is|are|do|does)\s+{OF_NO_PERSON}(?:(?:the|those|these)\s+)?[\w’'-]+(?:(?:,|\s+and|\s+of|\s+or)?\s+[\w’'-]+){{0,4}}"
    r"(?:,\s+(?:all\s+)?for\s+[\w’'\s-]+)?[.!][\"”]?\s*\Z"
)
