"""The release of all forces together and those of nations, whole."""

import pytest

from offences.claims.totals import OwnSum, facts_of_sum
from offences.press.drafting import fit
from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.notes import Asked
from offences.words.press import TotalCopy, published_copy, sum_copy
from tests.words.releases import ASK, Written, shared, written
from tests.words.test_drafts import national, note
from tests.words.test_page_sentences import total
from tests.words.test_sums import panel_of

YEAR, BEFORE = Year(2018), Year(2017)
WALES = {"area": "Wales", "kind": "nation", "with_figures": 4, "asked": 4}

SOURCE = (
    "Source",
    "Answers to Freedom of Information requests to 44 police forces in England and Wales. These "
    "are not official statistics.",
)
PERIOD = (
    "Period",
    "April 2018 to March 2019. An offence counts in the year it was recorded, which may be later "
    "than the year it happened.",
)
RULES = (
    "Rules",
    "A percentage rests on an earlier figure of 50 or more, a multiple on one of 20 or more and a "
    "change of at least 20. To set one year above all others takes 4 years or more, with no gap.",
)
WHAT = ("Offences", "What is counted.")


def notes_of(story) -> list[tuple[str, str]]:
    return [(note.title, note.text) for note in story.notes]


def ours(panel: Panel, area="Wales", scope="national", **soft) -> TotalCopy:
    """Our own sum over these forces; with a part of a year in it, it has no upper end."""
    covered, total = panel.coverage(YEAR), panel.total(YEAR)
    if any(cell.months for cell in panel.cells(YEAR).values()):
        total = Range(total.low, None)
    own = OwnSum(YEAR, total, area, covered.with_figures, covered.asked, **soft)
    return sum_copy(own, facts_of_sum(own, panel, "online offences", scope))


def nation_of(*totals, block=(), phrase="online sex offences", breaks=()) -> Written | None:
    copy = published_copy(totals, YEAR, "online offences", breaks, "Wales")
    return copy and written(*shared(*block), headline_phrase=phrase, nation=copy)


def both_of(*cells: Cell) -> Panel:
    return Panel({name: Series({YEAR: cell}) for name, cell in zip("AB", cells, strict=True)}, 2)


# ---- from a printed total


def test_a_release_from_a_printed_total_whole():
    story = national(total(8224, asked=44), total(800, year=Year(2016)))
    lead = "Across England and Wales, 40 of the 44 forces asked recorded 8,224"
    earlier = (
        "For 2016/17 the charity reported 800. The forces counted in the two years may differ."
    )
    assert story.headline == "Online sex offences: 8,224 in a year"
    assert story.bullets == (
        "40 of 44 forces in England and Wales recorded 8,224 offences in 2018/19, an average of 22 "
        "a day",
        ASK,
    )
    assert story.lead == f"{lead} online offences in 2018/19, an average of 22 a day."
    assert story.national == f"{lead} offences in 2018/19, an average of 22 a day. {earlier}"
    assert (story.local, story.ages) == ((earlier,), "")
    assert notes_of(story) == [
        *(SOURCE, PERIOD, WHAT),
        (
            "Who answered",
            "Figures came from 40 of the 44 forces asked. Scotland and Northern Ireland were not "
            "asked, so this is not a figure for the UK.",
        ),
        (
            "Each day",
            "The 365 days of 2018/19 and 8,224 offences make 22.5 a day, given as 22: rates are "
            "rounded down.",
        ),
        ("Earlier years", "The 800 for 2016/17 is as reported in June 2019."),
        RULES,
    ]
    assert {claim.id for claim in story.claims} == {
        *("recorded_total", "recorded_per_day", "recorded_coverage"),
        *("recorded_pair", "recorded_multiple"),
    }


@pytest.mark.parametrize(
    ("known", "who", "lead"),
    [
        ({"asked": 44}, "40 of 44 forces in", "40 of the 44 forces asked"),
        ({"asked": None}, "40 forces in", "40 forces"),
        ({"asked": 44, "with_figures": None}, "Forces in", "the forces that answered"),
    ],
)
def test_a_total_is_said_of_the_forces_it_is_known_to_be_of(known, who, lead):
    story = national(total(8, **known))
    assert story.bullets[0] == f"{who} England and Wales recorded 8 offences in 2018/19"
    assert story.lead == f"Across England and Wales, {lead} recorded 8 online offences in 2018/19."
    assert story.local == ()
    assert story.national == story.lead.replace("online ", "")


def test_a_total_too_small_for_a_rate_does_not_borrow_the_earlier_ones():
    story = national(total(300), total(800, year=BEFORE))
    said = " ".join([story.lead, story.national, *story.bullets])
    assert "a day" not in said
    assert note(story, "Each day") == ""


def test_an_earlier_total_is_given_from_a_change_of_definition_on():
    """Of the year of the change itself all figures are of the new definition."""
    totals = (total(), total(800, year=BEFORE))
    assert national(*totals, breaks=(Break(YEAR, "A new code"),)).national == (
        "Across England and Wales, 40 of the 43 forces asked recorded 900 offences in 2018/19, an "
        "average of 2 a day."
    )
    kept = national(*totals, breaks=(Break(BEFORE, "A new code"),))
    assert kept.local == (
        "For 2017/18 the charity reported 800. The forces counted in the two years may differ.",
    )
    unsaid = national(breaks=(Break(BEFORE, ""),))
    assert note(unsaid, "Definition") == (
        "Counted in another way since 2017/18. The charity compares with no earlier year."
    )
    assert note(kept, "Definition") == (
        "Counted in another way since 2017/18: A new code. The charity compares with no earlier "
        "year."
    )


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        (
            {"most_common_age": (13, "")},
            "Nationally in 2018/19, where age was recorded, 13 was the most common age.",
        ),
        (
            {"age_total": (1, "12_and_under")},
            "Nationally in 2018/19, 1 offence was against children aged 12 and under.",
        ),
        (
            {"age_total": (2, "10_and_under")},
            "Nationally in 2018/19, 2 offences were against children aged ten and under.",
        ),
    ],
)
def test_ages_are_said_as_they_were_printed(ages, said):
    beside = [
        total(value, claim=claim, category=category, asked=None, with_figures=None)
        for claim, (value, category) in ages.items()
    ]
    story = national(total(), *beside)
    assert story.ages == said
    assert note(story, "Ages") == "How many offences had a known age was not published."


def test_without_a_total_a_release_has_only_what_came_of_the_round():
    story = national(asked=Asked(1044, 31))
    assert story.headline == "Online sex offences: 2018/19"
    assert story.bullets == (ASK,)
    assert story.lead == "Of the 1,044 forces asked, 31 gave figures for 2018/19."
    assert (story.local, story.national, story.ages, story.claims) == ((), "", "", ())
    assert notes_of(story) == [
        (
            "Source",
            "Answers to Freedom of Information requests to 1,044 police forces. These are not "
            "official statistics.",
        ),
        *(PERIOD, WHAT, ("Who answered", "Figures came from 31 of the 1,044 forces asked."), RULES),
    ]
    assert national(asked=Asked(44)).lead == national(asked=Asked(None, 31)).lead == ""
    assert (
        national(asked=Asked(44, 0)).lead == "Of the 44 forces asked, 0 gave figures for 2018/19."
    )


def test_of_a_round_read_from_print_the_source_says_so():
    story = national(asked=Asked(read_from_print=True))
    assert note(story, "Source") == (
        "Answers to Freedom of Information requests to police forces. These are not official "
        "statistics. The local figures are read from print; the forces’ own answers are not held."
    )


# ---- from our own sum


def test_a_release_from_our_own_sum_whole():
    whole = ours(panel_of((400, 500), (300, 330), (None, None)))
    story = national(total(), asked=Asked(3, 2, refused=("Westshire Police",)), whole=whole)
    lead = (
        "Across Wales, 2 of the 3 forces asked recorded 830 online offences in 2018/19, an average "
        "of 2 a day."
    )
    change = (
        "Police forces recorded 830 offences in 2018/19 among the 2 forces with figures for both "
        "years, up from 700 in 2017/18.",
        "That is 19% more.",
    )
    assert story.headline == "Online sex offences: 830 in a year"
    assert story.bullets == (
        "2 of the 3 forces asked in Wales recorded 830 online offences in 2018/19, an average of 2 "
        "a day",
        ASK,
    )
    assert (story.lead, story.local, story.ages) == (lead, change, "")
    assert story.national == f"{lead} {change[0]} {change[1]}"
    assert story.claims == whole.claims != ()
    assert notes_of(story) == [
        (
            "Source",
            "Answers to Freedom of Information requests to 3 police forces. These are not official "
            "statistics.",
        ),
        *(PERIOD, WHAT),
        (
            "Who answered",
            "Figures came from 2 of the 3 forces asked. Westshire Police refused to answer.",
        ),
        RULES,
        (
            "National figure",
            "The figure is the sum of what 2 of the 3 forces asked recorded. A force without a "
            "figure adds nothing, and is not counted as zero. England, Scotland and Northern "
            "Ireland were not asked, so this is not a figure for the UK.",
        ),
        (
            "Each day",
            "The sum over the 365 days of 2018/19 is given as 2 a day: rates are rounded down.",
        ),
        (
            "Like for like",
            "Years are compared over only those forces with a figure for both. The sums of two "
            "years are never compared themselves.",
        ),
    ]


@pytest.mark.parametrize(
    ("cells", "soft", "said"),
    [
        (
            (Cell.count(100), Cell.suppressed(1, 4)),
            {"estimated": True},
            " Where a force withheld a small number, it lies between 101 and 104; the lower end is "
            "given. A force’s own estimate is in the sum.",
        ),
        (
            (Cell.count(100), Cell.part_year(3, 6)),
            {},
            " One figure or more is for a part of the year, so the sum is the least it is.",
        ),
        ((Cell.count(100), Cell.count(3)), {}, ""),
    ],
)
def test_why_a_sum_is_the_least_is_said_in_its_note(cells, soft, said):
    story = national(whole=ours(both_of(*cells), "the UK", **soft))
    assert note(story, "National figure") == (
        "The figure is the sum of what both forces asked recorded. A force without a figure adds "
        f"nothing, and is not counted as zero.{said}"
    )
    assert (story.local, note(story, "Each day"), note(story, "Like for like")) == ((), "", "")


def test_our_own_sum_is_not_compared_across_a_change_that_its_notes_name():
    story = national(whole=ours(panel_of((4, 5), (3, 3))), breaks=(Break(YEAR, "A new code"),))
    assert note(story, "Definition").startswith("Counted in another way since 2018/19: A new code.")


# ---- nations


def test_a_nation_has_its_printed_total_before_the_national_block():
    printed = total(8224, asked=44)
    block = national(printed)
    story = nation_of(
        printed,
        total(1200, **WALES),
        total(100, year=BEFORE, **WALES),
        total(80, year=Year(2016), **WALES | {"vintage": "May 2018"}),
        block=[printed],
    )
    earlier = (
        "For 2017/18 the charity reported 100. The forces counted in the two years may differ."
    )
    assert story.headline == "Wales: 1,200 online sex offences in a year"
    assert story.bullets == (
        "4 of 4 forces in Wales recorded 1,200 offences in 2018/19",
        *block.bullets,
    )
    assert story.lead == (
        "Across Wales, 4 of the 4 forces asked recorded 1,200 online offences in 2018/19."
    )
    assert (story.local, story.national, story.ages) == ((earlier,), block.national, block.ages)
    assert notes_of(story) == [
        *notes_of(block),
        ("Wales", "The total for Wales is as reported in June 2019 by The charity."),
    ]
    assert story.claims[-len(block.claims) :] == block.claims
    own = story.claims[: -len(block.claims)]
    assert own and {claim.id.split("_")[0] for claim in own} == {"recorded"}


def test_a_nation_has_no_earlier_total_from_before_a_change_of_definition():
    story = nation_of(
        total(120, **WALES),
        total(100, year=BEFORE, **WALES),
        block=[total()],
        breaks=(Break(YEAR, "A new code"),),
    )
    assert story.local == ()


def test_a_nation_of_which_nothing_was_printed_for_the_year_has_no_release():
    for totals in ((), (total(area="Wales"),), (total(year=BEFORE, **WALES),)):
        assert nation_of(*totals) is None


def test_a_nation_has_our_own_sum_before_the_national_block():
    block = national(total(8224, asked=44))
    own = ours(panel_of((400, 500), (300, 330), (None, None)), scope="nation")
    story = written(*shared(total(8224, asked=44)), nation=own)
    assert story.headline == "Wales: 830 online sex offences in a year"
    assert story.bullets == (
        "2 of the 3 forces asked in Wales recorded 830 online offences in 2018/19",
        *block.bullets,
    )
    assert story.lead == (
        "Across Wales, 2 of the 3 forces asked recorded 830 online offences in 2018/19."
    )
    assert story.local == own.changes
    assert (story.national, story.ages) == (block.national, block.ages)
    assert notes_of(story) == [
        *notes_of(block),
        (
            "Wales",
            "The figure for Wales is the sum of what 2 of the 3 forces asked there recorded.",
        ),
    ]
    assert story.claims == (*own.claims, *block.claims)


# ---- headlines


def test_a_headline_that_is_too_long_goes_without_its_last_words():
    assert fit("a" * 65, "b") == "a" * 65
    assert fit("a" * 66, "b") == "b"
    assert fit("a " * 33) == "a " * 31 + "a"
    assert fit("a " * 33, "b " * 33, "c " * 33)[0] == "c"
    assert fit("a" * 66, f"{'word ' * 11}and words of more") == f"{'word ' * 11}and words"
    long = "offences of a kind that has a name of many words"
    own = ours(panel_of((400, 500), (300, 330)), scope="nation")
    story = written(*shared(), headline_phrase=long, nation=own)
    assert story.headline == f"Wales: 830 {long}"
    assert nation_of(total(120, **WALES), phrase=long).headline == f"Wales: 120 {long}"
    least = OwnSum(YEAR, Range(1000, 1004), "Wales", 2, 2)
    forces = both_of(Cell.count(1000), Cell.suppressed(0, 4))
    whole = sum_copy(least, facts_of_sum(least, forces, "offences"))
    assert national(whole=whole, headline_phrase=f"{long} ").headline.endswith(": at least 1,000")
