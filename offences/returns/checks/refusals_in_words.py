"""Sentences that refuse a part of what was asked for, or say that it could not be found."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from offences.english import and_list
from offences.returns.labels.legends import is_legend
from offences.returns.sheet import Problem, Sheet

_SHOWN = 100
_MOST = 3  # sentences
_EXEMPTION = r"(?:1[246]|2[1-9]|3\d|4[0-4])"  # sections of the Act that excuse from an answer
_LAW = (
    rf"\b(?:section|sec\.?|s\.?) ?{_EXEMPTION}(?:\(\w{{1,3}}\))*(?![\d/(])"
    r"(?!(?: of)?(?: the)? (?:sexual|soa|criminal|children|protection|theft|serious))"
)
_REFUSES = (
    r"\b(?:appl(?:y|ies|ied|ying)|engage[sd]|exempt\w*|refus\w+|exceed\w*|withh[eo]ld\w*"
    r"|cit(?:e[sd]?|ing)|rely(?:ing)?|relies|relied)\b"
)
_COST = r"\b(?:(?:cost|costs|fees?|time|appropriate|statutory) (?:limit|threshold)|18 hours)\b"
_GIVE = (
    r"(?:extract|provid|suppl|retriev|search|split|separat|break\w*|broken|identif|determin|answer"
    r"|disclos|releas|giv|locat|comply|readily|easily|produce|obtain|ascertain)"
)
_BY_LAW_OR_COST = re.compile(
    rf"{_LAW}.{{0,150}}{_REFUSES}|{_REFUSES}.{{0,150}}{_LAW}"
    rf"|{_LAW}.{{0,150}}\b(?:refine|narrow|reduce|resubmit)\b"
    rf"|\bexceed\w*\b.{{0,60}}{_COST}|{_COST}.{{0,60}}\bexceed\w*"
    rf"|\b(?:over|above|beyond|outside|more than)\b(?: \w+){{0,2}} {_COST}",
    re.IGNORECASE,
)
_PLEASED = r"(?:content|satisfied|happy|pleased|clear|comfortable)\b"  # with this answer
_NOT_FOUND = re.compile(
    r"\bmanual(?:ly)?\b.{0,40}\b(?:read|review|search|check|trawl|examin|interrogat)"
    rf"|\b(?:(?:could|can|would|is|are|was|were)(?: not|n['’]t)|cannot)(?! {_PLEASED})"
    rf"(?: \w+){{0,3}} {_GIVE}"
    rf"|\b(?:unable|impossible|not possible) to(?: \w+){{0,2}} {_GIVE}"
    rf"|\bwithout (?:reading|opening|reviewing|searching|going through|a manual|manual)",
    re.IGNORECASE,
)
_NO_REFUSAL = re.compile(  # what takes any refusal back: “not applied”
    r"\b(?:not|never|no longer|n['’]t)(?: been| be| to| yet)?"
    r" (?:appl\w+|engaged?|exempt\w*|refus\w+|exceed\w*|withh[eo]ld\w*)",
    re.IGNORECASE,
)
_OTHER_CASE = re.compile(  # what a law or the cost may be named for, and refuse no part
    r"\b(?:further|future|another|new|subsequent|second) requests?\b"
    r"|\b(?:small|low) (?:numbers?|counts?|figures?|values?)\b|<|\b(?:fewer|less) than \d",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_FEWEST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]{2,}")


def refusals_in_words(sheets: Sequence[Sheet], with_table: Collection[str]) -> Iterator[Problem]:
    """A problem of each sheet with a table that shows its first sentences that refuse a part.

    A sentence that is said of several tables is shown once.
    """
    seen: set[str] = set()
    for sheet in sheets:
        if sheet.name not in with_table:
            continue
        texts = [*(text for _, text in sorted(sheet.cells.items())), *sheet.lines_below]
        sentences = dict.fromkeys(each for text in texts for each in _SENTENCE.split(text))
        new = (each for each in sentences if each not in seen and _refuses(each))
        if found := [*islice(new, _MOST)]:
            seen.update(found)
            shown = and_list([f"“{sentence[:_SHOWN]}”" for sentence in found])
            why = f"The force refuses a part of the request, or could not answer it: {shown}."
            yield Problem(sheet.name, None, f"{why} Check which part.")


def _refuses(sentence: str) -> bool:
    long = len(_WORD.findall(sentence)) >= _FEWEST_WORDS  # shorter ones are markers: “Exempt: s.12”
    if not long or is_legend(sentence) or _NO_REFUSAL.search(sentence):
        return False
    by_law = _BY_LAW_OR_COST.search(sentence) and not _OTHER_CASE.search(sentence)
    return bool(by_law or _NOT_FOUND.search(sentence))
