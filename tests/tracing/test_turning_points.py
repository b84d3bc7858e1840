"""The year of a peak, a low, a rise or a fall; how many follow each other; and ranks of forces."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

YEARS = ("2014/15", "2015/16", "2016/17", "2017/18", "2018/19")
FORCES = {
    "Norshire": (210, 260, 330, 318, 290),
    "Eastmere": (302, 310, 340, 352, 361),
    "Wyreshire": (120, 130, 128, 150, 222),
    "Redvale": (90, 84, 99, 95, 88),
}
OWN = {
    "place": "Norshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": dict(zip(YEARS, FORCES["Norshire"], strict=True)),
}
ALL = {
    "place": "England",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {name: dict(zip(YEARS, own, strict=True)) for name, own in FORCES.items()},
    "asked": 5,
}
DOCUMENTS = (Evidence(read_facts(OWN)), Evidence(read_facts(ALL)))


def wrong(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The peak came in {}, and there have been fewer since.", "2016/17", "2017/18"),
        ("The peak was reached back in {}.", "2016/17", "2017/18"),
        ("The number in Norshire peaked in {}.", "2016/17", "2015/16"),
        ("{} was the worst year.", "2016/17", "2018/19"),
        ("The low point was {}.", "2014/15", "2015/16"),
        ("In Redvale the low point was {}.", "2015/16", "2014/15"),
        ("The only fall in Wyreshire came in {}.", "2016/17", "2017/18"),
        ("Only once has the number in Wyreshire fallen: in {}.", "2016/17", "2017/18"),
        ("The biggest rise was in {}.", "2016/17", "2017/18"),
        ("The biggest leap came as long ago as {}.", "2016/17", "2017/18"),
        ("The steepest fall came only in {}.", "2018/19", "2017/18"),
        ("In {} the number fell from 330 to 318.", "2017/18", "2016/17"),
        ("The number has fallen, in {}, when it slipped from 330 to 318.", "2017/18", "2018/19"),
        ("It rose from 210 to 260 in {}.", "2015/16", "2016/17"),
    ],
)
def test_a_turn_of_the_numbers_was_in_its_own_year(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Its lowest annual figure, 210, dates from {}.", "2014/15", "2015/16"),
        ("The highest number, 330, was in {}.", "2016/17", "2017/18"),
        ("Its highest total was the 330 of {}.", "2016/17", "2017/18"),
        ("The lowest figure of the five years, 210, came in {}.", "2014/15", "2015/16"),
        ("It has risen from its lowest level of 210 in {}.", "2014/15", "2015/16"),
        ("The highest number of offences was in {}, when there were 330.", "2016/17", "2017/18"),
        ("The lowest figure in the series is 210, for {}.", "2014/15", "2015/16"),
    ],
)
def test_the_highest_or_lowest_of_all_years_may_be_said_of_its_year(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) != []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The lowest number, 290, was in 2018/19.", ["lowest"]),
        ("The highest number, 318, was in 2016/17.", ["318"]),
        ("Its highest ever number was in 2016/17.", ["highest"]),
        ("The highest number of any force was in 2016/17.", ["highest"]),
        ("The highest number in 2016/17 was that of Norshire.", ["highest"]),
        ("The second highest number was in 2017/18.", []),
        ("The third highest number was in 2017/18.", ["third", "highest"]),
    ],
)
def test_no_other_is_said_to_be_highest_or_lowest(text, flagged):
    assert wrong(text) == flagged


def test_no_number_is_the_highest_of_years_that_are_not_all_held():
    text = "Norshire’s highest number, 330, was in 2016/17."
    series = OWN["series"] | {"2015/16": {"missing": "not_held"}}
    for changed in ({"series": series}, {"breaks": [{"year": "2015/16", "why": "new rules"}]}):
        [found, *_] = trace(text, Evidence(read_facts(OWN | changed)))
        assert (found.text, found.verdict) == ("highest", "mismatch")
    [found, *_] = trace(text, *DOCUMENTS)
    assert (found.text, found.verdict, found.fact) == ("highest", "traced", "330 in 2016/17")


@pytest.mark.parametrize("words", ["of 70, came", "by 70, came only", "of 27% came as recently as"])
def test_the_size_of_a_turn_may_stand_before_its_year(words):
    assert "2016/17" not in wrong(f"The biggest rise, {words} in 2016/17.")
    assert "2018/19" in wrong(f"The biggest rise, {words} in 2018/19.")


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("In 2017/18 the number fell from 330 to 290.", ["290"]),
        ("In 2016/17 it rose from 210 to 318.", ["210", "318"]),
        ("In 2018/19 it fell from 318 to 290 in Norshire.", []),
        ("Eastmere rose from 340 to 352 in 2018/19.", ["2018/19"]),
        ("Since 2016/17 it has fallen from 330 to 290.", []),
    ],
)
def test_only_two_numbers_of_neighbouring_years_tell_the_year(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It is the second consecutive annual fall in Norshire.", []),
        ("It is the third consecutive annual fall in Norshire.", ["third consecutive annual fall"]),
        ("It is the fourth rise in a row in Eastmere.", []),
        ("It is the third rise in a row in Eastmere.", ["third rise in a row"]),
        ("Norshire’s number has dropped for the second year running.", []),
        ("Norshire’s number has dropped for the fourth year running.", ["fourth year running"]),
        ("The number has fallen two years in a row.", []),
        ("The number has fallen three years in a row.", ["three years in a row"]),
        ("The number in Eastmere has risen six years in a row.", ["six years in a row"]),
        ("It is the fifth annual rise in a row in Eastmere.", ["fifth annual rise in a row"]),
        ("It is the second fall in the series for Norshire.", []),
        ("It is the first fall in the series for Norshire.", ["first fall in the series"]),
        ("It’s the second time in our figures that Norshire has seen a fall.", []),
        (
            "It’s the first time the number in Redvale has fallen.",
            ["first time the number in Redvale has fallen"],
        ),
        (
            "It’s the first time the number in Eastmere has fallen.",
            ["first time the number in Eastmere has fallen"],
        ),
        ("In 2016/17 it was the first time that it fell in Norshire.", []),
        ("The first time I heard of it the number had dropped.", []),
        ("For the fourth year running, records have fallen behind.", []),
        ("Burglaries in Norshire have fallen for the fourth year running.", []),
    ],
)
def test_so_many_rises_or_falls_end_in_the_latest_year(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The fall in Norshire follows two straight annual rises.", []),
        ("The fall in Norshire came after two consecutive rises.", []),
        ("In Eastmere the rise of 9 follows three straight annual rises.", []),
        ("The fall in Redvale follows one straight rise.", []),
        ("The fall in Redvale follows two straight rises.", ["two straight rises"]),
        ("In Redvale it fell by 7, after two straight rises.", ["two straight rises"]),
        ("The rise in Wyreshire ended two consecutive falls.", ["two consecutive falls"]),
        ("In Norshire there were two straight rises.", ["two straight rises"]),
    ],
)
def test_rises_or_falls_that_are_over_ended_before_the_latest_year(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Norshire comes second of the four with its 290.", []),
        ("Norshire comes third of the four with its 290.", ["third"]),
        ("Wyreshire is now in third place.", []),
        ("Wyreshire is now in second place.", ["second"]),
        ("Wyreshire was the second fastest riser since 2014/15.", ["second"]),
        ("Norshire was the second fastest riser since 2014/15.", []),
        ("Most: Eastmere, with 361.", []),
        ("Most: Norshire, with 290.", ["Most"]),
        ("The fewest were in Redvale, which had 88.", []),
        ("The fewest were in Wyreshire, which had 222.", ["fewest"]),
        ("The next highest was Norshire, with 290.", []),
        ("The most recent figures are from Norshire, with 290.", []),
        ("There were some, at least in Norshire, with 290.", []),
        ("Which force had the most? Norshire, with 290.", ["most"]),
        ("The second most common age was 13, and the third survey is under way.", []),
    ],
)
def test_a_rank_is_wrong_where_the_numbers_give_another(text, flagged):
    assert [each for each in wrong(text) if each in text and each not in ("13", "four")] == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Norshire does not stand out. It came second among the four forces that replied.", []),
        ("Norshire does not stand out. It came third among the four forces.", ["third"]),
        ("Norshire recorded 290. It came third of the four, far behind Eastmere.", ["third"]),
        ("A long way behind Eastmere, Norshire came third among the four forces.", ["third"]),
        ("It puts Norshire third among the 4 forces with figures.", ["third"]),
        ("That makes our county second of the four forces.", []),
        ("That leaves Redvale third of the four forces.", ["third"]),
        ("Redvale was fourth of them by number, and four forces answered.", []),
        ("Big rise, small base: Redvale is fourth of four by volume.", []),
        ("Redvale, where numbers rose, is third of the four by number.", ["third"]),
        ("Third among the forces is Wyreshire.", []),
        ("Four forces answered. Top was Eastmere.", []),
        ("Redvale has slipped to fourth place. Norshire rose to third place.", ["third"]),
        ("Four forces answered. Top was Norshire.", ["Top was Norshire"]),
        ("Of the forces, Norshire is first. Last is Redvale, on 88.", ["first"]),
        ("Of the forces, Eastmere is first. Last is Wyreshire, on 222.", ["Last is Wyreshire"]),
        ("The smallest total was in Norshire.", ["smallest total was in Norshire"]),
        ("The smallest total was in Redvale.", []),
        ("The fastest rise was in Wyreshire, and the safety of children comes first.", []),
        ("In 2016/17 the highest number was in Norshire.", []),
    ],
)
def test_a_rank_is_of_the_force_that_its_sentence_speaks_of(text, flagged):
    assert [f.text for f in trace(text, *DOCUMENTS) if f.kind == "comparison"] == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Redvale was the only force to record fewer offences at the end than at the start.", ""),
        ("Over the period, Redvale is the only force with a fall.", ""),
        ("Norshire was the only force to record fewer than at the start.", "Norshire"),
        ("Redvale was the only force that saw a fall in the latest year.", "Redvale"),
        ("Wyreshire was the only county where the number fell.", "Wyreshire"),
        ("Since 2014/15, only Redvale has seen a fall.", ""),
        ("Since 2014/15, only Norshire saw a fall.", "Norshire"),
        ("Only Eastmere recorded a rise.", "Eastmere"),
        ("Redvale alone saw a fall over the whole period.", ""),
        ("Eastmere was the only force to answer in time, and its number rose.", ""),
        ("Redvale saw a fall. So did Norshire.", ""),
        ("Redvale is the only area with fewer crimes than four years earlier.", ""),
        ("Norshire is the only area with fewer crimes than four years earlier.", "Norshire"),
        ("Since 2014/15, the only force with a fall was Redvale.", ""),
        ("The only force with a fall over the period was Norshire.", "The"),
        ("Redvale has 88. It is also the only force that has a lower number than in 2014/15.", ""),
        ("Wyreshire has 222. It is the only force that has a lower number than in 2014/15.", "It"),
        ("Redvale is small, and it is still the only one with a fall.", "it"),
        ("Ours is the only force that recorded an increase.", "Ours"),
        ("Eastmere and Wyreshire answered. It is the only force with a fall.", ""),
        ("It is also the only county that answered in time.", ""),
        ("Eastmere had 361. Norshire was the only force with a fall over the period.", "Norshire"),
        ("Eastmere had 361. Redvale was the only force with a fall over the period.", ""),
        ("Across England, only Norshire saw a fall over the period.", "Norshire"),
    ],
)
def test_the_only_force_with_a_rise_or_a_fall_is_the_only_one(text, flagged):
    found = [f.text for f in trace(text, *DOCUMENTS) if f.kind == "comparison"]
    assert [each.split()[0] for each in found] == flagged.split()


def _wrong_years(text):
    return [f.text for f in trace(text, *DOCUMENTS) if f.verdict == "mismatch" and "/" in f.text]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The number passed 300 for the first time in {}.", "2016/17", "2017/18"),
        ("It first went above 250 in {}.", "2015/16", "2016/17"),
        ("It first went above 260 in {}.", "2016/17", "2015/16"),  # in 2015/16 it was 260
        ("It first reached 260 in {}.", "2015/16", "2016/17"),
        ("In {} the number in Norshire topped 300 for the first time.", "2016/17", "2018/19"),
        ("{} was the first year in which the number exceeded 300.", "2016/17", "2017/18"),
        ("In {}, for the first time, police in Eastmere logged over 350.", "2017/18", "2017/18"),
        ("In {}, for the first time, the number in Eastmere passed 350.", "2017/18", "2018/19"),
        ("In Redvale it fell below 85 for the first time in {}.", "2015/16", "2018/19"),
        ("Across the four forces the total passed 900 for the first time in {}.",
         "2017/18", "2018/19"),
        ("The number first passed 200 in {}.", "2014/15", "2014/15"),
        ("The number first passed 200 in {}.", "2016/17", "2016/17"),  # perhaps before 2014/15
        ("For the first time, in {}, more than half of the forces answered.", "2018/19", "2018/19"),
        ("It rose above 300 in {}.", "2017/18", "2017/18"),
    ],
)  # fmt: skip
def test_a_number_was_passed_for_the_first_time_in_its_own_year(text, right, false):
    assert _wrong_years(text.format(right)) == []
    assert _wrong_years(text.format(false)) == ([false] if false != right else [])


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("No more than two forces saw their numbers go down.", []),
        ("Two forces saw their figures rise.", []),
        ("Three forces saw their figures rise.", ["Three"]),
        ("No more than three forces saw a fall.", ["three"]),  # true, and loose
        ("In 2018/19 two forces saw a fall.", []),
        ("In 2018/19 three forces saw a fall.", ["three"]),
        ("The other three forces saw a fall.", []),
        ("The other two forces saw a fall.", ["two"]),
        ("We asked ten schools. Three of them saw a rise.", []),
    ],
)
def test_forces_that_saw_their_numbers_change_are_counted(text, flagged):
    assert wrong(text) == flagged


LATE = {"2017/18": {"missing": "late"}, "2018/19": 88}
LEVEL = {"2017/18": 88, "2018/19": 88}
TWO = {name: ALL["panel"][name] for name in ("Norshire", "Eastmere")}


@pytest.mark.parametrize(
    ("panel", "falls", "rises"),
    [
        (ALL["panel"], 2, 2),
        ({**ALL["panel"], "Redvale": LATE}, 1, 2),
        ({**ALL["panel"], "Redvale": LEVEL}, 1, 2),
        (TWO, 1, 1),
    ],
)
def test_a_force_without_one_of_the_years_or_with_the_same_number_has_not_changed(
    panel, falls, rises
):
    documents = DOCUMENTS[0], Evidence(read_facts({**ALL, "panel": panel}))
    for word, many in (("fall", falls), ("rise", rises)):
        [found] = trace(f"Three forces reported a {word}.", *documents)
        fact = f"{many} forces, beside 2017/18"
        assert (found.verdict, found.fact, found.suggestion) == ("mismatch", fact, str(many))


def test_a_rise_has_a_rank_by_its_number_or_by_its_part_of_the_earlier_one():
    totals = {"Norshire": (60, 110), "Eastmere": (200, 290), "Redvale": (300, 310)}
    panel = {name: dict(zip(YEARS[-2:], own, strict=True)) for name, own in totals.items()}
    documents = (
        Evidence(read_facts({**OWN, "series": panel["Norshire"]})),
        Evidence(read_facts({**ALL, "panel": panel})),
    )
    for name, flagged in (("Norshire", 0), ("Eastmere", 0), ("Redvale", 1)):
        found = trace(f"{name} saw the second biggest rise of the three forces.", *documents)
        assert sum(each.verdict == "mismatch" for each in found) == flagged, name


def test_beside_a_true_bound_that_is_loose_is_how_many_forces_it_was():
    [found] = trace("No more than three forces saw a fall.", *DOCUMENTS)
    assert (found.verdict, found.suggestion) == ("loose", "2")


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The year before, the number had slipped from 330 to 318.", []),
        ("The year before, the number had slipped from 318 to 290.", ["318", "290"]),
        (
            "Last year it fell to 290. But the year before that there was a dip, from 330 to 318.",
            [],
        ),
        (
            "Last year it fell to 290. But the year before that there was a dip, from 330 to 312.",
            ["312"],
        ),
        ("It fell as recently as 2017/18, from 330 to 318.", []),
        ("It fell as recently as 2016/17, from 330 to 318.", ["2016/17"]),
        ("New rules of the autumn of 2016 explain the rise that year, from 260 to 330.", []),
        ("New rules of the autumn of 2016 explain the rise that year, from 200 to 330.", ["200"]),
        ("In the previous year there had been a fall, from 330 to 318.", []),
        ("In the previous year there had been a fall, from 340 to 318.", ["340"]),
    ],
)
def test_a_change_of_an_earlier_year_has_its_number_and_the_one_before(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It rose from 210 to 260, then to 330, before falling by 12 in 2017/18.", []),
        ("It went from 260 to 330 and then to 318, before it fell to 290.", []),
        ("It went from 260 up to 330, then back to 318.", []),
        (
            "It rose from 210 to 330, then to 260, before falling by 12 in 2017/18.",
            ["210", "330", "260"],
        ),
        (
            "It rose from 210 to 260, then to 340, before falling by 12.",
            ["210", "260", "340", "12"],
        ),
        ("Now, after 260 and then 330, it is at 318.", ["260", "330", "318"]),
        ("In 2018/19 it went from 260 to 330, then to 318.", ["2018/19", "318"]),
        ("In Eastmere it rose from 302 to 310, then to 340.", []),
        ("In Eastmere it rose from 210 to 260, then to 330.", ["210", "260", "330"]),
    ],
)
def test_three_numbers_in_turn_are_those_of_three_years_in_turn(text, flagged):
    assert wrong(text) == flagged


TWO = "Norshire had 290 in 2018/19 and 210 in 2014/15. For England the totals are {}."


@pytest.mark.parametrize(
    ("numbers", "flagged"),
    [
        ("961 and 915", ["915"]),
        ("722 and 961", ["722"]),
        ("961 in 2018/19 and 722 in 2014/15", []),
        ("961 in 2018/19 and 722 in 2015/16", ["722"]),
    ],
)
def test_two_totals_have_the_two_years_named_before_in_their_order(numbers, flagged):
    assert wrong(TWO.format(numbers)) == flagged
