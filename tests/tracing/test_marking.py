"""A text as the page shows it: its pieces in order, each figure with its number, words and why."""

import pytest

from offences.tracing.evidence.document import Evidence
from offences.tracing.marking import mark
from tests.claims.worlds import facts_of
from tests.tracing.test_faults import country
from tests.tracing.test_sentences import FOUR, NATION, TWO

UK = country(place="the UK", nations=["England", "Wales", "Scotland", "Northern Ireland"])
NOT_ALL = "in England, Wales and Northern Ireland"


def marks(text, facts, **more):
    """What is marked: its number, its text, the verdict in a reader's words and why."""
    marked = mark(text, facts, **more)
    return [(row.number, row.text, row.verdict, row.why) for row in marked.rows]


def test_each_figure_has_its_number_its_verdict_in_words_and_its_reason():
    text = "A record 247, up 50% from 120; well over 200. 9,000 fell. About 250. 3% of 8 months."
    assert marks(text, FOUR) == [
        (
            1,
            "record",
            "right",
            "Cambridgeshire recorded 247 offences in 2018/19, a record: the highest of the 4 "
            "years from 2015/16 to 2018/19.",
        ),
        (2, "247", "right", "247 in 2018/19."),
        (3, "50%", "wrong", "No such change."),
        (4, "120", "right", "120 in 2015/16."),
        (5, "200", "true but loose", "247 in 2018/19."),
        (6, "9,000", "no source", "Not among our figures. It needs a source."),
        (7, "250", "rightly rounded", "247 in 2018/19."),
        (8, "3%", "no source", "Not among our figures. It needs a source."),
    ]


def test_the_pieces_of_a_text_are_all_of_it_and_the_marked_ones_have_their_verdicts():
    text = "Up from 120.\n\nNow 247 a year, or 9,000"
    first, second = mark(text, FOUR).paragraphs
    assert ["".join(p.text for p in each).strip() for each in (first, second)] == text.split("\n\n")
    assert [(p.number, p.text, p.verdict) for p in (*first, *second) if p.verdict] == [
        (1, "120", "right"),
        (2, "247", "right"),
        (3, "9,000", "no source"),
    ]


def test_blank_lines_are_no_paragraph():
    first, second = mark("\n\nUp from 120.\n\nNow 247.\n\n", FOUR).paragraphs
    assert "".join(piece.text for piece in first) == "Up from 120."
    assert "".join(piece.text for piece in second).strip() == "Now 247."


def test_a_wrong_figure_with_no_fact_behind_it_is_told_as_not_borne_out():
    half_year = facts_of({"value": 19, "months": 6}, 40)
    assert marks("5 months of 2017/18", half_year) == [
        (1, "5", "wrong", "The figures do not support it.")
    ]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Nothing.", "There is no figure in this text."),
        (
            "There were 68 offences in 2018/19.",
            "1 figure checked: 1 right. Not checked: names and quotes.",
        ),
        (
            "68, 48, about 69, 86, over 60, 500 and 700 offences.",
            "7 figures checked: 2 wrong, 2 without a source, 1 true but loose, 2 right. "
            "Not checked: names and quotes.",
        ),
        (
            "There were 86 offences, then 500.",
            "2 figures checked: 1 wrong, 1 without a source. Not checked: names and quotes.",
        ),
        (
            "There were more than 60 offences.",
            "1 figure checked: 1 true but loose. Not checked: names and quotes.",
        ),
    ],
)
def test_the_summary_counts_figures_by_what_a_reader_has_to_do(text, summary):
    assert mark(text, TWO).summary == summary


def test_what_a_person_has_to_look_at_and_what_is_wrong():
    marked = mark("68, 86, over 60 and 500 offences.", TWO)
    assert [f.text for f in marked.findings] == ["86", "60", "500"]
    assert [f.text for f in marked.wrong] == ["86"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("In 2018/19 there were 68.", ["68"]),
        ("It rose since 2017 and from 2018.", []),
        ("It rose since 2011 and from 2012.", ["2011", "2012"]),
        ("There were none in 2012/13.", ["2012/13"]),
        ("Call 999 on 25 June 2019.", []),
    ],
)
def test_years_are_shown_only_where_they_are_wrong_and_what_is_no_figure_never(text, shown):
    assert [row.text for row in mark(text, TWO).rows] == shown


def test_words_of_the_release_itself_are_right_to_the_letter():
    quoted = ["the note (of 86 cases)", "", "not in it"]
    text = "See the note (of 86 cases) and the note of 86 cases; then 86 cases."
    assert marks(text, TWO, quoted=quoted) == [
        (1, "86", "right", "As in the release."),
        (2, "86", "wrong", "68 in 2018/19."),
        (3, "86", "wrong", "68 in 2018/19."),
    ]
    first, *_ = mark(text, TWO, quoted=quoted).figures
    assert first[1].suggestion == ""


@pytest.mark.parametrize(
    ("quoted", "verdicts"),
    [
        ("86 or 86", ["right", "right"]),
        ("86 or 8", ["right", "wrong"]),
        ("6 or 86", ["wrong", "right"]),
        ("6 or 8", ["wrong", "wrong"]),
    ],
)
def test_a_figure_that_is_only_partly_quoted_is_judged(quoted, verdicts):
    assert [row.verdict for row in mark("86 or 86", TWO, quoted=[quoted]).rows] == verdicts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It happened across the UK.", "across the UK"),
        ("Children of the UK: it happened across the UK.", "across the UK"),
        ("There were 8,224 in the United Kingdom.", "in the United Kingdom"),
        ("Throughout all of Great Britain.", "Throughout all of Great Britain"),
        ("All over Britain it rose.", "All over Britain"),
        ("Forty per cent of it is 40%in Britain.", "in Britain"),
    ],
)
def test_a_place_that_claims_more_nations_than_were_asked_is_marked(text, place):
    (found,) = [f for f in mark(text, NATION).wrong if f.kind == "place"]
    assert (found.text, found.suggestion) == (place, NOT_ALL)
    assert text[found.start : found.end] == place
    assert found.fact == "Scotland was not asked."
    (national,) = [f for f in mark(text, TWO, NATION).wrong if f.kind == "place"]
    assert national == found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Children of the UK; the UK's 44 forces.", NATION),
        ("It happened across the UK.", UK),
        ("It happened across the UK.", TWO),
        ("One child across the UK every 64 minutes.", NATION),
    ],
)
def test_a_place_that_claims_no_more_is_not_marked(text, facts):
    assert not [f for f in mark(text, facts).wrong if f.kind == "place"]


def test_the_pieces_of_each_paragraph_are_its_text_in_order():
    text = "There were 68.\nUp from 48.\n \n\nThere were 68.\n\n86"
    marked = mark(text, TWO)
    assert [[(piece.text, piece.number) for piece in each] for each in marked.paragraphs] == [
        [("There were ", 0), ("68", 1), (".\nUp from ", 0), ("48", 2), (".", 0)],
        [("There were ", 0), ("68", 3), (".", 0)],
        [("86", 4)],
    ]
    plain = marked.paragraphs[0][0]
    assert (plain.verdict, plain.why) == ("", "")


def test_marks_stand_in_the_order_of_the_text():
    assert [row.text for row in mark("Across the UK 40 of 44 forces, 8,224.", NATION).rows] == [
        "Across the UK",
        "40 of 44",
        "8,224",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_long_gaps_change_nothing(end):
    text = f"There were{' ' * 40}68.{end * 5}Up from 48.{end}"
    marked = mark(text, TWO)
    assert [["".join(p.text for p in each)] for each in marked.paragraphs] == [
        ["There were  68."],
        ["Up from 48.\n"],
    ]


def test_a_force_that_is_not_the_texts_own_is_marked_by_its_own_figures():
    others = {"Southmoor": Evidence(facts_of(31, place="Southmoor"))}
    text = "Southmoor Police recorded 31 offences and Cambridgeshire 68."
    assert [(mark[1], mark[2]) for mark in marks(text, TWO, others=others)] == [
        ("31", "right"),
        ("68", "right"),
    ]
