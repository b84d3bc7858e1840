"""The forms of the pages on which files are uploaded."""

import hashlib
import mimetypes

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from offences.intake import spreadsheets
from offences.intake.returns.uploads import LARGEST, TOO_LARGE
from offences.models import Document, DocumentKind, FoiQuery, FoiRound, Measure

ACCEPTED = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.txt,.tsv,.pdf,.docx"
MOST_FILES = 60  # at one time


def _file(label: str, accept: str, help_text: str) -> forms.FileField:
    return forms.FileField(
        label=label,
        max_length=200,
        allow_empty_file=True,  # the reader says it better
        help_text=help_text,
        widget=forms.FileInput({"accept": accept}),
    )


class ListFileForm(forms.Form):
    """The upload of a list: one spreadsheet."""

    file = _file("File", ".xlsx,.xls,.ods,.csv,.txt", "xlsx, xls, ods or csv, 10 MB at most.")

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > spreadsheets.LARGEST_FILE:
            raise forms.ValidationError(
                "This file is larger than 10 MB. Save the sheets you need by themselves."
            )
        return file


def _named_in_file(rows: QuerySet) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        rows,
        required=False,
        empty_label="the file names it",
        to_field_name="slug",
        help_text="For the counts that do not name theirs.",
    )


class CountsFileForm(ListFileForm):
    """A spreadsheet of counts, and what it may not say itself."""

    round = _named_in_file(FoiRound.objects.all())
    measure = _named_in_file(Measure.objects.all())
    title = forms.CharField(
        label="Source, as readers see it",
        max_length=200,
        required=False,
        help_text="Such as “The charity’s master of round 2019”. Empty: the file’s name. It is "
        "published beside every count.",
    )


class ReturnFileForm(forms.Form):
    """One file that a force sent, and the password it may need."""

    file = _file(
        "The force’s file", ACCEPTED, "As it came: xlsx, xls, ods, csv, pdf or docx, 25 MB at most."
    )
    password = forms.CharField(
        label="Password of the file",
        required=False,
        max_length=200,
        strip=False,
        help_text="Only if it has one. It is used once and never stored.",
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return file


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Any number of files."""

    widget = SeveralFilesInput({"accept": ACCEPTED, "multiple": True})

    def clean(self, data, initial=None):
        one = super().clean
        files = [one(each, initial) for each in data] if data else [one(data, initial)]
        if len(files) > MOST_FILES:
            many = f"These are {len(files)} files; {MOST_FILES} is the most at one time."
            raise forms.ValidationError(many)
        return files


class ReturnFilesForm(forms.Form):
    returns = SeveralFilesField(
        label="The forces’ files",
        allow_empty_file=True,
        help_text="As they came, several at once: xlsx, xls, ods, csv, pdf or docx, 25 MB at most "
        "each. Upload password-protected files on the force’s page.",
    )


def fingerprint(file) -> str:
    """The SHA-256 of a file's bytes. The file is read in pieces and rewound."""
    file.seek(0)
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


class DocumentForm(forms.ModelForm):
    """A file is stored once, by its bytes; a publication is named and never copied."""

    computed = ("sha256", "size", "media_type")

    class Meta:
        model = Document
        fields = ["kind", "title", "file", "url", "published_on", "published_precision", "note"]

    def clean(self):
        data = super().clean() or {}
        kind, file = data.get("kind") or self.instance.kind, data.get("file")
        if kind == DocumentKind.PUBLICATION:
            if file:
                self.add_error("file", "A publication is named, never copied: attach no file.")
            for name, words in (("url", "its address"), ("published_on", "its date")):
                if not data.get(name) and name in self.fields:
                    self.add_error(name, f"A publication needs {words}.")
        elif "file" in self.fields and not file and "file" not in self.errors:
            self.add_error("file", "Attach the file as it came.")
        if isinstance(file, UploadedFile):
            digest = fingerprint(file)
            same = Document.objects.filter(sha256=digest).exclude(pk=self.instance.pk).first()
            if same:
                self.add_error("file", f"We have this file already, as “{same}”.")
            self.instance.sha256, self.instance.size = digest, file.size
            guess, _ = mimetypes.guess_type(file.name or "")
            self.instance.media_type = guess or "application/octet-stream"
        return data

    def _get_validation_exclusions(self) -> set[str]:
        # The table's rules apply to what is computed above, as to what is typed.
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        if "file" in (self.errors or {}):
            return exclusions  # its error is shown already
        return exclusions - set(self.computed)


class QueryAnswerForm(forms.ModelForm):
    """What the force answered, written down once."""

    class Meta:
        model = FoiQuery
        fields = ["answer"]

    def clean_answer(self) -> str:
        answer = str(self.cleaned_data["answer"]).strip()
        if not answer:
            raise forms.ValidationError("Write down what the force answered, when and how.")
        return answer
