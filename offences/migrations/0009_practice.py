"""Recording practice as forces tell it, the breaks that follow, and who keeps them."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import offences.models.recording_practice

# A break that was recorded by mistake bars every comparison of its force, so it can be deleted.
ROLES = {
    "Data officer": {"forcebreak": ["add", "change", "delete"]},
    "Checker": {},
    "Press officer": {},
    "Approver": {},
}
SEEN_BY_ALL = ["forcebreak", "practiceanswer"]


def make_roles(apps, schema_editor):
    first = import_module("offences.migrations.0002_roles")
    first.give(apps, schema_editor, ROLES, SEEN_BY_ALL)


class Migration(migrations.Migration):

    dependencies = [
        ('offences', '0008_stored_imports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ForceBreak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(help_text='The first year counted in the new way, by the year it starts in: 2017 for 2017/18.')),
                ('why', models.CharField(help_text='What changed, as readers will see it: “the force began to mark crimes as online”.', max_length=300)),
                ('recorded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('document', models.ForeignKey(blank=True, help_text='The paper that says so.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offences.document')),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='breaks', to='offences.force')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='force_breaks', to='offences.measure')),
                ('recorded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submission', models.ForeignKey(blank=True, editable=False, help_text='The return whose answers on practice say so.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='breaks', to='offences.foisubmission')),
            ],
            options={
                'ordering': ('measure', 'force', 'year'),
                'constraints': [models.UniqueConstraint(fields=('measure', 'force', 'year'), name='force_break_once', violation_error_message='This force has a break of that measure in that year.'), models.CheckConstraint(condition=models.Q(('year__gte', 1990), ('year__lte', 2100)), name='force_break_year_sensible', violation_error_message='The year is not one between 1990/91 and 2100/01.'), models.CheckConstraint(condition=models.Q(models.Q(('recorded_at__isnull', True), ('recorded_by__isnull', True)), models.Q(('recorded_at__isnull', False), ('recorded_by__isnull', False)), _connector='OR'), name='force_break_recorded', violation_error_message='Say who recorded the break and when, or neither.')],
            },
        ),
        migrations.CreateModel(
            name='PracticeAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(choices=offences.models.recording_practice.questions, help_text='As the return form asks it.', max_length=20)),
                ('answer', models.CharField(help_text='As the force wrote it.', max_length=1000)),
                ('recorded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('document', models.ForeignKey(blank=True, help_text='The return that says so.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offences.document')),
                ('recorded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='practice', to='offences.foisubmission')),
            ],
            options={
                'ordering': ('submission', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('submission', 'question'), name='practice_answer_once', violation_error_message='This return has an answer to that question already.'), models.CheckConstraint(condition=models.Q(('answer', ''), _negated=True), name='practice_answer_said', violation_error_message='An empty answer is no answer: leave it out.'), models.CheckConstraint(condition=models.Q(models.Q(('recorded_at__isnull', True), ('recorded_by__isnull', True)), models.Q(('recorded_at__isnull', False), ('recorded_by__isnull', False)), _connector='OR'), name='practice_answer_recorded', violation_error_message='Say who recorded the answer and when, or neither.')],
            },
        ),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
