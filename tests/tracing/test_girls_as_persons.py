"""Offences against girls are no number of girls, whatever is said to have happened to them."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    "text",
    [
        "Tarn’s 112 girls were joined by others.",
        "Help came too late for the county’s 112 girls.",
        "Who will protect Tarn’s 112 girls?",
        "Its 112 girls deserve better.",
        "Where the sex was known, 112 girls became victims in Tarn.",
        "In Tarn 112 girls fell prey to abusers.",
        "Groomers reached 112 girls in Tarn.",
        "Some 112 girls suffered abuse in Tarn.",
        "112 girls came forward in Tarn.",
        "112 girls were victims in Tarn.",
        "At a glance:\n- 112 girls",
        "Tarn\n- 149 offences were recorded by police\n- 112 girls were targeted",
        "- They recorded 149 online sexual offences\n- 112 girls became victims",
        "At a glance:\n• 149 crimes\n• 112 girls harmed",
        "Victims in Tarn: 112 girls.",
        "In Tarn, 112 of the victims whose sex was known were girls.",
        "Where the sex was known, 112 victims in Tarn were girls.",
    ],
)
def test_a_number_of_offences_is_no_number_of_girls(text):
    assert flagged(text) == ["112"]


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in 112 of Tarn’s offences.",
        "Tarn’s offences by the sex of the victim:\n- 112 girls\n- 28 boys",
        "Tarn\n- 149 offences recorded\n- 112 girls, 28 boys where it was known",
        "In 149 offences in Tarn:\n- 112 girls were the victims",
        "Tarn recorded 149 offences. Of those where the sex was known, 112 girls and 28 boys.",
        "Tarn’s 112 offences against girls are 80% of those where the sex is known.",
        "Where the sex was known, 112 of Tarn’s offences had victims who were girls.",
    ],
)
def test_offences_by_the_sex_of_the_victim_are_offences(text):
    assert flagged(text) == []


def test_an_age_band_said_of_all_forces_is_read_where_the_sentence_before_told_tarns():
    text = "The most common age group in Tarn was 13 to 14. Across all forces it was also 11 to 12."
    assert "11 to 12" in flagged(text)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Nationally, {} per cent of the children whose age was known were 10 or under.", 11, 20),
        ("Nationally {} in nine victims with a known age was 10 or under.", "one", "two"),
        ("Of the children in Tarn whose age was known, {} per cent were 13 or over.", 61, 48),
    ],
)
def test_a_share_of_children_of_whom_it_is_known_is_one_of_offences(text, right, false):
    assert flagged(text.format(right)) == []
    assert len(flagged(text.format(false))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nationally, 11 per cent of the children were 10 or under.",
        "Across England and Wales, 81 per cent of the children were girls.",
        "One in nine children whose age is known is groomed.",
        "Where the age was known, 72 of the children in Tarn were 13 or over.",
        "The age was not known in 31, and 61 per cent of the children in Tarn were 13 or over.",
    ],
)
def test_a_share_or_a_number_of_all_children_is_none_of_offences(text):
    assert len(flagged(text)) == 1
