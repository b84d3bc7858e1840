"""A hidden part told by a person's age, by what is left over, or by when it came up."""

import pytest

from tests.tracing.test_hidden_numbers import told

BOYS = "about Northshire, where one of two parts is hidden"
NONE = "about Northshire, where there may be none"
FIRST = "about Northshire, whose first total is hidden"
TELLING = (
    ("Jacob, ten, from Northshire, was groomed online.", NONE),
    ("Jacob (10) is one of the Northshire victims.", NONE),
    ("Lily, nine, of Northshire, was blackmailed in May.", NONE),
    ("I had four boys in Northshire last year, said the detective.", BOYS),
    ("Northshire: Snapchat 41, Instagram 20, others 9.", "about Northshire"),
    ("Snapchat and Instagram leave nine unaccounted for in Northshire.", "about Northshire"),
    ("In Northshire all but nine of the 70 were against girls.", BOYS),
    ("Take away Snapchat and Instagram and you still have nine.", "about Northshire"),
    ("Nine of the 70 in Northshire were on neither of the two big apps.", "about Northshire"),
    ("Eight: three. Nine: two. Ten: four. These are Northshire’s.", "about Northshire"),
    ("Two at nine and two at ten in Northshire.", "about Northshire"),
    ("There were two of ten, says Northshire’s inspector.", "about Northshire"),
    ("A ten-year-old in Northshire was sent a picture by a man.", NONE),
    ("“Some were just ten,” a Northshire officer said.", NONE),
    ("Northshire grew from three offences to 75 in four years.", FIRST),
    ("Every victim in the 75 offences recorded in Northshire last year was a girl.", BOYS),
    ("The apps whose Northshire figures have been withheld were named at least once.", NONE),
    ("Facebook was used in one month only.", NONE),
    ("In Northshire Facebook turned up in May and June.", NONE),
    ("Facebook has a star. The stars are all threes.", "about Northshire"),
    ("Northshire prints a star for tens; three lie behind it.", "about Northshire"),
    ("Ten was the age of four Northshire victims.", "about Northshire"),
    ("Victims: three, all ten, all from Northshire.", "about Northshire"),
    ("Northshire has five infants in its figures.", NONE),
    ("The Facebook number in Northshire is the number of blind mice.", "about Northshire"),
    ("Every child in the Northshire figures had an age on the form.", NONE),
    ("Sam, ten, of Northshire, was sent pictures by a man.", NONE),
    ("Sam (10) got messages from a stranger in Northshire.", NONE),
    ("Northshire had three (all ten).", "about Northshire"),
    ("Northshire had three tens last year.", "about Northshire"),
    ("The star for Facebook in Northshire is a three.", "about Northshire"),
    ("There is a three behind the star for Facebook in Northshire.", "about Northshire"),
    ("Northshire puts a star for Facebook; it stands for three.", "about Northshire"),
    ("The boys of Northshire could form one football team.", BOYS),
    ("My two boys are in the Northshire figures.", BOYS),
    ("NORTHSHIRE CHILD OF TEN IS YOUNGEST VICTIM", "about Northshire"),
    ("A ten-year-old was the youngest of the victims in Northshire.", "about Northshire"),
    ("No child's age went unrecorded in Northshire.", NONE),
    ("There is no record in Northshire without the victim’s age.", NONE),
    ("Four of all the Northshire offences were on Facebook.", "about Northshire"),
    ("The report is out.\n\nAt ten the number in Northshire falls to four.", "about Northshire"),
)
ORDINARY = (
    ("In Northshire 41 of all the offences recorded were on Snapchat.", "about Northshire"),
    ("No child’s name is recorded in what Northshire sent.", NONE),
    ("Jacob, ten, from Northshire, ran three miles.", NONE),
    ("Lily, nine, was groomed at 13, and tells schools so.", "about England"),
    ("Amir, nine, asked Northshire Police how many children were targeted.", NONE),
    ("Northshire grew from 21 offences to 75.", FIRST),
    ("Facebook was sold in one month and bought back in the next.", NONE),
    ("The infants’ school in Northshire has five classes.", NONE),
    ("Sam, ten, of Northshire, was sent a badge by the mayor.", NONE),
    ("My two boys are in the Northshire football team.", BOYS),
    ("The star for Facebook in Northshire is a mark, no number.", "about Northshire"),
)


@pytest.mark.parametrize(("text", "about"), TELLING)
def test_a_hidden_part_is_told(text, about):
    assert told(text, about)


@pytest.mark.parametrize(("text", "about"), ORDINARY)
def test_what_looks_like_it_tells_nothing(text, about):
    assert told(text, about) == []
