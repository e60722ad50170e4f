"""The files that docs/architecture.md names exist."""

import re

import pytest

from tests.conftest import ROOT

NAMED = sorted(
    name
    for name in re.findall(r"`([\w./]+(?:\.py|\.js|/))`", (ROOT / "docs" / "architecture.md").read_text("utf-8"))
    if name.startswith(("app.py", "pages/", "components/", "workshop/", "server/", "data/"))
)


@pytest.mark.parametrize("name", NAMED)
def test_what_it_names_is_there(name: str) -> None:
    assert (ROOT / name).exists()
