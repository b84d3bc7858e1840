"""A paragraph that names no body, between those of a force and of all forces."""

from tests.tracing.tarn_and_england import flagged

LIVE = """\
11.05 The charity has figures for England and Wales. Eleven forces recorded 2,398 offences in
2019/20, and boys were the victims in 433.

10.41 Asked about apps, the inspector does not hesitate. Snapchat: {} offences. Instagram: {}.
"""


def test_numbers_that_are_all_of_the_force_are_said_of_it():
    assert not {"40", "28"} & {*flagged(LIVE.format(40, 28))}


def test_one_number_of_another_keeps_all_of_them_asked_about():
    assert {"40", "29"} <= {*flagged(LIVE.format(40, 29))}
    assert {"40", "310"} & {*flagged(LIVE.format(40, 310))}
