"""Where a figure of no named body goes on with the one before, and where it comes back."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("text", "asked_about"),
    [
        ("In Tarn there were 149 offences. Nationally there is concern. It rose by 94% since "
         "2016/17.", ["94%"]),
        # A new paragraph comes back to the body of the first total, or of the page.
        ("In Tarn there were 149 offences. Nationally there is concern.\n\nIt rose by 94% since "
         "2016/17.", []),
        ("Girls were in 112. Nationally there is concern.\n\nBoys were in 28.", []),
        ("There were 150 offences. Girls were in 112. Nationally there is concern.\n\nBoys were in "
         "28.", ["150"]),
        # "Than the 45% nationally" is what the number of Tarn is compared with.
        ("In Tarn 48% were on Snapchat, more than the 45% nationally. Instagram had 34%.", []),
        ("In Tarn 48% were on Snapchat. It is 45% nationally. Instagram had 34%.", ["34%"]),
    ],
)  # fmt: skip
def test_a_figure_goes_on_with_the_body_of_its_paragraph(text, asked_about):
    assert flagged(text) == asked_about
