"""The form in which a text is edited."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone

from offences import press
from offences.models import PressRelease
from offences.staff.names import who_and_when


@dataclass(frozen=True)
class NewerText:
    """A text that another person changed while a form of it was open."""

    headline: str
    text: str
    who: str


class PressReleaseForm(forms.ModelForm):
    """A text as one person opened it; `seen` is the fingerprint of its words then."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    newer: NewerText | None = None

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
        self.current = press.text_fingerprint(self.instance) if self.instance.pk else ""
        self.initial["seen"] = self.current

    def clean(self):
        data = super().clean() or {}
        if data.get("seen") != self.current and self.edits:
            last = self.instance
            if last.edited_by:
                who = who_and_when(last.edited_by, last.edited_at)
            else:
                who = f"drafted {who_and_when(last.prepared_by, last.prepared_at)}"
            self.newer = NewerText(last.headline, last.text, who)
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
        return self.cleaned_data["text"].replace("\r\n", "\n").strip() + "\n"

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
        return data
