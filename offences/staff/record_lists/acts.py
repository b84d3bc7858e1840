"""Forms for one act on a record: its fields alone, headed by the words of its button."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse

from offences.rounds.board import BoardState
from offences.staff.record_lists.addresses import AnyAddress
from offences.staff.record_lists.columns import year_shown
from offences.staff.rounds.next_steps import WORDS


class OneAct(NamedTuple):
    """One act on a record: the form has only its fields, and is headed by the button’s words."""

    words: str
    help: str
    fields: Sequence[Any]
    page: Callable[[Any], str]  # that follows it


YEARS = ("year", "first_year", "last_year")  # each by the year that it starts in


def board_page(round_: int) -> str:
    return reverse("admin:offences_foiround_board", args=[round_])


FREEZE = OneAct(
    "Move the freeze",
    "An answer that comes after this day is not in this round’s release. The other dates "
    "stay as they are: look at them on the board, which opens next.",
    ["freeze_on"],
    lambda round_: board_page(round_.pk),
)
OUTCOME = OneAct(
    WORDS[BoardState.UNKNOWN][1],
    "Nobody knows whether this force answered. If you have its message or file, drop it on "
    "Replies instead, on the board: that records all of this.",
    ["outcome", ("outcome_on", "outcome_precision"), "reason", "note"],
    lambda submission: board_page(submission.round_id),
)


def with_years(opts: Any, shown: Any) -> Any:
    """The fields of a page to look at, with years as every other page writes them: 2024/25."""
    names = {each.name: each.verbose_name for each in opts.get_fields() if each.name in YEARS}
    fields = [
        year_shown(each, names[each]) if isinstance(each, str) and each in names else each
        for each in shown["fields"]
    ]
    return shown | {"fields": fields}


class OneActForms(AnyAddress):
    """Records whose form is cut to one act by their address."""

    acts: ClassVar[dict[str, OneAct]] = {}  # by their name in an address: ?act=freeze

    def act_of(self, request: HttpRequest) -> OneAct | None:
        return self.acts.get(request.GET.get("act", ""))

    def get_fieldsets(self, request, obj=None):
        if obj and (act := self.act_of(request)):
            return [(None, {"fields": act.fields, "description": act.help})]
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(name, with_years(self.opts, shown)) for name, shown in fieldsets]

    def get_inlines(self, request, obj):
        return [] if self.act_of(request) else super().get_inlines(request, obj)

    def get_prepopulated_fields(self, request, obj=None):
        return {} if self.act_of(request) else super().get_prepopulated_fields(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and (act := self.act_of(request)):
            context |= {"title": f"{act.words}: {obj}", "subtitle": None, "act": act}
            others = ("save_and_continue", "save_and_add_another", "delete")
            context |= {f"show_{each}": False for each in others}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_post_save_change(self, request, obj):
        if act := self.act_of(request):
            return redirect(act.page(obj))
        return super().response_post_save_change(request, obj)
