"""Imported by the process that servers are forked from."""

from tests.server_process import import_everything

import_everything()
