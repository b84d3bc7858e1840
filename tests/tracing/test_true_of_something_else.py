"""True numbers of Tarn beside words that make them untrue: of other times, people or outcomes.

An attacker wrote them around rules by which true figures pass; beside each a true sentence.
"""

import pytest

from tests.tracing.tarn_and_england import flagged

PAIRS = [
    ("Snapchat was used in 48% of all those with {} on file in Tarn.", "an app", "a sex"),
    ("Girls were the victims in 80% of all cases {} in Tarn.", "with a known sex", "in court"),
    ("Snapchat was used in 48% of all cases where {}.", "the app was noted", "a man was held"),
    ("Tarn had 149 offences (110 in 2018/19). Holm had {}.", "91 (60)", "60 (91)"),
    ("Tarn: 149 (110 in 2018/19). In 2017/18 Tarn had {}.", "95 (77)", "149 (110)"),
    ("The app was {} recorded, in 83 cases, and Snapchat was first.", "also", "never"),
    ("Tarn's figures in each of the last three years {}.", "rose", "fell"),
    ("In Tarn girls' share was {}, at 80%.", "lower", "52%, and solved ones higher"),
    ("{} girls were 80% of victims in Tarn.", "Last year", "A decade ago"),
    ("{} the sex was noted in 94% of cases in Tarn.", "In 2019/20", "A year earlier"),
    ("{} 14 was the most common age in Tarn.", "In 2019/20", "Two years ago"),
    ("{} Tarn recorded 40 offences on Snapchat.", "Last year", "In both years"),
    ("94% of the Tarn records gave the {} sex.", "child's", "offender's"),
    ("Officers noted the {} age in 79% of Tarn cases.", "child's", "suspect's"),
    ("56% of the Tarn cases had {} platform.", "a known", "a deleted"),
    ("In Tarn the {} against girls was 80%.", "share of offences", "conviction rate in cases"),
    ("Snapchat came up in 40. The {} app was used in 40.", "popular", "Meta-owned"),
    ("In 27 of the Tarn cases the child, {}, was 14.", "a pupil", "a girl"),
    ("{} Snapchat and Kik were used in 55 Tarn offences.", "Together", "Both"),
    ("15 forces were asked {}, and 12 came back with one.", "for a total", "how many there were"),
]


@pytest.mark.parametrize(("text", "true", "false"), PAIRS)
def test_the_true_sentence_passes_and_the_other_is_asked_about(text, true, false):
    assert flagged(text.format(true)) == []
    assert flagged(text.format(false))
