import pytest

from offences.claims.ages import age_coverage_rule
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of, judged, may

AGES = {"9": 60, "12": 300, "13": 400, "unknown": 240}


def national(**more):
    return facts_of(1000, scope="national", place="Northshire", **more)


def test_the_most_common_age_is_said_where_age_was_recorded():
    claim = may(national(ages=AGES))["most_common_age", "latest"]
    assert claim.figures["ages"] == [13]
    assert claim.text.startswith("Where age was recorded (760 of 1,000), 13 was")


def test_a_withheld_number_that_may_reach_the_top_hides_the_most_common_age():
    hidden = {"12": 300, "13": 305, "14": {"suppressed": [300, 305]}}
    assert ("most_common_age", "latest") not in may(national(ages=hidden))
    hidden["14"] = {"suppressed": [300, 304]}
    assert ("most_common_age", "latest") in may(national(ages=hidden))


def test_three_level_ages_have_no_most_common_one():
    assert ("most_common_age", "latest") not in may(national(ages={"12": 50, "13": 50, "14": 50}))


def test_bands_are_not_split_and_not_mixed_with_single_years():
    bands = {"0-5": 20, "6-11": 60, "12-15": 250, "unknown": 20}
    claims = may(national(ages=bands, age_thresholds=[{"max": 10}, {"max": 11}]))
    assert claims["most_common_age_band", "latest"].figures["band"] == "12-15"
    assert ("age_count", "10_and_under") not in claims
    assert claims["age_count", "11_and_under"].figures["count"] == 80
    mixed = may(national(ages={**bands, "16": 400}))
    assert ("most_common_age_band", "latest") not in mixed
    assert ("most_common_age", "latest") not in mixed


def test_exactly_one_hidden_cell_could_be_worked_out():
    hidden = {"suppressed": [1, 4]}
    assert ("age_table", "latest") not in may(national(ages={"9": hidden, "13": 50}))
    assert ("age_table", "latest") in may(national(ages={"9": hidden, "8": hidden, "13": 50}))


def test_a_small_number_of_children_is_never_named_in_one_force():
    ages = {"9": 4, "13": 60}
    limits = {"age_thresholds": [{"max": 10}]}
    assert ("age_count", "10_and_under") in may(national(ages=ages, **limits))
    local = judged(facts_of(64, ages=ages, **limits))
    assert not local["age_count", "10_and_under"].allowed
    assert "too few to name" in local["age_count", "10_and_under"].reason
    assert not local["age_table", "latest"].allowed


def test_the_youngest_age_is_national_only():
    assert ("youngest", "latest") in may(national(youngest={"age": 4, "count": 1}))
    assert ("youngest", "latest") not in may(facts_of(9, youngest={"age": 4, "count": 1}))


def shares(of, known, **parts):
    return {"shares": {"platform": {"of": of, "known": known, "parts": parts}}}


def test_a_share_says_what_is_known_and_of_how_many():
    claims = may(national(**shares(1000, 290, Snapchat=145, WhatsApp=90)))
    share = claims["share", "platform:Snapchat"]
    assert (share.figures["percent"], share.figures["known_rule"]) == (50, "state_both")
    assert all(words in share.text for words in ("50%", "290", "1,000", "Snapchat"))
    fraction = claims["share_fraction", "platform:Snapchat"].figures
    assert (fraction["fraction"], fraction["form"], fraction["exactly"]) == ("half", "exact", True)
    near = claims["share_fraction", "platform:WhatsApp"].figures
    assert (near["fraction"], near["form"], near["exactly"]) == ("third", "almost", False)


def test_a_share_of_nearly_none_or_nearly_all_is_never_written_as_none_or_all():
    claims = may(national(**shares(2000, 1256, Few=4, Most=1251, All=1256)))
    said = {name: claims["share", f"platform:{name}"] for name in ("Few", "Most", "All")}
    assert [each.figures["percent"] for each in said.values()] == [0, 100, 100]
    assert "0.3% (4)" in said["Few"].text
    assert "99.6% (1,251)" in said["Most"].text
    assert "100% (1,256)" in said["All"].text


def test_a_share_needs_fifty_known_and_its_complement_must_not_name_anyone():
    few = may(national(**shares(60, 40, Snapchat=20)))
    assert ("share_count", "platform:Snapchat") in few
    assert ("share", "platform:Snapchat") not in few
    local = may(facts_of(70, **shares(70, 60, Snapchat=57)))
    assert ("share_count", "platform:Snapchat") not in local


def said(claim):
    return ("yes: " if claim.allowed else "no: ") + (claim.text or claim.reason)


TEN = {"age_thresholds": [{"max": 10}]}
HIDDEN = {"suppressed": [1, 4]}


@pytest.mark.parametrize(
    ("ages", "id", "sentence"),
    [
        (
            {"10": 300, "13": 300, "11": 299},
            "most_common_age",
            "yes: Where age was recorded (899 of 899), 10 and 13 were the most common ages in"
            " Northshire in 2018/19.",
        ),
        (
            {"0-5": 20, "12-15": 250, "unknown": 20},
            "most_common_age_band",
            "yes: Where age was recorded (270 of 290), 12 to 15 was the most common age band in"
            " Northshire in 2018/19.",
        ),
        (
            {"9": HIDDEN, "10": HIDDEN, "13": 50},
            "age_table",
            "yes: The ages for Northshire for 2018/19 may be shown as a table with 2 cells hidden.",
        ),
        (
            {"13": 50},
            "age_table",
            "yes: The ages for Northshire for 2018/19 may be shown as a table.",
        ),
        (
            {"9": HIDDEN, "13": 50},
            "age_table",
            "no: Exactly one cell is hidden, and it can be worked out from the total.",
        ),
        ({"13": 29}, "most_common_age", "no: 29 known ages are under 30."),
        (
            {"13": 59, "unknown": 40},
            "most_common_age",
            "no: An age is known for 59 of 99, under 60%.",
        ),
        (
            {str(age): 9 for age in range(10, 15)},
            "most_common_age",
            "no: The most at one age is 9, under 10.",
        ),
        ({"12": 50, "13": 50, "14": 50}, "most_common_age", "no: 3 ages are level."),
        ({"0-5": 50, "6-11": 50}, "most_common_age_band", "no: 2 bands are level."),
        ({"0-5": 50}, "most_common_age", "no: The ages are not all single years."),
        ({"13": 50}, "most_common_age_band", "no: The ages are not all bands."),
        ({}, "most_common_age", "no: No ages are given for 2018/19."),
        ({"13": 30}, "youngest", "no: The youngest age is not given."),
    ],
)
def test_the_ages_are_said_or_refused_in_these_words(ages, id, sentence):
    assert said(judged(national(ages=ages))[id, "latest"]) == sentence


def test_ages_that_are_all_withheld_have_no_most_common_one():
    ages = {"12": {"suppressed": [20, 25]}, "13": {"suppressed": [30, 35]}}
    assert said(judged(national(ages=ages))["most_common_age", "latest"]) == (
        "no: The most at one age is 0, under 10."
    )


def test_an_age_just_known_often_enough_has_a_most_common_one():
    assert ("most_common_age", "latest") in may(national(ages={"13": 30, "unknown": 20}))


def test_with_a_number_withheld_the_known_ages_are_the_least_there_are():
    withheld = national(ages={"11": HIDDEN, "12": HIDDEN, "13": 55, "unknown": 10})
    claim = may(withheld)["most_common_age", "latest"]
    assert claim.text.startswith("Where age was recorded (at least 57 of at least 67), 13 was")
    assert (claim.figures["known"], claim.figures["total"]) == (57, 67)
    assert {figure.verdict for figure in trace(claim.text, withheld)} == {"traced"}
    exactly = trace("Where age was recorded (57 of 67), 13 was most common.", withheld)
    assert exactly[0].verdict == "untraced"
    unknown = national(ages={"12": 20, "13": 35, "unknown": {"suppressed": [1, 4]}})
    claim = may(unknown)["most_common_age", "latest"]
    assert claim.text.startswith("Where age was recorded (55 of at least 56), 13 was")
    assert (claim.figures["known"], claim.figures["total"]) == (55, 56)


@pytest.mark.parametrize(
    ("ages", "id", "sentence"),
    [
        (
            {"10": 1, "13": 50, "unknown": 1},
            "age_count",
            "yes: 1 offence was against children aged 10 and under in Northshire in 2018/19,"
            " where age was recorded (51 of 52).",
        ),
        (
            {"9": 1, "10": 1, "11": 7, "13": 50},
            "age_count",
            "yes: 2 offences were against children aged 10 and under in Northshire in 2018/19,"
            " where age was recorded (59 of 59).",
        ),
        (
            {"10": 1, "13": 49, "unknown": 1},
            "age_share",
            "yes: 2% of offences in Northshire in 2018/19 (1) were against children aged 10 and"
            " under, where age was recorded (50 of 51).",
        ),
        (
            {"9": 50},
            "age_share",
            "yes: 100% of offences in Northshire in 2018/19 (50) were against children aged 10"
            " and under, where age was recorded (50 of 50).",
        ),
        (
            {"9": 20, "10-12": 60},
            "age_count",
            "no: The band 10-12 lies across 10 and is not split.",
        ),
        (
            {"0-10": 20, "11-12": 60},
            "age_count",
            "yes: 20 offences were against children aged 10 and under in Northshire in 2018/19,"
            " where age was recorded (80 of 80).",
        ),
        ({"10": 1, "13": 48}, "age_share", "no: 49 known ages are under 50, so no percentage."),
        (
            {"10": 1, "13": 300},
            "age_share",
            "yes: 0.3% of offences in Northshire in 2018/19 (1) were against children aged 10 and"
            " under, where age was recorded (301 of 301).",
        ),
        (
            {"10": 300, "13": 1},
            "age_share",
            "yes: 99.7% of offences in Northshire in 2018/19 (300) were against children aged 10"
            " and under, where age was recorded (301 of 301).",
        ),
        ({"9": 0, "13": 50}, "age_count", "no: None are known at 10 and under."),
        ({"9": HIDDEN, "8": HIDDEN, "13": 50}, "age_count", "no: 2 cells of the ages are hidden."),
        (
            {"0-5": 20, "6-11": 60},
            "age_count",
            "no: The band 6-11 lies across 10 and is not split.",
        ),
    ],
)
def test_children_of_an_age_and_under_are_said_or_refused_in_these_words(ages, id, sentence):
    assert said(judged(national(ages=ages, **TEN))[id, "10_and_under"]) == sentence


@pytest.mark.parametrize(
    ("known", "rule"), [(60, "free"), (59, "state"), (30, "state"), (29, "state_both")]
)
def test_how_much_is_known_says_how_it_is_told(known, rule):
    assert age_coverage_rule(known, 100) == rule


def test_in_one_force_five_is_the_fewest_that_are_named_and_that_are_left():
    for ages in ({"9": 5, "13": 60}, {"9": 60, "13": 5}):
        local = judged(facts_of(65, ages=ages, **TEN))
        assert local["age_count", "10_and_under"].allowed
        assert local["age_table", "latest"].allowed
    for ages in ({"9": 4, "13": 60}, {"9": 60, "13": 4}):
        local = judged(facts_of(64, ages=ages, **TEN))
        assert said(local["age_count", "10_and_under"]) == (
            "no: 4 in one force is under 5: too few to name."
        )
        assert said(local["age_table", "latest"]) == (
            "no: One force's table would show a number under 5."
        )
    nought = judged(facts_of(60, ages={"9": 0, "13": 60}))
    assert nought["age_table", "latest"].allowed


@pytest.mark.parametrize(
    ("id", "name", "sentence"),
    [
        ("share_count", "Most", "yes: The platform was Most in 289 of the 290 offences"),
        ("share_count", "One", "yes: The platform was One in 1 of the 290 offences"),
        ("share_count", "Zero", "no: None are known for Zero."),
        ("share", "Snapchat", "yes: The platform was Snapchat in 50% (145) of the 290 offences"),
        ("share", "One", "yes: The platform was One in 0.3% (1) of the 290 offences"),
        ("share", "Most", "yes: The platform was Most in 99.7% (289) of the 290 offences"),
        (
            "share_fraction",
            "Snapchat",
            "yes: The platform was Snapchat in half (145) of the 290 offences",
        ),
        (
            "share_fraction",
            "Near",
            "yes: The platform was Near in a quarter (73) of the 290 offences",
        ),
        ("share_fraction", "Odd", "no: 120 of 290 is near no plain fraction."),
    ],
)
def test_a_share_is_said_or_refused_in_these_words(id, name, sentence):
    parts = {"Snapchat": 145, "Near": 73, "Odd": 120, "One": 1, "Most": 289, "Zero": 0}
    claim = judged(national(**shares(1000, 290, **parts)))[id, f"platform:{name}"]
    if claim.allowed:
        sentence += " recorded in Northshire in 2018/19 for which it is known, out of 1,000 in all."
        assert claim.figures["part"] == parts[name]
        assert (claim.figures["known"], claim.figures["of"]) == (290, 1000)
    assert said(claim) == sentence


def test_a_fraction_is_exact_only_where_it_is_equal():
    near = judged(national(**shares(1000, 290, Near=73)))["share_fraction", "platform:Near"]
    assert (near.figures["form"], near.figures["exactly"]) == ("exact", False)


def test_a_share_of_the_ages_gives_its_figures():
    claim = judged(national(ages={"10": 20, "13": 60, "unknown": 20}, **TEN))
    assert dict(claim["age_share", "10_and_under"].figures) == {
        "count": 20,
        "known": 80,
        "total": 100,
        "percent": 25,
        "known_rule": "free",
    }
    assert dict(claim["age_count", "10_and_under"].figures) == {
        "count": 20,
        "known": 80,
        "total": 100,
    }


def test_fifty_known_are_enough_for_a_percentage():
    def share(known):
        return judged(national(**shares(100, known, Snapchat=20)))["share", "platform:Snapchat"]

    assert share(50).figures["percent"] == 40
    assert said(share(49)) == "no: 49 known is under 50, so no percentage."
