"""What the page of a reading shows: its tables, its open questions and what would change."""

from collections.abc import Collection, Sequence
from typing import Any

from offences.counts import CellKey
from offences.intake.returns import ReadingPlan
from offences.intake.returns.labels import BREAKDOWN_KINDS
from offences.intake.returns.not_taken import NotTakenCells
from offences.intake.returns.places import place_key
from offences.intake.returns.problems import ReadingProblem
from offences.intake.returns.sorting import AT_ONCE
from offences.intake.returns.typed import suggestion
from offences.models import FoiQuery, Reading
from offences.staff.files import questions, sheet_picture
from offences.staff.files.answer_form import forces_in, table_place, takes_year
from offences.staff.files.answer_words import given_answers, signature_in_words, table_in_words
from offences.staff.files.sheet_picture import SheetView, name_link


def questions_and_changes(
    plan: ReadingPlan, picture: SheetView | None, queries: Sequence[FoiQuery]
) -> dict[str, Any]:
    """What the page asks about the reading and would change, each with the link to its cell."""
    alone, changes = questions.group_year_changes(plan)
    unknown = questions.label_cards(plan, picture, {(each.sheet, each.cell) for each in queries})
    parts = [(step, step.figure.parts[0].cell) for step in plan.of("changed")[:60]]
    rows = changes.rows if changes else []
    several = questions.several_cells(plan)
    shown: dict[str, Any] = {"unknown": unknown, "given": given_answers(plan)}
    shown |= {"two_ways": any(why.endswith(AT_ONCE) for why in plan.sorted.ignored)}
    shown |= {"alone": [_problem(plan, each, several, picture) for each in alone]}
    shown |= {"change_rows": [(_problem(plan, e, several, picture), own) for e, own in rows]}
    shown |= {"changes": changes, "new": plan.of("new")[:60]}
    shown |= {"why_not": plan.why_not_yet({e["question"].key: e["named"] for e in unknown})}
    shown |= {"asks": bool(unknown or plan.problems or plan.unseen or plan.sorted.open_tables)}
    to_ask = sum(bool(each["to_force"]) and not each["is_asked"] for each in unknown)
    shown |= {"open": sum(not e.is_answered for e in plan.problems), "labels_to_ask": to_ask}
    shown |= {"seen_by": _last_viewed(plan), "unseen": plan.unseen}
    shown |= {"not_taken": [(each, _numbers(each)) for each in plan.not_taken]}
    links = (sheet_picture.link_to(picture, step.figure.sheet, cell) for step, cell in parts)
    shown |= {"changed": [(step, link) for (step, _), link in zip(parts, links, strict=True)]}
    return shown | {"problems": plan.problems, "steps": len(plan.rows)}


def _problem(
    plan: ReadingPlan, each: ReadingProblem, several: Collection[CellKey], picture: SheetView | None
) -> dict[str, Any]:
    """One problem with the link to its cell, and the boxes in which it can be answered."""
    written = plan.text_at(place_key(each.sheet, each.cell)) if each.cell else ""
    like = suggestion(written)
    # Where nothing could be read a number is typed; a warning is answered in words instead.
    has_none = any(o.marker in ("blank", "unreadable") for o in plan.seen_in(each.sheet, each.cell))
    of_cell = (each.stops or has_none) and bool(each.cell) and not each.instead
    return {
        "problem": each,
        "link": sheet_picture.link_to(picture, each.sheet, each.cell),
        "written": written,
        "like": "" if like == written else like,
        "takes_number": of_cell,
        "count": questions.count_in_words(plan, each)
        if each.stops and each.count in several
        else "",
        "takes_words": (not each.stops or each.in_words)
        and (not each.stated_and_parts or each.is_explained),
        "question": questions.question_to_force(plan, each, written),
    }


MOST_NUMBERS = 40  # that are shown one by one


def _numbers(group: NotTakenCells) -> list[tuple[str, str, str]]:
    """The numbers whose meaning nobody knows yet, each with the link to give it."""
    if not group.needs_look:
        return []
    pairs = zip(group.cells[:MOST_NUMBERS], group.texts, strict=False)
    return [(text, str(cell), name_link(sheet, str(cell))) for (sheet, cell), text in pairs]


def _last_viewed(plan: ReadingPlan) -> str:
    """Who last looked at the numbers that are not taken, and when."""
    listed = (each.key for each in plan.not_taken if each.needs_look)
    signed = (plan.answers.signature(("seen", key)) for key in listed)
    last = max(filter(None, signed), key=lambda each: each[1], default=None)
    return signature_in_words(last)


def sheet_named(reading: Reading, name: str) -> int:
    names = [sheet.name for sheet in reading.read.sheets]
    if name in names:
        return names.index(name) + 1
    with_table = {table.sheet for table in reading.read.tables}
    return next((number for number, each in enumerate(names, 1) if each in with_table), 1)


def table_shown(plan: ReadingPlan, number: int) -> dict[str, Any]:
    """One table, with what may be corrected in it."""
    table, answer = plan.reading.read.tables[number], plan.answers.table(number)
    roles = sorted(
        {role for each in table.observations for role in each.labels if role in BREAKDOWN_KINDS}
    )
    place, forces = table_place(table), forces_in(table)
    year, category = plan.answers.years.get(place, ""), plan.answers.categories.get(place, "")
    return {
        "number": number,
        "sheet": table.sheet,
        "range": table.range,
        "place": table_in_words(table.sheet, table.range),
        "cells": len(table.observations),
        "on": answer.on,
        "measure": plan.measure_of[number],
        "axes": [(role, answer.roles.get(role, role), role in answer.added) for role in roles],
        "corrected": bool(answer.roles or answer.added),
        "takes_year": takes_year(table),
        "year": year,
        "category": category,
        "breakdown": answer.breakdown,
        "forces": forces,
        "force": answer.force,
        "named": bool(year or category or answer.breakdown or answer.force),
        "needs": any(
            p.needs and not p.is_answered and p.sheet == table.sheet for p in plan.problems
        ),
    }
