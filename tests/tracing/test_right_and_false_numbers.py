"""Sentences of the press where {right|false} marks a number and another fact's in its place.

With the right numbers nothing is asked about; with a false one, that number is.
"""

import re

import pytest

from tests.tracing.tarn_and_england import flagged

MARKED = re.compile(r"\{([^|}]+)\|([^|}]+)\}")

CHANGES_AND_FORCES = """
In the 11 forces with data for both 2016/17 and 2019/20, there was a {106%|35%} increase.
The 12 forces with data for both 2018/19 and 2019/20 saw a rise of {35%|106%}, to 2,489 from 1,842.
For both years, 12 forces in England and Wales had a {35%|106%} rise, to 2,489 in 2019/20 from 1,842.
Fifteen forces in England and Wales were asked. Of those, {three|five} produced no figures.
Of the 15 forces approached in England and Wales, {three|twelve} supplied no data for 2019/20.
Of the 15 forces approached in England and Wales, {three|nine} had nothing to offer for 2019/20.
"""


def lines(sentences: str) -> list[str]:
    return [each for each in sentences.splitlines() if each]


def with_numbers(line: str, false: int | None = None) -> tuple[str, str]:
    """A line with its right numbers, one of them false; and the false number."""
    marked = list(MARKED.finditer(line))
    chosen = iter(range(len(marked)))
    text = MARKED.sub(lambda m: m[2] if next(chosen) == false else m[1], line)
    return text, "" if false is None else marked[false][2]


@pytest.mark.parametrize("line", lines(CHANGES_AND_FORCES))
def test_changes_over_forces_and_forces_without_figures(line):
    tell_apart(line)


def tell_apart(line: str) -> None:
    text, _ = with_numbers(line.replace("¶", "\n\n"))
    assert flagged(text) == []
    for n in range(len(MARKED.findall(line))):
        text, false = with_numbers(line.replace("¶", "\n\n"), n)
        assert any(false in each or each in false for each in flagged(text)), text
