"""Ranks of forces, rises in a row and the years of turns: what is said beside a wrong one, too."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.ordinals import number_of
from offences.tracing.trace import trace
from offences.words import verdicts
from tests.tracing.test_turning_points import ALL, DOCUMENTS, OWN, YEARS, wrong


@pytest.mark.parametrize(
    ("word", "number"),
    [("second", 2), ("Tenth", 10), ("2nd", 2), ("3rd", 3), ("11th", 11), ("20th", 20)],
)
def test_words_of_order_have_a_number(word, number):
    assert number_of(word) == number


def of_values(*values):
    return (Evidence(read_facts({**OWN, "series": dict(zip(YEARS, values, strict=True))})),)


@pytest.mark.parametrize(
    ("values", "text", "is_wrong"),
    [
        ((10, 11, 12, 13, 14), "It was the 4th consecutive rise.", False),
        ((10, 11, 12, 13, 14), "It was the 3rd consecutive rise.", True),
        ((14, 13, 12, 11, 10), "It was the fourth consecutive fall.", False),
        ((14, 13, 12, 11, 10), "It was the second consecutive fall.", True),
        ((10, 11, 11, 12, 13), "It was the second consecutive rise.", False),
        ((10, 11, 11, 12, 13), "It was the third consecutive rise.", True),
        ((14, 13, 13, 12, 11), "It was the second consecutive fall.", False),
        ((14, 13, 13, 12, 11), "It was the third consecutive fall.", True),
        ((10, 11, 11, 12, 13), "The number rose for three consecutive years.", True),
        ((10, 11, 11, 12, 13), "The number rose for two consecutive years.", False),
        ((10, 11, 11, 12, 13), "The number rose for the third successive year.", True),
        ((10, 11, 11, 12, 13), "The number rose for the second successive year.", False),
        ((10, 11, 11, 12, 13), "The rise is the second in a row.", False),
        ((10, 11, 11, 12, 13), "The increase last year was the third in a row.", True),
        ((10, 12, 13, 14, 11), "It fell to 11 after three years of increases.", False),
        ((10, 12, 11, 14, 11), "It fell to 11 after two years of increases.", True),
        ((10, 12, 11, 14, 11), "It fell to 11 after two years of cuts.", False),
        ((10, 11, 11, 12, 13), "In 2016/17 it was the third consecutive rise.", False),
        ((10, 11, 11, 12, 13), "The best of the third straight rise: it was good.", False),
    ],
)
def test_a_run_is_as_long_as_the_numbers_have_it(values, text, is_wrong):
    found = trace(text, *of_values(*values))
    assert any(f.verdict == "mismatch" for f in found) is is_wrong


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was the 3rd consecutive rise.", "not_in_turn"),
        ("The number rose for the third successive year.", "not_in_turn"),
        ("It was the 5th consecutive rise.", "not_so_far_back"),
    ],
)
def test_a_run_of_another_length_is_told_from_one_longer_than_the_years_held(text, why):
    figures = trace(text, *of_values(10, 11, 12, 13, 14))
    [found] = [f for f in figures if f.kind == "comparison"]
    assert found.fact == verdicts.fact(why)


def test_each_run_of_a_text_is_looked_at():
    later = "It is the third consecutive annual fall."
    wrong_run = ["third consecutive annual fall"]
    assert wrong(f"A record: the second straight rise of all. {later}") == wrong_run
    assert wrong(f"In 2016/17 it was the second straight rise. {later}") == wrong_run
    in_norshire = later.replace("fall.", "fall in Norshire.")
    assert wrong(f"Kent saw its second straight rise. {in_norshire}") == wrong_run


@pytest.mark.parametrize(
    ("text", "fact", "instead"),
    [
        ("The peak came in 2017/18.", "330 in 2016/17, 318 in 2017/18", "2016/17"),
        ("The low point was 2015/16.", "210 in 2014/15, 260 in 2015/16", "2014/15"),
        ("The only rise came in 2017/18.", "260 in 2015/16, 330 in 2016/17, 318 in 2017/18", ""),
        ("The only fall came in 2016/17.", "330 in 2016/17, 318 in 2017/18, 290 in 2018/19", ""),
        ("The biggest fall came in 2017/18.", "318 in 2017/18, 290 in 2018/19", "2018/19"),
    ],
)
def test_beside_a_wrong_year_are_the_numbers_and_the_year_of_the_turn(text, fact, instead):
    [found] = [f for f in trace(text, *DOCUMENTS) if f.kind == "year"]
    assert (found.verdict, found.fact, found.suggestion) == ("mismatch", fact, instead)


@pytest.mark.parametrize(
    ("values", "year", "is_wrong"),
    [
        ((10, 30, 40, 60, 70), "2015/16", False),  # by twenty, and threefold
        ((100, 130, 140, 190, 200), "2017/18", False),
        ((10, 30, 100, 190, 200), "2016/17", False),  # by more than threefold
        ((10, 30, 100, 190, 200), "2017/18", False),  # by ninety
        ((10, 30, 100, 190, 200), "2015/16", True),
        ((0, 1, 100, 190, 200), "2015/16", True),
        ((10, 10, 11, 11, 11), "2016/17", False),
        ((10, 10, 11, 11, 11), "2015/16", True),
    ],
)
def test_the_biggest_rise_is_by_number_or_in_parts(values, year, is_wrong):
    found = trace(f"The biggest rise came in {year}.", *of_values(*values))
    assert any(f.verdict == "mismatch" for f in found) is is_wrong


@pytest.mark.parametrize(
    ("values", "text", "is_wrong"),
    [
        ((10, 10, 11, 11, 11), "The only rise came in 2016/17.", False),
        ((10, 10, 11, 11, 11), "The only rise came in 2017/18.", True),
        ((11, 11, 10, 10, 10), "The only fall came in 2016/17.", False),
        ((11, 11, 10, 10, 10), "The only fall came in 2018/19.", True),
        ((10, 30, {"value": 90, "months": 9}, 20, 20), "The peak came in 2015/16.", False),
        ((10, 30, {"value": 90, "months": 9}, 20, 20), "The peak came in 2017/18.", True),
        ((10, {"missing": "late"}, 30, 20, 20), "The peak came in 2016/17.", False),
    ],
)
def test_years_alike_are_no_change_and_a_part_of_a_year_is_no_peak(values, text, is_wrong):
    found = trace(text, *of_values(*values))
    assert any(f.verdict == "mismatch" for f in found) is is_wrong


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Redvale is the lowest of the four, and Wyreshire is the second lowest of the four.", []),
        ("Norshire is the second lowest of the four forces.", ["second"]),
        ("Norshire is the second highest of the four forces.", []),
        ("Wyreshire is the second highest of the four forces.", ["second"]),
        ("The second steepest fall since 2016/17 was in Redvale, second of the four.", []),
        ("Kent is now in fourth place.", []),
        ("Norshire comes third.", []),
        ("Wyreshire answered. Norshire comes third.", ["third"]),
        ("By platform it is in fourth place. Norshire is in fourth place.", ["fourth"]),
        ("Kent is in fourth place. Norshire is in third place.", ["third"]),
        ("The most was in Kent. Most: Norshire, with 290.", ["Most"]),
        ("Most: Kent, with 999. Most: Norshire (290).", ["Most"]),
        ("Most: Norshire (291). The most were in Redvale, with 88.", ["291", "most"]),
        ("The biggest rise was in Norshire, with 290.", []),
        ("The highest in Wales and then Norshire, with 290.", []),
        ("Norshire had the third-highest total of any force that replied.", ["third"]),
        ("Norshire had the second-highest total of any force that replied.", []),
        (
            "Keep this in proportion, since Norshire had the third-highest total of any force.",
            ["third"],
        ),
        ("Keep this in proportion, as Norshire had the second-highest total of any force.", []),
        ("The app was no worry, because Norshire came third of all forces.", ["third"]),
        ("By its share of the offences Norshire came third of all forces.", []),
        ("Fewest offences in years\n\nPolice in Norshire spoke of the fewest in years.", []),
        ("The most offences were in\n\nNorshire Police answered the survey.", []),
        ("Highest\nNorshire, with 290.", ["Highest"]),
        ("The most offences:\nNorshire (290), of the forces in the survey.", ["most"]),
        ("Norshire came third on 290, while Wyreshire had fewer.", ["third"]),
        ("Norshire came second at 290, while Wyreshire had fewer.", []),
        ("Its total is the second highest it has recorded.", ["second"]),
        ("The total is the third highest the force has recorded since counting began.", []),
        ("Norshire saw the biggest rise of any of them.", ["biggest rise of any of them"]),
        ("It saw the biggest rise of any of these years.", []),
    ],
)
def test_a_rank_is_of_its_force_and_of_its_kind(text, flagged):
    others = ("four", "999", "290", "highest", "lowest")  # judged by other rules
    assert [each for each in wrong(text) if each not in others] == flagged


@pytest.mark.parametrize("many", [2, 3])
def test_of_fewer_than_three_forces_there_is_no_rank(many):
    panel = dict([*ALL["panel"].items()][:many])
    documents = DOCUMENTS[0], Evidence(read_facts({**ALL, "panel": panel}))
    found = trace("Norshire is now in third place.", *documents)
    assert ("third" in [f.text for f in found if f.verdict == "mismatch"]) is (many > 2)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In 2015/16 Norshire came {} of the four forces.", "second", "third"),
        ("The force is last of the four forces, having been {} a year before.", "second", "third"),
        ("Of the four forces Wyreshire was {} in 2014/15.", "third", "second"),
        ("Of the four forces Norshire was {} the previous year.", "second", "fourth"),
        ("Four forces answered. In 2016/17 Redvale was in {} place.", "fourth", "third"),
        ("Four forces answered. Eastmere was in {} place in 2014/15.", "first", "second"),
    ],
)
def test_a_rank_is_one_in_the_year_that_is_named_with_it(text, right, false):
    assert false not in wrong(text.format(false).replace(false, right))
    assert false in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Of the four forces, Kelshire took over first place in 2016/17.", []),
        ("Of the four forces, Kelshire took over first place in 2017/18.",
         ["first"]),
        ("Of the four forces, Kelshire took first place in 2015/16.", ["first"]),
        ("In 2015/16 Kelshire came second of the forces, behind Eastmere. It took over first place "
         "in 2017/18.", ["first"]),
        ("Of the four forces, Eastmere slipped to second place in 2016/17.", []),
        ("Of the four forces, Eastmere slipped to second place in 2018/19.",
         ["second"]),
        ("Of the four forces, Kelshire was in first place in 2017/18.", []),
        ("Of the four forces, Kelshire has taken the top spot for granted.", []),
    ],
)  # fmt: skip
def test_a_place_that_is_taken_in_a_year_was_not_held_in_the_year_before(text, flagged):
    kelshire = dict(zip(YEARS, (200, 300, 350, 360, 370), strict=True))
    panel = {**ALL["panel"], "Kelshire": kelshire}
    documents = DOCUMENTS[0], Evidence(read_facts({**ALL, "panel": panel}))
    found = [f.text for f in trace(text, *documents) if f.kind == "comparison"]
    assert found == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Four forces answered, with {} recording the most, at {}.", "most"),
        ("Of the four forces, {} had by far the largest total.", "largest"),
        ("Four forces replied. {} logged the most of all.", "most"),
        ("Of the four forces {} recorded the highest number of offences, with {}.", "highest"),
    ],
)
@pytest.mark.parametrize(
    ("name", "number", "is_wrong"),
    [("Eastmere", 361, False), ("Redvale", 88, True), ("Norshire", 290, True)],
)
def test_the_force_that_is_said_to_have_the_most_has_it(text, flagged, name, number, is_wrong):
    said = text.format(name, number)
    assert [f for f in wrong(said) if f == flagged] == ([flagged] if is_wrong else [])


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Four forces answered, with Redvale recording the fewest, at 88.", []),
        ("Four forces answered, with Wyreshire recording the fewest, at 222.", ["fewest"]),
        ("Of the four forces, Norshire had the most in 2016/17.", []),
        ("Of the four forces, Norshire had the most trouble with the form.", []),
        ("Norshire recorded the most it ever has.", []),
    ],
)
def test_the_most_is_of_forces_and_of_the_latest_year(text, flagged):
    assert [f.text for f in trace(text, *DOCUMENTS) if f.kind == "comparison"] == flagged


@pytest.mark.parametrize(
    ("values", "text", "is_wrong"),
    [
        ((10, 11, 11, 12, 13), "It’s the third year running that the total has gone up.", True),
        ((10, 11, 11, 12, 13), "It’s the second year running that the total has gone up.", False),
        ((14, 13, 13, 12, 11), "It’s the 3rd year running, in which it has dropped.", True),
        ((10, 9, 11, 12, 13), "The number has risen in four of the last four years.", True),
        ((10, 9, 11, 12, 13), "The number has risen in three of the last four years.", False),
        ((10, 9, 11, 12, 13), "The number rose in three of the five years.", False),
        ((10, 9, 11, 12, 13), "The number rose in two out of the past four years.", True),
        ((10, 9, 11, 12, 13), "The total has fallen in one of the last four years.", False),
        ((10, 9, 11, 12, 13), "The total has fallen in two of the last four years.", True),
        ((10, 9, 11, 12, 13), "Calls to us have risen in two of the last four years.", False),
        ((10, 9, 11, 12, 13), "It has gone up every year since 2014/15.", True),
        ((10, 9, 11, 12, 13), "It has gone up every year since 2015/16.", False),
        ((10, 9, 11, 12, 13), "It was 9 in 2015/16, and it has risen in each year since.", False),
        ((10, 9, 11, 12, 13), "It was 10 in 2014/15, and it has risen in each year since.", True),
        ((10, 9, 11, 12, 13), "It has dropped every single year since 2015/16.", True),
        ((10, 9, 11, None, 13), "It has gone up every year since 2016/17.", False),
    ],
)
def test_years_with_a_rise_are_counted_and_every_one_since_a_year_has_one(values, text, is_wrong):
    series = {y: n for y, n in zip(YEARS, values, strict=True) if n is not None}
    found = trace(text, Evidence(read_facts({**OWN, "series": series})))
    assert any(f.kind == "comparison" and f.verdict == "mismatch" for f in found) is is_wrong


@pytest.mark.parametrize(
    ("values", "text", "is_wrong"),
    [
        ((10, 11, 12, 11, 14), "It has risen in every year but one.", False),
        ((10, 11, 12, 13, 14), "It has risen in every year but one.", True),
        ((10, 11, 10, 9, 14), "It has risen in every year but one.", True),
        ((10, 11, 10, 9, 14), "It has gone up every year bar two.", False),
        ((10, 11, 12, 11, 14), "It has risen every year except 2017/18.", False),
        ((10, 11, 12, 11, 14), "It has risen every year except 2016/17.", True),
        ((10, 9, 12, 11, 14), "It has risen in every year but one since 2015/16.", False),
        ((10, 11, 12, 11, 14), "The number has fallen only once.", False),
        ((10, 11, 12, 11, 14), "The number has fallen only twice.", True),
        ((10, 9, 12, 11, 14), "The number has fallen just twice since 2014/15.", False),
        ((10, 9, 12, 11, 14), "The number has fallen just twice since 2015/16.", True),
        ((10, 11, 12, 11, 14), "The number fell just once, in 2017/18.", False),
        ((10, 11, 12, 11, 14), "The number fell just once, in 2016/17.", True),
        ((10, 11, None, 11, 14), "The number has fallen only twice.", False),
    ],
)
def test_all_years_but_some_are_as_many_as_there_are(values, text, is_wrong):
    values = [{"missing": "not_held"} if each is None else each for each in values]
    found = trace(text, *of_values(*values))
    assert any(f.verdict == "mismatch" for f in found) is is_wrong


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Police in Eastmere had 361. It is the fourth rise in a row.", []),
        ("Police in Eastmere had 361. It is the third rise in a row.", ["third rise in a row"]),
        ("Police in Eastmere had 361. The number has risen every year since 2014/15.", []),
        ("In Eastmere there were 361. It is the second fall in a row.", ["second fall in a row"]),
    ],
)
def test_a_run_of_it_is_one_of_the_body_before(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("values", "text", "is_wrong"),
    [
        ((100, 150, 190, 220, 240), "It was the biggest yearly rise since 2014/15.", True),
        ((100, 110, 130, 160, 200), "It was the biggest yearly rise since 2014/15.", False),
        ((100, 150, 190, 220, 240), "The increase was 9%, the sharpest since it began.", True),
        ((100, 150, 190, 220, 240), "The increase was 9%, the smallest since it began.", False),
        ((100, 150, 155, 180, 220), "It saw the steepest increase since 2015/16.", False),
        ((100, 150, 155, 180, 220), "It saw the steepest increase in the series.", True),
        ((240, 220, 190, 150, 140), "It was the largest annual fall over the whole series.", True),
        ((240, 230, 215, 190, 140), "It was the largest annual fall over the whole series.", False),
        ((100, 150, 190, 220, 200), "It was the smallest rise in five years.", True),
        ((100, 190, 200, 220, 240), "In 2016/17 it was the smallest rise since 2014/15.", False),
        ((100, 150, 190, 220, 240), "The sharpest rise since 2014/15 was in another area.", False),
        ((100, 150, 190, 220, 240), "Calls saw the biggest rise since 2014/15.", False),
        ((100, 150, 190, 220, 240), "It was the steepest rise of any year in its series.", True),
        ((100, 110, 130, 160, 200), "It was the steepest rise of any year in its series.", False),
        ((100, 150, 190, 220, 240), "That is the smallest rise in any single year.", False),
        ((100, 150, 170, 220, 250), "That is the smallest rise in any single year.", True),
        ((240, 220, 190, 150, 140), "It was the largest fall of any year.", True),
        ((240, 230, 215, 190, 140), "It was the largest fall in its entire series.", False),
        ((240, 220, 190, 150, 140), "It was the largest fall in its entire series.", True),
        ((100, 150, 190, 220, 240), "In 2015/16 it saw the biggest rise of any year.", False),
        # by what was added, and in parts of the year before
        ((50, 80, 150, 180, 260), "It was the biggest rise since 2014/15.", False),
        ((200, 230, 150, 50, 75), "It was the biggest rise since 2014/15.", False),
        ((50, 80, 150, 180, 240), "It was the biggest rise since 2014/15.", True),
        # A year without a change had no rise; and where none had, none was the biggest.
        ((100, 100, 150, 200, 230), "It was the smallest rise in five years.", False),
        ((240, 230, 215, 190, 140), "It was the biggest rise since 2014/15.", True),
        ((100, 150, 190, 220, 240), "Girls saw the biggest rise since 2014/15.", False),
        ((100, 150, 190, 220, 240), "Norshire saw the sharpest rise since 2014/15.", True),
    ],
)
def test_the_latest_change_is_the_most_of_all_only_where_it_is(values, text, is_wrong):
    found = trace(text, *of_values(*values))
    assert any(f.kind == "comparison" and f.verdict == "mismatch" for f in found) is is_wrong


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        # The rises of all four were 62, 113, 18 and 46; those of Eastmere 8, 30, 12 and 9.
        ("Across all forces it was the biggest rise since 2014/15.", ["biggest"]),
        ("Across all forces it was the biggest rise since 2016/17.", []),
        ("Like every force, Eastmere saw the biggest rise since 2014/15.", ["biggest"]),
        ("Like every force, Eastmere saw the smallest rise since 2015/16.", []),
    ],
)
def test_the_most_of_all_changes_is_so_of_the_forces_that_it_is_said_of(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Norshire ranked only second.", []),
        ("Norshire ranked only third.", ["third"]),
        ("Third: Wyreshire, its place among the four forces.", []),
        ("Second: Wyreshire, its place among the four forces.", ["Second"]),
    ],
)
def test_a_rank_behind_ranked_only_or_before_a_colon_is_read(text, flagged):
    assert [f.text for f in trace(text, *DOCUMENTS) if f.kind == "comparison"] == flagged
