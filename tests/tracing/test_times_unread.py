"""Words of time that nobody read leave no figure right; the peak and the new rules are read."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, MEASURE, TARN

FLAGS = ("mismatch", "untraced", "loose")
RISING = {"2017/18": 120, "2018/19": 150, "2019/20": 214, "2020/21": 188, "2021/22": 290}
UP_AND_DOWN = {"2017/18": 180, "2018/19": 150, "2019/20": 310, "2020/21": 247, "2021/22": 265}
BREAK = {"year": "2019/20", "why": "more kinds of offence are counted"}


def force(series, **more):
    facts = {"place": "Tarn", "measure": MEASURE, "latest": "2021/22", "scope": "force"}
    return Evidence(read_facts({**facts, "series": series, **more}))


FORCES = {
    "rising": force(RISING),
    "up and down": force(UP_AND_DOWN),
    "broken": force(RISING, breaks=[BREAK]),
}


def changes(series):
    """Each earlier year, with its change to the latest as a number and in per cent."""
    *earlier, (_, new) = series.items()
    for year, old in earlier:
        yield year, str(abs(new - old)), f"{100 * abs(new - old) / old:.0f}%"


def verdicts(text, evidence):
    return {figure.text: figure.verdict for figure in trace(text, evidence)}


UNREAD = [
    "Since the inspection the number has risen by {}.",
    "Since the law came in, offences have risen by {}.",
    "Offences have risen by {} since schools opened again.",
    "That is {} more than in the edition but one before this.",
    "The total is up by {} on the one published the summer before last.",
    "Offences are {} higher than at the start of the pandemic.",
    "It was {} lower just before the lockdown.",
    "When the new chief constable came, offences rose by {}.",
    "The number rose by {} after the campaign.",
    "The number rose by {} until the unit was closed.",
    "Since the decade began the number has grown by {}.",
    "Offences have doubled in two and a half years.",
]


@pytest.mark.parametrize("words", UNREAD)
def test_a_change_of_a_time_that_was_not_understood_is_never_right(words):
    for _, *both in changes(RISING):
        for change in both:
            text = f"Tarn Police recorded 290 offences. {words.format(change)}"
            own = change if "{}" in words else "doubled"
            assert verdicts(text, FORCES["rising"])[own] in ("untraced", "mismatch"), text


@pytest.mark.parametrize(
    "words",
    [
        "At the same time the number went up by 102 in a year.",
        "Once again offences rose by 102 on the year before.",
        "Every year brings more: this time 102 more than the year before.",
        "In the first report of its kind, Tarn Police told of a rise of 102 on the year before.",
        "“We said last night that offences rose by 54% in a year.”",
        "The charity said after police recorded 102 more offences in a year that it was a shame.",
        "The last step alone, on the year before, was a rise of 54%.",
    ],
)
def test_words_of_time_that_say_nothing_of_the_years_of_a_change_do_no_harm(words):
    text = f"Tarn Police recorded 290 offences in 2021/22. {words}"
    found = verdicts(text, FORCES["rising"])
    assert found[next(each for each in ("102", "54%") if each in words)] == "traced", found


@pytest.mark.parametrize(
    "words",
    [
        "Offences in Tarn rose by {} as children spend more time online.",
        "A rise of {} in Tarn comes as families spend ever more time online.",
        "A rise of {} in Tarn is a reason to act before it is too late.",
        "Offences in Tarn rose by {} and ministers must act now rather than later.",
        "A rise of {} in Tarn comes before the new law takes effect.",
        "For the first time in years offences in Tarn rose, by {}.",
        "Offences in Tarn rose by {} at a time when schools were closed.",
        "The rise of {} in Tarn shows it is high time that platforms acted.",
        "A rise of {} in Tarn is proof that safety must come first.",
        "A rise of {} in Tarn means the time to act is now.",
        "A rise of {} in Tarn shows ministers must act before more children are harmed.",
        "Offences in Tarn rose by {} as campaigners called once and for all for a law.",
        "A rise of {} in Tarn is a wake-up call after years of inaction.",
        "Offences in Tarn rose by {} as MPs debate when the law should start.",
        "Offences in Tarn have risen by {} and will rise again until ministers act.",
    ],
)
def test_words_of_time_in_a_clause_that_is_not_about_the_figure_do_no_harm(words):
    text = f"Tarn Police recorded 290 offences. {words}"
    assert verdicts(text.format("54%"), FORCES["rising"])["54%"] == "traced"
    assert verdicts(text.format("61%"), FORCES["rising"])["61%"] == "mismatch"


@pytest.mark.parametrize(
    "words",
    [
        "Offences in Tarn rose by 54% as the pandemic began.",
        "Offences in Tarn are 54% higher than at a time when schools were closed.",
        "A rise of 54% in Tarn is a sign of what families suffer since the inspection.",
        "Offences in Tarn rose by 54% before the law took effect.",
        "Offences in Tarn rose by 54% until the unit has been closed.",
        "A rise of 54% in Tarn shows offences are higher than in the first days.",
        "Offences in Tarn are 54% higher than when the law has failed before.",
        "Offences in Tarn are 54% higher than the first time that ministers acted.",
    ],
)
def test_words_of_time_that_may_tell_the_years_of_a_change_are_asked_about(words):
    text = f"Tarn Police recorded 290 offences. {words}"
    assert verdicts(text, FORCES["rising"])["54%"] == "untraced"


POINTED_TO = [
    ("up and down", "2019/20", "That is {} below the high point of the series."),
    ("up and down", "2019/20", "That is {} fewer than at the peak."),
    ("up and down", "2019/20", "The number has come down by {} from its peak."),
    ("up and down", "2018/19", "Since the lowest year the number has risen by {}."),
    ("up and down", "2018/19", "From its lowest ebb the number has risen by {}."),
    ("up and down", "2018/19", "Since that low point offences have risen by {}."),
    ("broken", "2019/20", "Since the change the number has risen by {}."),
    ("broken", "2019/20", "Since the rules were changed the number has risen by {}."),
    ("broken", "2019/20", "Since counting was widened the total has grown by {}."),
    ("broken", "2019/20", "That is {} more than in the first year of the wider count."),
    ("rising", "2017/18", "That is {} more than in the opening year of the series."),
    ("rising", "2017/18", "Since the series began the number has risen by {}."),
    ("rising", "2017/18", "Since its earliest figures the number has risen by {}."),
    ("rising", "2019/20", "That is {} more than two rounds ago."),
    ("rising", "2019/20", "The number has gone up by {} over the past couple of years."),
    ("rising", "2020/21", "Offences rose by {} since the charity last published its figures."),
    ("rising", "2020/21", "Offences have gone up by {} since the previous edition of the survey."),
]


@pytest.mark.parametrize(("of", "base", "words"), POINTED_TO)
def test_words_that_point_to_a_year_through_the_facts_are_the_base_of_a_change(of, base, words):
    series = UP_AND_DOWN if of == "up and down" else RISING
    latest = series["2021/22"]
    for year, *both in changes(series):
        for change in both:
            text = f"Tarn Police recorded {latest} offences. {words.format(change)}"
            verdict = verdicts(text, FORCES[of])[change]
            assert (verdict in FLAGS) == (year != base), (text, verdict)


def test_a_number_that_was_so_much_lower_then_has_risen_since():
    lower = "Tarn Police recorded 290 offences. Two years ago the force had 76 {}."
    assert verdicts(lower.format("fewer"), FORCES["rising"])["76"] == "traced"
    assert verdicts(lower.format("more"), FORCES["rising"])["76"] == "mismatch"


@pytest.mark.parametrize("now", ["now", "today", "it is now"])
def test_a_number_that_was_higher_then_than_now_has_fallen_since(now):
    than = f"Two years ago offences in Tarn were 45 {{}} than {now}."
    assert verdicts(than.format("higher"), FORCES["up and down"])["45"] == "traced"
    assert verdicts(than.format("fewer"), FORCES["up and down"])["45"] == "mismatch"


def test_the_same_period_is_that_of_the_change_told_last():
    tarn = "Offences rose by 94% since 2016/17 in Tarn. "
    england = "In England and Wales they rose by {} over the same time."
    documents = Evidence(read_facts(TARN)), Evidence(read_facts(ENGLAND))
    for change, verdict in (("106%", "traced"), ("46%", "mismatch")):
        found = trace(tarn + england.format(change), *documents)
        assert found[-1].verdict == verdict, found


YEAR_OF_CHANGE = [
    "The count was widened in {}, so older years do not compare.",
    "New counting rules came into force in {}.",
    "The way these crimes are recorded was altered in {}.",
    "In {} the force began to record a wider range of offences.",
    "What counts as an offence was broadened in {}.",
    "Figures before {} were counted in another way.",
    "The method of counting has been different since {}.",
    "Older offences were added to the count in {}.",
    "A change to the recording practice in {} makes older numbers useless.",
    "The {} change in recording lifted the number.",
    "Since {}, when the rules were changed, the total has grown.",
]


@pytest.mark.parametrize("words", YEAR_OF_CHANGE)
def test_a_year_said_of_a_change_in_counting_is_that_of_the_facts(words):
    for year in RISING:
        found = verdicts(words.format(year), FORCES["broken"])
        assert (found[year] in FLAGS) == (year != BREAK["year"]), found


@pytest.mark.parametrize(
    "words",
    [
        "The number fell in {}, and the rules have not changed since.",
        "The rules did not change in {}.",
        "The number fell in {} after the rules changed.",
    ],
)
def test_a_year_beside_a_change_in_counting_that_is_not_said_of_it_may_be_any(words):
    assert verdicts(words.format("2020/21"), FORCES["broken"])["2020/21"] == "traced"


UNREAD_OF_COUNTS = [
    "When the school shut its gates, police had {} offences on their books.",
    "At the turn of the decade Tarn Police dealt with {} offences.",
    "During the pandemic, officers recorded {} such crimes.",
    "Back in the first lockdown, {} offences were recorded.",
    "Before the pandemic there were {} offences.",
    "In the days of the old system, {} offences were recorded.",
    "The lowest ebb came with {} offences.",
    "In the year the chief constable took office, there were {} offences.",
    "Midway through the period the force recorded {} offences.",
    "Early on in the series there were {} offences.",
    "Some while back, the tally stood at {}.",
    "For the year of the launch, Tarn Police gave {}.",
    "By the end of the first inquiry {} offences were on record.",
    "In the middle year of the five there were {} offences.",
    "At the outset the force recorded {} offences.",
    "Under the old chief constable, {} offences were recorded.",
    "The first time we asked, police told us of {} offences.",
    "The number was {} once, and is higher today.",
    "In an earlier report the number stood at {}.",
    "Tarn Police had recorded {} offences the last time anybody checked.",
    "There were {} offences when this paper last wrote about it.",
    "At one stage the force recorded {} offences.",
    "Tarn Police recorded {} offences in a quieter year.",
    "In happier times the force recorded {} offences.",
    "Before anyone had heard of the app, Tarn Police logged {} offences.",
    "Once the unit opened, {} offences were recorded.",
    "The year the pier burned down there were {} offences.",
    "There were {} offences back then.",
    "In those days Tarn Police recorded {} offences.",
    "Formerly the count was {}.",
    "In the penultimate year, Tarn Police recorded {} offences.",
    "In the latest year but one, Tarn Police recorded {} offences.",
]


@pytest.mark.parametrize("words", UNREAD_OF_COUNTS)
@pytest.mark.parametrize("lead", ["Tarn Police has figures for five years.", ""])
def test_a_number_of_a_time_that_was_not_understood_is_not_that_of_the_latest_year(words, lead):
    text = f"{lead} {words.format(290)}"
    assert verdicts(text, FORCES["rising"])["290"] in FLAGS, text


@pytest.mark.parametrize(
    "words",
    [
        "In its latest survey the charity counted {} offences in Tarn.",
        "The newest figure is {} offences.",
        "Police logged {} offences during the year.",
        "In the year under review there were {} offences.",
        "The final total for the year was {}.",
        "Tarn Police recorded {} offences in the most recent twelve months.",
        "The {} offences in the 12 months to March are a shame.",
        "In the year to 31 March, Tarn Police wrote down {} offences.",
        "In the period covered, Tarn Police recorded {} offences.",
        "When the charity asked, Tarn Police gave the number {}.",
        "Tarn Police recorded {} offences, the most yet.",
        "There were {} offences, as parents began to ask questions.",
        "Tarn Police recorded {} offences, said Ms Hale, who has led the unit since it opened.",
        "The offence was recorded {} times.",
        "A 52-year-old told us that {} was too many.",
        "The total was 214, then 188, then {}.",
        "Officers dealt with {} such crimes over the same period.",
        "The number has been low. Now there were {}, under no pressure to find more.",
        "“When it stands at {} a year, that is not a success.”",
        "During the year the force recorded {} offences.",
        "These days {} offences are recorded.",
        "It later emerged that {} offences had been recorded.",
        "Over time the number has risen to {}.",
        "Figures released days before the vote show {} offences.",
        "With schools closed for summer, parents hear that there were {} offences.",
        "In a period of twelve months, {} offences were recorded.",
        "At this stage, {} offences are known.",
        "On the eve of Safer Internet Day, the charity reveals {} offences.",
        "Tarn Police’s number has been {} since release 2.",
    ],
)
def test_words_of_the_latest_year_or_of_no_year_leave_its_number_right(words):
    found = verdicts(words.format(290), FORCES["rising"])
    assert found["290"] == "traced", found


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("More were recorded than in the year before. The number climbed from {} to 290.", 188),
        ("More were recorded than in 2019/20. The count rose from {} to 290.", 214),
        ("There are more than in 2018/19. People tell. The total went from {} to 290.", 150),
        ("More were seen than three years ago. Tarn Police saw it go from {} to 290.", 150),
        ("The increase in the year was {}.", 102),
    ],
)
def test_where_no_year_is_named_the_pair_is_that_of_the_words_before(words, right):
    ends = [*RISING.values()][:-1]
    numbers = ends if right in ends else [290 - each for each in ends]
    for number in numbers:
        text = f"In 2021/22 Tarn Police recorded 290 offences. {words.format(number)}"
        found = verdicts(text, FORCES["rising"])[str(number)]
        assert found == ("traced" if number == right else "mismatch"), text


@pytest.mark.parametrize(
    "words",
    [
        "Tarn Police recorded {} offences in {} and 290 in the latest year, a rise of {}.",
        "It was {} in {}, then 290 in the last year, which is an increase of {}.",
        "Police counted {} in {} and 290 in the most recent year. That is a rise of {}.",
    ],
)
def test_a_change_after_both_its_ends_is_theirs(words):
    for year, _, percent in changes(RISING):
        for _, _, other in changes(RISING):
            text = words.format(RISING[year], year, other)
            found = verdicts(text, FORCES["rising"])[other]
            assert found == ("traced" if other == percent else "mismatch"), text
