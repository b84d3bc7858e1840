"""The form of the charity: colours that can be read, and a logo that is a picture alone."""

import base64
import io
import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, UnidentifiedImageError

from offences.charts.contrast import DARK, LEAST, LIGHT, contrast, nearest
from offences.english import REAL_PLACES, and_list
from offences.models import (
    AnnualCount,
    Charity,
    FoiRound,
    ForceBreak,
    MeasureBreak,
    RecordedFigure,
    Release,
)
from offences.statistics.years import APRIL, MONTHS

DATED = {
    **{"rounds": FoiRound, "counts": AnnualCount, "releases": Release},
    **{"published figures": RecordedFigure, "breaks": MeasureBreak},
    "changes of practice": ForceBreak,
}
"""What is stored by the year in which its year starts."""
LARGEST, MOST_PIXELS, SHOWN = 500_000, 4_000_000, (800, 160)
NOT_A_PNG = "The logo is no PNG. Save it as a PNG: an SVG can carry scripts, so none is taken."


def png_of(file: UploadedFile) -> str:
    """A picture read and written anew, so that nothing but its pixels is stored; in base64."""
    if (file.size or 0) > LARGEST:
        raise forms.ValidationError("The logo is larger than 500 kB. Make it smaller.")
    try:
        with Image.open(file, formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise forms.ValidationError("The logo has more than 4 million dots. Shrink it.")
            plain = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise forms.ValidationError(NOT_A_PNG) from error
    plain.thumbnail(SHOWN)
    written = io.BytesIO()
    plain.save(written, "PNG", optimize=True)
    return base64.b64encode(written.getvalue()).decode()


def readable(colour: str, grounds: tuple[str, ...], where: str) -> str:
    """A colour as it is stored; refused with its contrast and the nearest one that can be read."""
    colour = colour.lower()
    if not colour:
        return ""
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise forms.ValidationError("Write the colour as # and six digits: #0b5468.")
    if (ratio := contrast(colour, grounds)) < LEAST:
        # Rounded down: 4.49 is not 4.5.
        raise forms.ValidationError(
            f"{colour} has a contrast of {int(ratio * 100) / 100:.2f} to 1 on {where}, and words "
            f"need {LEAST} to 1. The nearest that can be read is {nearest(colour, grounds)}."
        )
    return colour


class CharityForm(forms.ModelForm):
    nations = forms.MultipleChoiceField(
        required=False,
        choices=[(name, name) for name in REAL_PLACES],
        widget=forms.CheckboxSelectMultiple,
        label="Nations asked",
        help_text=Charity._meta.get_field("nations").help_text,
    )
    logo_file = forms.FileField(
        required=False,
        label="Logo",
        help_text="A PNG of at most 500 kB, for the head of every public page.",
    )
    without_logo = forms.BooleanField(
        required=False, label="Take the logo away", help_text="Pages then begin with the name."
    )

    class Meta:
        model = Charity
        fields = (
            "nations",
            "years_start",
            "accent",
            "accent_dark",
        )  # the others: offences/admin/charity.py

    def clean_years_start(self) -> int:
        """Refuse another month once a year is stored: its number would mean other days."""
        month = self.cleaned_data["years_start"]
        before = Charity.objects.values_list("years_start", flat=True).first() or APRIL
        held = [name for name, of in DATED.items() if of._default_manager.exists()]
        if month != before and held:
            raise forms.ValidationError(
                f"There are {and_list(held)} already, and their years start in "
                f"{MONTHS[before - 1]}: with another month the stored figures would be said to be "
                f"of other days. Leave it at {MONTHS[before - 1]}."
            )
        return month

    def clean_accent(self) -> str:
        return readable(self.cleaned_data["accent"], LIGHT, "a light ground")

    def clean_accent_dark(self) -> str:
        return readable(self.cleaned_data["accent_dark"], DARK, "a dark ground")

    def clean_logo_file(self) -> str:
        file = self.cleaned_data["logo_file"]
        return png_of(file) if file else ""

    def save(self, commit: bool = True) -> Any:
        if picture := self.cleaned_data["logo_file"]:
            self.instance.logo = picture
        elif self.cleaned_data["without_logo"]:
            self.instance.logo = ""
        return super().save(commit)
