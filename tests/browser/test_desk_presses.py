"""Quick presses at the desk and a busy crowd: every press is done once, or refused with a sentence."""

import os
import random
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Request, Route, expect

from tests.browser.conftest import OpenPage
from tests.conftest import RoomLinks, Server, eventually
from tests.server.api_client import OpenRoom, Phone

PRESSES = int(os.environ.get("PROPELLI_TEST_PRESSES", "40"))
"""Presses of each run; 300 and more are for a run by hand."""
ANSWERS_A_SECOND = 10
KEYS = ("Space", "ArrowRight", "ArrowLeft", "r")
BUTTONS = ".presses button:not([aria-disabled=true])"


def state_of(server: Server, room: RoomLinks) -> dict[str, Any]:
    """The room as the store holds it."""
    with sqlite3.connect(Path(server.home) / "propelli.db") as store:
        names = ("rev", "view", "activity", "locked")
        row = store.execute(f"SELECT {', '.join(names)} FROM room WHERE code = ?", (room.code,)).fetchone()  # noqa: S608
    return dict(zip(names, row, strict=True))


class Watched:
    """The presses that a desk sends, by their serials, and what became of each."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.statuses: dict[str, int | None] = {}
        page.on("request", lambda request: self._note(request, None))
        page.on("response", lambda response: self._note(response.request, response.status))

    def _note(self, request: Request, status: int | None) -> None:
        if request.method != "POST" or not request.url.split("?")[0].endswith("/desk"):
            return
        serial = request.headers["press-id"]
        self.statuses[serial] = status or self.statuses.get(serial)

    @property
    def is_settled(self) -> bool:
        self.page.evaluate("0")  # what has been answered is heard now
        return None not in self.statuses.values()

    def counts(self) -> dict[str, int]:
        done = [status for status in self.statuses.values() if status == 200]
        return {"pressed": len(self.statuses), "done": len(done), "refused": len(self.statuses) - len(done)}


@contextmanager
def crowd(server: Server, code: str) -> Iterator[None]:
    """People answer whatever is open, some answers a second, until the block ends."""
    ending = threading.Event()

    def answer() -> None:
        number = 0
        while not ending.wait(1 / ANSWERS_A_SECOND):
            phone = Phone(server, code)
            number += 1
            try:
                phone.join()
                state = phone.state()
                body: dict[str, Any] = {"round": state["round"]}
                if state["kind"] == "words":
                    body["words"] = [f"sana{'abcdefghij'[number % 10]}"]
                elif state["kind"] == "choice":
                    body["choices"] = [state["options"][number % len(state["options"])]["id"]]
                phone.send(**body)
            finally:
                phone.client.close()

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join()


def press_something(desk: Page, chance: random.Random) -> None:
    """A key, or a click on one of the buttons that are there."""
    if chance.random() < 0.4:
        desk.keyboard.press(chance.choice(KEYS))
        return
    for _ in range(20):
        shown = desk.locator(BUTTONS).locator("visible=true")
        try:
            shown.nth(chance.randrange(shown.count())).click(timeout=2_000)
        except Error:  # gone before the pointer was there: another one is chosen
            continue
        return
    raise AssertionError("no button can be pressed")


@pytest.mark.parametrize("desks", [1, 2])
def test_every_press_is_one_revision_or_is_told(server: Server, open_page: OpenPage, desks: int) -> None:
    room = server.new_room("--open", "word_cloud")
    pages = [open_page(room.control, "desk") for _ in range(desks)]
    watched = [Watched(page) for page in pages]
    for page in pages:
        expect(page.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    before, chance = state_of(server, room)["rev"], random.Random(2026)
    with crowd(server, room.code):
        for number in range(PRESSES):
            desk = pages[number % desks]
            press_something(desk, chance)
            desk.wait_for_timeout(chance.choice((20, 50, 200, 700, 1500)))
        for desk_page in watched:
            eventually(lambda desk_page=desk_page: desk_page.is_settled, 120)  # type: ignore[misc]
    total = {name: sum(desk_page.counts()[name] for desk_page in watched) for name in ("pressed", "done", "refused")}
    revisions = state_of(server, room)["rev"] - before
    print(f"{desks} desks: {total}, {revisions} revisions")
    assert 0 < total["pressed"] <= PRESSES  # the same press of the same state, while it is on its way, counts once
    assert set().union(*(desk_page.statuses.values() for desk_page in watched)) <= {200, 409}
    assert total["done"] == revisions
    assert total["done"] > 0
    for page in pages:
        expect(page.get_by_text("meni vikaan")).to_have_count(0)


def test_the_view_of_the_projector_never_changes_by_itself(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    rev = state_of(server, room)["rev"]
    for name in ("Aloita", "Avaa", "Seuraava", "Avaa", "Seuraava", "Avaa", "Edellinen", "Seuraava"):
        desk.get_by_role("button", name=re.compile(f"^{name}")).first.click()
        rev += 1
        eventually(lambda: state_of(server, room)["rev"] == rev)  # noqa: B023
        desk.wait_for_timeout(1_500)  # long enough for an echo
        assert state_of(server, room)["rev"] == rev


def test_keys_mean_the_same_after_the_mouse_and_after_a_closed_dialog(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    desk.get_by_role("button", name=re.compile("^Aloita: Sanapilvi")).click()
    desk.get_by_role("button", name=re.compile("^Seuraava: Kuka olet")).click()
    expect(desk.locator("h2.question")).to_contain_text("roolisi")
    desk.keyboard.press("Space")
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    expect(desk.locator("h2.question")).to_contain_text("roolisi")
    desk.get_by_role("button", name="Asetukset").click()
    expect(desk.get_by_role("dialog")).to_be_visible()
    expect(desk.get_by_label("Työpajan otsikko")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    desk.keyboard.press("Space")
    expect(desk.get_by_role("button", name="Jatka vastaamista")).to_be_visible()
    expect(desk.get_by_role("dialog")).to_have_count(0)


def test_a_double_click_counts_once(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    before, watched = state_of(server, room)["rev"], Watched(desk)
    desk.get_by_role("button", name="Avaa kysymys").dblclick()
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    eventually(lambda: watched.is_settled)
    assert watched.counts() == {"pressed": 1, "done": 1, "refused": 0}
    assert state_of(server, room)["rev"] == before + 1


def test_a_press_on_a_bad_line_shows_itself_and_is_done_once(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    opener = desk.get_by_role("button", name="Avaa kysymys")
    expect(opener).to_be_visible()
    before, tries = state_of(server, room)["rev"], []

    def bad_line(route: Route) -> None:
        """The first is lost on its way, of the second the answer."""
        tries.append(route.request.headers["press-id"])
        if len(tries) == 2:
            route.fetch()
        if len(tries) < 3:
            route.abort()
        else:
            route.continue_()

    desk.route(
        re.compile("/desk\\?"), lambda route: bad_line(route) if route.request.method == "POST" else route.continue_()
    )
    opener.click()
    expect(opener).to_have_attribute("aria-busy", "true")
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    eventually(lambda: desk.evaluate("0") is not None and len(tries) == 3)
    expect(desk.locator(".toggle [aria-busy]")).to_have_count(0)
    assert len(set(tries)) == 1
    assert state_of(server, room)["rev"] == before + 1
    expect(desk.locator(".presses p").filter(has_text=re.compile(".")).first).to_be_hidden()


def test_a_press_that_came_after_another_desks_is_told_beside_its_button(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk = open_page(room.control, "desk")
    closer = desk.get_by_role("button", name="Sulje kysymys")
    expect(closer).to_be_visible()
    desk.route(re.compile("/desk"), lambda route: (server.command("room", "close", room.code), route.continue_())[1])
    closer.click()
    expect(desk.locator(".now .toggle [role=status]")).to_have_text(
        re.compile("^(Joku teki muutoksen|Kysymys on jo suljettu)")
    )


def test_the_focus_and_the_place_of_a_desk_outlive_what_comes_in(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk = open_page(room.control, "desk")
    later = desk.get_by_role("button", name="2 min", exact=True)
    later.focus()
    desk.locator(".pane.now").evaluate("pane => (pane.scrollTop = 40)")
    phone = Phone(server, room.code)
    phone.join()
    assert phone.send(round=phone.state()["round"], words=["sisu", "talkoot"]).status_code == 200
    expect(desk.locator(".word-desk li[data-key]")).to_have_count(2)
    expect(later).to_be_focused()
    place = desk.locator(".pane.now").evaluate("pane => pane.scrollTop")
    server.command("room", "close", room.code)
    expect(desk.get_by_role("button", name="Jatka vastaamista")).to_be_visible()
    expect(later).to_be_focused()
    assert desk.locator(".pane.now").evaluate("pane => pane.scrollTop") == place
    phone.client.close()


def test_a_renewed_link_ends_the_other_desk_with_the_way_to_sign_in(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, other = open_page(room.control, "desk"), open_page(room.control, "desk")
    expect(other.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    desk.get_by_role("button", name="Asetukset").click()
    desk.get_by_role("button", name="Tee uusi ohjauslinkki").click()
    expect(other.get_by_text("Tämä sivu on ohjaajalle")).to_be_visible()
    expect(other.get_by_role("button", name="Sulje kysymys")).to_have_count(0)


def choose_kind(desk: Page, kind: str) -> None:
    """Makes the question of the open form one of another kind."""
    desk.get_by_role("button", name="Vaihda laji").click()
    desk.locator("dialog.kinds").get_by_role("button", name=re.compile(f"^{kind}")).click()


def test_what_is_refused_of_a_question_stands_at_its_field_and_is_forgiven_once_mended(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    desk.get_by_role("button", name="Uusi kysymys").click()
    form = desk.locator(".item-form")
    form.get_by_role("button", name="Näytä heti").click()
    question = form.get_by_label("Kysymys", exact=True)
    expect(question).to_have_attribute("aria-invalid", "true")
    expect(question).to_be_focused()
    question.fill("Miksi?")
    expect(question).not_to_have_attribute("aria-invalid", "true")
    form.get_by_role("button", name="Näytä heti").click()
    expect(form).to_have_count(0)
    expect(desk.locator("h2.question")).to_have_text("Miksi?")


def test_an_item_of_the_room_is_edited_and_one_with_answers_is_not(server: Server, open_page: OpenPage) -> None:
    room = OpenRoom(server)
    phone = room.phone()
    phone.send(round=phone.state()["round"], words=["aurinko"])
    desk = open_page(room.links.control, "desk")
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    desk.get_by_role("button", name="Muokkaa tätä kertaa").click()
    form = desk.locator(".item-form")
    expect(form.get_by_role("button", name="Sanapilvi")).to_have_attribute("aria-disabled", "true")
    form.get_by_role("button", name="Kuka olet?").click()
    form.get_by_label("Kysymys", exact=True).fill("Kuka sinä olet?")
    form.get_by_role("button", name="Tallenna muutokset").click()
    expect(form).to_have_count(0)
    desk.get_by_role("button", name=re.compile("^Kuka olet")).click()
    expect(desk.locator("h2.question")).to_have_text("Kuka sinä olet?")
    room.close()


def test_what_is_typed_in_a_new_question_outlives_another_kind(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    desk.get_by_role("button", name="Uusi kysymys").click()
    dialog = desk.get_by_role("dialog")
    dialog.get_by_label("Kysymys", exact=True).fill("Jatketaanko?")
    choose_kind(desk, "Vaihtoehdot")
    expect(dialog.get_by_label("Kysymys", exact=True)).to_have_value("Jatketaanko?")
    for row, option in enumerate(("Kyllä", "Ei", "Ehkä"), 1):
        dialog.get_by_label(re.compile(f"^Vaihtoehdot.*{row}$|^Vaihtoehdot, uusi rivi")).first.fill(option)
    dialog.get_by_role("button", name="Lisää ohjelmaan").click()
    expect(dialog).to_have_count(0)
    desk.get_by_role("button", name=re.compile("^Jatketaanko")).click()
    expect(desk.locator("h2.question")).to_have_text("Jatketaanko?")
    desk.get_by_role("button", name="Avaa kysymys").click()
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    expect(desk.get_by_text("Ehkä", exact=True)).to_be_visible()


def test_a_title_typed_just_before_the_press_is_the_title(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "desk")
    desk.get_by_role("button", name="Asetukset").click()
    desk.get_by_label("Työpajan otsikko").fill("Uusi otsikko")
    desk.get_by_role("button", name="Vaihda otsikko").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Uusi otsikko")


def test_a_locked_room_and_an_ended_one_are_told_at_the_desk(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk, other = open_page(room.control, "desk"), open_page(room.control, "desk")
    desk.get_by_role("button", name="Asetukset").click()
    lock = desk.get_by_role("button", name="Lukitse työpaja")
    lock.click()
    expect(lock).to_have_attribute("aria-pressed", "true")
    expect(other.get_by_text("Lukittu")).to_be_visible()
    desk.get_by_role("button", name="Päätä työpaja").click()
    for page in (desk, other):
        expect(page.get_by_role("dialog")).to_have_count(0)
        results = page.locator(".pane.ended").get_by_role("link", name="Tulokset")
        expect(results).to_have_attribute("href", re.compile(f"/tulokset.*{room.code}"))
        expect(page.get_by_role("button", name="Jatka vastaamista")).to_have_count(0)
    other.get_by_role("button", name="Avaa työpaja uudelleen").click()
    expect(desk.get_by_role("button", name="Avaa kysymys")).to_be_visible()


def test_a_new_round_says_what_it_does_and_is_undone_and_the_earlier_one_is_projected(
    server: Server, open_page: OpenPage
) -> None:
    room = server.new_room("--open", "word_cloud")
    desk, screen, phone = open_page(room.control, "desk"), open_page(room.screen, "screen"), Phone(server, room.code)
    assert phone.send(round=phone.state()["round"], words=["sisu"]).status_code == 200
    for again in (True, False):
        desk.get_by_role("button", name="Uusi kierros").click()
        expect(desk.get_by_text("Kierros 1 suljetaan")).to_be_visible()
        desk.get_by_role("button", name="Aloita kierros 2").click()
        undo = desk.get_by_role("button", name=re.compile("^Peru kierros 2"))
        expect(undo).to_be_visible()
        if again:
            undo.click()
            expect(desk.get_by_role("button", name="Uusi kierros")).to_be_visible()
    expect(screen.locator("svg text").filter(has_text=re.compile("sisu", re.I)).first).to_be_hidden()
    desk.get_by_role("button", name="Kierros 1", exact=True).click()
    expect(screen.locator("svg text").filter(has_text=re.compile("sisu", re.I)).first).to_be_visible()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("kierros 1")
    phone.client.close()
