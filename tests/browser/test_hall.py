"""In a hall: clickers, a display that stays awake, a code to scan from the last row, and a phone as the remote."""

import functools
import re

import pytest
from playwright.sync_api import Page, expect

from server.web.qr import qr_svg
from tests.browser.conftest import OpenPage
from tests.browser.qr_reading import reads_as
from tests.conftest import Server, eventually
from tests.server.api_client import OpenRoom

WAKE_LOCK = """
window.asked = 0;
window.sentinels = [];
const request = async () => {
  window.asked += 1;
  const sentinel = { released: false, release: async () => { sentinel.released = true; } };
  window.sentinels.push(sentinel);
  return sentinel;
};
Object.defineProperty(navigator, "wakeLock", { value: { request } });
"""
"""A browser that counts how often its display is asked to stay awake."""
AWAKE = "sentinels.filter((sentinel) => !sentinel.released).length"
LONG = "https://tyopajat.sosiaali-ja-terveyspalvelut.example/x/482915"
SHORT = "http://192.168.1.5:8501/482915"


def waking(open_page: OpenPage, address: str, who: str) -> Page:
    page = open_page("about:blank", who)
    page.add_init_script(WAKE_LOCK)
    page.goto(address)
    return page


def says(page: Page, script: str, expected: object) -> bool:
    """Whether a script in the page gives this now."""
    return bool(page.evaluate(script) == expected)


def test_a_clicker_at_the_desk_drives_the_room_while_displays_stay_awake(server: Server, open_page: OpenPage) -> None:
    room = server.new_room("--open", "word_cloud")
    screen, desk = waking(open_page, room.screen, "screen"), waking(open_page, room.control, "desk")
    expect(desk.get_by_role("button", name="Sulje kysymys")).to_be_visible()
    desk.keyboard.press("b")
    expect(screen.locator(".screen")).to_have_attribute("data-view", "hold")
    expect(desk.get_by_role("button", name="Taukokuva")).to_have_attribute("aria-pressed", "true")
    desk.keyboard.press(".")
    expect(screen.locator(".screen")).to_have_attribute("data-view", "empty")
    expect(desk.get_by_role("button", name="Taukokuva")).to_have_attribute("aria-pressed", "false")
    for key, question in (("PageDown", "Mikä on roolisi"), ("PageUp", "Mitä sinulle tulee mieleen")):
        desk.keyboard.press(key)
        expect(desk.locator("h2.question")).to_contain_text(question)
    assert desk.evaluate("scrollY") == 0
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_contain_text("Kaukosäädin")
    desk.keyboard.press("Escape")
    for page in (desk, screen):
        eventually(functools.partial(says, page, AWAKE, 1))
        page.evaluate("sentinels[0].released = true; document.dispatchEvent(new Event('visibilitychange'))")
        eventually(functools.partial(says, page, f"[asked, {AWAKE}]", [2, 1]))
    desk.get_by_role("button", name="Asetukset").click()
    desk.get_by_role("button", name="Päätä työpaja").click()
    for page in (desk, screen):
        eventually(functools.partial(says, page, AWAKE, 0))


@pytest.mark.parametrize("address", [SHORT, LONG], ids=["short", "long"])
def test_the_code_is_scanned_from_the_last_row(server: Server, open_page: OpenPage, address: str) -> None:
    room = server.new_room()
    page = open_page("about:blank", "screen")
    page.route("**/qr/*.svg", lambda route: route.fulfill(body=qr_svg(address), content_type="image/svg+xml"))
    for width, height in ((1920, 1080), (1280, 720), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(room.screen)
        code = page.locator(".qr img")
        expect(code).to_have_js_property("complete", value=True)
        box = code.bounding_box()
        assert box
        assert box["height"] >= 0.45 * height
        assert box["x"] + box["width"] <= width
        assert reads_as(address, page.screenshot(), box, 0.25)
        assert not reads_as(address + "1", page.screenshot(), box, 0.25)
    expect(page.locator(".address")).to_have_text(f"{server.address}/liity")
    server.command("room", "open", room.code, "word_cloud")
    expect(page.locator(".screen")).to_have_attribute("data-view", "empty")
    box = page.locator(".qr img").bounding_box()
    assert box
    assert box["height"] >= 0.15 * 768


def test_who_comes_late_sees_what_has_been_and_what_is_on(server: Server, open_page: OpenPage) -> None:
    room = OpenRoom(server)
    phone = room.phone()
    phone.send(round=phone.state()["round"], words=["sisu"])
    desk = open_page(room.links.control, "desk")
    desk.get_by_role("button", name="Myös puhelimissa").click()
    expect(desk.get_by_role("button", name="Myös puhelimissa")).to_have_attribute("aria-pressed", "true")
    desk.keyboard.press("PageDown")
    expect(desk.locator("h2.question")).to_contain_text("Mikä on roolisi")
    late = open_page(room.links.phone)
    earlier = late.locator(".earlier")
    expect(earlier).to_contain_text("Mitä sinulle tulee mieleen")
    expect(earlier.locator("li")).to_contain_text(re.compile("sisu.*1", re.IGNORECASE))
    desk.keyboard.press("Space")
    expect(late.get_by_role("heading", level=1)).to_contain_text("Mikä on roolisi")
    expect(earlier).to_be_hidden()
    room.close()


def test_a_phone_is_a_remote_of_one_large_button(server: Server, open_page: OpenPage) -> None:
    room = server.new_room()
    desk = open_page(room.control, "phone")
    button = desk.locator(".remote button")
    for label in ("Avaa kysymys", "Sulje kysymys", "Seuraava: Kuka olet?", "Avaa kysymys"):
        expect(button).to_have_text(re.compile(re.escape(label)))
        expect(button).to_be_in_viewport(ratio=1)
        for part in ("h2.question", ".counts", ".pill.state"):
            expect(desk.locator(part)).to_be_in_viewport()
        button.click()
    expect(desk.locator(".health")).to_contain_text("tallennus toimii")
    other = open_page(room.control, "desk")
    for page in (desk, other):
        expect(page.locator(".health")).to_contain_text("ohjaussivu auki 2 ikkunassa")
