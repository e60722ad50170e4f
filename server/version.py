"""Which Propelli this is."""

import tomllib
from functools import cache

from server.settings import PROJECT


@cache
def version() -> str:
    """The version that `pyproject.toml` names."""
    return str(tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
