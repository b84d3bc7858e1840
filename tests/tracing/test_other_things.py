"""What a text says of something else than the offences is not judged; what may be of them is."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.test_leftovers import DOCUMENTS, LOCAL, flagged


@pytest.mark.parametrize(
    "text",
    [
        # polls
        "A poll of 2,013 adults for the Courier found that 71 per cent want stricter checks.",
        "The trust surveyed 1,000 parents in June and found seven in ten wanted tougher rules.",
        "In our survey of 1,500 pupils, one in eight had been asked for a picture by a stranger.",
        "A study by one university puts it at two in three.",
        "In a poll of 940 doctors, 62% agreed. More than 40% had told no one.",
        # things that are counted nowhere in the figures
        "The hall has 400 chairs and its petition has 58,300 signatures.",
        "The trust helped 38,000 families last year, and its helpline took 5,300 calls.",
        "Firms can be fined up to 10% of turnover.",
        "Its team worked with 640 young people at risk.",
        "The film was seen by 830 students.",
        "Today 120 secondary pupils had a lesson on apps.",
        "The force has put eight more officers into its online team.",
        "The force said it had doubled the size of its online unit.",
        "A coach accused of eleven offences is due in court.",
        "A site with 79.5 million users removed 31,000 images.",
        "“For ten years we have heard promises,” she said.",
        "Of the 26 who come on a Friday, few had told anybody.",
        # nothing of the offences in the sentence
        "Thank you to the 45 of you who came on Tuesday.",
        "Places are limited to 900 and can be booked online.",
    ],
)
def test_what_is_of_something_else_is_not_judged(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A survey of police records found 520 offences.", "520"),
        ("In a survey of 44 forces, 520 crimes were recorded.", "520"),
        ("The study found that 87% of victims were girls.", "87%"),
        ("Police recorded 520.", "520"),
        ("The number was 520.", "520"),
        ("There were 520 victims.", "520"),
        ("Some 520 people were groomed.", "520"),
        ("It has worked for 520 boys.", "520"),
        ("The force made 520 arrests.", "520"),
        ("There were 520 burglaries.", "520"),
        ("Forces sent 520 answers.", "520"),
        ("The campaign cost £3,150.", "3,150"),
        ("It had doubled since 2016/17.", "doubled"),
    ],
)
def test_what_may_be_of_the_offences_is_judged(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police recorded 520 offences; in a poll 62% of parents wanted stricter checks.",
        "Forces recorded 520 offences, and a poll of 1,000 parents found that 62% worry.",
        "Forces recorded 520 offences, but they worry, and a poll of 1,000 found that 62% do.",
        "Forces recorded 520 offences, while in a survey of 44 teachers 71% had told no one.",
        "Police recorded 520 crimes – in our survey, one in eight had been asked for a picture.",
    ],
)
def test_a_poll_is_of_something_else_than_the_offences_of_the_clause_before(text):
    assert flagged(text) == ["520"]


@pytest.mark.parametrize(
    "text",
    [
        "62% of 13-year-olds told a poll that they worry.",
        "62% were worried, a poll of parents says.",
        "One in four teenagers has been asked, a survey found.",
        "62% were worried, and so says a poll of parents. Police recorded offences.",
    ],
)
def test_a_figure_that_opens_the_sentence_of_a_poll_is_of_the_poll(text):
    assert flagged(text) == []


@pytest.mark.parametrize("of", ["of girls had been asked", "use Snapchat", "know of such crimes"])
def test_a_poll_of_parts_or_of_crimes_may_be_of_the_data(of):
    assert flagged(f"A survey found that 62% {of}.") == ["62%"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The charity published its study today. Hollinshire saw a rise of 77%.", "77%"),
        ("According to the study, Hollinshire had 520.", "520"),
        ("A poll shows that Hollinshire's number was 520.", "520"),
        ("The charity's study found that 521 were aged 12 in Hollinshire.", "521"),
        ("Some 77% of teenagers in Hollinshire were on Snapchat.", "77%"),
        ("In Hollinshire 77% of teenagers were boys.", "77%"),
        ("In Hollinshire 520 pupils had been sent sexual messages.", "520"),
        ("The film was about 830 students who were abused online.", "830"),
        ("Hollinshire police supported 520 children last year.", "520"),
        ("Hollinshire opened 520 investigations.", "520"),
        ("Hollinshire saw 520 attempts.", "520"),
    ],
)
def test_what_a_study_or_a_sentence_says_of_the_force_is_judged(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan was carried by 46 votes to nine.",
        "Hollinshire councillors voted by 46 to nine to write to the minister.",
        "The officer gave 46 assemblies in Hollinshire last year.",
        "Hollinshire Police has 46 officers in its online team.",
        "We've 46 people in that unit, and the force is to have 30 more investigators.",
    ],
)
def test_a_number_of_other_things_is_not_one_of_some_offences(text):
    """46 offences were on Snapchat, and 30 against boys."""
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hollinshire Police made 204 arrests.", "204"),
        ("There were 204 assemblies in Hollinshire.", "204"),
        ("In Hollinshire 204 people were victims.", "204"),
        ("There were 30 boys in Hollinshire.", "30"),
        ("The number rose by 46 to nine hundred.", "46"),
    ],
)
def test_a_number_of_all_offences_is_none_of_other_things(text, wrong):
    assert wrong in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The team has 17 detectives and will grow to 46 by the summer.",
        "Mr Hale has 22 volunteers. He would like 46.",
        "The unit lost 14 officers and is down to 46.",
        "The force has 46 staff in its online team.",
        "In other news, the roads are icy, with lows of 46.",
    ],
)
def test_a_number_without_a_noun_goes_on_with_what_was_counted_before(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The force has 17 detectives and they recorded 46.", ["46"]),
        ("The force has 17 detectives and Kik was named in 46.", ["46"]),
        ("Our team has seen offences grow from 46 to 30.", ["46", "30"]),
        ("The team’s figure has grown from 46 to 30.", ["46", "30"]),
        ("The team has 17 detectives and will grow to 134.", ["134"]),
        ("The number has grown from 46 to 30.", ["46", "30"]),
        ("There were 16 offences then. There are 46 now.", ["16", "46"]),
        ("The unit has 12 officers. The total was 46.", ["46"]),
        ("Its two apps featured in 46.", ["46"]),
        ("It lasted 56 hours, he said. Officers there filed 204, up from 46.", ["46"]),
        ("The talk took 56 hours. Officers there saw a rise from 46.", ["46"]),
    ],
)
def test_a_number_goes_on_with_nothing_where_the_words_turn_to_the_offences(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The firm has more than doubled its safety staff.",
        "We have doubled the team’s office space and taken on analysts.",
        "Snap says it has doubled the number of people working on trust and safety.",
        "Fares have trebled in size.",
        "Police said they had doubled the size of their online child abuse unit since 2022.",
        "“We knock on two or three doors a week.”",
        "Our hub in the town has helped families since 2009.",
        "I do seven shifts a week.",
    ],
)
def test_what_doubles_or_is_done_so_often_a_week_may_be_another_thing(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It had doubled the previous total.", "doubled"),
        ("Hollinshire has doubled the number of offences that it recorded.", "doubled"),
        ("They are double the level of 2016/17.", "double"),
        ("That is two attacks a day.", "two"),
        ("They have risen since 2009.", "2009"),
        ("It cost £12 for each of the offences recorded since 2009.", "2009"),
        ("There have been 204 since 2009.", "2009"),
        ("That is seven children a week.", "seven"),
    ],
)
def test_what_doubles_or_happens_so_often_may_be_the_offences(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "“We have safeguarded 134 children since Operation Lantern began.”",
        "She runs a drop-in for about 60 teenagers.",
        "Some 46 youngsters come through his door each week.",
        "In Hollinshire 4,200 pupils heard from our officers last term.",
        "Members agreed to a 12% cut in its library hours.",
    ],
)
def test_what_was_done_for_children_or_by_them_is_not_what_was_done_to_them(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("“We have safeguarded 204 children.”", "204"),
        ("Some 134 youngsters suffered at their hands.", "134"),
        ("In Hollinshire 134 children were hurt.", "134"),
        ("Some 134 children came to be groomed.", "134"),
        ("Police saw a 12% rise in the number of such offences.", "12%"),
        ("Police saw a 12% rise in the last year.", "12%"),
        ("Police saw a 12% fall in the county.", "12%"),
        ("A study of 120 girls found it.", "120"),
    ],
)
def test_what_was_done_to_children_is_judged(text, figure):
    assert figure in flagged(text)


def test_a_number_of_things_may_be_that_of_another_force_and_not_the_forces_own():
    panel = {"Hollinshire": LOCAL["series"], "Fell": {"2018/19": 85}}
    nation = {"place": "England", "measure": LOCAL["measure"], "latest": "2018/19", "panel": panel}
    documents = (*DOCUMENTS, Evidence(read_facts(nation)))
    for number, verdict in ((85, "exempt"), (134, "mismatch")):
        (schools,) = trace(f"In Hollinshire officers went to {number} schools.", *documents)
        assert schools.verdict == verdict


def test_a_year_since_money_was_spent_is_no_base():
    text = "The firms say they have spent more than $30 billion on safety since 2009."
    assert flagged(text) == ["30 billion"]


def test_what_is_no_offence_is_called_by_its_own_name():
    (homes,) = trace("The council approved plans for 204 homes on the old site.", *DOCUMENTS)
    assert (homes.verdict, homes.fact) == ("mismatch", "offences are counted, not homes")
