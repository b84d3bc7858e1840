"""The panel beside a grid that shows a document of its return, part by part.

The file itself is only ever downloaded; what is shown is made from it by `offences.intake.papers`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from offences.intake import papers
from offences.models import AnnualCount, Document, FoiSubmission
from offences.refused import Refused
from offences.returns.formats.file_kinds import LARGEST
from offences.staff.files.sheet_picture import row_and_column
from offences.staff.grid.grid import documents_of
from offences.staff.names import titles_of
from offences.staff.pages import PRIVATE, number_in, show_held_back, staff_page

GONE = (
    "The file is no longer where it was stored. Ask the person who runs this site to restore it "
    "from a backup."
)
HELD_BACK = (
    "This file is held back until the data lead has looked: it may hold more than was meant to be "
    "sent."
)
NO_FILE = "This is a publication: it is named here and never copied."


class PaperLink(NamedTuple):
    words: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class PaperPanel:
    """A document beside a grid, with the links to its other parts and to other documents."""

    submission: FoiSubmission
    document: Document
    documents: Sequence[Document]
    paper: papers.Paper
    asked: bool  # by the address: a narrow screen unfolds it then
    at: str = ""  # the cell that the address points at
    own: frozenset[str] = frozenset()  # cells of the shown sheet from which counts were taken

    @property
    def kind(self) -> str:
        """Which of the blocks of the template shows it."""
        kinds = {papers.SheetPaper: "sheet", papers.PagePaper: "page", papers.TextPaper: "text"}
        return kinds.get(type(self.paper), "none")

    def _to(self, words: str, document: Document, current: bool = False, **part: int) -> PaperLink:
        # Relative: the panel is on several pages.
        url = f"?{urlencode({'paper': document.pk, **part})}"
        return PaperLink(words, url, current)

    @property
    def tabs(self) -> list[PaperLink]:
        titles = titles_of(self.documents)
        return [self._to(titles[e.pk], e, e == self.document) for e in self.documents]

    @property
    def sheets(self) -> list[PaperLink]:
        paper = self.paper
        if not isinstance(paper, papers.SheetPaper):
            return []
        return [
            self._to(name, self.document, number == paper.sheet, sheet=number)
            for number, name in enumerate(paper.names, 1)
        ]

    @property
    def before(self) -> PaperLink | None:
        match self.paper:
            case papers.SheetPaper(before=int(row), sheet=sheet):
                return self._to("Rows before", self.document, sheet=sheet, row=row)
            case papers.PagePaper(page=page) if page > 1:
                return self._to("Previous page", self.document, page=page - 1)
        return None

    @property
    def after(self) -> PaperLink | None:
        match self.paper:
            case papers.SheetPaper(after=int(row), sheet=sheet):
                return self._to("More rows", self.document, sheet=sheet, row=row)
            case papers.PagePaper(page=page, pages=pages) if page < pages:
                return self._to("Next page", self.document, page=page + 1)
        return None

    @property
    def spot(self) -> str:
        """The spot on the page that the address names: per cent across and down."""
        return self.at if re.fullmatch(r"[0-9]{1,3}%,[0-9]{1,3}%", self.at) else ""

    @property
    def picture(self) -> str:
        assert isinstance(self.paper, papers.PagePaper)
        shown = [self.submission.pk, self.document.pk, self.paper.page]
        return reverse("admin:offences_foisubmission_picture", args=shown)


def paper_panel(
    submission: FoiSubmission,
    documents: Sequence[Document],
    counts: Iterable[AnnualCount],
    asked: QueryDict,
) -> PaperPanel | None:
    """Return the panel of a return; None if it has no file.

    It opens where the first of the counts is, unless another part is asked for.
    """
    if not any(document.file for document in documents):
        return None
    document = _chosen(documents, asked)
    places = [(each.sheet, each.cell) for each in counts if each.document_id == document.pk]
    named, place = _first_place(places)
    if any(part in asked for part in ("page", "sheet", "row", "named")):
        named = asked.get("named", "")
        place = papers.PaperPlace(*(number_in(asked, name, 1) for name in ("page", "sheet", "row")))
    paper = _paper_of(document, place)
    if isinstance(paper, papers.SheetPaper) and named in paper.names and named != paper.name:
        place = papers.PaperPlace(sheet=paper.names.index(named) + 1, row=place.row)
        paper = _paper_of(document, place)
    own: frozenset[str] = frozenset()
    if isinstance(paper, papers.SheetPaper):
        of_sheet = (cells for sheet, cells in places if sheet in ("", paper.name))
        own = frozenset(cell for cells in of_sheet for cell in cells.split(" + "))
    at = asked.get("at", "")[:20]
    return PaperPanel(submission, document, documents, paper, "paper" in asked, at, own)


def _first_place(places: Sequence[tuple[str, str]]) -> tuple[str, papers.PaperPlace]:
    """The sheet, and the page and the row in it, of the first of these places in a document."""
    sheets = [sheet for sheet, cells in places if cells or sheet]
    if not sheets:
        return "", papers.PaperPlace()
    pages = [int(sheet[5:]) for sheet in sheets if re.fullmatch("page [0-9]{1,5}", sheet)]
    of_first = (cells.partition(" ")[0] for sheet, cells in places if sheet == sheets[0] and cells)
    row = min((row_and_column(cell)[0] for cell in of_first), default=1)
    return sheets[0], papers.PaperPlace(page=min(pages, default=1), row=row)


def _chosen(documents: Sequence[Document], asked: QueryDict) -> Document:
    """Return the document that is asked for; else the newest that has a file."""
    for document in documents:
        if str(document.pk) == asked.get("paper"):
            return document
    long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
    files = (document for document in documents if document.file)
    return max(files, key=lambda document: (document.added_at or long_ago, document.pk))


def _paper_of(document: Document, place: papers.PaperPlace) -> papers.Paper:
    if not document.file:
        return papers.Paper(why_not=NO_FILE)
    if document.is_held_back:
        return papers.Paper(why_not=HELD_BACK)
    try:
        return papers.read_paper(_bytes_of(document), Path(str(document.file)).name, place)
    except FileNotFoundError:
        return papers.Paper(why_not=GONE)


def _bytes_of(document: Document) -> bytes:
    """The file; of a huge one just enough to show that it is too large."""
    with document.file.open("rb") as file:
        return file.read(LARGEST + 1)


def _counts_of(submission: FoiSubmission) -> list[AnnualCount]:
    counts = AnnualCount.objects.current().filter(submission=submission)
    return list(counts.select_related("document"))


@staff_page("paper", FoiSubmission, "view_foisubmission")
def show_panel(request: HttpRequest, object_id: int) -> HttpResponse:
    """The panel alone, for the grid's script when another part is asked for."""
    submission = get_object_or_404(FoiSubmission, pk=object_id)
    counts = _counts_of(submission)
    shown = paper_panel(submission, documents_of(submission, counts), counts, request.GET)
    if shown is None:
        raise Http404("This return has no file.")
    return TemplateResponse(request, "staff/grid/paper.html", {"panel": shown})


PICTURE = "<int:object_id>/paper/<int:document>/page-<int:number>.png"


@staff_page("picture", FoiSubmission, "view_foisubmission", route=PICTURE)
def show_picture(request: HttpRequest, object_id: int, document: int, number: int) -> HttpResponse:
    """The picture of one page of a PDF, for the people who may see the return."""
    submission = get_object_or_404(FoiSubmission, pk=object_id)
    documents = documents_of(submission, _counts_of(submission))
    found = next((each for each in documents if each.pk == document), None)
    if found is None or not found.file:
        raise Http404("This return has no such file.")
    if found.is_held_back:
        return show_held_back(request, found)
    try:
        made = papers.draw_page(_bytes_of(found), number)
    except FileNotFoundError:
        raise Http404(GONE) from None
    except Refused as refusal:
        raise Http404(str(refusal)) from None
    return HttpResponse(made, content_type="image/png", headers=PRIVATE)
