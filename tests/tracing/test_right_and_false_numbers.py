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

SHARES = """
Snapchat was cited in 40 of the 83 cases with a platform on record, a share of {48%|27%}.
Snapchat was cited in 40 of Tarn's 149 cases, a share of {27%|48%}.
Snapchat was named in 40 of the 149 cases, or {27%|48%}.
Boys were the target in 28 of the 140 cases where sex was noted, being {20%|19%} of them.
Tarn had 14 against children aged 10 and under, being {12%|11%} of those where age is known. \
The corresponding England and Wales proportion is {11%|12%}.
Kik was named in 15 of the 83 cases with a known app, a share of 18%. Snapchat's was {48%|45%}.
Instagram was cited in 28 of the 83 cases with a known platform, a share of {34%|25%}. \
The equivalent for England and Wales is {25%|34%}.
Tarn recorded 28 against boys, {20%|19%} of those where the sex was known, \
and in England and Wales as a whole the share was {19%|20%}.
Why do you keep on about Snapchat?¶Because officers in Tarn named it in {48%|45%} of the cases \
where they noted a site. The share in the country as a whole is lower, at {45%|48%}.
Is Instagram where it happens?¶Often. Detectives recorded it in {28|40} of the cases with an app on file.
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


@pytest.mark.parametrize("line", lines(SHARES))
def test_shares_said_again_of_another_body_and_of_what_it_stands_for(line):
    tell_apart(line)


def tell_apart(line: str) -> None:
    text, _ = with_numbers(line.replace("¶", "\n\n"))
    assert flagged(text) == []
    for n in range(len(MARKED.findall(line))):
        text, false = with_numbers(line.replace("¶", "\n\n"), n)
        assert any(false in each or each in false for each in flagged(text)), text
