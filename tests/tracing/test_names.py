"""Names as texts write them: of forces, of what is counted, of parts and of ages in tables."""

import csv
from fractions import Fraction

import pytest

from offences.claims.documents import read_facts
from offences.claims.facts import Share
from offences.tracing.binding.bodies import Bodies
from offences.tracing.binding.body_names import REFERENCE, display_name
from offences.tracing.binding.labels import ages_by_label, labels_of, plurals_of
from offences.tracing.binding.units import counts_victims, small_thing
from offences.tracing.evidence.category import NamedCategory, detail_of, recorded_category
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.numbers import numbers_in

FACTS = {"place": "Hollinshire", "latest": "2018/19", "series": {"2018/19": 204}}
BODIES = Bodies(Documents([Evidence(read_facts(FACTS))]))
with REFERENCE.open(encoding="utf-8", newline="") as file:
    FORCES = [*csv.DictReader(file)]


@pytest.mark.parametrize("row", FORCES, ids=lambda row: row["slug"])
def test_a_force_is_known_by_each_of_its_spellings(row):
    others = [each.strip() for each in row["spellings"].split(";")]
    names = [row["name"], row["short_name"], row["area"], *others]
    said = {name: BODIES.find(f"It was {name} that had 12.") for name in names if len(name) > 2}
    found = {name: [each.slot.name for each in of] for name, of in said.items()}
    assert {name: of for name, of in found.items() if of != [row["short_name"]]} == {}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("devon-and-cornwall", "Devon and Cornwall"),
        ("isle-of-man", "Isle of Man"),
        ("stoke-on-trent", "Stoke on Trent"),
        ("newcastle-upon-tyne", "Newcastle upon Tyne"),
        ("vale-of-the-orwell", "Vale of the Orwell"),
        ("orwell", "Orwell"),
        ("PSNI", "PSNI"),
        ("Dyfed-Powys", "Dyfed-Powys"),
        ("Vale And Orwell", "Vale And Orwell"),
    ],
)
def test_the_address_of_a_force_is_shown_as_its_name_and_a_name_as_it_is(written, shown):
    assert display_name(written) == shown


@pytest.mark.parametrize("written", ["SALTMARSH and Vale", "SALTMARSH AND VALE"])
def test_a_name_in_capitals_at_the_start_of_a_story_is_that_of_the_force(written):
    facts = FACTS | {"place": "Saltmarsh and Vale"}
    found = Bodies(Documents([Evidence(read_facts(facts))])).find(f"{written} Police recorded 204.")
    assert [each.slot.name for each in found] == ["Saltmarsh and Vale"]


REGION = {
    "place": "the North West",
    "latest": "2018/19",
    "scope": "region",
    "panel": {"Hollinshire": {"2018/19": 204}, "Marlshire": {"2018/19": 31}},
}
ENGLAND = REGION | {"place": "England", "scope": "national"}


@pytest.mark.parametrize("written", ["the region", "Regionally", "our region"])
@pytest.mark.parametrize(
    ("documents", "name"),
    [
        ([REGION], "the North West"),
        ([REGION, ENGLAND], "the North West"),
        ([FACTS, REGION], "all forces"),
        ([FACTS], "the region"),
        ([ENGLAND], "the region"),
        ([FACTS, ENGLAND], "the region"),
    ],
)
def test_the_region_is_the_one_whose_facts_are_given(written, documents, name):
    bodies = Bodies(Documents([Evidence(read_facts(each)) for each in documents]))
    assert [each.slot.name for each in bodies.find(f"{written} had 235.")] == [name]


@pytest.mark.parametrize(
    ("measure", "is_of_people"),
    [
        ("victims of online sexual offences", True),
        ("children abused online", True),
        ("girls and women harmed", True),
        ("boys harmed online", True),
        ("online sexual offences against children", False),
        ("offences on girls", False),
        ("crimes with victims aged under 18", False),
    ],
)
def test_a_measure_counts_people_where_they_come_before_what_befell_them(measure, is_of_people):
    assert counts_victims(measure) == is_of_people


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("rape of a child", "rapes of a child"),
        ("rape of a child", "rapes"),
        ("sexual assaults", "sexual assault"),
        ("sexual assault", "sexual assaults"),
        ("arranging a meeting with a child", "arranging a meetings with a child"),
        ("indecency", "indecencies"),
        ("abuse by a boy", "abuse by a boys"),
        ("trespass", "trespass"),
        ("trespass with intent", "trespasses"),
        ("trespass with intent", "trespasses with intent"),
    ],
)
def test_a_part_is_named_in_the_plural_or_by_its_head(part, written):
    text = f"There were three {written.upper()} that year."
    found = list(plurals_of([part], ())(text))
    assert [(text[a:b], of) for a, b, of in found] == [(written.upper(), part)]


def test_a_head_that_two_parts_have_names_neither():
    find = plurals_of(["assault of a girl", "assault of a boy"], ())
    assert [of for *_, of in find("assaults, assaults of a boy")] == ["assault of a boy"]


def test_a_name_on_ss_has_no_shorter_singular():
    assert list(plurals_of(["trespass with intent"], ())("no trespas with intent")) == []


def test_a_brand_and_a_number_have_no_plural():
    assert list(plurals_of(["Kik", "under 13"], ["Kik"])("Kiks and under 13s")) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("By age: the bands 0 to 5 and 6-10.", [(0, 5), (6, 10)]),
        ("Ages are below.\n\n0 to 5 | 12\n6 – 10: 8", [(0, 5), (6, 10)]),
        ("The score was 0 to 5.", []),
        ("A run of 6-10 | said the coach, of 3", []),
        ("The figure for nine is four.", [(9, 9)]),
        ("The figure for twelve is four.", []),
        ("The ages were 9, 10 and 11.", [(9, 9), (10, 10), (11, 11)]),
        ("The ages were 9, 10 and 12.", []),
        ("Nine and ten together: five", [(9, 9), (10, 10)]),
        ("Of the ages, ten is the biggest", [(10, 10)]),
        ("Of the ages, the smallest is 11.", [(11, 11)]),
    ],
)
def test_ages_of_a_table_are_named_by_their_labels(text, ages):
    found = ages_by_label(text, labels_of([(0, 5), (6, 10), (9, 9)]), {9, 10, 11})
    named = [each.slot for each in found]
    assert [(each.low, each.high) for each in named] == ages
    assert {(each.kind, each.name) for each in named} <= {("age", "")}


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("10_and_under", NamedCategory("age", "", 0, 10)),
        ("12_to_15", NamedCategory("age", "", 12, 15)),
        ("6-10", NamedCategory("age", "", 6, 10)),
        ("girls", NamedCategory("sex", "girls")),
        ("Non-binary", NamedCategory("sex", "another sex")),
        ("whats_app", NamedCategory("part", "whatsapp")),
        ("Snap", NamedCategory("part", "snapchat")),
        ("not_recorded", NamedCategory("part", "not known")),
        ("rape_of_a_child", NamedCategory("part", "rape of a child")),
    ],
)
def test_a_published_count_is_of_the_category_that_is_written(written, category):
    assert recorded_category(written) == {category}
    assert recorded_category("") == set()


@pytest.mark.parametrize(
    ("group", "parts", "detail"),
    [
        ("Gender", (), "sex"),
        ("sex", ("A",), "sex"),
        ("Victims", ("girls", "boys"), "sex"),
        ("Offence type", ("rape",), "offence"),
        ("offences", ("girls",), "offence"),
        ("platform", ("Kik", "Snapchat"), "part"),
    ],
)
def test_what_is_known_of_a_share_is_by_its_group_or_its_parts(group, parts, detail):
    assert detail_of(group, Share(of=9, known=9, parts=dict.fromkeys(parts, 1))) == detail


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred and thirty-one", 131),
        ("two thousand three hundred and four", 2304),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("three dozen", 36),
        ("1,204", 1204),
        ("12.5", Fraction(25, 2)),
        ("2.5 million", 2_500_000),
        ("3 billion", 3_000_000_000),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text, value):
    (found,) = numbers_in(f"There were {text} of them.")
    assert (found.value, found.start, found.end) == (value, 11, 11 + len(text))
    assert found.is_whole == (value != Fraction(25, 2))
    assert found.is_small_word == ("dozen" in text)


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("one", " warning"),
        ("two", " posts"),
        ("Two", " officers"),
        ("nine", " schools"),
        ("three", " images"),
        ("four", " accounts"),
        ("six", " warnings"),
    ],
)
def test_a_small_number_in_words_is_of_things_that_no_figure_counts(number, after):
    assert small_thing(number, after)


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("one", " offence"),
        ("One", " more offence"),
        ("two", " offences"),
        ("two", " girls"),
        ("five", " more"),
        ("six", "."),
        ("ten", " posts"),
        ("2", " posts"),
    ],
)
def test_one_of_offences_or_of_nothing_said_and_a_larger_one_is_not(number, after):
    assert not small_thing(number, after)
