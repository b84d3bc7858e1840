"""What papers put beside a change, a most common age, a rate or a part: read, or asked about."""

import pytest

from tests.tracing.tarn_and_england import ask_about_these_alone

CASES = {
    "the same change in percent": (
        [
            "Tarn had 149 offences, 39 more than the year before, which represents a 57% jump.",
            "Tarn had 149 offences, 39 more than the year before, which represents a 35% drop.",
            "Tarn's tally for 2019/20 was 149, which is 39 above the 110 for 2018/19. In percentage"
            " terms the rise is 94 per cent.",
            "There were 149. During 2018/19 there had been 110, so the rise is one of 39, or 57 per"
            " cent.",
        ],
        [
            "Tarn had 149 offences, 39 more than the year before, which represents a 35% jump.",
            "Tarn's tally for 2019/20 was 149, which is 39 above the 110 for 2018/19. In percentage"
            " terms the rise is 35 per cent.",
            "There were 149. During 2018/19 there had been 110, so the rise is one of 39, or 35 per"
            " cent.",
        ],
    ),
    "since then": (
        [
            "In 2018/19 the force recorded 110, up from 95 the year before. Since then it has risen"
            " by 57%.",
            "There were 95 offences in 2017/18, up from 77 in 2016/17. The number has since risen"
            " by 94 per cent.",
        ],
        [
            "In 2018/19 the force recorded 110, up from 95 the year before. Since then it has risen"
            " by 35%.",
            "There were 95 offences in 2017/18, up from 77 in 2016/17. The number has since risen"
            " by 57 per cent.",
        ],
    ),
    "a leap that comes next": (
        [
            "It was 95 offences in 2017/18, 110 in 2018/19, and then a leap of 57%.",
            "There were 77 offences in 2016/17, 95 in 2017/18, and then a leap of 35%.",
            "There were 149 in 2019/20, and then a rise of 35 per cent.",
        ],
        ["It was 95 offences in 2017/18, 110 in 2018/19, and then a leap of 35%."],
    ),
    "compared with several": (
        [
            "There were 149 in 2019/20, compared with 110 the year before, and with 77 in 2016/17."
            " It is also below the 95 seen in 2017/18.",
            "There were 149, and compared with 2016/17, which saw 95, it is a rise of 94 per cent.",
            "That is more than in 2018/19, which saw 95.",
        ],
        [
            "There were 149 in 2019/20, compared with 110 the year before, and with 77 in 2016/17."
            " It is also above the 95 seen in 2017/18.",
            "There were 149, and compared with 2016/17, which saw 77, it is a rise of 94 per cent.",
            "That is more than in 2018/19, which saw 110.",
        ],
    ),
    "the first figure": (
        [
            "That is 39 more than the year before and almost treble the first figure.",
            "The number is almost half the earliest figure.",
            "That is more than double the figure for the first year.",
            "Almost twice as many online sexual offences are on the books in Tarn as there were in"
            " 2018/19.",
        ],
        [
            "That is 39 more than the year before and almost double the first figure.",
            "The number is almost double the earliest figure.",
            "That is almost double the figure for the first year.",
            "Almost twice as many online sexual offences are on the books in Tarn as there were in"
            " 2016/17.",
        ],
    ),
    "numbers of years in turn": (
        [
            "In 2016/17 Tarn had 77 offences. By 2018/19 the number had reached 95, and last year"
            " it came to 149.",
            "The line starts at 77 offences, in 2016/17, and runs uphill from there: 110, then 95,"
            " then 149.",
            "The full-year count of 110 is the highest of the four years on record.",
        ],
        [
            "In 2016/17 Tarn had 77 offences. By 2018/19 the number had reached 110, and last year"
            " it came to 149.",
            "The line starts at 77 offences, in 2016/17, and runs uphill from there: 95, then 110,"
            " then 149.",
            "The full-year count of 149 is the highest of the four years on record.",
        ],
    ),
    "a rate": (
        [
            "Broken down by the month, that's 2.8.",
            "Per month it comes to 15.",
            "Per week: 12",
            "Per month, that is 12 arrests.",
        ],
        ["Broken down by the month, that's 12.4.", "Per month it comes to 12.", "Per month: 12"],
    ),
    "ages": (
        [
            "Thirteen was the age mentioned most, in 25 offences.",
            "Fourteen was the age mentioned most, in 25 offences.",
            "Thirteen was the single most common age, accounting for 25 offences.",
            "Where an age was put down, 14 came up more than any other, 25 times.",
            "Children aged 14 made up the biggest group of victims, with 27 offences, then those"
            " aged 12 with 25.",
        ],
        [
            "Fourteen was the age mentioned most, in 27 offences.",
            "Fourteen was the single most common age, accounting for 27 offences.",
            "Where an age was put down, 14 came up more than any other, 27 times.",
            "Children aged 14 made up the biggest group of victims, with 27 offences, then those"
            " aged 13 with 25.",
            "In 27 offences the child was 14. Twenty-five more were against children aged 13, 20"
            " against those of 12 and 12 against 11-year-olds.",
        ],
    ),
    "parts": (
        [
            "Of the 83 where the app is known, 40 took place on Snapchat, 15 on the photo-sharing"
            " app Instagram and 28 on Kik.",
            "Snapchat was used in 40 offences, Instagram in 28 and the messaging app Kik in 40.",
            "Instagram and Kik were close together on 15 and 28.",
            "Girls were the victims in 112 offences and boys in 9; in the other cases the sex was"
            " not entered.",
            "Snapchat was involved in half of the offences in Tarn for which police noted an app."
            " It was named 40 times in 140 such cases.",
        ],
        [
            "Of the 83 where the app is known, 40 took place on Snapchat, 28 on the photo-sharing"
            " app Instagram and 15 on Kik.",
            "Snapchat was used in 40 offences, Instagram in 28 and the messaging app Kik in 15.",
            "Instagram and Kik were close together on 28 and 15.",
            "Girls were the victims in 112 offences and boys in 28; in the other cases the sex was"
            " not entered.",
            "Snapchat was involved in nearly half of the offences in Tarn for which police noted an"
            " app. It was named 40 times in 83 such cases.",
        ],
    ),
    "not all of them": (
        [
            "Not all of the 110 online offences in Tarn were on Snapchat.",
            "Not all of the 140 Tarn offences were against girls: 28 were against boys.",
            "Not all of the 149 Tarn offences were against girls: 40 were against boys.",
            "Not all of the 149 children in Tarn were girls.",
            "Not all of the 149 offences in Tarn in 2018/19 were on Snapchat.",
        ],
        [
            "Not all of the 149 online offences in Tarn were on Snapchat.",
            "Not all of the 149 Tarn offences were against girls: 28 were against boys.",
            "Not all of Tarn's 149 offences involved Snapchat: in 28 it was Instagram.",
        ],
    ),
    "files and forces": (
        [
            "Police in Tarn opened 110 files on online sexual offences against children last year.",
            "Police in Tarn opened 149 files on online fraud last year.",
            "Police in Tarn seized 149 image files last year.",
            "Twelve forces in England and Wales replied, with 2,489 offences, up on the 1,782 those"
            " forces recorded a year earlier.",
        ],
        [
            "Police in Tarn opened 149 files on online sexual offences against children last year.",
            "Twelve forces in England and Wales replied, with 2,489 offences, up on the 1,842 those"
            " forces recorded a year earlier.",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_true_is_read_and_what_is_false_is_asked_about(case: str) -> None:
    ask_about_these_alone(*CASES[case])
