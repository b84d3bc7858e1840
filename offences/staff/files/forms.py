"""The forms of the pages on which files are uploaded."""

from django import forms

from offences.intake import spreadsheets
from offences.models import FoiRound, Measure


class ListFileForm(forms.Form):
    """A spreadsheet."""

    file = forms.FileField(
        label="File",
        max_length=200,
        allow_empty_file=True,  # the reader says it better
        help_text="xlsx, xls, ods or csv, 10 MB at most.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > spreadsheets.LARGEST_FILE:
            raise forms.ValidationError(
                "This file is larger than 10 MB. Save the sheets you need by themselves."
            )
        return file


class CountsFileForm(ListFileForm):
    """A spreadsheet of counts, and what it may not say itself."""

    round = forms.ModelChoiceField(
        FoiRound.objects.all(),
        required=False,
        empty_label="the file names it",
        to_field_name="slug",
        help_text="For the counts that do not name theirs.",
    )
    measure = forms.ModelChoiceField(
        Measure.objects.all(),
        required=False,
        empty_label="the file names it",
        to_field_name="slug",
        help_text="For the counts that do not name theirs.",
    )
    title = forms.CharField(
        label="Source, as readers see it",
        max_length=200,
        required=False,
        help_text="Such as “The charity’s master of round 2019”. Empty: the file’s name. It is "
        "published beside every count.",
    )
