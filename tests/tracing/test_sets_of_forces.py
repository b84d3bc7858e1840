"""A total is of the set of forces that its sentence names: all that replied, or those compared."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

LATE = {"missing": "late"}
YEARS = ("2016/17", "2017/18", "2018/19")
PANEL = {f"Force{n}": dict(zip(YEARS, (300, 410, 501), strict=True)) for n in range(34)}
PANEL |= {"Northshire": dict(zip(YEARS, (333, LATE, 733), strict=True))}
PANEL |= {f"Late{n}": {"2017/18": LATE, "2018/19": 735} for n in range(4)}
COUNTRY = {
    "place": "England and Wales",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": PANEL,
    "asked": 43,
}
# 20,707 of all 39; like for like 13,940 to 17,034 of 34, and 10,533 to 17,767 of 35.
FACTS = Evidence(read_facts(COUNTRY))


def flagged(text):
    return [f.text for f in trace(text, FACTS) if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    "text",
    [
        "Among the 34 forces with figures for both years, the number rose from 13,940 to 20,707.",
        "Among the forces with figures for both years, the number rose from 13,940 to 20,707.",
        "The number rose from 13,940 to 20,707 among the 34 forces with figures for both years.",
        "The same 34 forces recorded 20,707 offences in 2018/19.",
        "Forces that answered in both years recorded 20,707 offences, up from 13,940.",
        "Like for like, the number went from 13,940 to 20,707.",
        "Among forces with comparable figures there were 20,707 offences.",
        "34 forces have figures for both years. Among them the number is now 20,707.",
        "In the 34 forces that gave figures for both 2017/18 and 2018/19, there were 20,707.",
        "Offences rose 22%, from 13,940 to 20,707, in the 34 forces that can be compared.",
        "34 forces have figures for both years. Those areas recorded 20,707 offences last year.",
        "34 forces have figures for both years. In these places offences came to 20,707.",
        "34 forces have figures for both years. This group recorded 20,707 offences.",
        "34 forces have figures for both years. Theirs is a total of 20,707.",
        "34 forces have figures for both years. Their combined total is 20,707.",
        "34 forces have figures for both years. For the 34, the latest total is 20,707.",
        "34 forces have figures going back to 2017/18. They recorded 20,707 offences last year.",
        "34 forces gave figures at both ends. There, the number is now 20,707.",
        "Forces were asked. 34 sent figures for both of the past two years;"
        " those 34 recorded 20,707.",
    ],
)
def test_a_total_of_all_forces_is_none_of_those_that_are_compared(text):
    assert flagged(text) == ["20,707"]


@pytest.mark.parametrize(
    "text",
    [
        "The 39 forces that replied recorded 17,034 offences.",
        "All of the forces recorded 17,034 offences between them.",
        "39 of the 43 forces asked gave figures. They recorded 17,034 offences.",
        "A force has risen for both years. In England and Wales police recorded 17,034.",
        "In England and Wales police recorded 17,034 offences. Forces have risen for both years.",
        "Forces were asked for their numbers. 39 sent them; those replies come to 17,034.",
        "43 forces were asked. 39 gave a figure. Together they recorded 17,034 offences.",
        "43 forces were asked. 39 replied, and their total was 17,034.",
        "39 forces answered. Adding up the answers gives 17,034 offences.",
    ],
)
def test_a_total_of_those_compared_is_none_of_all(text):
    assert flagged(text) == ["17,034"]


@pytest.mark.parametrize(
    "text",
    [
        "Among the 34 forces with figures for both years, the number rose from 13,940 to 17,034.",
        "Police recorded 20,707 offences; in the same 34 forces, it rose from 13,940 to 17,034.",
        "Police recorded 20,707 offences, up 22% among the 34 forces with figures for both years.",
        "Police recorded 20,707 offences, a rise of 22% like for like.",
        "34 forces gave figures for both years. Between them they recorded 17,034 offences.",
        "The 34 forces with figures for both years can be compared. They recorded 17,034 offences.",
        "Like for like these forces recorded 17,034 offences, and 20,707 in all 39.",
        "The forces recorded 20,707 in all; the 34 with both years went from 13,940 to 17,034.",
        "The total of 20,707 cannot be compared like for like with the year before.",
        "There were 20,707 offences, which is 22% more like for like than the year before.",
        "The 39 forces that replied recorded 20,707 offences.",
        "Like for like it was 10,533 in 2016/17 and 17,767 in 2018/19.",
        "Forces were asked. 34 sent figures for both of the past two years;"
        " those 34 recorded 17,034.",
    ],
)
def test_each_total_is_right_of_its_own_set(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("now", "flags"), [("between 180 and 184 offences", []), ("180 offences", ["80"])]
)
def test_an_end_of_a_range_is_no_total_of_the_forces_that_have_that_many(now, flags):
    of = {"Northshire": (60, 70, 90), "Westmere": (20, 25, 30)}
    panel = {name: dict(zip(YEARS, own, strict=True)) for name, own in of.items()}
    panel |= {"Eastmere": {"2017/18": 50, "2018/19": 60}}
    panel |= {"Redvale": {"2018/19": {"suppressed": [0, 4]}}}
    facts = Evidence(read_facts({**COUNTRY, "panel": panel, "asked": 4}))
    found = trace(f"There were {now}, up from 80 in 2016/17.", facts)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == flags


@pytest.mark.parametrize(("number", "wrong"), [("11,607", []), ("11,608", ["11,608"])])
def test_what_is_not_known_is_of_all_whatever_set_is_named(number, wrong):
    platforms = {"of": 20707, "known": 9100, "parts": {"Kik": 3000}}
    facts = Evidence(read_facts({**COUNTRY, "shares": {"platform": platforms}}))
    text = "Among the 34 forces with figures for both years, no platform was known in {} offences."
    found = trace(text.format(number), facts)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == wrong


@pytest.mark.parametrize(
    "words",
    ["with figures for 2017/18 as well as for the latest year", "that have figures since 2017/18"],
)
def test_forces_with_an_earlier_year_too_are_those_compared(words):
    assert flagged(f"Among the 39 forces {words}, offences rose by 22%.")[:1] == ["39"]
    assert flagged(f"Among the 34 forces {words}, offences rose by 22%.") == []


@pytest.mark.parametrize("also", ["as well", "too"])
def test_forces_that_gave_an_earlier_year_as_well_are_those_compared(also):
    text = f"34 forces gave figures for 2017/18 {also}; their total rose from 13,940 to 17,034."
    assert flagged(text) == []
    assert flagged(text.replace("34 forces", "39 forces")) == ["39"]


def test_of_the_forces_asked_so_many_gave_figures_in_any_words():
    assert flagged("Of the 43 forces asked, 39 gave the charity figures.") == []
    assert flagged("Did every force reply? No, 39 of 43 did.") == []
    assert flagged("Did every force reply? No, 34 of 43 did.") == ["34 of 43"]


def test_where_both_ends_are_of_one_set_only_the_number_of_forces_is_wrong():
    text = "The 34 forces with figures for both years went from 10,533 in 2016/17 to 17,767."
    assert flagged(text) == ["34"]


def test_a_year_without_a_comparable_figure_is_no_end_of_the_change():
    """The claim of our own release, of two forces; three have figures for the years before."""
    few, none = {"suppressed": [1, 4]}, {"missing": "not_held"}
    panel = {
        "Ashire": {"2016/17": 0, "2017/18": 0, "2018/19": none},
        "Bshire": {"2016/17": 0, "2017/18": {"value": 0, "months": 1}, "2018/19": 0},
        "Cshire": {"2016/17": few, "2017/18": few, "2018/19": 0},
        "Dshire": {"2016/17": 0, "2017/18": 0, "2018/19": none},
    }
    country = {
        "place": "Wales",
        "measure": "offences",
        "latest": "2018/19",
        "scope": "region",
        "panel": panel,
    }
    text = (
        "Wales recorded 0 offences in 2018/19 among the 2 forces with figures for both years,"
        " compared with between 1 and 4 in 2016/17; there is no comparable figure for 2017/18."
    )
    found = trace(text, Evidence(read_facts(country)))
    assert {f.verdict for f in found} <= {"traced", "exempt"}


@pytest.mark.parametrize(
    "text",
    [
        "A total of 20,707 offences from {} forces in England and Wales was reported.",
        "{} forces recorded 20,707 offences.",
        "The 20,707 offences were recorded by {} forces.",
        "In England and Wales the {} forces recorded 20,707 offences.",
    ],
)
def test_the_number_of_forces_beside_a_total_is_of_those_that_gave_it(text):
    def verdict(forces):
        found = trace(text.format(forces), FACTS)
        return next(f.verdict for f in found if f.text == str(forces))

    assert [n for n in (34, 35, 39) if verdict(n) == "traced"] == [39]


@pytest.mark.parametrize(
    "text",
    [
        "34 forces recorded 17,034 offences.",
        "34 forces recorded 17,034 offences in 2018/19, up from 13,940.",
        "The rise was 22% in 34 forces.",
    ],
)
def test_those_compared_may_be_named_with_their_own_total_or_change(text):
    assert flagged(text) == []


BOTH = "34 forces could give figures for last year and the year before."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (BOTH + " Between them those forces went from 13,940 to {}.", "17,034", "20,707"),
        (BOTH + " Among them the number went from {} to {}.", "13,940 17,034", "10,533 20,707"),
        (BOTH + " Together they recorded {} offences last year.", "17,034", "20,707"),
        (BOTH + " The same forces recorded {} last year.", "17,034", "17,767"),
        (BOTH + " The group recorded {} offences.", "17,034", "20,707"),
        (BOTH + " In those forces the number rose by {}.", "3,094", "7,234"),
        (BOTH + " In those forces the number rose by {}.", "22%", "69%"),
        ("39 forces replied. Between them they recorded {} offences.", "20,707", "17,034"),
        ("The 34 with figures for both years recorded {}.", "17,034", "20,707"),
        ("34 forces with figures for 2017/18 and last year recorded {}.", "17,034", "20,707"),
        (
            "34 forces with figures for the latest year and the one before recorded {}"
            " in the latest.",
            "17,034",
            "13,940",
        ),
        (
            "34 forces with figures for last year and the year before saw their total climb"
            " from {} to {}.",
            "13,940 17,034",
            "10,533 20,707",
        ),
    ],
)
def test_those_forces_are_the_set_that_the_sentence_before_names(text, right, wrong):
    assert flagged(text.format(*right.split())) == []
    assert set(wrong.split()) <= set(flagged(text.format(*wrong.split())))


def test_forces_with_a_figure_for_the_year_before_are_not_all_of_those_that_replied():
    text = "Of the 39 forces that replied, {} had figures for last year and the year before."
    assert flagged(text.format("34")) == []
    assert flagged(text.format("39"))
    assert flagged(f"{BOTH} All 39 recorded 20,707 offences last year.") == []


@pytest.mark.parametrize("whose", ["Among", "Across the", "For all"])
@pytest.mark.parametrize(("change", "wrong"), [("69%", []), ("22%", ["22%"]), ("3,094", ["3,094"])])
def test_a_change_is_from_the_year_that_its_forces_have_figures_for(whose, change, wrong):
    text = f"{whose} forces with figures for 2016/17, offences rose by {change}."
    assert flagged(text) == wrong


@pytest.mark.parametrize("sent", ["sent them", "gave them", "answered", "provided them"])
def test_together_are_those_that_sent_what_was_asked_for(sent):
    asked = f"The charity asked 43 forces for their numbers and 39 {sent}. Together they recorded"
    assert flagged(f"{asked} 20,707 offences in 2018/19.") == []
    assert flagged(f"{asked} 17,034 offences in 2018/19.") == ["17,034"]


@pytest.mark.parametrize(
    "text",
    [
        "In England and Wales 13,940 offences in 2017/18 became {} in 2018/19.",
        "Of the forces in England and Wales, 34 can be compared like with like. In 2017/18 they"
        " had 13,940 offences, and in 2018/19 they had {}.",
        "Across England and Wales the number went up by 22 per cent to {}.",
        "Across England and Wales the number has gone up 22% since 2017/18, to {}.",
        "Across England and Wales 39 forces answered. Not all of them can be followed from one year"
        " to the next, and those went from 13,940 to {}.",
    ],
)
def test_a_total_goes_with_an_earlier_one_or_a_percentage_of_the_same_forces(text):
    assert flagged(text.format("17,034")) == []
    assert "20,707" in flagged(text.format("20,707"))


def test_a_total_of_all_may_stand_beside_both_ends_of_a_change():
    text = (
        "In England and Wales there were 20,707, and like with like it went from 13,940 to 17,034."
    )
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("34 forces recorded 20,707 offences in 2018/19 and 13,940 in 2017/18.", ["20,707"]),
        ("34 forces recorded 20,707 offences in 2018/19.", ["34", "20,707"]),
    ],
)
def test_a_number_of_forces_may_be_of_those_compared_where_two_years_are_named(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In 2017/18, 34 forces counted 13,940 offences.", []),
        ("In 2016/17, 35 forces counted 10,533 offences.", []),
        ("In 2017/18, 35 forces counted 10,533 offences.", ["35", "10,533"]),
        ("In 2016/17, 34 forces counted 13,940 offences.", ["34", "13,940"]),
    ],
)
def test_a_number_of_forces_beside_a_total_is_of_the_year_that_is_named(text, asked):
    assert flagged(text) == asked
