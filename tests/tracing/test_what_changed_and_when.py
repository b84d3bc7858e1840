"""A change in something else than offences, or a number of a month, is asked about."""

import pytest

from tests.tracing.tarn_and_england import ask_about_these_alone

OF_SOMETHING_ELSE = [
    "Tarn saw a spike of {} in complaints last year.|35%",
    "There was a rise of {} in arrests in Tarn.|35%",
    "Tarn Police reported a {} increase in convictions.|35%",
    "Childline saw a {} increase in counselling sessions about grooming.|35%",
    "Tarn recorded 149 offences in 2019/20, a rise of {} in offenders.|35%",
    "Tarn recorded 149 offences in 2019/20, an increase of {} in the number of suspects.|35%",
    "Tarn saw a rise of {} in sexting cases last year.|35%",
    "The county had a {} rise in demand.|35%",
    "Tarn's 149 offences amount to a rise of {} in the population.|35 per cent",
]
OF_OFFENCES = [
    "Tarn saw a rise of 35% in online grooming offences.",
    "Tarn saw a 35% rise in recorded cases last year.",
    "Tarn saw a 35% rise in online child abuse.",
    "There was an increase of 35% in the number of offences recorded in Tarn.",
    "Tarn saw a 35% surge in crimes against children.",
    "Tarn saw a rise of 35% in cyber offences against children.",
    "Tarn saw a 35% rise in just twelve months.",
    "Tarn saw a rise of 35% in reports to police.",
    "England and Wales saw a rise of 35% in the forces with both years.",
]
OF_A_MONTH = [
    "Tarn recorded {} offences last month.|149",
    "Last month Tarn Police recorded {} offences.|149",
    "Tarn recorded {} offences in July.|149",
    "Offences in Tarn rose to {} this week.|149",
    "Offences in Tarn rose by {} overnight.|35%",
    "Tarn records {} offences every year.|149",
    "Tarn recorded 149 offences in 2019/20, a monthly rise of {}.|35%",
    "Tarn recorded 149 offences in 2019/20, an average annual rise of {}.|35%",
    "Tarn recorded 149 offences in 2019/20, a rise of {} every year.|35%",
]
OF_THE_YEAR = [
    "Tarn Police recorded 149 offences in the year, figures released last month show.",
    "The force recorded 149 offences, it said this week.",
    "Last month it emerged that Tarn recorded 149 offences in 2019/20.",
    "Last week Tarn said it had recorded 149 offences.",
    "There was an annual rise of 35% in Tarn.",
    "Tarn recorded 149 offences last year, about 12 every month.",
    "Twelve offences were recorded in Tarn every month.",
    "Offences in Tarn rose by 35%, the charity said this month.",
    "Tarn had 149 offences. In July the force told the charity so.",
]


@pytest.mark.parametrize(
    ("false", "true"), [(OF_SOMETHING_ELSE, OF_OFFENCES), (OF_A_MONTH, OF_THE_YEAR)]
)
def test_a_change_is_in_offences_and_over_a_year(false: list[str], true: list[str]) -> None:
    ask_about_these_alone(false, true)
