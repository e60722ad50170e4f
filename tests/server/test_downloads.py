"""Downloads of a room over HTTP: authorised at each request, never stored."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from server.service import Service
from server.settings import Settings
from tests.conftest import Server
from tests.server.filled_rooms import Filled, whole_workshop

START = {
    "report.pdf": b"%PDF-",
    "report.html": b"<!doctype",
    "slides.pptx": b"PK",
    "memo.docx": b"PK",
    "innokyla.md": b"# Toimintamalli",
    "tables.xlsx": b"PK",
    "tables.xlsx?linked=1": b"PK",
    "tables.zip": b"PK",
    "answers.csv": b"\xef\xbb\xbf",
    "room.json": b"{",
    "picture.png?question=word_cloud&round=1": b"\x89PNG",
    "picture.svg?question=word_cloud&round=2&shade=dark": b"<svg",
    "picture.png?question=roles&round=1": b"\x89PNG",
    "picture.svg?question=quiz&round=1": b"<svg",
}


@pytest.fixture(scope="module")
def beside(server: Server) -> Iterator[Service]:
    """The running server's store, by another process's way."""
    running = Service(Settings(home=server.home, password="lupa"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def room(beside: Service) -> Filled:
    return whole_workshop(beside)


Get = Callable[[str], httpx.Response]
Visit = Callable[[Filled], Get]


@pytest.fixture
def visit(server: Server) -> Iterator[Visit]:
    """Browsers that have opened a room's control link; each gives what the room's file of a name answers."""
    clients: list[httpx.Client] = []

    def opened(room: Filled) -> Get:
        client = httpx.Client(base_url=server.address, timeout=60, follow_redirects=True)
        clients.append(client)
        links = room.service.rooms.links(room.service.rooms.get(room.code), server.address)
        assert client.get(links.control).status_code == 200
        return lambda file: client.get(f"/tulokset/{room.code}/{file}")

    yield opened
    for client in clients:
        client.close()


def test_every_file_is_sent_with_its_name_and_never_stored(visit: Visit, room: Filled) -> None:
    get = visit(room)
    for file, start in START.items():
        answer = get(file)
        assert answer.status_code == 200, file
        assert answer.content.startswith(start), file
        assert answer.headers["cache-control"] == "no-store"
        ending = file.split("?")[0].rsplit(".")[1]
        disposition = answer.headers["content-disposition"]
        assert disposition.startswith(f'attachment; filename="{room.code}-')
        assert disposition.endswith(f'.{ending}"')


def test_a_stranger_gets_a_sentence_and_no_answers(server: Server, room: Filled) -> None:
    for file in START:
        answer = httpx.get(f"{server.address}/tulokset/{room.code}/{file}")
        assert answer.status_code == 403
        assert answer.headers["cache-control"] == "no-store"
        assert "Ohjauslinkki ei kelpaa" in answer.text
        assert "yhteistyö" not in answer.text


def test_a_renewed_link_and_a_deleted_room_end_every_address(visit: Visit, beside: Service) -> None:
    other = whole_workshop(beside)
    older = visit(other)
    assert older("answers.csv").status_code == 200
    beside.rooms.new_link(other.code)
    assert {older(file).status_code for file in START} == {403}
    newer = visit(other)
    assert newer("answers.csv").status_code == 200
    beside.rooms.delete(other.code)
    assert {newer(file).status_code for file in START} == {404}
    assert "ei löydy työpajaa" in newer("report.pdf").text


@pytest.mark.parametrize(
    "file",
    [
        "secret.txt", "report.exe", "picture.png", "picture.png?question=word_cloud&round=9", "picture.gif",
        "picture.svg?question=closing&round=1", "picture.svg?question=%3Cb%3E&round=1",
        "picture.svg?question=word_cloud&round=99999999999999999999", "picture.svg?question=word_cloud&round=%D9%A1",
    ],
)  # fmt: skip
def test_a_file_that_is_not_there_is_reported_in_a_sentence(visit: Visit, room: Filled, file: str) -> None:
    answer = visit(room)(file)
    assert answer.status_code == 404
    assert 'role="alert"' in answer.text
    assert "<b>" not in answer.text.split("<main", 1)[1]


@pytest.mark.parametrize(("lang", "heading"), [("fi", "Vastaus"), ("sv", "Svar"), ("en", "Answer")])
def test_a_file_speaks_the_language_of_the_page_it_was_asked_from(
    visit: Visit, room: Filled, lang: str, heading: str
) -> None:
    text = visit(room)(f"answers.csv?kieli={lang}").content.decode("utf-8-sig")
    assert heading in text.splitlines()[0]
