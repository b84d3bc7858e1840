"""Words that point to an age from one that was named: a year older, those ages."""

from tests.tracing.test_statements import statements

ONE, BAND = (
    "There were 31 offences against 13-year-olds. ",
    "There were 31 offences against children aged 10 to 11. ",
)
AGES = {
    ONE + "Those a year older were the victims of 29.": "aged 14",
    ONE + "Those a year younger were the victims of 29.": "aged 12",
    ONE + "For the age above the number was 29.": "aged 14",
    ONE + "For the age below the number was 29.": "aged 12",
    ONE + "Children of that age were the victims of 29 offences nearby.": "aged 13",
    BAND + "Children of that age were the victims of 29 offences nearby.": "aged 10 to 11",
    BAND + "Children of those ages were the victims of 29 offences nearby.": "aged 10 to 11",
    # "Those ages" are more than one, and nobody named two.
    ONE + "Children of those ages were the victims of 29 offences nearby.": "those ages",
    "Children of that age were the victims of 29 offences nearby.": "that age",
}


def test_words_that_point_to_an_age_are_of_the_one_named_or_the_next():
    found = {
        text: ", ".join(str(each) for each in statements(text)["29"].categories) for text in AGES
    }
    assert found == AGES
