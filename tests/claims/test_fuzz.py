"""Whatever a force's figures are, the sentences made of them are whole and plain."""

import re

from hypothesis import given
from hypothesis import strategies as st

from offences.charts import chart_of
from offences.exports import rows_of
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing
from offences.statistics.series import Break
from offences.statistics.years import Year
from offences.trends import Point
from offences.words import reasons
from offences.words.answers import Answer
from offences.words.notes import Asked
from tests.public.worlds import trend_of
from tests.words.releases import quotation
from tests.words.test_page_sentences import about, total
from tests.words.test_record import draft, words

FIRST = 2015
counts = st.one_of(st.integers(0, 3), st.integers(0, 120), st.sampled_from([1000, 1204]))
flags = st.fixed_dictionaries(
    {
        "provisional": st.booleans(),
        "estimated": st.booleans(),
        "doubt": st.sampled_from(["", "", "", "may be another year", "A slip.. "]),
    }
)
plain = st.one_of(
    counts.map(Cell.count),
    st.tuples(counts, counts).map(lambda c: Cell.count(c[0], previously=c[1])),
    st.tuples(counts, st.integers(1, 11)).map(lambda c: Cell.part_year(*c)),
)
cells = st.one_of(
    plain,
    st.tuples(plain, flags).map(lambda c: c[0].with_flags(**c[1])),
    st.tuples(counts, st.integers(1, 20)).map(lambda c: Cell.suppressed(c[0], sum(c))),
    st.just(Cell.suppressed(1, None)),
    st.sampled_from(Missing).map(Cell.missing),
)
remarks = st.dictionaries(
    st.integers(FIRST, FIRST + 5),
    st.sampled_from(["the charity warned", "Smallville.", "12 of them  are late. ", "Is it so?"]),
)
answers = st.builds(
    Answer,
    round_name=st.just("the 2019 round"),
    asked=st.sampled_from([None, 1, 2, 3, 44]),
    years=st.just((Year(FIRST), Year(FIRST + 1))),
    outcome=st.sampled_from(
        ["answered", "part_answered", "refused", "no_response", "awaited", "unknown"]
    ),
    outcome_when=st.sampled_from(["", "in June 2019"]),
    reason=st.sampled_from(["", "It costs too much."]),
    printed=st.sampled_from([(), (Year(FIRST),), (Year(FIRST), Year(FIRST + 1))]),
    printed_when=st.sampled_from(["", "June 2019"]),
    has_file=st.booleans(),
    from_print=st.booleans(),
)
totals = st.builds(
    lambda year, forces, value: total(
        value, year=Year(year), with_figures=forces[0], asked=forces[1], in_records=forces[2]
    ),
    st.integers(FIRST, FIRST + 5),
    st.sampled_from([(1, 1, 0), (1, 2, 1), (40, 44, 20), (44, 44, 1), (1, None, 1), (None,) * 3]),
    st.sampled_from([1, 12, 900]),
)
series = st.lists(cells, min_size=1, max_size=6)
changed = st.one_of(st.none(), st.integers(FIRST - 1, FIRST + 6))

ONE_OF_MANY = re.compile(
    r"(?<![\d,])(?<!to )(?<!and )\b(?:1|one) (?:online |other |police |sex )*"
    r"(?:offences|months|forces|years)\b"
)


def check(text: str) -> None:
    text = text.replace("None that we know of", "no other")
    for slip in ("None", "  ", "..", " ,", " .", "()", "nan", ":.", "?."):
        assert slip not in text, (slip, text)
    assert not ONE_OF_MANY.search(text), text


def check_sentences(texts, *, digits: bool = False) -> None:
    for text in texts:
        if not text:
            continue
        check(text)
        assert text[-1] in ".?:", text
        for each in re.split(r"(?<=[.?]) (?=[A-Z0-9])", text):
            assert digits or not each[0].isdigit(), text


def page_sentences(page) -> list[str]:
    return [
        *page.says,
        *page.absent,
        page.asof,
        page.description,
        page.record_question,
        page.record_answer,
        page.record_detail,
        page.effect_answer,
        page.effect_detail,
        *page.national_says,
        quotation(page),
        page.quote_limits,
    ]


def told(page, story) -> str:
    return words([page, story])


def base_of(cells) -> int:
    """The largest figure that a percentage could start from."""
    return max((cell.low or 0 for cell in cells[:-1]), default=0)


@given(series, changed, remarks, st.lists(answers, max_size=2), st.lists(totals, max_size=3))
def test_every_sentence_of_a_page_and_draft_is_whole(cells, year, notes, replies, printed):
    breaks = (Break(Year(year), "a new code."),) if year else ()
    remarks = {Year(y): text for y, text in notes.items()}
    page = about(
        dict(enumerate(cells, FIRST)),
        breaks=breaks,
        remarks=remarks,
        answers=replies,
        totals=tuple(printed),
    )
    check_sentences(page_sentences(page))
    for text in (
        page.title,
        page.figure,
        page.figure_year,
        page.change,
        *(f.text for f in page.answer),
    ):
        check(text)
    for fact, of in page.national_facts:
        check(f"{fact} {of}")

    story = draft(
        cells,
        breaks,
        remarks=remarks,
        vintages={Year(FIRST + n): "June 2019" for n in range(len(cells))},
        totals=tuple(printed),
        asked=Asked(1, 1) if len(cells) == 1 else Asked(44, 31, read_from_print=bool(replies)),
    )
    said = [text for text in (story.lead, *story.body) if not text.startswith("“")]
    check_sentences(said, digits=True)
    check_sentences([note.text for note in story.notes])
    for bullet in (story.headline, *story.bullets):
        check(bullet)
    check(story.text)
    if base_of(cells) < 50:
        assert "%" not in told(page, story)


@given(series, remarks)
def test_every_row_and_chart_is_whole(cells, notes):
    points = [
        Point(
            year=Year(FIRST + n),
            cell=cell,
            reason=reasons.short(cell.why) if cell.why else "",
            note=notes.get(FIRST + n, ""),
            vintage="" if cell.is_missing else "June 2019",
        )
        for n, cell in enumerate(cells)
    ]
    trend = trend_of(*points)
    for row in rows_of(trend):
        check(row.note)
        check(row.published)
        assert not row.note[:1].isdigit()
    chart = chart_of(trend, "chart")
    if chart:
        check_sentences([chart.description])
        for column in chart.config["marks"]["columns"]:
            check(column["words"])


@given(series, st.sampled_from(sorted(MAY_BE_ZERO)))
def test_of_what_may_be_zero_nothing_is_said_of_zero(cells, why):
    cells = [*cells[:5], Cell.missing(why)]
    page = about(dict(enumerate(cells, FIRST)))
    story = draft(cells)
    said = words([page.absent, quotation(page), page.quote_limits, page.title, page.description])
    assert "zero" not in said
    assert "zero" not in words([story.headline, story.bullets, story.lead, story.body])
