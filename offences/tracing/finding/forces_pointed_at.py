"""Numbers of forces that point back to forces spoken of: "the ten others", "those ten"."""

from offences.tracing.finding.context import Context
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import ANSWERED, GAVE
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

_DID = rf"(?:{GAVE}|{ANSWERED}|publish\w*|did\b)"
_HAVE = r"(?:(?:ha(?:d|ve)|did|could|also|both|all|each)\s+)*"
CAME_TO = (
    r"(?:recorded|logged|counted|registered|saw|reported|tallied|dealt\s+with|handled|investigated|produced|amassed|totall?ed"
    r"|(?:came|come|comes|added|adds?|amounted|summed)(?:\s+up)?\s+to|account(?:ed)?\s+for|ma[dk]e\s+up)"
)
"""What forces did whose numbers are given next, together or each: "those ten came to 1,940"."""
_GO_ON = (
    rf"(?:{_HAVE}(?:{_DID}|{CAME_TO}|went)|had(?=\s+{NUMBER})|{RISE}|{FALL}"
    rf"|(?:was|were|is|are|has|have|had)\s+(?:\w+\s+)?(?:{RISE}|{FALL}|doubl\w+|tripl\w+|trebl\w+))\b"
)
# "That leaves ten.", "which leaves ten with figures"
# "Three said no, leaving ten."
_GAVE_NOTHING = (
    r"(?:said\s+no|refused|declined|missed\s+(?:the|our|its)\s+deadline|ignored\s+(?:it|us)"
    r"|(?:was|were|came|arrived|is|are)\s+(?:\w+\s+)?(?:too\s+)?(?:late|missing|overdue|outstanding)"
    r"|(?:failed\s+to|never|did(?:\s+not|n[’']t))\s+(?:answer|repl|respond)\w*)"
)
LEAVES = compiled(
    rf"\b(?:(?:that|which)\s+(?:leaves|left)|{_GAVE_NOTHING}\b[^.;:\d]{{0,40}},\s+leaving)"
    r"\s+(?:us\s+with\s+)?(?:just\s+|only\s+)?$"
)
_ENDS = compiled(r"\s*(?:[.,;:!?)]|$|\s[–—-]\s)|\s+(?:with|that|which)\b")
# "The ten others had recorded 3,142", "the other ten, between them"
_THE, _OTHERS = compiled(r"\bthe\s+$"), compiled(rf"\s+others\s+{_GO_ON}")
# "The total for those ten was up 32%", "each of those ten had also answered"
_THOSE = compiled(
    r"\b(?:for|in|of|across|among|from|by|between)\s+(?:those|these|the\s+same)\s+$"
    r"|(?:^|[.;:,]\s+|\band\s+)\W*(?:those|these|the\s+same)\s+$"
)
_THOSE_DO = compiled(
    rf"(?:\s+alone)?,?\s+(?:(?:it|offences|crimes|cases|numbers|totals|the\s+\w+)\s+)?{_GO_ON}"
)
# "Between those ten, 1,815 offences"
_THEN_NUMBER = compiled(
    rf"(?:\s+alone)?,\s+(?:(?:some|about|only|just)\s+)?{NUMBER}\s+(?:such\s+|online\s+|sexual\s+|grooming\s+)*"
    r"(?:offences|crimes|cases)\b"
)
# "There were 343 more, comparing the same ten"
COMPARED, _NO_MORE = (
    compiled(
        r"\b(?:compar(?:ed|es|ing)|counting|taking|using|comparison|basis)\s+(?:(?:only|just|of|for|with|among|across)\s+)*"
        r"(?:those|these|the\s+same)\s+$"
    ),
    compiled(r"\s*(?:[.,;:!?)]|$|\s[–—-]\s)"),
)
# "The ten that came clean", "all ten had also disclosed for 2020/21"
_THAT_DID = compiled(rf"\s+(?:that|which|who)\s+{_HAVE}{_DID}\b")
_ALL, _ALL_DID = compiled(r"\ball\s+$"), compiled(rf"\s+{_HAVE}{_DID}\b")
# "Kent went from 235 to 271, and the nine together rose by 17 per cent"
_THE_OR_ALL = compiled(r"\b(?:the|all|those|these)\s+$")
_TOGETHER = compiled(
    rf"\s+(?:(?:put|taken|added)\s+)?(?:together|combined|between\s+them|as\s+a\s+(?:group|whole)),?\s+{_GO_ON}"
)
# "Ten of them, Kent included, went from 1,656 to 1,884"
_OPENS = compiled(r"^\W*(?:(?:only|just|all|and|but|in|among|across|for)\s+)*$")
_OF_THEM_WENT = compiled(
    r"\s+of\s+(?:them|these|those)(?:,\s+(?:including\s+[^,;.]{1,40}|[^,;.]{1,40}\s(?:included|among\s+them)),)?\s+"
    rf"{_HAVE}(?:went|recorded|logged|counted|registered|saw|{_DID})\b"
)
# "Four replied. The four logged 745 offences", "the six add up to 1,963"
_CAME_TO_SO_MANY = compiled(
    rf"\s+(?:had\s+)?(?:had|{CAME_TO})\s+(?:(?:just|only|about|some|a\s+total\s+of)\s+)*{NUMBER}"
    r"(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:in|for)\s+(?:19|20)\d\d"
    r"|\s+(?:such\s+|online\s+|sexual\s+|grooming\s+)*(?:offences|crimes|cases)\b)"
)
_PAIRS = (
    (_THE, _CAME_TO_SO_MANY),
    (LEAVES, _ENDS),
    (_THE, _OTHERS),
    (_THOSE, _THOSE_DO),
    (_THOSE, _THEN_NUMBER),
    (COMPARED, _NO_MORE),
    (_THE, _THAT_DID),
    (_ALL, _ALL_DID),
    (_OPENS, _OF_THEM_WENT),
    (_THE_OR_ALL, _TOGETHER),
)
_FAR = 300
_FORCES = compiled(r"\b(?:forces|constabularies)\b")


def points_to_forces(here: Context) -> bool:
    """Whether a number points back to forces that were spoken of before it."""
    if not any(here.precedes(before) and here.follows(after) for before, after in _PAIRS):
        return False
    text, at = here.passage.text, here.number.start
    first, _ = here.passage.with_sentence_before(at)
    start = min(first, max(here.passage.line_start(at), at - _FAR))
    return bool(_FORCES.search(text, start, at))
