"""Every named address of the staff site, read from its own patterns, and an example of each."""

from collections.abc import Iterator

from django.contrib import admin
from django.urls import URLPattern, URLResolver, reverse

from offences.models import FoiSubmission


def patterns(found=None) -> Iterator[URLPattern]:
    """Every pattern that has a name. Those without are redirects of old and half addresses."""
    for each in admin.site.urls[0] if found is None else found:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns)
        elif each.name:
            yield each


PAGES = {pattern.name: pattern for pattern in patterns()}
TABLES = {f"{m._meta.app_label}_{m._meta.model_name}": m for m in admin.site._registry}


def table_of(name: str):
    """The model that a page is about, by the name of its address."""
    return next((model for key, model in TABLES.items() if name.startswith(f"{key}_")), None)


def rows_shown(w) -> dict:
    """The row that a page shows where the first of its table is not in a state to be shown."""
    return {
        "offences_document_file": w.file,
        "offences_pressrelease_change": w.text,
        "offences_pressrelease_discard": w.text,
        "offences_pressrelease_hand_in": w.text,
        "offences_pressrelease_sign": w.text,
        "offences_pressrelease_send_back": w.text,
        "offences_release_approve": w.next,
        "offences_release_change": w.next,
        "offences_release_hidden": w.next,
        "offences_release_force": w.next,
        "offences_release_forces": w.next,
        "offences_release_reasons": w.next,
        "offences_release_screening": w.next,
        "offences_release_send_back": w.next,
        "offences_release_withdraw": w.release,
        "offences_release_correct": w.release,
        "offences_release_correct_figure": w.release,
        "offences_release_notices": w.release,
    }


def other_words(w) -> dict:
    """What stands for each word of an address that is no row of its table."""
    return {
        "app_label": "offences",
        "content_type_id": 1,
        "document": w.file.pk,
        "url": "nowhere",
        "offences_annualcount_work number": w.reading.id,
        "offences_campaignevent_drafting number": w.drafting.id,
        "offences_campaignevent_sending number": w.texts_sending.id,
        "offences_release_notices number": w.notices_sending.id,
        "offences_foiround_work number": w.waiting.id,
        "offences_foiround_sending number": w.sending.id,
        "offences_foisubmission_picture number": 1,
        "offences_foisubmission_work number": w.waiting.id,
        "force": w.force.slug,
        "reading": w.read.pk,
        "reply": w.reply.pk,
        "person": w.officer.pk,
        "step": "end",
        "kind": "txt",
    }


def address(name: str, w) -> str:
    """An example of a page, in the world where every table has a row."""
    chosen, given = rows_shown(w), other_words(w)
    args = {}
    for word in [*PAGES[name].pattern.converters, *PAGES[name].pattern.regex.groupindex]:
        if word in ("object_id", "id"):
            model = table_of(name) or FoiSubmission
            row = chosen.get(name) or model._default_manager.first()
            assert row, f"Make a row of {model.__name__} in the world where everything is."
            args[word] = row.pk
        else:
            args[word] = given.get(f"{name} {word}") or given[word]
    found = reverse(f"admin:{name}", kwargs=args)
    if name == "autocomplete":
        found += "?app_label=offences&model_name=foisubmission&field_name=force&term="
    return found
