"""What a visitor without a pointer does: Tab to a control, a key on it. On the way each focus is seen."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.accessibility.scripts import script

MAX_STEPS = 90
IS_FOCUSED = "one => one.getRootNode().activeElement === one && one.matches(':focus')"


def focus(page: Page) -> dict[str, Any] | None:
    found: dict[str, Any] | None = page.evaluate(script("focus"))
    return found


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Presses Tab until the wanted control has the focus; on the way each focus is seen."""
    expect(wanted).to_be_attached()
    passed = []
    for _ in range(MAX_STEPS):
        page.keyboard.press(key)
        at = focus(page)
        if at is not None:
            assert at["ring"], f"no focus ring: {at['name']}"
            assert at["seen"], f"focus out of sight: {at['name']}"
            passed.append(at["name"])
        if wanted.evaluate(IS_FOCUSED):
            return
    raise AssertionError(f"Tab never comes to {wanted}; it passes {passed}")


def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    tab_to(page, wanted)
    page.keyboard.press(key)
