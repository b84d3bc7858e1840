"""The texts of an event: read, edited, drafted again, issued by a second person."""

import difflib
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from offences import press
from offences.admin.base import Exports, ReadOnlyAdmin, StaffAdmin
from offences.admin.site import register
from offences.models import IssuedText, PressRelease
from offences.staff.people import name_of, signed_in, who_and_when
from offences.staff.press.claims import sides_of
from offences.staff.press.corrections import Corrections


class IssueFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("draft", "draft"), ("edited", "edited"), ("issued", "issued")]

    def queryset(self, request, queryset):
        match self.value():
            case "draft":
                return queryset.drafts().filter(edited_at__isnull=True)
            case "edited":
                return queryset.drafts().filter(edited_at__isnull=False)
            case "issued":
                return queryset.filter(issued_at__isnull=False)
        return queryset


@dataclass(frozen=True)
class Theirs:
    """What a text is by now, where another person changed it under an open form."""

    headline: str
    text: str
    who: str


class PressReleaseForm(forms.ModelForm):
    """A text as one person opened it; `seen` is the state that its words had then."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    theirs: Theirs | None = None

    class Meta:
        model = PressRelease
        fields = ["headline", "text"]
        widgets = {
            "headline": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "text": forms.Textarea(attrs={"rows": 28, "class": "vLargeTextField"}),
        }
        help_texts = {"headline": "The place first, at most 65 characters."}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.stands = press.words_of(self.instance) if self.instance.pk else ""
        self.initial["seen"] = self.stands

    def clean(self):
        data = super().clean() or {}
        if data.get("seen") != self.stands and self.edits:
            last = self.instance
            if last.edited_by:
                who = who_and_when(last.edited_by, last.edited_at)
            else:
                who = f"drafted {who_and_when(last.prepared_by, last.prepared_at)}"
            self.theirs = Theirs(last.headline, last.text, who)
            self.add_error(
                None,
                "This text was changed after you opened it. Nothing is stored yet, and what you "
                "typed is kept below. Compare, put into it what is to stay, and save again.",
            )
            # The next save is of somebody who has read it.
            self.data = {name: self.data[name] for name in self.data} | {"seen": self.stands}
        return data

    def clean_text(self) -> str:
        # A browser sends other line ends than a draft has: that alone is no edit.
        return self.cleaned_data["text"].replace("\r\n", "\n").strip() + "\n"

    @property
    def edits(self) -> bool:
        return any(
            name in self.cleaned_data and self.initial[name] != self.cleaned_data[name]
            for name in ("headline", "text")
        )


@register(PressRelease)
class PressReleaseAdmin(Exports, StaffAdmin):
    form = PressReleaseForm
    list_display = ["place", "event", "state", "headline", "edited_by", "issued_by"]
    list_filter = [IssueFilter, "event", "body_kind"]
    search_fields = ["place", "headline", "text"]
    search_help_text = "A place, or words of the text."
    readonly_fields = [
        "event",
        "release",
        "place",
        "page",
        "drafted",
        "edited",
        "left",
    ]
    fieldsets = [
        (None, {"fields": ["event", "release", "place", "page"]}),
        ("The text", {"fields": ["headline", "text"]}),
        ("Who and when", {"fields": ["drafted", "edited", "left"]}),
    ]
    change_form_template = "admin/offences/pressrelease/change_form.html"

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("event", "release__measure", "prepared_by", "edited_by", "issued_by")
        )

    def has_add_permission(self, request) -> bool:
        return False  # texts are drafted from an event, with their claims

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.issued_at)

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.issued_at)

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            text = self.get_object(request, unquote(object_id))
            if text is None or text.issued_at is None:
                return super().changeform_view(request, object_id, form_url, extra_context)
        if not super().has_change_permission(request, text):
            raise PermissionDenied
        # It left while it was open here. What was typed is not thrown away with the refusal.
        return self._page(
            request,
            "too_late",
            text,
            title=f"Too late: {text.place}",
            headline=request.POST.get("headline", ""),
            typed=request.POST.get("text", ""),
            issued=self.left(text),
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Beside the form: the stored text with its figures traced, and what may be said."""
        if obj is not None:
            ground = press.ground_under(obj)
            context |= {
                "marked": press.traced(obj, ground),
                "sides": sides_of(ground) if ground else [],
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change) -> None:
        if form.edits:
            obj.edited_by, obj.edited_at = request.user, timezone.now()
            obj.save(update_fields=["headline", "text", "edited_by", "edited_at"])
            obj.editors.add(request.user)

    def _page(self, request: HttpRequest, name: str, text: PressRelease, **context):
        return TemplateResponse(
            request,
            f"admin/offences/pressrelease/{name}.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "original": text,
                "text": text,
                **context,
            },
        )

    def get_urls(self):
        return [
            path(
                "<int:object_id>/discard/",
                self.admin_site.admin_view(self.discard),
                name="offences_pressrelease_discard",
            ),
            path(
                "<int:object_id>/issue/",
                self.admin_site.admin_view(self.issue),
                name="offences_pressrelease_issue",
            ),
            *super().get_urls(),
        ]

    def issue(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """The text as it would leave, and the step that lets it."""
        text = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not request.user.has_perm("offences.issue_pressrelease"):
            raise PermissionDenied
        refusal = ""
        if request.method == "POST":
            try:
                # The text may have been edited by a colleague while this page was open.
                press.issue(
                    text,
                    by=signed_in(request),
                    now=timezone.now(),
                    seen=request.POST.get("read") or "nothing",
                    looked="looked" in request.POST,
                )
            except press.Refused as refused:
                refusal = str(refused)
                text = self.get_queryset(request).get(pk=object_id)  # as it is by now
            else:
                self.log_change(request, text, "Issued.")
                messages.success(
                    request, f"{text.place} is issued. Public from {text.event.embargo_in_words}."
                )
                following = self._next_to_issue(request, text) if "_next" in request.POST else None
                if following is None:
                    return HttpResponseRedirect(_page_of(text))
                return redirect("admin:offences_pressrelease_issue", following.pk)
        return self._page(
            request,
            "issue",
            text,
            title=f"Issue: {text.place}",
            read=press.state_of(text),
            more=self._next_to_issue(request, text) is not None,
            past=text.event.embargo_at <= timezone.now(),
            editors=[name_of(person) for person in text.editors.all()],
            reason=press.why_not_issue(text, signed_in(request)),
            refusal=refusal,
            marked=press.traced(text, press.ground_under(text)),
        )

    def _next_to_issue(self, request: HttpRequest, after: PressRelease) -> PressRelease | None:
        """The next text of the event that this person may issue, in the order of the list."""
        person = signed_in(request)
        waiting = (
            PressRelease.objects.drafts()
            .filter(event=after.event_id, release=after.release_id)
            .exclude(pk=after.pk)
            .exclude(prepared_by=person)
            .exclude(edited_by=person)
            .exclude(editors=person)
            .annotate(
                again=Q(body_kind__lt=after.body_kind)
                | Q(body_kind=after.body_kind, place__lt=after.place)
            )
        )
        return waiting.order_by("again", "body_kind", "place").first()

    def discard(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What is lost if an edited text is drafted again, and the step that does it."""
        text = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not super().has_change_permission(request, text):
            raise PermissionDenied
        reason = refusal = ""
        if request.method == "POST":
            try:
                press.discard_edits(
                    text,
                    by=signed_in(request),
                    now=timezone.now(),
                    seen=request.POST.get("read") or "nothing",
                )
            except press.Refused as refused:
                refusal = str(refused)
                text = self.get_queryset(request).get(pk=object_id)
            else:
                self.log_change(request, text, "Edits discarded, drafted again.")
                messages.success(request, f"{text.place} is drafted again from {text.release}.")
                return HttpResponseRedirect(_page_of(text))
        lines: list[tuple[str, bool]] = []
        draft = None
        if text.issued_at:
            reason = "It is issued, so it stays as it is."
        else:
            try:
                draft = press.fresh_draft(text)
            except press.Refused as refused:
                reason = str(refused)
            else:
                lines = _lost(text.text, draft.text)
        return self._page(
            request,
            "discard",
            text,
            title=f"Discard the edits: {text.place}",
            read=press.words_of(text),
            edited=self.edited(text),
            release=text.event.release,
            draft=draft,
            lines=lines,
            lost=[line for line, gone in lines if gone],
            reason=reason,
            refusal="" if refusal == reason else refusal,
        )

    @admin.display(description="state", ordering="issued_at")
    def state(self, text: PressRelease) -> str:
        if text.issued_at:
            return "issued"
        return "edited" if text.edited_at else "draft"

    @admin.display(description="its page")
    def page(self, text: PressRelease) -> str:
        address = reverse("press_text", args=[text.event.slug, text.body])
        return format_html('<a href="{}">{}</a>', address, address)

    @admin.display(description="drafted")
    def drafted(self, text: PressRelease) -> str:
        return who_and_when(text.prepared_by, text.prepared_at)

    @admin.display(description="edited")
    def edited(self, text: PressRelease) -> str:
        return who_and_when(text.edited_by, text.edited_at)

    @admin.display(description="issued")
    def left(self, text: PressRelease) -> str:
        return who_and_when(text.issued_by, text.issued_at)


def _page_of(text: PressRelease) -> str:
    return reverse("admin:offences_pressrelease_change", args=[text.pk])


def _lost(old: str, new: str) -> list[tuple[str, bool]]:
    """The lines of a text, each with whether a fresh draft has it no more."""
    before, after = old.splitlines(), new.splitlines()
    kept: set[int] = set()
    for block in difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        kept.update(range(block.a, block.a + block.size))
    return [(line, i not in kept and bool(line.strip())) for i, line in enumerate(before)]


@register(IssuedText)
class IssuedTextAdmin(Corrections, Exports, ReadOnlyAdmin):
    list_display = ["place", "event", "headline", "public_at", "issued_by", "issued_at"]
    list_filter = ["event", "body_kind"]
    list_select_related = ["event", "issued_by"]
    search_fields = ["place", "headline", "text"]
