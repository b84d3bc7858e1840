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
