"""What may be said and what may not, as a person reads it, and a text with its figures marked."""

import pytest

from offences.claims.documents import read_facts
from offences.claims.gate import claims_for
from offences.tracing.marking import mark
from offences.words.guidance import may_not_say, may_say

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
    said = may_say(claims_for(facts()))
    (rise,) = [may for may in said if "up from 48 in 2017/18." in may.words]
    assert rise.caveats == (
        "Numbers this small can move this much by chance. One offence is not one child."
    )
    nearly = next(may.because for may in said if "nearly 70" in may.words)
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
    everyone = facts(nations=[*NATIONS, "Scotland", "Isle of Man"])
    assert "UK" not in " ".join(both_lists(everyone)[1])


# ---- whole lists


def _with_own_note(may) -> str:
    """The words and the caveats that not every claim has."""
    same = ("One offence is not one child.", "That does not mean zero.")
    own = may.caveats
    for each in same:
        own = own.replace(each, "")
    return f"{may.words} {own}".strip()


def both_lists(known) -> tuple[list[str], list[str]]:
    claims = claims_for(known)
    yes, no = may_say(claims), may_not_say(claims, known)
    return [f"{_with_own_note(m)} | {m.because}" for m in yes], [
        f"{m.words} | {m.because}" for m in no
    ]


DATE = "“Last year” | The date of the release is not known."
RANK = (
    "“Worse than”, “the highest of all forces” | Forces are never compared: each marks crimes as "
    "online differently."
)
VIVID = "“Soared”, “rocketed” | The charity uses no vivid words, because the number says as much."
AGES = (
    "The most common age; The most common age group; A table of ages | No ages are given for "
    "2018/19.",
    "The youngest age | The youngest age is not given.",
)
SMALL = "Any age, sex or platform with a small number | A child could be recognised."
DOUBLED = "“Doubled”, “trebled”, “quadrupled”, with or without “almost”"
HALVED = "“Halved”, with or without “almost”"


def test_of_a_force_that_rose_after_a_gap():
    may, may_not = both_lists(facts())
    rose = "Northshire Police recorded 68 offences in 2018/19"
    chance = "Numbers this small can move this much by chance. | From 2 figures."
    assert may == [
        f"{rose}. | From one figure.",
        f"{rose}, an average of 1 a week. | From one figure.",
        f"{rose}, an average of 5 a month. | From one figure.",
        "Northshire Police recorded nearly 70 offences in 2018/19. | By hand only: no template "
        "writes it. From one figure.",
        f"{rose}, the highest of the 3 years with figures since 2016/17; there is no comparable "
        "figure for 2015/16. | From 3 figures.",
        f"{rose}, up from 48 in 2017/18. {chance}",
        f"{rose}, up from 53 in 2016/17. {chance}",
        f"{rose}, up 28% from 53 in 2016/17. {chance}",
        f"{rose}, up by more than a quarter from 53 in 2016/17. {chance}",
    ]
    gap = "2015/16 is missing (we do not have it), so no"
    assert may_not == [
        f"{DOUBLED} | 68 is 1.416 times 48.",
        f"{DOUBLED} | The figures are 53 in 2016/17 and 68 in 2018/19: not a rise of 20 or more.",
        *(DATE, RANK, "“A day” | 68 in 2018/19 is fewer than one a day."),
        "“One every few minutes” | 68 in 2018/19 is fewer than one an hour.",
        "“More than” | 68 is more than 8% above 60.",
        f"“A record” | {gap} record can be claimed.",
        f"“A joint record” | {gap} joint record can be claimed.",
        f"“The lowest” | {gap} lowest number can be claimed.",
        "A percentage | 48 is under 50, so no percentage.",
        "“By a quarter”, “by a third”, “by half” | 48 is under 50, so no fraction.",
        *(VIVID, *AGES, "“In four years” | 2015/16 to 2018/19 is a span of three.", SMALL),
    ]


def test_of_a_force_that_fell_by_more_than_half():
    may, may_not = both_lists(facts(series={"2017/18": 120, "2018/19": 48}))
    fell = "Northshire Police recorded 48 offences in 2018/19"
    assert may[3:] == [
        f"{fell}, down from 120 in 2017/18. | From 2 figures.",
        f"{fell}, down 60% from 120 in 2017/18. | From 2 figures.",
        "The number of offences recorded by Northshire Police fell by more than half from 120 in "
        "2017/18 to 48 in 2018/19. | From 2 figures.",
    ]
    assert not any("Doubled" in words or "Halved" in words for words in may_not)
    assert may_not[-6:] == [
        "“By a quarter”, “by a third”, “by half” | The figures are 120 in 2017/18 and 48 in "
        "2018/19, near no plain fraction.",
        *(VIVID, *AGES, "“In two years” | 2017/18 to 2018/19 is a span of one.", SMALL),
    ]


def test_of_several_forces_their_number_is_told_and_not_their_cells():
    known = read_facts(
        {
            "place": "Wales",
            "latest": "2018/19",
            "nations": ["Wales"],
            "scope": "region",
            "panel": {"A": {"2016/17": 30, "2018/19": 40}, "B": {"2016/17": 60, "2018/19": 80}},
        }
    )
    may, may_not = both_lists(known)
    assert may[0] == (
        "2 of 2 forces in Wales recorded 120 offences in 2018/19. | From the figures of 2 forces."
    )
    assert may_not[:2] == [
        f"{DOUBLED} | 120 is 1.333 times 90.",
        "“At least” | All 2 forces gave exact figures, so the total is exact.",
    ]
    assert may_not[-2:] == [
        "“Across the UK” | England, Scotland and Northern Ireland were not asked.",
        "“In three years” | 2016/17 to 2018/19 is a span of two.",
    ]


def test_of_what_was_only_printed_the_reason_travels_with_it():
    may, may_not = both_lists(all_forces())
    printed = "40 of 44 forces in England, Wales and Northern Ireland"
    why = "It was published; we do not have the figures behind it."
    assert may == [
        f"{printed} recorded 8,224 offences in 2018/19, as reported in June 2019. | {why}",
        f"{printed} recorded 8,224 offences in 2018/19, an average of 22 a day, as reported in "
        f"June 2019. | {why}",
        f"{printed} gave a figure for 2018/19, as reported in June 2019. | {why}",
    ]
    assert may_not == [
        f"{DOUBLED}; {HALVED}; “A record”; “A joint record”; “The highest of the years with "
        "figures”; “The lowest”; “Up”; “Down”; A percentage; “By a quarter”, “by a third”, “by "
        "half”; “Soared”, “rocketed” | The figures of single years are not known.",
        *(
            DATE,
            RANK,
            "“A day”; “A week”; “A month” | The figure is not known, so there is no rate.",
        ),
        "“One every few minutes” | The figure is not known, so there is no interval.",
        "“Nearly” | The figure is not known, so “nearly” cannot be used.",
        "“More than” | The figure is not known, so “more than” cannot be used.",
        *(*AGES, "“Across the UK” | Scotland was not asked."),
    ]


@pytest.mark.parametrize(
    ("series", "words", "reason"),
    [
        ({"2017/18": 80, "2018/19": 60}, HALVED, "60 is 0.75 times 80."),
        ({"2017/18": 10, "2018/19": 40}, DOUBLED, "10 is under 20."),
        ({"2017/18": 40, "2018/19": 10}, HALVED, None),
        ({"2017/18": 40, "2018/19": 80}, DOUBLED, None),
        ({"2016/17": 40, "2017/18": 90, "2018/19": 60}, DOUBLED, "60 is 1.5 times 40."),
        ({"2016/17": 90, "2017/18": 40, "2018/19": 60}, HALVED, "60 is 0.666 times 90."),
    ],
)
def test_a_family_of_multiples_is_refused_only_as_a_whole(series, words, reason):
    known = facts(series=series)
    refused = {each.words: each.because for each in may_not_say(claims_for(known), known)}
    assert refused.get(words) == reason


def test_a_figure_that_is_not_there_is_no_figure_behind_a_sentence():
    gone = {"2018/19": {"missing": "refused"}}
    (may,) = may_say(claims_for(facts(series=gone)))
    assert may.words.startswith("There is no figure for Northshire Police for 2018/19")
    assert may.because == ""
    wales = {"place": "Wales", "latest": "2018/19", "panel": {"A": gone, "B": gone}}
    (may,) = may_say(claims_for(read_facts(wales)))
    assert may.because == ""


def test_one_year_is_no_span():
    assert because(facts(series={"2018/19": 68}), "years”") == ""


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
    assert marked.summary == "7 figures checked: 4 wrong, 3 right. Not checked: names and quotes."
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
    assert mark("Nothing here.", facts()).summary == "There is no figure in this text."


@pytest.mark.parametrize(
    "text",
    [
        *("1" * 10_000, "1," * 5_000, "\n" * 10_000, "x-" * 5_000, "1 " * 1_000, "one " * 500),
        *(pytest.param(long, marks=pytest.mark.drill) for long in ("1 " * 5_000, "one " * 2_500)),
    ],
)
def test_nothing_that_can_be_pasted_is_an_error(text):
    assert mark(text, facts(), all_forces()).summary
