"""The facilitators' pages run through `pages/main.py`: without and with access, without and with a room."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from pages.common import context as visiting
from server.service import Service, service
from server.settings import settings
from server.store import StoreUnreadableError
from server.store.schema import rooms as rooms_table
from server.web.registry import PAGES
from workshop.content.texts import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT_CONTROL = "Tämä sivu on ohjaajalle"


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("PROPELLI_HOME", str(tmp_path))
    monkeypatch.setenv("PROPELLI_PASSWORD", "lupa")
    settings.cache_clear()
    service.cache_clear()
    yield service()
    service().close()
    settings.cache_clear()
    service.cache_clear()


@pytest.fixture
def organiser(running: Service, monkeypatch: pytest.MonkeyPatch) -> Service:
    """The visitor is signed in as the organiser."""
    ticket = running.access.sign_in("lupa")
    monkeypatch.setattr(visiting, "_jar", lambda: {running.cookies.organiser: ticket})
    return running


def page(name: str, **query: str) -> AppTest:
    test = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=60)
    for key, value in query.items():
        test.query_params[key] = value
    test.run()
    test.switch_page(next(address.script for address in PAGES if address.name == name))
    return test.run()


def texts(test: AppTest) -> str:
    return " ".join(
        str(getattr(element, "value", "")) for element in test.main.children.values() for element in _all(element)
    )


def _all(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _all(child)


@pytest.mark.parametrize("name", ["control", "results"])
def test_without_access_the_page_says_where_to_get_it_and_shows_nothing(running: Service, name: str) -> None:
    code = running.rooms.create(title="Salainen työpaja").code
    test = page(name, huone=code)
    assert not test.exception
    assert TEXT_CONTROL in test.warning[0].value
    assert "Salainen" not in texts(test)


@pytest.mark.parametrize("name", ["screen", "results", "control", "vote"])
def test_without_a_room_no_page_fails(running: Service, name: str) -> None:
    assert not page(name, huone="000000").exception


@pytest.mark.parametrize("query", [{}, {"uusi": "rivit"}, {"uusi": "muu"}])
def test_the_organisers_pages_are_drawn(organiser: Service, query: dict[str, str]) -> None:
    organiser.rooms.create()
    assert not page("control", **query).exception


@pytest.mark.parametrize("activity", [None, "word_cloud", "roles", "quiz", "assessment", "closing"])
def test_the_desk_is_drawn_in_every_state_of_an_activity(organiser: Service, activity: str | None) -> None:
    code = organiser.rooms.create().code
    assert not page("control", huone=code).exception
    if activity is None:
        organiser.rooms.end(code)
        assert not page("control", huone=code).exception
        return
    for change in (organiser.control.choose, organiser.control.open):
        change(code, activity)
        assert not page("control", huone=code).exception
    organiser.control.close(code)
    organiser.control.open(code, activity, new_round=True)
    assert not page("control", huone=code).exception


def test_results_list_words_and_answers(organiser: Service) -> None:
    code = organiser.rooms.create().code
    organiser.control.open(code, "word_cloud")
    state = organiser.participants.state(code)
    assert state
    body = {"round": state.payload("fi", 0)["round"], "words": ["=1+1"]}
    organiser.store.write(organiser.answering.job(code, b"a", body), (code, "answers"))
    test = page("results", huone=code)
    assert not test.exception
    assert any("=1+1" in frame.value.to_string() for frame in test.dataframe)


def test_the_screen_draws_the_room(running: Service) -> None:
    code = running.rooms.create().code
    running.control.open(code, "word_cloud")
    assert not page("screen", huone=code).exception


def test_the_list_of_workshops_survives_rows_that_an_earlier_version_let_in(organiser: Service) -> None:
    codes = {organiser.rooms.create(title="Hyvä").code}
    for row in ({"created_at": 2**62}, {"created_at": -(2**62)}, {"title": "a\0b"}, {"retention_days": 10**9}):
        bad = organiser.rooms.create()
        codes.add(bad.code)
        change = rooms_table.update().where(rooms_table.c.id == bad.id).values(row)
        organiser.store.write(partial(sa.Connection.execute, statement=change))
    assert not page("control").exception
    for lang in LANGUAGES:
        cards = organiser.workshop_list.listed(lang)
        assert {room["code"] for card in cards for room in card["rooms"]} == codes


def _page_that_failed() -> None:
    from pages.common.error_page import show_error
    from server.store import StoreUnreadableError

    show_error(StoreUnreadableError())
    show_error(ValueError("x"))


def test_a_failed_page_says_so_without_reading_the_store(running: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_away(*_: Any) -> Any:
        raise StoreUnreadableError

    monkeypatch.setattr(running.store, "read", is_away)
    test = AppTest.from_function(_page_that_failed).run()
    assert not test.exception
    text = running.texts("fi")
    assert [element.value for element in test.error] == [text("errors.unreadable"), text("errors.unknown")]
