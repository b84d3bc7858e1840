"""How a search is understood: postcodes, exact names, places in a text, names spelled nearly so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.finder import LONGEST, Choice, ForceNames, Kind, find_forces, forces_named
from offences.finder.answers import SHORT_CHOICE
from offences.finder.places import NamedPlace, named_places
from offences.finder.spelling import edits, plain_words
from offences.words.finder import why
from tests.finder.forces import FORCES, MADE_UP, REFERENCE, table


def found(text: str, forces: tuple[ForceNames, ...] = FORCES) -> tuple[str, ...]:
    return find_forces(text, forces).forces


# ---- postcodes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["LS1 3AD", "ls1 3ad", "LS13AD", " ls1  3ad ", "Leeds, LS1 3AD"])
def test_a_postcode_is_known_with_and_without_its_space_and_in_an_address(typed):
    assert found(typed) == ("west-yorkshire",)


def test_a_postcode_on_the_other_side_of_a_border_has_its_own_force():
    assert found("AL5 3NG") == ("bedfordshire",)
    assert found("AL5 3AA") == ("hertfordshire",)


def test_a_letter_o_at_the_place_of_a_digit_is_a_zero():
    assert found("SW1A OAA") == ("metropolitan",)


def test_a_shared_district_offers_each_force_with_its_share_and_councils():
    answer = find_forces("NG16", FORCES)
    assert answer.forces == ("nottinghamshire", "derbyshire")
    assert [choice.share for choice in answer.choices] == [80, 20]
    assert answer.choices[1].councils == ("Amber Valley", "Bolsover")


def test_a_sector_says_more_than_its_district():
    assert found("PE9") == ("lincolnshire", "leicestershire", "cambridgeshire", "northamptonshire")
    assert set(found("PE9 1")) < set(found("PE9"))


def test_part_of_a_district_of_london_stands_for_all_its_parts():
    assert found("SW1") == ("metropolitan",)
    assert set(found("EC1")) == {"metropolitan", "city-of-london"}


def test_all_postcodes_of_northern_ireland_have_one_force():
    for typed in ("BT", "BT1", "bt4 3xx", "BT99"):
        assert found(typed) == ("northern-ireland",)


@pytest.mark.parametrize("typed", ["ZZ1 1ZZ", "zz1", "QQ9"])
def test_a_postcode_that_is_none_is_answered_with_no_force(typed):
    answer = find_forces(typed, FORCES)
    assert (answer.kind, answer.forces) == (Kind.UNKNOWN, ())
    assert answer.postcode is not None


def test_every_district_and_sector_of_the_tables_gives_its_forces():
    for row in table(REFERENCE / "places" / "districts.csv"):
        assert found(row["district"]) == tuple(row["forces"].split("|")), row["district"]
    for row in table(REFERENCE / "places" / "sectors.csv"):
        assert found(row["sector"]) == tuple(row["forces"].split("|")), row["sector"]


def test_every_postcode_that_differs_from_its_sector_gives_its_own_force():
    for row in table(REFERENCE / "places" / "postcodes.csv")[::9]:
        for i in range(0, len(row["units"]), 40):
            assert found(f"{row['sector']}{row['units'][i : i + 2]}") == (row["force"],)


# ---- names -------------------------------------------------------------------------------------


def test_a_name_of_several_places_gives_the_force_of_each():
    assert set(found("St Ives")) == {"cambridgeshire", "devon-and-cornwall"}
    assert {"northumbria", "staffordshire"} <= set(found("Newcastle"))
    assert {"norfolk", "hampshire"} == set(found("Yarmouth"))


def test_forces_with_smaller_places_of_the_name_are_listed_after_a_short_choice():
    answer = find_forces("Newport", FORCES)
    assert len(answer.choices) == SHORT_CHOICE
    assert answer.further and not set(answer.further) & set(answer.forces)


def test_a_place_is_named_once_however_its_hyphens_are_written():
    spelt = ("Newcastle-under-Lyme", ""), ("Newcastle under Lyme", "Newcastle-under-Lyme")
    places = tuple(NamedPlace(name, of, ("staffordshire",), 1) for name, of in spelt)
    audley = NamedPlace("Audley", "Newcastle-under-Lyme", ("staffordshire",), 1)
    assert why(Choice("staffordshire", places), "Newcastle") == "Newcastle-under-Lyme"
    assert why(Choice("staffordshire", (audley,)), "Newcastle") == "Audley, Newcastle-under-Lyme"


def test_a_county_tells_places_of_one_name_apart():
    assert found("Richmond, North Yorkshire") == ("north-yorkshire",)
    assert found("newport isle of wight") == ("hampshire",)
    assert found("Ashford Kent") == ("kent",)


def test_a_town_in_another_county_than_was_typed_offers_both():
    assert set(found("Croydon, Surrey")) == {"metropolitan", "surrey"}


def test_what_is_typed_around_a_place_is_passed_over():
    for typed in ("which police force covers Slough?", "Slough Borough Council", "slough police"):
        assert found(typed) == ("thames-valley",)
    assert found("Vale of Glamorgan Council") == ("south-wales",)
    assert found("London Borough of Richmond upon Thames") == ("metropolitan",)


def test_a_place_within_an_address_is_a_guess():
    answer = find_forces("12 Station Road, Leeds", FORCES)
    assert (answer.kind, answer.forces) == (Kind.PARTLY, ("west-yorkshire",))
    assert find_forces("New Leeds Hall", FORCES).forces == ()


@pytest.mark.parametrize("typed", ["Durham Kent", "kent v essex", "Kent and Essex", "Met vs GMP"])
def test_two_forces_are_not_compared(typed):
    answer = find_forces(typed, FORCES)
    assert answer.kind == Kind.COMPARED
    assert len(answer.forces) == 2


def test_one_force_whose_name_has_an_and_is_one_force():
    assert find_forces("devon and cornwall", FORCES).kind == Kind.FOUND
    assert found("Devon & Cornwall") == ("devon-and-cornwall",)


def test_two_towns_of_two_forces_offer_both():
    answer = find_forces("Leeds Manchester", FORCES)
    assert answer.kind == Kind.SEVERAL
    assert set(answer.forces) == {"west-yorkshire", "greater-manchester"}


def test_a_country_with_many_forces_leads_to_the_list_and_one_without_says_so():
    assert find_forces("England", FORCES).kind == Kind.EVERY_FORCE
    assert find_forces("isle of man", FORCES).kind == Kind.OUTSIDE
    assert len(found("Wales")) == 4


def test_a_force_without_a_territory_is_found_by_its_name_alone():
    assert found("BTP") == ("btp",)
    by_name = {"btp", "transport police", "railway police", "rail police", "trains police"}
    assert {n for n, of in named_places().items() if any("btp" in p.forces for p in of)} == by_name


def test_forces_are_found_by_the_names_of_the_site_s_own_list():
    assert found("heddlu glanfor", MADE_UP) == ("glanfor",)
    assert found("Northshre", MADE_UP) == ("northshire",)
    assert found("Leeds", MADE_UP) == ()
    assert found("LS1", MADE_UP) == ()


def test_an_address_of_the_site_is_known_by_abbreviation_and_not_by_town():
    assert forces_named("met", FORCES) == {"metropolitan"}
    assert forces_named("West_Yorkshire", FORCES) == {"west-yorkshire"}
    assert len(forces_named("wmp", FORCES)) == 2
    assert forces_named("leeds", FORCES) == set()


# ---- spelling ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("leeds", "leeds", 0), ("leds", "leeds", 1), ("oxfrod", "oxford", 2), ("leeds", "hull", 3)],
)
def test_spellings_differ_by_the_letters_to_add_remove_or_change(one, other, distance):
    assert min(edits(one, other, 2), 3) == distance


def test_a_town_with_one_wrong_letter_is_guessed():
    assert find_forces("cambrxdge", FORCES).kind == Kind.SPELLED


@given(st.sampled_from(sorted(name for name in named_places() if " " not in name)), st.data())
def test_a_guess_shares_the_first_letter_and_differs_by_two_letters_at_most(name, data):
    at = data.draw(st.integers(1, max(1, len(name) - 1)))
    typed = name[:at] + data.draw(st.sampled_from("qxz")) + name[at + 1 :]
    answer = find_forces(typed, FORCES)
    if answer.kind == Kind.SPELLED:
        assert 1 <= len(answer.forces) <= SHORT_CHOICE
        for choice in answer.choices:
            for place in choice.places:
                keys = [key for key, of_key in named_places().items() if place in of_key]
                keys += [plain_words(place.name)]
                near = [key for key in keys if key[0] == typed[0] and edits(key, typed, 2) <= 2]
                assert near or place.kind == "force", (typed, place)


def test_of_a_short_name_one_letter_may_differ_or_two_may_have_changed_places():
    assert found("Oxfrod") == ("thames-valley",)
    assert found("Hul") == ("humberside",)
    assert found("Hlux") == ()


def test_nothing_like_it_gives_nothing():
    for typed in ("Xanadu", "asdfgh", "!!!", "京都", "9"):
        assert found(typed) == ()


# ---- bounds ------------------------------------------------------------------------------------


@given(st.text(max_size=2 * LONGEST))
def test_whatever_is_typed_has_a_bounded_answer(text):
    answer = find_forces(text, FORCES)
    most = max(len(place.forces) for of in named_places().values() for place in of)
    assert len(answer.choices) <= max(SHORT_CHOICE, most)
    assert len(answer.name) <= 2 * LONGEST


def test_too_long_a_text_is_not_looked_up():
    assert find_forces("Leeds " * 40, FORCES).kind == Kind.TOO_LONG


def test_many_names_in_a_row_are_split_in_few_steps():
    assert find_forces("ash eye ely hook " * 3 + "zzzz", FORCES).kind in Kind
