"""Words around a hidden part that give no number of it, each with twins that do.

Ages of who speaks, nobody who would comment, schools, pets, callers, dates, cells, sums of what is
shown. The twins have the grammar of the ordinary sentence, or nearly so.
"""

import pytest

from tests.tracing.test_hidden_numbers import told

NO_BOYS = "about Northshire, where one of two parts is hidden"
PEOPLE = (
    (
        "Insp Mary Cole, 51 and herself a mother of two sons, will give the talk.",
        "Abusers flatter children first, says Ben Oakes, 29, who was groomed himself at ten.",
        "Nobody at the station would be drawn on Facebook.",
        "No girl of ten should ever be made to feel ashamed, Supt Nia Hale said.",
        "Why is the Facebook row blank, one reader wanted to know.",
        "Why does Northshire hide Facebook, one listener asked.",
        "No boy of ten should think that it is his fault.",
        "Why should Facebook be secret when the Snapchat number is public, one caller asked.",
        "No one should read anything into the blank beside Facebook, said the force.",
        "Northshire took 31 days to answer, eleven beyond the legal limit.",
        "Two fathers from Elm Street have set up a group for parents worried about Facebook.",
        "Nine-year-olds met Sgt Joe Fry and his two labradors.",
        "Officers have visited 31 schools this term, talking to pupils as young as eight.",
        "A single figure can do harm in a town with one primary school.",
    ),
    (
        "Mary Cole, 51 and a mother of two sons, said the Facebook number in Northshire was three.",
        "Ben Oakes, 12, who was groomed himself at ten, spoke of Facebook.",
        "Ben Oakes, 29, whose son was groomed at ten, spoke.",
        "Ben Oakes, 29, who was told that both were groomed at ten, spoke.",
        "Nobody at the station recorded Facebook last year.",
        "Nobody in the Northshire figures was on Facebook.",
        "No one on Facebook should read anything into it.",
        "No one should read the blank on Facebook as a zero.",
        "Northshire had eleven over the years, and the limit is four.",
        "Nobody would deny that Facebook had three.",
        "No girl of ten was in the Northshire figures.",
        "No girl of ten should be in the Northshire figures, and none was.",
        "No nine-year-old had to feel ashamed in Northshire, as none was abused.",
        "Why was my ten-year-old groomed on Facebook, one reader wanted to know.",
        "Why was Facebook in the Northshire figures three times, one reader asked.",
        "Why hide a lad on Facebook in Northshire, one listener asked.",
        "Why hide a pupil on Facebook in Northshire, one listener asked.",
        "Why does Northshire hide the Facebook incident, one listener asked.",
        "Why is Facebook hidden when there were so few, one listener asked.",
        "No girl of ten should have to suffer this.",
        "No boy of ten should be left with what he saw.",
        "Facebook was reported by one reader.",
        "Two fathers whose sons were on Facebook have set up a group in Northshire.",
        "Two fathers have set up a group for victims of Facebook.",
        "Two fathers blame Facebook.",
        "Nine-year-olds met a man with two labradors, and there were three.",
        "Officers have visited 31 victims at schools, talking to pupils as young as eight.",
        "Men were talking to pupils as young as eight.",
        "Police have visited schools after the abuse of pupils as young as eight.",
        "There was one primary school pupil in the Northshire figures.",
        "Northshire recorded one primary school victim.",
    ),
)
ROWS = (
    (
        "“We took the Facebook row out so that no child can be picked out from it,” she said.",
        "Northshire took the Facebook row out to keep its promise.",
        "Facebook isn't in the Northshire table.",
        "No one would talk about the Facebook row at Northshire.",
        "All we could tell callers is that the Facebook number stays under wraps.",
        "Facebook closed in March 2024, long after the period these figures cover.",
        "Ten-year-olds don’t appear in the Northshire table, and neither do those of 11.",
        "Whether a victim of ten is among Northshire’s 75 is something the force will neither "
        "confirm nor deny.",
        "Had the force printed Facebook, anybody with a calculator could have found the rest.",
        "The two oldest groups account for 56.",
    ),
    (
        "The Facebook case is confidential.",
        "The Northshire Facebook cases stay under wraps.",
        "Why should a ten-year-old’s case be secret, one caller wanted to know.",
        "Nobody at the station would discuss the Facebook victim.",
        "“We took the Facebook row out after a girl came forward,” the analyst said.",
        "Northshire took the Facebook row out to protect the lad.",
        "Northshire left its Facebook row out so that the lad cannot be traced.",
        "The Facebook incident isn't in the Northshire table.",
        "Facebook boys are not in the table.",
        "The Northshire Facebook crimes are simply not in the table.",
        "No one would talk about the grooming on Facebook at Northshire.",
        "Why should the Facebook attack be kept secret by Northshire?",
        "No one would talk about the Facebook crime at Northshire.",
        "Facebook closed in 2023, too late for a girl in Northshire.",
        "“We took the Facebook row out, as it had a single case,” the analyst said.",
        "“We took the Facebook row out because it was the smallest,” the analyst said.",
        "“We took the Facebook row out: it was a girl,” the analyst said.",
        "The Facebook number stays under wraps, as it is lower than that for Instagram.",
        "Facebook closed in March 2024, when it had led these figures.",
        "Facebook closed in March 2024, and it was named twice.",
        "Facebook closed in Northshire in March 2024 with two.",
        "Ten-year-olds weren’t groomed in Northshire, and neither were those of 11.",
        "Ten-year-olds don’t appear in the Northshire records, and neither do those of 11.",
        "Whether a victim of ten is among Northshire’s three is something the force will neither "
        "confirm nor deny.",
        "Whether a victim of ten is among Northshire’s 75 is not in doubt: one is.",
        "Had the force printed Facebook, anybody could have seen that it came last.",
        "Had the force printed Facebook, it would have shown a boy.",
        "The two youngest groups account for seven.",
        "The youngest two had three in Northshire.",
        "The two oldest groups account for 57.",
        "The three oldest groups account for 61.",
    ),
)
BOYS = (
    ("Cells marked with a star are suppressed, and boys is one of them.",),
    (
        "Cells marked with a star are suppressed, and a boy is one of the victims.",
        "The children in the suppressed cells were few, and a boy is one of them.",
        "Victims were hidden, and boys were two of them.",
    ),
)


@pytest.mark.parametrize("text", [*PEOPLE[0], *ROWS[0]])
def test_they_tell_nothing_of_a_hidden_part(text):
    assert told(text) == []


@pytest.mark.parametrize("text", [*PEOPLE[1], *ROWS[1]])
def test_twins_that_tell_are_stopped(text):
    assert told(text)


def test_boys_may_be_called_a_hidden_cell_and_no_victim():
    ordinary, telling = BOYS
    assert [text for text in ordinary if told(text, NO_BOYS)] == []
    assert [text for text in telling if not told(text, NO_BOYS)] == []


def test_a_ratio_of_two_shown_parts_is_released():
    assert told("Instagram was outnumbered by Snapchat two to one.") == []
    assert told("Instagram was outnumbered by Snapchat three to one.")
    assert told("Instagram was outnumbered by Facebook two to one.")
    assert told("Two were ten. Instagram was outnumbered by Snapchat two to one.")
