"""Correcting one figure: prepared here, then everything that follows from it, as one list."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.tasks import TaskResultStatus
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offences import releases, tasks
from offences.accounts.second_factor import require_fresh_proof
from offences.english import counted
from offences.mail import SendingResult
from offences.models import (
    AnnualCount,
    FoiSubmission,
    Force,
    IssuedText,
    PrintedArticle,
    Release,
    ReleasedFigure,
    SentCorrection,
)
from offences.press import articles, notices
from offences.refused import Refused
from offences.staff import worker
from offences.staff.forms import Attempt, first_fault
from offences.staff.pages import by_and_now, log_change, may, require, staff_page
from offences.staff.press.changes import WordChange, word_changes
from offences.staff.releases.forms import ArticleForm, CorrectFigureForm, NextAskingForm
from offences.staff.releases.frame import release_or_404, show_release
from offences.statistics.years import Year

SENDS = ("add_sentcorrection",)


@staff_page("correct_figure", Release, "add_release")
def correct_figure(request: HttpRequest, object_id: int) -> HttpResponse:
    """Choose a figure of the newest release, see what is checked of it now, prepare the rest."""
    base = release_or_404(object_id)
    if not base.approved_at or base.withdrawn_at:
        raise Http404("Only figures of an approved release are corrected.")
    figures = base.figures.filter(figure_kind="count", body_kind="force")
    form = CorrectFigureForm(base, request.POST or request.GET or None)
    shown: dict[str, Any] = {}
    attempt, refused = Attempt(), Attempt()
    if form.is_valid():
        force, year, part = (form.cleaned_data[name] for name in ("force", "year", "part"))
        if request.method == "POST":
            with refused:
                why = form.cleaned_data["why"]
                step = by_and_now(request)
                made = releases.correct_figure(base, force, year, part, why=why, **step)
                return _prepared(request, made)
        of = {"breakdown": part[0], "category": part[1]}
        was = figures.filter(body=force.slug, year=year, **of).first()
        shown |= {"was": was and releases.figure_in_words(was), "found": was}
        shown |= {"submission": _return_of(base, force, was), "year": Year(year), "force": force}
        shown |= {"part": "/".join(part) if part[0] else "", "part_name": form.part_name}
        with attempt:
            now = releases.checked_figure(base, force, year, part)
            shown["now"] = releases.figure_in_words(now)
    shown |= {"refusal": refused.refusal, "reason": attempt.refusal}
    title = "Correct this figure only"
    return show_release(request, "correct_figure", base, title=title, form=form, **shown)


def _prepared(request: HttpRequest, made: Release) -> HttpResponse:
    log_change(request, made, f"Corrects {made.corrects_force}, {Year(made.corrects_year or 0)}.")
    if made.review_at:
        messages.success(request, f"{made} is in review. An approver approves it or sends it back.")
        return redirect("admin:offences_release_correct", made.pk)
    messages.warning(request, f"{made} is prepared. Answer what its screening asks.")
    return redirect("admin:offences_release_screening", made.pk)


def _return_of(base: Release, force: Force, was: ReleasedFigure | None) -> FoiSubmission | None:
    """The return that a figure came from; of a missing one the newest that asked for it."""
    rows = FoiSubmission.objects.filter(force=force, round__measures=base.measure_id)
    rows = rows.filter(round__number__lte=base.last_round.number)
    rows = rows.order_by("-round__number", "-number")
    return (rows.filter(round__slug=was.round).first() if was else None) or rows.first()


# What follows from a release that revises figures


@staff_page("correct", Release, "view_release")
def show_correction(request: HttpRequest, object_id: int) -> HttpResponse:
    """What a release changes and what it does not, and everything to put right after it."""
    release, attempt, now = release_or_404(object_id), Attempt(), timezone.now()
    if request.method == "POST":
        require(request, "add_correction")
        with attempt:
            if answer := _take_step(request, release):
                return answer
    texts = notices.notices_of(release, now) if release.approved_at else []
    shown: dict[str, Any] = {"texts": [(each, _sentences(each)) for each in texts]}
    shown |= {"open_texts": [each for each in texts if each.is_open]}
    shown |= {"ready": sum(len(each.ready) for each in texts)}
    log = [row for each in texts for row in each.log]
    shown |= {"sent": sum(row.sent_at is not None for row in log), "notices": len(log)}
    shown |= worker.sort_unsent(log, SentCorrection.objects.all())
    found = list(release.articles.select_related("put_right_by"))
    shown |= {"articles": found, "open_articles": [a for a in found if not a.put_right_at]}
    shown |= {"article": ArticleForm(), "tomorrow": timezone.localdate() + dt.timedelta(days=1)}
    shown |= {"may": may(request.user, "add_correction", *SENDS)}
    shown |= {"is_public": release.public_at is not None and release.public_at <= now}
    shown |= {"is_done": not any([shown["open_texts"], shown["ready"], shown["open_articles"]])}
    shown |= _where(release)
    with attempt:  # a correction that somebody overtook says so
        shown |= _changes(release, len(texts))
    shown["refusal"] = attempt.refusal
    title = "Correct this figure only" if release.corrects_id else f"What follows from {release}"
    return show_release(request, "correct", release, title=title, **shown)


def _sentences(each: notices.TextNotices) -> list[tuple[list[WordChange], list[WordChange]]]:
    """The sentences of a text that are no longer true, as printed and as they should be."""
    outdated = each.task.outdated if each.task else ()
    return [word_changes(one.sentence, one.correction) for one in outdated]


def _changes(release: Release, contradicted: int) -> dict[str, Any]:
    """What a release changes against the one before, and how much it does not."""
    base = release.corrects or releases.release_before(release)
    copy = None if release.approved_at else releases.snapshot(release)
    changes = releases.public_difference(release, base, copy) if base else []
    number = release.figures.count() if copy is None else len(copy.figures) + len(copy.parts)
    key = release.corrected_key
    is_part = bool(release.corrects_breakdown)
    of = {(c.force, c.year): c for c in changes if bool(c.what) == is_part}
    own = of.get((key[0], str(Year(key[1])))) if key else None
    texts = IssuedText.objects.filter(release__measure=release.measure_id).count()
    return {
        "base": base,
        "own": own,
        "changes": [c for c in changes if c is not own],
        "same": number - len(changes),
        "true_texts": texts - contradicted,
        "unfinished": _unfinished(release).count() if key else 0,
        "count": _count(release) if key else None,
    }


def _unfinished(release: Release) -> QuerySet[FoiSubmission]:
    """Returns that were entered or checked since the release that is corrected, but its own."""
    assert release.corrects is not None
    since = release.corrects.approved_at
    rows = FoiSubmission.objects.filter(round__measures=release.measure_id, entered_at__gt=since)
    rows = rows.filter(round__number__lte=release.last_round.number)
    return rows.exclude(force=release.corrects_force).distinct()


def _count(release: Release) -> AnnualCount | None:
    """The count that the corrected figure is, with who entered and who checked it."""
    assert release.corrects_year is not None
    breakdown, category = release.corrected_part
    part = {"category__breakdown__slug": breakdown, "category__slug": category}
    counts = AnnualCount.objects.current().filter(
        submission__force=release.corrects_force,
        measure=release.measure,
        year=release.corrects_year,
        **(part if breakdown else {"category__breakdown__kind": "total"}),
        submission__round__number__lte=release.last_round.number,
    )
    people = ("recorded_by", "submission__checked_by", "document")
    return counts.select_related(*people).order_by("-submission__round__number").first()


def _where(release: Release) -> dict[str, Any]:
    """The public pages that a release corrects by itself."""
    number = (release.measure.slug, release.number)
    pages = [("Home", reverse("home")), ("Release", reverse("release", args=number))]
    if force := release.corrects_force:
        pages.insert(0, (force.area, reverse("force", args=[force.slug])))
        pages.append(("Its chart elsewhere", reverse("embed", args=[force.slug])))
    pages.append(("What changed", reverse("release_changes", args=number)))
    return {"pages": pages}


def _take_step(request: HttpRequest, release: Release) -> HttpResponse | None:
    """Send the notices, settle one, or record something of an article."""
    step, given = by_and_now(request), request.POST
    here = redirect("admin:offences_release_correct", release.pk)
    if "send" in given:
        return _send(request, release)
    if "settle" in given:
        worker.record_arrival(request, release, notices, "notice")
    elif "note" in given:
        form = ArticleForm(given)
        if not form.is_valid():
            raise Refused(first_fault(form))
        article = articles.note_article(release, **form.cleaned_data, **step)
        log_change(request, release, f"Printed: {article}.")
    else:
        article = _article(release, given.get("article", ""))
        if "asked" in given:
            day = NextAskingForm(given)
            if not day.is_valid():
                raise Refused(first_fault(day))
            articles.record_correction_request(
                article, again_on=day.cleaned_data["again_on"], **step
            )
        else:
            articles.record_put_right(article, how=given.get("how", ""), **step)
        log_change(request, release, f"{article.outlet}: asked or put right.")
    return here


def _article(release: Release, pk: str) -> PrintedArticle:
    article = release.articles.filter(pk=pk).first() if pk.isdecimal() else None
    if article is None:
        raise Refused("Choose what to do with which article.")
    return article


def _send(request: HttpRequest, release: Release) -> HttpResponse | None:
    require_fresh_proof(request)
    step = by_and_now(request)
    if reserved := notices.reserve(release, **step):
        log_change(request, release, f"Sends {counted(reserved, 'notices')} to newsrooms.")
    if not release.notices.waiting().exists():
        messages.warning(request, "Nothing is sent: nobody gets the same notice twice.")
        return None
    task = tasks.send_notices.enqueue(by=step["by"].pk, release=release.pk)
    return redirect("admin:offences_release_notices", release.pk, task.id)


@staff_page("notices", Release, SENDS, route="<int:object_id>/notices/<uuid:number>/")
@require_safe
def show_notices(request: HttpRequest, object_id: int, number: UUID) -> HttpResponse:
    """The progress of the sending; in the end, what came of it."""
    release = release_or_404(object_id)
    result = worker.task_of(request, number, tasks.send_notices)
    back = reverse("admin:offences_release_correct", args=[release.pk])
    work = worker.WorkerTask(
        f"Sending the notices of {release}",
        "The list shows which have left and which have not.",
        back,
        "See the list",
    )
    if page := worker.show_unfinished(request, result, work, Release):
        return page
    if result.status is not TaskResultStatus.SUCCESSFUL:
        messages.error(request, work.failure)
    else:
        worker.report_sending(request, SendingResult(**result.return_value), "notices")
    return redirect(back)
