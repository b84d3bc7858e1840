"""The age of one person in a text is no figure about the data; a number of cases always is."""

import pytest

from tests.tracing.test_leftovers import flagged


@pytest.mark.parametrize(
    "text",
    [
        "“He’s 16 now and he’s doing his exams,” said his mother.",
        "Her son was 12 when a stranger asked him for a picture.",
        "Linda, 42, from Upper Hollin, found it.",
        "Alan Stone, 58, chair of the heads’ group, said so.",
        "One officer, 29, who joined in the spring, agreed.",
        "The justice secretary, 50, says a bill will follow.",
        "Chloe, now 17, who spoke on Tuesday, agreed.",
        "Her daughter, then 12, was approached by a man who claimed to be 16.",
        "A student of 20 is told he will do unpaid work.",
        "“I’ve told my girls, eight and 11, that they can have a phone at 14.”",
        "“Some of our callers are 14 or 15,” she said.",
        "The man was 51 and lived elsewhere.",
        "“He said he was 14”: inside the unit",
        "Fifteen-year-old Amir got messages at night.",
        "“I’d tell any 13-year-old: you’re not in trouble.”",
        "Harriet Vane-Jones, 39, sits on the committee.",
        "Her team of six covers the county.",
        "It was 22 degrees and 90 miles away, and the Rovers lost 3-1.",
        "She found it at ten to midnight; the next train was at five past.",
        "Ring Karen on extension 4402, or text SAFE to 70707.",
        "The road is shut between junctions 4 and 5.",
        "Notes to editors: 1. Figures were asked for in July. 2. Interviews are possible.",
        "It lasted 0'52\" (14 secs).",
        "Bulletin no. 36 is the newest.",
        "It is a place with two railway stations and three schools.",
        "He posed as a 14-year-old girl. No nine-year-old should need a lawyer.",
        "Two men, aged 29 and 57, are due in court.",
        "I taught for 31 years and am now 68.",
        "“When I was 15 we had one computer.”",
        "I have three children myself. The eldest is 13 and got his phone at 11.",
        "Please speak for amendment 27 in room 4. Doors open at 6.30.",
        "DURATION 40 SECONDS",
        "Parliament has been talking since 2003.",
        "There will be more officers by 2033.",
        "Sarah, 41, found out when two officers knocked.",
        "Leah was 13 when a stranger she knew only as Jay wrote to her. Now 23, she visits clubs.",
        "A mother whose daughter was groomed at 11 has joined it.",
        "“We clear one case and there is another on the desk,” he said.",
        "Detective Stone, who has led the team since 2003, agreed.",
        "A man went to meet a girl he believed was 13.",
        "They wrote to a boy who they thought to be 15.",
        "My daughter, who has just turned 12, showed me.",
        "Most apps say that no one below 13 may join.",
        "Ms Searle, who has nine children, said so.",
        "PC Beth Lunn, who at 23 is the force’s youngest officer, agreed.",
        "Embargoed until 1000 today: a late penalty gave Town a 2-1 win.",
        "The oldest of those arrested was 71.",
        "Its rules say that users must be at least 13.",
        "It’s twenty to five, and the news is next.",
        "What should the parent of a seven-year-old do tonight?",
        "The hall is open from nine o'clock, and until eight tonight.",
    ],
)
def test_an_age_of_a_person_and_other_numbers_of_a_story_are_not_judged(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Snapchat, 45, and Kik, nine, were named.", "45"),
        ("Hollinshire, 58, recorded more.", "58"),
        ("The number was 12 and rose.", "12"),
        ("It recorded 16 offences of girls.", "16"),
        ("The total stood at 14.", "14"),
        ("Her figure was 12.", "12"),
        ("The youngest was 12.", "12"),
        ("Police won 31 cases.", "31"),
        ("They stood at 14.", "14"),
        ("The number has risen since 2003.", "2003"),
        ("Police believed it was 12.", "12"),
        ("The sergeant had 30 girls on her books.", "30"),
        ("It turned 12 into 13.", "12"),
        ("The oldest was 16.", "16"),
        ("The number fell until 1000 offences were recorded.", "1000"),
        ("There must be at least 13 offences.", "13"),
        ("It’s 20 to 30 offences.", "20 to 30"),
        ("The number went from nine to 58.", "nine"),
    ],
)
def test_a_number_that_only_looks_like_an_age_is_judged(text, figure):
    assert figure in flagged(text)
