"""The sentences of a draft, made without a database."""

from offences.claims.facts import Facts
from offences.claims.thresholds import Thresholds
from offences.statistics.cells import Cell
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.answers import Answer, answer_facts
from offences.words.claims import reason
from offences.words.national import recorded_total, without_figure
from offences.words.notes import Asked
from offences.words.page import brief
from tests.words.releases import quotation, shared, written
from tests.words.test_page_sentences import NORTHSHIRE, about, total
from tests.words.test_record import draft

YEAR = Year(2018)


def national(*totals, **more):
    return written(*shared(*totals, **more))


def note(story, title: str) -> str:
    return story.note(title)


def of_2018(*cells: Cell | int):
    """A draft whose newest year is 2018/19."""
    made = [cell if isinstance(cell, Cell) else Cell.count(cell) for cell in cells]
    return draft([Cell.missing("not_asked")] * (4 - len(made)) + made)


# ---- who answered


def test_the_coverage_of_the_releases_own_answers_is_said_without_a_total():
    asked = Asked(
        44,
        31,
        silent=("Dyfed-Powys Police",),
        refused=("Essex Police", "the Metropolitan Police"),
        late=("Kent Police",),
    )
    story = national(asked=asked)
    assert note(story, "Coverage") == (
        "Figures came from 31 of the 44 forces asked. Dyfed-Powys Police did not answer. "
        "Essex Police and the Metropolitan Police refused to answer. "
        "Kent Police has not answered yet."
    )
    assert story.lead == (
        "Figures for 2018/19 came from 31 of the 44 forces asked, answers obtained by the charity "
        "show."
    )


def test_only_print_reports_a_force_unable_to_respond_and_leaves_others_unnamed():
    silent = ("Dyfed-Powys Police",)
    printed = national(total(asked=44), asked=Asked(44, silent=silent, read_from_print=True))
    assert note(printed, "Coverage").startswith(
        "Figures came from 40 of the 44 forces asked. Dyfed-Powys Police was reported as unable to "
        "respond."
    )
    own = note(national(total(asked=44), asked=Asked(44, silent=silent)), "Coverage")
    assert "Dyfed-Powys Police did not answer." in own


def test_all_forces_are_said_as_all():
    text = note(national(asked=Asked(44, 44)), "Coverage")
    assert text == "Figures came from all 44 forces asked."


def test_figures_read_from_print_are_not_said_to_be_all_that_came():
    text = note(national(asked=Asked(44, 20, read_from_print=True)), "Coverage")
    assert text == "Figures from 20 of the 44 forces asked are in the charity’s records."


def test_a_total_of_unknown_coverage_does_not_borrow_the_releases_own():
    text = note(national(total(asked=None, with_figures=None), asked=Asked(44, 31)), "Coverage")
    assert text.startswith("How many forces the total counts was not printed. Figures from 31 of")


def answers_about(outcome: str, *totals) -> str:
    told = Answer("round 2019", 44, (YEAR,), outcome)
    facts = answer_facts("Essex", [told], (), False, Cell.missing("not_in_records"), totals)
    return facts[0].text


def test_all_gave_figures_only_where_the_total_says_so():
    complete = total(asked=44, with_figures=44)
    assert "All 44 gave figures, so Essex did too" in answers_about("answered", complete)
    for totals in ([], [total(asked=44)], [total(asked=46, with_figures=46)]):
        said = answers_about("answered", *totals)
        assert "All" not in said
        assert "Essex answered; we do not have that figure." in said
    assert "Essex refused to answer." in answers_about("refused")


def test_all_is_never_worked_out_from_one_force():
    complete = total(asked=44, with_figures=44)
    for asked in (None, 1):
        told = Answer("round 2019", asked, (YEAR,), "answered")
        said = answer_facts("Essex", [told], (), False, Cell.missing("not_in_records"), (complete,))
        assert "All" not in said[0].text and "None" not in said[0].text
        assert "Essex answered; we do not have that figure." in said[0].text
        beside = without_figure("Essex", (complete,), [told])
        assert "cannot tell whether it includes Essex" in beside.says[0]


def test_a_force_is_called_part_of_a_total_only_if_all_are():
    told = [Answer("round 2019", 44, (YEAR,), "answered")]
    some = without_figure("Essex", (total(asked=44),), told)
    all_of_them = without_figure("Essex", (total(asked=44, with_figures=44),), told)
    assert "cannot tell whether it includes Essex" in some.says[0]
    assert "It includes Essex" in all_of_them.says[0]


# ---- totals and what is printed beside them

NSPCC, PAPER = {"source_url": "https://nspcc.example/"}, {"source_url": "https://paper.example/"}


def test_two_totals_of_one_publication_stand_side_by_side_in_one_sentence():
    story = national(total(**NSPCC), total(400, year=Year(2015), **NSPCC))
    assert story.trend == (
        "In 2018/19, 40 of the 43 forces asked recorded 900 offences. The 900 compares with 400 "
        "reported for 2015/16, but the forces counted in the two years may differ."
    )
    assert "The 400 for 2015/16 is as reported in June 2019." in note(story, "Use")


def test_totals_of_two_newspapers_of_one_month_do_not():
    copy, _ = shared(total(**NSPCC), total(400, year=Year(2015), **PAPER))
    assert copy.changes == ()
    refused = [c for c in copy.claims if c.id == "recorded_pair"]
    assert "two publications" in reason(refused[0])


def test_the_earlier_total_is_the_nearest_one_and_of_the_same_area():
    story = national(
        total(**NSPCC),
        total(500, year=Year(2016), **NSPCC),
        total(400, year=Year(2015), **NSPCC),
        total(600, year=Year(2017), area="Wales", **NSPCC),
    )
    assert "with 500 reported for 2016/17" in story.trend
    assert "600" not in story.trend


def test_an_earlier_total_is_not_given_across_a_change_of_definition():
    breaks = (Break(Year(2017), "A new code"),)
    copy, _ = shared(total(**NSPCC), total(400, year=Year(2015), **NSPCC), breaks=breaks)
    assert copy.changes == ()


def test_the_most_common_age_is_said_once():
    common = total(13, claim="most_common_age", asked=None, with_figures=None)
    assert written(*shared(total(8224, asked=44), common)).text.count("13 was the most") == 1


def test_ages_are_of_the_releases_own_year():
    age = {"asked": None, "with_figures": None, **PAPER}
    old = total(12, claim="most_common_age", year=Year(2017), **age)
    now = total(13, claim="most_common_age", **age)
    young = total(185, claim="age_total", category="10_and_under", **age)
    story = national(total(**NSPCC), old, now, young)
    assert (
        "Where age was recorded, 13 was the most common age. There were 185 offences against "
        "children aged ten and under." in " ".join(story.body)
    )
    assert "12" not in national(total(**NSPCC), old).text


def test_a_day_has_on():
    day = "26 September 2026"
    assert f"published on {day}." in recorded_total(YEAR, (total(vintage=day),)).says[0]
    story = national(total(vintage=day), total(400, year=Year(2015), vintage=day))
    assert f"as reported on {day}" in note(story, "Use")


# ---- remarks, definitions


def test_the_quotation_says_that_the_earlier_figure_is_an_estimate():
    page = about({2017: Cell.count(60).with_flags(estimated=True), 2018: 150})
    assert "The figure for 2017/18 is the force’s own estimate." in quotation(page)


def test_a_remark_is_a_sentence_beside_the_change():
    remarks = {Year(2017): "the charity warned of possible under-recording"}
    said = "About the 2017/18 figure: the charity warned of possible under-recording."
    assert said in " ".join(about({2017: 6, 2018: 43}, remarks=remarks).says)


def test_a_figure_outside_the_act_is_not_called_an_answer_under_it():
    own = "supplied by the force, not under Freedom of Information"
    assert "according to answers to Freedom of Information requests." in quotation(
        about({2017: 48, 2018: 68})
    )
    for year in (2017, 2018):
        page = about({2017: 48, 2018: 68}, remarks={Year(year): own})
        assert "according to figures the force supplied." in quotation(page)


def test_a_change_of_definition_is_said():
    breaks = (Break(Year(2017), "A new code."),)
    said = "Counted in another way since 2017/18: A new code. "
    page = about({2016: 20, 2017: 48, 2018: 68}, breaks=breaks)
    assert page.says[1] == said + "We compare with no earlier year."
    story = draft([Cell.count(20), Cell.count(30), Cell.count(48), Cell.count(68)], breaks)
    assert note(story, "Offences").endswith(said + "The charity compares with no earlier year.")
    assert "Counted" not in note(national(), "Offences")


# ---- chance, thresholds, the change as a field


def test_small_numbers_are_called_small_and_large_ones_are_not():
    small = " ".join(about({2017: 48, 2018: 68}).says)
    large = " ".join(about({2017: 200, 2018: 212}).says)
    assert small == "Up from 48 in 2017/18, though numbers this small can move this much by chance."
    assert "a change this size can be chance." in large
    assert "umbers this small" not in large


def test_the_change_is_given_to_the_chart_in_its_own_words():
    assert about({2017: 48, 2018: 68}).change == "up from 48 in 2017/18"
    assert about({2017: 71, 2018: 77}).change == "similar to the 71 of 2017/18"
    assert about({2017: 48, 2018: Cell.part_year(19, 6)}).change == ""


def test_one_month_is_one_month():
    page = about({2017: 48, 2018: Cell.part_year(3, 1)})
    assert "in one month of 2018/19" in page.title
    assert "This is a figure for one month only." in " ".join(page.says)
    assert "in one month of 2018/19" in of_2018(48, Cell.part_year(3, 1)).trend


def test_the_base_of_a_percentage_is_the_one_that_is_set():
    series = Series({Year(2017): Cell.count(60), Year(2018): Cell.count(180)})
    for base, said in (
        (50, "That is 200% more."),
        (100, "We give no percentage, because 60 is too small to start from."),
    ):
        facts = Facts(
            place="Northshire Police",
            measure="online offences",
            latest=YEAR,
            series=series,
            thresholds=Thresholds(pct_min_base=base),
        )
        assert brief(NORTHSHIRE, facts).says[1] == said
