"""Contacts are kept as they are read (`models.names`), those that are there already too."""

from collections import defaultdict

from django.db import DatabaseError, migrations, transaction

from offences.models.contact_fields import normalise_address, normalise_text

READ = {"outlet": normalise_text, "name": normalise_text, "phone": normalise_text, "email": normalise_address}


def stop_those_who_stopped(apps, schema_editor) -> None:
    """An address that stands here twice, by a mark that nobody saw, asked to stop if one did."""
    same = defaultdict(list)
    for contact in apps.get_model("offences", "MediaContact").objects.all():
        same[normalise_address(contact.email).lower()].append(contact)
    for contacts in same.values():
        days = [contact.stopped_on for contact in contacts if contact.stopped_on]
        for contact in contacts:
            if days and contact.stopped_on is None:
                contact.stopped_on = min(days)
                contact.save(update_fields=["stopped_on"])


def keep_as_read(apps, schema_editor) -> None:
    for model, columns in (
        ("ForceContact", ("name", "phone", "email")),
        ("MediaContact", ("outlet", "name", "phone", "email")),
    ):
        for contact in apps.get_model("offences", model).objects.all():
            before = {name: getattr(contact, name) for name in columns}
            read = {name: READ[name](text) for name, text in before.items()}
            changed = [name for name in columns if read[name] != before[name]]
            for name in changed:
                setattr(contact, name, read[name])
            try:
                with transaction.atomic():
                    if changed:
                        contact.save(update_fields=changed)
            except DatabaseError:  # it stands here twice: a person decides which goes
                continue


class Migration(migrations.Migration):
    dependencies = [("offences", "0006_nations")]

    operations = [
        migrations.RunPython(stop_those_who_stopped, migrations.RunPython.noop),
        migrations.RunPython(keep_as_read, migrations.RunPython.noop),
    ]
