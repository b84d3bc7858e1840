"""What a label of a force's file means: known for certain, or a question."""

import pytest

from offences.intake.returns.labels import LabelResolver, ages_of
from offences.models import Category, CategorySpelling, Offence, folded_label
from offences.staff.files.questions import LIKELY
from tests import worlds
from tests.readings.made import split

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(world):
    """The words of a measure by offence, age, sex and platform."""
    split(world.measure, "age", "Not known", bands=[(0, 9), (10, 12), (13, 15), (16, 16), (17, 17)])
    split(world.measure, "sex", "Girls", "Boys", "Not recorded")
    split(world.measure, "platform", "Instagram", "Other")
    return lambda: LabelResolver(world.measure, world.force)


def name_of(words, role, text):
    """The category that a label means; “plain”, “out”, or None where it is a question."""
    meant = words().find(role, text)
    if meant is None:
        return None
    return meant.category.name if meant.category else "plain" if meant.is_plain else "out"


def remember(world, spelling, category=None, *, role="offence", force=None, plain=False):
    CategorySpelling.objects.create(
        measure=world.measure,
        role=role,
        spelling=spelling,
        force=force,
        category=Category.objects.get(name=category) if category else None,
        is_plain=plain,
    )


@pytest.mark.parametrize("text", ["Sexual assault", "SEXUAL  ASSAULT", "Sexual-assault:"])
def test_a_label_that_is_a_category_s_name_is_that_category(words, text):
    assert name_of(words, "offence", text) == "Sexual assault"


@pytest.mark.parametrize("text", ["✗", "✓", "≈", "♀", "No", "Yes"])
def test_a_sign_or_an_answer_alone_is_a_question(words, text):
    assert name_of(words, "other", text) is None
    assert folded_label("✗") != folded_label("✓")


def test_a_label_that_nobody_knows_is_a_question_and_never_the_likeliest(words):
    assert name_of(words, "offence", "Sexual assaults") is None
    assert name_of(words, "offence", "Assault") is None
    assert name_of(words, "platform", "Insta") is None


def test_a_category_of_another_kind_is_not_meant(words):
    assert name_of(words, "age", "Sexual assault") is None
    assert name_of(words, "other", "Sexual assault") == "Sexual assault"


def test_a_breakdown_s_stated_total_is_meant_by_no_label(words):
    assert name_of(words, "offence", "Total") is None


@pytest.mark.parametrize("text", ["Other", "Not known", "Not recorded", "Unknown"])
def test_a_bare_word_that_any_breakdown_could_mean_is_a_question(words, text):
    assert name_of(words, "other", text) is None


def test_what_was_remembered_comes_first(world, words):
    remember(world, "Sexual assault", "Sexual communication with a child")
    assert name_of(words, "offence", "Sexual assault") == "Sexual communication with a child"


def test_a_force_s_own_spelling_comes_before_that_of_all_forces(world, words):
    remember(world, "Touching", "Sexual assault", force=world.force)
    remember(world, "Touching", "Sexual communication with a child")
    assert name_of(words, "offence", "touching") == "Sexual assault"


def test_another_force_s_spelling_means_nothing_here(world, words):
    remember(world, "Touching", "Sexual assault", force=worlds.force("Southshire"))
    assert name_of(words, "offence", "Touching") is None


def test_a_spelling_is_remembered_for_its_kind_of_label(world, words):
    remember(world, "Touching", "Sexual assault", role="offence")
    assert name_of(words, "platform", "Touching") is None


def test_a_label_is_remembered_as_left_out_or_as_saying_nothing(world, words):
    remember(world, "Burglary")
    remember(world, "County-wide", role="other", plain=True)
    assert name_of(words, "offence", "Burglary") == "out"
    assert name_of(words, "other", "County-wide") == "plain"


def test_a_remembered_category_that_went_to_another_measure_is_asked_again(world, words):
    remember(world, "Touching", "Sexual assault")
    elsewhere = worlds.breakdown(worlds.measure("images", name="Images"), [], slug="offence")
    Category.objects.filter(name="Sexual assault").update(breakdown=elsewhere)
    assert name_of(words, "offence", "Touching") is None


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("13-15", "13 to 15"),
        ("13 to 15", "13 to 15"),
        ("Aged 13–15 years", "13 to 15"),
        ("14", "13 to 15"),
        ("aged 16", "16"),
        ("Under 10", "0 to 9"),
        ("9 and under", "0 to 9"),
        ("<5", "0 to 9"),
        ("Age not recorded", "Not known"),
        ("Unknown", "Not known"),
    ],
)
def test_an_age_goes_into_the_band_that_holds_it(words, text, band):
    assert name_of(words, "age", text) == band


@pytest.mark.parametrize("text", ["12-13", "Under 18", "<16", "<17", "16+", "17 and over", "Adult"])
def test_an_age_that_lies_in_no_one_band_is_a_question(words, text):
    assert name_of(words, "age", text) is None


def test_sixteen_and_over_is_not_sixteen_whichever_comes_first(words):
    one = words()
    assert [bool(one.find("age", text)) for text in ("16", "16+", ">16")] == [True, False, False]
    other = words()
    assert [bool(other.find("age", text)) for text in ("16+", "16")] == [False, True]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("11-15", (11, 15)),
        ("between 11 and 15", (11, 15)),
        ("13 or 14", (13, 14)),
        ("13 and 15", None),
        ("13 to under 16", None),
        ("13-<16", None),
        ("over 13 under 16", None),
        ("15-13", None),
        ("6 months", None),
        ("0-11 months", None),
        ("4.5", None),
        ("16+", None),
        ("16 and over", None),
        ("10 and under", (0, 10)),
        ("under 10", (0, 9)),
        ("under 0", None),
        ("Year 2018", None),
        ("teenager", None),
        ("U11", (0, 10)),
        ("u-14", (0, 13)),
        ("U 16s", (0, 15)),
        ("Age14", (14, 14)),
        ("aged14", (14, 14)),
        ("O15", None),
        ("P12", None),
    ],
)
def test_the_ages_of_a_label_are_what_it_says_or_nothing(text, ages):
    assert ages_of(text) == ages


@pytest.mark.parametrize(
    ("text", "sex"),
    [("F", "Girls"), ("Female", "Girls"), ("girls", "Girls"), ("Males", "Boys"), ("M", "Boys")],
)
def test_a_sex_is_known_by_its_usual_words(words, text, sex):
    assert name_of(words, "sex", text) == sex


@pytest.mark.parametrize(
    ("role", "text"),
    [("offence", "Sexual assault"), ("sex", "Girls"), ("age", "10-12"), ("platform", "Instagram")],
)
def test_a_label_with_a_question_mark_is_a_question(words, role, text):
    assert name_of(words, role, text)
    assert [name_of(words, role, text + mark) for mark in ("?", " ?", " (?)")] == [None] * 3


@pytest.mark.parametrize(("text", "meant"), [("Count of Flag", None), ("Count of crimes", "plain")])
def test_a_count_of_flags_may_have_those_of_no(words, text, meant):
    assert name_of(words, "other", text) == meant


def test_a_sex_that_is_not_known_is_the_category_for_that(words):
    assert name_of(words, "sex", "Gender not stated") == "Not recorded"
    assert name_of(words, "sex", "Non-binary") is None
    assert name_of(words, "sex", "Male or not known") is None


def test_unknown_is_a_question_where_no_category_is_for_it(words):
    assert name_of(words, "platform", "Unknown") is None


def test_an_offence_by_somebody_not_known_is_not_an_unknown_offence(world, words):
    Category.objects.create(breakdown=world.split, slug="nk", name="Not known", is_unknown=True)
    assert name_of(words, "offence", "N/K") == "Not known"
    assert name_of(words, "offence", "Abuse by a person known to the child") is None
    assert name_of(words, "offence", "Abuse by an unknown person") is None


def offence(code, name, *, group="Sexual assault", level="offence", of="", aliases=()):
    return Offence.objects.create(
        code=code,
        level=level,
        class_code=of or code,
        name=name,
        group=group,
        child_specific=False,
        aliases=list(aliases),
    )


class TestOfficialOffences:
    def test_an_offence_is_in_the_category_of_its_class(self, world, words):
        of = offence("17A", "Assault on a male", level="class")
        offence("17/15", "Touching a male", of="17A", aliases=["017/15"])
        Category.objects.filter(name="Sexual assault").update(offence=of, name="Assaults")
        for text in ("Touching a male", "17/15", "17/15 touching a male", "017/15", "17A"):
            assert name_of(words, "offence", text) == "Assaults", text

    def test_the_category_of_one_offence_does_not_take_its_whole_class(self, world, words):
        offence("17A", "Assault on a male", level="class", group="")
        one = offence("17/13", "Penetration of a male", of="17A", group="")
        offence("17/15", "Touching a male", of="17A", group="")
        Category.objects.filter(name="Sexual assault").update(offence=one)
        assert name_of(words, "offence", "Penetration of a male") == "Sexual assault"
        assert name_of(words, "offence", "Touching a male") is None
        assert name_of(words, "offence", "Assault on a male") is None

    def test_an_offence_is_in_the_category_that_bears_the_name_of_its_group(self, words):
        offence("20/05", "Touching a female")
        assert name_of(words, "offence", "Touching a female") == "Sexual assault"
        assert name_of(words, "other", "20/05 Touching a female") == "Sexual assault"

    def test_a_name_of_offences_in_two_categories_is_a_question(self, words):
        offence("20/05", "Touching", aliases=["Contact"])
        offence("99/01", "Writing", group="Sexual communication with a child", aliases=["Contact"])
        assert name_of(words, "offence", "Contact") is None
        assert name_of(words, "offence", "Writing") == "Sexual communication with a child"

    def test_a_name_that_one_category_and_no_category_count_is_a_question(self, words):
        offence("20/05", "Touching", aliases=["Contact"])
        offence("99/01", "Trading", group="Nobody's", aliases=["Contact"])
        assert name_of(words, "offence", "Contact") is None

    def test_what_several_names_begin_with_is_their_category(self, words):
        offence("20/05", "Touching a girl - by a stranger - outdoors")
        offence("20/06", "Touching a girl - by a relative")
        offence("20/07", "Touching a boy aged 13 - 17")
        assert name_of(words, "offence", "Touching a girl") == "Sexual assault"
        assert name_of(words, "offence", "Touching a girl - by a stranger") == "Sexual assault"
        assert name_of(words, "offence", "Touching a girl - by a friend") is None
        assert name_of(words, "offence", "Touching a girl - by") is None
        assert name_of(words, "offence", "Touching a") is None
        assert name_of(words, "offence", "Touching a boy aged 13") is None

    def test_what_names_of_two_categories_begin_with_is_a_question(self, words):
        offence("20/05", "Touching a girl - by a stranger")
        offence("99/01", "Touching a girl - in words", group="Sexual communication with a child")
        offence("20/06", "Contact - by a stranger")
        offence("99/02", "Contact - in words", group="Nobody's")
        assert name_of(words, "offence", "Touching a girl") is None
        assert name_of(words, "offence", "Contact") is None

    def test_a_class_that_is_a_mere_number_is_no_label(self, words):
        offence("21", "Activity with a child", level="class")
        assert name_of(words, "other", "21") is None


@pytest.mark.parametrize("text", ["Victims recorded as female", "Female victims"])
def test_words_of_victims_beside_a_sex_change_nothing(words, text):
    assert name_of(words, "sex", text) == "Girls"


@pytest.mark.parametrize("text", ["Dear Sir or Madam,", "Good morning", "Dear Ms Lee"])
def test_how_a_letter_begins_says_nothing_of_its_table(words, text):
    assert name_of(words, "other", text) == "plain"


def test_a_line_of_a_letter_that_may_say_more_is_asked(words):
    assert name_of(words, "other", "Dear Sir, these are the offences against boys alone") is None


@pytest.mark.parametrize("text", ["Female suspects", "Victims recorded as"])
def test_a_sex_of_somebody_else_is_asked(words, text):
    assert name_of(words, "sex", text) is None


def test_the_likeliest_category_stands_first_and_none_is_missing(words):
    offence("88/01", "Grooming by letter", group="Sexual communication with a child")
    found = words().likeliest("offence", "Letters of grooming")
    assert found[0][0].name == "Sexual communication with a child"
    assert {c.name for c, _ in found} == set(worlds.OFFENCES)
    assert words().likeliest("offence", "assault, sexual")[0][0].name == "Sexual assault"


def test_a_label_that_shares_but_a_small_word_with_a_category_is_not_likely_to_mean_it(words):
    assert words().likeliest("offence", "Category A of a child")[0][1] < LIKELY


@pytest.mark.parametrize(
    "text", ["Recorded offences", "Online sexual offences", "Number of crimes"]
)
def test_words_of_the_measure_s_own_name_say_nothing_of_their_own(words, text):
    assert name_of(words, "other", text) == "plain"


def test_the_measure_s_own_name_among_offences_is_all_of_it_and_a_wider_name_is_a_question(words):
    assert name_of(words, "offence", "Recorded online sexual offences") == "plain"
    assert name_of(words, "offence", "Sexual offences") is None
    assert name_of(words, "sex", "Online") is None


@pytest.mark.parametrize("text", ["Contact offences", "Crimes with a knife", "Non-recent"])
def test_any_other_word_says_something(words, text):
    assert name_of(words, "other", text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("16+", "16"), ("<5", "5"), ("≤5", "<5"), (">12", "12"), ("a" * 230, "a" * 230 + "b")],
)
def test_labels_that_say_different_things_are_not_matched_as_one(one, other):
    assert folded_label(one) != folded_label(other)
    assert max(len(folded_label(text)) for text in (one, other)) <= 200


@pytest.mark.parametrize("text", ["Under 18", "0-17", "Aged 17 and under", "Children"])
def test_an_age_of_every_child_says_nothing_where_ages_are_not_asked_for(world, text):
    assert LabelResolver(world.measure, world.force).find_unsplit("age", text).is_plain


@pytest.mark.parametrize("text", ["Under 16", "13-17", "18 and over", "Adults"])
def test_an_age_of_some_children_or_of_others_is_out_where_ages_are_not_asked_for(world, text):
    assert LabelResolver(world.measure, world.force).find_unsplit("age", text).is_out


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sexual communication with a child", "plain"),
        ("Number of offences of sexual communication with a child 2018/19", "plain"),
        ("Attempted sexual communication with a child", None),
        ("Sexual communication with a child, charged", None),
        ("Sexual grooming", "out"),
    ],
)
def test_the_offence_that_a_measure_counts_names_its_total(world, text, meant):
    world.measure.breakdowns.filter(kind="offence").delete()
    world.measure.name = "Sexual communication with a child"
    found = LabelResolver(world.measure, world.force).find_unsplit("offence", text)
    assert (found and ("plain" if found.is_plain else "out")) == meant


@pytest.mark.parametrize("role", ["offence", "other"])
def test_words_of_the_phrase_of_a_measure_name_its_total(world, role):
    world.measure.name = "Cyber-flagged sexual offences"

    def words() -> LabelResolver:
        return LabelResolver(world.measure, world.force)

    for text in ("Online sexual offences against under 18s", "Cyber-flagged sexual offences"):
        assert name_of(words, role, text) == "plain"
    for text in ("Online theft", "Online sexual offences with an adult", "Cyber attempts"):
        assert name_of(words, role, text) is None
    assert name_of(words, "offence", "Sexual offences") is None


@pytest.mark.parametrize(
    "text", ["Recorded online", "Online offences by children", "Online reports"]
)
def test_what_was_recorded_on_the_web_or_by_whom_is_a_question(words, text):
    assert name_of(words, "other", text) is None


@pytest.mark.parametrize(
    "text", ["Online offences recorded", "Recorded online crime", "Crimes flagged as online"]
)
def test_recorded_crime_that_is_online_is_what_was_asked_for(words, text):
    assert name_of(words, "other", text) == "plain"


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("offence", "Sexual grooming, 16 girls"),
        ("offence", "4 x Sexual grooming"),
        ("offence", "Sexual grooming (4 counts)"),
        ("offence", "Sexual grooming (n=16)"),
        ("offence", "*"),
        ("platform", "Instagram 41 Other 23"),
        ("sex", "3 girls"),
        ("sex", "Girls x3"),
        ("age", "15 & 11"),
        ("other", "<6"),
        ("other", "809 girls"),
        ("other", "Offences 41"),
        ("other", "***"),
    ],
)
def test_a_label_with_a_number_that_is_no_age_is_a_question(words, role, text):
    assert name_of(words, role, text) is None
