"""Sentences of the press where {right|false} marks a number and another fact's in its place.

With the right numbers nothing is asked about; with a false one, that number is.
"""

import re

import pytest

from tests.tracing.tarn_and_england import flagged

MARKED = re.compile(r"\{([^|}]+)\|([^|}]+)\}")

CHANGES_AND_FORCES = """
{Twelve of the 12|Eight of the 12} forces in England and Wales recorded a rise.
Of the 15 forces asked in England and Wales, {twelve|three} of the 12 with both figures saw it rise.
15 forces were asked and 12 replied; for the 11 with 2016/17 as well it is {2,398|2,489}.
Fifteen forces were approached in England and Wales; {twelve|fifteen} came up with a total.
Of the 12 forces that answered in England and Wales, {one|two} produced no figure for 2016/17.
In the 11 forces with data for both 2016/17 and 2019/20, there was a {106%|35%} increase.
The 12 forces with data for both 2018/19 and 2019/20 saw a rise of {35%|106%}, to 2,489 from 1,842.
For both years, 12 forces in England and Wales had a {35%|106%} rise, to 2,489 from 1,842.
Fifteen forces in England and Wales were asked. Of those, {three|five} produced no figures.
Of the 15 forces approached in England and Wales, {three|twelve} supplied no data for 2019/20.
Of the 15 forces approached in England and Wales, {three|nine} had nothing to offer for 2019/20.
In a survey of {15|12} forces in England and Wales, twelve supplied their numbers.
A survey of {15|12} forces in England and Wales produced answers from {twelve|fifteen}.
12 forces in England and Wales answered for both of the last two years: {35%|106%} more offences.
Other forces say the same. Of the 12 in England and Wales with figures for both years, \
{twelve|eight} recorded more.
Tarn's numbers are known. Did everybody reply?¶Three did not. {Fifteen|Twelve} were asked, and \
{twelve|fifteen} sent in a figure.
"""

CHANGES = """
Tarn's increase between 2018/19 and 2019/20 amounts to {39|54} offences.
The gap between 2016/17 and 2019/20 in Tarn amounts to {72|39} offences.
In three years we've gone from {77|95} to 149 in Tarn.
Since 2017/18, {54|39} offences have been added to Tarn's yearly total.
In 2017/18 Tarn recorded 95. Since then {54|39} offences have been added to its annual count.
Tarn had 110 in 2018/19. Go back to 2016/17, though, and it was 77, so compared with then it is \
{94%|43%} up.
Tarn recorded 149, a rise of {35%|94%} on the previous year and the only increase since then.
Tarn recorded 149, up {39|54}. The jump of {39|54} comes after two years of slower rises.
England and Wales had 2,489. Its rise would have been smaller without Tarn's rise of {39|54}.
Holm recorded 91 offences, having had {60|82} a year earlier.
A rise came in 2018/19, when Tarn's total went up to 110 from {95|77}.
When we joined secondary school in 2018/19 it was {110|95} in Tarn.
"""

SPOKEN = """
Where does it happen?¶Snapchat was forty-eight per cent of those where we know, \
Instagram {thirty-four|eighteen}, Kik {eighteen|thirty-four}.
There were {31|29} in Tarn where we've no age at all.
Which age comes up most in Tarn?¶Locally, {14|13}. There were {27|25} against children of that age.
In Tarn the most common age was 14, with 27 offences; 13 followed with {25|20}.
"""

OF_WHAT = """
Which apps are they? We don't always know. In {83|140} of them we do.
Tarn police cannot always say how old the child was. In {118|149} cases they can.
Snapchat was named in 40 in Tarn. The child's age isn't always known. In {118|83} of them it is.
The age is known in 118 of the 149 Tarn cases, the platform in {83|118} and the sex in {140|149}.
The last survey, which covered 2017/18, counted {95|149} crimes in Tarn.
In the first year of the count, which was 2016/17, Tarn recorded {77|149} crimes.
The figure for Tarn, which is for 2018/19, is {110|149} crimes.
The leaflet, whose numbers are for 2016/17, gives {77|149} crimes in Tarn.
Tarn, which published its count for 2018/19, had {110|149} crimes.
Holm, which gave no figure for 2017/18, recorded {91|60} crimes.
Tarn, which had fewer in 2018/19, recorded {149|77} crimes.
Kik, which barely existed in 2016/17, was named in {15|28} Tarn cases, one more reason to act.
Snapchat crops up in {forty|fifteen} of Tarn's files that mention an app.
Most in Tarn, {112 of the 140|112 of the 149} where the force noted the sex, were against girls.
The weekly average in Tarn is now between {two and three|three and four} offences.
Tarn had 20 against children of 12, and in {14|8} the child was ten years of age or younger.
Tarn had 149. Add its four years together and you get {431|354} offences.
In {40|28} of Tarn's cases the danger came through Snapchat.
Tarn recorded {149|91}; Holm, another force, recorded {91|149}.
Tarn had 149. Holm, a neighbouring force, had {91|60} compared with {60|110} in 2018/19.
In England and Wales, forces that gave numbers for both years were {647|39} offences higher.
Most of them in Tarn, {25|20}, were against youngsters of 13.
"""

SHARES = """
Snapchat was cited in 40 of the 83 cases with a platform on record, a share of {48%|27%}.
Boys were the target in 28 of the 140 cases where sex was noted, being {20%|19%} of them.
Tarn had 14 against children aged 10 and under, being {12%|11%} of those where age is known. \
The corresponding England and Wales proportion is {11%|12%}.
Kik was named in 15 of the 83 cases with a known app, a share of 18%. Snapchat's was {48%|45%}.
Instagram was cited in 28 of the 83 cases with a known platform, a share of {34%|25%}. \
The equivalent for England and Wales is {25%|34%}.
Tarn recorded 28 against boys, {20%|19%} of those where the sex was known, \
and in England and Wales as a whole the share was {19%|20%}.
Why do you keep on about Snapchat?¶Because officers in Tarn named it in {48%|45%} of the cases \
where they noted a site. The share in the country as a whole is lower, at {45%|48%}.
Is Instagram where it happens?¶Often. Detectives recorded it in {28|40} of the cases with an app \
on file.
"""


def lines(sentences: str) -> list[str]:
    return [each for each in sentences.splitlines() if each]


def with_numbers(line: str, false: int | None = None) -> tuple[str, str]:
    """A line with its right numbers, one of them false; and the false number."""
    marked = list(MARKED.finditer(line))
    chosen = iter(range(len(marked)))
    text = MARKED.sub(lambda m: m[2] if next(chosen) == false else m[1], line)
    return text, "" if false is None else marked[false][2]


@pytest.mark.parametrize("line", lines(CHANGES_AND_FORCES))
def test_changes_over_forces_and_forces_without_figures(line):
    tell_apart(line)


@pytest.mark.parametrize("line", lines(CHANGES))
def test_changes_from_a_year_or_a_number_that_the_words_go_back_to(line):
    tell_apart(line)


@pytest.mark.parametrize("line", lines(SPOKEN))
def test_short_answers_and_numbers_of_the_kind_before(line):
    tell_apart(line)


@pytest.mark.parametrize("line", lines(OF_WHAT))
def test_what_a_number_is_of_in_words_beside_it(line):
    tell_apart(line)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Snapchat was named in 40 cases in Tarn, 35% more than in 2018/19.", "35%"),
        ("Instagram was named in 28 cases in Tarn, being 34% more than in 2018/19.", "34%"),
        ("Offences against girls came to 112 in Tarn, which is 39 more than in 2018/19.", "39"),
    ],
)
def test_a_change_beside_the_number_of_a_part_is_that_of_the_part(text, change):
    assert flagged(text) == [change]
    assert flagged("Tarn recorded 149 offences, 35% more than in 2018/19.") == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Girls were approached 112 times in Tarn, up 35%.", "35%"),
        ("Victims in Tarn wrote to us 149 times, up 35%.", "35%"),
        ("Groomers in Tarn talked to children 149 times, a rise of 39.", "39"),
        ("Predators struck 40 times on Snapchat in Tarn, up 35%.", "35%"),
        ("On Snapchat, predators struck 40 times in Tarn, up 35%.", "35%"),
    ],
)
def test_how_often_anything_but_an_offence_happens_has_no_rise_of_the_offences(text, change):
    assert flagged(text) == [change]


@pytest.mark.parametrize(
    ("text", "number", "is_image"),
    [
        ("Officers in Tarn came across 149 files that show a girl or a boy.", "149", True),
        ("Tarn has 149 files that name the victim.", "149", True),
        ("Tarn has 83 video files that name an app.", "83", True),
        ("Tarn has 140 files that name the sex offender.", "140", True),
        ("Tarn has 140 files that note the victim’s sex.", "140", False),
    ],
)
def test_files_are_offences_where_they_say_a_detail_of_one(text, number, is_image):
    assert flagged(text) == ([number] if is_image else [])


def test_a_share_of_those_known_is_no_share_of_all():
    assert flagged("Snapchat was cited in 40 of Tarn's 149 cases, a share of 48%.") == ["48%"]


def test_when_somebody_began_something_else_is_not_when_the_count_began():
    assert flagged("When we started work in Tarn it was 77.") == ["77"]
    assert flagged("When we started asking in Tarn it was 77.") == []


@pytest.mark.parametrize("line", lines(SHARES))
def test_shares_said_again_of_another_body_and_of_what_it_stands_for(line):
    tell_apart(line)


def tell_apart(line: str) -> None:
    text, _ = with_numbers(line.replace("¶", "\n\n"))
    assert flagged(text) == []
    for n in range(len(MARKED.findall(line))):
        text, false = with_numbers(line.replace("¶", "\n\n"), n)
        assert any(false in each or each in false for each in flagged(text)), text
