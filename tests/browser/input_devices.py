"""How an organiser works on pages: the same things done with a pointer or by keys alone."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from tests.accessibility.keys import tab_to


class InputDevice(Protocol):
    """How somebody works on pages; each control is waited for."""

    def press(self, control: Locator) -> None:
        """Presses a button, follows a link, turns a box."""

    def write(self, field: Locator, words: str) -> None:
        """Writes words into an empty field."""

    def choose_tab(self, tab: Locator) -> None:
        """Chooses one of a row of tabs."""


class Pointer:
    """Clicks; only words are typed."""

    def press(self, control: Locator) -> None:
        control.click()

    def write(self, field: Locator, words: str) -> None:
        field.fill(words)

    def choose_tab(self, tab: Locator) -> None:
        tab.click()


class Keys:
    """Tab, arrows, Enter and Space alone; where the focus already is, it is used."""

    def press(self, control: Locator) -> None:
        self._focus(control)
        is_box = control.evaluate("control => control.matches('input[type=checkbox], input[type=radio]')")
        control.page.keyboard.press("Space" if is_box else "Enter")

    def write(self, field: Locator, words: str) -> None:
        self._focus(field)
        page, is_field = field.page, field.evaluate("field => field instanceof HTMLTextAreaElement")
        for place, line in enumerate(words.split("\n")):
            if place and is_field:
                page.keyboard.press("Enter")
            page.keyboard.type(line)

    def choose_tab(self, tab: Locator) -> None:
        """A row of tabs is one stop, in which arrows lead on."""
        chosen = tab.locator("xpath=..").locator("[role=tab][aria-selected=true]")
        self._focus(chosen)
        for _ in range(12):
            if tab.get_attribute("aria-selected") == "true":
                return
            tab.page.keyboard.press("ArrowRight")
        expect(tab).to_have_attribute("aria-selected", "true")

    @staticmethod
    def _focus(control: Locator) -> None:
        expect(control).to_be_visible()
        if not control.evaluate("control => control.getRootNode().activeElement === control"):
            tab_to(control.page, control)


def switched_tab(page: Page, opener: InputDevice, link: Locator) -> Page:
    """The tab that a link opens."""
    with page.context.expect_page() as opened:
        opener.press(link)
    return opened.value
