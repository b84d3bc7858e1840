"""A share given again as a number, a small number of a part, and a question answered later."""

from offences.tracing.finding.clauses import Passage
from offences.tracing.hidden_numbers.inherited import question_before
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import documents, flagged


def test_a_number_after_or_is_that_of_the_share_before_unless_a_part_of_its_own_follows():
    texts = {
        "Snapchat was used in 48% of offences where it was known, or 40.": [],
        "Snapchat was used in 48% of offences where it was known, or 28.": ["28"],
        "112 offences were against girls, equal to 80%.": [],
        "112 offences were against girls, equal to 20%.": ["20%"],
        "Snapchat was used in 48% of offences, or 28 were against boys.": [],
        "Snapchat was used in 48%, or 40 offences against boys.": ["40"],
    }
    assert {text: flagged(text) for text in texts} == texts


def test_a_part_of_those_known_is_of_those_whose_own_detail_is_known():
    texts = {
        "Snapchat: 40 of 83.": [],
        "Snapchat: 40 of 140.": ["40 of 140"],
        "Girls (112 of 140) were victims.": [],
        "Girls: 112 of 118.": ["112 of 118"],
        "Girls were victims in 112 of 118.": ["112 of 118"],
        "Age 13: 25 of 118.": [],
        "Age 13: 25 of 140.": ["25 of 140"],
    }
    assert {text: flagged(text) for text in texts} == texts


def test_a_small_number_right_after_a_name_is_an_amount_where_the_name_is_of_a_part():
    texts = {
        "Snapchat had 40 and Kik nine.": ["nine"],
        "Girls had 112 and boys nine.": ["nine"],
        "In Tarn six were against boys.": ["six"],
        "Officers worked in a gale of Force nine.": [],
    }
    assert {text: flagged(text) for text in texts} == texts


def test_a_question_is_answered_by_the_three_sentences_after_it_and_by_no_later_one():
    question = "How many were on Kik?"
    answers = (" We looked.", " It took a day.", " There were three.", " Nobody was hurt.")
    passage = Passage(question + "".join(answers))
    asked = [question_before(passage, passage.text.index(each) + 1) for each in answers]
    assert [bounds and passage.text[slice(*bounds)] for bounds in asked] == [*[question] * 3, None]
    assert question_before(passage, 0) is None
    assert question_before(Passage("Police looked. There were three."), 20) is None
    assert question_before(Passage("We asked how many. There were three."), 25) == (0, 18)


def test_all_but_a_number_is_what_a_part_leaves_of_the_total_or_of_those_known():
    texts = {
        "All but 28 were girls.": "traced",
        "All but 37 were girls.": "traced",
        "All but 6 were girls.": "mismatch",
        "All but 27 were girls.": "mismatch",
    }
    found = {
        text: [f.verdict for f in trace(text, *documents()) if f.kind == "count"] for text in texts
    }
    assert found == {text: [verdict] for text, verdict in texts.items()}
