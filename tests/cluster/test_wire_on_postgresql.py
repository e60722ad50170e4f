"""The tests of the wire against a server process over PostgreSQL."""

from tests.server import test_wire as on_sqlite

globals().update({name: test for name, test in vars(on_sqlite).items() if name.startswith("test_")})
