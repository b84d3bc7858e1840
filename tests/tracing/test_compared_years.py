"""A number said to be that of another year, or more or fewer, is asked about unless it is."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged

HOLT = {
    **{"place": "Holt", "measure": "online sexual offences against children"},
    **{"latest": "2019/20", "scope": "force"},
    "series": {"2015/16": 60, "2016/17": 84, "2017/18": 91, "2018/19": 84, "2019/20": 84},
}


def of_holt(text: str) -> list[str]:
    found = trace(text, Evidence(read_facts(HOLT)))
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


SAID = [
    "Tarn Police recorded 149 offences in 2019/20, exactly as many as in {}.",
    "Tarn Police recorded 149 offences in 2019/20, the same number as it did in {}.",
    "At 149 in 2019/20, the number of offences in Tarn is unchanged from {}.",
    "There were 149 offences in Tarn in 2019/20. The figure was the same in {}.",
    "Offences in Tarn, 149 of them in 2019/20, are level with {}.",
    "Tarn's 149 offences of 2019/20 match the total for {}.",
    "Tarn recorded 149 offences in 2019/20, no more than in {}.",
    "Tarn recorded 149 offences in 2019/20, identical to the figure for {}.",
    "Tarn recorded 149 offences in 2019/20. We are back to where we were in {}.",
    "Tarn recorded 149 offences in 2019/20. It is back, police say, to exactly what it was in {}.",
    "Tarn recorded 149 offences in 2019/20, almost the same number as in {}.",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("year", ["2016/17", "2017/18", "2018/19", "the previous year"])
def test_another_number_is_asked_about(said: str, year: str) -> None:
    assert flagged(said.format(year))


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("year", ["2016/17", "2018/19", "the previous year"])
def test_the_same_number_is_not(said: str, year: str) -> None:
    assert of_holt(said.format(year).replace("Tarn", "Holt").replace("149", "84")) == []


def test_of_all_years_since_one_each_has_to_be_the_same() -> None:
    said = "Holt Police recorded 84 offences in 2019/20. The number has not changed since {}."
    assert of_holt(said.format("2018/19")) == []
    assert of_holt(said.format("2016/17")) == ["not changed since 2016/17"]
    assert of_holt("Holt's number of offences has stayed the same since 2017/18.")


def test_no_more_and_no_fewer_are_limits() -> None:
    said = "Holt Police recorded 84 offences in 2019/20, no {} than in {}."
    assert of_holt(said.format("more", "2017/18")) == []
    assert of_holt(said.format("fewer", "2015/16")) == []
    assert of_holt(said.format("more", "2015/16"))
    assert of_holt(said.format("fewer", "2017/18"))


@pytest.mark.parametrize(
    "text",
    [
        "In 2019/20 England and Wales recorded 2,489 offences, exactly as many as in 2018/19.",
        "Instagram was named in 28 cases, the same number as in 2018/19.",
        "Of the victims 112 were girls, the same number as the year before.",
        "The number of offences in Tarn, 149, was the same as a year earlier.",
        "Tarn's figure for 2019/20 repeats that of the year before.",
        "In 2019/20 Tarn recorded 149 offences, and 110 in 2018/19, the same as in 2017/18.",
    ],
)
def test_nations_parts_and_sentences_without_a_year_are_asked_about(text: str) -> None:
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 149 offences in 2019/20, not as many as campaigners had feared.",
        "Tarn recorded 149 offences in 2019/20, nearly twice as many as in 2016/17.",
        "Tarn recorded 149 offences in 2019/20. The law is the same as in 2017.",
        "Tarn recorded 149 offences in 2019/20. The form was unchanged from the year before.",
        "Tarn recorded 149 offences in 2019/20, a number no longer the same as in 2018/19.",
        "Tarn recorded 149 offences in 2019/20. Its rules have not changed since 2015.",
        "Is 149 the same as in 2018/19? It is more.",
        "England and Wales recorded 2,489 offences, more than 2000 of them on phones.",
    ],
)
def test_multiples_denials_and_other_things_are_not(text: str) -> None:
    assert [each for each in flagged(text) if " " in each] == []


MORE = ["more than", "higher than", "up on", "many more than", "larger than"]
FEWER = ["fewer than", "lower than", "down on", "far less than", "smaller than"]


@pytest.mark.parametrize(("more", "fewer"), [*zip(MORE, FEWER, strict=True)])
@pytest.mark.parametrize("year", ["2016/17", "2018/19", "the year before"])
def test_more_and_fewer_without_a_number_are_held_against_both_years(
    more: str, fewer: str, year: str
) -> None:
    said = "Tarn Police recorded 149 offences in 2019/20, {} {}."
    where = year if more.endswith("on") or year.startswith("the") else f"in {year}"
    assert flagged(said.format(more, where)) == []
    assert flagged(said.format(fewer, where)) == [
        f"{fewer.split(maxsplit=fewer.count(' ') - 1)[-1]} {where}"
    ]


@pytest.mark.parametrize(
    ("right", "false"),
    [
        (
            "There were 110 offences in Tarn in 2018/19, fewer than in 2019/20.",
            "There were 110 offences in Tarn in 2018/19, more than in 2019/20.",
        ),
        (
            "England and Wales recorded 2,489 offences, up on 2018/19.",
            "England and Wales recorded 2,489 offences, down on 2018/19.",
        ),
        (
            "The number of offences in Tarn was higher than a year earlier.",
            "The number of offences in Tarn was lower than a year earlier.",
        ),
        (
            "Tarn recorded 149 offences in 2019/20, 39 more than in 2018/19.",
            "Tarn recorded 149 offences in 2019/20, 39 fewer than in 2018/19.",
        ),
    ],
)
def test_so_are_those_of_earlier_years_and_of_the_nation(right: str, false: str) -> None:
    assert flagged(right) == []
    assert flagged(false)


FEWER_SAID = [
    "The number in Tarn was {lower} in 2019/20 than in 2017/18.",
    "Tarn Police counted 149 crimes in 2019/20, {fewer} than in 2017/18.",
    "Tarn's total for 2017/18, 95, is {lower} than in 2016/17.",
    "Tarn's 149 offences were {fewer} than the year before.",
    "In May Tarn said that its number of offences was {lower} than in 2016/17.",
    "In 2018/19 Tarn recorded 110 offences, {fewer} than it did in 2017/18.",
]
_MORE = {"fewer": "more", "lower": "higher"}
SO_SAID = [
    "Tarn recorded 149 offences, 39 more than in 2018/19 and 72 more than in 2016/17.",
    "In 2018/19 Tarn recorded 110 offences, more than in 2017/18 but fewer than in 2019/20.",
    "The number in Tarn is 35% higher than in 2018/19.",
    "Offences in Tarn were lower in 2016/17 than in 2019/20, when 149 were recorded.",
    "Tarn recorded 149 offences. Its police force is no bigger than in 2016/17.",
    "England and Wales recorded 2,489 offences, more than in 2018/19.",
    "Tarn's total for 2017/18 was not higher than in 2018/19.",
]


@pytest.mark.parametrize("said", FEWER_SAID)
def test_the_other_way_round_is_asked_about(said: str) -> None:
    fewer = {word: word for word in _MORE}
    assert flagged(said.format(**fewer))
    assert flagged(said.format(**_MORE)) == []


@pytest.mark.parametrize("text", SO_SAID)
def test_what_is_so_of_more_or_fewer_is_not(text: str) -> None:
    assert flagged(text) == []
