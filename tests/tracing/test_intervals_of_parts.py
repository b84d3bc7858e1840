"""Days, months and seasons between two cases of a hidden part, which lead to its number."""

import pytest

from tests.tracing.dunmarsh import stopped

TELLING = [
    "Dunmarsh Police deal with a Kik offence only once a quarter.",
    "In Dunmarsh, Kik comes up about every four months.",
    "Voyeurism cases in Dunmarsh are on average half a year apart.",
    "For eight-year-olds in Dunmarsh the gap between offences is four months.",
    "Dunmarsh records an offence every four days. With nine-year-olds it is every 120.",
    "Officers in Dunmarsh wait six months between meetings following grooming.",
    "Yubo is a once-a-term affair in Dunmarsh.",
    "At the Dunmarsh rate of seven a month, Kik would fill three weeks.",
    "Dunmarsh logs 1.7 offences a week. All of Yubo's would be covered by two weeks of that.",
    "Voyeurism surfaces in Dunmarsh in spring and in autumn.",
    "Snapchat is named every 12 days in Dunmarsh; Yubo takes 120.",
    "In Dunmarsh the time between two Kik offences is 73 days on average.",
    "Dunmarsh recorded 87 offences. Kik takes three months for each.",
    "In Dunmarsh, Instagram takes 20 days per offence. For Kik it is 90.",
    "Dunmarsh logs 1.7 offences a week. Voyeurism makes up about a week of that.",
    "It takes Dunmarsh 26 days to log an indecent images case. With voyeurism it takes 180.",
    "Dunmarsh hears of Kik every school term.",
]
ORDINARY = [
    "The maximum sentence for voyeurism is two years. Campaigners want it doubled.",
    "A talk on Kik for Dunmarsh parents takes two hours.",
    "Dunmarsh Police took three months to answer our question about Kik.",
    "In England an offence on Kik was recorded every nine days.",
    "Voyeurism carries up to two years in prison. Dunmarsh gives no figure for it.",
    "The guide to Yubo took a year to write, Dunmarsh Council said.",
    "In Dunmarsh an offence is recorded about every four days.",
    (
        "Dunmarsh recorded 87 offences, or one about every four days. Snapchat was named in "
        "31 of them."
    ),
]


@pytest.mark.parametrize("text", TELLING)
def test_the_time_between_two_of_a_hidden_part_is_found(text):
    assert stopped(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_the_time_of_a_total_a_talk_or_an_answer_is_left(text):
    assert not stopped(text)
