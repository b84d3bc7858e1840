"""What a number takes from the sentences before it: its part, its body, its year, a revision."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged, tell_apart
from tests.tracing.test_revisions_said import FACTS


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
    ],
)  # fmt: skip
def test_a_number_as_first_published_is_right_beside_its_revision(text, flags):
    found = trace(text, FACTS)
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
        ("In Tarn 28 offences were on Instagram. {} too many.", "28", "40"),
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


@pytest.mark.parametrize("number", ["0149", "0,149", "00149", "014900", "149,00"])
def test_digits_in_no_form_of_a_number_are_asked_about(number):
    assert flagged(f"Tarn recorded {number} offences.") == [number]


@pytest.mark.parametrize("number", ["01632 960149", "(01632) 960149", "0800 1111", "01632960149"])
def test_a_telephone_number_is_not_asked_about(number):
    assert flagged(f"Tarn recorded 149 offences. The press office is on {number}.") == []
