"""Texts of two sentences or more, where a number and what it is of stand in different ones.

Each ordinary group has twins of the same grammar that tell a hidden number.
"""

import pytest

from tests.tracing.dunmarsh import stopped


@pytest.mark.parametrize(
    "text",
    [
        "Kik lets strangers write. About six per cent of the crimes with an app on file were its"
        " doing in Dunmarsh.",
        "Nationally, 14 victims were eight years old. Thirteen lived elsewhere in the country.",
        "England counted 41 Kik offences in 2021/22. Thirty-seven of these took place somewhere"
        " other than the Dun.",
        "England recorded 29 cases of voyeurism. Twenty-six were not in the marshes.",
        "The tiniest, at nine, came to about 3 per cent of the victims in Dunmarsh. I wept.",
        "The youngest, at eight and nine, were a little under 5 per cent of all Dunmarsh's victims."
        " It should shame us.",
    ],
)
def test_a_share_or_a_rest_in_another_sentence_tells_a_hidden_part(text):
    assert stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kik is not given. An app was recorded in 76 per cent of the offences in Dunmarsh.",
        "Kik has no number here. In about a quarter of the cases no platform was recorded.",
        "England recorded 29 cases of voyeurism. Of the forces, five sent us an answer.",
        "The youngest, at ten, were six of Dunmarsh's 87 victims. It should shame us.",
    ],
)
def test_numbers_of_what_is_known_and_of_shown_ages_pass(text):
    assert stopped(text) == []
