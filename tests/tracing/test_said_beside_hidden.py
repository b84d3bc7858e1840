"""What an ordinary text says beside hidden numbers, and texts like it that tell one.

Each set has the telling texts first.
"""

import pytest

from tests.tracing.dunmarsh import stopped

REASONS = (
    (
        "The number of boys on Facebook is not given because it is low.",
        "Girls of 13 are not shown because of the low number. Boys of 13 are hidden to "
        "protect them.",
        "The Kik figure is hidden because it is low. Yubo's is not.",
        "Kik is hidden because of the low number. That cannot be said of Yubo.",
        "Boys on Facebook are left out, saying they were too low to share.",
        "Kik is not shown because of the low number of boys on it, which was two.",
        "The nine-year-olds are hidden because it is low, lower than for eight-year-olds.",
        "Kik came last in Dunmarsh because it is low.",
        "Voyeurism is withheld because it is small: two.",
        "The Yubo number is too low to share: it is one.",
        "Dunmarsh hides the boys at 13 because of the low number.",
        "Dunmarsh said of Kik it was too low to share, unlike Yubo.",
        "Kik is not given as it is low; Yubo is withheld for its sake.",
        "The figure for nine-year-olds is not given because it is low. That for "
        "eight-year-olds is not.",
        "The Facebook number for girls is withheld because of its low figure.",
        "The Kik number is hidden because it is low, at three.",
        "Boys at 13 are hidden because the number is low.",
        "Kik's number is too low to print, Yubo's is not.",
        "Kik is too low to share. Yubo would pass.",
        "Kik is missing from the Dunmarsh table, as it was never used.",
    ),
    (
        "Kik, Yubo and those aged nine have a dash in the Dunmarsh table because they are small.",
        "The voyeurism figure is not given for Dunmarsh because it is low. Grooming had 22.",
        "Dunmarsh has not released its figure for nine-year-olds because it is small.",
        "Dunmarsh recorded 87 offences.\n2. Figures for Yubo are not shown, as they are small.",
        "Dunmarsh counted 12 at 11. Those against eight-year-olds are not shown because of "
        "the low number.",
        "Dunmarsh withholds its Kik figure because it is small and any child could be identified.",
        "Dunmarsh did not give its figures for Kik and Yubo, saying these were too low to share.",
        "The Kik number for Dunmarsh is withheld because of the low numbers. Snapchat was "
        "named in 31.",
        "Dunmarsh's voyeurism figure is not published, as it is very low.",
        "The Yubo figure is hidden because it is low.",
    ),
)
RATES = (
    (
        "In Dunmarsh an online offence on Kik is recorded every 90 days.",
        "In Dunmarsh a sexual offence against a child of nine is recorded every four days.",
        "A new offence was reported in Dunmarsh every 120 days, the one for Yubo.",
        "Boys of 13 in Dunmarsh see a sexual offence every 60 days.",
        "Dunmarsh recorded nearly five offences a month on Snapchat. On Kik it is now about two.",
        "Dunmarsh recorded nearly five offences a month. Kik is hidden. It is now about two.",
        "Dunmarsh recorded about two offences on Yubo a week. By 2021/22 it was nearly two.",
        "Dunmarsh recorded about one offence a week. At nine it was two.",
        "Dunmarsh has about three Kik cases a fortnight.",
        "On Kik, Dunmarsh has about three cases a fortnight.",
        "Dunmarsh recorded nearly five offences a month. By 2021/22 it was three, all on Kik.",
        "Dunmarsh recorded about seven offences a month. It is now three.",
    ),
    (
        "In Dunmarsh an online sexual offence against a child is recorded roughly every four days.",
        "A sexual offence was reported in Dunmarsh about every four days.",
        "In 2018/19 Dunmarsh recorded about one offence a week. By 2021/22 it was nearly two.",
        "In 2018/19 Dunmarsh recorded nearly five offences a month. It is now about seven.",
        "Dunmarsh police record more than three online offences every fortnight.",
        "Dunmarsh has about three new cases against children a fortnight.",
        "Dunmarsh recorded about five offences a month in 2018/19. The rate is now over seven.",
    ),
)
SETS = {"reasons": REASONS, "rates": RATES}


@pytest.mark.parametrize("name", SETS)
def test_what_tells_is_stopped_and_what_tells_nothing_leaves(name):
    telling, ordinary = SETS[name]
    assert [text for text in telling if not stopped(text)] == []
    assert [text for text in ordinary if stopped(text)] == []
