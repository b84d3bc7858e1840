"""Who reads a release before its minute, what happened with their links, and who keeps the list."""

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

# Those who prepare or approve releases see the list; few put people on it.
KEEPS = {"prereleasereader": ["add", "change"]}
ROLES = {"Data officer": {}, "Press officer": {}, "Approver": KEEPS, "Data lead": KEEPS}
SEEN_BY_ALL = ["prereleasereader", "prereleaselog"]


def make_roles(apps, schema_editor):
    first = import_module("offences.migrations.0002_roles")
    first.give(apps, schema_editor, ROLES, SEEN_BY_ALL)


class Migration(migrations.Migration):

    dependencies = [
        ('offences', '0015_signoff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PreReleaseReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='One person, by name. Never a desk or a team.', max_length=100)),
                ('role', models.CharField(max_length=150, verbose_name='role and organisation')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('why', models.CharField(help_text='What they do before the minute that cannot wait for it.', max_length=300, verbose_name='why they need it')),
                ('opens_at', models.DateTimeField(help_text='London time.', verbose_name='readable from')),
                ('expires_at', models.DateTimeField(help_text='London time.', verbose_name='readable until')),
                ('added_at', models.DateTimeField(editable=False)),
                ('revoked_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('added_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prerelease_readers', to='offences.release')),
                ('revoked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'pre-release reader',
                'ordering': ('release', 'name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='PreReleaseLog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('added', 'added to the list'), ('linked', 'link made'), ('opened', 'opened'), ('revoked', 'taken off the list')], max_length=10)),
                ('path', models.CharField(blank=True, help_text='The page that was opened.', max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prerelease_log', to='offences.release')),
                ('reader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='log', to='offences.prereleasereader')),
            ],
            options={
                'verbose_name': 'pre-release log entry',
                'verbose_name_plural': 'pre-release log entries',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.AddConstraint(
            model_name='prereleasereader',
            constraint=models.UniqueConstraint(models.F('release'), django.db.models.functions.text.Lower('email'), condition=models.Q(('revoked_at__isnull', True)), name='prerelease_reader_once', violation_error_message='This person is on the list of this release already.'),
        ),
        migrations.AddConstraint(
            model_name='prereleasereader',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('role', ''), _negated=True), models.Q(('why', ''), _negated=True)), name='prerelease_reader_named', violation_error_message='Say who reads it, in which role, and why they need it.'),
        ),
        migrations.AddConstraint(
            model_name='prereleasereader',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('opens_at'))), name='prerelease_reader_times_in_order', violation_error_message='It ends after it begins. Choose a later end.'),
        ),
        migrations.AddConstraint(
            model_name='prereleasereader',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='prerelease_reader_revoked', violation_error_message='Say who took the access back and when, or neither.'),
        ),
        migrations.AddConstraint(
            model_name='prereleaselog',
            constraint=models.CheckConstraint(condition=models.Q(('reader__isnull', False), ('by__isnull', False), _connector='OR'), name='prerelease_log_of_somebody', violation_error_message='Say which reader or which member of staff it was.'),
        ),
        migrations.AddConstraint(
            model_name='prereleaselog',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('what', 'opened'), models.Q(('path', ''), _negated=True)), models.Q(models.Q(('what', 'opened'), _negated=True), ('path', '')), _connector='OR'), name='prerelease_log_opened_a_page', violation_error_message='Say which page was opened, and only then.'),
        ),
        migrations.AddConstraint(
            model_name='prereleaselog',
            constraint=models.CheckConstraint(condition=models.Q(('what', 'opened'), models.Q(('by__isnull', False), ('what', 'linked')), models.Q(('by__isnull', False), ('reader__isnull', False), ('what__in', ['added', 'revoked'])), _connector='OR'), name='prerelease_log_by_staff', violation_error_message='Only staff add readers, make links and take them back.'),
        ),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
