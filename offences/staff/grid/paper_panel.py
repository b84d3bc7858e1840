"""The panel beside a grid that shows a document of its return, part by part.

The file itself is only ever downloaded; what is shown is made from it by `offences.intake.papers`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from offences.intake import papers
from offences.models import AnnualCount, Document, FoiSubmission
from offences.refused import Refused
from offences.returns.formats.kinds import LARGEST
from offences.staff.grid.grid import documents_of
from offences.staff.pages import staff_page
from offences.staff.submissions import VIEW

GONE = (
    "The file is no longer where it was stored. Ask the person who runs this site to restore it "
    "from a backup."
)
HELD = (
    "This file is held back until the data lead has looked: it may hold more than was meant to be "
    "sent."
)
NO_FILE = "This is a publication: it is named here and never copied."


@dataclass(frozen=True)
class PaperLink:
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

    @property
    def kind(self) -> str:
        """Which of the blocks of the template shows it."""
        match self.paper:
            case papers.SheetPaper():
                return "sheet"
            case papers.PagePaper():
                return "page"
            case papers.TextPaper():
                return "text"
        return "none"

    def _to(self, document: Document, **part: int) -> str:
        # Relative: the panel is on several pages.
        return f"?{urlencode({'paper': document.pk, **part})}"

    @property
    def tabs(self) -> list[PaperLink]:
        return [
            PaperLink(each.title, self._to(each), each == self.document) for each in self.documents
        ]

    @property
    def sheets(self) -> list[PaperLink]:
        paper = self.paper
        if not isinstance(paper, papers.SheetPaper):
            return []
        return [
            PaperLink(name, self._to(self.document, sheet=number), number == paper.sheet)
            for number, name in enumerate(paper.names, 1)
        ]

    @property
    def before(self) -> PaperLink | None:
        match self.paper:
            case papers.SheetPaper(before=int(row), sheet=sheet):
                return PaperLink("Rows before", self._to(self.document, sheet=sheet, row=row))
            case papers.PagePaper(page=page) if page > 1:
                return PaperLink("Previous page", self._to(self.document, page=page - 1))
        return None

    @property
    def after(self) -> PaperLink | None:
        match self.paper:
            case papers.SheetPaper(after=int(row), sheet=sheet):
                return PaperLink("More rows", self._to(self.document, sheet=sheet, row=row))
            case papers.PagePaper(page=page, pages=pages) if page < pages:
                return PaperLink("Next page", self._to(self.document, page=page + 1))
        return None

    @property
    def spot(self) -> str:
        """The spot on the page that the address names: per cent across and down."""
        return self.at if re.fullmatch(r"[0-9]{1,3}%,[0-9]{1,3}%", self.at) else ""

    @property
    def picture(self) -> str:
        assert isinstance(self.paper, papers.PagePaper)
        return reverse(
            "admin:offences_foisubmission_picture",
            args=[self.submission.pk, self.document.pk, self.paper.page],
        )


def paper_panel(
    submission: FoiSubmission, documents: Sequence[Document], asked: QueryDict
) -> PaperPanel | None:
    """Return the panel of a return; None if it has no file."""
    if not any(document.file for document in documents):
        return None
    document = _chosen(documents, asked)
    place = papers.PaperPlace(
        page=_number(asked, "page"), sheet=_number(asked, "sheet"), row=_number(asked, "row")
    )
    paper = _paper_of(document, place)
    named = asked.get("named", "")
    if isinstance(paper, papers.SheetPaper) and named in paper.names and named != paper.name:
        place = papers.PaperPlace(sheet=paper.names.index(named) + 1, row=place.row)
        paper = _paper_of(document, place)
    at = asked.get("at", "")[:20]
    return PaperPanel(submission, document, documents, paper, "paper" in asked, at)


def _chosen(documents: Sequence[Document], asked: QueryDict) -> Document:
    """Return the document that is asked for; else the newest that has a file."""
    for document in documents:
        if str(document.pk) == asked.get("paper"):
            return document
    long_ago = dt.datetime.min.replace(tzinfo=dt.UTC)
    return max(
        (document for document in documents if document.file),
        key=lambda document: (document.added_at or long_ago, document.pk),
    )


def _number(asked: QueryDict, name: str) -> int:
    text = asked.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def _paper_of(document: Document, place: papers.PaperPlace) -> papers.Paper:
    if not document.file:
        return papers.Paper(why_not=NO_FILE)
    if document.is_held_back:
        return papers.Paper(why_not=HELD)
    try:
        return papers.read_paper(_bytes_of(document), Path(str(document.file)).name, place)
    except FileNotFoundError:
        return papers.Paper(why_not=GONE)


def _bytes_of(document: Document) -> bytes:
    """The file; of a huge one just enough to show that it is too large."""
    with document.file.open("rb") as file:
        return file.read(LARGEST + 1)


def _papers_of(submission: FoiSubmission) -> list[Document]:
    counts = AnnualCount.objects.current().filter(submission=submission)
    return documents_of(submission, counts.select_related("document"))


@staff_page("<int:object_id>/paper/", "paper", under=FoiSubmission, permission=VIEW)
def show_panel(request: HttpRequest, object_id: int) -> HttpResponse:
    """The panel alone, for the grid's script when another part is asked for."""
    submission = get_object_or_404(FoiSubmission, pk=object_id)
    shown = paper_panel(submission, _papers_of(submission), request.GET)
    if shown is None:
        raise Http404("This return has no file.")
    return TemplateResponse(request, "staff/grid/paper.html", {"panel": shown})


@staff_page(
    "<int:object_id>/paper/<int:document>/page-<int:number>.png",
    "picture",
    under=FoiSubmission,
    permission=VIEW,
)
def show_picture(request: HttpRequest, object_id: int, document: int, number: int) -> HttpResponse:
    """The picture of one page of a PDF, for the people who may see the return."""
    submission = get_object_or_404(FoiSubmission, pk=object_id)
    found = next((each for each in _papers_of(submission) if each.pk == document), None)
    if found is None or not found.file:
        raise Http404("This return has no such file.")
    if found.is_held_back:
        raise PermissionDenied(HELD)
    try:
        made = papers.draw_page(_bytes_of(found), number)
    except FileNotFoundError:
        raise Http404(GONE) from None
    except Refused as refusal:
        raise Http404(str(refusal)) from None
    response = HttpResponse(made, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
