"""Published results: read by anybody with the code and by nobody else, without what was hidden, and gone at once."""

import gzip
import html
import re
from collections.abc import Callable

import httpx
import pytest

from server.service import Service
from server.store.rooms import UnknownRoomError
from server.usecases.published_results import NotPublishedError
from server.web.published_routes import PublishedRoutes
from tests.conftest import Server
from tests.hostile.openapi import check
from tests.server.api_client import OpenRoom
from tests.server.filled_rooms import Filled, filled, on_the_wall, whole_workshop
from tests.server.items import order_item, scale_item, text_item

NewRoom = Callable[[], OpenRoom]
LIMIT_BYTES = 80_000


def published(room: Filled, lang: str = "fi", token: str | None = None) -> str:
    """The page as one reader gets it."""
    room.service.rooms.publish(room.code, published=True)
    routes, row = PublishedRoutes(room.service), room.service.published.room(room.code)
    return routes._body(row, lang, token).decode()


def readable(page: str) -> str:
    """The page's text."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def fill_with_every_kind(room: Filled) -> None:
    """Eight questions, each answered by made-up people."""
    for name in ("word_cloud", "roles", "assessment", "quiz"):
        room.open(name)
        answer_all(room)
    for item in (
        text_item("Mikä auttaisi?", approval=False),
        scale_item("Miten nyt?", ["Asukkaat ovat mukana"]),
        order_item("dots", "Mistä aloitamme?", ["Kylätalo", "Kyydit", "Kahvila"], 3),
        order_item("ranking", "Missä järjestyksessä?", ["Nuoret", "Iäkkäät", "Perheet"], 3),
    ):
        room.service.questions.add(room.code, item, ["fi"], opens=True)
        answer_all(room)


def answer_all(room: Filled, people: int = 40) -> None:
    """Made-up people answer the question that is on."""
    current = room.service.desks.get(room.code).current
    assert current
    submissions = current.model.sample_submissions(room.service.content_of(room.room))
    for person, submitted in enumerate(submissions[:people]):
        room.answer(person, **{str(current.model.answer_field): submitted})


def test_the_command_prints_the_address_and_takes_it_back_at_once(server: Server, new_room: NewRoom) -> None:
    room = new_room()
    phone = room.phone()
    phone.send(round=phone.state()["round"], words=["yhteisbudjetointi"])
    address = f"{server.address}/tulos/{room.code}"
    assert httpx.get(address).status_code == 404
    assert server.command("room", "publish", room.code).strip().endswith(f"/tulos/{room.code}")
    answer = httpx.get(address)
    check(answer, "GET", "/tulos/{code}")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "noindex" in answer.headers["x-robots-tag"]
    assert "set-cookie" not in answer.headers
    assert "yhteisbudjetointi" in answer.text
    assert "<script" not in answer.text
    grouped = f"{room.code[:3]} {room.code[3:]}"
    assert httpx.get(f"{server.address}/tulos/{grouped}").status_code == 200
    assert httpx.get(f"{server.address}/qr/tulos/{room.code}.svg").status_code == 200
    server.command("room", "unpublish", room.code)
    assert httpx.get(address).status_code == 404
    assert httpx.get(f"{server.address}/qr/tulos/{room.code}.svg").status_code == 404


def test_a_reader_finds_what_their_own_browser_answered_and_nobody_elses(server: Server, new_room: NewRoom) -> None:
    room = new_room()
    first, second = room.phone(), room.phone()
    round_id = first.state()["round"]
    first.send(round=round_id, words=["ensimmäinen"])
    second.send(round=round_id, words=["toinen"])
    server.command("room", "publish", room.code)
    path = f"/tulos/{room.code}?kieli=fi"
    own = re.findall(r'class="yours">(.*?)</p>', first.client.get(path).text)
    assert len(own) == 1
    assert "ensimmäinen" in own[0]
    assert "toinen" not in own[0]
    assert 'class="yours"' not in httpx.get(f"{server.address}{path}").text
    assert "\0" not in httpx.get(f"{server.address}{path}").text


def test_a_deleted_room_takes_its_results_along(server: Server, new_room: NewRoom) -> None:
    room = new_room()
    server.command("room", "publish", room.code)
    server.command("room", "delete", room.code)
    assert httpx.get(f"{server.address}/tulos/{room.code}").status_code == 404


def test_every_kind_can_be_read_in_each_language_within_the_limit(service: Service) -> None:
    room = filled(service)
    fill_with_every_kind(room)
    for lang in ("fi", "sv", "en"):
        page = published(room, lang)
        assert f'<html lang="{lang}"' in page
        assert page.count('<section class="result"') == 8
        assert len(gzip.compress(page.encode())) < LIMIT_BYTES / 2
    text = readable(published(room))
    for label in ("Kylätalo", "Asukkaat ovat mukana", "Iäkkäät", "Tehokkuusfriikki", "luottamus"):
        assert label in text


def test_words_of_participants_are_text_and_hidden_ones_are_not_there(service: Service) -> None:
    page = published(whole_workshop(service))
    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;" in page
    assert "turha" not in page
    assert "palautettu" in page


def test_small_groups_and_questions_whose_results_are_never_shown_are_left_out(service: Service) -> None:
    room = filled(service)
    room.open("assessment")
    room.fill_form(2, ["1"])
    room.open("roles")
    for person in range(9):
        room.answer(person, choices=["developer"])
    page = readable(published(room))
    assert service.texts("fi")("export.withheld", n=service.content.min_group) in page
    assert re.search(r"Vastaajia\s+9\s", page)
    service.control.show_results(room.code, "never")
    assert service.texts("fi")("export.columns.option") not in readable(published(room))


def test_a_question_that_shows_its_results_when_closed_waits_for_that(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.say("odottava")
    service.control.show_results(room.code, "closed")
    assert "odottava" not in published(room)
    service.control.close(room.code)
    assert "odottava" in published(room)


def test_what_is_hidden_later_is_gone_from_the_next_reading(service: Service) -> None:
    room = filled(service)
    room.open("word_cloud")
    room.say("jäävä", "lähtevä")
    assert "lähtevä" in published(room)
    room.decide("hide", "lähtevä")
    assert "lähtevä" not in published(room)


def test_at_the_end_phones_and_the_wall_lead_to_the_results_only_while_they_are_published(service: Service) -> None:
    room = filled(service)
    service.rooms.end(room.code)

    def addresses() -> list[str]:
        state = service.participants.state(room.code)
        assert state
        return [link["href"] for link in state.payload("fi", service.now_ms()).get("links", [])]

    assert len(addresses()) == 1
    assert on_the_wall(service, room.code)["published"] is False
    service.rooms.publish(room.code, published=True)
    assert addresses()[0] == f"/tulos/{room.code}?kieli=fi"
    assert on_the_wall(service, room.code)["published"] is True
    service.rooms.publish(room.code, published=False)
    assert len(addresses()) == 1
    with pytest.raises(NotPublishedError):
        service.published.room(room.code)


def test_a_room_that_is_not_there_cannot_be_published(service: Service) -> None:
    with pytest.raises(UnknownRoomError):
        service.rooms.publish("000000", published=True)


def test_the_desks_press_publishes_once_and_again_without_harm(service: Service) -> None:
    room = filled(service)
    for _ in range(2):
        service.actions.do(room.code, "publish", {"published": True}, None)
    moment = service.rooms.get(room.code).published_at
    assert moment
    service.actions.do(room.code, "publish", {"published": True}, None)
    assert service.rooms.get(room.code).published_at == moment
