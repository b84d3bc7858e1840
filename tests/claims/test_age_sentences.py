"""Whole claims about ages and shares: what is said, with which figures, and why where it is not."""

import pytest

from offences.claims.ages import age_count, of_limits, of_parts, share
from offences.claims.rules import Allowed, family
from offences.words.claims import sentence
from tests.claims.worlds import SpokenClaim, all_spoken, facts_of, judged

HOLDS = "It holds for every value the figures can have."


def national(**more):
    return facts_of(1000, scope="national", place="Northshire", **more)


def allowed(id, subject, text, **figures):
    return SpokenClaim(id, subject, True, text=text, figures=figures, reason=HOLDS)


def refused(id, subject, reason):
    return SpokenClaim(id, subject, False, reason=reason)


def registered(subjects, id, rule):
    """The one rule of a family that is judged on these."""
    rules = []
    family(rules, subjects)(id)(rule)
    (only,) = rules
    return only


def test_children_are_counted_at_every_limit_that_is_asked_about():
    rule = registered(of_limits, "age_count", age_count)
    limits = [{"max": 8}, {"max": 10}, {"max": 12}]
    facts = national(ages={"9": 7, "12": 30, "15": 63, "unknown": 20}, age_thresholds=limits)
    expected = [
        refused("age_count", "8_and_under", "None are known at 8 and under."),
        allowed(
            "age_count",
            "10_and_under",
            "7 offences were against children aged 10 and under in Northshire in 2018/19, where age"
            " was recorded (100 of 120).",
            count=7,
            known=100,
            total=120,
        ),
        allowed(
            "age_count",
            "12_and_under",
            "37 offences were against children aged 12 and under in Northshire in 2018/19, where"
            " age was recorded (100 of 120).",
            count=37,
            known=100,
            total=120,
        ),
    ]
    assert all_spoken(rule.judge(facts)) == expected
    assert [claim for (id, _), claim in judged(facts).items() if id == "age_count"] == expected


def test_the_rule_of_an_age_limit_says_what_it_means():
    rule = registered(of_limits, "age_count", age_count)
    assert rule.id == "age_count"
    assert rule.definition == (
        "The offences at an age and under: no cell is hidden and no band lies across the limit.\n\n"
        "For one force neither they nor the rest of the known ages are under 5."
    )


def test_no_limit_asked_about_is_no_claim():
    rule = registered(of_limits, "age_count", age_count)
    assert list(rule.judge(national(ages={"9": 7, "12": 30}))) == []


def test_every_part_of_every_whole_has_its_share():
    rule = registered(of_parts, "share", share)
    facts = national(
        shares={
            "platform": {"of": 1000, "known": 596, "parts": {"Chatter": 149, "Pictures": 0}},
            "sex": {"of": 1000, "known": 40, "parts": {"female": 30}},
        }
    )
    expected = [
        allowed(
            "share",
            "platform:Chatter",
            "The platform was Chatter in 25% (149) of the 596 offences recorded in Northshire in"
            " 2018/19 for which it is known, out of 1,000 in all.",
            part=149,
            known=596,
            of=1000,
            known_rule="state",
            percent=25,
        ),
        refused("share", "platform:Pictures", "None are known for Pictures."),
        refused("share", "sex:female", "40 known is under 50, so no percentage."),
    ]
    assert all_spoken(rule.judge(facts)) == expected
    assert [claim for (id, _), claim in judged(facts).items() if id == "share"] == expected


def test_the_rule_of_a_share_says_what_it_means():
    rule = registered(of_parts, "share", share)
    assert rule.id == "share"
    assert rule.definition == (
        "A part as a percentage of the known cases, half up, where at least 50 are known."
    )


def test_a_rule_of_ages_or_shares_that_rests_on_a_soft_figure_calls_it_so():
    def resting(facts, **about):
        figures = {"count": 9, "part": 9, "known": 60, "of": 90}
        return Allowed(figures, ((facts.place, facts.latest),))

    facts = facts_of(
        {"value": 90, "provisional": True},
        ages={"9": 9, "12": 51},
        age_thresholds=[{"max": 10}],
        shares={"sex": {"of": 90, "known": 60, "parts": {"female": 50}}},
    )
    for subjects, id in ((of_limits, "age_count"), (of_parts, "share_count")):
        (claim,) = registered(subjects, id, resting).judge(facts)
        assert sentence(claim).endswith(" (provisional figure).")


@pytest.mark.parametrize(
    ("known", "told"),
    [(600, "free"), (599, "state"), (596, "state"), (300, "state"), (298, "state_both")],
)
def test_what_is_known_is_never_told_as_if_it_were_a_little_more(known, told):
    whole = {"sex": {"of": 1000, "known": known, "parts": {"female": 149}}}
    claim = judged(national(shares=whole))["share_count", "sex:female"]
    assert claim == allowed(
        "share_count",
        "sex:female",
        f"The sex was female in 149 of the {known} offences recorded in Northshire in 2018/19 for"
        " which it is known, out of 1,000 in all.",
        part=149,
        known=known,
        of=1000,
        known_rule=told,
    )


def test_ten_at_the_most_common_age_are_enough():
    facts = national(ages={"11": 7, "12": 10, "13": 9, "14": 9, "unknown": 5})
    assert judged(facts)["most_common_age", "latest"] == allowed(
        "most_common_age",
        "latest",
        "Where age was recorded (35 of 40), 12 was the most common age in Northshire in 2018/19.",
        ages=[12],
        known=35,
        total=40,
    )


def test_an_age_with_none_is_not_level_with_an_age_that_has_one():
    free = {"age_known_min": 0, "age_mode_min": 0}
    facts = national(ages={"9": 0, "12": 1, "13": 0}, settings=free)
    assert judged(facts)["most_common_age", "latest"] == allowed(
        "most_common_age",
        "latest",
        "Where age was recorded (1 of 1), 12 was the most common age in Northshire in 2018/19.",
        ages=[12],
        known=1,
        total=1,
    )
