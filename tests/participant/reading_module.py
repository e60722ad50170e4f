"""The reading pages' module of the project's own content, as the server makes it."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from server.store import Store
from server.store.rows import Room
from server.usecases.contents import Contents
from server.usecases.reading import ReadingPages
from workshop.content.loader import load

ROOM = "482915"


@cache
def reading_module(lang: str) -> bytes:
    reading = ReadingPages(Contents(cast("Store", None), lambda: load(Path("data"))), "")
    room = cast("Room", SimpleNamespace(code=ROOM, version=None))
    page = reading.page(room, "/esimerkit", lang)
    assert page
    body = reading.module(room, page["script"].rpartition("/")[2])
    assert body
    return body
