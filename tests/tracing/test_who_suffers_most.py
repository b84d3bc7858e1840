"""Who is said to have suffered most, wherever the place stands, has the highest number."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Boys in Tarn suffered most.",
    "Boys in Tarn were affected most.",
    "Boys were the main victims in Tarn.",
    "Boys, police in Tarn say, were hit hardest.",
    "It is boys who were hit hardest in Tarn.",
    "Instagram users were hit hardest in Tarn.",
    "Girls on Snapchat were hit hardest in Tarn.",
    "Boys of 14 were the worst affected in Tarn.",
    "The most targeted app is Instagram in Tarn.",
    "Thirteen-year-olds in Tarn were hit hardest.",
    "Children aged 14 in England and Wales were hit hardest.",
    "Most victims in Tarn were aged 12.",
]
TRUE = [
    "Girls in Tarn suffered most.",
    "Girls were the main victims in Tarn.",
    "Girls, police in Tarn say, were hit hardest.",
    "It is girls who were hit hardest in Tarn.",
    "Snapchat users were hit hardest in Tarn.",
    "The most targeted app is Snapchat in Tarn.",
    "Fourteen-year-olds in Tarn were hit hardest.",
    "Children aged 13 in England and Wales were hit hardest.",
    "Most victims in Tarn were aged 12 to 14.",
    "Boys suffered most when schools shut, a teacher said.",
    "Boys are the biggest group in the youth club.",
]


def test_who_suffers_most_has_the_highest_number() -> None:
    ask_about_these_alone(FALSE, TRUE)
