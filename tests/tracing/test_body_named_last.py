"""A part of which its sentence names no body is of the body that was named last."""

import pytest

from tests.tracing.tarn_and_england import flagged

ABOUT_ALL = "Across England and Wales 2,489 offences were recorded.\n\n"
ABOUT_TARN = "149 offences: that is what Tarn Police recorded last year.\n\n"


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("The two apps are in 68 of Tarn’s records. Instagram is there too, with {}.", "310"),
        ("Asked about apps, a speaker named Tarn. Instagram was in {} records, she said.", "310"),
        ("Tarn Police would not comment. Girls were targeted in {} offences.", "1,805"),
        ("Officers in Tarn wrote down the gender. Girls were the victims in {}.", "81%"),
    ],
)
def test_a_part_behind_a_force_is_not_of_all_of_them(text, of_another):
    own = {"310": "28", "1,805": "112", "81%": "80%"}[of_another]
    assert of_another in flagged(ABOUT_ALL + text.format(of_another))
    assert own not in flagged(ABOUT_ALL + text.format(own))


@pytest.mark.parametrize(
    ("text", "of_another", "own"),
    [
        (ABOUT_TARN + "Instagram was named in {}.", "310", "28"),
        (ABOUT_TARN + "{}. Instagram’s share of those with a known platform.", "25%", "34%"),
        (
            "England and Wales has the numbers.\n\n2,489. That is how many there were.\n\n"
            "1,805. The offences known to have been against girls, or {} of those where the gender "
            "was known.",
            *("80%", "81%"),
        ),
        (
            "2,489. That is how many there were in England and Wales.\n\n"
            "{}. The offences against boys.",
            *("1,805", "433"),
        ),
        (ABOUT_TARN + "{}. The offences against girls.", "149", "112"),
        ("Q: How many were there in Tarn?\nA: {}.\nQ: And nationally?\nA: 2,489.", "2,489", "149"),
        ("Q: How many were there in Tarn?\nA: 149.\nQ: And nationally?\nA: {}.", "149", "2,489"),
        (
            "Gender was noted in 140 of Tarn’s 149. In {} – 80 per cent – the victim was a girl.",
            *("1,805", "112"),
        ),
        ("What about Tarn?\n\nThere were {}, up from 110.", "2,489", "149"),
        ("Fifteen forces were asked. A dozen have figures, adding up to {}.", "149", "2,489"),
    ],
)
def test_a_paragraph_goes_on_with_the_body_of_the_one_before(text, of_another, own):
    assert flagged(text.format(of_another)) == [of_another]
    assert flagged(text.format(own)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Police would not comment. Nationally, girls were targeted in 1,805 offences.",
        "Tarn Police would not comment.\n\nGirls were targeted in 1,805 offences.",
        "Tarn Police would not comment. The 12 forces recorded 2,489 offences.",
        "1. Tarn Police would not comment.\n2. Nobody would.",
    ],
)
def test_a_text_comes_back_to_all_forces(text):
    assert flagged(ABOUT_ALL + text) == []
