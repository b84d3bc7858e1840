"""Numbers and words of a press text that are no figures about the data."""

import pytest

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.trace import trace
from tests.claims.oracle import FINDINGS
from tests.claims.worlds import facts_of
from tests.tracing.tarn_and_england import flagged

EXEMPT = {
    "addresses": [
        "Read https://example.org/reports/2019/45 or write to news24@example.org.",
        "See example.org.uk/2019 for more.",
    ],
    "dates": [
        "Published on 25 June 2019, Tuesday 25th June, June 25, 2019 and 26/10/2023.",
        "From 1 April 2018 to 31 March 2019; since April 2015; on 2019-05-03.",
        "On the 1st and 2nd of May; on 26-10-2023.",
    ],
    "times": [
        "Embargoed until 00:01, 00.01hrs, 9am, 5.30pm and 9 o’clock; open 9am-5pm.",
        "TARN NEWS, 1300\nGood afternoon.",
    ],
    "telephones": [
        "Call the helpline on 0808 800 5000, Childline on 0800 1111 or 020 7825 2500.",
        "In danger: 999. Ring 101 or text 85258. Dial 999.",
        "Ask the force on 101, and 999 in an emergency; on 101 and 999 if in danger.",
        "+44 20 7825 2500 or (020) 7825 2500.",
        "Childline is on 0800 11 11. Text 07700 900123, call 07700 900 123 or dial 020 7825 2500.",
    ],
    "statutes": [
        "Under section 15A of the Sexual Offences Act 2003, s.40(2) and schedule 3.",
        "Article 34, Part 3 and sections 12, 14 and 15(1)(a) of the 2000 Act.",
    ],
    "codes": ["Offence code 71/17, class 88A, code 88/1 and 17/15."],
    "notes": [
        "Notes\n1. First.\n2) Second.\n(3) Third.\nSee note 1, table 2 and page 14."
        "\n\nTABLE 3. Ages."
    ],
    "captions": ["GRAPHIC 1: what the police told us.", "Map 2: the forces.", "Psalm 82 was read."],
    "releases": ["It was one number in release 1, another since release 2."],
    "references": ["FOI ref: FOI2019/05954. Charity number 216401, company no. 3022711. SC037717."],
    "places": ["Write to EC2A 3NH."],
    "names": [
        "COVID-19, 24/7, 4G, Key Stage 3, Year 9, Channel 4, Level 2, Windows 10, Protocol 11.",
        "Year 7, Years 10-11 and Years 8 and 9.",
    ],
    "ordinals": ["The 21st meeting, the third report, the 2nd reading."],
    "ages": [
        "Teenagers between 13 and 15.",
        "Children under 16, under-18s, aged ten and under, aged 12 to 15 and 0-17 years old.",
        "5-to-11-year-olds, 12- and 13-year-olds, those under the age of 13, ages 4 to 10.",
    ],
    "fixed phrases": [
        "24 hours a day, seven days a week, 365 days a year.",
        "One of the offences, no one, one another, at one stage, one or more.",
        "One child can be the victim of several.",
    ],
    "adjectives": ["A two-day event, a ten-point plan, a 12-month pilot and a four-year term."],
    "words that count nothing": [
        "Zero tolerance: the other three spoke.",
        "Staff double-check; double figures, double standards, redoubled, half-term, first half.",
        "The last quarter, a quarter of a century, half of the year, a third party, half an hour.",
    ],
    "years": ["In 2018 online crimes were new; the 2022 report; the summer of 2017."],
    "times passed": ["Two weeks ago, within 20 working days, 12 months, for six years."],
    "record": [
        "Forces record offences; a criminal record; for the record; no record of callers.",
        "Police recorded crime; off the record; a track record; it cannot be called a record.",
        "How does 330 compare?",
    ],
    "highest": ["Our highest priority; the highest court in the land."],
}


@pytest.mark.parametrize(
    "text",
    [text for texts in EXEMPT.values() for text in texts],
    ids=lambda text: " ".join(text.split())[:40],
)
def test_what_is_no_figure_raises_no_finding(text):
    for facts in (facts_of(300, 330), facts_of(1, 2, 3, 330)):
        assert not [f for f in trace(text, facts) if f.verdict in FINDINGS]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Police recorded 2043 offences.", "2043"),
        ("It was seen in 2043 cases.", "2043"),
        ("The fee was £3,150.", "3,150"),
        ("Police recorded seven offences.", "seven"),
        ("There were 87 under-18s.", "87"),
        ("Two in three victims were girls.", "Two in three"),
        ("A thousand children were asked.", "A thousand"),
        ("It rose to 87.", "87"),
        ("Nine more offences came to light.", "Nine"),
        ("Call 87 offences what you like.", "87"),
        ("Please do not call 101 a record.", "101"),
        ("Please do not call 550 a record.", "550"),
        ("It was between 276 and 999 in the year before.", "276 and 999"),
        ("The number rose, up on 999 in 2017/18.", "999"),
        ("Two forces record in the same way.", "Two"),
        ("TABLE 95 offences were recorded.", "95"),
        ("Offences have risen from 1933 on.", "1933"),
    ],
)
def test_what_only_looks_exempt_is_found(text, figure):
    found = [f for f in trace(text, facts_of(300, 330)) if f.verdict in FINDINGS]
    assert [f.text for f in found] == [figure]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Offences in the county: 12", "Years go by."),
        ("Users named on record | 4", "High Street was quiet."),
        ("The count is 14", "March was wet."),
        ("TABLE", "14 offences were recorded."),
        ("Offences in 2018/19: 31", "January came."),
    ],
)
def test_a_number_is_no_part_of_what_a_new_paragraph_begins_with(above, below):
    assert [c.kind for c in find(Passage(f"{above}\n\n{below}"))][-1] == "count"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The number fell from ten to four.", ["ten", "four"]),
        ("Girls outnumbered boys by five to one.", ["five", "one"]),
        ("The meeting ended at ten to four.", []),
        ("The phones were busy until five to three.", []),
        ("It was quarter to nine, then twenty past ten.", []),
    ],
)
def test_ten_to_four_is_a_time_only_where_something_is_at_it(text, found):
    passage = Passage(text)
    counts = [c for c in find(passage) if c.kind in ("count", "difference")]
    assert [text[c.start : c.end] for c in counts] == found


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("More than 200 of you have written to me.", []),
        ('VOX: ELLIE, 16: "I had a message."', []),
        ("The minimum age is 13, and the app must ask.", []),
        ("More than 200 of them have been recorded.", ["200"]),
        ("SNAPCHAT, 16 offences", ["16"]),
        ("The minimum is 13, and the maximum 20.", ["13", "20"]),
    ],
)
def test_readers_speakers_and_a_least_age_are_not_counted(text, counted):
    passage = Passage(text)
    found = [c for c in find(passage) if c.kind not in ("exempt", "year")]
    assert [text[c.start : c.end] for c in found] == counted


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Thoughts on Tarn. (1)\n\nIt goes one way. (2)\n\nAnd what of ages? Ask. (3)", []),
        ("Thoughts on Tarn. (1)\n\nBoys were the victims, too. (29)", ["1", "29"]),
        ("Thoughts on Tarn.\n\nBoys were the victims, too. (2)", ["2"]),
        ("Tarn and Holm Board\nPaper 7: Online offences", []),
        ("In this paper 7 offences against boys are named for Tarn.", ["7"]),
    ],
)
def test_numbers_of_posts_and_papers_count_nothing(text, asked):
    assert flagged(text) == asked
