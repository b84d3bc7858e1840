"""The fixtures of each test without those that would do nothing for it.

pytest-django gives every test eight that look for a mark or a fixture which hardly any test has,
the dozen of the whole run are looked up for each test, and pytest clears the levels of all loggers
twelve times a test. It is more than half of what a test costs that does little, and there are
twenty thousand. A drill leaves all three as they are.
"""

import logging
from collections.abc import Iterable
from unittest import TestCase

import pytest
from django.conf import settings

# What a fixture looks for: a mark, or another fixture.
OF_A_MARK = {
    "_django_db_marker": "django_db",
    "_django_set_urlconf": "urls",
    "_django_isolate_apps": "django_isolate_apps",
    "_template_string_if_invalid_marker": "ignore_template_errors",
}
OF_A_FIXTURE = {"_live_server_helper": "live_server"}
# Those that only fixtures ask for get them anyway, when they are made.
ON_DEMAND = frozenset({"monkeypatch", "request"})


def leave_needless_out(items: Iterable[pytest.Item]) -> None:
    """Have each test set up only the fixtures that do something for it."""
    for item in items:
        if isinstance(item, pytest.Function):
            item.fixturenames = [each for each in item.fixturenames if not is_needless(each, item)]


def is_needless(name: str, item: pytest.Function) -> bool:
    """Whether a test has no use for a fixture that it has not asked for itself."""
    if mark := OF_A_MARK.get(name):
        return item.get_closest_marker(mark) is None
    if other := OF_A_FIXTURE.get(name):
        return other not in item.fixturenames
    if name in ON_DEMAND:
        return name not in item._fixtureinfo.initialnames
    if name == "_django_setup_unittest":
        return item.cls is None or not issubclass(item.cls, TestCase)
    return name == "_django_clear_site_cache" and (
        "django.contrib.sites" not in settings.INSTALLED_APPS
    )


def leave_those_of_the_run_out(item: pytest.Item) -> None:
    """Have a test look up no fixture of the whole run that is there, unless it asks for it."""
    if isinstance(item, pytest.Function):
        asked = item._fixtureinfo.argnames
        names = item.fixturenames
        item.fixturenames = [n for n in names if n in asked or not is_of_the_run(n, item)]


def is_of_the_run(name: str, item: pytest.Function) -> bool:
    """Whether a fixture was made without a fault for the whole run."""
    found = item._fixtureinfo.name2fixturedefs.get(name, ())
    return len(found) == 1 and bool(
        found[0].scope == "session"
        and found[0].cached_result is not None
        and found[0].cached_result[2] is None
    )


def set_level_once(config: pytest.Config) -> None:
    """Give pytest's two handlers their level now: before and after each part of a test it would set
    it again, and the level of all loggers to what it is."""
    plugin = config.pluginmanager.get_plugin("logging-plugin")
    if plugin.log_level is not None and plugin.log_level >= logging.root.level:
        for handler in (plugin.caplog_handler, plugin.report_handler):
            handler.setLevel(plugin.log_level)
        plugin.log_level = None
