"""The form of the charity in parts, and what readers would see before it is stored."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from offences.charts.contrast import DARK, LIGHT, contrast
from offences.models import Campaign, CampaignEvent, Charity, Helpline
from offences.press.event_blocks import fill_block
from offences.press.examples import example_places
from offences.staff.pages import show_page
from offences.words.charity import CharityWords, previewing

_SUBJECT = ("subject", "warning", ("victim", "victims"), "measured_as", "victims_are_people")
FIELDSETS: Any = [
    ("Names", {"fields": ["title", "tagline", "name", "introduced", "website"]}),
    ("What the figures are about", {"fields": [*_SUBJECT, "marked_as", "keywords"]}),
    ("Help for readers", {"fields": ["help_lead", "help_printed"]}),
    ("Contacts", {"fields": ["contact", "press_contact", "corrections_contact"]}),
    ("Rounds", {"fields": ["nations", "years_start"]}),
    ("Look", {"fields": ["logo_file", "without_logo", "accent", "accent_dark"]}),
    ("Licence", {"fields": ["licence_name", "licence_address", "licence_code"]}),
]
SENTENCE = "{police} recorded {figure} in {year}, {change}."
HEADLINE = "{place}: {figure}"
LEAD = "{police} recorded {figure} in {year}, {change}, figures obtained by {charity} show."


class CharityPreview(admin.ModelAdmin):
    """Shows a valid form’s words on a page of their own, if that was asked for."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Charity.objects.exists()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and "_preview" in request.POST:
            row = Charity.objects.first() if object_id else None
            may = self.has_change_permission if row else self.has_add_permission
            if not may(request):
                raise PermissionDenied
            sent = (request.POST, request.FILES)
            form = self.get_form(request, row, change=bool(row))(*sent, instance=row)
            (inline,) = self.get_inline_instances(request, row)
            lines = inline.get_formset(request, row)(*sent, instance=form.instance)
            if form.is_valid() and lines.is_valid():
                shown = preview_of(form.save(commit=False).in_words(_filled_in(lines)))
                return show_page(request, "charity/preview", title="Preview", **shown)
            # A form with faults is shown again, each beside its field.
        shown = {"show_save_and_add_another": False, **(extra_context or {})}  # there is one
        return super().changeform_view(request, object_id, form_url, shown)


def _filled_in(lines: Any) -> list[Helpline]:
    """The filled-in rows of a formset, in their order, without those that are to go."""
    gone = lines.deleted_forms
    rows = [form.instance for form in lines.forms if form not in gone and form.instance.name]
    return sorted(rows, key=lambda row: row.position)


def preview_of(words: CharityWords) -> dict[str, Any]:
    """A made-up force’s sentences and what stands around them."""
    with previewing(words):
        campaign = Campaign(charity=words.name or "the charity")
        places = example_places(CampaignEvent(campaign=campaign))["A force with figures"]
        sentence, headline, lead = (fill_block(t, places).text for t in (SENTENCE, HEADLINE, LEAD))
    colours = ((words.accent, LIGHT, "light"), (words.accent_dark, DARK, "dark"))
    return {
        "words": words,
        "sentence": sentence,
        "headline": headline,
        "lead": lead,
        "colours": [
            (where, colour, f"{contrast(colour, grounds):.1f}")
            for colour, grounds, where in colours
            if colour
        ],
    }
