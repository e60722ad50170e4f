"""What a test sees and does in one tab with the editor."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.components.editor_server import EditorServer


class Case:
    """One tab with the editor."""

    def __init__(self, page: Page, server: EditorServer) -> None:
        self.page, self.server, self.faults = page, server, list[str]()
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, query: str = "", width: int = 1280, height: int = 800) -> "Case":
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(self.server.address + query)
        expect(self.page.locator(".editor[aria-busy]")).to_have_count(0)
        expect(self.saved).to_be_visible()
        return self

    @property
    def saved(self) -> Locator:
        return self.page.locator(".saved.saved, .saved.unchanged")

    def item(self, place: int) -> Locator:
        return self.page.locator(".programme .item").nth(place)

    def questions(self) -> list[str]:
        return self.page.locator(".programme .item b").all_inner_texts()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def text(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=re.compile(f"^{label}"))

    def row(self, place: int) -> Locator:
        return self.page.locator(".row textarea").nth(place)

    def status(self) -> Locator:
        return self.page.locator(".announcements")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def changes(self) -> list[list[dict[str, object]]]:
        return [post["changes"] for post in self.server.posts if "changes" in post]


def paste(field: Locator, text: str) -> None:
    field.focus()
    field.evaluate(
        """(field, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )
