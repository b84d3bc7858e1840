"""What a number counts, beside a hidden part: its noun, whose it is, a rule, a charge, a figure.

Each ordinary sentence has twins in the same words that tell a hidden number.
"""

import pytest

from tests.tracing.test_hidden_numbers import told

BOYS = "about Northshire, where one of two parts is hidden"
CRIMES = "about Northshire, where two kinds of offence are few"

NOUNS = (
    (
        "Northshire will not give a number for Facebook; it has sent four editors the same line.",
        "Why is Facebook blank? A single footnote under the chart explains it.",
        "Two youth workers run the Facebook page of the museum, which has nine galleries.",
    ),
    (
        "Northshire has a number for Facebook; it fills four lines.",
        "Facebook was named in four villages of Northshire.",
        "Northshire gives no number for Facebook; four editors were groomed there.",
        "Facebook: a single footnote, a single child.",
        "Four pages of victims were Facebook’s.",
    ),
)
LIMITS = (
    (
        "Small figures, those below five, are left out.",
        "Facebook has a star. No count below five is printed, nor one that would give such a "
        "count away.",
        "A cell is blank where it has fewer than five children in it, or so that none of these "
        "can be worked out. Facebook has no number.",
    ),
    (
        "Facebook has a star: it is below five.",
        "Facebook has a star. No count below five is printed.",
        "Facebook has a star. No count below three is printed, nor one that would give it away.",
        "Figures below five are left out, which is why Facebook’s is.",
    ),
)
FAMILIES = (
    (
        "Sergeant Ann Hale, 41, has three children. She lets none of them use Facebook.",
        "The film is by Tom Reed, a joiner of 36 with two daughters, and it is about Facebook.",
        "Abbey Primary has 64 pupils. Six of them, aged eight or nine, painted the mural.",
        "Mr Lowe, a Year 5 teacher, has 27 pupils aged nine and ten. Three of them own a phone.",
        "He’s 18 and has two little sisters, and neither is allowed Facebook.",
    ),
    (
        "Sergeant Ann Hale, 41, has three children on Facebook to trace.",
        "Sergeant Ann Hale has three nine-year-olds in the Northshire figures.",
        "Northshire has three children aged nine.",
        "Facebook is left out. Sergeant Ann Hale has three children. So does Facebook.",
        "Facebook is left out. Ann Hale, 41, has three children, and that is the number.",
        "Abbey Primary has 64 pupils. Six of them, aged eight or nine, were groomed.",
        "Abbey Primary has 64 pupils. Six of them, aged eight or nine, are in the figures.",
        "Mr Lowe has three pupils aged nine in the figures.",
        "Abbey Primary has 12 nine-year-olds in the figures.",
    ),
)
FIGURES = (
    (
        "You will find no row for Facebook, nor one for age nine.",
        "We cannot print a figure for Facebook, or one for nine-year-olds.",
    ),
    (
        "There is no row for Facebook, which had one.",
        "The figure for Facebook is not printed: it is one.",
        "The figure for Facebook is not two but one.",
        "The number is withheld for Facebook, though I would say one.",
        "Northshire has no figure for Facebook, as there was one.",
    ),
)
NOBODY = (
    (
        "Nobody at our school has ever talked to us about Facebook.",
        "No one would tell the committee how many were on Facebook.",
        "Facebook’s row is blank. The table neither proves nor disproves what mothers say.",
        "Facebook, says my aunt, is the one everybody fears.",
        "“My girl is nine and she wants a phone,” one father told the meeting.",
    ),
    (
        "Nobody told us about Facebook.",
        "No one said that it was Facebook.",
        "Nobody of nine was in the Northshire figures.",
        "Facebook is the one we have.",
        "“My girl is nine and a man wrote to her,” one father told the meeting.",
        "“My girl is nine and she is the case,” one father told us.",
        "One father told police that it was Facebook.",
    ),
)
HOURS = (
    (
        "Worried about Facebook? Ring us between nine and five, any day.",
        "No phones after eight, says the head, and no Facebook at all.",
    ),
    (
        "Facebook had between three and five, any reader can see.",
        "No phones after three on Facebook in Northshire.",
        "Facebook? We had nine, any day.",
    ),
)
DECLINED = (
    (
        "The absence of a figure for Facebook annoys me.",
        "Northshire told us why Facebook is missing.",
        "Facebook was left out as its number is too small to print safely.",
        "There is nothing in the release to show whether Facebook is growing or shrinking.",
        "Neither Facebook nor the nines are given an exact number.",
        "The Facebook helpline numbers are on the back page.",
        "Northshire will not publish low counts, so Facebook has no bar.",
    ),
    (
        "The absence of a figure for Facebook means that there was none.",
        "Northshire told us why Facebook is missing: nobody used it.",
        "Facebook was left out as its number is the smallest of all.",
        "Facebook’s number is growing.",
        "Northshire has a low count for Facebook.",
    ),
)
PERSONS = (
    (
        "Dr Ann Lee, 47, a psychologist, spoke about Facebook.",
        "The youth service has a counsellor of 26, and nine-year-olds may come too.",
        "Half the dads in the hall had never heard of Facebook.",
        "The mayor wants Facebook banned. She was clapped by 35 people present.",
        "The vote on a Facebook page was eight for, five against.",
        "Facebook has no number. The class made banners, four of which hang in the hall.",
        "No figure for Facebook was given to councillors. Three of them walked out.",
        "Why is Facebook blank? Twelve was the number of questions put to the mayor.",
    ),
    (
        "Dr Ann Lee, a psychologist, spoke of Facebook, 47, and said no more.",
        "Half the dads in the hall had a child who was groomed on Facebook.",
        "The vote is out: Facebook had eight, five against Snapchat.",
        "Facebook has no number. The class lost pupils, four of which were groomed.",
        "No figure for Facebook was given to victims. Three of them walked out.",
        "Twelve was the number of children on Facebook.",
    ),
)
AGES = (
    (
        "Mrs Grey, whose daughter is nine, wants phones banned until sixteen.",
        "You can leave school at 16, and at nine you can do little.",
        "Talk to them about Facebook before they are ten, she says.",
        "The 14 to 17 youth panel met, and Facebook came up.",
    ),
    (
        "Mrs Grey, whose daughter is nine, wants us to print sixteen.",
        "Facebook stayed at 16.",
        "They are ten on Facebook, she says.",
        "The 14 to 17 on Facebook were girls.",
    ),
)
EVERY = (NOUNS, LIMITS, FAMILIES, FIGURES, NOBODY, HOURS, DECLINED, PERSONS, AGES)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_what_counts_another_thing_tells_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_its_twins_of_the_same_words_are_stopped(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is no figure for Facebook, so do not ask for one.",
        "The force gave no number for Facebook, nor one for age nine.",
    ],
)
def test_one_that_a_verb_makes_a_figure_is_no_count(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook has no figure, or one, if you ask the sergeant.",
        "Facebook’s number was withheld: probably one.",
        "The Facebook figure is hidden, maybe one, said a sergeant.",
        "There is no figure for Facebook, and if there were it would be one.",
    ],
)
def test_one_that_only_stands_beside_a_figure_is_a_count(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Figures on girls (66) are printed; those on boys are given only at UK level.",
        "The cub pack, which has 24 boys and 9 girls, meets on Friday.",
        "Neither the mayor nor the head would be drawn on boys.",
        "Boys find it hard to talk, said Ian Rowe, a plumber of 44 with three sons.",
    ],
)
def test_a_sex_may_be_named_beside_other_numbers(text):
    assert told(text, BOYS) == []


@pytest.mark.parametrize(
    "text",
    [
        "Figures on girls (66) are printed; those on boys were hardly worth it.",
        "Figures on girls (66) are printed; boys were four fewer than ten.",
        "Northshire, which has 66 girls and 4 boys, is quiet.",
        "Neither the mayor nor the head would talk about the four boys.",
        "There were boys, said Ian Rowe, a sergeant of 44 with three on his desk.",
    ],
)
def test_a_hidden_sex_is_not_told_beside_them(text):
    assert told(text, BOYS)


@pytest.mark.parametrize(
    "text",
    [
        "A man from Ely denied two counts of rape of a child in 2012. He was cleared.",
        "The maximum for rape of a child is life. Two judges want it to stay so.",
    ],
)
def test_a_charge_and_a_penalty_are_no_count(text):
    assert told(text, CRIMES) == []


@pytest.mark.parametrize(
    "text",
    [
        "A man denied two counts of rape of a child, the only ones in the figures.",
        "Northshire logged two counts of rape of a child.",
        "The number for rape of a child is at its maximum.",
    ],
)
def test_counts_that_were_recorded_are(text):
    assert told(text, CRIMES)


def test_a_box_left_empty_is_a_detail_not_recorded():
    for text in (
        "Four of the records had nothing in the box marked sex.",
        "Four of the forms had no tick under M/F.",
        "Where Northshire knows the sex, 74 in every hundred are girls.",
    ):
        assert told(text, "about Northshire, where few are neither girls nor boys")
