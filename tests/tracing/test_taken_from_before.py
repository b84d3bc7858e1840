"""What a number takes from the sentences before it: its part, its body, its year, a revision."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged, tell_apart
from tests.tracing.test_revisions_said import FACTS, TOGETHER


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("You printed 107 for 2015/16. It has been revised, and is 112.", []),
        ("Tarn had 107 offences in 2015/16. Now it has 112. The figure was revised.", []),
        ("Tarn had 107 offences in 2015/16. Now it has 112. The figure was revised.\n\nAsk us.",
         []),
        ("Write to us.\n\nTarn had 107 offences in 2015/16. Now it has 112. It was revised.", []),
        # The new number, the word of it, or both, stand in another paragraph.
        ("In 2015/16 there were 107. The force revised that.\n\nIn 2018/19 there were 248. In"
         " 2015/16 there were 112.\n\nAsk us.", ["107"]),
        ("Tarn had 107 offences in 2015/16. It was revised.\n\nAsk us.", ["107"]),
        ("Tarn had 107 offences in 2015/16.\n\nIts number for that year was revised and is 112."
         "\n\nAsk us.", ["107"]),
        ("Ask us.\n\nThe number was revised to 112.\n\nTarn had 107 offences in 2015/16.",
         ["107"]),
        ("In 2015/16 there were 107 and not 112.\n\nOther numbers were revised.\n\nAsk us.",
         ["107"]),
        # Both ends of one correction; of two, or of none, they are wrong
        ("Tarn’s total was revised from 158 to 163.", []),
        ("Tarn’s total was revised from 163 to 158.", ["163", "158"]),
        ("Tarn’s total was revised from 107 to 163.", ["107", "163"]),
        ("Tarn has amended it up from 107 offences to 112.", []),
        ("Tarn has amended it up from 107 offences to 163.", ["107", "163"]),
        ("Its figures were corrected from 201 to 248.", ["201", "248"]),
        ("Tarn’s total was revised upwards last month from 158 to 163.", []),
        ("Tarn’s figure was revised last month from 107 to 163.", ["107", "163"]),
        ("Tarn’s corrected total went from 201 to 248.", ["201", "248"]),
        ("Its corrected figures show that it rose from 201 to 248.", []),
        ("Revised figures show a rise from 201 to 248.", []),
        ("It was corrected from 158 to 163, and rose from 201 to 248.", []),
        ("Tarn’s total for 2016/17 was revised from 107 to 112.", ["107", "112"]),
        ("Snapchat’s total was revised from 158 to 163.", ["158"]),
        ("Earlier releases gave 201 for 2018/19.", ["201"]),
        ("Tarn recorded 158 offences in 2015/16, since revised.", ["158"]),
        ("Revised numbers: 163 for 2016/17.", []),
        ("Revised numbers: 163 for 2015/16.", ["163"]),
    ],
)  # fmt: skip
def test_a_number_as_first_published_is_right_beside_its_revision(text, flags):
    found = trace(text, FACTS)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")] == flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Tarn’s number was revised from 250 to 255.", []),
        ("Tarn’s number was revised from 190 to 255.", ["190", "255"]),
        ("Tarn and Fell together were revised from 320 to 345.", []),
        ("The total, 385 today, was revised from 360 to 385.", ["360"]),
    ],
)
def test_a_correction_is_of_one_force_or_of_those_named(text, flags):
    found = trace(text, TOGETHER)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")] == flags


GIRLS = "Across England and Wales girls were the victims in 1,805 cases."
SNAPCHAT = "Across England and Wales, 560 offences were on Snapchat."


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # The same part of another body, with the whole that it is a part of
        (f"{SNAPCHAT} In Tarn, where I live, it was {{}} of 83 offences.", "40", "28"),
        (f"{SNAPCHAT} In Tarn, where I live, it was 40 of {{}} offences.", "83", "140"),
        (f"{SNAPCHAT} In Tarn, it was {{}} out of the 83 in which an app was known.", "40", "28"),
        (f"{GIRLS} It is the same in Tarn: {{}} of 140 offences.", "112", "28"),
        (f"{GIRLS} Parents worry. Teachers do, too. It is the same in Tarn: {{}} of 140 offences.",
         "112", "28"),
        # A share alone is of the part that was named last
        ("In Tarn 40 offences were on Snapchat and 28 on Instagram. Just {}.",
         "34 per cent", "48 per cent"),
        ("In Tarn 83 offences had a known app and 40 were on Snapchat. Nearly {}.",
         "half", "a third"),
        # A number given again, of the same part, body and year
        # An app or an age that is pointed to
        ("Snapchat was named in 40 of Tarn’s offences. The messaging app is American. That app was"
         " used in {} of them.", "40", "28"),
        ("Snapchat and Instagram are popular. The social media platform was named. That platform"
         " was used in {} offences in Tarn.", "28", "40"),
        ("Police in Tarn worry.\n\nSnapchat came up in 40 offences. Parents worry. Teachers worry."
         " The photo-sharing app was named in {} across England and Wales.", "560", "310"),
        ("At that age, Tarn counted {} offences: 25 against 13-year-olds and 20 against"
         " 15-year-olds.", "25", "20"),
        ("Those aged ten and under were hit, too. Of those ages there were {} in Tarn.",
         "14", "25"),
        # The oldest victim is one child, and no group
        ("Tarn counted 25 offences against children aged 13. Its oldest victim was 15. In that age"
         " group it counted {}.", "25", "20"),
        ("Tarn counted 25 offences against children aged 13. Its oldest victim was 15. At that age"
         " it counted {}.", "20", "25"),
        ("Girls were the victims in 112 offences in Tarn. Parents worry. Teachers do, too. In that"
         " group it counted {}.", "112", "28"),
        # The next year is the one after those of the number before it, or after the one named last
        ("Tarn counted 172 offences over 2016/17 and 2017/18. The next year there were {}.",
         "110", "95"),
        ("Tarn counted 77 offences in 2016/17. In 2018/19 it hired officers. The next year there"
         " were {}.", "149", "95"),
        ("Tarn counted 77 offences in 2016/17. Then 95. The next year, {}.", "110", "149"),
        # "Its" at the start of a paragraph is of the body that the last one named
        ("England and Wales recorded 2,489 offences.\n\nIts number in 2018/19 was {}.",
         "1,842", "110"),
    ],
)  # fmt: skip
def test_a_number_is_of_what_the_sentences_before_name(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        # Too far away, another paragraph, another body, another year
        (f"{GIRLS} Parents worry. Teachers do, too. Nobody knows why. It is the same in Tarn: 112"
         " of 140 offences.", ["112", "140"]),
        ("In Tarn 40 offences were on Snapchat.\n\n48 per cent.", ["48 per cent"]),
        ("In Tarn 28 offences were on Instagram.\n28 too many.", ["28"]),
        ("In Tarn 28 offences were on Instagram. Across England and Wales, 28 too many.", ["28"]),
        ("In Tarn 40 offences in 2019/20 were on Snapchat. In 2018/19, 40 too many.", ["40"]),
        ("Tarn recorded 110 offences in 2018/19. Today it is 110.", ["110"]),
        ("Children aged 13 were hit most. Of those ages there were 25 in Tarn.", ["25"]),
        # A change is no share
        ("In Tarn 40 offences were on Snapchat. Up 48 per cent.", ["48 per cent"]),
        ("In Tarn 40 offences were on Snapchat. A rise of 48 per cent.", ["48 per cent"]),
        ("In Tarn 40 offences were on Snapchat. 48 per cent on 2018/19.", ["48 per cent"]),
    ],
)  # fmt: skip
def test_nothing_is_taken_from_where_it_is_not_said(text, flags):
    assert flagged(text)[-len(flags) :] == flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        # Another force’s number as a measure; one’s own, or that of all, is none
        ("Tarn’s 149 is more than the 91 recorded by Holm.", ["91"]),
        ("Tarn’s 149 offences are above the 110 of Tarn in 2018/19.", []),
        ("Tarn’s 149 offences are below the 2,489 recorded in England and Wales.", []),
        ("It is above the 91 recorded by Holm.", []),
        # Changes in turn, of the years in which they were
        ("Tarn’s number grew by 23 per cent, then 16 per cent, then 35 per cent.", []),
        ("Tarn’s number grew by 23 per cent, then 16 per cent, then 36 per cent.",
         ["23 per cent", "16 per cent", "36 per cent"]),
        ("Tarn’s number grew by 18, then 15, then 39.", []),
        ("Tarn’s number grew by 18, then 15, then 38.", ["18", "15", "38"]),
        ("Tarn’s number grew by 18, fell by 15, then grew by 39.", ["18", "15"]),
        ("Tarn’s number grew by 15, then 39.", ["15", "39"]),
        ("In 2017/18 Tarn’s number grew by 18, then 15, then 39.", ["15", "39"]),
        ("After rises of 18 and 15 in the last two years, Tarn worries.", ["18", "15"]),
        ("After rises of 15 and 39 in the two years before, Tarn worries.", ["15", "39"]),
        ("Tarn had rises of 15 and 39 against girls in the last two years.", ["15", "39"]),
    ],
)  # fmt: skip
def test_a_number_is_measured_by_its_own_years_and_body(text, flags):
    assert flagged(text) == flags


@pytest.mark.parametrize("number", ["0149", "0,149", "00149", "014900", "149,00"])
def test_digits_in_no_form_of_a_number_are_asked_about(number):
    assert flagged(f"Tarn recorded {number} offences.") == [number]


@pytest.mark.parametrize("number", ["01632 960149", "(01632) 960149", "0800 1111", "01632960149"])
def test_a_telephone_number_is_not_asked_about(number):
    assert flagged(f"Tarn recorded 149 offences. The press office is on {number}.") == []
