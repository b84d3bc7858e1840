"""Totals of the forces counted before, and years that words of order point to."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_each_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The twelve logged {} offences.", "2,489", "1,842; 149; 2,398"),
        (
            "Taken together, the twelve recorded {} offences, up 35% on the 1,842 they had "
            "recorded in 2018/19.",
            "2,489",
            "1,842; 149",
        ),
        (
            "The twelve had {} offences to report, 35 per cent more than the 1,842 they "
            "recorded in 2018/19.",
            "2,489",
            "149",
        ),
        ("The 12 add up to {} offences; the year before, they had 1,842.", "2,489", "149"),
        (
            "The 12 add up to 2,489 offences; the year before, they had {}.",
            "1,842",
            "2,489; 110; 1,166",
        ),
        ("Between them the 12 counted {} offences.", "2,489", "149; 1,842"),
        (
            "Between them the 12 counted 2,489 offences, {} up in a year.",
            "35 per cent",
            "26 per cent; 94 per cent",
        ),
        (
            "The twelve counted 2,489 offences, {} up on the 1,842 they had counted in 2018/19.",
            "35%",
            "26%; 94%",
        ),
        ("The {} logged 2,489 offences.", "twelve", "fifteen; eleven"),
        ("The 12 came to 2,489 offences. A year before, the same {} had 1,842.", "12", "15"),
        (
            "The 12 came to 2,489 offences. A year before, the same 12 had {}.",
            "1,842",
            "2,489; 110; 149",
        ),
        (
            "Those 12 came to 2,489 offences. A year earlier those 12 forces recorded {}.",
            "1,842",
            "2,489; 1,166",
        ),
        (
            "Those 12 came to 2,489 offences. The year before, those same 12 logged {}, so "
            "that's up 35 per cent.",
            "1,842",
            "2,489; 1,166; 110",
        ),
    ],
)
def test_the_forces_counted_before_had_a_total(text: str, right: str, false: str) -> None:
    tell_each_apart("Fifteen forces were asked and twelve replied. " + text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "The twelve logged {} offences, up 35% on the 1,842 they had recorded in 2018/19.",
            "2,489",
            "149; 110",
        ),
        (
            "The twelve logged 2,489 offences, up {} on the 1,842 they had recorded in 2018/19.",
            "35%",
            "94%; 26%",
        ),
        (
            "The twelve logged 2,489 offences, up 35% on the {} they had recorded in 2018/19.",
            "1,842",
            "110; 149; 2,489",
        ),
        (
            "The 12 add up to 2,489 offences; the year before, they had {}, so that's a "
            "rise of 35 per cent.",
            "1,842",
            "110; 149",
        ),
        (
            "The 12 add up to 2,489 offences; the year before, they had 1,842, so that's a "
            "rise of {} per cent.",
            "35",
            "94; 26",
        ),
        (
            "The twelve had 2,489 offences between them, of which {} were in Tarn.",
            "149",
            "110; 1,842",
        ),
        ("The twelve recorded 2,489 offences, and Tarn had {} of them.", "149", "110; 1,842"),
        ("The twelve recorded 2,489 offences, with {} in Tarn.", "149", "110; 2,489"),
        (
            "Together, the twelve counted 2,489 offences and girls were the victims in {}.",
            "1,805",
            "112; 433",
        ),
        ("The twelve recorded 2,489 offences, {} of them against girls.", "1,805", "112; 433"),
        ("The twelve had {} in 2018/19.", "1,842", "110; 2,489"),
    ],
)
def test_the_forces_had_a_total_whatever_force_is_named_before(
    text: str, right: str, false: str
) -> None:
    tell_each_apart(
        "Fifteen forces were asked. Twelve answered, Tarn among them, and Holm was late. " + text,
        right,
        false,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The twelve had 2,489 children to protect.",
        "The twelve recorded 2,489 offenders.",
        "The eleven logged 2,489 offences.",
        "The eleven logged 149 offences.",
        "The fifteen logged 2,489 offences.",
        "The fifteen logged 149 offences.",
    ],
)
def test_not_the_forces_had_a_total_whatever_force_is_named_before(text: str) -> None:
    assert (
        flagged(
            "Fifteen forces were asked. Twelve answered, Tarn among them, and Holm was late. "
            + text
        )
        != []
    )


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Tarn, one of the 12 forces, said they recorded {} offences.", "149", "2,489; 110"),
        (
            "At Tarn Police, one of 12 forces that answered, they recorded {} offences.",
            "149",
            "2,489",
        ),
    ],
)
def test_they_are_no_forces_where_a_force_is_named(text: str, right: str, false: str) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Tarn Police recorded 149 offences, almost double the 77 of 2016/17. A year "
            "earlier there were {}.",
            "110",
            "77; 149; 95",
        ),
        (
            "Tarn Police recorded 149 offences, nearly twice the 77 of 2016/17. A year "
            "before it was {}.",
            "110",
            "77; 95",
        ),
        (
            "Tarn Police recorded 149 offences, almost twice as many as the 77 of 2016/17. "
            "The year before there were {}.",
            "110",
            "77; 95",
        ),
        (
            "Tarn Police recorded 149 offences, almost doubling the 77 in 2016/17. A year "
            "earlier there were {}, which makes the latest rise 35 per cent.",
            "110",
            "77; 95",
        ),
        (
            "Tarn Police recorded 95 offences in 2017/18. A year earlier there were {}.",
            "77",
            "110; 149",
        ),
    ],
)
def test_a_year_earlier_is_not_one_before_the_year_compared_with(
    text: str, right: str, false: str
) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    "text", ["In Tarn 149 is about 1.9 times the 77 of 2016/17. A year earlier there were 77."]
)
def test_not_a_year_earlier_is_not_one_before_the_year_compared_with(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Compared with the first of those years, the latest number is {} higher.",
            "94 per cent",
            "35 per cent; 57 per cent",
        ),
        (
            "Compared with the second of those years, the latest number is {} higher.",
            "35 per cent",
            "94 per cent",
        ),
        ("The latest number is {} up on the first of those years.", "94 per cent", "35 per cent"),
        (
            "Against the earlier of the two, the latest figure is up {}.",
            "94 per cent",
            "35 per cent",
        ),
        ("Since the first of those years it has risen by {}.", "94 per cent", "35 per cent"),
        (
            "Last year's number is {} higher than in the later of those two years.",
            "35 per cent",
            "94 per cent",
        ),
        ("There were {} offences in the first of those years.", "77", "110; 149"),
    ],
)
def test_the_first_of_two_years_named_before(text: str, right: str, false: str) -> None:
    tell_each_apart("In 2016/17 the total was 77, and in 2018/19 it was 110. " + text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in the first of those years in 80% of the offences.",
        "Girls were the victims in the first of those years in 112 of the offences.",
    ],
)
def test_not_the_first_of_two_years_named_before(text: str) -> None:
    assert flagged("In 2016/17 the total was 77, and in 2018/19 it was 110. " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Compared with the first of those years, the latest number is {} higher.",
            "94 per cent",
            "35 per cent; 57 per cent",
        ),
        (
            "Compared with the second of those years, the latest number is {} higher.",
            "57 per cent",
            "35 per cent; 94 per cent",
        ),
        ("The latest number is {} up on the first of those years.", "94 per cent", "35 per cent"),
    ],
)
def test_the_first_of_three_years_named_before(text: str, right: str, false: str) -> None:
    tell_each_apart(
        "There were 77 in 2016/17, 95 in 2017/18 and 110 in 2018/19. " + text, right, false
    )


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "There were 77 in 2016/17 and 95 in 2017/18, so the latest figure is {} up on "
            "where the series starts.",
            "94 per cent",
            "57 per cent; 35 per cent",
        ),
        (
            "There were 110 in 2018/19, and the latest figure is {} above where the figures begin.",
            "94 per cent",
            "35 per cent",
        ),
        ("The latest total is {} up on where the data start.", "94 per cent", "35 per cent"),
        (
            "There were 110 in 2018/19; against where the series began it is up {}.",
            "94 per cent",
            "35 per cent",
        ),
    ],
)
def test_where_the_series_starts(text: str, right: str, false: str) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "There were 77 in 2016/17 and 95 in 2017/18, so the latest figure is {} up on 2016/17.",
            "94 per cent",
            "23 per cent; 57 per cent",
        ),
        (
            "There were 77 in 2016/17 and 95 in 2017/18, so last year's number is {} above "
            "the first year.",
            "94 per cent",
            "23 per cent; 57 per cent",
        ),
        (
            "There were 95 in 2017/18 and 110 in 2018/19, so the latest total is {} higher "
            "than in 2017/18.",
            "57 per cent",
            "16 per cent; 35 per cent",
        ),
        (
            "There were 77 in 2016/17 and 95 in 2017/18, so that is {} up.",
            "23 per cent",
            "94 per cent",
        ),
        (
            "It had 110 in 2018/19 and 149 last year, so the latest figure is {} higher.",
            "35 per cent",
            "94 per cent; 16 per cent",
        ),
    ],
)
def test_the_latest_figure_behind_two_numbers_is_compared_with_the_year_named(
    text: str, right: str, false: str
) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Data were also supplied for 2016/17, when a new system came in; they show {} "
            "offences.",
            "77",
            "149; 95; 110",
        ),
        ("The force found its figures for 2016/17. They show {} offences.", "77", "149; 110"),
        ("Only paper records exist for 2016/17, and these list {} offences.", "77", "149"),
        ("The returns for 2018/19 are complete: they contain {} offences.", "110", "149"),
        (
            "The charity asked Tarn Police for figures since 2016/17. They show {} "
            "offences in the latest year.",
            "149",
            "77",
        ),
        ("The data for 2019/20 are new. They show {} offences.", "149", "77; 110"),
        ("Figures for 2018/19 are complete and show {} offences.", "110", "149"),
    ],
)
def test_data_of_a_year_show_its_number(text: str, right: str, false: str) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Data for 2016/17 were wrong; they show 77 girls.",
        "Data for 2016/17 were wrong; they show 112 girls.",
        "There are data for 2016/17; they show 77 children.",
    ],
)
def test_not_data_of_a_year_show_its_number(text: str) -> None:
    assert flagged(text) != []
