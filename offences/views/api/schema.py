"""What the API is asked and what it answers, as its OpenAPI description has it."""

from collections.abc import Sequence
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, Field, create_model

from offences.models import FigureKind
from offences.models.count import FigureBody
from offences.statistics.years import JANUARY, Year, first_month, two_years
from offences.words import api as words
from offences.words import downloads

ROWS = 100
MOST_ROWS = 1_000
LARGEST = 1_000_000  # number of a page: far more than there are, and no database minds it


class ProblemAnswer(Schema):
    """A request that was not answered, and how to put it right."""

    problem: str


def fields_of(columns: Sequence[str]) -> dict[str, Any]:
    """The columns of a file as the fields of an object, with their meaning."""
    kinds = {name: int if name in downloads.WHOLE else str for name in columns}
    return {
        name: (kind | None, Field(description=downloads.COLUMNS[name]))
        for name, kind in kinds.items()
    }


Figure = create_model("Figure", __base__=Schema, **fields_of(downloads.RELEASE))
Answer = create_model("Answer", __base__=Schema, **fields_of(downloads.ANSWERS))


class RowPage(Schema):
    """One page of rows, and the addresses of its neighbours."""

    count: int = Field(description=words.COUNT)
    page: int
    pages: int
    next: str | None
    previous: str | None


class OfRelease(RowPage):
    """Rows of one release of one measure."""

    measure: str = Field(description=words.MEASURE_ADDRESS)
    release: int = Field(description=words.RELEASE_NUMBER)


class FigurePage(OfRelease):
    rows: list[Figure]  # type: ignore[valid-type]


class AnswerPage(OfRelease):
    rows: list[Answer]  # type: ignore[valid-type]


class MeasureRow(Schema):
    measure: str = Field(description=words.OWN_ADDRESS)
    name: str
    definition: str
    excludes: str
    newest_release: int


class MeasurePage(RowPage):
    rows: list[MeasureRow]


class ForceRow(Schema):
    force: str = Field(description=words.OWN_ADDRESS)
    name: str
    welsh_name: str
    area: str
    kind: str
    nation: str
    region: str
    ons_code: str


class ForcePage(RowPage):
    rows: list[ForceRow]


class ReleaseRow(Schema):
    measure: str
    release: int
    title: str
    definition: str
    published_on: str
    address: str
    licence: str
    licence_address: str
    note: str


class ReleasePage(RowPage):
    rows: list[ReleaseRow]


Number = Annotated[int, Field(ge=1, le=LARGEST, description=words.PAGE)]
Rows = Annotated[int, Field(ge=1, le=MOST_ROWS, description=words.PER_PAGE)]
Slug = Annotated[str, Field(max_length=80, pattern=r"^[-a-zA-Z0-9_]+$")]
REFUSALS = {404: ProblemAnswer, 410: ProblemAnswer, 422: ProblemAnswer}


class Paged(Schema):
    page: Number = 1
    per_page: Rows = ROWS


YEAR = r"^[0-9]{4}/[0-9]{2}$"
CALENDAR_YEAR = r"^[0-9]{4}$"


def _by_two_years(label: object) -> object:
    """A calendar year as the pattern has it: 2018/19 for 2018, where years start in January."""
    if first_month() != JANUARY or not isinstance(label, str):
        return label
    return two_years(Year.parse(label).start)


class FigureQuery(Paged):
    measure: Slug = Field(description=words.MEASURE)
    release: Annotated[int, Field(ge=1, le=30_000)] | None = Field(None, description=words.RELEASE)
    force: Slug | None = Field(None, description=words.FORCE)
    kind: FigureBody | None = Field(None, description=downloads.COLUMNS["kind"])
    what: FigureKind | None = Field(None, description=words.WHAT)
    year: Annotated[str, Field(pattern=YEAR), BeforeValidator(_by_two_years)] | None = Field(
        None, description=words.YEAR
    )
    breakdown: Slug | None = Field(None, description=words.BREAKDOWN)


class AnswerQuery(Paged):
    measure: Slug = Field(description=words.MEASURE)
    release: Annotated[int, Field(ge=1, le=30_000)] | None = Field(None, description=words.RELEASE)
    force: Slug | None = Field(None, description=words.FORCE)
