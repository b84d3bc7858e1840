from tests.claims.worlds import facts_of, judged, may

AGES = {"9": 60, "12": 300, "13": 400, "unknown": 240}


def national(**more):
    return facts_of(1000, scope="national", **more)


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


def test_a_share_needs_fifty_known_and_its_complement_must_not_name_anyone():
    few = may(national(**shares(60, 40, Snapchat=20)))
    assert ("share_count", "platform:Snapchat") in few
    assert ("share", "platform:Snapchat") not in few
    local = may(facts_of(70, **shares(70, 60, Snapchat=57)))
    assert ("share_count", "platform:Snapchat") not in local
