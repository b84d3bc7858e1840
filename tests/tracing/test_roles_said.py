"""Whether a number is the whole of a share, those with a detail, or those without, by its words."""

import pytest

from tests.tracing.tarn_and_england import tell_apart
from tests.tracing.test_statements import statements

# Each sentence has the number that is asked about in brackets.
ROLES = {
    "whole": {
        "Of the [300] offences, 60 were on Snapchat.": "",
        "60 were girls. From the [300] offences nothing was learnt.": "",
        "Of [310] offences, 48 were where the age was not known.": "",
        # Of what it is the whole: what the words around it or the sentence before name.
        "Of those [300] offences, 60 were on Snapchat.": "part",
        "Of the same [300] offences, 60 were against boys.": "sex",
        "Snapchat was named in 60 of the [300] offences.": "part",
        "How many of the [300] offences were on Snapchat?": "part",
        "“In only 48 of our [300] cases the app was never written down,” he said.": "",
        "The most common age was 13, with 62 of the [258] offences.": "age",
        "The platform was known in 300 offences. Of the [300] offences, 60 were on Kik.": "part",
        "The sex was recorded in most cases.\n\nOf the [300] offences, 60 were on Kik.": "sex",
        "Police logged 310 offences. Of the [300] offences, 60 were against boys.": "",
    },
    "known": {
        "The sex was known in [262] offences.": "sex",
        "In [262] offences the sex was known.": "sex",
        "Kik was used in 40 of the [83] cases where the app was recorded.": "part",
        "There were [262] offences where the sex was known.": "sex",
        "The sex was known in 262 offences and for [240] the age.": "sex",
    },
    "unknown": {
        "The age was not known in [48] offences.": "age",
        "Age not known: [48]": "age",
        "The age of the child was simply not known in [48] offences.": "age",
        "The age of the victim could not be established in [48] cases.": "age",
        "The sex was sadly never recorded in [48] offences.": "sex",
        "The age is a blank in [48] of the offences.": "age",
        "The age was simply missing in [48] offences.": "age",
        "In [48] cases the age was missing.": "age",
        "In [48] the sex was missing.": "sex",
        "In [48] of 310 offences the age was not known.": "age",
        "In [48] of our 310 cases the age was never written down.": "age",
        "In [48] cases out of 310 offences the age was not known.": "age",
        "The age was known in all but [48] offences.": "age",
        "Officers put down an age in all but [48] offences.": "age",
        "The force recorded an app in all but [48] cases.": "part",
    },
    "": {
        "There were [300] offences.": "",
        "In 262 of the [300] offences the sex was recorded.": "",
        "Of offences against [300] girls nothing was known.": "",
        "The app was known in 95, and Kik was the one used most, in [17].": "",
        "The sex was recorded in 262, with girls the victims, and for [22] boys.": "",
        "The age was unknown, and [48] offences were on Snapchat.": "",
        "Girls were the victims in [832] of the offences where the sex was known.": "",
        "There were [832] offences where the sex was known, the victim was a girl.": "",
    },
}


def test_the_role_of_a_number_is_what_its_words_say_is_known_of_it():
    for role, sentences in ROLES.items():
        for sentence, of in sentences.items():
            number = sentence.partition("[")[2].partition("]")[0]
            found = statements(sentence.replace("[", "").replace("]", ""))
            assert (found[number].role, found[number].known_of) == (role, of), sentence


CELLS = {
    "Offences | Number\nSex known | [262]\nAge known | 240": ("known", "sex"),
    "Offences | Number\nSex known | 262\nAge known | [240]": ("known", "age"),
    "Sex | Number\nKnown | [262]\nGirls | 240": ("known", "sex"),
    "Sex | Number\nNot known | [48]\nGirls | 240": ("unknown", "sex"),
    "Offences | Number\nSex not known | [48]\nGirls | 240": ("unknown", "sex"),
    # A part has the number of its own, and a share is of no whole.
    "Offences | Number\nSex not known | 48\nGirls | [240]": ("", ""),
    "Sex | Number\nGirls of known sex | [240]\nBoys | 22": ("", ""),
    "Sex | Share\nSex not known | [16%]\nGirls | 80%": ("", ""),
    "Area | 2017/18\nNorthshire | [230]\nEastmere | 74": ("", ""),
}


def test_the_role_of_a_number_in_a_table_is_what_its_row_says_is_known():
    for table, role in CELLS.items():
        number = table.partition("[")[2].partition("]")[0]
        found = statements(table.replace("[", "").replace("]", ""))[number]
        assert (found.role, found.known_of) == role, table


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Of {} offences with the child's sex recorded, 112 were against girls.", "140", "149"),
        ("We were able to establish the victim's sex in {} of the offences.", "140", "83"),
        ("Our study of the {} Tarn offences with a known app found that Kik was used in 15.",
         "83", "149"),
        ("The {} Tarn offences with a known app revealed how much Kik is used.", "83", "149"),
        ("The {} Tarn offences with a known app suggest that Kik is used less.", "83", "149"),
        ("Officers could work out the platform in {} cases.", "83", "140"),
        ("Of the {} cases in which police knew whether the victim was a boy or a girl, 112 were"
         " against girls.", "140", "149"),
        ("Girls: 112; boys: 28; not stated: {}.", "9", "66"),
        ("Snapchat 40, Instagram 28, Kik 15, unknown: {}.", "66", "9"),
        ("Girls in 80% of the cases where sex is recorded (it is missing in {}).", "9", "66"),
        ("How young are the children? For {} offences we don't know.", "31", "66"),
        ("In {} of 149 cases police knew whether the child was a boy or a girl.", "140", "83"),
        ("In {} cases the force noted which app was used.", "83", "118"),
        ("For {} offences officers recorded how old the child was.", "118", "149"),
        ("In {} cases they named the app as Kik.", "15", "83"),
        ("Kik was used in {}, officers recorded the app.", "15", "83"),
        ("On Snapchat: 40. On Instagram: 28. On Kik: 15. Not known: {}.", "66", "9"),
        ("Girls were the victims in 80% and boys in 20%. In {} cases we are not told.", "9", "66"),
        ("Snapchat was named in 40 and Kik in 15. For {} offences they did not say.", "66", "31"),
        ("Age of victim: 25 offences against children of 13; {} where it was noted", "118", "31"),
        ("In 31 cases the age was not known. Among the other {}, 25 involved children of 13.",
         "118", "83"),
        ("In 31 cases the age was not known. The other {} offences were against girls.",
         "112", "118"),
        ("A platform was recorded in 83 offences, {} of the total.", "56%", "48%"),
        ("No platform was recorded in 66 offences – some {} of them all.", "44%", "56%"),
        ("A platform was recorded in 83 offences, and Snapchat made up {} of the total.",
         "27%", "56%"),
        ("A platform was recorded in 83 offences, {} of them on Snapchat.", "48%", "56%"),
        ("Which app was it? In {} cases we do not know.", "66", "31"),
        ("Officers knew how old the child was in {} of these.", "118", "149"),
        ("Police noted which app was used for only {} of them.", "83", "149"),
        ("They recorded whether the child was a boy or a girl in {}.", "140", "149"),
        ("They did not know how old the child was in {}.", "31", "118"),
        ("Officers put down an age in all but {}.", "31", "118"),
        ("Officers put down an age in {}.", "118", "31"),
        ("The force named an app in all but {} of the cases.", "66", "83"),
        (
            "A trust, which put such questions to the force under the law that lets everybody do"
            " so, said police had logged the app involved in {} of the offences.",
            *("83", "66"),
        ),
        ("The app was known in 83, and Kik was the one that came last, in {}.", "15", "83"),
        ("Police knew the sex in 140 cases, but boys were the victims in just a few, in {}.", "28",
         "112"),
    ],
)  # fmt: skip
def test_what_is_known_and_what_is_not_is_read_in_other_words(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The sex was known in 140. Nothing was noted about it in the other {}.", "9", "66"),
        ("Snapchat was used in 40. For the remaining {}, there was no information.", "66", "9"),
        ("Kik was used in 15. In a further {} the police could not say, or did not.", "66", "28"),
        ("The app was known in 83. In the other {} cases, none is listed at all.", "66", "31"),
        ("Girls were the victims in 112. In another {} cases nobody asked.", "9", "28"),
        ("The child's age was known in 118; for the remaining {} it is not.", "31", "9"),
        # said of something, so no rest of which nothing is known
        ("Girls were not the only ones harmed: the other {} were boys.", "28", "9"),
        ("Snapchat is the app that comes up most. It was recorded in {} cases.", "40", "83"),
        ("Kik is named least. It was noted in {} cases.", "15", "83"),
        ("The platform is not always known. It was recorded in {} cases.", "83", "66"),
    ],
)
def test_a_rest_of_which_nothing_is_said_is_what_is_not_known(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("His case is among the {} in which police noted that a boy was the victim.", "28", "112"),
        ("There were {} for which officers recorded that Snapchat was used.", "40", "83"),
        (
            "Girls were the victims in 112. They made up {} of those where sex was known.",
            "80%",
            "75%",
        ),
        ("Kik was used in 15. It accounted for {} of those where the app was known.", "18%", "48%"),
        ("Where the sex was known, {} offences, or a fifth, were against boys.", "28", "140"),
        ("Where the age was known, {} (12 per cent) concerned children under 11.", "14", "118"),
        (
            "Where age was known, the biggest group, {} offences, was children aged 11 to 14.",
            *("84", "118"),
        ),
        ("Where age was noted, most crimes, {}, involved victims aged 11 to 14.", "84", "118"),
    ],
)
def test_a_part_is_none_of_which_only_something_is_known(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The age had not been noted in 31 cases, and the platform in {}.", "66", "83"),
        ("The sex was not known in 9, and the age in {}.", "31", "118"),
        ("The platform was known in 83 cases, and the age in {}.", "118", "31"),
        ("It was asked which site had been used. An answer was given for {}.", "83", "149"),
        ("It was asked how many there were. An answer was given for {} offences.", "149", "83"),
    ],
)
def test_what_is_known_of_a_number_may_be_named_before_it(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("By sex, where known: {} against girls; 28 against boys.", "112", "140"),
        ("Where the sex was known, {} (28 offences) were against boys.", "20%", "80%"),
        ("Of the 140 offences where the sex is known, 112 were against girls, which is {}.",
         "80%", "35%"),
        ("112 of the 140 offences of known sex were against girls, which is {}.", "four fifths",
         "two thirds"),
        ("In 2018/19 it was 110. Snapchat was used in 40 and Kik in 15, the latter {} of those"
         " where the app is known.", "18%", "48%"),
        ("Kik was used in 15 and Snapchat in 40. The former had {} of those where it is known.",
         "18%", "48%"),
        ("By sex, where known: {}.", "140", "112"),
        ("Look at the boys. There were {} offences against them, where sex is noted.", "28", "140"),
        ("In all, {} of the Tarn offences had a platform attached.", "83", "140"),
        ("Girls made up 80% of those where sex was known. That is {} offences.", "112", "28"),
        ("At a glance\n\n• {} offences against girls – 80% of those of known sex\n", "112", "140"),
        ("Snapchat, the app most loved by boys, cropped up in {} offences.", "40", "28"),
        ("Kik, which is popular with girls, was named in {} offences.", "15", "112"),
        ("Snapchat, named in 40, accounted for {} of those where the app was known.", "48%", "34%"),
        ("It breaks down so. By age:\n\n10 and under – {}\nUnknown – 31", "14", "31"),
        ("By age of victim\n\nAged 10 and under: 14\nNot known: {}", "31", "9"),
        ("How old were the victims?\n\n13: {}\n14: 27", "25", "27"),
        ("Offences in Tarn by age of victim\n\n13 years: {}\n14 years: 27", "25", "27"),
    ],
)  # fmt: skip
def test_a_part_is_the_one_named_beside_its_number_or_before_it(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In {} of our 149 cases the app was never written down.", "66", "83"),
        ("In {} of the 149 cases the app was recorded.", "83", "66"),
        ("In 83 of the {} cases the app was recorded.", "149", "140"),
        ("Kik was used in 15 of the {} cases where the app was recorded.", "83", "149"),
    ],
)
def test_what_is_recorded_in_some_of_all_cases_leaves_all_what_they_are(text, right, false):
    tell_apart("", text, right, false)
