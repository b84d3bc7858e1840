"""What a number counts decides first: those who came, a team, an age, and no offence.

Each ordinary sentence has twins of its grammar that tell a hidden number and must be stopped.
"""

import pytest

from tests.tracing.test_hidden_numbers import told

SEXES = "about Northshire, where one of two parts is hidden"

WHO_CAME = (
    (
        "The swimming club asked a sergeant to speak to its under-13 boys. Thirty turned up.",
        "Each Monday PC Ali sits in the library with a flask. Two came the first week; last week "
        "there were eleven.",
        "We run a drop-in for boys at the harbour. About thirty came last Tuesday.",
        "“We had twelve at our last boys’ night,” said the youth worker.",
        "The choir, six boys and nine girls, went to York in June.",
        "The play about grooming has a cast of five boys and six girls.",
        "Boys need to hear this as well, says Ann Orr, who runs a team of nine.",
        "The boys’ mentors sit on a school panel. There are four of them at present.",
    ),
    (
        "A court heard of boys. Three turned up.",
        "Northshire hides boys. There was a talk. Four turned up.",
        "The drop-in is for boys who were groomed. Four came last year.",
        "The meeting heard Northshire’s figures for boys. Four turned up.",
        "The meeting went through it all. On boys, four turned up.",
        "The victims, 14 boys and three girls, went to a trial.",
        "The class, two boys and 66 girls, is what Northshire recorded.",
        "In Northshire a panel of four boys was groomed.",
        "Northshire hides the boys. There are four of them at present.",
    ),
)
AGES_OF_OTHERS = (
    (
        "At eleven, our peer mentors may run sessions by themselves.",
        "Ten is too young to vote, and eleven is too young to drive.",
        "A talk on Facebook began at eight. Thirty people turned up.",
        "Ten is old enough to know better, one columnist grumbled.",
    ),
    (
        "At nine, Northshire’s members of the list come in at three.",
        "At ten, the mentors were groomed.",
        "Ten was old in Northshire’s table, nine was too.",
        "Facebook, one Northshire victim wrote.",
        "The talk on Facebook began at eight offences.",
    ),
)
TWINS = ((SEXES, WHO_CAME), ("about Northshire", AGES_OF_OTHERS))


@pytest.mark.parametrize(("about", "twins"), TWINS)
def test_numbers_of_other_people_and_things_pass_and_their_twins_do_not(about, twins):
    ordinary, telling = twins
    assert [text for text in ordinary if told(text, about)] == []
    assert [text for text in telling if not told(text, about)] == []
