"""Questions at one's own pace, shared phones and recording from paper in every state: phone and desk."""

from collections.abc import Iterator

from playwright.sync_api import expect

from server import clock
from tests.accessibility.stage import Stage
from tests.accessibility.states import PHONE, State, Tour, button
from tests.conftest import eventually

HOUR_MS = 3_600_000


def own_pace_on_the_phone(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room(), stage.text
    stage.beside.control.choose(room.code, "roles")
    stage.beside.control.show_results(room.code, "always", phones=True)
    stage.beside.own_pace.begin(room.code, "word_cloud", "roles", clock.now_ms() + HOUR_MS)
    page = stage.visit(room.phone, viewport=PHONE)
    expect(page.locator(".path li")).to_have_count(2)
    yield "own pace, nothing answered", page
    button(page, text("own_pace.begin")).click()
    page.locator("input.field").first.fill("naapuriapu")
    page.locator(".send").click()
    expect(page.locator(".pace-onward:not(.second)")).to_be_visible()
    yield "own pace, one question", page
    page.locator(".pace-onward").click()
    page.locator(".body label").first.click()
    page.locator(".send").click()
    expect(page.locator(".pace-onward:not(.second)")).to_have_text(text("own_pace.finish"))
    page.locator(".pace-onward").click()
    expect(page.locator(".pace-results li").first).to_be_visible()
    yield "own pace, all answered, with results", page


def own_pace_at_the_desk(stage: Stage) -> Iterator[State]:
    room = stage.new_room()
    stage.beside.own_pace.begin(room.code, "", "", clock.now_ms() + HOUR_MS)
    page = stage.visit(room.control)
    expect(page.locator(".own-pace li")).to_have_count(8)
    yield "desk, own pace", page


def another_person(stage: Stage) -> Iterator[State]:
    room, text = stage.new_room("word_cloud"), stage.text
    stage.beside.rooms.share_phones(room.code, on=True)
    phone = stage.phone(room.code)
    eventually(lambda: phone.state().get("another"))
    page = stage.visit(room.phone, viewport=PHONE)
    button(page, text("another_person.another")).click()
    expect(button(page, text("another_person.confirm"))).to_be_visible()
    yield "another person on this phone", page
    desk = stage.visit(room.control)
    stage.go(desk, f"{room.phone}?kirjaa=1")
    # Recording begins as another person, for whom the page is loaded again.
    eventually(lambda: desk.evaluate("performance.getEntriesByType('navigation')[0].type") == "reload")
    expect(desk.locator(".another.records")).to_be_visible()
    yield "recording from paper", desk


PACE_TOURS: dict[str, Tour] = {
    "own pace on the phone": own_pace_on_the_phone,
    "own pace at the desk": own_pace_at_the_desk,
    "another person": another_person,
}
