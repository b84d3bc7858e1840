"""What is stored of a person who asks: looked up, handed out as a file, removed everywhere."""

import json

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offences import personal_data
from offences.staff.forms import refusals_in
from offences.staff.pages import posted, show_page, staff_page


class PersonForm(forms.Form):
    """The person who asks."""

    person = forms.CharField(
        label="E-mail address, or whole name",
        max_length=150,
        widget=forms.TextInput({"autocomplete": "off"}),
    )


@staff_page(
    "personal_data", (), ["view_account", "change_account"], route="personal-data/", proof=True
)
@require_http_methods(["GET", "HEAD", "POST"])
def show_personal_data(request: HttpRequest) -> HttpResponse:
    """The form for a person who asks, and how much is kept of them."""
    form, kept = PersonForm(posted(request), label_suffix=""), None
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        if "_remove" in request.POST:
            with refusals_in(form):
                removed = personal_data.forget(person, timezone.now())
                kinds = "; ".join(f"{kind}: {number:,}" for kind, number in removed.items())
                messages.success(request, f"Removed everywhere ({kinds}).")
                return redirect("admin:personal_data")
        kept = personal_data.everything_about(person)
        if "_file" in request.POST and kept:
            text = json.dumps(kept, indent=2, ensure_ascii=False, default=str)
            name = f"personal-data-{timezone.localdate()}.json"
            headers = {"Content-Disposition": f'attachment; filename="{name}"'}
            return HttpResponse(text, content_type="application/json", headers=headers)
    counts = {kind: len(rows) for kind, rows in kept.items()} if kept is not None else None
    return show_page(
        request,
        "people/personal_data",
        title="Somebody asks for their data",
        form=form,
        counts=counts,
    )
