"""Characters that nobody sees, and marks of emphasis, change nothing of what a text says."""

import random

import pytest

from offences.tracing.marking import mark
from offences.tracing.trace import trace
from offences.unseen import as_seen
from tests.tracing.tarn_and_england import documents
from tests.tracing.test_gate_worlds import WORLDS, given_away

UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e", "\ufe0f")
SENTENCES = (
    "Tarn recorded 149 offences in 2019/20, up from 110 in 2018/19.",
    "Tarn recorded 110 offences in 2019/20, and 1,234 two years before.",
    "A third of the 149 offences were against children of twelve.",
    "Of the 15 forces that were asked, twelve replied.",
)


def sprinkled(text: str, seed: int) -> str:
    """The text with unseen characters between some of its letters and digits."""
    order = random.Random(seed)
    return "".join(each + order.choice((*UNSEEN, "", "", "")) for each in text)


def read(text: str) -> list[tuple[str, str, str]]:
    found = trace(text, *documents())
    assert all(text[each.start : each.end] == each.text for each in found)
    return [(as_seen(each.text)[0], each.kind, each.verdict) for each in found]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("seed", range(5))
def test_the_figures_of_a_text_are_the_same_with_unseen_characters(text, seed):
    assert read(sprinkled(text, seed)) == read(text)


@pytest.mark.parametrize("mark_of", ("**", "__", "*", "_"))
def test_an_emphasised_figure_is_read_as_any_other(mark_of):
    text = "Tarn recorded {0}149{0} offences in 2019/20, {0}up from 110{0} in 2018/19."
    assert read(text.format(mark_of)) == read(text.format(""))
    assert read(f"<b>{SENTENCES[1]}</b>") == read(SENTENCES[1])


def test_the_page_shows_a_text_without_unseen_characters():
    pieces = mark("Tarn recorded 1\u00ad49 of\u200bfences in 2019/20.", *documents()).paragraphs
    shown = "".join(piece.text for paragraph in pieces for piece in paragraph)
    assert shown == "Tarn recorded 149 offences in 2019/20."


@pytest.mark.parametrize("world", WORLDS[::4], ids=lambda world: world["facts"]["place"])
def test_a_hidden_number_is_found_among_unseen_characters(world):
    for n, (text, found) in enumerate(given_away(world, world["telling"])):
        ((_, again),) = given_away(world, [sprinkled(text, n)])
        assert bool(again) == bool(found), text


@pytest.mark.parametrize("mark_of", ("\u200b", "\u3164", '</B><b class="x">', "\u00ad"))
def test_two_words_with_an_unseen_character_between_them_hide_no_number(mark_of):
    world = next(world for world in WORLDS if "Kik" in world["names"] and has_hidden(world, "Kik"))
    place = world["facts"]["place"]
    texts = [f"{place}: Kik{mark_of}3", f"{place}: three{mark_of}kik{mark_of}cases"]
    assert all(found for _, found in given_away(world, texts))


def has_hidden(world: dict, name: str) -> bool:
    return [name] in world["hidden"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2\u00ad2 offences", "22 offences"),
        ("**22** offences, _girls_ <b>alone</b>", "22 offences, girls alone"),
        ("Kik: *, Skype: **, “**” is below five", "Kik: *, Skype: **, “**” is below five"),
        ("* 22 offences", "* 22 offences"),
        ("<b>22</b>offences, 31\u200bcases in\u200bKent", "22 offences, 31 cases in Kent"),
        ("22\u2800offences", "22 offences"),
        ("5 * 4", "5 * 4"),
        ("snake_case", "snake_case"),
    ],
)
def test_what_nobody_sees_is_taken_away_and_no_star_that_stands_for_a_number(text, seen):
    assert as_seen(text)[0] == seen


def test_a_place_is_that_of_the_text_as_it_was_written():
    written = "a **bc** d\u00ade"
    seen, place = as_seen(written)
    assert seen == "a bc de"
    assert [written[place(n)] for n in (0, 2, 3, 5, 6)] == [*"abcde"]
