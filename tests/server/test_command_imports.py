"""A command loads what it needs and no more: it is called for one thing, and what it loads is most of its time."""

import subprocess
import sys
from pathlib import Path

import pytest

from server.__main__ import main
from server.cli.commands import COMMANDS
from server.cli.export_commands import EXPORT_COMMANDS
from tests.conftest import ROOT

PAGES = {"streamlit", "plotly", "pandas", "jinja2", "starlette"}
WORD_LISTS = {"numpy", "workshop.words.lexicons"}
STORE = {"sqlalchemy", "server.store", "server.base_service"}
CONTENT = {"yaml", "workshop.content.loader"}
SERVICE = {"server.service", "server.web.hub"}
RUN = """
import sys
from server.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "not_loaded"),
    [
        (("--help",), PAGES | WORD_LISTS | SERVICE | STORE | CONTENT),
        (("content", "check"), PAGES | WORD_LISTS | SERVICE | STORE),
        (("room", "list"), PAGES | WORD_LISTS | SERVICE),
        (("room", "new"), PAGES | WORD_LISTS | SERVICE),
        (("links",), PAGES | WORD_LISTS | SERVICE),
        (("purge",), PAGES | WORD_LISTS | SERVICE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_only_what_it_needs(arguments: tuple[str, ...], not_loaded: set[str], tmp_path: Path) -> None:
    environment = {"PROPELLI_HOME": str(tmp_path), "PROPELLI_PASSWORD": "lupa", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.splitlines())
    assert "server.__main__" in loaded
    assert loaded & not_loaded == set()


@pytest.mark.parametrize("name", [*COMMANDS, *EXPORT_COMMANDS])
def test_every_command_can_be_called(name: str) -> None:
    with pytest.raises(SystemExit) as end:
        main([*name.split(), "--help"])
    assert end.value.code == 0
