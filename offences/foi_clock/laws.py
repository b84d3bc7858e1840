"""The laws under which forces answer: the days that each gives for every step."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FoiLaw:
    """The limits of one law, in working days; None where it has none, or we do not know it.

    Each default is that of the Act of 2000, as the Information Commissioner reads it.
    """

    name: str = "Freedom of Information Act 2000"
    commissioner: str = "Information Commissioner"
    nation: str = ""  # whose bank holidays alone count; those of any part of the UK if empty
    answer_within: int | None = 20  # section 10(1)
    extended_within: int | None = 40  # in all: the Commissioner's guide for a public interest test
    review_within: int | None = 20  # the aim
    review_at_most: int | None = 40
    ask_review_within: int | None = 40  # after the answer
    review_from_due: bool = False  # of an answer in time: after the due date
    complain_months: int | None = None  # after a review; 42 calendar days after the last answer


ACT_OF_2000 = FoiLaw()
# The Freedom of Information (Scotland) Act 2002: sections 10(1), 20(5), 21(1), 47(4) and 73.
ACT_OF_SCOTLAND = FoiLaw(
    name="Freedom of Information (Scotland) Act 2002",
    commissioner="Scottish Information Commissioner",
    nation="Scotland",
    extended_within=None,
    review_at_most=20,
    review_from_due=True,
    complain_months=6,
)
UNKNOWN_LAW = FoiLaw(
    name="law on freedom of information that applies to you",
    commissioner="Commissioner",
    answer_within=None,
    extended_within=None,
    review_within=None,
    review_at_most=None,
    ask_review_within=None,
)
_OF_NATIONS = {
    "Scotland": ACT_OF_SCOTLAND,
    **dict.fromkeys(("Jersey", "Guernsey", "Isle of Man"), UNKNOWN_LAW),
}


def law_of(nation: str) -> FoiLaw:
    """The law under which the forces of a nation answer."""
    return _OF_NATIONS.get(nation, ACT_OF_2000)
