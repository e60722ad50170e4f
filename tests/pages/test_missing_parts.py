"""What a workshop does not have is nowhere: no page, no link, no table."""

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pages.common.context import PageContext
from pages.common.links import has
from server.service import Service
from server.settings import Settings
from server.usecases import downloads
from server.usecases.reading_content import reading_content
from server.web.registry import PAGES
from tests.conftest import ROOT
from tests.server.filled_rooms import Filled
from tests.workshop.test_draft_document import POLL
from workshop.content.blank_workshop import blank_workshop
from workshop.content.content import Content, MissingPartError
from workshop.content.draft_changes import applied
from workshop.content.draft_document import compiled
from workshop.content.draft_ids import identified
from workshop.content.findings import document_faults
from workshop.content.loader import load
from workshop.content.workshop_document import WorkshopDocument

PARTS = {"assessment", "examples", "quiz"}


def bare(library: WorkshopDocument) -> WorkshopDocument:
    """The library's workshop with words, a choice and the closing alone."""
    left = tuple(activity for activity in library.workshop.activities if activity.id not in PARTS)
    pages = library.workshop.pages.model_copy(update={"assessment": None, "examples": None})
    workshop = library.workshop.model_copy(update={"activities": left, "pages": pages, "vocabularies": None})
    return library.model_copy(update={"workshop": workshop, "criteria": None, "quiz": None, "examples": ()})


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Service]:
    service = Service(Settings(home=tmp_path, password="lupa"))
    yield service
    service.close()


@pytest.fixture
def room(running: Service) -> Filled:
    document = bare(load(ROOT / "data" / "examples" / "library").document)
    assert document_faults(document) == []
    return Filled(running, running.rooms.create(workshop=running.workshops.add(document)))


def shown(running: Service, content: Content) -> set[str]:
    ctx = PageContext(running, "fi", content.texts["fi"], content, None, False, False, "")
    return {page.name for page in PAGES if has(ctx, page.name)}


def test_only_the_pages_that_have_something_to_show_are_led_to(running: Service, room: Filled) -> None:
    every = {page.name for page in PAGES}
    assert shown(running, running.content) == every
    own = running.content_of(room.room)
    assert shown(running, own) == every - PARTS
    with pytest.raises(MissingPartError):
        own.quiz  # noqa: B018


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".zip", ".json", ".pdf", ".html", ".png"])
def test_a_room_without_the_parts_has_its_files(running: Service, room: Filled, ending: str) -> None:
    room.open("word_cloud")
    room.say("kirja", "lehti")
    room.open("visits")
    room.answer(1, choices=["borrowing"])
    exported = downloads.export_file(running, room.code, "fi", ending, lambda done: None)
    assert exported
    if ending == ".html":
        assert not [word for word in ("Tunnusmerk", "testi", "Esimerk") if word in exported.decode()]


def test_a_question_that_needs_a_missing_part_is_refused() -> None:
    library = load(ROOT / "data" / "examples" / "library").document
    faults = document_faults(library.model_copy(update={"quiz": None}))
    assert [(fault.file, fault.key, fault.reason_id) for fault in faults] == [("workshop.yaml", "activities.5", "part")]


def test_phones_are_led_to_no_examples_where_there_are_none(running: Service, room: Filled) -> None:
    assert running.reading.page(room.room, "/esimerkit", "fi") is None
    closing = running.reading.page(room.room, "/seuraavaksi", "fi")
    assert closing
    body = running.reading.module(room.room, closing["script"].rpartition("/")[2])
    assert body
    head = gzip.decompress(body).decode().partition("const STYLE")[0]
    assert not [address for address in ("/esimerkit", "/arviointi", "/testi") if f'"{address}"' in head]


def test_a_room_shows_the_examples_of_its_own_workshop_on_phones(running: Service, room: Filled) -> None:
    library = load(ROOT / "data" / "examples" / "library").document
    own = running.rooms.create(workshop=running.workshops.add(library))
    names = set()
    for shown_room in (own, running.rooms.create()):
        page = running.reading.page(shown_room, "/esimerkit", "fi")
        assert page
        name = page["script"].rpartition("/")[2]
        names.add(name)
        body = running.reading.module(shown_room, name)
        assert body
        title = running.content_of(shown_room).examples[0].title("fi")
        assert json.dumps(title, ensure_ascii=False) in gzip.decompress(body).decode()
        assert running.reading.module(room.room, name) is None
    assert len(names) == 2


def test_a_workshop_that_has_just_begun_has_a_closing_without_empty_headings(running: Service) -> None:
    draft = blank_workshop("Kylät", "fi")
    change = {"op": "insert", "path": ["workshop", "activities", 0], "value": {"id": "a", **POLL}}
    document = compiled(applied(draft, identified(draft, change))[0]).document
    assert document is not None
    closing = reading_content(Content(document), "fi", "", date(2026, 11, 30))["closing"]
    assert [part["title"] for part in closing["parts"]] == ["Näin jatketaan"]
    assert all(part["paragraphs"] for part in closing["parts"])
