"""The packaged content, read once."""

from pathlib import Path

import pytest
from hypothesis import settings

from workshop.content.content import Content
from workshop.content.loader import load

settings.register_profile("no deadline", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("no deadline")

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def content() -> Content:
    return load(DATA)
