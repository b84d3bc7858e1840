"""The WSGI entry point a server loads."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
# Every page's code now: the first reader of a new worker does not wait for it.
import_module("config.urls")
