"""Financial years written in six digits: 201920, 2019.20."""

import re

_SIX = re.compile(
    r"(?P<name>f\.?y\.? ?|(?:financial )?year )?(?P<first>20\d\d)(\.?)(?P<last>\d\d)", re.I
)
_MONTHS = 12  # 201011 may be November 2010


def with_stroke(phrase: str) -> str:
    """A text that is one such year, written with a stroke; any other as it is."""
    found = _SIX.fullmatch(phrase)
    if not found or int(found["last"]) != (int(found["first"]) + 1) % 100:
        return phrase
    is_sure = found["name"] or found[3] or int(found["last"]) > _MONTHS
    return f"{found['name'] or ''}{found['first']}/{found['last']}" if is_sure else phrase
