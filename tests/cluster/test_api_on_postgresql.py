"""The tests of the HTTP API against a server process over PostgreSQL."""

from tests.server import test_api as on_sqlite

globals().update({name: test for name, test in vars(on_sqlite).items() if name.startswith("test_")})
