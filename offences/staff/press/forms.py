"""The forms in which a text and its event are edited, and a correction is recorded."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from offences import press
from offences.models import CampaignEvent, PressRelease
from offences.refused import Refused
from offences.staff.forms import wide_input
from offences.staff.names import who_and_when


class TextInParts(forms.Textarea):
    """A text whose `locked` words are shown between the boxes and go along as they are."""

    locked: Sequence[str] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        parts = press.parts_of(str(value or "").replace("\r\n", "\n"), self.locked)
        shown = {"name": name, "id": (attrs or {}).get("id", name), "parts": parts}
        return render_to_string("staff/press/_text_in_parts.html", shown)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        sent = data.getlist(name) if isinstance(data, MultiValueDict) else [data.get(name)]
        return "".join(filter(None, sent)) if sent else None


class PressReleaseForm(forms.ModelForm):
    """A text as one person opened it; `seen` is the fingerprint of its words then."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    newer: dict[str, str] | None = None  # what another person saved while this was open

    class Meta:
        model = PressRelease
        fields = ["headline", "text"]
        widgets = {"headline": wide_input(), "text": TextInParts}
        help_texts = {"headline": "The place first, at most 65 characters."}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.current = press.text_fingerprint(self.instance) if self.instance.pk else ""
        self.initial["seen"] = self.current
        if self.instance.pk and "text" in self.fields:
            widget = cast(TextInParts, self.fields["text"].widget)
            widget.locked = press.locked_words(self.instance, self.instance.event)

    def clean(self):
        data = super().clean() or {}
        self._put_instead(data)
        if data.get("seen") != self.current and self.edits:
            last = self.instance
            who = f"drafted {who_and_when(last.prepared_by, last.prepared_at)}"
            if last.edited_by:
                who = who_and_when(last.edited_by, last.edited_at)
            self.newer = {"headline": last.headline, "text": last.text, "who": who}
            self.add_error(
                None,
                "This text was changed after you opened it. Nothing is saved yet; what you typed "
                "is below. Compare the two, put into yours what should stay, and save again.",
            )
            # The next save is by somebody who has read the newer text.
            self.data = {name: self.data[name] for name in self.data} | {"seen": self.current}
        return data

    def clean_text(self) -> str:
        # A browser sends other line ends than a draft has: that alone is no edit.
        # What is emptied between two locked parts leaves no gap.
        words = self.cleaned_data["text"].replace("\r\n", "\n").strip() + "\n"
        return re.sub(r"\n{3,}", "\n\n", words)

    def _put_instead(self, data: dict[str, Any]) -> None:
        """Put the right figure where one was wrong, as a button beside the text asks."""
        number = self.data.get("put", "")
        if not number.isdecimal() or not {"headline", "text"} <= data.keys():
            return
        try:
            basis = press.basis_of_text(self.instance)
            words = press.put_instead(data["headline"], data["text"], int(number), basis)
        except Refused as refused:
            self.add_error(None, str(refused))
            return
        data["headline"], data["text"] = words

    @property
    def edits(self) -> bool:
        return any(
            name in self.cleaned_data and self.initial[name] != self.cleaned_data[name]
            for name in ("headline", "text")
        )


class CampaignEventForm(forms.ModelForm):
    """An event; once a text of it is issued, `press.why_locked` says what may still change."""

    def clean(self):
        data = super().clean() or {}
        to = {name: data[name] for name in self.changed_data if name in data}
        for name, reason in press.why_locked(self.instance, to, now=timezone.now()).items():
            self.add_error(name, reason)
        if {"release", "older_because", "embargo_at"} & {*self.changed_data}:
            self._check_release(data)
        return data

    def _check_release(self, data: dict[str, Any]) -> None:
        """Refuse a withdrawn release; one that is replaced by the embargo needs a reason."""
        release, at = data.get("release"), data.get("embargo_at")
        if not release or not at or "release" in self.errors:
            return
        event = CampaignEvent(embargo_at=at, older_because=data.get("older_because") or "")
        if release.approved_at and (why := press.why_not_rest_on(release, event)):
            self.add_error("release", why)


class EventBlockForm(forms.ModelForm):
    """An event's own words for a block; each placeholder is one that there is."""

    class Meta:
        labels: ClassVar[dict[str, str]] = {"block": "Part"}

    def clean_words(self) -> str:
        words = self.cleaned_data["words"]
        if faults := press.faults_of(words):
            raise forms.ValidationError(faults)
        return words


class CorrectionForm(forms.Form):
    """The record that the people who got a text were informed; `release` contradicts it."""

    release = forms.IntegerField()
    how = forms.CharField(max_length=300, error_messages={"required": "Say who was told, and how."})
