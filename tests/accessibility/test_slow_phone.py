"""A slow network and a small phone: what the participant page costs, and what the keyboard leaves visible."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.accessibility.scripts import script
from tests.accessibility.stage import Stage
from tests.accessibility.states import PHONE
from tests.conftest import eventually

THIRD_GENERATION = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s with 400 ms of delay each way: DevTools' "slow 3G"."""
MAX_BYTES = 40_000
MAX_REQUESTS_BEFORE_ANSWERING = 3  # the page, its style, its script
LEAST_TEXT_PX = 16
WITH_KEYBOARD = {"width": 390, "height": 440}


def test_the_participant_page_asks_little_of_a_slow_network(stage: Stage) -> None:
    room = stage.new_room("word_cloud")
    page = stage.page(viewport=PHONE)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", THIRD_GENERATION)
    bytes_of: dict[str, float] = {}
    asked_for: list[str] = []
    line.on(
        "Network.loadingFinished", lambda event: bytes_of.__setitem__(event["requestId"], event["encodedDataLength"])
    )
    page.on("request", lambda request: asked_for.append(request.url))
    started = time.monotonic()
    page.goto(room.phone, wait_until="commit")
    expect(page.locator("input.field").first).to_be_editable()
    before_answering = [url for url in asked_for if "/live/" not in url and not url.startswith("data:")]
    print(f"\nfirst answer possible after {time.monotonic() - started:.1f} s at 400 kbit/s and 400 ms")
    page.locator("input.field").first.fill("hidas")
    page.locator(".send").click()
    expect(page.locator(".said li")).to_have_text(["hidas"])
    print(f"first answer saved after {time.monotonic() - started:.1f} s; {sum(bytes_of.values()):.0f} bytes")
    assert len(before_answering) <= MAX_REQUESTS_BEFORE_ANSWERING, before_answering
    assert sum(bytes_of.values()) <= MAX_BYTES


@pytest.mark.parametrize("width", [320, 390])
def test_the_keyboard_covers_neither_the_field_nor_the_button(stage: Stage, width: int) -> None:
    room = stage.new_room("word_cloud")
    page = stage.visit(room.phone, viewport={**PHONE, "width": width}, has_touch=True)
    for place in range(3):
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        field = page.locator("input.field").nth(place)
        field.tap()
        page.set_viewport_size({"width": width, "height": WITH_KEYBOARD["height"]})
        field.scroll_into_view_if_needed()  # as a phone's browser does with the field in hand
        page.keyboard.type("x")
        assert field.evaluate(script("in_sight")), f"field {place + 1} is covered"
        button = page.locator("button.send")
        button.scroll_into_view_if_needed()
        assert button.evaluate(script("in_sight")), "the button is covered"
        field.fill("")


def test_nothing_is_pinned_over_the_answering_form(stage: Stage) -> None:
    page: Page = stage.visit(stage.new_room("word_cloud").phone, viewport=WITH_KEYBOARD)
    assert page.evaluate(script("pinned")) == []


@pytest.mark.parametrize("address", ["/{code}", "/liity", "/ohjaus", "/", "/vastaa?huone={code}"])
def test_no_field_is_so_small_that_a_phone_zooms_in(stage: Stage, address: str) -> None:
    page = stage.visit(address.format(code=stage.new_room("word_cloud").code), viewport=PHONE)
    fields = page.locator("input:not([type=radio]):not([type=checkbox])").locator("visible=true")
    expect(fields.first).to_be_visible()
    smallest = "all => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize)))"
    eventually(lambda: fields.evaluate_all(smallest) >= LEAST_TEXT_PX)  # a field that is just replaced has no size
