"""Lines above a table that may narrow all of its counts: an age, a sex, another force."""

import re
from collections.abc import Collection, Iterator

_AGE = re.compile(
    r"\b(?:under|over|aged?|below|above)(?: (?:of|under|over|between))?[ -]?(\d{1,2})\b"
    r"|\b(\d{1,2})s? (?:and|or) (?:under|over|below|above)\b",
    re.IGNORECASE,
)
_SEX = re.compile(r"\b(?:fe)?males?\b|\b(?:boys?|girls?|men|women)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:charged?|summons(?:ed)?|cautions?|cautioned|outcomes?|arrest\w*|convict\w*|detect(?:ed|ions?)"
    r"|prosecut\w*|suspects?|offenders?|perpetrators?|non-?recent|historic\w*|attempt\w*|excluding"
    r"|except|only)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b((?:[A-Z][\w’']+ )(?:(?:and|&) [A-Z]\w+ )?(?:Police|Constabulary))\b")
ALL_CHILDREN = "18"  # every measure here is of under-18s


def narrowing(text: str, own: Collection[str], kinds: Collection[str]) -> Iterator[str]:
    """The words of a line that may mean that the counts below it are not all of the measure.

    `own` are the force's names, in small letters; `kinds` the kinds of labels that the cells have.
    """
    if "age" not in kinds:
        ages = [age for found in _AGE.finditer(text) for age in found.groups() if age]
        yield from (f"aged {age}" for age in ages if age != ALL_CHILDREN)
    if "sex" not in kinds and len(set(map(str.casefold, _SEX.findall(text)))) == 1:
        yield _SEX.findall(text)[0]
    yield from _SOME.findall(text)
    yield from (name for name in _FORCE.findall(text) if name.casefold() not in own)
