"""Dots and rankings in every state, on the phone, the wall, the desk and the results page."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.accessibility.stage import Stage
from tests.conftest import eventually
from tests.server.items import order_item

PLANS = "Kylätalo auki joka päivä\nKyytirinki ja kimppakyydit\nYhteinen kyläkahvila\nDigiapua kotiin vietynä"


def added(stage: Stage, code: str, form: str, amount: int) -> None:
    """A question on the spot, opened with its results on phones."""
    stage.beside.questions.add(
        code, order_item(form, f"Mitä tehdään ensin ({form})?", PLANS.split("\n"), amount), ["fi"], opens=True
    )
    stage.beside.control.show_results(code, "always", phones=True)


def dots_and_ranking(stage: Stage) -> Iterator[tuple[str, Page]]:
    room = stage.new_room()
    page = stage.visit(room.phone, viewport={"width": 390, "height": 844})
    added(stage, room.code, "dots", 3)
    plus = page.locator(".round").nth(1)
    expect(plus).to_be_visible()
    yield "dots, none placed", page
    for _ in range(3):
        plus.click()
    plus.click(force=True)
    expect(page.locator(".status.fault")).to_be_visible()
    yield "dots, all placed", page
    page.locator(".send").click()
    expect(page.locator(".results li")).to_have_count(4)
    yield "dots, saved, with results", page
    added(stage, room.code, "ranking", 2)
    free = page.locator(".unranked button")
    expect(free).to_have_count(4)
    yield "ranking, empty", page
    free.first.click()
    yield "ranking, one ranked", page
    free.first.click()
    expect(page.locator(".ranked li")).to_have_count(2)
    yield "ranking, full", page
    page.locator(".send").click()
    expect(page.locator(".results li")).to_have_count(4)
    yield "ranking, saved, with results", page
    stage.beside.control.close(room.code)
    expect(page.locator(".note.closed")).to_be_visible()
    yield "ranking, closed", page


def orders_on_the_wall(stage: Stage) -> Iterator[tuple[str, Page]]:
    room = stage.new_room()
    page, desk = stage.visit(room.screen), stage.visit(room.control)
    phone = stage.phone(room.code)
    bodies: dict[str, dict[str, object]] = {
        "dots": {"dots": {"option_1": 2, "option_3": 1}}, "ranking": {"ranking": ["option_2", "option_1"]}
    }  # fmt: skip
    for form, body in bodies.items():
        before = phone.state()["round"]
        added(stage, room.code, form, 4)
        eventually(lambda before=before: phone.state()["round"] not in {before, None})  # type: ignore[misc]
        assert phone.send(round=phone.state()["round"], **body).status_code == 200
        expect(page.locator(".screen")).to_have_attribute("data-view", form)
        yield f"projector, {form}", page
        page.keyboard.press("l")
        expect(page.locator(".screen")).to_have_attribute("data-view", "figures")
        yield f"projector, {form} as a table", page
        page.keyboard.press("l")
        expect(desk.locator(".options li")).to_have_count(4)
        yield f"desk, {form}", desk
        stage.go(desk, f"/tulokset?huone={room.code}")
        yield f"results, {form}", desk
        stage.go(desk, f"/ohjaus?huone={room.code}")
