"""The rows of steps on the record of a submission."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property


class FoiEventFormSet(BaseInlineFormSet):
    """The steps of a submission. Its documents are read once, not once a row."""

    @cached_property
    def documents(self) -> list:
        field = self.form.base_fields["document"]
        assert isinstance(field, forms.ModelChoiceField)
        return list(field.iterator(field))

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        form.fields["document"].choices = self.documents
