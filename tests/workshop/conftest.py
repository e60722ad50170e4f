"""The packaged content, read once."""

from pathlib import Path

import pytest

from workshop.content import Content, load

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def content() -> Content:
    return load(DATA)
