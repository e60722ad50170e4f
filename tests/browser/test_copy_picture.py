"""A result's picture is copied as wide as a slide, and saved where the browser lets nothing onto the clipboard."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import Server
from tests.server.api_client import OpenRoom

WIDTH = 1920
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await createImageBitmap(await item.getType("image/png"));
  return picture.width;
}"""


@pytest.fixture
def results(server: Server, open_page: OpenPage) -> Page:
    room = OpenRoom(server)
    phone = room.phone()
    phone.send(round=phone.state()["round"], words=["rohkeus", "yhteistyö"])
    page = open_page(room.links.control, "desk")
    page.goto(f"{server.address}/tulokset?huone={room.code}")
    room.close()
    return page


def test_the_picture_is_on_the_clipboard_as_wide_as_a_slide(results: Page) -> None:
    results.context.grant_permissions(["clipboard-read", "clipboard-write"])
    results.get_by_role("button", name="Kopioi kuva").click()
    expect(results.get_by_text("Kuva on leikepöydällä")).to_be_visible()
    assert results.evaluate(READ) == WIDTH


def test_where_the_clipboard_is_closed_the_picture_is_saved(results: Page) -> None:
    results.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('closed')); }")
    with results.expect_download() as download:
        results.get_by_role("button", name="Kopioi kuva").click()
    picture = Image.open(io.BytesIO(download.value.path().read_bytes()))
    assert (picture.format, picture.width) == ("PNG", WIDTH)
    assert download.value.suggested_filename.endswith(".png")
    expect(results.get_by_text("tallennettiin tiedostona")).to_be_visible()
