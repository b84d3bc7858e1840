"""What forces say of their figures, why figures are revised, what was corrected, and who may."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Whoever sends figures to forces records what comes back; another person decides a dispute.
SENDS = {
    "forcecheck": ["add", "change"],
    "dispute": ["add"],
    "revisionreason": ["add"],
}
ROLES = {
    "Data officer": SENDS,
    "Checker": {},
    "Press officer": {"correction": ["add"]},
    "Approver": {"dispute": ["decide"]},
    "Data lead": {**SENDS, "dispute": ["add", "decide"]},
}
SEEN_BY_ALL = ["correction", "dispute", "forcecheck", "releasedremark", "revisionreason"]


def make_roles(apps, schema_editor):
    first = import_module("offences.migrations.0002_roles")
    first.give(apps, schema_editor, ROLES, SEEN_BY_ALL)


class Migration(migrations.Migration):

    dependencies = [
        ('offences', '0013_disclosure_roles'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='releasedfigure',
            name='revised_why',
            field=models.CharField(blank=True, help_text='Why it is another than in the release before.', max_length=300),
        ),
        migrations.CreateModel(
            name='Dispute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told', models.JSONField(help_text='The disputed figures: year → as published.')),
                ('says', models.CharField(help_text='What the force says, as readers will see it, in one sentence.', max_length=300)),
                ('said_on', models.DateField(help_text='The day on which the force said so.')),
                ('opened_at', models.DateTimeField()),
                ('decision', models.CharField(blank=True, choices=[('stands', 'the figure stands'), ('corrected', 'corrected in a newer release'), ('withdrawn', 'the release was withdrawn')], max_length=10)),
                ('decided_words', models.CharField(blank=True, help_text='Why, as readers will see it.', max_length=300)),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('corrected_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offences.release')),
                ('decided_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='offences.force')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(help_text='Who looks into it. Another person decides.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='offences.release')),
            ],
            options={
                'ordering': ('opened_at', 'pk'),
                'permissions': [('decide_dispute', 'Can decide a dispute')],
            },
        ),
        migrations.CreateModel(
            name='ForceCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('told', models.JSONField(help_text='What it was told: year → the figure as published.')),
                ('fingerprint', models.CharField(help_text='Another one whenever one of these figures is another.', max_length=64)),
                ('sent_at', models.DateTimeField()),
                ('due_on', models.DateField(help_text='The last day on which its answer is waited for.')),
                ('answer', models.CharField(blank=True, choices=[('confirmed', 'confirmed'), ('corrected', 'corrected'), ('disputed', 'disputed'), ('silent', 'no answer')], max_length=10)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('words', models.TextField(blank=True, help_text='What it wrote. For staff, never published.')),
                ('recorded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='offences.force')),
                ('recorded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='offences.release')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'check by a force',
                'verbose_name_plural': 'checks by forces',
                'ordering': ('release', 'force', '-number'),
            },
        ),
        migrations.CreateModel(
            name='ReleasedRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('force', models.CharField(help_text="The force's address.", max_length=50)),
                ('kind', models.CharField(choices=[('confirmed', 'confirmed'), ('corrected', 'corrected'), ('disputed', 'disputed'), ('decided', 'decided')], max_length=10)),
                ('said_on', models.DateField()),
                ('years', models.CharField(blank=True, help_text='Which figures: “2018/19”.', max_length=200)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('told_at', models.DateTimeField(help_text='The moment from which readers see it.')),
                ('decision', models.CharField(blank=True, choices=[('stands', 'the figure stands'), ('corrected', 'corrected in a newer release'), ('withdrawn', 'the release was withdrawn')], max_length=10)),
                ('corrected_in', models.PositiveSmallIntegerField(blank=True, help_text='The number of the release that corrects the figure.', null=True)),
                ('dispute', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='offences.dispute')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='offences.release')),
            ],
            options={
                'verbose_name': 'released remark',
                'ordering': ('release', 'force', 'told_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='RevisionReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('category', models.CharField(default='total', max_length=80)),
                ('before', models.CharField(help_text='What the release before said.', max_length=300)),
                ('after', models.CharField(help_text='What this one says.', max_length=300)),
                ('words', models.CharField(help_text='Why, as readers will see it.', max_length=250)),
                ('given_at', models.DateTimeField()),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offences.force')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reasons', to='offences.release')),
            ],
            options={
                'ordering': ('release', 'force', 'year', 'given_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('how', models.CharField(help_text='Who was told, and how.', max_length=300)),
                ('done_at', models.DateTimeField()),
                ('done_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('issued_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='offences.issuedtext')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='offences.release')),
            ],
            options={
                'ordering': ('-done_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('issued_text', 'release'), name='correction_once', violation_error_message='This text was corrected by that release already.'), models.CheckConstraint(condition=models.Q(('how', ''), _negated=True), name='correction_how', violation_error_message='Say who was told, and how.')],
            },
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='dispute_decided', violation_error_message='Say who decided the dispute and when, or neither.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('owner__isnull', True), ('decided_by__isnull', True), models.Q(('owner', models.F('decided_by')), _negated=True), _connector='OR'), name='dispute_two_people', violation_error_message='Whoever looks into a dispute does not decide it. Ask a colleague.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_words', ''), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_at__isnull', False), models.Q(('decided_words', ''), _negated=True)), _connector='OR'), name='dispute_decision_whole', violation_error_message='A decision says what was decided, and why.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('corrected_in__isnull', False), ('decision', 'corrected')), models.Q(models.Q(('decision', 'corrected'), _negated=True), ('corrected_in__isnull', True)), _connector='OR'), name='dispute_corrected_where', violation_error_message='Name the release that corrects it, and only then.'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.CheckConstraint(condition=models.Q(('says', ''), _negated=True), name='dispute_says', violation_error_message='Say what the force says, as readers will see it.'),
        ),
        migrations.AddConstraint(
            model_name='forcecheck',
            constraint=models.UniqueConstraint(fields=('release', 'force', 'number'), name='force_check_once', violation_error_message='These figures were sent to this force a moment ago.'),
        ),
        migrations.AddConstraint(
            model_name='forcecheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('recorded_at__isnull', True), ('recorded_by__isnull', True)), models.Q(('recorded_at__isnull', False), ('recorded_by__isnull', False)), _connector='OR'), name='force_check_recorded', violation_error_message='Say who recorded the answer and when, or neither.'),
        ),
        migrations.AddConstraint(
            model_name='forcecheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True), ('recorded_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_on__isnull', False), ('recorded_at__isnull', False)), _connector='OR'), name='force_check_answer_whole', violation_error_message='An answer has its day and the person who recorded it.'),
        ),
        migrations.AddConstraint(
            model_name='forcecheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'silent'), _negated=True), ('answered_on__gt', models.F('due_on')), _connector='OR'), name='force_check_silent_after_due', violation_error_message='A force is silent only once its last day is over.'),
        ),
        migrations.AddConstraint(
            model_name='forcecheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer__in', ['corrected', 'disputed']), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='force_check_words', violation_error_message='Write down what the force said.'),
        ),
        migrations.AddConstraint(
            model_name='releasedremark',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'confirmed')), fields=('release', 'force', 'kind'), name='remark_confirmed_once', violation_error_message='That the force confirmed this release is told already.'),
        ),
        migrations.AddConstraint(
            model_name='releasedremark',
            constraint=models.UniqueConstraint(condition=models.Q(('dispute__isnull', False)), fields=('release', 'dispute', 'kind'), name='remark_of_dispute_once', violation_error_message='This step of the dispute is told already.'),
        ),
        migrations.AddConstraint(
            model_name='releasedremark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dispute__isnull', False), ('kind__in', ['disputed', 'decided']), models.Q(('words', ''), _negated=True), models.Q(('years', ''), _negated=True)), models.Q(('dispute__isnull', True), ('kind__in', ['confirmed', 'corrected'])), _connector='OR'), name='remark_of_dispute_whole', violation_error_message='A dispute names its years and is told in words.'),
        ),
        migrations.AddConstraint(
            model_name='releasedremark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'decided'), models.Q(('decision', ''), _negated=True)), models.Q(models.Q(('kind', 'decided'), _negated=True), ('decision', '')), _connector='OR'), name='remark_decision', violation_error_message='A decision says what was decided; nothing else does.'),
        ),
        migrations.AddConstraint(
            model_name='releasedremark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('corrected_in__isnull', False), ('decision', 'corrected')), models.Q(models.Q(('decision', 'corrected'), _negated=True), ('corrected_in__isnull', True)), _connector='OR'), name='remark_corrected_where', violation_error_message='Name the release that corrects it, and only then.'),
        ),
        migrations.AddConstraint(
            model_name='revisionreason',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='revision_reason_in_words', violation_error_message='Say why the figure is another than before.'),
        ),
        migrations.AddConstraint(
            model_name='revisionreason',
            constraint=models.CheckConstraint(condition=models.Q(('year__gte', 1990), ('year__lte', 2100)), name='revision_reason_year_sensible', violation_error_message='The year is not one between 1990/91 and 2100/01.'),
        ),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
