"""Record, highest and lowest are claims only where they are said of the figures."""

import pytest

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.records import records


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("A record number of offences.", "record"),
        ("They hit record levels.", "record"),
        ("Record figures again.", "Record"),
        ("A new record 68 offences.", "record"),
        ("Offences rose to record levels.", "record"),
        ("“Record totals,” she said.", "Record"),
        ("Another record rise.", "record"),
        ("A record year.", "record"),
        ("It is a record.", "record"),
        ("It is a record. Is it?", "record"),
        ("It is the record since 2015/16.", "record"),
        ("It is a new joint record for Kent.", "record"),
        ("A record of 68 offences.", "record"),
    ],
)
def test_a_record_of_the_figures_is_claimed(text, claimed):
    [found] = records(Passage(text))
    assert (text[found.start : found.end], found.word, found.modifier) == (claimed, "record", "")


@pytest.mark.parametrize(
    ("text", "claimed", "word", "modifier"),
    [
        ("A record low.", "record", "lowest", ""),
        ("Offences hit a record low of 12.", "record", "lowest", ""),
        ("An all-time high.", "all-time high", "highest", "ever"),
        ("Two ALL-TIME LOWS.", "ALL-TIME LOWS", "lowest", "ever"),
        ("The number has never been higher.", "number has never been higher", "highest", "ever"),
        ("Crimes have never been so low.", "Crimes have never been so low", "lowest", "ever"),
        ("The highest number since 2015.", "highest", "highest", ""),
        ("The lowest on record.", "lowest", "lowest", ""),
        ("It is the highest.", "highest", "highest", ""),
        ("The highest-ever total.", "highest", "highest", ""),
        ("The HIGHEST level.", "HIGHEST", "highest", ""),
        ("The highest number was in 2016.", "highest", "highest", ""),
        ("It was the worst year since records began.", "worst year", "highest", ""),
        ("The worst year on record.", "worst year", "highest", ""),
    ],
)
def test_the_highest_or_the_lowest_is_claimed(text, claimed, word, modifier):
    [found] = records(Passage(text))
    said = (text[found.start : found.end], found.word, found.modifier)
    assert said == (claimed, word, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "Forces record offences.",
        "A record of callers.",
        "For the record, it rose.",
        "A criminal record.",
        "It is not a record.",
        "It cannot be called a record.",
        "We do not call it a record.",
        "Nobody can call it a record.",
        "Is it a record?",
        "We make no claim of a record.",
        "I was asked whether it was a record.",
        "It was close to record levels.",
        "One of the highest totals.",
        "Nearly the highest total.",
        "The highest number of offences were against girls.",
        "The highest number was for girls.",
        "The highest hills.",
    ],
)
def test_what_is_no_claim_or_is_not_said_of_all_offences_is_none(text):
    assert [*records(Passage(text))] == []
