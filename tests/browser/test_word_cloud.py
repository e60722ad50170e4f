"""The live word cloud in real browsers against a real server: phone, projector, desk, download."""

import re
import signal

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server, eventually
from tests.server.api_client import OpenRoom, Phone

HOSTILE = [
    "=1+1", "<b onclick=x>", "*hei*", ":smile:", "$x$", "![i](i.png)",
    "<img src=x onerror=y>", "</script><script>x()", ":material/home:", "-> --", "&amp; <i>", "[a](javascript:x)",
]  # fmt: skip


def answer(phone: Page, word: str) -> None:
    field = phone.locator("input.field:not([readonly]):visible").first
    field.fill(word)
    phone.locator(".send").click()
    expect(phone.get_by_text(word, exact=True).first).to_be_visible()


def on_screen(screen: Page, word: str) -> None:
    """The word is drawn in the cloud."""
    expect(screen.locator("svg text").filter(has_text=word).first).to_be_visible()


def test_an_answer_given_on_a_phone_stands_on_the_projector_and_a_late_phone_sees_the_same(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room("--open", "word_cloud")
    screen, first = open_page(room.screen, "screen"), open_page(room.phone)
    expect(screen.get_by_role("heading", level=1)).to_contain_text("Mitä sinulle tulee mieleen")
    answer(first, "yhteistyö")
    on_screen(screen, "yhteistyö")
    late = open_page(room.phone)
    answer(late, "rohkeus")
    on_screen(screen, "rohkeus")
    expect(first.get_by_role("listitem").filter(has_text="yhteistyö")).to_be_visible()
    expect(late.get_by_text("yhteistyö")).to_have_count(0)


def test_after_reload_a_phone_shows_its_own_answers(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    phone = open_page(room.phone)
    answer(phone, "luottamus")
    phone.reload()
    expect(phone.get_by_text("luottamus", exact=True).first).to_be_visible()
    expect(phone.locator("input.field:visible")).to_have_count(2)


def test_a_double_tap_is_one_answer(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    phone = open_page(room.phone)
    phone.locator("input.field:visible").first.fill("talkoot")
    phone.get_by_role("button", name="Lähetä").dblclick()
    expect(phone.get_by_text("talkoot", exact=True).first).to_be_visible()
    api_phone = Phone(server, room.code)
    api_phone.client.cookies.update({c["name"]: c["value"] for c in phone.context.cookies()})
    assert api_phone.me()["answers"] == ["talkoot"]
    api_phone.client.close()


def test_people_join_by_typing_a_code_with_a_space(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    phone = open_page(f"{server.address}/liity")
    phone.get_by_label("koodi").fill(f"{room.code[:3]} {room.code[3:]}")
    phone.get_by_role("button").first.click()
    expect(phone).to_have_url(f"{server.address}/{room.code}")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Mitä sinulle tulee mieleen")


def test_the_same_form_inside_the_app(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    screen, phone = open_page(room.screen, "screen"), open_page(f"{server.address}/vastaa?huone={room.code}")
    answer(phone, "kylätalo")
    on_screen(screen, "kylätalo")


@pytest.fixture(scope="module")
def hostile_room(server: Server) -> OpenRoom:
    room = OpenRoom(server)
    round_id = room.phone().state()["round"]
    for word in HOSTILE:
        assert room.phone().send(round=round_id, words=[word]).status_code == 200
    room.close()
    return room


@pytest.mark.parametrize("page_name", ["screen", "desk", "results"])
def test_hostile_words_are_shown_as_typed_and_never_run(
    hostile_room: OpenRoom, open_page: OpenPage, page_name: str
) -> None:
    links, server = hostile_room.links, hostile_room.server
    if page_name == "screen":
        page = open_page(links.screen, "screen")
        for word in HOSTILE:
            expect(page.get_by_text(word).first).to_be_attached()
    else:
        page = open_page(links.control, "desk")
        expect(page.get_by_text("<b onclick=x>").first).to_be_visible()
        if page_name == "results":
            page.goto(f"{server.address}/tulokset?huone={links.code}")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.locator("canvas").first).to_be_visible()
    assert page.locator("img[src=x], b[onclick], [onerror]").count() == 0
    assert page.get_by_test_id("stException").count() == 0


def test_hiding_a_word_on_the_desk_takes_it_from_the_projector_and_restoring_brings_it_back(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room("--open", "word_cloud")
    screen, desk, phone = open_page(room.screen, "screen"), open_page(room.control, "desk"), open_page(room.phone)
    answer(phone, "höpönlöpö")
    on_screen(screen, "höpönlöpö")
    desk.get_by_role("button", name=re.compile("Piilota")).first.click()
    expect(screen.locator("svg text").filter(has_text="höpönlöpö").first).to_be_hidden()
    desk.get_by_role("button", name=re.compile("Palauta")).first.click()
    on_screen(screen, "höpönlöpö")


def test_the_desk_opens_closes_and_starts_a_new_round(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, phone = open_page(room.control, "desk"), open_page(room.phone)
    desk.get_by_role("button", name="Avaa kysymys").click()
    answer(phone, "ensimmäinen")
    desk.get_by_role("button", name="Sulje kysymys").click()
    expect(phone.get_by_text("Tähän ei voi enää vastata").first).to_be_visible()
    expect(desk.get_by_role("button", name="Jatka vastaamista")).to_be_visible()  # a press is for what is drawn
    desk.get_by_role("button", name="Uusi kierros").click()
    desk.get_by_role("button", name="Aloita kierros 2").click()
    answer(phone, "toinen")
    exported = httpx.get(f"{server.address}/{room.code}")
    assert exported.status_code == 200


def test_a_killed_server_loses_nothing_and_the_phone_goes_on_by_itself(own_server: Server, open_page: OpenPage) -> None:
    room = own_server.new_room("--open", "word_cloud")
    screen, phone = open_page(room.screen, "screen"), open_page(room.phone)
    answer(phone, "ennen")
    own_server.kill(signal.SIGKILL)
    field = phone.locator("input.field:not([readonly]):visible").first
    field.fill("jälkeen")
    phone.locator(".send").click()
    expect(phone.get_by_text("yhtey", exact=False).first).to_be_visible()
    own_server.start()
    api_phone = Phone(own_server, room.code)
    api_phone.client.cookies.update({c["name"]: c["value"] for c in phone.context.cookies()})
    eventually(lambda: api_phone.me()["answers"] == ["ennen", "jälkeen"])
    api_phone.client.close()
    on_screen(screen, "jälkeen")
    assert own_server.kill(signal.SIGTERM) in {0, -signal.SIGTERM}


def test_words_are_joined_taken_apart_and_put_back_on_the_desk(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    phones = [Phone(server, room.code) for _ in range(4)]
    round_id = phones[0].me()["round"]
    for phone, word in zip(phones, ("yhteistyö", "yhteistyötä", "talkoot", "rohkeus"), strict=True):
        phone.join()
        phone.send(round=round_id, words=[word])
        phone.client.close()
    screen, desk = open_page(room.screen, "screen"), open_page(room.control, "desk")
    words = screen.locator("svg text")
    expect(words).to_have_count(3)

    def row(word: str) -> Locator:
        return desk.get_by_role("listitem").filter(has=desk.get_by_role("button", name=re.compile(f"^{word}"))).first

    row("talkoot").get_by_role("button", name=re.compile("^talkoot")).click()
    row("talkoot").get_by_role("button", name=re.compile("^Yhdistä")).click()
    desk.get_by_role("button", name=re.compile("Yhdistä tähän.*yhteistyö")).click()
    expect(words).to_have_count(2)
    desk.get_by_role("button", name=re.compile("^Kumoa")).click()
    expect(words).to_have_count(3)
    row("yhteistyö").get_by_role("button", name=re.compile("^yhteistyö")).first.click()
    row("yhteistyö").get_by_role("button", name=re.compile("^Irrota.*yhteistyötä")).click()
    expect(words).to_have_count(4)
    desk.get_by_role("button", name=re.compile("^Kumoa")).click()
    expect(words).to_have_count(3)
