"""What may be said and what may not, as a person reads it, and a text with its figures marked."""

import pytest

from offences.claims.documents import read_facts
from offences.claims.gate import claims_for
from offences.claims.said import may_not_say, may_say
from offences.claims.tracing.marked import mark

NATIONS = ["England", "Wales", "Northern Ireland"]


def facts(**more):
    made = {
        "place": "Northshire Police",
        "measure": "offences",
        "latest": "2018/19",
        "series": {
            "2015/16": {"missing": "not_in_records"},
            "2016/17": 53,
            "2017/18": 48,
            "2018/19": 68,
        },
    }
    return read_facts(made | more)


def all_forces():
    return read_facts(
        {
            "place": "England, Wales and Northern Ireland",
            "measure": "offences",
            "latest": "2018/19",
            "nations": NATIONS,
            "recorded": [
                {
                    "claim": "total",
                    "year": "2018/19",
                    "value": 8224,
                    "with_figures": 40,
                    "asked": 44,
                    "nations": NATIONS,
                    "publication": "June 2019",
                }
            ],
        }
    )


def because(known, word: str) -> str:
    """Why a word may not be said."""
    refused = may_not_say(claims_for(known), known)
    return next((each.because for each in refused if word in each.words), "")


def test_what_may_be_said_comes_with_what_belongs_to_it():
    said = {may.words: may.because for may in may_say(claims_for(facts()))}
    rise = next(
        because for words, because in said.items() if words.endswith("up from 48 in 2017/18.")
    )
    assert rise.startswith("With it, always: “Numbers this small can move this much by chance.”")
    nearly = next(because for words, because in said.items() if "nearly 70" in words)
    assert nearly.startswith("By hand only: no template writes it.")


def test_each_word_that_may_not_be_said_has_its_reason():
    known = facts()
    assert because(known, "A percentage") == "48 is under 50, so no percentage."
    assert "2015/16 is missing" in because(known, "“A record”")
    assert because(known, "“Doubled”").startswith("68 is 1.416 times 48")
    assert because(known, "“In four years”") == "2015/16 to 2018/19 is a span of three."
    assert "never compared" in because(known, "Worse than")
    assert because(known, "Any age") == "A child could be recognised."


def test_a_reason_stands_once_however_many_words_it_refuses():
    refused = may_not_say(claims_for(facts()), facts())
    reasons = [each.because for each in refused]
    assert len(reasons) == len(set(reasons))


def test_what_nobody_would_say_is_not_listed():
    refused = " ".join(each.words for each in may_not_say(claims_for(facts()), facts()))
    assert "Down" not in refused and "Halved" not in refused
    fallen = facts(series={"2017/18": 120, "2018/19": 68})
    refused = " ".join(each.words for each in may_not_say(claims_for(fallen), fallen))
    assert "“Up”" not in refused and "“Doubled”" not in refused and "“Halved”" in refused


def test_across_the_uk_may_not_be_said_where_scotland_was_not_asked():
    assert because(all_forces(), "“Across the UK”") == "Scotland was not asked."
    everyone = facts(nations=[*NATIONS, "Scotland"])
    assert because(everyone, "“Across the UK”") == ""


TEXT = (
    "Police in Northshire recorded a record 68 offences in 2018/19, up 42%.\n\n"
    "Across the UK 8,244 were recorded,\nor 22 a day, by 40 of 44 forces."
)


def test_every_figure_is_marked_where_it_stands_and_numbered():
    marked = mark(TEXT, facts(), all_forces())
    told = [(number, f.text, f.verdict) for number, f in marked.figures]
    assert told == [
        (1, "record", "mismatch"),
        (2, "68", "traced"),
        (3, "42%", "mismatch"),
        (4, "Across the UK", "mismatch"),
        (5, "8,244", "mismatch"),
        (6, "22", "traced"),
        (7, "40 of 44", "traced"),
    ]
    assert marked.summary == "7 figures: 4 wrong, 3 right."
    assert [f.text for f in marked.findings] == ["record", "42%", "Across the UK", "8,244"]
    suggested = {f.text: f.suggestion for _, f in marked.figures}
    assert suggested["8,244"] == "8,224"
    assert suggested["Across the UK"] == "in England, Wales and Northern Ireland"


def test_the_pieces_of_a_marked_text_are_the_text():
    marked = mark(TEXT.replace("\n", "\r\n"), facts(), all_forces())
    paragraphs = ["".join(piece.text for piece in paragraph) for paragraph in marked.paragraphs]
    assert "\n\n".join(paragraphs) == TEXT
    numbered = [
        piece.number for paragraph in marked.paragraphs for piece in paragraph if piece.figure
    ]
    assert numbered == [1, 2, 3, 4, 5, 6, 7]


def test_each_verdict_is_a_word_and_a_sentence():
    marked = mark("Nearly 70, more than 60, 8,244 and 999,999 offences.", facts(), all_forces())
    assert {row.verdict for row in marked.rows} == {
        *("rightly rounded", "true but loose", "wrong", "no source")
    }
    assert all(row.why.endswith(".") for row in marked.rows)


def test_a_text_without_a_figure_says_so():
    assert mark("Nothing here.", facts()).summary == "No figure is in this text."


@pytest.mark.parametrize(
    "text", ["1" * 10_000, "1," * 5_000, "1 " * 5_000, "\n" * 10_000, "x-" * 5_000, "one " * 2_500]
)
def test_nothing_that_can_be_pasted_is_an_error(text):
    assert mark(text, facts(), all_forces()).summary
