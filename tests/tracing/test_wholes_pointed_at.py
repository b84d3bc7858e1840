"""What “those”, “the rest” and “it” stand for, and what is a part of them."""

import pytest

from tests.tracing.test_goes_on import flagged

ALL, OWN = "Across England and Wales police recorded 2,489 offences.", "Tarn Police logged 149."


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a paragraph that points back is of the body before it, whoever the text began with
        (f"{ALL}\n\n{OWN}\n\nOf those where the app was known, {{}} involved Snapchat.",
         "48 per cent", "45 per cent"),
        (f"{ALL}\n\n{OWN}\n\nAmong these, girls were the victims in {{}}.", "112", "1,805"),
        (f"{ALL}\n\n{OWN}\n\nIn those with a known sex, {{}} of victims were girls.", "80%", "81%"),
        (f"{OWN}\n\n{ALL}\n\nOf these, {{}} were against girls where the sex was known.",
         "81%", "80%"),
        (f"{OWN}\n\n{ALL}\n\nOf those with a known platform, {{}} were on Snapchat.", "560", "40"),
        # more than so many of one body's offences: no other body is looked at
        ("Girls were the target in more than {} of the local cases with a known sex, and 28"
         " offences were against boys.", "three in four", "nine in ten"),
        ("More than {} of the offences in Tarn with a known platform were on Snapchat.",
         "45 per cent", "half"),
    ],
)  # fmt: skip
def test_a_part_is_of_the_whole_that_its_sentence_points_at(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn has more than forty offences more than Holm.",
        "Tarn recorded more than twice as many offences as Holm.",
        "Tarn’s number is more than fifty higher than Holm’s.",
    ],
)
def test_more_than_so_many_may_still_compare_forces(text):
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat was the app named most often by police in Tarn.\n\nIt came up in {} of the"
         " cases in which a platform was recorded.", "40", "83"),
        ("Snapchat was the app named most often. It featured in {} of the offences where the app"
         " was known, and Instagram in 28.", "40", "83"),
        ("Snapchat was the app named most often. It appeared in just {} of those with a known"
         " platform.", "40", "15"),
        ("Kik is less well known. It turned up in {} of the cases where officers knew the app.",
         "15", "83"),
        ("Snapchat was named most often. It has been cited in {} offences where an app was noted.",
         "40", "83"),
        ("Boys are harmed too. They featured in {} of the cases in which the sex was recorded.",
         "28", "140"),
        ("Snapchat leads the field.\n\nAcross England and Wales it was named in {} cases.",
         "560", "310"),
        ("Snapchat leads the field in Tarn.\n\nIt appeared in {} cases and Instagram in 28.",
         "40", "149"),
        ("The firm behind Snapchat declined to comment.\n\nIt was noted in Tarn that {} offences"
         " were recorded.", "149", "40"),
        ("Snapchat leads the field in Tarn.\n\nIt dealt with {} cases in all.", "149", "40"),
    ],
)  # fmt: skip
def test_it_is_the_part_that_was_named_before_where_it_was_used(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat was used in almost half of the offences for which Tarn Police recorded a"
         " platform.\n\nIt was named in 40 of those {} offences, and Instagram in 28.", "83", "149"),
        ("Snapchat was used in almost half of the offences in Tarn where officers had that"
         " information. It was named in 40 of {} such crimes.", "83", "149"),
        ("Girls were the victims in 80% of Tarn’s offences where the sex was known. They were"
         " targeted in 112 of those {} cases.", "140", "149"),
        ("Snapchat was used in 48% of the sex crimes in Tarn for which police noted the platform."
         " The app was named in 40 of {} such crimes.", "83", "140"),
        ("Most offences with a known sex in Tarn were against girls. Of those {}, 28 were against"
         " boys.", "140", "149"),
        # what the sentence before gave itself is that
        ("Tarn Police recorded 149 offences, 83 of which had a known platform. Girls were the"
         " victims in 112 of those {} offences.", "149", "118"),
        ("Tarn Police recorded 149 offences. Snapchat was named in 40 of these {} offences.",
         "149", "118"),
    ],
)  # fmt: skip
def test_those_so_many_are_as_many_as_the_sentence_before_speaks_of(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))
