"""Numbers of earlier years that are arrests, or another force's, are asked about."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Tarn Police sent its prosecution figures for 2017/18. They show 95.|95",
    "Childline holds figures for 2018/19. They show 110 offences.|110",
    "A nearby force released data for 2016/17. These show 77 offences.|77",
    "Only partial records exist for 2018/19. They list 110 offences.|110",
    "Tarn gave figures on girls for 2018/19. They show 110 offences.|110",
    "Police have data on suspects for 2017/18. They show 95 cases.|95",
    "Tarn's courts sentenced 95 and 110 in the two preceding years.|95",
    "Tarn recorded 149 offences. Its neighbours had 95 and 110 in the two years before.|95",
    "Tarn Police did not record 95 and 110 in the two previous years.|110",
    "Offences in Tarn rose 95 and 110 in the two preceding years.|95",
    "The helpline answered 95 and 110 in the two preceding years.|95",
    "The number of times doctors in Tarn recorded such a case rose by 35% last year.|35%",
    "The number of times Tarn Police never recorded such an offence rose by 35% last year.|35%",
    "The number of times the RSPCA logged such an offence rose by 35% last year.|35%",
]
TRUE = [
    "Tarn Police sent its figures for 2017/18. They show 95.",
    "Data from 2018/19 are in, and they show 110 offences.",
    "The charity holds the numbers of offences for 2016/17. They show 77.",
    "Police records for 2017/18 exist; they list 95 offences.",
    "Tarn recorded 149 offences in 2019/20. It had 95 and 110 in the two preceding years.",
    "There were 149 offences in Tarn, after 95 and 110 in the two years before.",
    "Tarn Police dealt with 77, 95 and 110 in the three years before.",
    "The number of times police in Tarn recorded such an offence rose by 35% last year.",
    "The number of times that Tarn Police have recorded such a crime rose by 35% in a year.",
    "The number of times officers logged such an offence has risen by 35% in a year.",
]


def test_other_counts_and_those_of_others_are_asked_about() -> None:
    ask_about_these_alone(FALSE, TRUE)
